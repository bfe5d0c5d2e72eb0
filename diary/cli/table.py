"""Rows for the eye in a terminal, plain lines for everything else."""

import sys
from collections.abc import Iterable, Sequence

import click


def show(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print rows as a table; not to a terminal, as lines without any drawing.

    The lines keep every cell apart by two spaces, and say nothing for an empty cell, so that a
    screen reader or a script meets only words.
    """
    if sys.stdout.isatty():
        _draw(headings, rows)
        return
    for row in rows:
        click.echo("  ".join(cell for cell in row if cell))


def _draw(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, pad_edge=False, header_style="bold")
    for heading in headings:
        table.add_column(heading, overflow="fold", no_wrap=heading in ("Id", "Day"))
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    Console(highlight=False).print(table)
