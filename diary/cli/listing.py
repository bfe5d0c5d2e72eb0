"""`diary list`: the entries, newest last."""

from collections.abc import Mapping
from datetime import date, datetime

import click

from diary.cli import table
from diary.cli.days import DAY
from diary.cli.describe import in_short
from diary.cli.dry_days import dry_days
from diary.cli.ids import short_ids
from diary.cli.session import Session, pass_session
from diary.cli.unlock import unlocked
from diary.model import Entry, History

HEADINGS = ("Id", "Day", "Time", "Cycle day", "What")
MOST = 30


@click.command("list")
@click.option("--since", type=DAY, help="First day to show, such as 2026-03-01 or 'last monday'.")
@click.option("--until", type=DAY, help="Last day to show.")
@click.option("--all", "everything", is_flag=True, help=f"All entries, not the last {MOST}.")
@click.option("--inbox", is_flag=True, help="Only what was saved locked, and filed later.")
@pass_session
def list_entries(
    session: Session, since: date | None, until: date | None, everything: bool, inbox: bool
) -> None:
    """Show what you wrote down, newest last.

    --inbox shows what came while the diary was locked. Anyone who can write in its folder can add
    to the inbox: look whether all of it is yours.
    """
    with unlocked(session) as vault:
        history, ends = vault.history(), dry_days(vault)
        waited = vault.waited() if inbox else {}
    if inbox and not _came(history, waited):
        click.echo("Nothing that is written down here came through the inbox.")
        return
    chosen = [
        e for e in history.entries if _is_between(e, since, until) and (not inbox or e.id in waited)
    ]
    shown = chosen if everything or since or until else chosen[-MOST:]
    if not shown and history.entries:
        click.echo(f"None of the {len(history.entries)} entries is from these days.")
        return
    if not shown:
        click.echo('Nothing is written down here yet. "diary log" writes something down.')
        return
    table.show(HEADINGS, _rows(shown, history, ends))
    if len(shown) < len(chosen):
        click.echo(f'The last {len(shown)} of {len(chosen)} entries. "--all" shows all.')


def _came(history: History, waited: Mapping[str, datetime]) -> bool:
    return any(entry.id in waited for entry in history.entries)


def _is_between(entry: Entry, since: date | None, until: date | None) -> bool:
    return (since is None or since <= entry.date) and (until is None or entry.date <= until)


def _rows(shown: list[Entry], history: History, ends: int) -> list[tuple[str, ...]]:
    from diary.cycles import chart

    ids, cycles = short_ids(history.records), chart(history, dry_days=ends)
    return [
        (
            ids[str(entry.id)],
            f"{entry.date:%a} {entry.date}",
            entry.time.strftime("%H:%M") if entry.time else "",
            _cycle_day(cycles.cycle_day(entry).day),
            in_short(entry),
        )
        for entry in shown
    ]


def _cycle_day(day: int | None) -> str:
    return "" if day is None else f"day {day}"
