"""Spells to periods: the person's word first, then what is written down, then sourced facts.

A bleed that the person calls their period is one, and what they say is not theirs never is. A start
that they state (the profile's last period, a cycle day) is one too, unless a period is written down
there. A spell that they say nothing of, or are not sure about, is a period when it has more than
spotting and lasts at least 2 days from there, or is of medium strength at least once (in published
diaries the first day is light in about one period of five), and when more than 12 dry days part it
from the period before it and from the next one that the person names. Day 1 is the first day with
more than spotting, or that the person calls their period; spotting right after belongs to it, and
so does flow that goes on past days of which nothing is written down.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from operator import attrgetter

from diary.cycles.limits import LONGEST_USUAL_PERIOD
from diary.cycles.parting import band
from diary.cycles.spells import Spell, has_room
from diary.model import Entry, History
from diary.model.after_sex import is_exact
from diary.model.episodes import BANDS
from diary.model.vocabulary import Amount, Answer

SHORTEST_CYCLE = 10
"""Days under which two starts are one period that stopped and went on.

Bull and others 2019 (npj Digital Medicine 2:83) leave shorter cycles out as slips.
"""

MISSED_DAYS = 3
"""Days in a row that may be missing from the log of one period: our choice."""

USUAL_PERIOD = 5
"""Days that a period is taken to last where only its start is known (FIGO 2018: up to 8)."""

_START = attrgetter("start")


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """One period, from its first day to its last bleeding day.

    `stated`: the person said that it is one. Where only its start was stated, `entries` is empty
    and `end` is taken from the usual length of their periods. `spotting_before` counts the days of
    the same spell before day 1; `last_flow` is the last day with more than spotting.
    """

    start: date
    end: date
    last_flow: date
    entries: tuple[Entry, ...] = ()
    stated: bool = False
    spotting_before: int = 0

    @property
    def length(self) -> int | None:
        """Days from the first to the last, both counted; None where only its start is known."""
        return (self.end - self.start).days + 1 if self.entries else None


@dataclass(slots=True, kw_only=True, eq=False)
class FoundPeriod:
    """A period while its spells are put together; none where only its start was stated."""

    start: date
    spells: list[Spell]
    stated: bool

    @property
    def last_flow(self) -> date:
        """The last day with more than spotting, as far as known."""
        if self.spells:
            return self.spells[-1].flow_days[-1]
        return self.start + timedelta(days=USUAL_PERIOD - 1)

    def done(self, usual_length: int | None) -> Period:
        """Return the period; `usual_length` days where only its start is known."""
        if not self.spells:
            end = self.start + timedelta(days=(usual_length or USUAL_PERIOD) - 1)
            return Period(start=self.start, end=end, last_flow=end, stated=self.stated)
        last = self.spells[-1]
        entries = (entry for spell in self.spells for entry in spell.entries)
        return Period(
            start=self.start,
            end=last.end,
            last_flow=self.last_flow,
            entries=tuple(entry for entry in entries if entry.date >= self.start),
            stated=self.stated,
            spotting_before=sum(day < self.start for day in self.spells[0].days),
        )


def looks_like_period(spell: Spell) -> bool:
    """Say whether a spell could be a period by its strength and length alone."""
    if spell.said is Answer.NO or not spell.flow_days:
        return False
    return is_medium(spell) or (spell.end - spell.flow_days[0]).days >= 1


def is_medium(spell: Spell) -> bool:
    """Say whether a spell was of medium strength at least once."""
    return any(band(entry) >= BANDS.index(Amount.MEDIUM) for entry in spell.entries)


def stated_periods(history: History, spells: Iterable[Spell]) -> list[FoundPeriod]:
    """Return the periods that rest on the person's word, in order."""
    found: list[FoundPeriod] = []
    unsaid: list[Spell] = []
    for spell in spells:
        if spell.said is Answer.YES:
            _add_said(spell, found)
        elif spell.said is None and spell.flow_days:
            unsaid.append(spell)
    for start, until in sorted(_statements(history).items()):
        if not _is_taken(start, until, found):
            _insert(_stated(start, unsaid), found)
    return found


def with_likely(
    stated: list[FoundPeriod], spells: Iterable[Spell], is_ruled_out: Callable[[date], bool]
) -> list[FoundPeriod]:
    """Return the stated periods and those that the spells make likely, in order.

    `is_ruled_out` says of a day whether there are no cycles then, so that nothing is inferred.
    """
    used = {id(spell) for period in stated for spell in period.spells}
    found = list(stated)
    for spell in spells:
        if id(spell) in used or spell.said is not None or not looks_like_period(spell):
            continue
        if not is_ruled_out(spell.flow_days[0]) and _stands_clear(spell, found):
            _insert(FoundPeriod(start=spell.flow_days[0], spells=[spell], stated=False), found)
    return found


def with_more(periods: list[FoundPeriod], spells: Iterable[Spell], dry: frozenset[date]) -> None:
    """Add to each period the flow that goes on soon after it, past days that nobody wrote down.

    Flow that nobody calls anything, that begins at most 3 days without a word after the last day
    of a period and ends within 8 days of its first, is more of it. It is not where the person says
    that they did not bleed in between (on the days in `dry`), or where it may be after sex.
    """
    used = {id(spell) for period in periods for spell in period.spells}
    for spell in spells:
        is_open = spell.said is None and spell.flow_days and not spell.may_be_after_sex
        if id(spell) in used or not is_open:
            continue
        place = bisect_right(periods, spell.start, key=_START) - 1
        if place >= 0 and _goes_on(periods[place], spell, dry):
            periods[place].spells.append(spell)


def _goes_on(period: FoundPeriod, spell: Spell, dry: frozenset[date]) -> bool:
    if not period.spells or (spell.end - period.start).days >= LONGEST_USUAL_PERIOD:
        return False
    end = period.spells[-1].end
    missed = [end + timedelta(days=n) for n in range(1, (spell.start - end).days)]
    return len(missed) <= MISSED_DAYS and dry.isdisjoint(missed)


def _add_said(spell: Spell, found: list[FoundPeriod]) -> None:
    start = spell.flow_days[0]
    if found and (start - found[-1].start).days < SHORTEST_CYCLE:
        found[-1].spells.append(spell)
    else:
        found.append(FoundPeriod(start=start, spells=[spell], stated=True))


def _insert(period: FoundPeriod, found: list[FoundPeriod]) -> None:
    found.insert(bisect_left(found, period.start, key=_START), period)


def _statements(history: History) -> dict[date, date]:
    """Return the starts that the person states, each with the last day that they state it for."""
    found: dict[date, date] = {}
    if history.profile.last_period_start is not None:
        found[history.profile.last_period_start] = history.profile.last_period_start
    for entry in history.entries:
        number = entry.date.toordinal() - (entry.cycle_day or 0) + 1
        if entry.cycle_day is not None and is_exact(entry) and number > 0:
            start = date.fromordinal(number)
            found[start] = max(entry.date, found.get(start, entry.date))
    return found


def _is_taken(start: date, until: date, found: list[FoundPeriod]) -> bool:
    """Say whether a period is known there already, or one that was written down contradicts it."""
    place = bisect_right(found, start, key=_START)
    if place > 0:
        before = found[place - 1]
        end = before.spells[-1].end if before.spells else before.start
        if (start - before.start).days < SHORTEST_CYCLE or start <= end:
            return True
    if place == len(found):
        return False
    return found[place].start <= max(until, start + timedelta(days=SHORTEST_CYCLE - 1))


def _stated(start: date, unsaid: list[Spell]) -> FoundPeriod:
    """Return the period that began on a stated day, with the spell that is written down there."""
    place = bisect_left(unsaid, start, key=attrgetter("end"))
    if place < len(unsaid):
        spell = unsaid[place]
        if (spell.flow_days[0] - start).days < SHORTEST_CYCLE:
            begun = start if spell.start > start else next(d for d in spell.days if d >= start)
            return FoundPeriod(start=begun, spells=[spell], stated=True)
    return FoundPeriod(start=start, spells=[], stated=True)


def _stands_clear(spell: Spell, found: list[FoundPeriod]) -> bool:
    """Say whether enough dry days part a spell from the periods around it."""
    place = bisect_right(found, spell.flow_days[0], key=_START)
    if place > 0 and not has_room(found[place - 1].last_flow, spell.flow_days[0]):
        return False
    return place == len(found) or has_room(spell.flow_days[-1], found[place].start)
