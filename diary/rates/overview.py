"""Everything that the diary counts about bleeding after sex, over some days."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from diary.model import History
from diary.model.episodes import Bleed, Occasion, bleeds, occasions
from diary.model.vocabulary import BleedingSource
from diary.rates.chance import compare
from diary.rates.changes import Change, changes
from diary.rates.course import Course, course
from diary.rates.kinds import OfKind, Split, by_kind, split
from diary.rates.months import Month, by_month
from diary.rates.rate import Rate, count
from diary.rates.recorded import Recorded, recorded
from diary.rates.sources import counts, main_source
from diary.rates.window import Window, window_of


@dataclass(frozen=True, slots=True, kw_only=True)
class FromSource:
    """How often sex was followed by blood from one source."""

    source: BleedingSource
    rate: Rate


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """The counts over one window for blood from `source`; None is blood from anywhere.

    `elsewhere` are the other sources from which there was blood after sex.
    """

    as_of: date
    window: Window
    source: BleedingSource | None
    rate: Rate
    elsewhere: tuple[FromSource, ...]
    kinds: tuple[OfKind, ...]
    lubricant: Split
    condom: Split
    changes: tuple[Change, ...]
    course: Course
    months: tuple[Month, ...]
    recorded: Recorded


def overview(
    history: History,
    as_of: date,
    *,
    since: date | None = None,
    until: date | None = None,
    source: BleedingSource | None = None,
) -> Overview:
    """Count what was known on `as_of` over the days from `since` to `until`, both included.

    Without a `source` it is the one that `main_source` finds. A bleed is linked to its sex also
    where one of the two lies outside these days.

    Raises:
        InvalidValue: the first day is after the last one.
    """
    known = history.known_on(as_of)
    window = window_of(known, as_of, since=since, until=until)
    asked = source or main_source(known, window)
    times = _times(known, window, asked)
    lubricant, condom, changed = _compared(
        split(times, lambda sex: sex.lubricant),
        split(times, lambda sex: sex.condom),
        changes(known, times, window),
    )
    return Overview(
        as_of=as_of,
        window=window,
        source=asked,
        rate=count(times),
        elsewhere=_elsewhere(known, window, asked),
        kinds=by_kind(times),
        lubricant=lubricant,
        condom=condom,
        changes=changed,
        course=course(_after_sex(known, window, asked)),
        months=by_month(times, window),
        recorded=recorded(known.entries, window),
    )


def _times(history: History, window: Window, source: BleedingSource | None) -> tuple[Occasion, ...]:
    found = occasions(history, counts(history.profile, source))
    return tuple(occasion for occasion in found if window.covers(occasion.sex))


def _after_sex(history: History, window: Window, source: BleedingSource | None) -> list[Bleed]:
    found = bleeds(history, counts(history.profile, source))
    begun = (bleed for bleed in found if window.covers(bleed.entries[0]))
    return [bleed for bleed in begun if bleed.after_sex and not bleed.is_period]


def _elsewhere(
    history: History, window: Window, told: BleedingSource | None
) -> tuple[FromSource, ...]:
    others = (source for source in BleedingSource if source is not told)
    rates = ((source, count(_times(history, window, source))) for source in others)
    return tuple(FromSource(source=source, rate=rate) for source, rate in rates if rate.bled)


def _compared(
    lubricant: Split, condom: Split, changed: Sequence[Change]
) -> tuple[Split, Split, tuple[Change, ...]]:
    """Compare all that can be compared, as one look at the diary."""
    splits = [(part.used, part.not_used) for part in (lubricant, condom)]
    of_lubricant, of_condom, *of_changes = compare(
        [*splits, *((change.before, change.after) for change in changed)]
    )
    return (
        replace(lubricant, compared=of_lubricant),
        replace(condom, compared=of_condom),
        tuple(replace(c, compared=said) for c, said in zip(changed, of_changes, strict=True)),
    )
