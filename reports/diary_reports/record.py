"""How complete the diary is."""

from diary.rates.recorded import Recorded, recorded
from diary.rates.window import Window
from diary_reports.scope import Scope
from diary_reports.values import Log
from diary_reports.words import counted, day_range


def log(scope: Scope) -> Log:
    """Count the days with an entry among the days of the range, and find the longest gap."""
    if scope.first is None:
        return _nothing()
    found = recorded(scope.entries, Window(first=scope.first, last=scope.last))
    return Log(
        days_with_entry=found.days_with_entry,
        days=found.days,
        longest_gap=found.longest_gap,
        gap_start=found.gap_start,
        gap_end=found.gap_end,
        text=f"entries on {found.days_with_entry} of {counted(found.days, 'day')}",
        gap=_gap(found),
    )


def _gap(found: Recorded) -> str:
    if found.gap_start is None or found.gap_end is None:
        return ""
    days = day_range(found.gap_start, found.gap_end)
    return f"longest time without: {counted(found.longest_gap, 'day')}, {days}"


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
