"""A stretch of time without cycles, with its reason in plain words."""

from dataclasses import dataclass
from datetime import date

from diary.model import Fact
from diary.model.limits import earliest_day, latest_day


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Days without cycles, both counted: `date.min` where unknown since when, `date.max` if open.

    `may_bleed`: bleeding like a period can come all the same, such as the planned bleed of a pill.
    """

    start: date
    end: date
    reason: str
    may_bleed: bool = False

    def covers(self, day: date) -> bool:
        """Say whether the day lies in the stretch."""
        return self.start <= day <= self.end

    def meets(self, first: date, last: date) -> bool:
        """Say whether any day from `first` to `last`, both counted, lies in the stretch."""
        return self.start <= last and first <= self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Starts:
    """Starts of periods before it is known when there are cycles, each in order.

    `stated` rest on the person's word, `likely` on the strength and length of a spell alone.
    """

    stated: tuple[date, ...] = ()
    likely: tuple[date, ...] = ()

    @property
    def since_last(self) -> date:
        """The day after the last stated start: since when what holds now holds, at the most."""
        return date.fromordinal(self.stated[-1].toordinal() + 1) if self.stated else date.min


def first_day(fact: Fact) -> date | None:
    """Return the first day that the fact's start can stand for."""
    return fact.start and earliest_day(fact.start, fact.date_precision)


def last_day(fact: Fact) -> date:
    """Return the last day on which the fact may still hold."""
    return latest_day(fact.end, fact.date_precision) if fact.end else date.max
