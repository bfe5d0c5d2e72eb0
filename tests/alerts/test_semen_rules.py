"""Blood in semen and in pee: each row is a short diary and what one rule says to it."""

from typing import Any

import pytest
from alert_rows import (
    FEMALE,
    MALE,
    TODAY,
    Row,
    ago,
    answer_of,
    blood,
    born,
    entry,
    fact,
    pain,
    pcb,
    rows,
    unheld_numbers,
    without_answers,
)
from alert_rows import told as told_of

from diary.alerts import assess
from diary.alerts.rules import after_sex, emergency, infection, penis
from diary.alerts.rules import pain as pains
from diary.alerts.rules.semen import RULES
from diary.model import Entry, Fact, History, Sex, Symptom
from diary.model.background_words import (
    Condition,
    InfectionTreated,
    Medication,
    NewPartner,
    Procedure,
    StiTest,
)
from diary.model.vocabulary import Organ, PossibleSource, SexKind, Timing

S = Symptom
RULE = {rule.code: rule for rule in RULES}
UNKNOWN_AGE: dict[str, Any] = {"birth_year": None}


def told(*records: Entry | Fact, **profile: Any) -> History:
    """Put a diary together; the person is 30 and has all male parts unless said."""
    return told_of(*records, **{"organs": MALE, **profile})


def semen(days: int, *symptoms: Symptom, amount: str | None = None, **more: Any) -> Entry:
    of = more.pop("of", {})
    return entry(days, *symptoms, bleeding=blood(amount, source="semen", **of), **more)


def with_sex(days: int) -> Entry:
    bleeding = blood(None, source="semen", timing=Timing.DURING_SEX)
    return entry(days, bleeding=bleeding, sex=Sex(kinds=(SexKind.VAGINAL,)))


def pee(days: int, *symptoms: Symptom, **of: Any) -> Entry:
    return entry(days, *symptoms, bleeding=blood("light", source="urine", **of))


def sore(score: int | None, *symptoms: Symptom, **more: Any) -> Entry:
    """Pain in a testicle today."""
    return entry(0, *symptoms, pain=pain(score or 0, "testicle", **more))


SEM_1 = rows(
    "SEM-1",
    ("one episode at 39", told(semen(0), **born(39)), "watch"),
    ("one episode at 40", told(semen(0), **born(40)), "quiet"),
    ("age not said", told(semen(0), **UNKNOWN_AGE), "quiet"),
    ("three episodes in 30 days", told(semen(0), semen(15), semen(30)), "watch"),
    ("three episodes in 31 days", told(semen(0), semen(15), semen(31)), "quiet"),
    ("four episodes", told(*(semen(d) for d in (0, 7, 14, 21))), "quiet"),
    ("90 days ago", told(semen(90)), "watch"),
    ("91 days ago", told(semen(91)), "quiet"),
    (
        "not sure: semen or a partner's",
        told(
            entry(
                0,
                bleeding=blood(
                    source="unknown",
                    possible_sources=(PossibleSource.SEMEN, PossibleSource.PARTNER),
                ),
            )
        ),
        "watch",
    ),
    (
        "a partner's, perhaps",
        told(
            entry(0, bleeding=blood(source="unknown", possible_sources=(PossibleSource.PARTNER,)))
        ),
        "quiet",
    ),
    ("a prostate is enough", told(semen(0), organs=(Organ.NEOVAGINA, Organ.PROSTATE)), "watch"),
    ("a body without these parts", told(semen(0), organs=FEMALE), "quiet"),
    ("parts not said", told(semen(0), organs=None), "watch"),
    ("a little pain", told(semen(0, pain=pain(3, "penis"))), "watch"),
    ("pain of 4", told(semen(0, pain=pain(4, "penis"))), "routine"),
    ("painful to come", told(semen(0, S.PAINFUL_EJACULATION)), "routine"),
    ("a sad day", told(semen(0, S.ANXIOUS)), "watch"),
    ("a lot of blood", told(semen(0, amount="heavy")), "routine"),
    ("from the vagina", told(pcb(0), organs=FEMALE), "quiet"),
)

SEM_2 = rows(
    "SEM-2",
    ("three episodes", told(*(semen(d) for d in (0, 7, 14))), "quiet"),
    ("four episodes", told(*(semen(d) for d in (0, 7, 14, 21))), "routine"),
    ("four days that touch are one episode", told(*(semen(d) for d in range(4))), "quiet"),
    ("four times of sex on four days", told(*(with_sex(d) for d in range(4))), "routine"),
    ("the first 90 days ago", told(*(semen(d) for d in (0, 90))), "routine"),
    ("the first 91 days ago", told(*(semen(d) for d in (0, 91))), "quiet"),
    ("there for 30 days", told(semen(30), semen(0)), "quiet"),
    ("there for 31 days", told(semen(31), semen(0)), "routine"),
    ("there for 31 days, in one entry", told(semen(0, of={"duration_hours": 31 * 24})), "routine"),
    ("at 39", told(semen(31), semen(0), **born(39)), "routine"),
    ("at 40", told(semen(31), semen(0), **born(40)), "quiet"),
    ("age not said", told(semen(31), semen(0), **UNKNOWN_AGE), "quiet"),
    (
        "all within 42 days after a biopsy",
        told(*(semen(d) for d in (0, 7, 14, 21)), fact(Procedure.PROSTATE_BIOPSY, 42)),
        "watch",
    ),
    (
        "one 43 days after a biopsy",
        told(*(semen(d) for d in (0, 7, 14, 21)), fact(Procedure.PROSTATE_BIOPSY, 43)),
        "routine",
    ),
    (
        "after a vasectomy",
        told(*(semen(d) for d in (0, 7, 14, 21)), fact(Procedure.VASECTOMY, 30)),
        "watch",
    ),
    (
        "after another procedure",
        told(*(semen(d) for d in (0, 7, 14, 21)), fact(Procedure.COLONOSCOPY, 30)),
        "routine",
    ),
)

SEM_3 = rows(
    "SEM-3",
    ("one episode at 40", told(semen(0), **born(40)), "routine"),
    ("one episode at 39", told(semen(0), **born(39)), "quiet"),
    ("age not said", told(semen(0), **UNKNOWN_AGE), "routine"),
    ("two episodes, age not said", told(semen(0), semen(5), **UNKNOWN_AGE), "routine"),
    ("two episodes", told(semen(0), semen(5), **born(50)), "within_two_weeks"),
    ("two in 90 days", told(semen(0), semen(90), **born(50)), "within_two_weeks"),
    ("two in 91 days", told(semen(0), semen(91), **born(50)), "routine"),
    ("one on touching days", told(semen(0), semen(1), **born(50)), "routine"),
    ("one that lasts 30 days", told(semen(0, of={"duration_hours": 720}), **born(50)), "routine"),
    (
        "one that lasts 31 days",
        told(semen(0, of={"duration_hours": 744}), **born(50)),
        "within_two_weeks",
    ),
    (
        "two in the 42 days after a biopsy",
        told(semen(0), semen(5), fact(Procedure.PROSTATE_BIOPSY, 42), **born(50)),
        "watch",
    ),
    (
        "the second 43 days after a biopsy",
        told(semen(0), semen(5), fact(Procedure.PROSTATE_BIOPSY, 43), **born(50)),
        "routine",
    ),
    (
        "both later than 42 days after a biopsy",
        told(semen(0), semen(5), fact(Procedure.PROSTATE_BIOPSY, 60), **born(50)),
        "within_two_weeks",
    ),
    ("none", told(pee(0), **born(50)), "quiet"),
)

SEM_4 = rows(
    "SEM-4",
    ("blood in pee", told(pee(0)), "within_two_weeks"),
    ("blood in pee beside blood in semen", told(semen(0, S.BLOOD_IN_URINE)), "within_two_weeks"),
    ("in a body with a vagina", told(pee(0), organs=FEMALE), "within_two_weeks"),
    ("90 days ago", told(pee(90)), "within_two_weeks"),
    ("91 days ago", told(pee(91)), "quiet"),
    ("blood in semen only", told(semen(0)), "quiet"),
    (
        "from the opening, no penis",
        told(entry(0, bleeding=blood(source="urethral")), organs=FEMALE),
        "within_two_weeks",
    ),
    ("from the opening of a penis", told(entry(0, bleeding=blood(source="urethral"))), "quiet"),
    (
        "not sure: vagina or pee",
        told(
            entry(
                0,
                bleeding=blood(
                    source="unknown",
                    possible_sources=(PossibleSource.VAGINAL, PossibleSource.URINE),
                ),
            ),
            organs=FEMALE,
        ),
        "routine",
    ),
    (
        "on a day with vaginal blood",
        told(pcb(0), entry(0, S.BLOOD_IN_URINE), organs=FEMALE),
        "routine",
    ),
    (
        "also on a day without vaginal blood",
        told(pcb(0, S.BLOOD_IN_URINE), pee(5), organs=FEMALE),
        "within_two_weeks",
    ),
    (
        "a urine infection, treated and gone, at 44",
        told(pee(20), fact(InfectionTreated.UTI, 19), **born(44)),
        "routine",
    ),
    (
        "a urine infection, treated and gone, at 45",
        told(pee(20), fact(InfectionTreated.UTI, 19), **born(45)),
        "within_two_weeks",
    ),
    (
        "a urine infection, treated and gone, age not said",
        told(pee(20), fact(InfectionTreated.UTI, 19), **UNKNOWN_AGE),
        "within_two_weeks",
    ),
    (
        "blood 7 days into treatment",
        told(pee(20), pee(12), fact(InfectionTreated.UTI, 19)),
        "routine",
    ),
    (
        "blood 8 days into treatment",
        told(pee(20), pee(11), fact(InfectionTreated.UTI, 19)),
        "within_two_weeks",
    ),
    (
        "an infection treated before",
        told(pee(20), fact(InfectionTreated.UTI, 25)),
        "within_two_weeks",
    ),
    ("clots", told(pee(0, S.URINE_CLOTS)), "emergency"),
    ("a large clot counted", told(pee(0, large_clot_count=1)), "emergency"),
    ("cannot pee", told(entry(0, S.CANNOT_URINATE), organs=FEMALE), "emergency"),
    ("clots two days ago", told(pee(2, S.URINE_CLOTS)), "within_two_weeks"),
    (
        "with a blood thinner",
        told(pee(0), fact(Medication.ANTICOAGULANT, 100)),
        "same_day",
    ),
)

SEM_5 = rows(
    "SEM-5",
    ("fever with blood in semen", told(semen(0, temperature_c=38.0)), "same_day"),
    ("37.9 with blood in semen", told(semen(0, temperature_c=37.9)), "quiet"),
    ("shaking with blood in semen", told(semen(0, S.RIGORS)), "same_day"),
    ("a cold with blood in semen", told(semen(0, S.FEVERISH, S.COLD_OR_FLU)), "quiet"),
    ("groin pain with blood in semen", told(semen(0, pain=pain(2, "groin"))), "same_day"),
    ("pain elsewhere with blood in semen", told(semen(0, pain=pain(2, "penis"))), "quiet"),
    ("testicle pain with blood in semen", told(semen(0, S.TESTICULAR_PAIN)), "same_day"),
    ("fever 7 days after", told(semen(7), entry(0, S.FEVERISH)), "same_day"),
    ("fever 8 days after", told(semen(8), entry(0, S.FEVERISH)), "quiet"),
    ("fever alone", told(entry(0, S.FEVERISH)), "quiet"),
    ("sudden pain of 7, no blood", told(sore(7, sudden=True)), "emergency"),
    ("sudden pain of 6, no blood", told(sore(6, sudden=True)), "same_day"),
    ("pain of 7, slow", told(sore(7, sudden=False)), "same_day"),
    ("pain of 7, how it came not said", told(sore(7)), "same_day"),
    ("pain of 7, how it came not said, being sick", told(sore(7, S.VOMITING)), "emergency"),
    ("pain of 7 and swollen", told(sore(7, S.TESTICULAR_SWELLING)), "emergency"),
    ("pain of 6, no blood", told(sore(6)), "routine"),
    ("sudden pain of 7 in the groin", told(entry(0, pain=pain(7, "groin", sudden=True))), "quiet"),
    ("pain ticked, 28 days ago", told(entry(28, S.TESTICULAR_PAIN)), "routine"),
    ("pain ticked, 29 days ago", told(entry(29, S.TESTICULAR_PAIN)), "quiet"),
    ("no such parts", told(sore(7, sudden=True), organs=FEMALE), "quiet"),
    ("parts not said", told(sore(7, sudden=True), organs=None), "emergency"),
    (
        "fever with blood begun 90 days ago that was seen every day",
        told(*(semen(d) for d in range(91)), entry(0, S.FEVERISH)),
        "same_day",
    ),
    (
        "fever with blood begun 91 days ago that was seen every day",
        told(*(semen(d) for d in range(92)), entry(0, S.FEVERISH)),
        "quiet",
    ),
)

SEM_6 = rows(
    "SEM-6",
    *(
        (f"{sign.value} with blood in semen", told(semen(0, sign)), "within_two_weeks")
        for sign in (S.BURNING_URINATION, S.FREQUENT_URINATION, S.URETHRAL_DISCHARGE)
    ),
    ("burning alone", told(entry(0, S.BURNING_URINATION)), "quiet"),
    ("burning 28 days before", told(semen(0), entry(28, S.BURNING_URINATION)), "within_two_weeks"),
    ("burning 29 days before", told(semen(0), entry(29, S.BURNING_URINATION)), "quiet"),
    ("burning 28 days after", told(semen(28), entry(0, S.BURNING_URINATION)), "within_two_weeks"),
    (
        "a new partner 90 days before",
        told(semen(0), fact(NewPartner.NEW_PARTNER, 90)),
        "within_two_weeks",
    ),
    ("a new partner 91 days before", told(semen(0), fact(NewPartner.NEW_PARTNER, 91)), "quiet"),
    (
        "a clear test since",
        told(semen(9, S.BURNING_URINATION), fact(StiTest.NEGATIVE, 5)),
        "routine",
    ),
    (
        "a clear test before",
        told(semen(5, S.BURNING_URINATION), fact(StiTest.NEGATIVE, 9)),
        "within_two_weeks",
    ),
    ("90 days ago", told(semen(90, S.BURNING_URINATION)), "within_two_weeks"),
    ("91 days ago", told(semen(91, S.BURNING_URINATION)), "quiet"),
    (
        "blood 90 days ago and burning before it",
        told(semen(90), entry(110, S.BURNING_URINATION)),
        "within_two_weeks",
    ),
)

SEM_7 = rows(
    "SEM-7",
    ("a lump", told(entry(0, S.TESTICULAR_LUMP)), "within_two_weeks"),
    ("a lump 90 days ago", told(entry(90, S.TESTICULAR_LUMP)), "within_two_weeks"),
    ("a lump 91 days ago", told(entry(91, S.TESTICULAR_LUMP)), "quiet"),
    ("weight loss and blood", told(semen(0), entry(9, S.WEIGHT_LOSS)), "within_two_weeks"),
    ("bone pain and blood", told(semen(0), entry(9, S.BONE_PAIN)), "within_two_weeks"),
    ("weight loss, no blood", told(entry(9, S.WEIGHT_LOSS)), "quiet"),
    ("blood alone", told(semen(0)), "quiet"),
)

SEM_8 = rows(
    "SEM-8",
    ("a blood thinner", told(semen(0), fact(Medication.ANTICOAGULANT, 90)), "routine"),
    ("a bleeding disorder", told(semen(0), fact(Condition.BLEEDING_DISORDER)), "routine"),
    ("one antiplatelet", told(semen(0), fact(Medication.ANTIPLATELET, 90)), "quiet"),
    (
        "a blood thinner that was stopped",
        told(semen(0), fact(Medication.ANTICOAGULANT, 90, end=ago(30))),
        "quiet",
    ),
    ("blood 90 days ago", told(semen(90), fact(Medication.ANTICOAGULANT)), "routine"),
    ("blood 91 days ago", told(semen(91), fact(Medication.ANTICOAGULANT)), "quiet"),
)

ROWS: list[Row] = [*SEM_1, *SEM_2, *SEM_3, *SEM_4, *SEM_5, *SEM_6, *SEM_7, *SEM_8]


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_the_rule_answers(row: Row) -> None:
    assert answer_of(RULE[row.code], row.history) == row.answer


def test_every_rule_has_a_row_that_fires_and_one_that_is_quiet() -> None:
    assert without_answers(ROWS, RULES) == []


def test_every_number_is_held_by_a_row_on_each_side() -> None:
    assert unheld_numbers(ROWS, RULES) == []


def said(*records: Entry | Fact, **profile: Any) -> list[str]:
    """Return the codes of all alerts of families that could say the same, strongest first."""
    rules = (
        *emergency.RULES,
        *after_sex.RULES,
        *pains.RULES,
        *infection.RULES,
        *RULES,
        *penis.RULES,
    )
    return [alert.rule for alert in assess(told(*records, **profile), TODAY, rules=rules).alerts]


def test_one_episode_is_said_once() -> None:
    assert said(semen(0)) == ["SEM-1"]


def test_a_blood_thinner_takes_the_place_of_the_note() -> None:
    assert said(semen(0), fact(Medication.ANTICOAGULANT)) == ["SEM-8"]


def test_burning_with_blood_in_semen_is_said_once() -> None:
    assert said(semen(0, S.BURNING_URINATION)) == ["SEM-6"]


def test_fever_with_blood_in_semen_is_said_once() -> None:
    assert said(semen(0, S.FEVERISH, S.BURNING_URINATION, S.TESTICULAR_PAIN)) == ["SEM-5"]


def test_the_check_at_40_stays_beside_blood_in_pee() -> None:
    assert said(semen(0, S.BLOOD_IN_URINE), **born(50)) == ["SEM-4", "SEM-3"]


def test_two_weeks_count_from_the_second_episode() -> None:
    history = told(semen(20), semen(9), semen(0), **born(50))
    (alert,) = assess(history, TODAY, rules=(RULE["SEM-3"],)).alerts
    assert alert.be_seen_by == ago(9 - 14)


def test_the_note_after_a_biopsy_says_until_when() -> None:
    history = told(semen(0), fact(Procedure.PROSTATE_BIOPSY, 12, id="biopsy"), **born(60))
    (alert,) = assess(history, TODAY, rules=(RULE["SEM-3"],)).alerts
    assert alert.quieted_by is not None
    assert (alert.quieted_by.fact, alert.quieted_by.until) == ("biopsy", ago(12 - 42))
