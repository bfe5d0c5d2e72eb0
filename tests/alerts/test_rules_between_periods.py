"""Bleeding between periods: each row is a short diary and what the rule says to it."""

import pytest
from alert_rows import (
    BY_CODE,
    HEALING,
    MALE,
    Row,
    a_period,
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

from diary.alerts.rules.between_periods import RULES
from diary.model import Entry, Fact, Symptom
from diary.model.background_words import (
    Condition,
    Contraception,
    Investigation,
    Medication,
    Pregnancy,
    Procedure,
    Screening,
)
from diary.model.fact import FactWord
from diary.model.vocabulary import MenstrualStatus, Timing

S = Symptom


def monthly(*days: int) -> list[Entry]:
    """Periods of five days, begun so many days ago."""
    return [e for number in days for e in a_period(number)]


def spots(*days: int) -> list[Entry]:
    return [e for number in days for e in between(number)]


def early(days: int, spotting: int) -> tuple[Entry, ...]:
    """A period begun so many days ago, with days of spotting right before it."""
    return (
        *(
            entry(days + n, bleeding=blood(timing=Timing.NOT_AFTER_SEX))
            for n in (range(1, spotting + 1))
        ),
        *a_period(days),
    )


REASONS: tuple[tuple[str, int, FactWord], ...] = (
    ("a coil fitted", 183, Contraception.COPPER_IUD),
    *((name, days, done) for name, done, days in HEALING),
    ("a smear, by its result", 2, Screening.NEGATIVE),
    ("a birth", 42, Pregnancy.BIRTH),
    ("a loss", 42, Pregnancy.MISCARRIAGE),
    ("an emergency pill", 7, Medication.EMERGENCY_CONTRACEPTION),
)


def settling(shift: int) -> list[tuple[str, int, Fact | Entry]]:
    """Reasons to wait at the end of their windows, or so many days beyond."""
    missed = ("pills missed", 14 + shift, entry(14 + shift, S.MISSED_PILLS))
    return [
        *((name, days + shift, fact(what, days + shift)) for name, days, what in REASONS),
        missed,
    ]


SETTLING = settling(0)
SETTLED = settling(1)
FOUR = (168, 140, 112, 84, 56, 28, 0)
MONTHS = (7, 35, 63, 91)
"""On 23 June, 26 May, 28 April and 31 March: in four months running, and not in mid-cycle."""

ROWS: list[Row] = [
    *rows(
        "IMB-1",
        ("13 days before a period", told(monthly(56, 28, 0), spots(13)), "watch"),
        ("16 days before a period", told(monthly(56, 28, 0), spots(16)), "watch"),
        ("17 days before a period", told(monthly(56, 28, 0), spots(17)), "quiet"),
        ("9 days before a period", told(monthly(56, 28, 0), spots(9)), "quiet"),
        ("turning 44", told(monthly(56, 28, 0), spots(13), **born(44)), "watch"),
        ("turning 45", told(monthly(56, 28, 0), spots(13), **born(45)), "quiet"),
        ("age not said", told(monthly(56, 28, 0), spots(13), birth_year=None), "watch"),
        ("two days long", told(monthly(56, 28, 0), between(14, 2)), "watch"),
        ("three days long", told(monthly(56, 28, 0), between(14, 3)), "quiet"),
        ("medium", told(monthly(56, 28, 0), between(13, amount="medium")), "quiet"),
        ("two cycles running", told(monthly(84, 56, 28, 0), spots(41, 13)), "watch"),
        ("three cycles running", told(monthly(84, 56, 28, 0), spots(69, 41, 13)), "quiet"),
        (
            "three cycles, but not running",
            told(monthly(112, 84, 56, 28, 0), spots(97, 69, 13)),
            "watch",
        ),
        ("35 days ago", told(monthly(78, 50, 22), spots(35)), "watch"),
        ("36 days ago", told(monthly(79, 51, 23), spots(36)), "quiet"),
        (
            "the first of three running 120 days ago",
            told(monthly(149, 107, 65, 22), spots(120, 78, 35)),
            "quiet",
        ),
        (
            "the first of three running 121 days ago",
            told(monthly(149, 107, 65, 22), spots(121, 78, 35)),
            "watch",
        ),
    ),
    *rows(
        "IMB-2",
        ("one spell", told(monthly(56, 28), spots(20)), "routine note"),
        ("two spells are for another rule", told(monthly(56, 28), spots(20, 48)), "quiet"),
        ("only periods", told(monthly(56, 28)), "quiet"),
        ("in mid-cycle, turning 44", told(monthly(56, 28, 0), spots(13), **born(44)), "quiet"),
        (
            "in mid-cycle, turning 45",
            told(monthly(56, 28, 0), spots(13), **born(45)),
            "routine note",
        ),
        ("one heavy spell", told(between(3, amount="heavy")), "routine"),
        ("one medium spell", told(between(3, amount="medium")), "routine note"),
        ("90 days ago", told(spots(90)), "routine note"),
        ("91 days ago", told(spots(91)), "quiet"),
        ("the day before a period", told(monthly(56, 28), spots(29)), "quiet"),
        ("without a womb", told(spots(20), organs=MALE), "quiet"),
        (
            "after the menopause nobody is left without a word",
            told(spots(20), menstrual_status=MenstrualStatus.POSTMENOPAUSE),
            "routine note",
        ),
        (
            "in pregnancy nobody is left without a word",
            told(spots(2), fact(Pregnancy.ONGOING, 60)),
            "routine note",
        ),
        (
            "with a hormonal method other rules count",
            told(spots(20), fact(Contraception.IMPLANT, 400)),
            "quiet",
        ),
        (
            "with testosterone other rules count",
            told(spots(20), fact(Medication.TESTOSTERONE, 400)),
            "quiet",
        ),
        *(
            (f"{what}, {days} days ago", told(spots(0), since), "watch")
            for what, days, since in SETTLING
        ),
        *(
            (f"{what}, {days} days ago", told(spots(0), since), "routine note")
            for what, days, since in SETTLED
        ),
        (
            "one explained and one not",
            told(spots(0, 50), fact(Procedure.CERVICAL_SMEAR, 1)),
            "routine note",
        ),
        (
            "medium after a look into the womb",
            told(between(0, amount="medium"), fact(Procedure.HYSTEROSCOPY, 5)),
            "routine note",
        ),
        ("after sex, as every bleed is", told(pcb(0)), "quiet"),
        (
            "two, both explained",
            told(spots(0, 4), fact(Procedure.CERVICAL_BIOPSY, 5)),
            "watch",
        ),
    ),
    *rows(
        "IMB-3",
        ("two spells", told(monthly(56, 28), spots(20, 48)), "routine"),
        ("one spell", told(monthly(56, 28), spots(20)), "quiet"),
        ("three spells", told(monthly(56, 28), spots(4, 20, 48)), "routine"),
        ("one of 3 days", told(between(20, 3)), "routine"),
        ("one of 2 days", told(between(20, 2)), "quiet"),
        ("the first 90 days ago", told(spots(20, 90)), "routine"),
        ("the first 91 days ago", told(spots(20, 91)), "quiet"),
        *(
            (f"one explained: {what}, {days} days ago", told(spots(0, 55), since), "quiet")
            for what, days, since in SETTLING
            if days < 50
        ),
        *(
            (f"none explained: {what}, {days} days ago", told(spots(0, 55), since), "routine")
            for what, days, since in SETTLED
            if days < 50
        ),
        (
            "one explained: a coil fitted 183 days before it",
            told(spots(0, 85), fact(Contraception.COPPER_IUD, 183)),
            "quiet",
        ),
        (
            "one explained: a coil fitted 184 days before the other",
            told(spots(0, 85), fact(Contraception.COPPER_IUD, 184)),
            "quiet",
        ),
        (
            "none explained: a coil fitted 184 days before the first",
            told(spots(0, 85), fact(Contraception.COPPER_IUD, 269)),
            "routine",
        ),
        (
            "one explained: a coil fitted 183 days before the first",
            told(spots(0, 85), fact(Contraception.COPPER_IUD, 268)),
            "quiet",
        ),
    ),
    *rows(
        "IMB-4",
        ("four months running", told(monthly(*FOUR), spots(*MONTHS)), "routine"),
        ("three months running", told(monthly(*FOUR), spots(*MONTHS[:3])), "quiet"),
        ("four months, not running", told(monthly(*FOUR), spots(*MONTHS[:3], 160)), "quiet"),
        ("five months running", told(monthly(*FOUR), spots(*MONTHS, 130)), "routine"),
        (
            "a risk of the womb lining",
            told(monthly(*FOUR), spots(*MONTHS), fact(Condition.PCOS)),
            "within_two_weeks",
        ),
        (
            "tamoxifen in the past",
            told(monthly(*FOUR), spots(*MONTHS), fact(Medication.TAMOXIFEN, 4000)),
            "within_two_weeks",
        ),
        (
            "a risk, and scanned since it began",
            told(
                monthly(*FOUR),
                spots(*MONTHS),
                fact(Condition.PCOS),
                fact(Investigation.PELVIC_ULTRASOUND, 50),
            ),
            "routine",
        ),
        (
            "the last one 60 days ago",
            told(spots(60, 75, 105, 140)),
            "routine",
        ),
        (
            "the last one 61 days ago",
            told(spots(61, 105, 140, 160)),
            "quiet",
        ),
        (
            "with a hormonal method",
            told(spots(*MONTHS), fact(Contraception.IMPLANT, 400)),
            "quiet",
        ),
    ),
    *rows(
        "IMB-5",
        (
            "two cycles, turning 45",
            told(monthly(84, 56, 28, 0), spots(7, 35), **born(45)),
            "within_two_weeks",
        ),
        ("two cycles, turning 44", told(monthly(84, 56, 28, 0), spots(7, 35), **born(44)), "quiet"),
        (
            "age not said",
            told(monthly(84, 56, 28, 0), spots(7, 35), birth_year=None),
            "not enough",
        ),
        (
            "in mid-cycle of two cycles, turning 45",
            told(monthly(84, 56, 28, 0), spots(13, 41), **born(45)),
            "within_two_weeks",
        ),
        (
            "in mid-cycle of two cycles, turning 44",
            told(monthly(84, 56, 28, 0), spots(13, 41), **born(44)),
            "quiet",
        ),
        ("twice in one cycle", told(monthly(56, 28, 0), spots(7, 20), **born(45)), "quiet"),
        ("one cycle", told(monthly(56, 28, 0), spots(7), **born(45)), "quiet"),
        (
            "three cycles",
            told(monthly(84, 56, 28, 0), spots(7, 35, 63), **born(45)),
            "within_two_weeks",
        ),
        (
            "the first 183 days ago",
            told(monthly(193, 165, 28, 0), spots(7, 183), **born(45)),
            "within_two_weeks",
        ),
        (
            "the first 184 days ago",
            told(monthly(193, 165, 28, 0), spots(7, 184), **born(45)),
            "quiet",
        ),
    ),
    *rows(
        "IMB-6",
        ("three days before three periods", told(*(early(n, 3) for n in (56, 28, 0))), "routine"),
        ("three days before two periods", told(*(early(n, 3) for n in (28, 0))), "quiet"),
        ("two days before three periods", told(*(early(n, 2) for n in (56, 28, 0))), "quiet"),
        (
            "three days before four periods",
            told(*(early(n, 3) for n in (84, 56, 28, 0))),
            "routine",
        ),
        ("the first 183 days ago", told(*(early(n, 3) for n in (183, 28, 0))), "routine"),
        ("the first 184 days ago", told(*(early(n, 3) for n in (184, 28, 0))), "quiet"),
    ),
]


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_the_rule_answers(row: Row) -> None:
    assert answer_of(BY_CODE[row.code], row.history) == row.answer


def test_every_rule_has_a_row_that_fires_and_one_that_is_quiet() -> None:
    assert without_answers(ROWS, RULES) == []


def test_every_number_is_held_by_a_row_on_each_side() -> None:
    assert unheld_numbers(ROWS, RULES) == []
