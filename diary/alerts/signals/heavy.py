"""Heavy periods: the signs that a person can tell, or the pictorial blood loss chart."""

from collections.abc import Iterator
from datetime import timedelta

from diary.alerts.case import Case
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


def entries_of(case: Case, period: Period) -> Iterator[Entry]:
    """Yield all entries of the days of a period, with blood or without."""
    for step in range((period.end - period.start).days + 1):
        yield from case.days.get(period.start + timedelta(days=step), ())


def heavy_signs(case: Case, period: Period, *, pbac: float, days_long: float) -> tuple[Entry, ...]:
    """Return the entries that show a period to be heavy; empty where none does."""
    entries = tuple(entries_of(case, period))
    if pbac_score(entries) >= pbac or (period.length or 0) > days_long:
        return period.entries
    return tuple(entry for entry in entries if has_any(entry, *SIGNS) or has_large_clots(entry))
