"""Whose the blood of a day is: the spell's, a bleed after sex, or "not my period".

A bleed after sex stays out of the spells, and so does what goes on from it on the next days, unless
the person says that it is their period, or it grows heavier than the bleed after sex was: bleeding
after sex tails off, a period builds up. Where it does so within 3 days, the flow since the day
after the bleed is the period's, too, as its first day is often light. What the person says is not
their period is kept apart in the same way. A spell that was there before goes on whatever comes
beside it, so that a bleed after sex never moves a period.
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
    """The blood of all days, by what the person and the clock say of it."""

    period: EntriesByDay = field(default_factory=dict)
    after_sex: EntriesByDay = field(default_factory=dict)
    by_the_clock: EntriesByDay = field(default_factory=dict)
    not_period: EntriesByDay = field(default_factory=dict)
    unsaid: EntriesByDay = field(default_factory=dict)

    @property
    def days(self) -> list[date]:
        """Every day with blood, in order."""
        kinds = (self.period, self.after_sex, self.by_the_clock, self.not_period, self.unsaid)
        return sorted({day for kind in kinds for day in kind})


def whose_is(entry: Entry, blood: Blood, sexes: EntriesByDay) -> EntriesByDay:
    """Return the part of the blood that the entry belongs to."""
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


BUILDS_UP = 3
"""Days after a bleed after sex in which a period that hides behind it grows heavier: our choice."""


@dataclass(slots=True)
class Parted:
    """The entries of each day, by whose they are; the entries of one day can be in several.

    `own` belong to spells, `refused` are said to be no period, `after_sex` are bleeds after sex
    with what goes on from them.
    """

    own: EntriesByDay = field(default_factory=dict)
    refused: EntriesByDay = field(default_factory=dict)
    after_sex: EntriesByDay = field(default_factory=dict)


@dataclass(slots=True)
class _Aside:
    """A bleed that is kept out of the spells, while it goes on; `days` are all there were."""

    last: date | None = None
    heaviest: int = 0
    going_on: list[date] = field(default_factory=list)
    days: EntriesByDay = field(default_factory=dict)

    def begin(self, day: date, entries: list[Entry]) -> None:
        if entries:
            self._add(day, entries)
            self.going_on = []

    def go_on(self, day: date, entries: list[Entry]) -> None:
        is_first_day = day in self.days
        self._add(day, entries)
        if not is_first_day:
            self.going_on.append(day)

    def _add(self, day: date, entries: list[Entry]) -> None:
        before = self.heaviest if self.touches(day) else 0
        self.last, self.heaviest = day, max(before, heaviest(entries))
        self.days.setdefault(day, []).extend(entries)

    def touches(self, day: date) -> bool:
        return self.last is not None and (day - self.last).days <= 1

    def takes(self, day: date, entries: list[Entry]) -> bool:
        return self.touches(day) and heaviest(entries) <= self.heaviest

    def given_back(self, day: date) -> EntriesByDay:
        """Return the flow just before `day` that went on from the bleed: the period's after all."""
        found: EntriesByDay = {}
        if self.touches(day) and len(self.going_on) < BUILDS_UP:
            for earlier in self.going_on:
                if found or any(map(is_flow, self.days[earlier])):
                    found[earlier] = self.days.pop(earlier)
        return found


def heaviest(entries: Iterable[Entry]) -> int:
    """Return the most of several entries as a place in BANDS."""
    return max(map(band, entries))


def parted(blood: Blood, dry_days: int) -> Parted:
    """Return whose the blood of each day is; `dry_days` end a spell."""
    own: EntriesByDay = {}
    until: date | None = None
    after_sex, refused = _Aside(), _Aside()
    for day in blood.days:
        since = (day - until).days if until else None
        by_the_clock, unsaid = blood.by_the_clock.get(day, []), blood.unsaid.get(day, [])
        goes_on = day in blood.period or (since is not None and since <= 1)
        after_sex.begin(day, blood.after_sex.get(day, []) + ([] if goes_on else by_the_clock))
        refused.begin(day, blood.not_period.get(day, []))
        mine = blood.period.get(day, []) + (by_the_clock if goes_on else [])
        if unsaid:
            if mine or (since is not None and since <= dry_days):
                mine += unsaid
            elif after_sex.takes(day, unsaid):
                after_sex.go_on(day, unsaid)
            elif refused.takes(day, unsaid):
                refused.go_on(day, unsaid)
            else:
                mine += unsaid
                own.update(after_sex.given_back(day))
        if mine:
            own[day], until = mine, day
    return Parted(own=own, refused=refused.days, after_sex=after_sex.days)
