"""`diary undo`: take back the last change, and the one before, again and again."""

from typing import TYPE_CHECKING

import click

from diary.cli.confirm import confirmed
from diary.cli.describe import record_in_short
from diary.cli.session import Session, pass_session
from diary.cli.unlock import unlocked
from diary.errors import NothingToUndo
from diary.model import AbsentFact, Entry, Fact

if TYPE_CHECKING:
    from diary.vault import Record

MOST = 10


@click.command()
@click.option("--yes", is_flag=True, help="Do not ask.")
@pass_session
def undo(session: Session, yes: bool) -> None:
    """Take back the last change, after showing what that will do."""
    with unlocked(session) as vault:
        last = vault.last()
        if last is None:
            raise NothingToUndo("there is no change left to take back")
        click.echo(f'The last change was "{last.command}" on {last.at:%Y-%m-%d at %H:%M}.')
        for change in last.changes[:MOST]:
            click.echo(_line(change.before, change.after))
        if len(last.changes) > MOST:
            click.echo(f"... and {len(last.changes) - MOST} more")
        if not confirmed(session, "Take it back?", yes=yes):
            return
        vault.undo(last)
    click.echo("Taken back.")


def _line(before: "Record | None", after: "Record | None") -> str:
    if before is None and after is not None:
        return f"  will take out: {_in_short(after)}"
    if after is None and before is not None:
        return f"  will bring back: {_in_short(before)}"
    return f"  will be as before: {_in_short(before)}"


def _in_short(record: "Record | None") -> str:
    match record:
        case Entry() | Fact():
            return record_in_short(record)
        case AbsentFact():
            return f'the answer "no" about {record.kind.value.replace("_", " ")}'
        case _:
            return "what you said about yourself"
