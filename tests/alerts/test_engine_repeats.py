"""What `log` says unasked: only what was not said before."""

import pytest
from alert_rows import FIRST_RULES, TODAY, blood, born, entry, fact, pcb, told

from diary.alerts import assess, new_since
from diary.model import Entry, Symptom
from diary.model.background_words import Screening

S = Symptom
CLEAR = fact(Screening.NEGATIVE, 300)


def said_after(new: Entry, *before: Entry, **about: int) -> list[str]:
    """The rules that `log` names after a new entry of today."""
    was = assess(told(*before, CLEAR, **about), TODAY, rules=FIRST_RULES)
    now = assess(told(*before, new, CLEAR, **about), TODAY, rules=FIRST_RULES)
    return [alert.rule for alert in new_since(was, now)]


def test_the_first_bleed_is_said() -> None:
    assert said_after(pcb(0)) == ["PCB-1"]


def test_an_entry_that_changes_nothing_says_nothing() -> None:
    assert said_after(entry(0, no_bleeding=True), pcb(5)) == []


def test_a_stronger_alert_is_said_at_once() -> None:
    assert said_after(pcb(0), pcb(5)) == ["PCB-2"]
    assert said_after(pcb(0), pcb(28), **born(40)) == ["PCB-3"]


@pytest.mark.parametrize(("days", "said"), [(14, ["PCB-2"]), (13, [])])
def test_the_same_alert_is_said_again_after_14_days_if_something_new_supports_it(
    days: int, said: list[str]
) -> None:
    assert said_after(pcb(0), pcb(days), pcb(60)) == said


def test_a_louder_alert_is_said_at_once() -> None:
    was = assess(told(pcb(5)), TODAY, rules=FIRST_RULES)
    now = assess(told(pcb(5, S.DISCHARGE_NEW)), TODAY, rules=FIRST_RULES)
    assert [alert.rule for alert in new_since(was, now)] == ["PCB-1"]


def test_an_emergency_is_said_again_each_time_it_is_recorded() -> None:
    faint = entry(1, S.FAINT, bleeding=blood())
    again = entry(0, S.FAINT, bleeding=blood())
    assert "EMG-1" in said_after(again, faint)


def test_nothing_is_new_in_the_same_assessment() -> None:
    assessment = assess(told(pcb(0), pcb(20)), TODAY, rules=FIRST_RULES)
    assert new_since(assessment, assessment) == ()
