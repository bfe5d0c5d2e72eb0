"""Days so many days apart, within what a calendar has."""

from datetime import date


def shifted(day: date, days: int) -> date:
    """Return the day so many days later, or the first or last that a calendar has."""
    number = day.toordinal() + days
    return date.fromordinal(min(max(number, 1), date.max.toordinal()))
