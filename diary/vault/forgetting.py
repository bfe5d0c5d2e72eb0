"""An entry or a fact gone for good: its rows, its history, and every place that names it."""

from dataclasses import dataclass
from hashlib import sha256

import sqlcipher3
from sqlalchemy import Connection, delete, func, select, update

from diary.errors import NoSuchEntry
from diary.vault.connection import driver_of
from diary.vault.tables import change as log
from diary.vault.tables import entry, filed, metadata

KINDS = ("entry", "fact")
FOLLOWS = "$.follows"


@dataclass(frozen=True, slots=True)
class Forgotten:
    """How many other entries no longer name what is gone, and whether the file was written anew."""

    unlinked: int
    is_swept: bool


def forget(connection: Connection, record_id: str) -> int:
    """Take out a record, also one that was deleted, with all that undo knows of it.

    Entries that followed it, as bleeding follows sex, stay and no longer name it, now or in their
    history.

    Args:
        connection: in a transaction that writes; `sweep` belongs after it.
        record_id: the whole id.

    Returns:
        How many other entries no longer name it.

    Raises:
        NoSuchEntry: where the diary knows of no such record.
    """
    known = _mark(connection, record_id)
    for table in reversed(metadata.sorted_tables):
        if "id" in table.c:
            known += connection.execute(delete(table).where(table.c.id == record_id)).rowcount
    lines = (log.c.record_id == record_id) & log.c.kind.in_(KINDS)
    known += connection.execute(delete(log).where(lines)).rowcount
    if not known:
        raise NoSuchEntry("the diary knows of no entry or fact with that id")
    return _unlink(connection, record_id)


def mark_of(record_id: str) -> str:
    """Return what stays of the id of a forgotten record that came through the inbox.

    It tells an old copy of the inbox, which could bring the record back, and says nothing else.
    """
    return sha256(record_id.encode()).hexdigest()


def _mark(connection: Connection, record_id: str) -> int:
    marked = update(filed).where(filed.c.id == record_id)
    return connection.execute(marked.values(id=mark_of(record_id), at="", waited=False)).rowcount


def sweep(connection: Connection) -> bool:
    """Write the whole file anew, so that no page is left that held what was taken out.

    `secure_delete` has overwritten it before; this gives the pages back.

    Returns:
        False where there is no room for that now, or another program reads: all stays as it is.
    """
    try:
        driver_of(connection).execute("VACUUM")
    except sqlcipher3.OperationalError:
        return False
    return True


def _unlink(connection: Connection, record_id: str) -> int:
    named = entry.c.follows == record_id
    count = connection.scalar(select(func.count()).select_from(entry).where(named)) or 0
    connection.execute(update(entry).where(named).values(follows=None))
    for column in (log.c.before, log.c.after):
        names_it = func.json_extract(column, FOLLOWS) == record_id
        without = {column.name: func.json_remove(column, FOLLOWS)}
        connection.execute(update(log).where(names_it).values(**without))
    return count
