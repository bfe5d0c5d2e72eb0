"""Bleeding on testosterone: each row is a short diary and what the rule says to it."""

import pytest
from alert_rows import (
    Row,
    a_period,
    ago,
    answer_of,
    between,
    born,
    fact,
    pcb,
    rows,
    told,
    unheld_numbers,
    without_answers,
)
from made_up_menopause import SOON

from diary.alerts.rules.hormonal.testosterone import RULES
from diary.model import Fact
from diary.model.background_words import Medication
from diary.model.vocabulary import Organ

BY_CODE = {rule.code: rule for rule in RULES}
NEW, OLD = 40, 500


def took_t(days: int | None, end: int | None = None) -> Fact:
    return fact(Medication.TESTOSTERONE, days, end=None if end is None else ago(end))


ROWS: list[Row] = [
    *rows(
        "HRM-7",
        ("183 days after the start", told(between(5), took_t(188)), "watch"),
        ("184 days after the start", told(between(5), took_t(189)), "quiet"),
        ("what is called a period", told(a_period(5), took_t(NEW)), "watch"),
        ("an unknown start", told(between(5), took_t(None)), "quiet"),
        ("a new dose is no new start", told(between(5), took_t(900, end=41), took_t(40)), "quiet"),
        ("heavy", told(between(5, amount="heavy"), took_t(NEW)), "routine"),
        ("after sex", told(pcb(5), took_t(NEW)), "quiet"),
        ("before testosterone", told(between(50), took_t(NEW)), "quiet"),
        ("90 days old", told(between(90), took_t(120)), "watch"),
        ("91 days old", told(between(91), took_t(120)), "quiet"),
    ),
    *rows(
        "HRM-8",
        ("184 days after the start", told(between(5), took_t(189)), "routine"),
        ("183 days after the start", told(between(5), took_t(188)), "quiet"),
        ("an unknown start", told(between(5), took_t(None)), "routine"),
        ("after sex, new", told(pcb(5), took_t(NEW)), "routine"),
        ("twice after sex, new", told(pcb(20), pcb(5), took_t(NEW)), SOON),
        ("heavy", told(between(5, amount="heavy"), took_t(OLD)), SOON),
        ("heavy in the first months", told(between(5, amount="heavy"), took_t(NEW)), "quiet"),
        ("at 45", told(between(5), took_t(OLD), **born(45)), SOON),
        ("at 44", told(between(5), took_t(OLD), **born(44)), "routine"),
        ("at 45, in the first months", told(between(5), took_t(NEW), **born(45)), "quiet"),
        ("stopped", told(between(5), took_t(OLD, end=6)), "quiet"),
        ("183 days old", told(between(183), took_t(OLD)), "routine"),
        ("184 days old", told(between(184), took_t(OLD)), "quiet"),
        ("without a womb", told(between(5), took_t(OLD), organs=(Organ.VAGINA,)), "quiet"),
        ("parts not said", told(between(5), took_t(OLD), organs=None), "routine"),
    ),
]


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_a_rule_answers_as_its_row_says(row: Row) -> None:
    assert answer_of(BY_CODE[row.code], row.history) == row.answer


def test_every_rule_fires_in_one_row_and_is_quiet_in_another() -> None:
    assert without_answers(ROWS, RULES) == []


def test_every_number_is_held_on_both_sides_by_a_row() -> None:
    assert unheld_numbers(ROWS, RULES) == []
