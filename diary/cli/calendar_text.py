"""A month as a grid of letters, or as a line for each day; neither needs colour."""

import sys
from calendar import Calendar
from collections.abc import Iterable, Iterator
from datetime import date

import click

from diary.cli.screen import paragraph
from diary.cli.when import MONTHS
from diary.cycles.marks import Mark, Marks

LETTERS = {
    Mark.PERIOD: "P",
    Mark.EXPECTED: "?",
    Mark.AFTER_SEX: "A",
    Mark.BLEED: "B",
    Mark.SEX: "S",
    Mark.PAIN: "x",
}
WORDS = {
    Mark.PERIOD: "period",
    Mark.EXPECTED: "the next period may start (80 times in 100)",
    Mark.AFTER_SEX: "bleed after sex",
    Mark.BLEED: "other bleed",
    Mark.SEX: "sex",
    Mark.PAIN: "pain",
}
WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
WIDE = 5
"""Columns of a day: 7 days fit into 40."""

NO_FERTILE_DAYS = "No fertile days are shown here, ever."
OTHER = "something else is written down"
NOTHING = "Nothing is written down in this month. That is not the same as nothing happened."


def show(found: Marks, month: date, *, today: date, as_list: bool) -> None:
    """Print a month; not to a terminal, as lines in words."""
    days = [day for day in Calendar().itermonthdates(month.year, month.month) if _is_in(day, month)]
    click.echo(f"{MONTHS[month.month - 1]} {month.year}")
    if as_list or not sys.stdout.isatty():
        lines = [*_list(found, days)]
    else:
        lines = [*_grid(found, month, today), "", *_legend(found, days, today)]
    for line in (*lines, "", *_below(found, days, today)):
        click.echo(paragraph(line) if len(line) > WIDE * 7 else line)


def _is_in(day: date, month: date) -> bool:
    return (day.year, day.month) == (month.year, month.month)


def _grid(found: Marks, month: date, today: date) -> Iterator[str]:
    """Yield two lines a week: the numbers, and below them the letters."""
    yield "".join(f"{name:<{WIDE}}" for name in WEEKDAYS).rstrip()
    for week in Calendar().monthdatescalendar(month.year, month.month):
        here = [day if _is_in(day, month) else None for day in week]
        yield _line(_number(found, day, today) if day else "" for day in here)
        yield _line(_letters(found, day) if day else "" for day in here)


def _line(cells: Iterable[str]) -> str:
    return "".join(f"{cell:<{WIDE}}" for cell in cells).rstrip()


def _number(found: Marks, day: date, today: date) -> str:
    written = "." if Mark.ENTRY in found.days.get(day, ()) else ""
    return f"{day.day:>2}{written}{'<' if day == today else ''}"


def _letters(found: Marks, day: date) -> str:
    here = found.days.get(day, frozenset())
    return f"{''.join(letter for mark, letter in LETTERS.items() if mark in here):>2}"


def _legend(found: Marks, days: list[date], today: date) -> Iterator[str]:
    """Yield what the marks mean that this month has."""
    used = {mark for day in days for mark in found.days.get(day, ())}
    yield from (f"{letter}  {WORDS[mark]}" for mark, letter in LETTERS.items() if mark in used)
    if Mark.ENTRY in used:
        yield ".  something is written down"
    if today in days:
        yield "<  today"


def _list(found: Marks, days: list[date]) -> Iterator[str]:
    for day in days:
        here = found.days.get(day, frozenset())
        words = [word for mark, word in WORDS.items() if mark in here]
        if here:
            yield f"{day:%a} {day}: {', '.join(words) or OTHER}"


def _below(found: Marks, days: list[date], today: date) -> Iterator[str]:
    past = [day for day in days if day <= today]
    written = sum(Mark.ENTRY in found.days.get(day, ()) for day in past)
    if past and not written:
        yield NOTHING
    elif past:
        yield f"Something is written down on {written} of {len(past)} days."
    if days[-1] >= today and found.next.reason is not None:
        yield f"Next period: not said. {found.next.reason}"
    if found.not_placed:
        count = "1 entry is" if found.not_placed == 1 else f"{found.not_placed} entries are"
        yield f"{count} not shown: only the week, month or year is known."
    yield NO_FERTILE_DAYS
