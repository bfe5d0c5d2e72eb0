"""The usual limits of cycles and bleeding, and what a chart says against them.

FIGO 2018 (Munro and others, Int J Gynecol Obstet 143:393) for people with cycles; the reference
periods of 90 days of WHO and Belsey (Belsey, Machin and d'Arcangues 1986, Contraception 34:253;
FSRH 2015) for people on hormonal methods or testosterone. None means not enough to judge.
"""

from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from diary.model import History
from diary.model.after_sex import is_exact
from diary.model.days import shifted

if TYPE_CHECKING:
    from diary.cycles.chart import Chart, Cycle
    from diary.cycles.periods import Period

SHORTEST_USUAL_CYCLE = 24
LONGEST_USUAL_CYCLE = 38
"""Days from one period start to the next (FIGO 2018, frequency)."""

LONGEST_USUAL_PERIOD = 8
"""Days of bleeding in a period (FIGO 2018, duration)."""

REGULARITY = ((18, 25, 9), (26, 41, 7), (42, 45, 9))
"""Age from and to, in years, and the most days between shortest and longest (FIGO 2018)."""

WIDEST_REGULARITY = 9
"""The widest of these, where the age is not known."""

ENOUGH_CYCLES = 3
"""Complete cycles under which nothing is said about regularity: our choice."""

REFERENCE_DAYS = 90
FREQUENT = 5
"""More bleeding episodes than so many in 90 days are frequent (WHO/Belsey)."""

INFREQUENT = 3
"""Fewer bleeding episodes than so many in 90 days, but one at least, are infrequent."""

PROLONGED = 14
"""An episode of so many days or more is prolonged (FSRH 2015)."""

LONG_FREE = 14
"""Days of a bleeding-free interval; 3 to 5 episodes with fewer than 3 of these are irregular."""

ENOUGH_RECORDED = 72
"""Days of 90 with an entry (4 in 5) under which little bleeding may be little recording: ours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frequency:
    """The last complete cycles, and those shorter than 24 or longer than 38 days."""

    cycles: tuple["Cycle", ...]
    short: tuple["Cycle", ...]
    long: tuple["Cycle", ...]

    @property
    def outside(self) -> int:
        """How many lie outside the usual limits."""
        return len(self.short) + len(self.long)


@dataclass(frozen=True, slots=True, kw_only=True)
class Regularity:
    """Shortest and longest of the last complete cycles, in days, against the limit for the age."""

    cycles: tuple["Cycle", ...]
    shortest: int
    longest: int
    limit: int

    @property
    def difference(self) -> int:
        """Days between the shortest and the longest."""
        return self.longest - self.shortest

    @property
    def is_irregular(self) -> bool:
        """Whether they differ by more than is usual at that age."""
        return self.difference > self.limit


@dataclass(frozen=True, slots=True, kw_only=True)
class Duration:
    """The last periods of known length, and those that bled for more than 8 days."""

    periods: tuple["Period", ...]
    long: tuple["Period", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferencePeriod:
    """90 days of bleeding, after WHO and Belsey; bleeds after sex are left out.

    `episodes` counts the spells that have a day in it, `longest` is the whole length in days of the
    longest of them, `free_intervals` counts bleeding-free stretches of 14 days or more.
    """

    first: date
    last: date
    bleeding_days: int
    episodes: int
    longest: int
    free_intervals: int
    days_recorded: int

    @property
    def is_frequent(self) -> bool | None:
        """More than 5 episodes."""
        return True if self.episodes > FREQUENT else self._unless_unrecorded(answer=False)

    @property
    def is_prolonged(self) -> bool | None:
        """An episode of 14 days or more."""
        return True if self.longest >= PROLONGED else self._unless_unrecorded(answer=False)

    @property
    def is_amenorrhoea(self) -> bool | None:
        """No bleeding at all."""
        return False if self.episodes else self._unless_unrecorded(answer=True)

    @property
    def is_infrequent(self) -> bool | None:
        """One or two episodes."""
        if self.episodes >= INFREQUENT:
            return False
        return self._unless_unrecorded(answer=self.episodes > 0)

    @property
    def is_irregular(self) -> bool | None:
        """Three to five episodes, with fewer than 3 bleeding-free intervals of 14 days."""
        if self.episodes > FREQUENT:
            return False
        is_so = self.episodes >= INFREQUENT and self.free_intervals < 3
        return self._unless_unrecorded(answer=is_so)

    def _unless_unrecorded(self, *, answer: bool) -> bool | None:
        return answer if self.days_recorded >= ENOUGH_RECORDED else None


def frequency(chart: "Chart", *, last: int = 4, since: date = date.min) -> Frequency | None:
    """Judge the last complete cycles that began on or after `since`; None without any."""
    cycles = _last_cycles(chart, last, since)
    if not cycles:
        return None
    return Frequency(
        cycles=cycles,
        short=tuple(cycle for cycle in cycles if cycle.length < SHORTEST_USUAL_CYCLE),
        long=tuple(cycle for cycle in cycles if cycle.length > LONGEST_USUAL_CYCLE),
    )


def regularity_limit(age: int | None) -> int | None:
    """Return the most days between shortest and longest cycle at an age in years.

    The widest where the age is unknown; None under 18 and over 45, where FIGO gives none.
    """
    if age is None:
        return WIDEST_REGULARITY
    return next((limit for first, last, limit in REGULARITY if first <= age <= last), None)


def regularity_limit_in(birth_year: int | None, year: int) -> int | None:
    """Return the limit for who was born in a year: of the two possible ages the wider one."""
    if birth_year is None:
        return WIDEST_REGULARITY
    limits = map(regularity_limit, (year - birth_year - 1, year - birth_year))
    return max((limit for limit in limits if limit is not None), default=None)


def regularity(
    chart: "Chart", limit: int | None, *, last: int = 6, since: date = date.min
) -> Regularity | None:
    """Judge how much the last complete cycles differ; None with fewer than 3 or without a limit."""
    cycles = _last_cycles(chart, last, since)
    if limit is None or len(cycles) < ENOUGH_CYCLES:
        return None
    lengths = [cycle.length for cycle in cycles]
    return Regularity(cycles=cycles, shortest=min(lengths), longest=max(lengths), limit=limit)


def duration(chart: "Chart", *, last: int = 4, since: date = date.min) -> Duration | None:
    """Judge the lengths of the last periods that began on or after `since`; None without any."""
    known = [p for p in chart.periods if p.length is not None and p.start >= since][-last:]
    if not known:
        return None
    long = (p for p in known if p.length is not None and p.length > LONGEST_USUAL_PERIOD)
    return Duration(periods=tuple(known), long=tuple(long))


def reference_period(chart: "Chart", as_of: date, *, days_recorded: int) -> ReferencePeriod:
    """Count the 90 days that end with `as_of`; see `days_recorded` for the days with an entry."""
    first = shifted(as_of, 1 - REFERENCE_DAYS)
    spells = [spell for spell in chart.spells if spell.end >= first and spell.start <= as_of]
    days = sorted({day for spell in spells for day in spell.days if first <= day <= as_of})
    edges = [shifted(first, -1), *days, shifted(as_of, 1)]
    free = [(b - a).days - 1 for a, b in pairwise(edges)]
    return ReferencePeriod(
        first=first,
        last=as_of,
        bleeding_days=len(days),
        episodes=len(spells),
        longest=max((spell.length for spell in spells), default=0),
        free_intervals=sum(interval >= LONG_FREE for interval in free),
        days_recorded=days_recorded,
    )


def days_recorded(history: History, first: date, last: date) -> int:
    """Count the days from `first` to `last` that have an entry whose day is known."""
    days = {entry.date for entry in history.entries if is_exact(entry)}
    return sum(first <= day <= last for day in days)


def _last_cycles(chart: "Chart", last: int, since: date) -> tuple["Cycle", ...]:
    return tuple(cycle for cycle in chart.cycles if cycle.start >= since)[-last:]
