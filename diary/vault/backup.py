"""Encrypted copies of the diary, each one whole before it gets its name.

A backup is named after the moment when the diary was last changed, but never before the newest one,
whatever the clock says: their names are in the order in which they were made. A second one of the
same diary is the same file. Only backups of this very diary are ever cleared away: they begin with
the same 16 bytes, the salt of its key, which a new passphrase changes.
"""

import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime
from itertools import count, zip_longest
from pathlib import Path

import sqlcipher3
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from diary.place import make_folder, sync_folder, written_whole
from diary.vault.checking import is_in_order, is_sealed, looked_into, refuse_broken
from diary.vault.connection import Driver, reading, writing
from diary.vault.counting import count_of
from diary.vault.refusals import is_read_only

KEPT = 7
"""Backups that stay in a folder; the oldest above that number go."""

FOLDER = "backups"
"""Where backups lie if no other folder is named: in the folder of the diary."""

REPLACED = "replaced"
"""How the names of diaries begin that a restored one took the place of; they are never cleared."""

NAME = re.compile(r"diary-\d{4}-\d\d-\d\d-\d{6}(-\d+)?\.db")
MOMENT_ENDS = len("diary-2026-11-28-063000")
SALT = 16
TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"


def back_up(connection: Connection, path: Path, passphrase: str, into: Path | None = None) -> Path:
    """Copy the open diary into a folder, look at the whole copy, and clear the oldest ones away.

    Others wait meanwhile. Where the folder has a backup of the diary as it is now, that is looked
    at instead.

    Args:
        connection: to the diary, with no transaction begun.
        path: the file that the connection is to.
        passphrase: of the diary, which opens the copy too.
        into: the folder, made where there is none; by default `FOLDER` beside the diary.

    Raises:
        DamagedDiary: where the copy is not whole.
    """
    with _held(connection):
        return copy_held(path, passphrase, into)


@contextmanager
def _held(connection: Connection) -> Iterator[None]:
    """Keep others from writing; where the disk takes no writing at all, reading is enough."""
    with ExitStack() as stack:
        try:
            stack.enter_context(writing(connection))
        except DBAPIError as error:
            if not is_read_only(error):
                raise
            stack.enter_context(reading(connection))
        yield


def copy_held(path: Path, passphrase: str, into: Path | None = None) -> Path:
    """Do what `back_up` does with a diary that nobody can write to meanwhile."""
    folder = default_folder(path.parent) if into is None else into
    make_folder(folder)
    ours = _of_one_key(path, folder)
    if ours and _age(ours[-1]) >= _age_of_next(path) and _is_same(path, ours[-1], passphrase):
        return ours[-1]
    backup = _free_name(path, folder, ours)
    _remove_left_over(path, folder)
    with written_whole(backup) as part:
        with looked_into(path, passphrase) as driver:
            driver.execute("VACUUM INTO ?", (str(part),))
        refuse_broken(part, passphrase)
    _clear_away(path, folder)
    return backup


def default_folder(home: Path) -> Path:
    """Return where the backups of the diary in `home` lie if no other folder is named."""
    return home / FOLDER


def backups_in(folder: Path) -> tuple[Path, ...]:
    """Return the files that are named like backups, of whatever diary, the oldest first."""
    if not folder.is_dir():
        return ()
    found = (file for file in folder.iterdir() if NAME.fullmatch(file.name))
    return tuple(sorted((f for f in found if f.is_file() and not f.is_symlink()), key=_age))


def copies_in(folder: Path) -> tuple[Path, ...]:
    """Return the backups, and before them the diaries that were replaced and are kept."""
    kept = folder.glob(f"{REPLACED}-*.db")
    return (*sorted(kept), *backups_in(folder))


def are_of_one_key(one: Path, other: Path) -> bool:
    """Say whether two files were encrypted with one key, so that one passphrase opens both."""
    salts = {salt_of(one), salt_of(other)}
    return len(salts) == 1 and all(len(salt) == SALT for salt in salts)


def moments(path: Path) -> Iterator[str]:
    """Return names for the moment when a file was last changed, each time another one."""
    changed = datetime.fromtimestamp(path.stat().st_mtime)  # noqa: DTZ006 - the local time is meant
    yield f"{changed:%Y-%m-%d-%H%M%S}"
    for number in count(2):
        yield f"{changed:%Y-%m-%d-%H%M%S}-{number}"


def _of_one_key(path: Path, folder: Path) -> tuple[Path, ...]:
    return tuple(backup for backup in backups_in(folder) if are_of_one_key(path, backup))


def _age(backup: Path) -> tuple[str, int]:
    """Return what backups are in order by: the moment, and their count among those of it."""
    stem = backup.name.removesuffix(".db")
    moment, number = stem[:MOMENT_ENDS], stem[MOMENT_ENDS:]
    return moment, int(number.lstrip("-") or 1)


def _age_of_next(path: Path) -> tuple[str, int]:
    return f"diary-{next(moments(path))}", 1


def _free_name(path: Path, folder: Path, ours: tuple[Path, ...]) -> Path:
    """Return a name behind those of all backups of this diary, so that the oldest goes first."""
    moment, first = max([_age_of_next(path), *((at, number + 1) for at, number in map(_age, ours))])
    names = (f"{moment}-{number}.db" if number > 1 else f"{moment}.db" for number in count(first))
    return next(folder / name for name in names if not (folder / name).exists())


def _is_same(path: Path, backup: Path, passphrase: str) -> bool:
    """Say whether a whole backup holds the diary as it is now; one that is damaged does not."""
    try:
        with looked_into(path, passphrase) as diary, looked_into(backup, passphrase) as copy:
            is_of_now = count_of(diary) == count_of(copy) and _say_the_same(diary, copy)
            return is_of_now and is_sealed(copy) and is_in_order(copy)
    except sqlcipher3.DatabaseError:
        return False


def _say_the_same(one: Driver, other: Driver) -> bool:
    """Compare every row: after an older copy was put back, the count alone tells nothing."""
    return all(
        mine == theirs for mine, theirs in zip_longest(_rows(one), _rows(other), fillvalue=None)
    )


def _rows(driver: Driver) -> Iterator[object]:
    for (table,) in driver.execute(TABLES).fetchall():
        yield table
        yield from driver.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - a name of our schema


def _remove_left_over(path: Path, folder: Path) -> None:
    """Remove what a stop left of earlier backups of this diary; nobody else makes one now."""
    for part in folder.glob("diary-*.db.*.part*"):
        if salt_of(part) in (b"", salt_of(path)):
            part.unlink(missing_ok=True)


def _clear_away(path: Path, folder: Path) -> None:
    for oldest in _of_one_key(path, folder)[:-KEPT]:
        oldest.unlink()
    sync_folder(folder)


def salt_of(path: Path) -> bytes:
    """Return the salt of a file's key, with which it begins; less where the file is no diary."""
    with path.open("rb") as file:
        return file.read(SALT)
