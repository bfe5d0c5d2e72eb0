"""The windows around a period and in mid-cycle: True, False, or None where it cannot be told.

The period window is a design choice: spotting after sex is likelier at the beginning or end of a
period. The mid-cycle window rests on bleeding at egg release, 10 to 16 days before the next period
(the luteal phase lasts 12.4 days on average, Bull and others 2019, npj Digital Medicine 2:83).
"""

from datetime import date
from typing import TYPE_CHECKING

from diary.cycles.limits import LONGEST_USUAL_PERIOD, SHORTEST_USUAL_CYCLE
from diary.cycles.spells import DRY_BEFORE_PERIOD
from diary.model.days import shifted

if TYPE_CHECKING:
    from diary.cycles.chart import Chart
    from diary.cycles.periods import Period

EDGE = 2
"""Days before the first and after the last day of a period that count with it: our choice."""

MID_CYCLE = range(10, 17)
"""Days before the next period start."""


def in_period_window(chart: "Chart", day: date) -> bool | None:
    """Say whether `day` is in the window around a period, actual or expected."""
    place = chart.place(shifted(day, EDGE))
    near = _around(chart.periods[place], day) if place is not None else False
    if near is not False:
        return near
    for stretch in chart.stretches:
        if stretch.covers(day):
            return None if stretch.may_bleed else False
    following = chart.after(place)
    if following is not None and (following.start - day).days <= DRY_BEFORE_PERIOD - EDGE:
        return False
    if place is None:
        return None
    return _long_after(chart, place, day)


def is_near_a_period(chart: "Chart", day: date) -> bool:
    """Say whether `day` is in a period that came, or at its edge."""
    return any(
        shifted(period.start, -EDGE) <= day <= shifted(period.end, EDGE) for period in chart.periods
    )


def _around(period: "Period", day: date) -> bool | None:
    """Say whether `day` is in the window of one period; None after one whose end is not known."""
    if day <= shifted(period.end, EDGE):
        return True
    is_known = period.length is not None
    is_over = day > shifted(period.start, LONGEST_USUAL_PERIOD - 1 + EDGE)
    return False if is_known or is_over else None


def _long_after(chart: "Chart", place: int, day: date) -> bool | None:
    """Say whether `day`, after the window of a period, is in that of the next expected one."""
    start = chart.periods[place].start
    if chart.has_break(start, day) or day > chart.known_until[place]:
        return None
    if chart.is_complete(place) or day < shifted(start, _shortest(chart) - EDGE):
        return False
    expected = None if chart.after(place) else chart.expected
    if expected is None or day > shifted(expected, EDGE):
        return None
    return day >= shifted(expected, -EDGE)


def in_mid_cycle_window(chart: "Chart", day: date) -> bool | None:
    """Say whether `day` is as long before the next period, actual or expected, as egg release."""
    if any(stretch.covers(day) for stretch in chart.stretches):
        return False
    place = chart.place(day)
    later = chart.after(place)
    following = later.start if later else chart.expected
    if following is None or following < day or chart.has_break(day, shifted(following, -1)):
        return False if _is_early(chart, place, day) else None
    before = (following - day).days
    if before in MID_CYCLE or before < MID_CYCLE.start:
        return before in MID_CYCLE
    is_known = later is None or (place is not None and chart.is_complete(place))
    return False if is_known or _is_early(chart, place, day) else None


def _is_early(chart: "Chart", place: int | None, day: date) -> bool:
    """Say whether `day` is too soon after a period for the middle of even a short usual cycle."""
    if place is None:
        return False
    earliest = _shortest(chart) - MID_CYCLE.stop + 1
    return (day - chart.periods[place].start).days < earliest


def _shortest(chart: "Chart") -> int:
    """Return the shortest cycle to think of: the shortest usual one, or the person's own."""
    return min(SHORTEST_USUAL_CYCLE, chart.usual_length or SHORTEST_USUAL_CYCLE)
