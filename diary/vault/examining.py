"""What there is to say about the state of the diary, without a word of what is written in it.

Each check is a function of its own and stands in one of the two tuples at the end: those that need
no passphrase, and those of the open diary.
"""

import os
import platform
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

import sqlcipher3
from sqlalchemy import Connection, func, select

from diary import __version__, place
from diary.errors import DiaryError
from diary.inbox import file as inbox
from diary.vault import inbox_key, journal, schema
from diary.vault.backup import KEPT, are_of_one_key, backups_in, default_folder
from diary.vault.checking import (
    is_in_order,
    is_sealed,
    looked_into,
    points_at_what_is_there,
    refuse_broken,
)
from diary.vault.connection import Driver, Locked, reading, unlock
from diary.vault.counting import FILE as SEEN
from diary.vault.counting import lag_of
from diary.vault.tables import entry

ROOM = 20_000_000
"""Bytes that should be free, beside four times the size of the diary."""

ANOTHER_COPY = 'bring an earlier copy back with "diary restore"'


class Level(Enum):
    """How it stands with one thing."""

    OK = "ok"
    LOOK = "look"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: how it stands, and what can be done where it is not well."""

    level: Level
    what: str
    way_out: str = ""


@dataclass(frozen=True, slots=True)
class Opened:
    """The open diary, as the checks get it: in no transaction, and by the driver itself."""

    connection: Connection
    file: Locked
    driver: Driver


def of_folder(folder: Path) -> Iterator[Finding]:
    """Look at all that can be seen without the passphrase."""
    for check in WITHOUT_PASSPHRASE:
        yield check(folder)


def of_diary(connection: Connection, file: Locked) -> Iterator[Finding]:
    """Look at all of the open diary."""
    with looked_into(file.path, file.passphrase) as driver:
        for check in OPEN:
            yield check(Opened(connection, file, driver))


def _versions(folder: Path) -> Finding:  # noqa: ARG001 - every check is asked alike
    return Finding(
        Level.OK,
        f"versions: diary {__version__}, tables {schema.HEAD}, SQLite {sqlcipher3.sqlite_version}, "
        f"Python {platform.python_version()}",
    )


def _engine(folder: Path) -> Finding:  # noqa: ARG001
    driver = sqlcipher3.connect(":memory:")
    try:
        unlock(driver, "made-up words")
        ((version,),) = driver.execute("PRAGMA cipher_version").fetchall()
    except DiaryError as error:
        return Finding(Level.WRONG, "the database engine does not encrypt", str(error))
    finally:
        driver.close()
    return Finding(Level.OK, f"the database engine encrypts: SQLCipher {version}")


def _folder(folder: Path) -> Finding:
    if not folder.is_dir():
        return Finding(Level.WRONG, "there is no folder of a diary", '"diary init" makes one')
    try:
        place.refuse_open_folder(folder)
    except DiaryError as error:
        return Finding(Level.WRONG, "the folder is open to others", str(error))
    return Finding(Level.OK, "only you can open the folder")


def _may_write(folder: Path) -> Finding:
    belongings = (folder, folder / place.FILE, inbox.path_in(folder))
    if not all(os.access(path, os.W_OK) for path in belongings if path.exists()):
        return Finding(
            Level.WRONG,
            "the folder of the diary, or a file in it, cannot be written to, so that not all that"
            " you write can be saved",
            'make it writable, or put a copy elsewhere with "diary backup FOLDER"',
        )
    return Finding(Level.OK, "the folder and its files can be written to")


def _file(folder: Path) -> Finding:
    try:
        place.refuse_unsafe_file(folder / place.FILE)
    except DiaryError as error:
        return Finding(Level.WRONG, "the file of the diary is not as it should be", str(error))
    return Finding(Level.OK, "the file is there, encrypted, and only you can read it")


def _files_beside(folder: Path) -> Finding:
    files = [path for path in folder.rglob("*") if not path.is_symlink()]
    if any(place.is_open_to_others(path) for path in files):
        return Finding(
            Level.WRONG,
            "others can read something beside the diary",
            f'close all of it with: chmod -R go= "{folder}"',
        )
    return Finding(Level.OK, f"only you can read what lies beside it ({len(files)} names in all)")


def _backups(folder: Path) -> Finding:
    backups = backups_in(default_folder(folder))
    if not backups:
        return Finding(
            Level.LOOK, "there is no backup beside the diary", '"diary backup" makes one'
        )
    newest = backups[-1].stem.removeprefix("diary-")
    return Finding(
        Level.OK,
        f"backups beside the diary: {len(backups)}, the newest as of {newest[:10]}; "
        f"the last {KEPT} with one passphrase are kept",
    )


def _inbox(folder: Path) -> Finding:
    if inbox.aside_in(folder).exists():
        return Finding(
            Level.LOOK,
            f'"{inbox.ASIDE}" keeps what could not be read from the inbox',
            "if you miss an entry, write it down again; then you may delete that file",
        )
    if inbox.public_key(folder) is None:
        return Finding(
            Level.LOOK, "there is no inbox, or not a whole one", 'it is put right by "diary list"'
        )
    return Finding(Level.OK, f"the inbox is in order, waiting in it: {inbox.count(folder)}")


def _disk(folder: Path) -> Finding:
    there = next((path for path in (folder, *folder.parents) if path.exists()), folder)
    free = shutil.disk_usage(there).free
    diary = folder / place.FILE
    needed = ROOM + 4 * (diary.stat().st_size if diary.is_file() else 0)
    if free < needed:
        return Finding(
            Level.LOOK,
            f"the disk has {free // 10**6} MB left",
            f"make room: {needed // 10**6} MB let every command work, and a backup",
        )
    return Finding(Level.OK, f"the disk has room: {free // 10**6} MB")


def _sealed(opened: Opened) -> Finding:
    if not is_sealed(opened.driver):
        return Finding(Level.WRONG, "the file is damaged, cut off or was altered", ANOTHER_COPY)
    return Finding(Level.OK, "every page is as it was encrypted")


def _in_order(opened: Opened) -> Finding:
    try:
        is_whole = is_in_order(opened.driver)
    except sqlcipher3.DatabaseError:
        is_whole = False
    if not is_whole:
        return Finding(Level.WRONG, "the tables do not hold together", ANOTHER_COPY)
    return Finding(Level.OK, "the tables hold together")


def _belongs(opened: Opened) -> Finding:
    try:
        is_whole = points_at_what_is_there(opened.driver)
    except sqlcipher3.DatabaseError:
        is_whole = False
    if not is_whole:
        return Finding(Level.WRONG, "parts of entries belong to no entry", ANOTHER_COPY)
    return Finding(Level.OK, "every part belongs to its entry")


def _newest(opened: Opened) -> Finding:
    with reading(opened.connection):
        last = journal.last(opened.connection)
        count = opened.connection.scalar(select(func.count()).select_from(entry))
    said = f"last change {last.at:%Y-%m-%d}, entries: {count}" if last else f"entries: {count}"
    if lag_of(opened.driver, opened.file.path.parent):
        return Finding(
            Level.WRONG,
            f"an older copy lies in the place of the diary ({said})",
            f"{ANOTHER_COPY}, or look for the newer one where something keeps your files in step; "
            f'if you put it there yourself, delete the file "{SEEN}" beside it',
        )
    return Finding(Level.OK, f"it is not older than when it was last changed here ({said})")


def _inbox_is_ours(opened: Opened) -> Finding:
    if inbox_key.public_key(opened.connection) != inbox.public_key(opened.file.path.parent):
        return Finding(
            Level.WRONG,
            "the inbox belongs to another diary, or somebody changed it",
            '"diary list" puts it right and keeps aside what is in it',
        )
    return Finding(Level.OK, "the inbox is sealed with the key of this diary")


def _backup_opens(opened: Opened) -> Finding:
    backups = backups_in(default_folder(opened.file.path.parent))
    ours = [backup for backup in backups if are_of_one_key(opened.file.path, backup)]
    if not ours:
        return Finding(
            Level.LOOK, "no backup opens with the passphrase of today", '"diary backup" makes one'
        )
    try:
        refuse_broken(ours[-1], opened.file.passphrase)
    except (DiaryError, sqlcipher3.DatabaseError):
        return Finding(
            Level.WRONG,
            "the newest backup is damaged",
            'move it away and make another: "diary backup"',
        )
    older = len(backups) - len(ours)
    also = f"; {older} open only with an earlier passphrase" if older else ""
    return Finding(Level.OK, f"the newest backup is whole and opens with today's passphrase{also}")


WITHOUT_PASSPHRASE: tuple[Callable[[Path], Finding], ...] = (
    _versions,
    _engine,
    _folder,
    _may_write,
    _file,
    _files_beside,
    _inbox,
    _backups,
    _disk,
)
OPEN: tuple[Callable[[Opened], Finding], ...] = (
    _sealed,
    _in_order,
    _belongs,
    _newest,
    _inbox_is_ours,
    _backup_opens,
)
