"""Days and times as people say them, read strictly: what can be two days is refused.

Every day read is shown back in full before it is saved, so that a slip is seen. A library for this
(dateparser, dateutil) guesses where a text is unclear and takes longer to import than the command.
"""

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from diary.errors import FutureDay, InvalidValue

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
ONE_DAY = timedelta(days=1)

UNCLEAR_DAY = (
    'that day is not clear; write it like "yesterday", "last friday", "3 days ago",'
    ' "2 november" or 2026-11-02'
)
UNCLEAR_TIME = "that time is not clear; write it like 23:10 or 9pm"

_WEEKDAY = r"(?P<weekday>mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun|[a-z]+day)"
_MONTH = r"(?P<month>[a-z]{3,9})\.?"
_NUMBER = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?: (?P<year>\d{4}))?"
_CLOCK = r"(?:\d{1,2}[:.]\d{2} ?(?:am|pm)?|\d{1,2} ?(?:am|pm)|noon)"


def read_day(text: str, today: date) -> date:
    """Return the day that `text` names, seen from `today`.

    Without a year a date is the last one that has come. A weekday is the last one before today.

    Raises:
        InvalidValue: where the text is unclear, can be two days, or names none.
        FutureDay: where the day has not come yet.
    """
    day = _any_day(_tidy(text), today)
    if day is None:
        raise InvalidValue(UNCLEAR_DAY)
    return _come(day, today)


def read_time(text: str) -> time:
    """Return the time of day: 23:10, 9pm, 9.30 am, noon.

    Raises:
        InvalidValue: where it is unclear or no time; 9 alone may be morning or evening.
    """
    found = re.fullmatch(
        r"(?:at )?(?:(?P<noon>noon)|(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))? ?(?P<half>am|pm)?)",
        _tidy(text),
    )
    if found is None:
        raise InvalidValue(UNCLEAR_TIME)
    if found["noon"]:
        return time(12)
    return _clock(int(found["hour"]), found["minute"], half=found["half"])


def read_moment(text: str, now: datetime) -> tuple[date, time | None]:
    """Return the day, and the time where one is given: yesterday 23:10, 2026-11-02T23:10, now.

    Raises:
        InvalidValue: as `read_day` and `read_time`.
        FutureDay: where the moment has not come yet.
    """
    tidy, today = _tidy(text), now.date()
    if tidy == "now":
        return today, now.time().replace(second=0, microsecond=0)
    day, clock = _any_day(tidy, today), None
    if day is None:
        day, clock = _day_and_time(tidy, today)
    return check_come(_come(day, today), clock, now=now), clock


def check_come(day: date, clock: time | None, *, now: datetime) -> date:
    """Return `day`, refusing a time on it that has not come yet.

    Raises:
        FutureDay: where the moment is later than `now`.
    """
    _come(day, now.date())
    if clock is not None and (day, clock) > (now.date(), now.time()):
        raise FutureDay("that time has not come yet today; check the time, or give the day too")
    return day


def in_full(day: date, today: date) -> str:
    """Return the day with its weekday, and how near it is: Monday 2 November 2026 (yesterday)."""
    ago = (today - day).days
    near = {0: " (today)", 1: " (yesterday)"}.get(ago, f" ({ago} days ago)" if 1 < ago < 7 else "")
    return f"{WEEKDAYS[day.weekday()]} {_spelt(day)} {day.year}{near}"


def moment_in_full(day: date, clock: time | None, *, today: date) -> str:
    """Return the day in full with the time where there is one: ..., 23:10."""
    return in_full(day, today) + (f", {clock:%H:%M}" if clock else "")


def _tidy(text: str) -> str:
    return " ".join(text.lower().replace(",", " ").split())


def _spelt(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]}"


def _come(day: date, today: date) -> date:
    if day > today:
        raise FutureDay(f"{_spelt(day)} {day.year} has not come yet; write a day up to today")
    return day


def _day_and_time(tidy: str, today: date) -> tuple[date, time]:
    """Split a text that ends in a time; the time alone is today's."""
    found = re.fullmatch(rf"(?:(?P<day>.+?)(?: at | |(?<=\d)t))?(?P<clock>{_CLOCK})", tidy)
    if found is None:
        raise InvalidValue(UNCLEAR_DAY)
    day = today if found["day"] is None else _any_day(found["day"], today)
    if day is None:
        raise InvalidValue(UNCLEAR_DAY)
    return day, read_time(found["clock"])


def _clock(hour: int, minute: str | None, *, half: str | None) -> time:
    if (minute is None and half is None) or (half and not 1 <= hour <= 12):
        raise InvalidValue(UNCLEAR_TIME)
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    try:
        return time(hour, int(minute or 0))
    except ValueError:
        raise InvalidValue("there is no such time; write it like 23:10 or 9pm") from None


def _any_day(tidy: str, today: date) -> date | None:
    """Return the day in the first form that fits; None where no form does."""
    for form, read in FORMS:
        found = re.fullmatch(form, tidy)
        if found is not None:
            return read(found, today)
    return None


def _ago(found: re.Match[str], today: date) -> date:
    said = found["count"]
    count = 1 if said in ("a", "an") else COUNTS.index(said) + 1 if said in COUNTS else int(said)
    return today - count * (7 if found["unit"] == "week" else 1) * ONE_DAY


def _weekday(found: re.Match[str], today: date) -> date | None:
    number = _index(WEEKDAYS, found["weekday"].removesuffix("s"))
    if number is None:
        return None
    ago = (today.weekday() - number) % 7
    if ago == 0 and not found["last"]:
        name = WEEKDAYS[number]
        raise InvalidValue(f'today is a {name}; write "today" or "last {name.lower()}"')
    return today - (ago or 7) * ONE_DAY


def _named(found: re.Match[str], today: date) -> date | None:
    month = _index(MONTHS, found["month"])
    if month is None:
        return None
    day = _in_year(int(found["day"]), month + 1, year=found["year"], today=today)
    said = found["weekday"]
    if said is not None and _index(WEEKDAYS, said) != day.weekday():
        name = WEEKDAYS[day.weekday()]
        raise InvalidValue(f"{_spelt(day)} {day.year} is a {name}; check the day")
    return day


def _year_first(found: re.Match[str], today: date) -> date:
    return _in_year(int(found["day"]), int(found["month"]), year=found["year"], today=today)


def _in_numbers(found: re.Match[str], today: date) -> date:
    """Read 25/11 or 11/25; where both orders are days, say both and refuse."""
    first, second = int(found["first"]), int(found["second"])
    readings = [
        _in_year(day, month, year=found["year"], today=today)
        for day, month in dict.fromkeys([(first, second), (second, first)])
        if month <= 12
    ]
    if len(readings) > 1:
        year = f" {found['year']}" if found["year"] else ""
        one, other = (_spelt(day) + year for day in readings)
        raise InvalidValue(f'that can be two days; write "{one}" or "{other}"')
    return readings[0] if readings else _in_year(first, second, year=found["year"], today=today)


def _in_year(number: int, month: int, *, year: str | None, today: date) -> date:
    """Return the day of a year, or without one the last that has come."""
    years = [int(year)] if year else range(today.year, max(today.year - 9, 0), -1)
    for each in years:
        try:
            day = date(each, month, number)
        except ValueError:
            continue
        if year or day <= today:
            return day
    raise InvalidValue("there is no such day; check the day and the month")


def _index(names: tuple[str, ...], said: str) -> int | None:
    """Return which name is meant: in full, or its first three letters or more."""
    return next(
        (n for n, name in enumerate(names) if len(said) >= 3 and name.lower().startswith(said)),
        None,
    )


FORMS: tuple[tuple[str, Callable[[re.Match[str], date], date | None]], ...] = (
    (r"today|tonight|this (?:morning|afternoon|evening)", lambda _, today: today),
    (r"tomorrow", lambda _, today: today + ONE_DAY),
    (r"yesterday|last night", lambda _, today: today - ONE_DAY),
    (r"(?:the )?day before yesterday", lambda _, today: today - 2 * ONE_DAY),
    (rf"(?:(?P<last>last) |on )?{_WEEKDAY}", _weekday),
    (rf"(?P<count>\d{{1,3}}|an?|{'|'.join(COUNTS)}) (?P<unit>day|week)s? ago", _ago),
    (rf"(?:on )?(?:{_WEEKDAY} )?(?:the )?{_NUMBER} (?:of )?{_MONTH}{_YEAR}", _named),
    (rf"(?:on )?(?:{_WEEKDAY} )?{_MONTH} (?:the )?{_NUMBER}{_YEAR}", _named),
    (r"(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})", _year_first),
    (
        r"(?P<first>\d{1,2})(?P<mark>[-/.])(?P<second>\d{1,2})(?:(?P=mark)(?P<year>\d{4}))?",
        _in_numbers,
    ),
)
"""How a day may be written, tried in this order; a reader returns None where a name is none."""
