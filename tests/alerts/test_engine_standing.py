"""How long an emergency or same-day sign stands, and what becomes of it."""

import datetime as dt
from dataclasses import replace

import pytest
from alert_rows import (
    FIRST_RULES,
    TODAY,
    ago,
    between,
    blood,
    dry_sex,
    entry,
    fact,
    pain,
    pcb,
    told,
)

from diary.alerts import Alert, Urgency, assess
from diary.model import Entry, Fact, History, Symptom
from diary.model.background_words import Screening, Visit

S = Symptom


def fainted(days: int) -> Entry:
    return entry(days, S.FAINT, bleeding=blood("heavy"))


def emg_1(history: History, *, on: dt.date = TODAY) -> Alert | None:
    found = [
        alert for alert in assess(history, on, rules=FIRST_RULES).alerts if alert.rule == "EMG-1"
    ]
    return found[0] if found else None


def urgency_of(*records: Entry | Fact | tuple[Entry, ...]) -> Urgency | None:
    alert = emg_1(told(*records))
    return alert.urgency if alert else None


@pytest.mark.parametrize("days", [0, 1])
def test_an_emergency_stands_through_the_day_after_its_entry(days: int) -> None:
    assert urgency_of(fainted(days)) is Urgency.EMERGENCY


@pytest.mark.parametrize("days", [2, 14, 400])
def test_afterwards_it_counts_as_two_weeks_and_names_its_day(days: int) -> None:
    alert = emg_1(told(fainted(days), country="US"))
    assert alert is not None
    assert alert.urgency is Urgency.WITHIN_TWO_WEEKS
    assert alert.recorded_on == ago(days)
    assert alert.be_seen_by == ago(days) + dt.timedelta(days=14)
    assert not alert.quiet


def test_afterwards_it_says_when_it_was_recorded_and_whom_to_call_if_it_is_still_there() -> None:
    alert = emg_1(told(fainted(2), country="US"))
    assert alert is not None
    assert alert.what_to_do.startswith(
        "On 28 June 2026 you recorded this. If it is still there, call 911 now."
    )


def test_afterwards_a_same_day_sign_says_to_call_the_doctor() -> None:
    alert = next(
        alert
        for alert in assess(
            told(pcb(2, amount="heavy"), country="GB"), TODAY, rules=FIRST_RULES
        ).alerts
        if alert.rule == "PCB-14"
    )
    assert "If it is still there, call your doctor or NHS 111 now." in alert.what_to_do


def test_it_stands_while_touching_days_record_it_as_going_on() -> None:
    goes_on = tuple(entry(n, bleeding=blood("medium")) for n in (3, 2, 1))
    assert urgency_of(fainted(4), goes_on) is Urgency.EMERGENCY


@pytest.mark.parametrize(
    "later",
    [
        entry(1, bleeding=blood("light")),
        entry(1, bleeding=blood("medium", stopped=True)),
        entry(1, absent=(S.FAINT,), bleeding=blood("medium")),
    ],
    ids=["lighter", "stopped", "no longer faint"],
)
def test_a_day_that_does_not_record_it_as_going_on_does_not_keep_it_standing(later: Entry) -> None:
    assert urgency_of(fainted(2), later) is Urgency.WITHIN_TWO_WEEKS


def test_a_day_without_an_entry_ends_what_goes_on() -> None:
    assert urgency_of(fainted(4), entry(2, bleeding=blood("medium"))) is Urgency.WITHIN_TWO_WEEKS


def test_pain_that_goes_on_keeps_its_sign_standing() -> None:
    first = entry(3, pain=pain(8, "deep_pelvic", sudden=True, with_sex=True))
    goes_on = [entry(n, pain=pain(6, "deep_pelvic", with_sex=False)) for n in (2, 1)]
    overall = assess(told(first, goes_on), TODAY, rules=FIRST_RULES).overall
    assert overall is Urgency.EMERGENCY


@pytest.mark.parametrize(
    "later",
    [
        fact(Visit.TREATED, 4),
        entry(3, absent=(S.FAINT,), no_bleeding=True),
    ],
    ids=["a visit", "neither blood nor faint"],
)
def test_a_visit_or_a_later_entry_that_says_so_ends_it(later: Entry | Fact) -> None:
    assert urgency_of(fainted(5), later) is None


@pytest.mark.parametrize(
    "later",
    [
        fact(Visit.TREATED, 6),
        entry(3, no_bleeding=True),
        entry(3, absent=(S.FAINT,)),
        entry(3, absent=(S.DIZZY,), no_bleeding=True),
    ],
    ids=["a visit before it", "only the blood", "only the faint", "another sign"],
)
def test_less_than_that_does_not_end_it(later: Entry | Fact) -> None:
    assert urgency_of(fainted(5), later) is Urgency.WITHIN_TWO_WEEKS


def test_sex_without_bleeding_says_that_the_blood_is_over() -> None:
    alerts = assess(told(pcb(5, amount="heavy"), dry_sex(2)), TODAY, rules=FIRST_RULES).alerts
    assert "PCB-14" not in {alert.rule for alert in alerts}


def test_an_entry_28_days_later_that_does_not_record_it_ends_it() -> None:
    assert urgency_of(fainted(30), between(3)) is Urgency.WITHIN_TWO_WEEKS
    assert urgency_of(fainted(30), between(2)) is None


def test_silence_alone_never_ends_it() -> None:
    assert urgency_of(fainted(3000)) is Urgency.WITHIN_TWO_WEEKS


def test_of_two_signs_the_stronger_one_that_stands_counts() -> None:
    dizzy = entry(0, S.DIZZY, bleeding=blood())
    assert urgency_of(fainted(1), dizzy) is Urgency.EMERGENCY
    assert urgency_of(replace(fainted(1), date=ago(9)), dizzy) is Urgency.SAME_DAY


def test_the_two_week_date_does_not_slide_from_day_to_day() -> None:
    history = told(pcb(28), pcb(0), birth_year=1980)
    dates = {
        alert.be_seen_by
        for later in range(20)
        for alert in assess(history, TODAY + dt.timedelta(days=later), rules=FIRST_RULES).alerts
        if alert.rule == "PCB-3"
    }
    assert dates == {TODAY + dt.timedelta(days=14)}


def test_a_third_bleed_does_not_move_the_date_that_the_second_set() -> None:
    history = told(pcb(60), pcb(30), pcb(0), birth_year=1980)
    (alert,) = (a for a in assess(history, TODAY, rules=FIRST_RULES).alerts if a.rule == "PCB-3")
    assert alert.be_seen_by == ago(30) + dt.timedelta(days=14)


@pytest.mark.parametrize(("due", "since"), [(15, 14), (40, 20), (3, 2)])
def test_with_screening_due_the_date_counts_from_when_both_hold(due: int, since: int) -> None:
    screened = fact(Screening.NEGATIVE, 1900, next_due=ago(due))
    history = told(pcb(20), pcb(30), screened)
    (alert,) = (a for a in assess(history, TODAY, rules=FIRST_RULES).alerts if a.rule == "PCB-10")
    assert alert.be_seen_by == ago(since) + dt.timedelta(days=14)
