"""Cycle change and long bleeding: each row is a short diary and what the rule says to it."""

import pytest
from alert_rows import (
    BY_CODE,
    MALE,
    Row,
    a_period,
    answer_of,
    between,
    blood,
    born,
    entry,
    fact,
    rows,
    told,
    unheld_numbers,
    without_answers,
)

from diary.alerts.rules.cycle import RULES
from diary.model import Entry, Symptom
from diary.model.background_words import (
    Breastfeeding,
    Condition,
    Contraception,
    PregnancyTest,
)
from diary.model.vocabulary import MenstrualStatus, Timing

S = Symptom
NEGATIVE = fact(PregnancyTest.NEGATIVE, 5)
STERILE = fact(Condition.STERILE_OR_PARTNER_STERILE)


def cycles(*lengths: int, last: int = 10) -> list[Entry]:
    """Periods with cycles of these lengths, oldest first; the last period began `last` days ago."""
    starts = [last]
    for length in reversed(lengths):
        starts.append(starts[-1] + length)
    return [e for start in starts for e in a_period(start)]


def bleeding(days: int, length: int, amount: str = "light") -> list[Entry]:
    """Bleeding on so many days on end, begun so many days ago, with nothing else said."""
    blood_of_day = blood(amount, timing=Timing.NOT_AFTER_SEX)
    return [entry(days - step, bleeding=blood_of_day) for step in range(length)]


def dry(first: int, last: int) -> list[Entry]:
    """The person's word that there was no bleeding, every few days."""
    return [entry(n, no_bleeding=True) for n in range(first, last, -5)]


UNEVEN = (28, 36, 28, 28, 28, 28)
"""Eight days between the shortest and the longest, each within 24 to 38."""

ROWS: list[Row] = [
    *rows(
        "CYC-1",
        ("two of four shorter than 24", told(cycles(28, 23, 28, 23)), "routine"),
        ("one of four shorter than 24", told(cycles(28, 28, 28, 23)), "quiet"),
        ("three of four shorter than 24", told(cycles(28, 23, 23, 23)), "routine"),
        ("24 is not short", told(cycles(28, 24, 28, 24)), "quiet"),
        ("two of four longer than 38", told(cycles(33, 39, 33, 39)), "routine"),
        ("38 is not long", told(cycles(33, 38, 33, 38)), "quiet"),
        ("the short ones are the 4th and 1st back", told(cycles(23, 28, 28, 23)), "routine"),
        ("the short ones are the 5th and 1st back", told(cycles(23, 28, 28, 28, 23)), "quiet"),
        ("eight days apart over six, at 30", told(cycles(*UNEVEN)), "routine"),
        ("eight days apart over five", told(cycles(28, 36, 28, 28, 28)), "quiet"),
        ("eight days apart, the 7th back", told(cycles(36, *UNEVEN[2:], 28, 28)), "quiet"),
        ("eight days apart over seven", told(cycles(28, *UNEVEN)), "routine"),
        ("seven days apart", told(cycles(28, 35, 28, 28, 28, 28)), "quiet"),
        ("eight days apart, turning 25", told(cycles(*UNEVEN), **born(25)), "quiet"),
        ("eight days apart, turning 26 this year", told(cycles(*UNEVEN), **born(26)), "quiet"),
        ("eight days apart, turning 27", told(cycles(*UNEVEN), **born(27)), "routine"),
        ("turning 18", told(cycles(28, 23, 28, 23), **born(18)), "routine"),
        ("turning 17", told(cycles(28, 23, 28, 23), **born(17)), "quiet"),
        ("turning 46", told(cycles(28, 23, 28, 23), **born(46)), "routine"),
        ("turning 47", told(cycles(28, 23, 28, 23), **born(47)), "quiet"),
        ("age not said", told(cycles(28, 23, 28, 23), birth_year=None), "routine"),
        ("last period 90 days ago", told(cycles(28, 23, 28, 23, last=90)), "routine"),
        ("last period 91 days ago", told(cycles(28, 23, 28, 23, last=91)), "quiet"),
        (
            "near the menopause",
            told(cycles(28, 23, 28, 23), menstrual_status=MenstrualStatus.PERIMENOPAUSE),
            "watch",
        ),
        (
            "breastfeeding",
            told(cycles(28, 23, 28, 23), fact(Breastfeeding.BREASTFEEDING, 400)),
            "watch",
        ),
        (
            "first period two years ago",
            told(cycles(28, 23, 28, 23), menarche_age=16, **born(18)),
            "watch",
        ),
        (
            "first period three years ago",
            told(cycles(28, 23, 28, 23), menarche_age=15, **born(18)),
            "routine",
        ),
        (
            "with a pill",
            told(cycles(28, 23, 28, 23), fact(Contraception.COMBINED_PILL, 300)),
            "quiet",
        ),
        ("without a womb", told(cycles(28, 23, 28, 23), organs=MALE), "quiet"),
    ),
    *rows(
        "CYC-2",
        ("two periods of nine days", told(a_period(50, 9), a_period(22, 9)), "routine"),
        ("two periods of eight days", told(a_period(50, 8), a_period(22, 8)), "quiet"),
        ("one period of nine days", told(a_period(50, 5), a_period(22, 9)), "quiet"),
        (
            "three periods of nine days",
            told(a_period(78, 9), a_period(50, 9), a_period(22, 9)),
            "routine",
        ),
        ("the first 183 days ago", told(a_period(183, 9), a_period(22, 9)), "routine"),
        ("the first 184 days ago", told(a_period(184, 9), a_period(22, 9)), "quiet"),
        ("15 days on end", told(bleeding(20, 15)), "within_two_weeks"),
        ("14 days on end", told(bleeding(20, 14)), "quiet"),
        ("15 days, ended 28 days ago", told(bleeding(42, 15)), "within_two_weeks"),
        ("15 days, ended 29 days ago", told(bleeding(43, 15)), "quiet"),
        (
            "15 days with a hormonal method",
            told(bleeding(20, 15), fact(Contraception.IMPLANT, 60)),
            "routine",
        ),
        (
            "15 days, a copper coil for 183 days",
            told(bleeding(20, 15), fact(Contraception.COPPER_IUD, 183)),
            "routine",
        ),
        (
            "15 days, a copper coil for 184 days",
            told(bleeding(20, 15), fact(Contraception.COPPER_IUD, 184)),
            "within_two_weeks",
        ),
    ),
    *rows(
        "CYC-3",
        ("90 days", told(a_period(90), dry(84, 0), NEGATIVE), "routine"),
        ("89 days", told(a_period(89), dry(84, 0), NEGATIVE), "quiet"),
        ("not tested", told(a_period(90), dry(84, 0)), "not enough"),
        ("not tested, pregnancy not possible", told(a_period(90), dry(84, 0), STERILE), "routine"),
        (
            "the test was positive",
            told(a_period(90), dry(84, 0), fact(PregnancyTest.POSITIVE, 5)),
            "quiet",
        ),
        (
            "the test was not clear",
            told(a_period(90), dry(84, 0), fact(PregnancyTest.UNCLEAR, 5)),
            "quiet",
        ),
        (
            "tested 28 days after the last period",
            told(a_period(95), dry(89, 0), fact(PregnancyTest.NEGATIVE, 67)),
            "routine",
        ),
        (
            "tested 27 days after the last period",
            told(a_period(95), dry(89, 0), fact(PregnancyTest.NEGATIVE, 68)),
            "not enough",
        ),
        ("nothing written down for 100 days", told(a_period(100), NEGATIVE), "quiet"),
        (
            "nothing but the word that it is late",
            told(a_period(100), entry(0, S.PERIOD_LATE), NEGATIVE),
            "routine",
        ),
        (
            "said to be late 90 days ago",
            told(a_period(200), entry(90, S.PERIOD_LATE), NEGATIVE),
            "routine",
        ),
        (
            "said to be late 91 days ago",
            told(a_period(200), entry(91, S.PERIOD_LATE), NEGATIVE),
            "quiet",
        ),
        ("turning 16", told(a_period(90), dry(84, 0), NEGATIVE, **born(16)), "routine"),
        ("turning 15", told(a_period(90), dry(84, 0), NEGATIVE, **born(15)), "quiet"),
        ("turning 45", told(a_period(90), dry(84, 0), NEGATIVE, **born(45)), "routine"),
        ("turning 46", told(a_period(90), dry(84, 0), NEGATIVE, **born(46)), "quiet"),
        (
            "with an implant",
            told(a_period(90), dry(84, 0), NEGATIVE, fact(Contraception.IMPLANT, 300)),
            "quiet",
        ),
        (
            "spotting is no period",
            told(a_period(90), dry(84, 13), between(12), dry(9, 0), NEGATIVE),
            "routine",
        ),
    ),
]


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_the_rule_answers(row: Row) -> None:
    assert answer_of(BY_CODE[row.code], row.history) == row.answer


def test_every_rule_has_a_row_that_fires_and_one_that_is_quiet() -> None:
    assert without_answers(ROWS, RULES) == []


def test_every_number_is_held_by_a_row_on_each_side() -> None:
    assert unheld_numbers(ROWS, RULES) == []
