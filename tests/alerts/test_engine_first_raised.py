"""The day from which two weeks count is the day on which an alert first asked for them."""

import datetime as dt

from alert_rows import BY_CODE, TODAY, a_period, ago, entry, fact, pcb, told

from diary.alerts import Alert, Urgency, assess
from diary.model import History, Symptom
from diary.model.background_words import Medication, Screening, Visit

TWO_WEEKS = dt.timedelta(days=14)
THINNER = fact(Medication.ANTICOAGULANT, 300)


def alert_of(code: str, history: History) -> Alert:
    (alert,) = assess(history, TODAY, rules=(BY_CODE[code],)).alerts
    assert alert.urgency is Urgency.WITHIN_TWO_WEEKS
    return alert


def counted_from(code: str, history: History) -> dt.date | None:
    be_seen_by = alert_of(code, history).be_seen_by
    return be_seen_by - TWO_WEEKS if be_seen_by else None


def test_what_puts_two_things_together_counts_from_the_later_one() -> None:
    assert counted_from("PCB-15", told(pcb(150), entry(3, Symptom.WEIGHT_LOSS))) == ago(3)
    assert counted_from("PCB-15", told(pcb(3), entry(20, Symptom.WEIGHT_LOSS))) == ago(3)


def test_a_screening_result_to_follow_up_counts_from_the_later_of_result_and_bleed() -> None:
    result = fact(Screening.HPV_POSITIVE, 20)
    assert counted_from("PCB-9", told(pcb(100), pcb(3), result)) == ago(20)
    assert counted_from("PCB-9", told(pcb(10), result)) == ago(10)
    waited_for = fact(Screening.PENDING, 50)
    assert counted_from("PCB-9", told(pcb(100), waited_for)) == ago(50 - 43)


def test_a_count_that_a_risk_raises_counts_from_the_entry_that_completes_it() -> None:
    assert counted_from("PCB-2", told(pcb(120), pcb(60), pcb(5), THINNER)) == ago(60)


def test_a_risk_that_is_new_counts_from_its_own_start() -> None:
    later = fact(Medication.ANTICOAGULANT, 30)
    assert counted_from("PCB-2", told(pcb(120), pcb(60), pcb(5), later)) == ago(5)


def test_new_evidence_does_not_let_the_day_slide() -> None:
    before = told(pcb(60), pcb(40), THINNER)
    after = told(pcb(60), pcb(40), pcb(20), pcb(2), THINNER)
    assert counted_from("PCB-2", before) == counted_from("PCB-2", after) == ago(40)


def test_after_a_visit_what_came_back_asks_anew() -> None:
    seen = fact(Visit.CHECKED_NORMAL, 50, about=("PCB-2",))
    assert counted_from("PCB-2", told(pcb(120), pcb(60), seen, pcb(4), THINNER)) == ago(4)


def test_heavy_periods_with_tiredness_count_from_when_both_were_there() -> None:
    flooding = a_period(40, 5, Symptom.FLOODING)
    assert counted_from("HVY-2", told(flooding, entry(2, Symptom.FATIGUE))) == ago(2)
