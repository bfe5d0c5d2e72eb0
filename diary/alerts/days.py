"""A day as the texts of the alerts write it."""

from datetime import date


def day_in_words(day: date) -> str:
    """Write a day as 3 March 2026."""
    return f"{day.day} {day:%B} {day.year}"
