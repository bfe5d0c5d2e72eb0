"""`diary list`: the entries, newest last."""

from datetime import date

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
@pass_session
def list_entries(
    session: Session, since: date | None, until: date | None, everything: bool
) -> None:
    """Show what you wrote down, newest last."""
    with unlocked(session) as vault:
        history, ends = vault.history(), dry_days(vault)
    chosen = [e for e in history.entries if _is_between(e, since, until)]
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
