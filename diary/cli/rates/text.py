"""The counts of `diary rates` in words and tables."""

from collections.abc import Iterator

import click

from diary.cli import table
from diary.cli.rates.course import show_course, show_recorded
from diary.cli.rates.months import show_months
from diary.cli.rates.words import (
    CHANCE,
    WHERE,
    counted,
    ends,
    print_heading,
    print_lines,
    times,
)
from diary.cli.screen import paragraph
from diary.cli.words import plain
from diary.rates import MIN_TIMES, Overview, Rate
from diary.rates.changes import Change
from diary.rates.kinds import OfKind, Split

COLUMNS = ("Bled after", "Share, 95 % interval")
NOTHING = 'Nothing is written down in these days. "diary log" writes something down.'
NO_TIMES = (
    "No time of sex is written down in these days, so there is nothing to count."
    ' "diary log" writes one down, with or without bleeding.'
)
TESTED = (
    "What is unusual was judged with Fisher's exact test. The more is compared, the more looks odd"
    " by chance: that is allowed for."
)
CLOSING = (
    "These are counts of what was written down. They name no cause and are not a diagnosis."
    ' "diary alerts" says when to book care.'
)


def show(overview: Overview, *, every_month: bool) -> None:
    """Print the counts, the whole first; without `every_month` only the latest months."""
    if overview.window.first is None:
        click.echo(NOTHING)
        return
    print_lines(_whole(overview))
    if overview.recorded.times:
        show_months(overview, every_month=every_month)
        _show_kinds(overview.kinds)
        _show_split("lubricant", overview.lubricant)
        _show_split("a condom", overview.condom)
        _show_changes(overview.changes)
    show_course(overview.course)
    show_recorded(overview.recorded)
    if _is_compared(overview):
        click.echo(f"\n{paragraph(TESTED)}")
    click.echo(f"\n{paragraph(CLOSING)}")


def _is_compared(overview: Overview) -> bool:
    splits = (overview.lubricant.compared, overview.condom.compared)
    every = (*splits, *(change.compared for change in overview.changes))
    return any(compared.p is not None for compared in every)


def _whole(overview: Overview) -> Iterator[str]:
    rate = overview.rate
    days = f"{overview.window.first} to {overview.window.last}"
    yield f"Blood {WHERE[overview.source]} after sex, {days}"
    yield ""
    if not overview.recorded.times:
        yield NO_TIMES
    else:
        yield _bled(rate)
        if rate.of and rate.unknown:
            more = "1 more time" if rate.unknown == 1 else f"{rate.unknown} more times"
            yield f"Not known for {more}: counted neither as yes nor as no."
    for other in overview.elsewhere:
        yield f"Blood {WHERE[other.source]}: after {other.rate.bled} of {times(other.rate.of)}."


def _bled(rate: Rate) -> str:
    if not rate.of:
        return f"Whether bleeding followed is not known for any of the {times(rate.unknown)}."
    text = f"Bled after {rate.bled} of {times(rate.of)}."
    if rate.percent is None:
        return f"{text} That is too few for a percentage: it takes {MIN_TIMES} known times."
    return (
        f"{text} That is {rate.percent} %. The true share likely lies between"
        f" {ends(rate, 'and')} (95 % interval). The more times are written down, the closer these"
        " two come."
    )


def _row(label: str, rate: Rate) -> tuple[str, ...]:
    share = "" if rate.percent is None else f"{rate.percent} % (interval {ends(rate)})"
    return label, counted(rate), share


def _show_kinds(kinds: tuple[OfKind, ...]) -> None:
    print_heading("By kind of sex")
    rows = [_row(_kinds(some), some.rate) for some in kinds]
    table.show(("Kind", *COLUMNS), rows)


def _kinds(some: OfKind) -> str:
    return " and ".join(plain(kind) for kind in some.kinds) or "kind not written down"


def _show_split(what: str, split: Split) -> None:
    if not split.is_recorded:
        return
    print_heading(f"With and without {what}")
    rows = [_row(f"with {what}", split.used), _row(f"without {what}", split.not_used)]
    if split.not_known.of + split.not_known.unknown:
        rows.append(_row("not written down", split.not_known))
    table.show(("Times", *COLUMNS), rows)
    click.echo(paragraph(CHANCE[split.compared.chance]))


def _show_changes(changes: tuple[Change, ...]) -> None:
    if not changes:
        return
    print_heading("Before and after a change")
    for change in changes:
        print_lines(_change(change))


def _change(change: Change) -> Iterator[str]:
    what = "; ".join(f"{plain(fact.kind)}: {plain(fact.what)}" for fact in change.facts)
    days = "1 day" if change.days == 1 else f"{change.days} days"
    yield f"- {change.day}, {what}."
    yield (
        f"Bled after, in the {days} before: {counted(change.before)}."
        f" In the {days} after: {counted(change.after)}. {CHANCE[change.compared.chance]}"
    )
    if change.also:
        yield f"Other changes fall in these days: {', '.join(map(str, change.also))}."
