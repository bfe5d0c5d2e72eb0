"""The plot of the months: a mark for each time, told apart without colour and in plain ASCII."""

import sys
import textwrap

import click

from diary.cli.rates.words import counted, print_heading, print_lines, times
from diary.cli.screen import width
from diary.rates import Overview, Rate
from diary.rates.months import Month

MONTHS = 13
"""The latest months shown where no days were asked for: a year, and the month that it began in."""

GAP = "  "
LABEL = "%Y-%m"
LABEL_WIDTH = 7
LEAST_ROOM = 8
"""Marks that a line holds at least, however narrow the terminal."""

BLED, DRY, NOT_KNOWN = "#", ".", "?"
KEY = f"One mark is one time of sex: {BLED} bled after, {DRY} did not, {NOT_KNOWN} not known."


def show_months(overview: Overview, *, every_month: bool) -> None:
    """Print the counts of each month, in a terminal with a mark for each time before them."""
    months = overview.months
    shown = months if every_month else months[-MONTHS:]
    print_heading("Month by month")
    if sys.stdout.isatty():
        print_lines([KEY])
        _draw(shown)
    else:
        for month in shown:
            click.echo(f"{month.first:{LABEL}}{GAP}{counted(month.rate)}")
    if len(shown) < len(months):
        earlier = len(months) - len(shown)
        left = "1 earlier month is" if earlier == 1 else f"{earlier} earlier months are"
        print_lines([f'{left} not shown: "--since DAY" shows more.'])
    in_none = overview.recorded.times - sum(m.rate.of + m.rate.unknown for m in months)
    if in_none:
        print_lines([f"In no month, as the day is not known: {times(in_none)}."])


def _draw(months: tuple[Month, ...]) -> None:
    """Print the marks of each month over as many lines as they need, the counts in a column."""
    counts = [counted(month.rate) for month in months]
    room = max(width() - LABEL_WIDTH - max(map(len, counts)) - 2 * len(GAP), LEAST_ROOM)
    longest = min(room, max(len(_marks(month.rate)) for month in months))
    for month, words in zip(months, counts, strict=True):
        first, *rest = textwrap.wrap(_marks(month.rate), room) or [""]
        click.echo(f"{month.first:{LABEL}}{GAP}{first.ljust(longest)}{GAP}{words}")
        for line in rest:
            click.echo(f"{' ' * LABEL_WIDTH}{GAP}{line}")


def _marks(rate: Rate) -> str:
    return BLED * rate.bled + DRY * (rate.of - rate.bled) + NOT_KNOWN * rate.unknown
