"""After the menopause: each row is a short diary and what the rule says to it."""

import pytest
from alert_rows import (
    FEMALE,
    Row,
    a_period,
    ago,
    answer_of,
    between,
    blood,
    born,
    dry_sex,
    entry,
    fact,
    pcb,
    rows,
    told,
    unheld_numbers,
    without_answers,
)
from made_up_menopause import AFTER, NO_WOMB, PERI, SOON, no_blood_since, normal, year_without

from diary.alerts.rules.menopause import after
from diary.model import Entry, Fact, Symptom
from diary.model.background_words import (
    Breastfeeding,
    Contraception,
    Hrt,
    Investigation,
    Medication,
    Pregnancy,
    Procedure,
    Result,
    Visit,
)
from diary.model.vocabulary import MenstrualStatus

S = Symptom
RULES = tuple(rule for rule in after.RULES if rule.code in ("PMB-1", "PMB-2"))
BY_CODE = {rule.code: rule for rule in RULES}


def stain(days: int) -> Entry:
    return entry(days, S.DISCHARGE_BLOODSTAINED)


def scan(days: int) -> Fact:
    return fact(Investigation.PELVIC_ULTRASOUND, days, result=Result.NORMAL)


PMB_1 = rows(
    "PMB-1",
    ("one spot", told(between(5), **AFTER), SOON),
    ("blood after sex alone", told(pcb(5), **AFTER), SOON),
    ("blood after sex, with dryness", told(pcb(5, S.DRYNESS), **AFTER), SOON),
    ("blood of unknown timing", told(entry(5, bleeding=blood()), **AFTER), SOON),
    ("blood of unknown source", told(entry(5, bleeding=blood(source="unknown")), **AFTER), SOON),
    ("what the person calls a period", told(a_period(5, 1), **AFTER), SOON),
    ("a stain in the discharge", told(stain(5), **AFTER), SOON),
    ("blood in pee", told(entry(5, bleeding=blood(source="urine")), **AFTER), "quiet"),
    ("sex without blood", told(dry_sex(5), **AFTER), "quiet"),
    (
        "no reason to wait quiets it: a smear",
        told(between(5), fact(Procedure.CERVICAL_SMEAR, 6), **AFTER),
        SOON,
    ),
    (
        "a method does not explain it where the person says menopause",
        told(between(5), fact(Contraception.PROGESTOGEN_PILL, 900), **AFTER),
        SOON,
    ),
    ("without a womb", told(between(5), **{**AFTER, **NO_WOMB}), "quiet"),
    ("with parts not said", told(between(5), **AFTER, organs=None), SOON),
    ("365 days old", told(between(365), **AFTER), SOON),
    ("366 days old", told(between(366), **AFTER), "quiet"),
    (
        "before the last period that was stated",
        told(a_period(200, 4), **AFTER, last_period_start=ago(200)),
        "quiet",
    ),
    ("a year after the last period", told(between(5), **year_without(365)), SOON),
    ("a day less than a year after it", told(between(5), **year_without(364)), "quiet"),
    (
        "a year after it, close to the menopause",
        told(between(5), **year_without(365), **PERI),
        SOON,
    ),
    ("a year after it, what they call a period", told(a_period(5, 3), **year_without(365)), SOON),
    ("from 45", told(between(5), **year_without(400, 45)), SOON),
    ("under 45", told(between(5), **year_without(400, 44)), "quiet"),
    ("of unknown age", told(between(5), last_period_start=ago(405), birth_year=None), SOON),
    (
        "a year that a method explains",
        told(between(5), fact(Contraception.INJECTION, 500), **year_without(400)),
        "quiet",
    ),
    (
        "a year that testosterone explains",
        told(between(5), fact(Medication.TESTOSTERONE, 500), **year_without(400)),
        "quiet",
    ),
    (
        "a copper IUD explains nothing",
        told(between(5), fact(Contraception.COPPER_IUD, 500), **year_without(400)),
        SOON,
    ),
    (
        "a method stopped a year before",
        told(between(5), fact(Contraception.IMPLANT, 900, end=ago(370)), **year_without(900)),
        SOON,
    ),
    (
        "a method stopped in that year",
        told(between(5), fact(Contraception.IMPLANT, 900, end=ago(369)), **year_without(900)),
        "quiet",
    ),
    (
        "the year is in the diary, week for week",
        told(a_period(405, 4), no_blood_since(400), between(5), **born(50)),
        SOON,
    ),
    ("the diary was silent for that year", told(a_period(405, 4), between(5), **born(50)), "quiet"),
    ("at 55 with nothing said of periods", told(between(5), **born(55)), SOON),
    ("at 54 with nothing said of periods", told(between(5), **born(54)), "not enough"),
    ("at 60 and a period said this year", told(a_period(5, 3), **born(60)), "quiet"),
    (
        "at 60 and periods said to go on",
        told(between(5), **born(60), menstrual_status=MenstrualStatus.MENSTRUATING),
        "quiet",
    ),
    (
        "at 60 with a hormonal IUD",
        told(between(5), fact(Contraception.HORMONAL_IUD, 900), **born(60)),
        "quiet",
    ),
    ("without ovaries", told(between(5), **born(46), organs=FEMALE[:3]), SOON),
    (
        "since the ovaries were removed",
        told(between(5), fact(Procedure.OOPHORECTOMY, 300), **born(46)),
        SOON,
    ),
    (
        "before the ovaries were removed",
        told(between(305), fact(Procedure.OOPHORECTOMY, 300), **born(46)),
        "quiet",
    ),
    (
        "before the first period",
        told(between(5), birth_year=None, menstrual_status=MenstrualStatus.NOT_STARTED),
        "quiet",
    ),
    ("on HRT", told(between(5), fact(Hrt.TIBOLONE, 300), **AFTER), "quiet"),
    ("28 days after HRT", told(between(5), fact(Hrt.OTHER, 300, end=ago(33)), **AFTER), SOON),
    ("27 days after HRT", told(between(5), fact(Hrt.OTHER, 300, end=ago(32)), **AFTER), "quiet"),
    ("checked 90 days ago", told(between(200), normal(90), **AFTER), "watch"),
    ("checked 91 days ago", told(between(200), normal(91), **AFTER), "quiet"),
    ("a clear scan 90 days ago", told(between(200), scan(90), **AFTER), SOON),
    ("a clear scan 91 days ago", told(between(200), scan(91), **AFTER), "quiet"),
    (
        "another kind of visit 91 days ago",
        told(between(200), fact(Visit.REFERRED, 91), **AFTER),
        SOON,
    ),
    ("it came back after a check", told(between(200), normal(100), between(5), **AFTER), "quiet"),
    ("a check of something else", told(between(5), normal(50, "pain"), **AFTER), SOON),
    ("a check before it first came", told(between(5), normal(50), **AFTER), SOON),
    (
        "with a blood thinner",
        told(between(1), fact(Medication.ANTICOAGULANT, 99), **AFTER),
        "same_day",
    ),
)
PMB_2 = rows(
    "PMB-2",
    ("a year after the last period", told(between(5), **year_without(365, 44)), SOON),
    ("a day less than a year after it", told(between(5), **year_without(364, 44)), "quiet"),
    ("from 45", told(between(5), **year_without(400, 45)), "quiet"),
    ("after the menopause by their own word", told(between(5), **{**AFTER, **born(38)}), SOON),
    (
        "the person says that they have periods",
        told(between(5), **year_without(400, 30, menstrual_status=MenstrualStatus.MENSTRUATING)),
        "not enough",
    ),
    (
        "none for another reason",
        told(between(5), **year_without(400, 30, menstrual_status=MenstrualStatus.NONE)),
        "not enough",
    ),
    (
        "breastfeeding for that year",
        told(between(5), fact(Breastfeeding.BREASTFEEDING, 380), **year_without(700, 30)),
        "quiet",
    ),
    (
        "a birth in that year",
        told(between(5), fact(Pregnancy.BIRTH, 200), **year_without(480, 30)),
        "quiet",
    ),
    (
        "a birth before it",
        told(between(5), fact(Pregnancy.BIRTH, 600), **year_without(400, 30)),
        SOON,
    ),
    ("pregnant", told(between(5), fact(Pregnancy.ONGOING, 40), **year_without(400, 30)), "quiet"),
    (
        "periods that are back are periods",
        told(a_period(60, 4), a_period(32, 4), a_period(4, 4), **year_without(425, 30)),
        SOON,
    ),
    ("365 days old", told(between(365), **{**AFTER, **born(38)}), SOON),
    ("366 days old", told(between(366), **{**AFTER, **born(38)}), "quiet"),
    (
        "28 days after HRT",
        told(between(5), fact(Hrt.OTHER, 300, end=ago(33)), **{**AFTER, **born(38)}),
        SOON,
    ),
    (
        "27 days after HRT",
        told(between(5), fact(Hrt.OTHER, 300, end=ago(32)), **{**AFTER, **born(38)}),
        "quiet",
    ),
    ("checked 90 days ago", told(between(200), normal(90), **{**AFTER, **born(38)}), "watch"),
    ("checked 91 days ago", told(between(200), normal(91), **{**AFTER, **born(38)}), "quiet"),
    ("a clear scan 90 days ago", told(between(200), scan(90), **{**AFTER, **born(38)}), SOON),
    ("a clear scan 91 days ago", told(between(200), scan(91), **{**AFTER, **born(38)}), "quiet"),
)
ROWS: list[Row] = [*PMB_1, *PMB_2]


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_a_rule_answers_as_its_row_says(row: Row) -> None:
    assert answer_of(BY_CODE[row.code], row.history) == row.answer


def test_every_rule_fires_in_one_row_and_is_quiet_in_another() -> None:
    assert without_answers(ROWS, RULES) == []


def test_every_number_is_held_on_both_sides_by_a_row() -> None:
    assert unheld_numbers(ROWS, RULES) == []
