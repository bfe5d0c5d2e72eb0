"""Heavy periods: each row is a short diary and what the rule says to it."""

from dataclasses import replace

import pytest
from alert_rows import (
    BY_CODE,
    MALE,
    Row,
    a_period,
    answer_of,
    blood,
    entry,
    fact,
    rows,
    told,
    unheld_numbers,
    without_answers,
)

from diary.alerts.rules.heavy import RULES
from diary.model import Entry, Fact, Product, Symptom
from diary.model.background_words import Condition, Investigation, Result
from diary.model.vocabulary import Answer, Clots, ProductKind, Soaked

S = Symptom
FLOODING = (*a_period(50, 5, S.FLOODING), *a_period(22, 5, S.FLOODING))


def counted(days: int, points: int) -> list[Entry]:
    """A period of five days with so many lightly soaked pads in all, a point apiece."""
    counts = [points // 5 + (number < points % 5) for number in range(5)]
    return [
        replace(day, bleeding=blood("medium", period=Answer.YES, products=(light_pads(count),)))
        for day, count in zip(a_period(days), counts, strict=True)
    ]


def light_pads(count: int) -> Product:
    return Product(kind=ProductKind.PAD, soaked=Soaked.LIGHT, count=count)


def normal_count(days: int) -> Fact:
    return fact(Investigation.BLOOD_COUNT, days, result=Result.NORMAL)


ROWS: list[Row] = [
    *rows(
        "HVY-1",
        ("flooding in two periods", told(FLOODING), "routine"),
        ("flooding in one period", told(a_period(50), a_period(22, 5, S.FLOODING)), "watch"),
        ("flooding in three periods", told(FLOODING, a_period(78, 5, S.FLOODING)), "routine"),
        *(
            (
                f"{sign.value} in two periods",
                told(a_period(50, 5, sign), a_period(22, 5, sign)),
                "routine",
            )
            for sign in (
                S.CHANGING_EVERY_1_2_HOURS,
                S.DOUBLE_PROTECTION,
                S.NIGHT_CHANGES,
                S.LIFE_AFFECTED,
            )
        ),
        (
            "large clots in two periods",
            told(a_period(50, clots=Clots.LARGE), a_period(22, clots=Clots.LARGE)),
            "routine",
        ),
        (
            "small clots",
            told(a_period(50, clots=Clots.SMALL), a_period(22, clots=Clots.SMALL)),
            "quiet",
        ),
        (
            "an amount called heavy is no sign by itself",
            told(a_period(50, amount="heavy"), a_period(22, amount="heavy")),
            "quiet",
        ),
        ("a score of 100 in two periods", told(counted(50, 100), counted(22, 100)), "routine"),
        ("a score of 99", told(counted(50, 99), counted(22, 99)), "quiet"),
        ("nine days long, twice", told(a_period(50, 9), a_period(22, 9)), "routine"),
        ("eight days long, twice", told(a_period(50, 8), a_period(22, 8)), "quiet"),
        (
            "a sign in an entry of its own, on a day of the period",
            told(a_period(50), entry(48, S.FLOODING), a_period(22), entry(20, S.FLOODING)),
            "routine",
        ),
        ("the first 183 days ago", told(a_period(183, 5, S.FLOODING), FLOODING[5:]), "routine"),
        ("the first 184 days ago", told(a_period(184, 5, S.FLOODING), FLOODING[5:]), "watch"),
        ("without a womb", told(FLOODING, organs=MALE), "quiet"),
    ),
    *rows(
        "HVY-2",
        ("tired", told(FLOODING, entry(5, S.FATIGUE)), "within_two_weeks"),
        (
            "short of breath on stairs",
            told(FLOODING, entry(5, S.BREATHLESS_ON_EXERTION)),
            "within_two_weeks",
        ),
        ("palpitations", told(FLOODING, entry(5, S.PALPITATIONS)), "within_two_weeks"),
        ("low iron known", told(FLOODING, fact(Condition.LOW_IRON, 300)), "within_two_weeks"),
        ("heavy only", told(FLOODING), "quiet"),
        ("tired only", told(a_period(22), entry(5, S.FATIGUE)), "quiet"),
        ("tired 90 days ago", told(FLOODING, entry(90, S.FATIGUE)), "within_two_weeks"),
        ("tired 91 days ago", told(FLOODING, entry(91, S.FATIGUE)), "quiet"),
        ("a normal blood count", told(FLOODING, entry(5, S.FATIGUE), normal_count(90)), "quiet"),
        (
            "a normal blood count 91 days ago",
            told(FLOODING, entry(5, S.FATIGUE), normal_count(91)),
            "within_two_weeks",
        ),
        (
            "a blood count that was not normal",
            told(
                FLOODING,
                entry(5, S.FATIGUE),
                fact(Investigation.BLOOD_COUNT, 9, result=Result.ABNORMAL),
            ),
            "within_two_weeks",
        ),
        (
            "heavy 183 days ago",
            told(a_period(183, 5, S.FLOODING), entry(5, S.FATIGUE)),
            "within_two_weeks",
        ),
        (
            "heavy 184 days ago",
            told(a_period(184, 5, S.FLOODING), entry(5, S.FATIGUE)),
            "quiet",
        ),
        ("a score of 100", told(counted(22, 100), entry(5, S.FATIGUE)), "within_two_weeks"),
        ("a score of 99", told(counted(22, 99), entry(5, S.FATIGUE)), "quiet"),
        ("nine days long", told(a_period(22, 9), entry(5, S.FATIGUE)), "within_two_weeks"),
        ("eight days long", told(a_period(22, 8), entry(5, S.FATIGUE)), "quiet"),
    ),
    *rows(
        "HVY-3",
        ("bruises", told(FLOODING, entry(5, S.EASY_BRUISING)), "routine"),
        ("nosebleeds", told(FLOODING, entry(5, S.NOSEBLEEDS)), "routine"),
        ("in the family", told(FLOODING, fact(Condition.FAMILY_HISTORY_BLEEDING)), "routine"),
        ("ever since the first", told(FLOODING, fact(Condition.HEAVY_SINCE_MENARCHE)), "routine"),
        ("heavy only", told(FLOODING), "quiet"),
        ("bruises only", told(a_period(22), entry(5, S.EASY_BRUISING)), "quiet"),
        ("bruises 183 days ago", told(FLOODING, entry(183, S.EASY_BRUISING)), "routine"),
        ("bruises 184 days ago", told(FLOODING, entry(184, S.EASY_BRUISING)), "quiet"),
        ("a score of 100", told(counted(22, 100), entry(5, S.NOSEBLEEDS)), "routine"),
        ("a score of 99", told(counted(22, 99), entry(5, S.NOSEBLEEDS)), "quiet"),
        ("nine days long", told(a_period(22, 9), entry(5, S.NOSEBLEEDS)), "routine"),
        ("eight days long", told(a_period(22, 8), entry(5, S.NOSEBLEEDS)), "quiet"),
    ),
]


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_the_rule_answers(row: Row) -> None:
    assert answer_of(BY_CODE[row.code], row.history) == row.answer


def test_every_rule_has_a_row_that_fires_and_one_that_is_quiet() -> None:
    assert without_answers(ROWS, RULES) == []


def test_every_number_is_held_by_a_row_on_each_side() -> None:
    assert unheld_numbers(ROWS, RULES) == []
