"""A summary of cycles in plain words: the table, what is usual, the limits, and why."""

import sys
from collections.abc import Iterator

import click

from diary.cli.cycles_limits import against_limits
from diary.cli.cycles_plot import plot
from diary.cli.screen import paragraph
from diary.cli.words import plain
from diary.cycles import Period
from diary.cycles.explained import days, readings
from diary.cycles.limits import (
    LONGEST_USUAL_CYCLE,
    LONGEST_USUAL_PERIOD,
    SHORTEST_USUAL_CYCLE,
)
from diary.cycles.summary import Summary

LAST = 13
"""Periods that are shown unasked: about a year."""

NO_PERIODS = 'No period is found yet. "diary period" notes the days of one.'
NO_FERTILE_DAYS = (
    "This shows no fertile days, ever. Do not use it to prevent or to plan a pregnancy."
)
EXPLAINED = "How each bleed was read. Your own word always comes first:"


def show(found: Summary, *, everything: bool) -> None:
    """Print the table of cycles, the usual length, the next period and the limits."""
    cycles = found.chart.cycles if everything else found.chart.cycles[1 - LAST :]
    lines = [*_table(found, everything=everything), ""]
    if sys.stdout.isatty():
        lines += plot(cycles)
    for line in lines:
        click.echo(line)
    for text in (*_usual(found), "", *against_limits(found), "", *_below(found)):
        click.echo(paragraph(text) if text else "")


def explain(found: Summary) -> None:
    """Print for each spell of bleeding why it was or was not counted as a period."""
    read = readings(found.chart)
    if not read:
        click.echo("No bleeding from the vagina is written down yet.")
        return
    click.echo(paragraph(EXPLAINED))
    for one in read:
        spell = one.spell
        span = f"{spell.start} to {spell.end}" if spell.end > spell.start else str(spell.start)
        most = f", at most {plain(spell.amount)}" if spell.amount else ""
        verdict = "a period" if one.counted else "not counted"
        click.echo(f"\n{span}: {verdict}")
        click.echo(paragraph(f"{days(len(spell.days))} with blood{most}. {one.words}"))
    click.echo(f"\n{paragraph(_ends(found))}")


def _table(found: Summary, *, everything: bool) -> Iterator[str]:
    """Yield a line for each period, with remarks below it; narrow enough for 40 columns."""
    periods = found.chart.periods
    if not periods:
        yield paragraph(NO_PERIODS)
        return
    yield "By the first day of the period:"
    shown = periods if everything else periods[-LAST:]
    lengths = {cycle.start: cycle.length for cycle in found.chart.cycles}
    for period in shown:
        length = lengths.get(period.start)
        bled = "" if period.length is None else f"bled {days(period.length)}"
        yield f"{period.start}  {_length(found, period, length):<14}  {bled}".rstrip()
        for remark in _remarks(found, period, length):
            yield paragraph(remark, indent=" " * 12)
    if len(shown) < len(periods):
        yield f'The last {len(shown)} of {len(periods)}. "--all" shows all.'


def _length(found: Summary, period: Period, length: int | None) -> str:
    if length is not None:
        return days(length)
    if period is not found.chart.periods[-1]:
        return "not counted"
    today = found.chart.day_of_cycle(found.as_of).day
    return "" if today is None else f"day {today} so far"


def _remarks(found: Summary, period: Period, length: int | None) -> Iterator[str]:
    if length is not None and length < SHORTEST_USUAL_CYCLE:
        yield f"Shorter than {SHORTEST_USUAL_CYCLE} days."
    if length is not None and length > LONGEST_USUAL_CYCLE:
        yield f"Longer than {LONGEST_USUAL_CYCLE} days."
    if period.length is None:
        yield "Only its first day is known."
    elif period.length > LONGEST_USUAL_PERIOD:
        yield f"Bled for more than {LONGEST_USUAL_PERIOD} days."
    if period.spotting_before:
        yield f"{days(period.spotting_before)} of spotting before it."
    yield from (gap.reason for gap in found.chart.gaps if gap.start == period.start)


def _usual(found: Summary) -> Iterator[str]:
    usual = found.usual
    if usual is None:
        yield "Usual length: not enough to say. No complete cycle began in the last 365 days."
    elif usual.count == 1:
        yield f"Length: {days(usual.middle)} (1 complete cycle in the last 365 days)."
    else:
        yield (
            f"Usual length: {days(usual.middle)}, from {usual.shortest} to {usual.longest}"
            f" ({usual.count} complete cycles in the last 365 days; the usual is the middle one)."
        )
    forecast = found.next
    if forecast.expected is None:
        yield f"Next period: not said. {forecast.reason or ''}".rstrip()
    else:
        yield (
            f"Next period: about {forecast.expected}, and 80 times in 100 from"
            f" {forecast.earliest} to {forecast.latest}."
        )


def _below(found: Summary) -> Iterator[str]:
    if found.of:
        yield (
            f"Written down: something on {found.recorded} of {days(found.of)}. Days without an"
            " entry count as dry."
        )
    yield _ends(found)
    yield NO_FERTILE_DAYS
    yield '"diary cycles --explain" says how each bleed was read.'


def _ends(found: Summary) -> str:
    return f'A period ends after {days(found.dry_days, "dry day")} ("--dry-days N" changes that).'
