"""Whose the blood of a day is: the spell's, a bleed after sex, or "not my period".

A bleed after sex stays out of the spells, and so does what goes on from it on the next days, unless
the person says that it is their period, or it grows heavier than the bleed after sex was: bleeding
after sex tails off, a period builds up. What the person says is not their period is kept apart by
the same rule. A spell that was there before goes on whatever comes beside it, so that a bleed after
sex never moves a period.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from diary.model import Entry
from diary.model.after_sex import began_after_sex, says_after_sex
from diary.model.episodes import BANDS
from diary.model.vocabulary import Amount, Answer

EntriesByDay = dict[date, list[Entry]]


@dataclass(slots=True)
class Blood:
    """The blood of one day, by what the person and the clock say of it."""

    period: list[Entry] = field(default_factory=list)
    after_sex: list[Entry] = field(default_factory=list)
    by_the_clock: list[Entry] = field(default_factory=list)
    not_period: list[Entry] = field(default_factory=list)
    unsaid: list[Entry] = field(default_factory=list)


def whose_is(entry: Entry, blood: Blood, sexes: EntriesByDay) -> list[Entry]:
    """Return the list of a day's blood that the entry belongs to."""
    if is_said_period(entry):
        return blood.period
    if began_after_sex(entry, sexes):
        return blood.after_sex if says_after_sex(entry) else blood.by_the_clock
    if entry.bleeding is not None and entry.bleeding.period is Answer.NO:
        return blood.not_period
    return blood.unsaid


def is_said_period(entry: Entry) -> bool:
    """Say whether the person calls the bleeding of an entry their period."""
    return entry.bleeding is not None and entry.bleeding.period is Answer.YES


def is_flow(entry: Entry) -> bool:
    """Say whether an entry is more than spotting, or called a period by the person."""
    return is_said_period(entry) or band(entry) > BANDS.index(Amount.SPOTTING)


def band(entry: Entry) -> int:
    """Return the amount as a place in BANDS; one that is not said counts as light."""
    amount = entry.bleeding.amount if entry.bleeding else None
    return BANDS.index(amount if amount in BANDS else Amount.LIGHT)


@dataclass(slots=True)
class _Aside:
    """A bleed that is kept out of the spells, while it goes on."""

    last: date | None = None
    heaviest: int = 0

    def add(self, day: date, entries: list[Entry]) -> None:
        if entries:
            before = self.heaviest if self.touches(day) else 0
            self.last, self.heaviest = day, max(before, heaviest(entries))

    def touches(self, day: date) -> bool:
        return self.last is not None and (day - self.last).days <= 1

    def goes_on(self, day: date, entries: list[Entry]) -> bool:
        return self.touches(day) and heaviest(entries) <= self.heaviest


def heaviest(entries: Iterable[Entry]) -> int:
    """Return the most of several entries as a place in BANDS."""
    return max(map(band, entries))


def parted(days: dict[date, Blood], dry_days: int) -> tuple[EntriesByDay, EntriesByDay]:
    """Return the entries of each day that belong to spells, and those that are said to be none."""
    own: EntriesByDay = {}
    refused: EntriesByDay = {}
    until: date | None = None
    after_sex, not_period = _Aside(), _Aside()
    for day in sorted(days):
        blood, since = days[day], (day - until).days if until else None
        goes_on = bool(blood.period) or (since is not None and since <= 1)
        after_sex.add(day, blood.after_sex + ([] if goes_on else blood.by_the_clock))
        not_period.add(day, blood.not_period)
        mine = blood.period + (blood.by_the_clock if goes_on else [])
        theirs = list(blood.not_period)
        if blood.unsaid:
            if mine or (since is not None and since <= dry_days):
                mine += blood.unsaid
            elif after_sex.goes_on(day, blood.unsaid):
                after_sex.add(day, blood.unsaid)
            elif not_period.goes_on(day, blood.unsaid):
                not_period.add(day, blood.unsaid)
                theirs += blood.unsaid
            else:
                mine += blood.unsaid
        if mine:
            own[day], until = mine, day
        if theirs:
            refused[day] = theirs
    return own, refused
