"""What waits in the inbox, filed in the diary: all of it in one transaction, each record once.

The records leave the inbox after they are safely in the diary. A stop in between leaves both, and
the next time their ids tell that they are filed. What cannot be opened is kept in a file beside it.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from sqlalchemy import Column, Connection, insert, select

from diary.errors import InvalidValue
from diary.inbox import file as inbox_file
from diary.inbox.file import opened_alone
from diary.inbox.record import Record, from_bytes
from diary.inbox.sealing import public_key_of
from diary.model import Entry, History
from diary.vault import inbox_key, journal, rows
from diary.vault.changes import Change
from diary.vault.forgetting import mark_of
from diary.vault.tables import entry as entries
from diary.vault.tables import filed

Follows = Callable[[str, Entry, History], str | None]
"""Tells the id of the sex that was typed so for an entry; None where there is no such sex."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """What was filed: the entries, those whose sex was not found, and what was kept aside.

    `is_foreign`: the inbox had a key that never was the diary's.
    `is_damaged`: its key was not whole.
    """

    entries: tuple[Entry, ...] = ()
    unlinked: tuple[Entry, ...] = ()
    aside: int = 0
    is_foreign: bool = False
    is_damaged: bool = False


def file_inbox(  # noqa: PLR0913 - all but two are said by name
    connection: Connection,
    folder: Path,
    *,
    changing: Callable[[], AbstractContextManager[None]],
    at: datetime,
    follows: Follows,
    own: str | None = None,
) -> Filed:
    """File all that waits, and leave an empty inbox with the diary's key.

    Args:
        connection: to the diary in `folder`, with no transaction begun.
        folder: where diary and inbox lie.
        changing: begins a transaction that writes, and counts it as a change of the diary.
        at: now.
        follows: which sex was meant by what was typed.
        own: the id of the record that the same command has just sealed: it did not wait.
    """
    keys = inbox_key.private_keys(connection)
    key, *former = map(public_key_of, keys)
    with opened_alone(folder, make=True) as inbox:
        found, lines = inbox.key, inbox.lines
        if found == key and not lines:
            if not inbox.is_empty(key):  # an earlier version wrote its first line
                inbox.empty(key)
            return Filed()
        with changing():
            filing = _Filing(connection, at=at, follows=follows, own=own)
            filing.file(lines, keys)
            if filing.unreadable:  # before it is filed: where this fails, all of it waits on
                inbox_file.set_aside(folder, tuple(filing.unreadable))
        is_new = inbox.is_blank
        inbox.empty(key)
    return Filed(
        entries=tuple(filing.entries),
        unlinked=tuple(filing.unlinked),
        aside=len(filing.unreadable),
        is_foreign=found is not None and found not in (key, *former),
        is_damaged=found is None and not is_new,
    )


def waited(connection: Connection) -> dict[str, datetime]:
    """Return when each entry that waited in the inbox was filed, by its id."""
    found = connection.execute(select(filed).where(filed.c.waited))
    return {row.id: datetime.fromisoformat(row.at) for row in found}


def _record(line: bytes, keys: tuple[bytes, ...]) -> Record | None:
    content = inbox_key.opened_by(keys, line)
    return None if content is None else from_bytes(content)


class _Filing:
    """One go at the lines of the inbox, within a transaction."""

    def __init__(
        self, connection: Connection, *, at: datetime, follows: Follows, own: str | None
    ) -> None:
        """Begin with nothing filed."""
        self._connection = connection
        self._at = at
        self._follows = follows
        self._own = own
        self.entries: list[Entry] = []
        self.unlinked: list[Entry] = []
        self.unreadable: list[bytes] = []

    def file(self, lines: tuple[bytes, ...], keys: tuple[bytes, ...]) -> None:
        """File each record that is not filed yet; what cannot be read is left to be kept aside."""
        for line in lines:
            record = _record(line, keys)
            if record is None or not self._is_done(record):
                self.unreadable.append(line)

    def _is_done(self, record: Record) -> bool:
        """File a record; False where it cannot be, as it bears the id of an entry made otherwise.

        Each is a change of its own, so that undo takes them back one by one.
        """
        if self._has(filed.c.id, record.id) or self._has(filed.c.id, mark_of(record.id)):
            return True
        if self._has(entries.c.id, record.id):
            return False
        entry = self._linked(record)
        try:
            journal.write(self._connection, "log", [Change(None, entry)], record.at)
        except InvalidValue:
            return False
        row = {"id": record.id, "at": self._at.isoformat(), "waited": record.id != self._own}
        self._connection.execute(insert(filed).values(**row))
        self.entries.append(entry)
        if record.follows is not None and entry.follows is None:
            self.unlinked.append(entry)
        return True

    def _linked(self, record: Record) -> Entry:
        if record.follows is None:
            return record.entry
        history = rows.history(self._connection)
        return replace(record.entry, follows=self._follows(record.follows, record.entry, history))

    def _has(self, column: Column[str], record_id: str) -> bool:
        query = select(column).where(column == record_id)
        return self._connection.scalar(query) is not None
