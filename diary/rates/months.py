"""The times month by month."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from diary.model.days import shifted
from diary.model.episodes import Occasion
from diary.model.limits import latest_day
from diary.model.vocabulary import DatePrecision
from diary.rates.rate import Rate, count
from diary.rates.window import Window, span_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """The times of one calendar month, which begins on `first`."""

    first: date
    rate: Rate


def by_month(occasions: Iterable[Occasion], window: Window) -> tuple[Month, ...]:
    """Count the times of every calendar month that the window touches, also where there are none.

    A time that may belong to either of two months is in neither.
    """
    parted: dict[date, list[Occasion]] = {first: [] for first in _firsts(window)}
    for occasion in occasions:
        earliest, latest = (day.replace(day=1) for day in span_of(occasion.sex))
        if earliest == latest and earliest in parted:
            parted[earliest].append(occasion)
    return tuple(Month(first=first, rate=count(some)) for first, some in parted.items())


def _firsts(window: Window) -> Iterator[date]:
    """Yield the first days of the months from the window's first to its last day."""
    if window.first is None:
        return
    month = window.first.replace(day=1)
    while month <= window.last:
        yield month
        month = shifted(latest_day(month, DatePrecision.MONTH), 1)
