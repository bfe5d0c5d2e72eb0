"""How alerts are weighed against each other: risks, reasons to wait, order, what is said once."""

import datetime as dt

import pytest
from alert_rows import (
    FIRST_RULES,
    TODAY,
    a_period,
    ago,
    between,
    blood,
    born,
    entry,
    fact,
    pcb,
    told,
)

from diary.alerts import RULES, Alert, Urgency, assess
from diary.alerts.case import Case
from diary.alerts.engine import judge
from diary.alerts.verdict import Fires
from diary.model import AbsentFact, Entry, Fact, FactKind, History, Symptom
from diary.model.background_words import (
    Condition,
    Contraception,
    Medication,
    Procedure,
    Screening,
    Visit,
)

S = Symptom
TWICE = (pcb(40), pcb(20))
CLEAR = fact(Screening.NEGATIVE, 300)
THINNER = fact(Medication.ANTICOAGULANT, 400)


def alerts(*records: Entry | Fact | tuple[Entry, ...], **profile: int) -> dict[str, Alert]:
    return {
        alert.rule: alert
        for alert in assess(told(*records, **profile), TODAY, rules=FIRST_RULES).alerts
    }


@pytest.mark.parametrize(
    ("risk", "code"),
    [
        (Medication.ANTICOAGULANT, "MOD-1"),
        (Condition.BLEEDING_DISORDER, "MOD-2"),
        (Condition.LOW_PLATELETS, "MOD-2"),
        (Condition.HIV, "MOD-3"),
        (Condition.IMMUNOSUPPRESSION, "MOD-3"),
        (Medication.IMMUNOSUPPRESSANT, "MOD-3"),
    ],
)
def test_a_risk_moves_an_alert_up_one_step_and_is_named(
    risk: Medication | Condition, code: str
) -> None:
    found = alerts(*TWICE, CLEAR, fact(risk, 400))["PCB-2"]
    assert (found.urgency, found.raised_by) == (Urgency.WITHIN_TWO_WEEKS, (code,))


def test_a_routine_note_becomes_a_routine_alert() -> None:
    found = alerts(pcb(5), THINNER)["PCB-1"]
    assert (found.urgency, found.quiet) == (Urgency.ROUTINE, False)


def test_a_note_to_watch_becomes_a_routine_note() -> None:
    found = alerts(*a_period(28), *a_period(0, 1), pcb(1), THINNER)["PCB-19"]
    assert (found.urgency, found.quiet) == (Urgency.ROUTINE, True)


def test_two_weeks_become_the_same_day_while_the_last_entry_is_fresh() -> None:
    assert alerts(pcb(28), pcb(0), THINNER, **born(40))["PCB-3"].urgency is Urgency.SAME_DAY
    older = alerts(pcb(30), pcb(2), THINNER, **born(40))["PCB-3"]
    assert (older.urgency, older.raised_by) == (Urgency.WITHIN_TWO_WEEKS, ("MOD-1",))


def test_what_is_for_today_is_not_moved_to_an_emergency() -> None:
    assert alerts(pcb(0, amount="heavy"), THINNER)["PCB-14"].urgency is Urgency.SAME_DAY


def test_several_risks_move_it_one_step_in_all() -> None:
    found = alerts(*TWICE, CLEAR, THINNER, fact(Condition.HIV))["PCB-2"]
    assert (found.urgency, found.raised_by) == (Urgency.WITHIN_TWO_WEEKS, ("MOD-1", "MOD-3"))


@pytest.mark.parametrize(
    ("facts", "is_raised"),
    [
        ((fact(Medication.ANTIPLATELET),), False),
        ((fact(Medication.ANTIPLATELET), fact(Medication.ANTIPLATELET, 9)), True),
        ((fact(Medication.ANTICOAGULANT, 90, end=ago(1)),), False),
        ((), False),
    ],
    ids=["aspirin alone", "aspirin and clopidogrel", "stopped yesterday", "none"],
)
def test_which_medicines_count(facts: tuple[Fact, ...], *, is_raised: bool) -> None:
    assert bool(alerts(*TWICE, CLEAR, *facts)["PCB-2"].raised_by) is is_raised


def test_a_raised_alert_is_not_made_to_wait() -> None:
    assert alerts(pcb(0), fact(Contraception.RING, 10), THINNER)["PCB-1"].urgency is Urgency.ROUTINE


def test_a_reason_to_wait_names_its_fact_and_until_when() -> None:
    ring = fact(Contraception.RING, 10, id="ring")
    quieted_by = alerts(pcb(0), ring)["PCB-1"].quieted_by
    assert quieted_by is not None
    assert (quieted_by.fact, quieted_by.until) == ("ring", ago(10) + dt.timedelta(days=90))


def test_a_reason_to_wait_must_hold_for_every_entry() -> None:
    two_days = (pcb(3), entry(2, bleeding=blood()))
    assert alerts(two_days, fact(Procedure.CERVICAL_SMEAR, 4))["PCB-1"].urgency is Urgency.WATCH
    assert alerts(two_days, fact(Procedure.CERVICAL_SMEAR, 5))["PCB-1"].urgency is Urgency.ROUTINE


def test_the_strongest_comes_first_and_notes_after_alerts_of_their_urgency() -> None:
    history = told(pcb(40, S.DRYNESS), pcb(20), entry(0, S.FAINT, bleeding=blood()))
    found = assess(history, TODAY, rules=FIRST_RULES).alerts
    strength = [(alert.urgency.rank, not alert.quiet) for alert in found]
    assert strength == sorted(strength, reverse=True)
    assert found[0].rule == "EMG-1"


def test_overall_is_the_strongest_urgency_and_a_quiet_routine_note_counts_as_routine() -> None:
    assert assess(told(pcb(5)), TODAY, rules=FIRST_RULES).overall is Urgency.ROUTINE
    assert assess(told(*TWICE, CLEAR), TODAY, rules=FIRST_RULES).overall is Urgency.ROUTINE
    assert (
        assess(told(entry(0, S.FAINT, bleeding=blood())), TODAY, rules=FIRST_RULES).overall
        is Urgency.EMERGENCY
    )


def test_what_another_alert_says_better_is_left_out() -> None:
    found = alerts(pcb(28), pcb(0), CLEAR, **born(40))
    assert "PCB-3" in found
    assert "PCB-2" not in found


def test_an_alert_that_was_made_a_note_supersedes_nothing_louder() -> None:
    about = fact(Visit.TREATED, 1, about=("PCB-3",))
    found = alerts(pcb(38), pcb(10), CLEAR, about, **born(40))
    assert found["PCB-3"].urgency is Urgency.WATCH
    assert found["PCB-2"].urgency is Urgency.ROUTINE


def test_a_rule_that_lacks_one_thing_says_what_it_needs() -> None:
    assessment = assess(told(pcb(28), pcb(0), CLEAR, birth_year=None), TODAY, rules=FIRST_RULES)
    assert [(rule.rule, rule.needs) for rule in assessment.not_enough] == [
        ("PCB-3", "your year of birth")
    ]


def test_nothing_recorded_is_not_enough_to_say_and_never_all_is_well() -> None:
    empty = assess(History(), TODAY, rules=FIRST_RULES)
    assert (empty.overall, empty.enough_recorded) == (Urgency.NONE, False)


@pytest.mark.parametrize(
    ("days", "enough"),
    [
        ((0, 20, 40, 60, 90), True),
        ((0, 20, 40, 60, 91), False),
        ((0, 20, 40, 60, 60), False),
        ((1, 2, 3, 4), False),
    ],
)
def test_five_days_recorded_in_90_are_enough(days: tuple[int, ...], *, enough: bool) -> None:
    history = told(*(entry(n, no_bleeding=True) for n in days))
    assessment = assess(history, TODAY, rules=FIRST_RULES)
    assert (assessment.overall, assessment.enough_recorded) == (Urgency.NONE, enough)


def test_where_an_alert_fires_enough_is_recorded_for_it() -> None:
    assert assess(told(pcb(5)), TODAY, rules=FIRST_RULES).enough_recorded


def test_each_rule_can_be_asked_for_what_it_says_by_itself() -> None:
    verdicts = {rule.code: v for rule, v in judge(Case.on(told(*TWICE, CLEAR), TODAY))}
    assert list(verdicts) == [rule.code for rule in RULES]
    assert isinstance(verdicts["PCB-2"], Fires)


def test_entries_and_facts_after_the_day_are_not_seen() -> None:
    history = told(pcb(-1), pcb(-9), fact(Medication.ANTICOAGULANT, -1))
    assert assess(history, TODAY, rules=FIRST_RULES).alerts == ()


def test_an_answer_of_no_to_all_screening_counts_as_never_screened() -> None:
    asked = AbsentFact(kind=FactKind.SCREENING)
    assert "PCB-10" in alerts_of(told(pcb(5), asked))


def alerts_of(history: History) -> set[str]:
    return {alert.rule for alert in assess(history, TODAY, rules=FIRST_RULES).alerts}


def test_bleeding_with_a_method_begun_later_is_still_between_periods() -> None:
    assert "IMB-2" in alerts_of(told(between(20), fact(Contraception.IMPLANT, 10)))
