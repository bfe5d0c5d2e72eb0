"""Heavy periods: the signs that a person can tell, or the pictorial blood loss chart."""

from collections.abc import Iterator
from datetime import timedelta

from diary.alerts.case import Case
from diary.alerts.once import once
from diary.alerts.signals.cycle import periods_within
from diary.alerts.signals.symptoms import has_any
from diary.cycles import Period
from diary.cycles.volume import has_large_clots, pbac_score
from diary.model import Entry, Symptom

SIGNS = (
    Symptom.CHANGING_EVERY_1_2_HOURS,
    Symptom.FLOODING,
    Symptom.DOUBLE_PROTECTION,
    Symptom.NIGHT_CHANGES,
    Symptom.LIFE_AFFECTED,
)
"""The questions of FIGO, NICE and SAMANTA that the diary has words for."""


def _entries_of(case: Case, period: Period) -> Iterator[Entry]:
    """Yield all entries of the days of a period, with blood or without."""
    for step in range((period.end - period.start).days + 1):
        yield from case.days.get(period.start + timedelta(days=step), ())


@once
def heavy_periods(
    case: Case, days: float, *, pbac: float, days_long: float
) -> tuple[tuple[Entry, ...], ...]:
    """Return of each recent heavy period the entries that show it to be heavy.

    Args:
        case: The history and the day.
        days: How far back a period counts.
        pbac: The score of the pictorial chart from which on it is heavy.
        days_long: A longer period is heavy by that alone.
    """
    recent = periods_within(case, days)
    found = (_signs(case, period, pbac=pbac, days_long=days_long) for period in recent)
    return tuple(signs for signs in found if signs)


def _signs(case: Case, period: Period, *, pbac: float, days_long: float) -> tuple[Entry, ...]:
    entries = tuple(_entries_of(case, period))
    if pbac_score(entries) >= pbac or (period.length or 0) > days_long:
        return period.entries
    return tuple(entry for entry in entries if has_any(entry, *SIGNS) or has_large_clots(entry))
