"""How much blood a period was: by the person's word, and by counted products (PBAC).

The pictorial blood loss assessment chart of Higham, O'Brien and Shaw 1990 (BJOG 97:734) gives each
pad and tampon points by how full it was. 100 points or more stand for a heavy period; studies used
limits from 50 to 185 (Magnay and others 2020, BMC Women's Health 20:24).
"""

from collections.abc import Iterable
from dataclasses import dataclass

from diary.cycles.periods import Period
from diary.model import Entry, History, Product, Symptom
from diary.model.episodes import BANDS
from diary.model.vocabulary import Amount, Clots, ProductKind, Soaked

PBAC_PAD = {Soaked.LIGHT: 1, Soaked.MEDIUM: 5, Soaked.FULL: 20}
PBAC_TAMPON = {Soaked.LIGHT: 1, Soaked.MEDIUM: 5, Soaked.FULL: 10}
PBAC_SMALL_CLOT, PBAC_LARGE_CLOT, PBAC_FLOODING = 1, 5, 5
"""Points of the pictorial blood loss chart (Higham 1990)."""

HEAVY_PBAC = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Volume:
    """How much blood one period was.

    `most` is the most that the person said of any day, None where they did not say. `pbac` is None
    where no product was counted that has points; `products` and `days` say how many such products
    were counted, and on how many days.
    """

    period: Period
    most: Amount | None
    pbac: int | None
    products: int
    days: int

    @property
    def is_heavy(self) -> bool | None:
        """Whether the person said heavy or the points reach 100; None where neither is known."""
        if self.most is Amount.HEAVY or (self.pbac or 0) >= HEAVY_PBAC:
            return True
        return None if self.most is None and self.pbac is None else False


def volume(history: History, period: Period) -> Volume:
    """Return how much blood a period of a history was, with all entries of its days."""
    entries = [e for e in history.entries if period.start <= e.date <= period.end]
    amounts = [e.bleeding.amount for e in period.entries if e.bleeding]
    counted = [entry for entry in entries if any(map(_has_points, _products(entry)))]
    products = sum(p.count for e in counted for p in _products(e) if _has_points(p))
    return Volume(
        period=period,
        most=max((a for a in amounts if a in BANDS), key=BANDS.index, default=None),
        pbac=pbac_score(entries) if counted else None,
        products=products,
        days=len({entry.date for entry in counted}),
    )


def pbac_score(entries: Iterable[Entry]) -> int:
    """Return the points of the pictorial blood loss chart for the entries of a period.

    Cups and period underwear have no points in it and are left out.
    """
    return sum(map(_points, entries))


def has_large_clots(entry: Entry) -> bool:
    """Say whether clots of 25 mm or more were recorded."""
    bleeding = entry.bleeding
    return bleeding is not None and (
        bleeding.clots is Clots.LARGE or (bleeding.large_clot_count or 0) > 0
    )


def _points(entry: Entry) -> int:
    bleeding = entry.bleeding
    if bleeding is None:
        return 0
    clots = PBAC_LARGE_CLOT if has_large_clots(entry) else 0
    clots += PBAC_SMALL_CLOT if bleeding.clots is Clots.SMALL else 0
    flooding = PBAC_FLOODING if Symptom.FLOODING in entry.symptoms else 0
    return sum(map(_points_of_product, bleeding.products)) + clots + flooding


def _points_of_product(product: Product) -> int:
    points = PBAC_TAMPON if product.kind is ProductKind.TAMPON else PBAC_PAD
    return points[product.soaked] * product.count if _has_points(product) and product.soaked else 0


def _has_points(product: Product) -> bool:
    kinds = (ProductKind.PAD, ProductKind.LINER, ProductKind.TAMPON)
    return product.kind in kinds and product.soaked is not None


def _products(entry: Entry) -> tuple[Product, ...]:
    return entry.bleeding.products if entry.bleeding else ()
