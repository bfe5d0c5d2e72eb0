"""`diary forget`: an entry or a fact gone for good, with its history."""

import click

from diary.cli.confirm import confirmed
from diary.cli.describe import record_in_short
from diary.cli.ids import find
from diary.cli.screen import counted, paragraph
from diary.cli.session import Session, pass_session
from diary.cli.still_there import say_copies, say_files
from diary.cli.unlock import unlocked
from diary.errors import NoSuchEntry, NotSaved
from diary.model import History

WHAT_IT_MEANS = (
    'It will be gone for good, with all that was changed in it. "diary undo" cannot bring it'
    " back. A file that still has it can, when it is imported."
)

NOT_SWEPT = (
    "it is forgotten and written over in the file, but the file could not be written anew, as it"
    " is each time; make room on the disk, and the next thing that you forget does it"
)


@click.command()
@click.argument("id")
@click.option("--yes", is_flag=True, help="Do not ask.")
@pass_session
def forget(session: Session, id: str, yes: bool) -> None:  # noqa: A002 - the word that people type
    """Take one entry or fact out for good, with its history.

    ID is the beginning of an id from "diary list" or "diary background list". For what you deleted
    before, it is the whole id or its beginning.
    """
    with unlocked(session) as vault:
        record_id = _shown(vault.history(), vault.deleted_ids(), id)
        click.echo(paragraph(WHAT_IT_MEANS))
        if not confirmed(session, "Forget this?", yes=yes, default=False):
            return
        gone = vault.forget(record_id)
        copies, files = vault.copies(), vault.elsewhere()
    click.echo("Forgotten.")
    if gone.unlinked:
        click.echo(f"What followed it stays: {counted(gone.unlinked, 'entry', 'entries')}.")
    say_files(files, "These reports and exports may still have it:")
    say_copies(copies, "These copies of the diary may still have it:")
    if not gone.is_swept:
        raise NotSaved(NOT_SWEPT)


def _shown(history: History, deleted: frozenset[str], typed: str) -> str:
    """Show what is to be forgotten, and return its whole id."""
    try:
        record = find(history.records, typed)
    except NoSuchEntry as error:
        begun = [gone for gone in deleted if typed and gone.startswith(typed.strip().lower())]
        if len(begun) != 1:
            raise error from None
        click.echo("Something that was deleted before.")
        return begun[0]
    click.echo(record_in_short(record))
    return str(record.id)
