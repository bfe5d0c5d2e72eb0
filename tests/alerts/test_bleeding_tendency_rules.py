"""Bruises and nosebleeds where blood clots slowly: each row is a short diary and what is said."""

import pytest
from alert_rows import (
    MALE,
    Row,
    a_period,
    answer_of,
    between,
    blood,
    entry,
    fact,
    rows,
    told,
    unheld_numbers,
    without_answers,
)

from diary.alerts.rules.bleeding_tendency import RULES
from diary.model import Symptom
from diary.model.background_words import Condition, Medication, Visit

S = Symptom
(RULE,) = RULES
LOW = fact(Condition.LOW_PLATELETS, 400)
THINNER = fact(Medication.ANTICOAGULANT, 100)
NOSE, SKIN = S.NOSEBLEEDS, S.EASY_BRUISING

ROWS = rows(
    "BLD-1",
    ("a nosebleed, low platelets", told(LOW, entry(0, NOSE)), "within_two_weeks"),
    ("bruises, a blood thinner", told(THINNER, entry(0, SKIN)), "within_two_weeks"),
    (
        "bruises, a bleeding disorder, any body",
        told(fact(Condition.BLEEDING_DISORDER), entry(0, SKIN), organs=MALE),
        "within_two_weeks",
    ),
    ("bruises, nothing known", told(entry(0, SKIN)), "quiet"),
    (
        "bruises, one platelet medicine",
        told(fact(Medication.ANTIPLATELET, 100), entry(0, SKIN)),
        "quiet",
    ),
    ("as before", told(LOW, entry(0, SKIN, NOSE, same_as_before=True)), "quiet"),
    ("no such sign", told(LOW, entry(0, S.RASH)), "quiet"),
    ("28 days ago", told(LOW, entry(28, NOSE)), "within_two_weeks"),
    ("29 days ago", told(LOW, entry(29, NOSE)), "quiet"),
    ("both at once", told(LOW, entry(0, NOSE, SKIN)), "same_day"),
    ("both within 7 days", told(LOW, entry(7, NOSE), entry(0, SKIN)), "same_day"),
    ("both within 8 days", told(LOW, entry(8, NOSE), entry(0, SKIN)), "within_two_weeks"),
    ("one of them twice", told(LOW, entry(2, NOSE), entry(0, NOSE)), "within_two_weeks"),
    ("and blood in pee", told(LOW, entry(3, NOSE), entry(0, S.BLOOD_IN_URINE)), "same_day"),
    ("and black poo", told(LOW, entry(0, NOSE, S.BLACK_STOOL)), "same_day"),
    ("and bleeding between periods", told(LOW, entry(1, NOSE), between(0)), "same_day"),
    (
        "and blood from the bottom",
        told(LOW, entry(1, NOSE), entry(0, bleeding=blood(source="rectal"))),
        "same_day",
    ),
    ("and a period", told(LOW, entry(1, NOSE), a_period(1)), "within_two_weeks"),
    (
        "and a cut",
        told(LOW, entry(1, NOSE), entry(0, bleeding=blood(source="skin"))),
        "within_two_weeks",
    ),
    (
        "two places, neither of them bruises or a nosebleed",
        told(LOW, entry(0, S.BLOOD_IN_URINE, S.BLACK_STOOL)),
        "quiet",
    ),
    ("three places", told(LOW, entry(0, NOSE, SKIN, S.BLACK_STOOL)), "same_day"),
    (
        "two places, seen since",
        told(LOW, entry(5, NOSE, SKIN), fact(Visit.PLAN_AGREED, 4)),
        "watch",
    ),
)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_the_rule_answers(row: Row) -> None:
    assert answer_of(RULE, row.history) == row.answer


def test_the_rule_has_a_row_that_fires_and_one_that_is_quiet() -> None:
    assert without_answers(ROWS, RULES) == []


def test_every_number_is_held_by_a_row_on_each_side() -> None:
    assert unheld_numbers(ROWS, RULES) == []
