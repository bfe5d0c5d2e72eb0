"""Bleeding on HRT and after it: each row is a short diary and what the rule says to it."""

import pytest
from alert_rows import (
    Row,
    a_period,
    ago,
    answer_of,
    between,
    blood,
    born,
    entry,
    fact,
    pcb,
    rows,
    told,
    unheld_numbers,
    without_answers,
)
from made_up_menopause import PERI, SOON

from diary.alerts.rules.menopause.on_hrt import RULES
from diary.model import Fact, Symptom
from diary.model.background_words import Condition, Contraception, Hrt, Medication, Visit
from diary.model.vocabulary import Clots, Organ

BY_CODE = {rule.code: rule for rule in RULES}


def combined(days: int | None, end: int | None = None) -> Fact:
    return fact(Hrt.CONTINUOUS_COMBINED, days, end=None if end is None else ago(end))


def sequential(days: int) -> Fact:
    return fact(Hrt.SEQUENTIAL, days)


def changed(start: int, change: int) -> tuple[Fact, Fact]:
    return (combined(start, end=change + 1), fact(Hrt.TIBOLONE, change))


SETTLED = combined(900)
MONTHLY = [*a_period(33), *a_period(5)]
UNSAID = [entry(day, bleeding=blood("light")) for day in (33, 32, 5, 4)]

ROWS: list[Row] = [
    *rows(
        "PMB-3",
        ("183 days after the start", told(between(5), combined(188)), "routine"),
        ("184 days after the start", told(between(5), combined(189)), "quiet"),
        ("90 days after a change", told(between(5), *changed(900, 95)), "routine"),
        ("91 days after a change", told(between(5), *changed(900, 96)), "quiet"),
        (
            "a hormonal IUD fitted for it is a change",
            told(between(5), SETTLED, fact(Contraception.HORMONAL_IUD, 60)),
            "routine",
        ),
        (
            "a long break begins a new course",
            told(between(5), combined(900, end=80), fact(Hrt.TIBOLONE, 40)),
            "routine",
        ),
        ("an unknown start", told(between(5), combined(None)), "quiet"),
        ("before HRT", told(between(50), combined(40)), "quiet"),
        ("vaginal oestrogen alone", told(between(5), fact(Hrt.VAGINAL_OESTROGEN, 40)), "quiet"),
        ("no womb", told(between(5), combined(40), organs=(Organ.VAGINA,)), "quiet"),
        (
            "oestrogen with a vagina made by surgery",
            told(pcb(5), fact(Hrt.OESTROGEN_ONLY, 40), organs=(Organ.NEOVAGINA, Organ.PROSTATE)),
            "quiet",
        ),
        ("blood after sex", told(pcb(5), combined(40)), "routine"),
        ("183 days old", told(between(183), combined(200)), "routine"),
        ("184 days old", told(between(184), combined(200)), "quiet"),
        ("the planned bleed of 7 days", told(a_period(6, 7), sequential(900)), "watch"),
        ("the planned bleed of 8 days", told(a_period(7, 8), sequential(900)), "quiet"),
        ("a monthly bleed of which nothing is said", told(UNSAID, sequential(900)), "watch"),
        ("a planned bleed 35 days ago", told(a_period(35, 1), sequential(900)), "watch"),
        ("a planned bleed 36 days ago", told(a_period(36, 1), sequential(900)), "quiet"),
        ("one that is said to be none", told(between(5), sequential(900)), "quiet"),
        ("a period said on continuous HRT", told(a_period(5, 2), combined(40)), "routine"),
        (
            "a blood thinner",
            told(between(5), combined(40), fact(Medication.ANTICOAGULANT, 400)),
            SOON,
        ),
    ),
    *rows(
        "PMB-4",
        ("184 days after the start", told(between(5), combined(189)), SOON),
        ("183 days after the start", told(between(5), combined(188)), "quiet"),
        ("91 days after a change", told(between(5), *changed(900, 96)), SOON),
        ("90 days after a change", told(between(5), *changed(900, 95)), "quiet"),
        ("an unknown start", told(between(5), combined(None)), SOON),
        ("blood after sex", told(pcb(5), SETTLED), SOON),
        ("a stain", told(entry(5, Symptom.DISCHARGE_BLOODSTAINED), SETTLED), SOON),
        ("a planned bleed", told(MONTHLY, sequential(900)), "quiet"),
        (
            "an unplanned bleed beside planned ones",
            told(MONTHLY, between(18), sequential(900)),
            SOON,
        ),
        (
            "spotting of which nothing is said",
            told(entry(5, bleeding=blood()), sequential(900)),
            SOON,
        ),
        ("what is called a period on continuous HRT", told(a_period(5, 2), SETTLED), SOON),
        ("no blood", told(SETTLED), "quiet"),
        ("HRT that ended before", told(between(5), combined(900, end=6)), "quiet"),
        ("183 days old", told(between(183), SETTLED), SOON),
        ("184 days old", told(between(184), SETTLED), "quiet"),
        (
            "told to wait",
            told(between(5), SETTLED, fact(Visit.TOLD_EXPECTED, 2, about=("hrt",))),
            "watch",
        ),
    ),
    *rows(
        "PMB-5",
        ("heavy", told(between(5, amount="heavy"), combined(40)), SOON),
        ("medium", told(between(5, amount="medium"), combined(40)), "quiet"),
        ("a large clot", told(entry(5, bleeding=blood(clots=Clots.LARGE)), combined(40)), SOON),
        ("small clots", told(entry(5, bleeding=blood(clots=Clots.SMALL)), combined(40)), SOON),
        (
            "small clots in a planned bleed",
            told(a_period(5, clots=Clots.SMALL), sequential(900)),
            "quiet",
        ),
        ("a heavy planned bleed", told(a_period(5, amount="heavy"), sequential(900)), SOON),
        ("8 days", told(between(9, 8), combined(40)), SOON),
        ("7 days", told(between(9, 7), combined(40)), "quiet"),
        (
            "8 days in one entry",
            told(entry(5, bleeding=blood(duration_hours=170)), combined(40)),
            SOON,
        ),
        (
            "7 days in one entry",
            told(entry(5, bleeding=blood(duration_hours=168)), combined(40)),
            "quiet",
        ),
        (
            "15 days of 28",
            told(between(27, 5), between(18, 5), between(4, 5), combined(40)),
            SOON,
        ),
        (
            "14 days of 28",
            told(between(27, 5), between(18, 5), between(4, 4), combined(40)),
            "quiet",
        ),
        (
            "15 days of 29",
            told(between(28, 5), between(18, 5), between(4, 5), combined(40)),
            "quiet",
        ),
        ("without HRT", told(between(5, amount="heavy")), "quiet"),
        ("183 days old", told(between(183, amount="heavy"), combined(300)), SOON),
        ("184 days old", told(between(184, amount="heavy"), combined(300)), "quiet"),
    ),
    *rows(
        "PMB-6",
        *(
            (what.value, told(between(5), combined(40), fact(what)), SOON)
            for what in (
                Condition.BMI_40_PLUS,
                Condition.LYNCH_SYNDROME,
                Condition.COWDEN_SYNDROME,
            )
        ),
        ("no risk", told(between(5), combined(40)), "quiet"),
        ("without blood", told(combined(40), fact(Condition.BMI_40_PLUS)), "quiet"),
        (
            "three smaller ones",
            told(
                between(5),
                combined(40),
                *map(fact, (Condition.BMI_30_39, Condition.DIABETES, Condition.PCOS)),
            ),
            SOON,
        ),
        (
            "two smaller ones",
            told(between(5), combined(40), *map(fact, (Condition.DIABETES, Condition.PCOS))),
            "quiet",
        ),
        ("oestrogen alone for 184 days", told(between(5), fact(Hrt.OESTROGEN_ONLY, 189)), SOON),
        ("oestrogen alone for 183 days", told(between(5), fact(Hrt.OESTROGEN_ONLY, 188)), "quiet"),
        (
            "oestrogen with a hormonal IUD",
            told(
                between(5),
                fact(Hrt.OESTROGEN_ONLY, 900),
                fact(Contraception.HORMONAL_IUD, 900),
            ),
            "quiet",
        ),
        (
            "oestrogen alone for 90 days, and two smaller ones",
            told(
                between(5),
                fact(Hrt.OESTROGEN_ONLY, 95),
                *map(fact, (Condition.DIABETES, Condition.PCOS)),
            ),
            SOON,
        ),
        (
            "oestrogen alone for 89 days, and two smaller ones",
            told(
                between(5),
                fact(Hrt.OESTROGEN_ONLY, 94),
                *map(fact, (Condition.DIABETES, Condition.PCOS)),
            ),
            "quiet",
        ),
        ("sequential for 1827 days", told(between(5), sequential(1832)), SOON),
        ("sequential for 1826 days", told(between(5), sequential(1831)), "quiet"),
        ("its planned bleed", told(MONTHLY, sequential(1900)), "quiet"),
        (
            "low progestogen for 366 days",
            told(between(5), fact(Hrt.OTHER, 371, low_progestogen=True)),
            SOON,
        ),
        (
            "low progestogen for 365 days",
            told(between(5), fact(Hrt.OTHER, 370, low_progestogen=True)),
            "quiet",
        ),
        *(
            (
                f"low progestogen for {days} days, and two smaller ones",
                told(
                    between(5),
                    fact(Hrt.OTHER, days + 5, low_progestogen=True),
                    *map(fact, (Condition.DIABETES, Condition.PCOS)),
                ),
                answer,
            )
            for days, answer in ((183, SOON), (182, "quiet"))
        ),
        ("183 days old", told(between(183), combined(300), fact(Condition.BMI_40_PLUS)), SOON),
        ("184 days old", told(between(184), combined(300), fact(Condition.BMI_40_PLUS)), "quiet"),
    ),
    *rows(
        "PMB-7",
        ("28 days after stopping", told(between(5), combined(900, end=33)), SOON),
        ("27 days after stopping", told(between(5), combined(900, end=32)), "routine note"),
        ("still on it", told(between(5), SETTLED), "quiet"),
        ("never on it", told(between(5)), "quiet"),
        ("it went on from the days with HRT", told(between(40, 31), combined(900, end=38)), SOON),
        (
            "changed to another one",
            told(between(5), combined(900, end=41), fact(Hrt.TIBOLONE, 40)),
            "quiet",
        ),
        (
            "a period near the menopause",
            told(a_period(5), combined(900, end=40), **PERI, **born(49)),
            "quiet",
        ),
        ("183 days after stopping", told(between(5), combined(900, end=188)), SOON),
        ("184 days after stopping", told(between(5), combined(900, end=189)), "quiet"),
        ("183 days old", told(between(183), combined(900, end=223)), SOON),
        ("184 days old", told(between(184), combined(900, end=224)), "quiet"),
    ),
]


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_a_rule_answers_as_its_row_says(row: Row) -> None:
    assert answer_of(BY_CODE[row.code], row.history) == row.answer


def test_every_rule_fires_in_one_row_and_is_quiet_in_another() -> None:
    assert without_answers(ROWS, RULES) == []


def test_every_number_is_held_on_both_sides_by_a_row() -> None:
    assert unheld_numbers(ROWS, RULES) == []
