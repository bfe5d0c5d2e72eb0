"""`diary delete`: take an entry or a fact out; `diary undo` brings it back."""

import click

from diary.cli.confirm import confirmed
from diary.cli.describe import record_in_short
from diary.cli.ids import find
from diary.cli.save import save
from diary.cli.session import Session, pass_session
from diary.cli.unlock import unlocked


@click.command()
@click.argument("id")
@click.option("--yes", is_flag=True, help="Do not ask.")
@pass_session
def delete(session: Session, id: str, yes: bool) -> None:  # noqa: A002 - the word that people type
    """Take one entry or fact out of the diary.

    ID is the beginning of an id from "diary list" or "diary background list".
    """
    from diary.vault import Change

    with unlocked(session) as vault:
        history = vault.history()
        record = find(history.records, id)
        click.echo(record_in_short(record))
        if not confirmed(session, "Delete this?", yes=yes):
            return
        save(session, vault, "delete", [Change(before=record, after=None)])
    click.echo('Deleted. "diary undo" brings it back.')
