"""What gives way to what: one thing is said once, and nothing is lost on the way."""

from dataclasses import replace

import pytest
from alert_rows import BY_CODE, TODAY, blood, entry, pain, pcb, told

from diary.alerts import Rule, Urgency, assess
from diary.model import History, Sex
from diary.model.vocabulary import SexKind

ONE = told(pcb(5))


def say(history: History, *rules: Rule) -> list[str]:
    return [alert.rule for alert in assess(history, TODAY, rules=rules).alerts]


def rule(code: str, *supersedes: str) -> Rule:
    return replace(BY_CODE["PCB-1"], code=code, family=code, supersedes=supersedes)


def test_what_gave_way_takes_nothing_away_with_it() -> None:
    assert say(ONE, rule("A", "B"), rule("B", "C"), rule("C")) == ["A", "C"]


def test_what_a_surviving_alert_names_too_is_left_out() -> None:
    assert say(ONE, rule("A", "B", "C"), rule("B", "C"), rule("C")) == ["A"]


def test_of_two_that_name_each_other_one_is_left() -> None:
    assert say(ONE, rule("A", "B"), rule("B", "A")) == ["A"]


def test_blood_from_the_vagina_is_not_lost_beside_painful_blood_from_the_bottom() -> None:
    anal = Sex(kinds=(SexKind.ANAL,))
    bottom = entry(3, sex=anal, bleeding=blood(source="rectal"), pain=pain(5, "anus"))
    found = assess(told(pcb(20), bottom), TODAY).alerts
    said = {alert.rule for alert in found}
    assert {"REC-3", "PCB-1"} <= said
    assert "PAIN-2" not in said


@pytest.mark.parametrize("urgency", [Urgency.EMERGENCY, Urgency.SAME_DAY])
def test_a_quiet_rule_that_fires_for_today_is_loud(urgency: Urgency) -> None:
    (alert,) = assess(
        told(pcb(0)), TODAY, rules=(replace(BY_CODE["PCB-1"], urgency=urgency, quiet=True),)
    ).alerts
    assert (alert.urgency, alert.quiet) == (urgency, False)
