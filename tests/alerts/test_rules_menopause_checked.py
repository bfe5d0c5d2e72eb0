"""Bleeding after the menopause that came back, or with vaginal oestrogen: row by row."""

import pytest
from alert_rows import (
    HEALING,
    Row,
    ago,
    answer_of,
    between,
    fact,
    rows,
    told,
    unheld_numbers,
    without_answers,
)
from made_up_menopause import AFTER, SOON, normal, year_without

from diary.alerts.rules.menopause import after
from diary.model import Fact
from diary.model.background_words import Hrt, Investigation, Procedure, Result

RULES = tuple(rule for rule in after.RULES if rule.code in ("PMB-11", "PMB-12"))
BY_CODE = {rule.code: rule for rule in RULES}


def sampled(days: int, result: Result) -> Fact:
    return fact(Procedure.ENDOMETRIAL_BIOPSY, days, result=result)


ABOUT_IT = ("bleeding_after_menopause",)
BEFORE = between(500)
PMB_11 = rows(
    "PMB-11",
    ("183 days after a check", told(BEFORE, normal(193), between(10), **AFTER), SOON),
    ("182 days after a check", told(BEFORE, normal(192), between(10), **AFTER), "routine"),
    ("both", told(BEFORE, normal(300), between(200), between(10), **AFTER), SOON),
    ("a check that names it", told(normal(100, *ABOUT_IT), between(10), **AFTER), "routine"),
    ("a check that names a rule", told(normal(100, "PMB-1"), between(10), **AFTER), "routine"),
    ("a check of something else", told(BEFORE, normal(100, "pain"), between(10), **AFTER), "quiet"),
    ("a check before it first came", told(normal(100), between(10), **AFTER), "quiet"),
    (
        "a scan that was clear",
        told(
            BEFORE,
            fact(Investigation.PELVIC_ULTRASOUND, 300, result=Result.NORMAL),
            between(10),
            **AFTER,
        ),
        SOON,
    ),
    (
        "a scan of unknown result",
        told(BEFORE, fact(Investigation.PELVIC_ULTRASOUND, 300), between(10), **AFTER),
        "quiet",
    ),
    *(
        (
            f"{days} days after {name}",
            told(BEFORE, normal(400), between(10), fact(done, 10 + days), **AFTER),
            answer,
        )
        for name, done, last in HEALING[3:]
        for days, answer in ((last, "quiet"), (last + 1, SOON))
    ),
    *(
        (
            f"{days} days after a sample with no result yet",
            told(BEFORE, normal(400), between(10), sampled(days, Result.PENDING), **AFTER),
            answer,
        )
        for days, answer in ((90, "routine"), (91, SOON))
    ),
    (
        "a sample after it, with no result yet",
        told(BEFORE, normal(400), between(10), sampled(9, Result.PENDING), **AFTER),
        SOON,
    ),
    ("it did not come back", told(BEFORE, normal(100), **AFTER), "quiet"),
    (
        "a later check quiets it",
        told(BEFORE, normal(300), between(10), normal(5), **AFTER),
        "watch",
    ),
    ("365 days old", told(BEFORE, normal(450), between(365), **AFTER), "routine"),
    ("366 days old", told(BEFORE, normal(450), between(366), **AFTER), "quiet"),
    (
        "a year after the last period",
        told(normal(300, *ABOUT_IT), between(5), **year_without(365)),
        SOON,
    ),
    (
        "a day less than that",
        told(normal(300, *ABOUT_IT), between(5), **year_without(364)),
        "quiet",
    ),
    (
        "28 days after HRT",
        told(BEFORE, normal(300), between(5), fact(Hrt.OTHER, 400, end=ago(33)), **AFTER),
        SOON,
    ),
    (
        "27 days after HRT",
        told(BEFORE, normal(300), between(5), fact(Hrt.OTHER, 400, end=ago(32)), **AFTER),
        "quiet",
    ),
)


def scan(days: int) -> Fact:
    return fact(Investigation.PELVIC_ULTRASOUND, days, result=Result.NORMAL)


VAGINAL = fact(Hrt.VAGINAL_OESTROGEN, 700)
PMB_12 = rows(
    "PMB-12",
    ("after the menopause", told(between(5), VAGINAL, **AFTER), SOON),
    (
        "not used any more",
        told(between(5), fact(Hrt.VAGINAL_OESTROGEN, 700, end=ago(6)), **AFTER),
        "quiet",
    ),
    ("with other HRT", told(between(5), VAGINAL, fact(Hrt.TIBOLONE, 700), **AFTER), "quiet"),
    ("before the menopause", told(between(5), VAGINAL), "quiet"),
    ("a year after the last period", told(between(5), VAGINAL, **year_without(365)), SOON),
    ("a day less than that", told(between(5), VAGINAL, **year_without(364)), "quiet"),
    ("365 days old", told(between(365), VAGINAL, **AFTER), SOON),
    ("366 days old", told(between(366), VAGINAL, **AFTER), "quiet"),
    (
        "28 days after HRT",
        told(between(5), VAGINAL, fact(Hrt.OTHER, 300, end=ago(33)), **AFTER),
        SOON,
    ),
    (
        "27 days after HRT",
        told(between(5), VAGINAL, fact(Hrt.OTHER, 300, end=ago(32)), **AFTER),
        "quiet",
    ),
    ("checked 90 days ago", told(between(200), VAGINAL, normal(90), **AFTER), "watch"),
    ("checked 91 days ago", told(between(200), VAGINAL, normal(91), **AFTER), "quiet"),
    ("a clear scan 90 days ago", told(between(200), VAGINAL, scan(90), **AFTER), SOON),
    ("a clear scan 91 days ago", told(between(200), VAGINAL, scan(91), **AFTER), "quiet"),
)
ROWS: list[Row] = [*PMB_11, *PMB_12]


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_a_rule_answers_as_its_row_says(row: Row) -> None:
    assert answer_of(BY_CODE[row.code], row.history) == row.answer


def test_every_rule_fires_in_one_row_and_is_quiet_in_another() -> None:
    assert without_answers(ROWS, RULES) == []


def test_every_number_is_held_on_both_sides_by_a_row() -> None:
    assert unheld_numbers(ROWS, RULES) == []
