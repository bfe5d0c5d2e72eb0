"""`diary import`: bring in a diary from a file, all of it or nothing."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from diary.cli.ids import short_ids
from diary.cli.session import Session, pass_session
from diary.cli.unlock import unlocked
from diary.errors import InvalidFile
from diary.model import History

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diary.interchange.merge import Merge
    from diary.vault import Change

MANY = 1_000
SHOWN = 10


@click.command("import")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--dry-run", is_flag=True, help="Only say what would happen.")
@pass_session
def import_file(session: Session, file: Path, dry_run: bool) -> None:
    """Bring in a diary that "diary export" wrote.

    Nothing that is here is changed. A file with a mistake in it changes nothing at all.
    """
    incoming = read_diary(file)
    from diary.interchange.merge import merge

    with unlocked(session) as vault:
        here = vault.history()
        plan = merge(here, incoming, deleted=vault.deleted_ids(), today=session.today())
        if not dry_run and (plan.added or plan.filled):
            vault.back_up()
            vault.write("import", _with_progress(_changes(here, plan)), session.now())
    _report(plan, here, dry_run=dry_run)


def read_diary(file: Path) -> History:
    """Read a diary from a file, or from standard input where the name is "-".

    Raises:
        InvalidFile: where it cannot be read, or is not a diary of version 1.
    """
    from diary import interchange

    if str(file) == "-":
        return interchange.load(sys.stdin.buffer)
    try:
        with file.open("rb") as opened:
            return interchange.load(opened)
    except OSError as error:
        raise InvalidFile(f"the file cannot be read: {error.strerror}") from None


def _changes(here: History, plan: "Merge") -> "list[Change]":
    from diary.vault import Change, Record

    new: tuple[Record, ...] = (*plan.background, *plan.background_absent, *plan.entries)
    changes = [Change(before=None, after=record) for record in new]
    if plan.filled:
        changes.insert(0, Change(before=here.profile, after=plan.profile))
    return changes


def _with_progress(changes: "list[Change]") -> "Iterator[Change]":
    """Hand the changes on one by one, moving a bar where there is a terminal and many of them."""
    if len(changes) < MANY or not sys.stderr.isatty():
        yield from changes
        return
    with click.progressbar(changes, label="Bringing in", file=sys.stderr) as bar:
        yield from bar


def _say_some(why: str, names: "Sequence[str]") -> None:
    """Say how many were left alone and why, with the first of their ids."""
    if names:
        more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
        click.echo(f"{len(names)} {why}: {', '.join(names[:SHOWN])}{more}.")


def _report(plan: "Merge", here: History, *, dry_run: bool) -> None:
    added = "would be added" if dry_run else "added"
    click.echo(f"{plan.added} {added}, {plan.known} known already.")
    for field in plan.filled:
        click.echo(f"{'Would fill' if dry_run else 'Filled'} in: {field.replace('_', ' ')}.")
    for field in plan.profile_differs:
        click.echo(f"Left as it is here: {field.replace('_', ' ')}; the file says otherwise.")
    ids = short_ids(here.records)
    _say_some(
        "left as it is here; the file has it otherwise", [ids.get(n, n) for n in plan.different]
    )
    _say_some("not brought back; it was deleted here", [name[:8] for name in plan.deleted])
    if not dry_run and (plan.added or plan.filled):
        click.echo('"diary undo" takes all of it back.')
