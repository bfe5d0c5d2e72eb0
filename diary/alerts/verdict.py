"""The three answers that a rule can give: it fires, it is quiet, or there is not enough to say."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from diary.alerts.assessment import Urgency
from diary.model import Entry, Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class Fires:
    """The rule fires on these entries and facts, in the order of their days.

    `urgency` and `quiet` None: as the rule says. `raised_on`: the day of the entry that first made
    it fire, from which a two-week date counts; None: that of the earliest entry. `stands_until`:
    the last day for which an emergency or same-day sign counts as present, where a rule knows it
    (five days after sex for emergency contraception); None: see `standing`. `is_event`: it
    happened, so that no later entry can take it back, only a visit about it or time. `weaker`: what
    the rule says where a visit has ended this sign (`standing.strongest` fills it in). `also`: a
    sentence that this evidence adds to what to do.
    """

    evidence: tuple[Entry | Fact, ...]
    urgency: Urgency | None = None
    quiet: bool | None = None
    raised_on: date | None = None
    stands_until: date | None = None
    is_event: bool = False
    weaker: "Verdict | None" = field(default=None, repr=False)
    also: str = ""

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries among the evidence."""
        return tuple(record for record in self.evidence if isinstance(record, Entry))

    @property
    def latest(self) -> date | None:
        """The day of the latest entry, or else of the latest fact; None where none has a day."""
        days = [entry.date for entry in self.entries]
        facts = (record.start for record in self.evidence if isinstance(record, Fact))
        return max(days or [start for start in facts if start], default=None)

    @property
    def earliest(self) -> date | None:
        """The day of the earliest entry, or else of the earliest fact."""
        days = [entry.date for entry in self.entries]
        facts = (record.start for record in self.evidence if isinstance(record, Fact))
        return min(days or [start for start in facts if start], default=None)


@dataclass(frozen=True, slots=True)
class Quiet:
    """The rule has nothing to say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotEnough:
    """The rule could not decide; `needs` says in words what it would need."""

    needs: str


Verdict = Fires | Quiet | NotEnough

QUIET = Quiet()


class HasEntries(Protocol):
    """A bleed, a spell or a period: something that entries make up."""

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries that make it up."""


Record = Entry | Fact | HasEntries


def fires(
    *evidence: Record | Iterable[Record],
    urgency: Urgency | None = None,
    quiet: bool | None = None,
    raised_on: date | None = None,
    stands_until: date | None = None,
    is_event: bool = False,
) -> Fires:
    """Fire on entries, facts, bleeds, spells and periods, singly or in lists; each counts once."""
    records = {id(record): record for given in evidence for record in _records(given)}
    ordered = tuple(sorted(records.values(), key=_day))
    return Fires(
        evidence=ordered,
        urgency=urgency,
        quiet=quiet,
        raised_on=raised_on,
        stands_until=stands_until,
        is_event=is_event,
    )


def _records(given: Record | Iterable[Record]) -> Iterable[Entry | Fact]:
    if isinstance(given, Entry | Fact):
        yield given
    elif isinstance(given, Iterable):
        for record in given:
            yield from _records(record)
    else:
        yield from given.entries


def _day(record: Entry | Fact) -> date:
    day = record.date if isinstance(record, Entry) else record.start
    return day or date.min
