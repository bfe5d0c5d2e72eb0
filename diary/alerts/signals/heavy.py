"""Heavy periods: the signs that a person can tell, and the pictorial blood loss chart."""

from collections.abc import Iterable, Iterator
from datetime import timedelta

from diary.alerts.case import Case
from diary.alerts.signals.bleeding import has_large_clots
from diary.alerts.signals.symptoms import has_any
from diary.cycles import Period
from diary.model import Entry, Product, Symptom
from diary.model.vocabulary import Clots, ProductKind, Soaked

SIGNS = (
    Symptom.CHANGING_EVERY_1_2_HOURS,
    Symptom.FLOODING,
    Symptom.DOUBLE_PROTECTION,
    Symptom.NIGHT_CHANGES,
    Symptom.LIFE_AFFECTED,
)
"""The questions of FIGO, NICE and SAMANTA that the diary has words for."""

PBAC_PAD = {Soaked.LIGHT: 1, Soaked.MEDIUM: 5, Soaked.FULL: 20}
PBAC_TAMPON = {Soaked.LIGHT: 1, Soaked.MEDIUM: 5, Soaked.FULL: 10}
PBAC_SMALL_CLOT, PBAC_LARGE_CLOT, PBAC_FLOODING = 1, 5, 5
"""Points of the pictorial blood loss chart (Higham 1990)."""


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


def pbac_score(entries: Iterable[Entry]) -> int:
    """Return the points of the pictorial blood loss chart for the entries of a period.

    Cups and period underwear have no points in it and are left out.
    """
    return sum(map(_points, entries))


def _points(entry: Entry) -> int:
    bleeding = entry.bleeding
    if bleeding is None:
        return 0
    clots = PBAC_LARGE_CLOT if has_large_clots(entry) else 0
    clots += PBAC_SMALL_CLOT if bleeding.clots is Clots.SMALL else 0
    flooding = PBAC_FLOODING if has_any(entry, Symptom.FLOODING) else 0
    return sum(map(_points_of_product, bleeding.products)) + clots + flooding


def _points_of_product(product: Product) -> int:
    points = PBAC_TAMPON if product.kind is ProductKind.TAMPON else PBAC_PAD
    counts = product.kind in (ProductKind.PAD, ProductKind.LINER, ProductKind.TAMPON)
    return points[product.soaked] * product.count if counts and product.soaked else 0
