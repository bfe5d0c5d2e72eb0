"""The checks that every part of an entry shares: ranges, text limits and lists without repeats."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date
from enum import Enum
from math import isfinite
from typing import TypeVar

from diary.errors import InvalidValue
from diary.model.days import shifted
from diary.model.vocabulary import DatePrecision

WordT = TypeVar("WordT", bound=Enum)

NOTE_LIMIT = 10_000
ORIGIN_LIMIT = 200
ID_LIMIT = 200
EARLIEST_YEAR = 1900
LATEST_YEAR = 2100


def check_range(name: str, value: float | None, least: float, most: float | None = None) -> None:
    """Refuse a number outside `least` to `most`, both included."""
    if value is None:
        return
    if not isfinite(value):
        raise InvalidValue(f"{name} is not a number that can be measured")
    if most is None and value < least:
        raise InvalidValue(f"{name} is below {least:g}")
    if most is not None and not least <= value <= most:
        raise InvalidValue(f"{name} is outside {least:g} to {most:g}")


def check_text(name: str, value: str | None, limit: int | None = None) -> None:
    """Refuse text that is too long, or that no file could hold."""
    if value is None:
        return
    if limit is not None and len(value) > limit:
        raise InvalidValue(f"{name} is longer than {limit:,} characters")
    if any("\ud800" <= letter <= "\udfff" for letter in value):
        raise InvalidValue(f"{name} holds half a character that cannot be saved")


def check_id(name: str, value: str | None) -> None:
    """Refuse an id that could not be typed, shown on a line or told from another."""
    check_text(name, value, ID_LIMIT)
    if value is not None and (value != value.strip() or not value.isprintable() or not value):
        raise InvalidValue(f"{name} is empty, or holds what cannot be shown")


def check_day(name: str, day: date | None) -> None:
    """Refuse a day outside the years 1900 to 2100: a slip, and too far to count from."""
    if day is not None and not EARLIEST_YEAR <= day.year <= LATEST_YEAR:
        raise InvalidValue(f"{name} is outside the years {EARLIEST_YEAR} to {LATEST_YEAR}")


def check_only_true(name: str, value: object) -> None:
    """Refuse `False` where only "said so" and "not asked" have a meaning."""
    if value is False:
        raise InvalidValue(f"{name} is either true or left out")


def in_order(name: str, words: Iterable[WordT]) -> tuple[WordT, ...]:
    """Return `words` in the order of their enum, refusing repeats: such a list is a set."""
    given = tuple(words)
    if len(set(given)) != len(given):
        raise InvalidValue(f"{name} names something twice")
    if len(given) < 2:
        return given
    return tuple(word for word in type(given[0]) if word in given)


def latest_day(day: date, precision: DatePrecision | None) -> date:
    """Return the last day that a date known only to its week, month or year can stand for."""
    match precision:
        case DatePrecision.WEEK:
            return shifted(day, 6 - day.weekday())
        case DatePrecision.MONTH:
            return day.replace(day=monthrange(day.year, day.month)[1])
        case DatePrecision.YEAR:
            return day.replace(month=12, day=31)
        case _:
            return day


def earliest_day(day: date, precision: DatePrecision | None) -> date:
    """Return the first day that a date known only to its week, month or year can stand for."""
    match precision:
        case DatePrecision.WEEK:
            return shifted(day, -day.weekday())
        case DatePrecision.MONTH:
            return day.replace(day=1)
        case DatePrecision.YEAR:
            return day.replace(month=1, day=1)
        case _:
            return day
