"""What to say on the phone names what changes how soon somebody is seen."""

import pytest
from alert_rows import TODAY, blood, entry, fact, pcb, told

from diary.alerts import assess
from diary.model import Fact, Symptom
from diary.model.background_words import Condition, Medication, Pregnancy, Procedure

FAINT = entry(0, Symptom.FAINT, bleeding=blood("heavy"))


def said(*records: Fact) -> str:
    return assess(told(FAINT, *records), TODAY).alerts[0].what_to_say


@pytest.mark.parametrize(
    ("record", "sentence"),
    [
        (fact(Medication.ANTICOAGULANT, 90), "I take a medicine that thins my blood."),
        (fact(Condition.LOW_PLATELETS, 90), "My blood clots slowly."),
        (fact(Condition.IMMUNOSUPPRESSION, 90), "My immune system is weaker than usual."),
        (fact(Pregnancy.ONGOING, 60), "I am pregnant."),
        (fact(Procedure.HYSTEROSCOPY, 42), "I had a procedure on 19 May 2026."),
    ],
)
def test_an_emergency_names_it(record: Fact, sentence: str) -> None:
    assert sentence in said(record)


def test_a_procedure_of_more_than_six_weeks_ago_is_not_named() -> None:
    assert "procedure" not in said(fact(Procedure.HYSTEROSCOPY, 43))


def test_without_any_of_it_the_sentence_of_the_rule_stands_alone() -> None:
    assert said() == "I am bleeding and I feel faint or short of breath."


def test_what_can_wait_keeps_to_its_own_sentence() -> None:
    alerts = assess(told(pcb(10), pcb(40), fact(Medication.ANTICOAGULANT, 90)), TODAY).alerts
    (twice,) = (alert for alert in alerts if alert.rule == "PCB-2")
    assert "thins my blood" not in twice.what_to_say
