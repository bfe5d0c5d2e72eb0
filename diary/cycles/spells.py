"""Bleeding days to spells: runs of days with blood from the vagina that is not after sex.

Days without an entry count as dry. An entry known only to its week, month or year has no day to
stand on. What belongs to a bleed after sex stays out, see `parting`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from math import ceil

from diary.cycles.parting import Blood, EntriesByDay, is_flow, is_said_period, parted, whose_is
from diary.model import Entry, History
from diary.model.after_sex import by_day, is_exact
from diary.model.days import shifted
from diary.model.episodes import BANDS, is_vaginal
from diary.model.vocabulary import Amount, Answer, Timing

DRY_DAYS = 2
"""Dry days that end a spell; one dry day does not.

Belsey, Machin and d'Arcangues 1986 (WHO, Contraception 34:253) end a bleeding episode so.
"""

DRY_BEFORE_PERIOD = 12
"""In a published cohort of period diaries no period began within so many dry days of the last.

The usual limits leave more: a cycle of 24 days less a period of 8 (FIGO 2018) leaves 16 dry days.
"""

LONGEST_ENTRY = 60
"""Days before its own that one entry can stand for, at most: our choice, against slips."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spell:
    """A run of bleeding days, with fewer dry days inside than end a spell.

    `flow_days` are those with more than spotting, or that the person calls their period. `said` is
    the person's word on whether it is their period: YES, NO, or None where they did not say or are
    not sure. `may_be_after_sex`: sex was recorded just before, and whether it began after it is not
    known. `is_period`: a period begins in it or goes on in it.
    """

    days: tuple[date, ...]
    entries: tuple[Entry, ...]
    flow_days: tuple[date, ...] = ()
    said: Answer | None = None
    may_be_after_sex: bool = False
    is_period: bool = False

    @property
    def start(self) -> date:
        """The first day with blood."""
        return self.days[0]

    @property
    def end(self) -> date:
        """The last day with blood."""
        return self.days[-1]

    @property
    def length(self) -> int:
        """Days from the first to the last, both counted."""
        return (self.end - self.start).days + 1

    @property
    def amount(self) -> Amount | None:
        """The most that was recorded; None where no entry says."""
        recorded = [entry.bleeding.amount for entry in self.entries if entry.bleeding]
        return max((a for a in recorded if a in BANDS), key=BANDS.index, default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spells:
    """The spells of a history, and apart from them the bleeds `after_sex` with what goes on there.

    Both are in the order of their start; none is called a period yet.
    """

    own: tuple[Spell, ...]
    after_sex: tuple[Spell, ...]


def spells(history: History, *, dry_days: int = DRY_DAYS) -> Spells:
    """Return the spells of a history; `dry_days` without blood end one."""
    sexes = by_day(e for e in history.entries if e.sex is not None and is_exact(e))
    whose = parted(_blood(history, sexes), dry_days)
    found = _spells(whose.own, sexes, dry_days)
    refused = _spells(whose.refused, sexes, dry_days)
    found += [replace(spell, said=Answer.NO) for spell in refused]
    return Spells(
        own=tuple(sorted(found, key=lambda spell: (spell.start, spell.said is Answer.NO))),
        after_sex=tuple(_spells(whose.after_sex, sexes, 1)),
    )


def _spells(days: EntriesByDay, sexes: EntriesByDay, dry_days: int) -> list[Spell]:
    flow = {day for day, entries in days.items() if any(map(is_flow, entries))}
    return [_spell(run, days, flow, sexes) for run in _runs(sorted(days), flow, dry_days)]


def _blood(history: History, sexes: EntriesByDay) -> Blood:
    is_counted = is_vaginal(history.profile)
    blood = Blood()
    for entry in history.entries:
        if entry.bleeding is None or not is_exact(entry) or not is_counted(entry):
            continue
        days = whose_is(entry, blood, sexes)
        for day in _days_of(entry):
            days.setdefault(day, []).append(entry)
    return blood


def _days_of(entry: Entry) -> Iterator[date]:
    """Yield the days that one entry stands for: it may have begun on an earlier one."""
    hours = entry.bleeding.duration_hours if entry.bleeding and entry.sex is None else None
    if hours is None:
        yield entry.date
        return
    if entry.time is not None:
        since_midnight = entry.time.hour + entry.time.minute / 60
        back = ceil((hours - since_midnight) / 24)
    else:
        back = ceil(hours / 24) - 1
    last = entry.date.toordinal()
    for number in range(max(last - min(max(back, 0), LONGEST_ENTRY), 1), last + 1):
        yield date.fromordinal(number)


def _runs(days: Iterable[date], flow: set[date], dry_days: int) -> Iterator[list[date]]:
    """Yield the days of each spell; flow that comes after long spotting begins a new one."""
    run: list[date] = []
    last_flow: date | None = None
    for day in days:
        flows = day in flow
        is_new = flows and last_flow is not None and has_room(last_flow, day)
        if run and (is_new or (day - run[-1]).days > dry_days):
            yield run
            run, last_flow = [], None
        run.append(day)
        last_flow = day if flows else last_flow
    if run:
        yield run


def has_room(last: date, first: date) -> bool:
    """Say whether so many days lie between that the second can begin a period of its own."""
    return (first - last).days - 1 > DRY_BEFORE_PERIOD


def _spell(run: list[date], days: EntriesByDay, flow: set[date], sexes: EntriesByDay) -> Spell:
    entries = {id(entry): entry for day in run for entry in days[day]}
    is_said = any(is_said_period(entry) for entry in entries.values())
    return Spell(
        days=tuple(run),
        entries=tuple(entries.values()),
        flow_days=tuple(day for day in run if day in flow),
        said=Answer.YES if is_said else None,
        may_be_after_sex=any(_may_be_after_sex(entry, sexes) for entry in days[run[0]]),
    )


def _may_be_after_sex(entry: Entry, sexes: EntriesByDay) -> bool:
    if entry.bleeding is None or is_said_period(entry):
        return False
    if entry.bleeding.timing is Timing.NOT_AFTER_SEX:
        return False
    return entry.sex is not None or entry.date in sexes or shifted(entry.date, -1) in sexes
