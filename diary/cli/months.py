"""A month as people say it: december, dec 2025, 2025-12, last month, next month."""

import re
from datetime import date

from diary.cli.when import MONTHS
from diary.errors import InvalidValue

UNCLEAR = 'that month is not clear; write it like "march", "march 2026", 2026-03 or "last month"'
STEPS = {"this month": 0, "last month": -1, "next month": 1}


def read_month(text: str, today: date) -> date:
    """Return the first day of the month that `text` names, seen from `today`.

    A name without a year is the last such month that has begun.

    Raises:
        InvalidValue: where the text is unclear or names no month.
    """
    said = " ".join(text.lower().split())
    if said in STEPS:
        return month_after(today, STEPS[said])
    written = re.fullmatch(r"(?P<year>\d{4})-(?P<month>\d{1,2})", said)
    named = re.fullmatch(r"(?P<name>[a-z]{3,9})\.?(?: (?P<year>\d{4}))?", said)
    if written is not None:
        return _first(int(written["year"]), int(written["month"]))
    month = next(
        (n for n, name in enumerate(MONTHS, 1) if named and _is(name, named["name"])), None
    )
    if named is None or month is None:
        raise InvalidValue(UNCLEAR)
    year = int(named["year"]) if named["year"] else today.year - (month > today.month)
    return _first(year, month)


def month_after(day: date, months: int) -> date:
    """Return the first day of the month so many months later."""
    number = day.year * 12 + day.month - 1 + months
    return _first(number // 12, number % 12 + 1)


def _is(name: str, said: str) -> bool:
    return name.lower().startswith(said)


def _first(year: int, month: int) -> date:
    if not (1900 <= year <= 2200 and 1 <= month <= 12):
        raise InvalidValue("there is no such month; check the year and the month")
    return date(year, month, 1)
