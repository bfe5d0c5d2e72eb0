"""How complete the diary is."""

from datetime import date, timedelta

from diary_reports.scope import Scope
from diary_reports.strip import to_the_day
from diary_reports.values import Log
from diary_reports.words import counted, day_range

ONE_DAY = timedelta(days=1)


def log(scope: Scope) -> Log:
    """Count the days with an entry among the days of the range, and find the longest gap."""
    if scope.first is None:
        return _nothing()
    written = {entry.date for entry in scope.entries if to_the_day(entry)}
    days = (scope.last - scope.first).days + 1
    before = [scope.first - ONE_DAY, *sorted(written)]
    after = [*sorted(written), scope.last + ONE_DAY]
    start, end = max(zip(before, after, strict=True), key=_length)
    gap = _length((start, end))
    text = f"entries on {len(written)} of {counted(days, 'day')}"
    return Log(
        days_with_entry=len(written),
        days=days,
        longest_gap=gap,
        gap_start=start + ONE_DAY if gap else None,
        gap_end=end - ONE_DAY if gap else None,
        text=text,
        gap=_gap(start + ONE_DAY, end - ONE_DAY, gap),
    )


def _length(bounds: tuple[date, date]) -> int:
    """Return the days between two days, both left out."""
    return (bounds[1] - bounds[0]).days - 1


def _gap(first: date, last: date, days: int) -> str:
    return f"longest time without: {counted(days, 'day')}, {day_range(first, last)}" if days else ""


def _nothing() -> Log:
    return Log(
        days_with_entry=0,
        days=0,
        longest_gap=0,
        gap_start=None,
        gap_end=None,
        text="no entries",
        gap="",
    )
