"""What the program wrote outside the folder of the diary, remembered inside the encrypted diary.

Reports and exports are remembered by their path and the hash of what was written, so that erasing
removes the very files that were written and no other that has their name by now. One that is not
there stays known: it may be on a disk that is not connected. Of backups the folder is remembered,
and the salts of the keys of before, which tell the copies that open with a passphrase of before.
All of it is private, and none is ever exported.
"""

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path

from sqlalchemy import Connection

from diary.vault import inbox_key, settings

FILES = "files written"
FOLDERS = "backup folders"
SALTS = "former salts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """Files that are as they were written, that are otherwise by now, or not there; and backups."""

    unchanged: tuple[Path, ...] = ()
    changed: tuple[Path, ...] = ()
    missing: tuple[Path, ...] = ()
    backup_folders: tuple[Path, ...] = ()
    former_salts: frozenset[bytes] = frozenset()


def note_files(connection: Connection, paths: Iterable[Path]) -> None:
    """Remember files that were just written."""
    known = _files(settings.read(connection))
    known.update({str(path.absolute()): _hash(path) for path in paths})
    settings.write(connection, FILES, json.dumps(known))


def note_backup_folder(connection: Connection, folder: Path) -> None:
    """Remember a folder that has a backup by now."""
    known = _folders(settings.read(connection))
    if str(folder.absolute()) not in known:
        settings.write(connection, FOLDERS, json.dumps([*known, str(folder.absolute())]))


def note_former_salt(connection: Connection, salt: bytes) -> None:
    """Remember the salt of a key that the diary had, so that its copies are told."""
    known = _salts(settings.read(connection))
    settings.write(connection, SALTS, json.dumps([*dict.fromkeys([*known, salt.hex()])]))


def known_to(connection: Connection) -> Elsewhere:
    """Return what is remembered, and how it stands with the files now."""
    made = settings.read(connection)
    files = {Path(path): told for path, told in _files(made).items()}
    there = {path: told for path, told in files.items() if _is_there(path)}
    unchanged = tuple(path for path, told in there.items() if told == _hash(path))
    return Elsewhere(
        unchanged=unchanged,
        changed=tuple(path for path in there if path not in unchanged),
        missing=tuple(path for path in files if path not in there),
        backup_folders=tuple(Path(folder) for folder in _folders(made)),
        former_salts=frozenset(bytes.fromhex(salt) for salt in _salts(made)),
    )


def carry_over(present: Mapping[str, str], connection: Connection) -> None:
    """Keep what the present diary remembers, and its other settings, in one that replaces it.

    Where both made a setting, that of the other stays.
    """
    made = settings.read(connection)
    files = json.dumps({**_files(made), **_files(present)})
    folders = json.dumps([*dict.fromkeys([*_folders(made), *_folders(present)])])
    salts = json.dumps([*dict.fromkeys([*_salts(made), *_salts(present)])])
    keys = inbox_key.carried_over(present, made)
    known = {FILES: files, FOLDERS: folders, SALTS: salts, inbox_key.FORMER: keys}
    for name, value in {**present, **made, **known}.items():
        settings.write(connection, name, value)


def _files(made: Mapping[str, str]) -> dict[str, str]:
    return dict(json.loads(made.get(FILES, "{}")))


def _folders(made: Mapping[str, str]) -> list[str]:
    return list(json.loads(made.get(FOLDERS, "[]")))


def _salts(made: Mapping[str, str]) -> list[str]:
    return list(json.loads(made.get(SALTS, "[]")))


def _is_there(path: Path) -> bool:
    with suppress(OSError):
        return path.is_file()
    return False


def _hash(path: Path) -> str:
    with suppress(OSError), path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
    return ""
