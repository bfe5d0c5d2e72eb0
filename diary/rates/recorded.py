"""How complete the diary is over some days."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from diary.model import Entry
from diary.model.after_sex import is_exact
from diary.model.days import shifted
from diary.rates.window import Window


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """Entries on `days_with_entry` of `days`, `times` of sex, and the longest time without any.

    `longest_gap` counts the days from `gap_start` to `gap_end`; both are None where it is 0.
    """

    days_with_entry: int
    days: int
    times: int
    longest_gap: int
    gap_start: date | None
    gap_end: date | None


def recorded(entries: Sequence[Entry], window: Window) -> Recorded:
    """Count the days with an entry among those of the window, and find the longest gap.

    An entry known only to its week, month or year is on no day, but its sex is a time of sex.
    """
    inside = [entry for entry in entries if window.covers(entry)]
    written = sorted({entry.date for entry in inside if is_exact(entry)})
    start, end = _longest_gap(written, window)
    gap = 0 if start is None or end is None else (end - start).days + 1
    return Recorded(
        days_with_entry=len(written),
        days=0 if window.first is None else (window.last - window.first).days + 1,
        times=sum(entry.sex is not None for entry in inside),
        longest_gap=gap,
        gap_start=start if gap else None,
        gap_end=end if gap else None,
    )


def _longest_gap(written: Sequence[date], window: Window) -> tuple[date | None, date | None]:
    """Return the first and last day of the longest stretch of the window without an entry."""
    if window.first is None:
        return None, None
    starts = [window.first, *(shifted(day, 1) for day in written)]
    ends = [*(shifted(day, -1) for day in written), window.last]
    return max(zip(starts, ends, strict=True), key=lambda gap: gap[1] - gap[0])
