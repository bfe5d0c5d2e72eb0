"""Whether a period was late when a bleed began."""

from datetime import date, timedelta

from diary.alerts.case import Case
from diary.alerts.signals.symptoms import has_any
from diary.model import Entry, Symptom

ONE_DAY = timedelta(days=1)


def days_late_on(case: Case, day: date) -> int | None:
    """Return how many days a period was late when a day began; None where not known.

    A period that begins on the day itself, or is taken to, does not count yet.
    """
    usual = case.chart.usual_length
    before = case.chart.day_of_cycle(day - ONE_DAY).day
    return None if usual is None or before is None else before - usual


def said_late(case: Case, day: date, days: float) -> tuple[Entry, ...]:
    """Return the entries of a day and of so many before it that say that a period is late."""
    return tuple(
        entry for entry in case.around(day, before=int(days)) if has_any(entry, Symptom.PERIOD_LATE)
    )
