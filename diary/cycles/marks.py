"""What each day of a calendar shows: period, expected period, bleeds, sex, pain, or any entry."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from diary.cycles.chart import Chart, chart
from diary.cycles.forecast import Forecast, next_period
from diary.cycles.spells import DRY_DAYS
from diary.model import Entry, History
from diary.model.after_sex import is_exact
from diary.model.days import shifted
from diary.model.episodes import bleeds


class Mark(Enum):
    """What a day may show; a day can show several."""

    PERIOD = "period"
    EXPECTED = "expected period"
    AFTER_SEX = "bleed after sex"
    BLEED = "other bleed"
    SEX = "sex"
    PAIN = "pain"
    ENTRY = "something written down"


Marked = tuple[date, Mark]


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """The marks of all days that have any, and the forecast that the expected days come from.

    `not_placed` counts entries that are known only to their week, month or year.
    """

    days: dict[date, frozenset[Mark]]
    next: Forecast
    not_placed: int


def marks(history: History, as_of: date, *, dry_days: int = DRY_DAYS) -> Marks:
    """Mark the days of all that was known on `as_of`."""
    known = history.known_on(as_of)
    found = chart(known, dry_days=dry_days)
    forecast = next_period(known, as_of)
    days: dict[date, set[Mark]] = {}
    for day, mark in (
        *_periods(found),
        *_expected(forecast),
        *_bleeds(known, found),
        *_entries(known),
    ):
        days.setdefault(day, set()).add(mark)
    return Marks(
        days={day: frozenset(found) for day, found in days.items()},
        next=forecast,
        not_placed=sum(not is_exact(entry) for entry in known.entries),
    )


def _periods(found: Chart) -> Iterator[Marked]:
    starts = [period.start for period in found.periods]
    yield from ((start, Mark.PERIOD) for start in starts)
    for spell in found.spells:
        place = found.place(spell.end)
        for day in spell.days:
            is_of_period = spell.is_period and place is not None and day >= starts[place]
            yield day, Mark.PERIOD if is_of_period else Mark.BLEED


def _expected(forecast: Forecast) -> Iterator[Marked]:
    if forecast.earliest is not None and forecast.latest is not None:
        for ahead in range((forecast.latest - forecast.earliest).days + 1):
            yield shifted(forecast.earliest, ahead), Mark.EXPECTED


def _bleeds(known: History, found: Chart) -> Iterator[Marked]:
    """Yield the bleeds after sex, from any source, and those that no spell has."""
    for spell in found.after_sex:
        yield from ((day, Mark.AFTER_SEX) for day in spell.days)
    charted = {id(entry) for spell in (*found.spells, *found.after_sex) for entry in spell.entries}
    for bleed in bleeds(known):
        for entry in bleed.entries:
            if id(entry) not in charted and is_exact(entry):
                yield entry.date, Mark.AFTER_SEX if bleed.after_sex else Mark.BLEED


def _entries(known: History) -> Iterator[Marked]:
    for entry in known.entries:
        if is_exact(entry):
            yield entry.date, Mark.ENTRY
            if entry.sex is not None:
                yield entry.date, Mark.SEX
            if _hurts(entry):
                yield entry.date, Mark.PAIN


def _hurts(entry: Entry) -> bool:
    return entry.pain is not None and entry.pain.score != 0
