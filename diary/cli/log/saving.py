"""Saving an entry: first of all, and again where it fails; then what the alerts say anew."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import uuid4

import click

from diary.cli.ask import as_sentence, ask, yes_no
from diary.cli.ids import short_ids
from diary.cli.screen import paragraph
from diary.cli.session import Session
from diary.cli.when import moment_in_full
from diary.errors import BusyDiary, NotSaved
from diary.model import Entry, History
from diary.model.vocabulary import Answer

if TYPE_CHECKING:
    from diary.vault import Vault


def save(session: Session, vault: "Vault", entry: Entry) -> Entry:
    """Save the entry under a new id and return it; where it fails, offer to try again.

    Raises:
        BusyDiary, NotSaved: where it failed and nobody can be asked, or wants no other try.
    """
    from diary.vault import Change

    new = replace(entry, id=str(uuid4()))
    _until_saved(session, lambda at: vault.write("log", [Change(before=None, after=new)], at))
    return new


def _until_saved(session: Session, write: Callable[[datetime], None]) -> None:
    while True:
        try:
            write(session.now())
        except (BusyDiary, NotSaved) as error:
            if not session.may_ask:
                raise
            click.echo()
            click.echo(paragraph(as_sentence(error)))
            again = ask(
                "It is not saved yet, but nothing is lost. Try again? (Enter = yes)", yes_no()
            )
            if again is Answer.NO:
                raise
        else:
            return


def say_saved(session: Session, entry: Entry, history: History) -> None:
    """Print the short id, the full day, and how to take it back: one line where nobody asked."""
    name = short_ids((*history.entries, *history.background, entry))[str(entry.id)]
    when = moment_in_full(entry.date, entry.time, today=session.today())
    line = f'Saved as {name}: {when}. "diary undo" takes it back.'
    click.echo(paragraph(line) if session.may_ask else line)


def say_alerts(session: Session, entry: Entry, history: History) -> None:
    """Print what the alerts say with this entry that they did not say before."""
    from diary.alerts import assess, new_since
    from diary.cli.alerts_text import show_new

    with_it = replace(history, entries=(*history.entries, entry))
    before, after = (assess(known, session.today()) for known in (history, with_it))
    show_new(new_since(before, after), after)
