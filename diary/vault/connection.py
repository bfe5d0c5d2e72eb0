"""The one way into the file: an encrypted connection, settled before anything is read.

A connection stretches the passphrase anew, which takes about 0.13 s, so a command opens one.
Transactions are begun by us and not by the driver, which would leave a migration half done.
"""

import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import sqlcipher3
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import NullPool

from diary.errors import BusyDiary, InvalidValue, UnsafePlace
from diary.place import identity

Driver = Any
"""A connection of sqlcipher3, which brings no types."""

WAIT = 5.0
"""Seconds to wait for another program that is writing to the diary."""

WRITES = "diary_writes"
RAW_KEY = re.compile(r"x'([0-9a-f]{64}|[0-9a-f]{96})'", re.IGNORECASE)

SETTINGS = (
    "PRAGMA cipher_memory_security = ON",  # slows an import of 20,000 from 4 s to 7 s, else nothing
    "PRAGMA foreign_keys = ON",
    "PRAGMA journal_mode = DELETE",
    "PRAGMA synchronous = EXTRA",
    "PRAGMA fullfsync = 1",  # macOS only: without it the disk may still hold data back
    "PRAGMA secure_delete = ON",
)


@dataclass(frozen=True, slots=True)
class Locked:
    """A file of the vault and the passphrase that opens it, which is never shown."""

    path: Path
    passphrase: str = field(repr=False)


def refuse_unusable(passphrase: str) -> None:
    """Refuse a passphrase that could not protect a diary.

    Raises:
        InvalidValue: an empty one; one that holds half a character, which no file can hold; one in
            the form that SQLCipher takes for a finished key and does not stretch.
    """
    if not passphrase:
        raise InvalidValue("an empty passphrase protects nothing; choose one of several words")
    if any("\ud800" <= letter <= "\udfff" for letter in passphrase):
        raise InvalidValue("the passphrase holds a character that is not whole; type it again")
    if RAW_KEY.fullmatch(passphrase):
        raise InvalidValue("the passphrase has the form of a raw key; choose one of several words")


def engine_for(path: Path, passphrase: str, *, wait: float = WAIT) -> Engine:
    """Return the engine for an existing file; `wait` is in seconds."""
    engine = create_engine(
        "sqlite://",
        module=sqlcipher3,
        creator=lambda: connect(path, passphrase, wait=wait),
        poolclass=NullPool,
        hide_parameters=True,
    )
    opened = identity(path)  # before it is opened: a file put in its place later is another
    event.listen(engine, "begin", lambda connection: _begin(connection, path, opened))
    return engine


def connect(path: Path, passphrase: str, *, wait: float = WAIT) -> Driver:
    """Open an existing file with the driver itself: unlocked, settled, no transaction begun."""
    uri = f"{path.absolute().as_uri()}?mode=rw"
    driver = sqlcipher3.connect(uri, uri=True, isolation_level=None)
    try:
        driver.execute(f"PRAGMA busy_timeout = {round(wait * 1000)}")
        unlock(driver, passphrase)
        for setting in SETTINGS:
            driver.execute(setting)
    except BaseException:
        driver.close()
        raise
    return driver


def unlock(driver: Driver, passphrase: str) -> None:
    """Give the key to a new connection, if its engine encrypts at all.

    The passphrase is put in one Unicode form first (NFC), so that the same word typed on another
    keyboard is the same key. Passed by `set_key`, it stands in no statement.

    Raises:
        UnsafePlace: where what is written would not be encrypted.
    """
    driver.execute("PRAGMA cipher_log = off")  # or a wrong key is reported on stderr
    if not _answer(driver, "PRAGMA cipher_version"):
        raise UnsafePlace(_NO_ENCRYPTION)
    driver.set_key(unicodedata.normalize("NFC", passphrase))
    if _answer(driver, "PRAGMA cipher_status") != "1":
        raise UnsafePlace(_NO_ENCRYPTION)


@contextmanager
def reading(connection: Connection) -> Iterator[None]:
    """See the diary as it is at one moment; others may write meanwhile."""
    with connection.execution_options(**{WRITES: False}).begin():
        yield


@contextmanager
def writing(connection: Connection) -> Iterator[None]:
    """Change the diary, all or nothing, as the only one who writes.

    Raises:
        BusyDiary: where the file has been replaced since it was opened, by a restore or for a new
            passphrase; what was written then would go down with the old file.
    """
    try:
        with connection.execution_options(**{WRITES: True}).begin():
            yield
    except BaseException:
        driver_of(connection).rollback()  # after a failed commit SQLAlchemy leaves it open
        raise


def driver_of(connection: Connection) -> Driver:
    """Return the driver's own connection, which no transaction is begun for."""
    return connection.connection.driver_connection


def _begin(connection: Connection, path: Path, opened: tuple[int, int]) -> None:
    writes = connection.get_execution_options().get(WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
    if writes and identity(path) != opened:
        raise BusyDiary(
            "another program replaced the diary meanwhile, so nothing was saved; try again"
        )


def _answer(driver: Driver, question: str) -> object:
    row = driver.execute(question).fetchone()
    return row[0] if row else None


_NO_ENCRYPTION = (
    "the database engine on this computer does not encrypt, so nothing was written; "
    "install the package sqlcipher3 again"
)
