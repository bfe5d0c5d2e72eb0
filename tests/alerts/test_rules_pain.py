"""Pain: each row is a short diary and what the rule says to it."""

import pytest
from alert_rows import (
    BY_CODE,
    MALE,
    Row,
    a_period,
    ago,
    answer_of,
    blood,
    born,
    dry_sex,
    entry,
    fact,
    pain,
    pcb,
    rows,
    told,
    unheld_numbers,
    without_answers,
)

from diary.alerts.rules.pain import RULES
from diary.model import Entry, Pain, Sex, Symptom
from diary.model.background_words import Condition, Pregnancy
from diary.model.vocabulary import Answer, Severity

S = Symptom


def hurt(days: int, score: int = 4, site: str = "vaginal_entrance", **more: object) -> Entry:
    """Sex that hurt, without blood."""
    return entry(days, sex=Sex(), no_bleeding=True, pain=pain(score, site, with_sex=True, **more))


def bloated(count: int, first: int = 29) -> list[Entry]:
    """Bloating on so many days, the first so many days ago."""
    return [entry(first - number, S.BLOATING) for number in range(count)]


ROWS: list[Row] = [
    *rows(
        "PAIN-1",
        ("a little, once, with a little blood", told(pcb(5, pain=pain(3))), "watch"),
        ("pain of 4", told(pcb(5, pain=pain(4))), "quiet"),
        ("pain of 2", told(pcb(5, pain=pain(2))), "watch"),
        ("no pain", told(pcb(5, pain=pain(0))), "quiet"),
        ("strength not said", told(pcb(5, pain=Pain())), "quiet"),
        ("mild in words", told(pcb(5, pain=Pain(severity=Severity.MILD))), "watch"),
        ("twice", told(pcb(5, pain=pain(2)), pcb(9, pain=pain(2))), "quiet"),
        ("without blood", told(hurt(5, 2)), "quiet"),
        ("medium blood", told(pcb(5, amount="medium", pain=pain(2))), "quiet"),
        ("a day or longer", told(pcb(5, pain=pain(2, duration_hours=24))), "quiet"),
        ("not gone yet", told(pcb(5, pain=pain(2, stopped=False))), "quiet"),
        ("90 days ago", told(pcb(90, pain=pain(2))), "watch"),
        ("91 days ago", told(pcb(91, pain=pain(2))), "quiet"),
        ("not with sex", told(entry(5, pain=pain(2), bleeding=blood())), "quiet"),
    ),
    *rows(
        "PAIN-2",
        ("pain of 4 with blood", told(pcb(5, pain=pain(4))), "routine"),
        ("pain of 3", told(pcb(5, pain=pain(3))), "quiet"),
        ("pain of 6", told(pcb(5, pain=pain(6))), "routine"),
        ("pain of 7 is for another rule", told(pcb(5, pain=pain(7))), "quiet"),
        ("moderate in words", told(pcb(5, pain=Pain(severity=Severity.MODERATE))), "routine"),
        ("without blood", told(hurt(5)), "quiet"),
        (
            "blood in another entry of that day",
            told(entry(5, pain=pain(5)), entry(5, bleeding=blood())),
            "routine",
        ),
        (
            "a period that hurts",
            told(entry(5, pain=pain(5), bleeding=blood("medium", period=Answer.YES))),
            "quiet",
        ),
        (
            "blood from the bottom",
            told(entry(5, pain=pain(5, "anus"), bleeding=blood(source="rectal")), organs=MALE),
            "routine",
        ),
        ("90 days ago", told(pcb(90, pain=pain(4))), "routine"),
        ("91 days ago", told(pcb(91, pain=pain(4))), "quiet"),
        (
            "14 days after an abortion",
            told(fact(Pregnancy.ABORTION, 15), entry(1, pain=pain(6), bleeding=blood("medium"))),
            "watch",
        ),
        (
            "15 days after an abortion",
            told(fact(Pregnancy.ABORTION, 16), entry(1, pain=pain(6), bleeding=blood("medium"))),
            "routine",
        ),
        (
            "feverish after an abortion",
            told(
                fact(Pregnancy.ABORTION, 9),
                entry(1, S.FEVERISH, pain=pain(6), bleeding=blood("medium")),
            ),
            "routine",
        ),
    ),
    *rows(
        "PAIN-3",
        ("pain of 7 with sex", told(hurt(5, 7)), "routine"),
        ("pain of 6 with sex", told(hurt(5, 6)), "quiet"),
        ("pain of 8 with sex", told(hurt(5, 8)), "routine"),
        ("with blood", told(pcb(5, pain=pain(7))), "within_two_weeks"),
        ("not with sex", told(entry(5, pain=pain(8, with_sex=False))), "quiet"),
        ("a period that hurts badly", told(a_period(5), entry(5, pain=pain(9))), "quiet"),
        (
            "belly pain that still goes on",
            told(hurt(0, 7, "deep_pelvic", stopped=False)),
            "same_day",
        ),
        ("belly pain of 6 that still goes on", told(hurt(0, 6, "belly", stopped=False)), "quiet"),
        ("pain at the entrance that still goes on", told(hurt(0, 7, stopped=False)), "routine"),
        (
            "belly pain that went on two days ago",
            told(hurt(2, 7, "deep_pelvic", stopped=False)),
            "within_two_weeks",
        ),
        (
            "belly pain that went on two days ago, and is mild since",
            told(hurt(2, 7, "deep_pelvic", stopped=False), entry(0, pain=pain(1))),
            "routine",
        ),
        ("90 days ago", told(hurt(90, 7)), "routine"),
        ("91 days ago", told(hurt(91, 7)), "quiet"),
    ),
    *rows(
        "PAIN-4",
        ("three times", told(hurt(5), hurt(15), hurt(25)), "routine"),
        ("twice", told(hurt(5), hurt(15)), "quiet"),
        ("four times", told(hurt(5), hurt(15), hurt(25), hurt(35)), "routine"),
        ("pain of 3", told(hurt(5, 3), hurt(15, 3), hurt(25, 3)), "quiet"),
        ("pain of 5", told(hurt(5, 5), hurt(15, 5), hurt(25, 5)), "routine"),
        ("without sex", told(*(entry(n, pain=pain(5)) for n in (5, 15, 25))), "quiet"),
        ("three entries of one day", told(hurt(5), hurt(5), hurt(5)), "quiet"),
        ("the first 90 days ago", told(hurt(5), hurt(15), hurt(90)), "routine"),
        ("the first 91 days ago", told(hurt(5), hurt(15), hurt(91)), "quiet"),
        ("over a day, twice", told(*(hurt(n, 2, duration_hours=24.5) for n in (5, 15))), "routine"),
        ("a day, twice", told(*(hurt(n, 2, duration_hours=24) for n in (5, 15))), "quiet"),
        ("over a day, once", told(hurt(5, 2, duration_hours=30)), "quiet"),
        (
            "over a day, three times",
            told(*(hurt(n, 2, duration_hours=30) for n in (5, 15, 25))),
            "routine",
        ),
    ),
    *rows(
        "PAIN-5",
        ("bloated on 12 days", told(bloated(12, 20), **born(50)), "within_two_weeks"),
        ("bloated on 11 days", told(bloated(11, 20), **born(50)), "quiet"),
        ("bloated on 13 days", told(bloated(13, 20), **born(50)), "within_two_weeks"),
        ("turning 49", told(bloated(12, 20), **born(49)), "quiet"),
        ("age not said", told(bloated(12, 20), birth_year=None), "not enough"),
        ("the first 29 days ago", told(bloated(12), **born(50)), "within_two_weeks"),
        ("the first 30 days ago", told(bloated(12, 30), **born(50)), "quiet"),
        (
            "belly pain",
            told(*(entry(n, pain=pain(2)) for n in range(12)), **born(50)),
            "within_two_weeks",
        ),
        (
            "pain elsewhere",
            told(*(entry(n, pain=pain(2, "vulva")) for n in range(12)), **born(50)),
            "quiet",
        ),
        (
            "bloated since 11 days, said once",
            told(entry(0, S.BLOATING, symptoms_since=ago(11)), **born(50)),
            "within_two_weeks",
        ),
        (
            "an irritable bowel for 730 days",
            told(bloated(12, 20), fact(Condition.IBS, 730), **born(50)),
            "routine",
        ),
        (
            "an irritable bowel for 729 days",
            told(bloated(12, 20), fact(Condition.IBS, 729), **born(50)),
            "within_two_weeks",
        ),
        ("without ovaries", told(bloated(12, 20), organs=MALE, **born(50)), "quiet"),
        ("sex without pain", told(dry_sex(5), **born(50)), "quiet"),
    ),
]


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_the_rule_answers(row: Row) -> None:
    assert answer_of(BY_CODE[row.code], row.history) == row.answer


def test_every_rule_has_a_row_that_fires_and_one_that_is_quiet() -> None:
    assert without_answers(ROWS, RULES) == []


def test_every_number_is_held_by_a_row_on_each_side() -> None:
    assert unheld_numbers(ROWS, RULES) == []
