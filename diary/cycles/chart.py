"""The chart of a history: spells, periods and cycles, the cycle day and the windows."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from operator import attrgetter

from diary.cycles import windows
from diary.cycles.next_length import OWN_ENOUGH, middle, next_lengths
from diary.cycles.periods import FoundPeriod, Period, stated_periods, with_likely, with_more
from diary.cycles.reasons import last_known, reason_on, stretches
from diary.cycles.silence import LONGEST_SILENCE, known_until, said_dry
from diary.cycles.spells import DRY_DAYS, Spell, spells
from diary.cycles.stretch import Stretch
from diary.model import Entry, History
from diary.model.after_sex import is_exact
from diary.model.days import shifted

SILENT = "More than 90 days have no recorded period: one may not have been written down."
UNPLACED = "A period in between is known only to its week, month or year."
NOT_YET = "No period is recorded before this day."
NOT_SINCE = "No period is recorded since a time without cycles."
TOO_LONG = "A period may have come since the last one whose day is recorded."
NOT_EXACT = "The day of this entry is not known exactly."

_START = attrgetter("start")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cycle:
    """A complete cycle: `length` days from `start` to the start of the next period."""

    start: date
    length: int

    @property
    def next_start(self) -> date:
        """The first day of the next period."""
        return shifted(self.start, self.length)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """From one period start to the next (`end`) where no cycle was counted, and why."""

    start: date
    end: date
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CycleDay:
    """The day of the cycle, 1 on the first day of a period; `reason` says why there is none.

    `stated`: it is the person's word in that entry, not derived.
    """

    day: int | None
    stated: bool = False
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """What a history says about cycles, computed once.

    `between_periods` are the spells that are no period. `after_sex` are the bleeds after sex that
    stay out of all of them, with what goes on from each. `no_cycles` is the reason where there are
    none on the last day that anything is known of. `usual_length` is the expected length of a
    cycle in days. `known_until` says for each period until when its days can be counted: to the
    next one, or as far as no longer silence lies in between.
    """

    spells: tuple[Spell, ...]
    periods: tuple[Period, ...]
    cycles: tuple[Cycle, ...]
    gaps: tuple[Gap, ...]
    between_periods: tuple[Spell, ...]
    after_sex: tuple[Spell, ...]
    no_cycles: str | None
    usual_length: int | None
    stretches: tuple[Stretch, ...]
    known_until: tuple[date, ...]

    @property
    def expected(self) -> date | None:
        """The first day of the period after the last one, if it keeps to the usual length."""
        if not self.periods or self.usual_length is None:
            return None
        last = self.periods[-1].start
        expected = shifted(last, self.usual_length)
        return None if self.has_break(last, expected) else expected

    def cycle_day(self, entry: Entry) -> CycleDay:
        """Return the cycle day of an entry: as stated in it, or else derived."""
        if entry.cycle_day is not None:
            return CycleDay(day=entry.cycle_day, stated=True)
        if not is_exact(entry):
            return CycleDay(day=None, reason=NOT_EXACT)
        return self.day_of_cycle(entry.date)

    def day_of_cycle(self, day: date) -> CycleDay:
        """Return the cycle day of a day, derived from the periods before it."""
        reason = reason_on(day, self.stretches)
        place = self.place(day)
        if reason is not None:
            return CycleDay(day=None, reason=reason)
        if place is None:
            return CycleDay(day=None, reason=NOT_YET)
        start = self.periods[place].start
        if self.has_break(start, day):
            return CycleDay(day=None, reason=NOT_SINCE)
        if day > self.known_until[place]:
            return CycleDay(day=None, reason=TOO_LONG)
        return CycleDay(day=(day - start).days + 1)

    def in_period_window(self, day: date) -> bool | None:
        """Say whether `day` is within 2 days of a period, actual or expected; None: unknown.

        The window goes from 2 days before the first day to 2 days after the last bleeding day.
        """
        return windows.in_period_window(self, day)

    def is_near_a_period(self, day: date) -> bool:
        """Say whether `day` is within 2 days of a period that came."""
        return windows.is_near_a_period(self, day)

    def in_mid_cycle_window(self, day: date) -> bool | None:
        """Say whether `day` is 10 to 16 days before the next period start; None: unknown.

        The next start is the actual one where it is recorded, or else the expected one.
        """
        return windows.in_mid_cycle_window(self, day)

    def place(self, day: date) -> int | None:
        """Return the place in `periods` of the last one that began on or before `day`."""
        place = bisect_right(self.periods, day, key=_START) - 1
        return place if place >= 0 else None

    def is_complete(self, place: int) -> bool:
        """Say whether the time from one period to the next was counted as a cycle."""
        start = self.periods[place].start
        found = bisect_left(self.cycles, start, key=_START)
        return found < len(self.cycles) and self.cycles[found].start == start

    def after(self, place: int | None) -> Period | None:
        """Return the period after the one in that place, the first one after None."""
        following = 0 if place is None else place + 1
        return self.periods[following] if following < len(self.periods) else None

    def has_break(self, first: date, last: date) -> bool:
        """Say whether a stretch without cycles lies between two days, both counted."""
        return any(stretch.meets(first, last) for stretch in self.stretches)


def chart(history: History, *, dry_days: int = DRY_DAYS) -> Chart:
    """Chart a history that is already cut to a day.

    Args:
        history: What was known on the day.
        dry_days: Dry days that end a period, 1 or more.
    """
    bled = spells(history, dry_days=max(dry_days, 1))
    found = bled.own
    stated = stated_periods(history, found)
    away = stretches(history, found, stated)
    placed = with_likely(stated, found, lambda day: reason_on(day, away) is not None)
    with_more(placed, found, said_dry(history))
    usual = history.profile.usual_period_length
    periods = tuple(period.done(usual) for period in placed)
    marked = tuple(_marked(found, placed))
    until = known_until(history, periods, marked)
    between = tuple(_between(periods, until, away))
    cycles = tuple(step for step in between if isinstance(step, Cycle))
    return Chart(
        spells=marked,
        periods=periods,
        cycles=cycles,
        gaps=tuple(step for step in between if isinstance(step, Gap)),
        between_periods=tuple(spell for spell in marked if not spell.is_period),
        after_sex=bled.after_sex,
        no_cycles=reason_on(last_known(history), away),
        usual_length=_usual_length(cycles, history.profile.usual_cycle_length),
        stretches=away,
        known_until=until,
    )


def _marked(found: Iterable[Spell], placed: Iterable[FoundPeriod]) -> Iterator[Spell]:
    used = {id(spell) for period in placed for spell in period.spells}
    for spell in found:
        yield replace(spell, is_period=True) if id(spell) in used else spell


def _between(
    periods: tuple[Period, ...], until: tuple[date, ...], away: tuple[Stretch, ...]
) -> Iterator[Cycle | Gap]:
    """Yield what lies between each period and the next: a cycle, or a gap with its reason."""
    for period, following, known in zip(periods, periods[1:], until, strict=False):
        last = shifted(following.start, -1)
        reason = next((s.reason for s in away if s.meets(period.start, last)), None)
        if reason is None and known < last:
            is_short = (following.start - period.start).days <= LONGEST_SILENCE
            reason = UNPLACED if is_short else SILENT
        if reason is None:
            yield Cycle(start=period.start, length=(following.start - period.start).days)
        else:
            yield Gap(start=period.start, end=following.start, reason=reason)


def _usual_length(cycles: tuple[Cycle, ...], said: int | None) -> int | None:
    """Return what is forecast from the cycles; with fewer than three the person's word first."""
    lengths = tuple(cycle.length for cycle in cycles)
    if said is not None and len(lengths) < OWN_ENOUGH:
        return said
    return _forecast(lengths) if lengths else None


@cache
def _forecast(lengths: tuple[int, ...]) -> int:
    """Forecast once from the same cycles: a report charts the diary as it was on many days."""
    return middle(next_lengths(lengths))
