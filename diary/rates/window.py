"""The days that are counted over."""

from dataclasses import dataclass
from datetime import date

from diary.errors import InvalidValue
from diary.model import Entry, History
from diary.model.limits import earliest_day, latest_day


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Days from `first` to `last`, both included; `first` None holds no day."""

    first: date | None
    last: date

    def covers(self, entry: Entry) -> bool:
        """Say whether the entry's day is one of them."""
        return self.first is not None and self.first <= entry.date <= self.last

    def surely_covers(self, entry: Entry) -> bool:
        """Say whether every day that the entry may stand for is one of them."""
        earliest, latest = span_of(entry)
        return self.first is not None and self.first <= earliest and latest <= self.last


def span_of(entry: Entry) -> tuple[date, date]:
    """Return the first and the last day that an entry may stand for."""
    precision = entry.date_precision
    return earliest_day(entry.date, precision), latest_day(entry.date, precision)


def window_of(history: History, as_of: date, *, since: date | None, until: date | None) -> Window:
    """Return the days from `since` to `until`, within those that the diary knows about.

    The diary knows about the days from its first entry to `as_of`. Days before the first entry are
    not counted as days without one.

    Raises:
        InvalidValue: the first day is after the last one.
    """
    last = min(as_of, until or as_of)
    if since is not None and since > last:
        raise InvalidValue("the first day is after the last day; give an earlier --since")
    begun = min((entry.date for entry in history.entries if entry.date <= last), default=None)
    if begun is None:
        return Window(first=None, last=last)
    return Window(first=max(begun, since or begun), last=last)
