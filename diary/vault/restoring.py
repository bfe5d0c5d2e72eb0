"""An earlier copy of the diary, looked at first and then put in the place of the present one."""

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from diary.errors import InvalidFile, NoDiary
from diary.place import PLAIN_HEADER, make_folder, part_beside, sync_folder, written_whole
from diary.vault import counting, elsewhere, inbox_key, schema, settings
from diary.vault.backup import (
    REPLACED,
    are_of_one_key,
    copy_held,
    default_folder,
    moments,
    salt_of,
)
from diary.vault.checking import refuse_broken
from diary.vault.connection import Locked, driver_of, engine_for, reading, writing
from diary.vault.migrating import upgrade
from diary.vault.replacing import replaced

NAME_ANOTHER = "name another file; the diary was left as it was"


@dataclass(frozen=True, slots=True)
class Restored:
    """Where the replaced diary is kept, None where there was none, and what opens no more.

    `aside` is how many records waited in the inbox that only the replaced diary could have opened.
    """

    kept: Path | None
    aside: int


@contextmanager
def unpacked(file: Path, path: Path, passphrase: str) -> Iterator[Locked]:
    """Copy a backup beside the diary, see that all of it is whole, and bring it up to this version.

    Args:
        file: the backup, which is only read.
        path: where the diary is or will be.
        passphrase: that opens the backup.

    Raises:
        NoDiary, InvalidFile, DamagedDiary, NewerDiary: where the backup cannot be used.
    """
    if not file.is_file():
        raise NoDiary('there is no such backup; "diary restore" shows those that are here')
    make_folder(path.parent)
    with part_beside(path.with_name("restored.db")) as part:
        _copy(file, part)
        _refuse_other_file(part)
        with engine_for(part, passphrase).connect() as connection:
            with reading(connection):
                is_older = schema.revision(connection) != schema.HEAD
            if is_older:
                upgrade(connection)
        refuse_broken(part, passphrase)
        yield Locked(part, passphrase)


def take_place(copy: Locked, diary: Locked, connection: Connection) -> Restored:
    """Put an unpacked backup in the place of the open diary, and keep that; close the connection.

    Before, the open diary is backed up like any other time. What it remembers of files elsewhere
    goes over, and so does what opens its inbox.

    Args:
        copy: the unpacked backup.
        diary: the present diary.
        connection: to the present diary, with no transaction begun.
    """
    folder = diary.path.parent
    with reading(connection):
        present = settings.read(connection)
    count, keys = _made_ready(copy, diary.path, present)
    with inbox_key.settled(folder, keys) as aside:
        with replaced(diary.path, connection) as place:
            copy_held(diary.path, diary.passphrase)
            kept = _kept(diary.path)
            copy.path.replace(place)
        counting.remember(folder, count)
    return Restored(kept, aside)


def take_free_place(copy: Locked, path: Path) -> Restored:
    """Put an unpacked backup where there is no diary, or one that cannot be opened.

    That one is kept as it is, together with what a killed program left beside it, which would
    damage any other file of its name.
    """
    count, keys = _made_ready(copy, path, {})
    with inbox_key.settled(path.parent, keys) as aside:
        kept = _kept(path) if path.exists() else None
        journal = path.with_name(f"{path.name}-journal")
        if journal.exists():
            target = kept or default_folder(path.parent) / f"{REPLACED}.db"
            make_folder(target.parent)
            journal.replace(target.with_name(f"{target.name}-journal"))
        with written_whole(path) as place:
            copy.path.replace(place)
        counting.remember(path.parent, count)
    return Restored(kept, aside)


def _refuse_other_file(part: Path) -> None:
    """Refuse what cannot be a backup, whatever the passphrase is."""
    with part.open("rb") as file:
        header = file.read(len(PLAIN_HEADER))
    if not header:
        raise InvalidFile(f"that file is empty, so it is no backup of a diary; {NAME_ANOTHER}")
    if header == PLAIN_HEADER:
        raise InvalidFile(f"that file is not encrypted, so it is no backup; {NAME_ANOTHER}")


def _copy(file: Path, part: Path) -> None:
    """Copy a file, with the journal of a diary that was being written to when it was copied."""
    shutil.copyfile(file, part)
    journal = file.with_name(f"{file.name}-journal")
    if journal.is_file():
        shutil.copyfile(journal, part.with_name(f"{part.name}-journal"))


def _made_ready(
    copy: Locked, path: Path, present: Mapping[str, str]
) -> tuple[int, tuple[bytes, ...]]:
    """Let a copy take over from the file at `path`, if any, and return its count and keys.

    It counts as the newest, as it is put there on purpose.
    """
    with engine_for(copy.path, copy.passphrase).connect() as connection:
        with writing(connection):
            elsewhere.carry_over(present, connection)
            if path.is_file() and not are_of_one_key(copy.path, path):
                elsewhere.note_former_salt(connection, salt_of(path))
            seen = counting.remembered(path.parent)
            count = counting.count_up(driver_of(connection), beyond=seen)
        return count, inbox_key.private_keys(connection)


def _kept(path: Path) -> Path:
    """Keep the present file under another name, and return that; it is never cleared away."""
    folder = default_folder(path.parent)
    make_folder(folder)
    names = (f"{REPLACED}-{moment}.db" for moment in moments(path))
    kept = next(folder / name for name in names if not (folder / name).exists())
    try:
        os.link(path, kept)
        sync_folder(folder)
    except OSError:  # such as a disk that knows no links
        with written_whole(kept) as part:
            shutil.copyfile(path, part)
    return kept
