"""Without a womb, near the menopause and with tamoxifen: row by row."""

import pytest
from alert_rows import (
    HEALING,
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
from made_up_menopause import AFTER, NO_WOMB, PERI, SOON, cycles, year_without

from diary.alerts.rules.menopause.around import RULES
from diary.model import Symptom
from diary.model.background_words import Hrt, Medication, Procedure
from diary.model.vocabulary import Colour, Organ

BY_CODE = {rule.code: rule for rule in RULES}
PMB_8 = rows(
    "PMB-8",
    ("after the menopause", told(between(5), **{**AFTER, **NO_WOMB}), "routine"),
    ("after the menopause, after sex", told(pcb(5), **{**AFTER, **NO_WOMB}), "routine"),
    ("before it, not after sex", told(between(5), **NO_WOMB), "routine"),
    ("before it, after sex", told(pcb(5), **NO_WOMB), "quiet"),
    ("with a womb", told(between(5), **AFTER), "quiet"),
    ("a womb that was not said", told(between(5), **AFTER, organs=None), "quiet"),
    (
        "a vagina made by surgery",
        told(between(5), organs=(Organ.NEOVAGINA, Organ.PROSTATE)),
        "quiet",
    ),
    ("no vagina", told(entry(5, bleeding=blood(source="unknown")), organs=(Organ.PENIS,)), "quiet"),
    ("183 days old", told(between(183), **NO_WOMB), "routine"),
    ("184 days old", told(between(184), **NO_WOMB), "quiet"),
    (
        "medium, after an operation",
        told(between(0, amount="medium"), fact(Procedure.HYSTERECTOMY, 9), **NO_WOMB),
        "routine",
    ),
    (
        "brown, after an operation",
        told(
            entry(0, bleeding=blood(None, colour=Colour.BROWN)),
            fact(Procedure.HYSTERECTOMY, 9),
            **NO_WOMB,
        ),
        "watch",
    ),
    (
        "a stain, after an operation",
        told(entry(0, Symptom.DISCHARGE_BLOODSTAINED), fact(Procedure.HYSTERECTOMY, 9), **NO_WOMB),
        "watch",
    ),
    *(
        answer
        for name, done, days in HEALING[3:]
        for answer in (
            (f"{days} days after {name}", told(between(0), fact(done, days), **NO_WOMB), "watch"),
            (
                f"{days + 1} days after {name}",
                told(between(0), fact(done, days + 1), **NO_WOMB),
                "routine",
            ),
        )
    ),
)
UNEVEN = cycles(28, 45, 28)
NEAR_40 = {**PERI, **born(40)}
PMB_9 = rows(
    "PMB-9",
    ("a long cycle", told(UNEVEN, **NEAR_40), "watch"),
    ("under 40", told(UNEVEN, **PERI, **born(39)), "quiet"),
    ("of unknown age", told(UNEVEN, **PERI, birth_year=None), "watch"),
    ("at 46 with nothing said", told(UNEVEN, **born(46)), "watch"),
    ("at 45 with nothing said", told(UNEVEN, **born(45)), "quiet"),
    ("after the menopause", told(UNEVEN, **AFTER), "quiet"),
    ("39 days", told(cycles(28, 39, 28), **NEAR_40), "watch"),
    ("38 days", told(cycles(28, 38, 28), **NEAR_40), "quiet"),
    ("23 days", told(cycles(28, 23, 28), **NEAR_40), "watch"),
    ("24 days", told(cycles(28, 24, 28), **NEAR_40), "quiet"),
    ("in the last four cycles", told(cycles(45, 28, 28, 28), **NEAR_40), "watch"),
    ("before the last four cycles", told(cycles(45, 28, 28, 28, 28), **NEAR_40), "quiet"),
    ("the last cycle ended 90 days ago", told(cycles(28, 45, last=90), **NEAR_40), "watch"),
    ("the last cycle ended 91 days ago", told(cycles(28, 45, last=91), **NEAR_40), "quiet"),
    ("with bleeding between periods", told(UNEVEN, between(30), **NEAR_40), "quiet"),
    ("with bleeding after sex", told(UNEVEN, pcb(24), **NEAR_40), "quiet"),
    ("with heavy periods", told(cycles(28, 45, amount="heavy"), **NEAR_40), "quiet"),
    ("with periods of 8 days", told(cycles(28, 45, days=8), **NEAR_40), "watch"),
    ("with periods of 9 days", told(cycles(28, 45, days=9), **NEAR_40), "quiet"),
    (
        "with a long one 183 days ago",
        told(a_period(183, 9), cycles(45, 28, 28, 28), **NEAR_40),
        "quiet",
    ),
    (
        "with a long one 184 days ago",
        told(a_period(184, 9), cycles(45, 28, 28, 28), **NEAR_40),
        "watch",
    ),
)
TAMOXIFEN = fact(Medication.TAMOXIFEN, 3000, end=ago(1200))
PMB_10 = rows(
    "PMB-10",
    ("after the menopause", told(between(5), TAMOXIFEN, **AFTER), SOON),
    ("without tamoxifen", told(between(5), **AFTER), "quiet"),
    ("still taken", told(between(5), fact(Medication.TAMOXIFEN), **AFTER), SOON),
    ("before the menopause, between periods", told(between(5), TAMOXIFEN), SOON),
    ("before the menopause, after sex", told(pcb(5), TAMOXIFEN), SOON),
    ("a period", told(a_period(5), TAMOXIFEN), "quiet"),
    ("on HRT", told(between(5), TAMOXIFEN, fact(Hrt.TIBOLONE, 30)), SOON),
    ("the planned bleed of HRT", told(a_period(5), TAMOXIFEN, fact(Hrt.SEQUENTIAL, 90)), "quiet"),
    ("without a womb", told(between(5), TAMOXIFEN, **NO_WOMB), "quiet"),
    ("a year after the last period", told(a_period(5, 1), TAMOXIFEN, **year_without(365)), SOON),
    ("a day less than that", told(a_period(5, 1), TAMOXIFEN, **year_without(364)), "quiet"),
    ("365 days old", told(between(365), TAMOXIFEN, **AFTER), SOON),
    ("366 days old", told(between(366), TAMOXIFEN, **AFTER), "quiet"),
)
ROWS: list[Row] = [*PMB_8, *PMB_9, *PMB_10]


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_a_rule_answers_as_its_row_says(row: Row) -> None:
    assert answer_of(BY_CODE[row.code], row.history) == row.answer


def test_every_rule_fires_in_one_row_and_is_quiet_in_another() -> None:
    assert without_answers(ROWS, RULES) == []


def test_every_number_is_held_on_both_sides_by_a_row() -> None:
    assert unheld_numbers(ROWS, RULES) == []
