"""Saving the entry of `diary log`: sealed first, then filed where the diary can be opened."""

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import uuid4

from diary import place
from diary.cli.log.draft import Draft
from diary.cli.save import offer_again, undisturbed
from diary.cli.screen import paragraph
from diary.cli.session import Session
from diary.cli.when import moment_in_full
from diary.errors import DiaryError, NotSaved
from diary.inbox import file as inbox_file

if TYPE_CHECKING:
    from collections.abc import Callable

    from diary.inbox.record import Record

NOT_SEALED = (
    "the entry could not be saved; see that the disk has room and that the folder can be written"
    " to, then try again"
)


def refuse_unusable(session: Session) -> None:
    """Refuse where nothing could be saved, or others could look in, before anything is asked.

    Raises:
        NoDiary, UnsafePlace, DamagedDiary: as when a diary is opened.
    """
    if session.folder.exists():
        place.refuse_open_folder(session.folder)
    place.refuse_unsafe_file(session.folder / place.FILE)
    inbox_file.refuse_unsafe(session.folder)


def record_of(session: Session, draft: Draft) -> "Record":
    """Return what is sealed: the entry under a new id, apart from it the sex that it followed.

    Which sex that is, is settled when it is filed.
    """
    from diary.inbox.record import Record

    entry = replace(draft.entry, id=str(uuid4()), follows=None)
    return Record(entry=entry, at=session.now(), follows=draft.entry.follows)


def seal(session: Session, record: "Record", saved: "Callable[[], None]") -> None:
    """Seal the record and add it to the inbox; where that fails, keep it and offer to try again.

    Args:
        session: where the inbox lies, and how to reach the person.
        record: what is sealed.
        saved: is told once it is on the disk.

    Raises:
        BusyDiary, UnsafePlace, NotSaved: where it failed and nobody can be asked, or wants no
            other try.
    """
    while True:
        try:
            with undisturbed():
                _add(session, record)
                saved()
        except DiaryError as error:
            offer_again(session, error)
        else:
            return


def _add(session: Session, record: "Record") -> None:
    from diary.inbox.adding import add

    try:
        add(session.folder, record)
    except OSError:
        has_failed = True
    else:
        has_failed = False
    if has_failed:
        raise NotSaved(NOT_SEALED)


def saved_as(session: Session, record: "Record", name: str, after: str) -> str:
    """Return the line that says that it is saved: the short id, the full day, and what `after`."""
    entry = record.entry
    when = moment_in_full(entry.date, entry.time, today=session.today())
    line = f"Saved as {name}: {when}. {after}".rstrip()
    return paragraph(line) if session.may_ask else line
