"""All rules together: what ordinary diaries are told, each thing once."""

from typing import Any

import pytest
from alert_rows import (
    MALE,
    TODAY,
    a_period,
    between,
    blood,
    born,
    entry,
    fact,
    pain,
    pcb,
    told,
)

from diary.alerts import assess
from diary.model import Fact, Symptom
from diary.model.background_words import (
    Contraception,
    Medication,
    Pregnancy,
    Procedure,
    Screening,
)
from diary.model.vocabulary import Answer, Timing

S = Symptom
IMPLANT = fact(Contraception.IMPLANT, 400)
CLEAR = fact(Screening.NEGATIVE, 300)


def said(*records: Any, **profile: Any) -> set[str]:
    return {alert.rule for alert in assess(told(*records, **profile), TODAY).alerts}


def test_bleeding_after_sex_past_four_weeks_with_a_method_is_said_once() -> None:
    found = said(pcb(60), pcb(20), IMPLANT, CLEAR, **born(40))
    assert "PCB-3" in found
    assert "HRM-4" not in found


def test_bleeding_after_sex_past_four_weeks_on_testosterone_is_said_once() -> None:
    found = said(pcb(60), pcb(20), fact(Medication.TESTOSTERONE, 900), CLEAR, **born(40))
    assert "PCB-3" in found
    assert "HRM-8" not in found


def test_screening_that_is_due_is_said_once_with_the_bleeding() -> None:
    found = said(pcb(60), pcb(20), IMPLANT, fact(Screening.NEVER))
    assert "PCB-10" in found
    assert not {"HRM-4", "SCR-1"} & found


def test_a_result_to_follow_up_is_said_once_with_the_bleeding() -> None:
    found = said(pcb(20), fact(Screening.ABNORMAL, 500))
    assert "PCB-9" in found
    assert not {"PCB-10", "SCR-1"} & found


def test_a_pop_and_blood_at_the_opening_are_one_emergency() -> None:
    pop = entry(0, S.POP_OR_CRACK, bleeding=blood(source="urethral"))
    found = said(pop, organs=MALE)
    assert "PEN-1" in found
    assert "PEN-3" not in found


def test_faint_and_heavy_bleeding_from_the_bottom_are_one_emergency() -> None:
    found = said(entry(0, S.FAINT, bleeding=blood("heavy", source="rectal", stopped=False)))
    assert "REC-4" in found
    assert "EMG-1" not in found


def test_blood_in_pee_that_burns_is_said_once() -> None:
    found = said(entry(1, S.BLOOD_IN_URINE, S.BURNING_URINATION), organs=MALE)
    assert "SEM-4" in found
    assert "INF-8" not in found


def test_spotting_after_missed_pills_is_one_note() -> None:
    missed = entry(4, missed_pill_count=2)
    found = said(between(2), missed, fact(Contraception.COMBINED_PILL, 500))
    assert "HRM-5" in found
    assert not {"HRM-2", "IMB-1", "IMB-2"} & found


def test_sudden_strong_pain_with_sex_is_said_once() -> None:
    found = said(entry(0, pain=pain(8, "deep_pelvic", sudden=True, with_sex=True)))
    assert "EMG-5" in found
    assert "PAIN-3" not in found


def test_a_little_blood_with_the_first_sex_after_a_birth_is_a_note_to_watch() -> None:
    history = told(pcb(1), fact(Pregnancy.BIRTH, 40), CLEAR)
    found = {alert.rule: alert.urgency.value for alert in assess(history, TODAY).alerts}
    assert found["PRG-8"] == "watch"
    assert "PCB-1" not in found


STERILISED = fact(Contraception.STERILISATION, 900)


@pytest.mark.parametrize(("sign", "is_said"), [((), True), ((pcb(40), pcb(20)), False)])
def test_reassurance_is_left_out_where_anything_is_more_than_a_note(
    sign: tuple[Any, ...], *, is_said: bool
) -> None:
    period = a_period(0, 1, amount="light")
    notes = (*period, *period, *period)
    found = said(notes, *a_period(28), STERILISED, CLEAR, *sign)
    assert ("EMO-3" in found) is is_said


HEAVY_BETWEEN = entry(
    0,
    S.FLOODING,
    bleeding=blood(
        "heavy",
        period=Answer.NO,
        timing=Timing.NOT_AFTER_SEX,
        large_clot_count=3,
        stopped=False,
    ),
)


@pytest.mark.parametrize(
    "more",
    [(), (fact(Contraception.COPPER_IUD, 10),), (IMPLANT,), (fact(Medication.TESTOSTERONE, 60),)],
    ids=["alone", "new coil", "implant", "testosterone"],
)
def test_heavy_bleeding_outside_a_period_is_said_at_its_urgency_and_not_as_a_note(
    more: tuple[Fact, ...],
) -> None:
    found = said(HEAVY_BETWEEN, *more)
    assert "EMG-12" in found
    assert not {"IMB-2", "IMB-3", "IUD-1", "HRM-1", "HRM-2", "HRM-7"} & found


@pytest.mark.parametrize(
    ("fact_", "code"),
    [
        (fact(Contraception.COPPER_IUD, 3), "IUD-6"),
        (fact(Procedure.LLETZ, 9), "PROC-3"),
        (fact(Pregnancy.ONGOING, 140), "PRG-5"),
    ],
    ids=lambda value: getattr(value, "what", value),
)
def test_heavy_bleeding_where_a_rule_knows_more_of_it_is_said_once(fact_: Fact, code: str) -> None:
    found = said(HEAVY_BETWEEN, fact_)
    assert code in found
    assert "EMG-12" not in found


@pytest.mark.parametrize(
    ("code", "records", "profile"),
    [
        pytest.param(
            "SEM-5",
            (entry(0, S.FEVERISH, S.SWELLING_SPREADING, bleeding=blood(source="semen")),),
            {"organs": MALE},
            id="with blood in semen",
        ),
        pytest.param(
            "PRG-7",
            (
                fact(Pregnancy.BIRTH, 20),
                entry(0, S.SWELLING_SPREADING, S.DISCHARGE_SMELLY, bleeding=blood("light")),
            ),
            {},
            id="after a birth",
        ),
        pytest.param(
            "PROC-4",
            (
                fact(Procedure.LLETZ, 10),
                entry(0, S.SWELLING_SPREADING, S.FEVERISH),
            ),
            {},
            id="after a procedure",
        ),
    ],
)
def test_a_swelling_that_grows_is_said_once_with_what_it_belongs_to(
    code: str, records: tuple[Any, ...], profile: dict[str, Any]
) -> None:
    found = said(*records, **profile)
    assert code in found
    assert "INF-10" not in found
