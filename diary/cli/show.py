"""`diary show`: all that one entry or fact says."""

import click

from diary.cli.describe import in_full
from diary.cli.ids import find
from diary.cli.session import Session, pass_session
from diary.cli.unlock import unlocked


@click.command()
@click.argument("id")
@pass_session
def show(session: Session, id: str) -> None:  # noqa: A002 - the word that people type
    """Show everything that one entry says.

    ID is the beginning of an id from "diary list" or "diary background list".
    """
    with unlocked(session) as vault:
        history = vault.history()
        waited = vault.waited()
    record = find(history.records, id)
    click.echo(f"id: {record.id}")
    if record.id in waited:
        click.echo(f"came through the inbox, filed: {waited[record.id]:%Y-%m-%d at %H:%M}")
    for name, content in in_full(record):
        click.echo(f"{name}: {content}")
