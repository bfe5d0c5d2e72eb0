"""All that is shown of somebody's cycles on one day, each value with what it rests on."""

from dataclasses import dataclass
from datetime import date
from statistics import median_low

from diary.cycles.chart import Chart, chart
from diary.cycles.forecast import Forecast, next_period
from diary.cycles.limits import (
    REFERENCE_DAYS,
    Duration,
    Frequency,
    ReferencePeriod,
    Regularity,
    days_recorded,
    duration,
    frequency,
    reference_period,
    regularity,
    regularity_limit_in,
)
from diary.cycles.methods import hormones_on
from diary.cycles.spells import DRY_DAYS
from diary.cycles.stretch import Stretch
from diary.cycles.volume import Volume, volume
from diary.model import History
from diary.model.days import shifted

YEAR = 365
"""Days that the limits look back: FIGO 2018 judges the cycles of about a year."""

MOST = 20
"""More cycles than can begin in a year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Usual:
    """The middle, shortest and longest, in days, of `count` cycles that began in a year."""

    middle: int
    shortest: int
    longest: int
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OnHormones:
    """The method or testosterone that changes bleeding, and the 90 days judged by it.

    `days` says how many of the 90 lie after its start; all of them where that is not known.
    """

    stretch: Stretch
    reference: ReferencePeriod
    days: int

    @property
    def is_whole(self) -> bool:
        """Whether all 90 days lie after the start."""
        return self.days >= REFERENCE_DAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What a history says about cycles on `as_of`.

    The FIGO values (`frequency`, `regularity`, `duration`, `volumes`) are of the cycles and periods
    that began in the year before, None or empty where there are none or too few, and where the
    person uses hormones: `hormones` then has the reference period of WHO and Belsey.
    `recorded` counts the days with an entry among the `of` days since the first entry, a year at
    most.
    """

    as_of: date
    chart: Chart
    dry_days: int
    usual: Usual | None
    frequency: Frequency | None
    regularity: Regularity | None
    regularity_limit: int | None
    age_unknown: bool
    duration: Duration | None
    volumes: tuple[Volume, ...]
    hormones: OnHormones | None
    next: Forecast
    recorded: int
    of: int


def summary(history: History, as_of: date, *, dry_days: int = DRY_DAYS) -> Summary:
    """Summarise what was known of somebody's cycles on a day; `dry_days` end a period."""
    known = history.known_on(as_of)
    found = chart(known, dry_days=dry_days)
    since = shifted(as_of, 1 - YEAR)
    hormones = _on_hormones(known, found, as_of)
    limit = regularity_limit_in(known.profile.birth_year, as_of.year)
    judges = hormones is None
    first = max(since, known.entries[0].date) if known.entries else as_of
    return Summary(
        as_of=as_of,
        chart=found,
        dry_days=dry_days,
        usual=_usual(found, since),
        frequency=frequency(found, last=MOST, since=since) if judges else None,
        regularity=regularity(found, limit, last=MOST, since=since) if judges else None,
        regularity_limit=limit,
        age_unknown=known.profile.birth_year is None,
        duration=duration(found, last=MOST, since=since) if judges else None,
        volumes=_volumes(known, found, since) if judges else (),
        hormones=hormones,
        next=next_period(known, as_of),
        recorded=days_recorded(known, first, as_of),
        of=(as_of - first).days + 1 if known.entries else 0,
    )


def _usual(found: Chart, since: date) -> Usual | None:
    lengths = [cycle.length for cycle in found.cycles if cycle.start >= since]
    if not lengths:
        return None
    return Usual(
        middle=median_low(lengths),
        shortest=min(lengths),
        longest=max(lengths),
        count=len(lengths),
    )


def _volumes(known: History, found: Chart, since: date) -> tuple[Volume, ...]:
    return tuple(volume(known, p) for p in found.periods if p.start >= since and p.entries)


def _on_hormones(known: History, found: Chart, as_of: date) -> OnHormones | None:
    stretch = hormones_on(known, as_of)
    if stretch is None:
        return None
    first = shifted(as_of, 1 - REFERENCE_DAYS)
    return OnHormones(
        stretch=stretch,
        reference=reference_period(found, as_of, days_recorded=days_recorded(known, first, as_of)),
        days=(as_of - max(stretch.start, first)).days + 1,
    )
