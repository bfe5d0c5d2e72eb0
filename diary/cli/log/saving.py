"""Saving the entry of `diary log`, and the line that says so."""

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import uuid4

from diary.cli.ids import short_ids
from diary.cli.save import save, tell
from diary.cli.screen import paragraph
from diary.cli.session import Session
from diary.cli.when import moment_in_full
from diary.model import Entry, History

if TYPE_CHECKING:
    from diary.vault import Vault


def save_entry(session: Session, vault: "Vault", entry: Entry) -> Entry:
    """Save the entry under a new id and return it.

    Raises:
        BusyDiary, NotSaved: where it failed and nobody can be asked, or wants no other try.
    """
    from diary.vault import Change

    new = replace(entry, id=str(uuid4()))
    save(session, vault, "log", [Change(before=None, after=new)])
    return new


def say_saved(session: Session, entry: Entry, history: History) -> None:
    """Print the short id, the full day, and what the alerts say with this entry."""
    with_it = replace(history, entries=(*history.entries, entry))
    name = short_ids(with_it.records)[str(entry.id)]
    when = moment_in_full(entry.date, entry.time, today=session.today())
    line = f'Saved as {name}: {when}. "diary undo" takes it back.'
    saved = paragraph(line) if session.may_ask else line
    tell(session, saved, history, with_it, only_news=False)
