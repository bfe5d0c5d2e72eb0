"""What the program wrote outside the folder of the diary, remembered inside the encrypted diary.

Reports and exports are remembered by their path and the hash of what was written, so that erasing
removes the very files that were written and no other that has their name by now. Of backups the
folder is remembered. Both are private, and neither is ever exported.
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """Files that are as they were written, files that are otherwise by now, folders of backups."""

    unchanged: tuple[Path, ...] = ()
    changed: tuple[Path, ...] = ()
    backup_folders: tuple[Path, ...] = ()


def note_files(connection: Connection, paths: Iterable[Path]) -> None:
    """Remember files that were just written; those that are gone by now are forgotten."""
    known = _files(settings.read(connection))
    known.update({str(path.absolute()): _hash(path) for path in paths})
    there = {path: told for path, told in known.items() if Path(path).exists()}
    settings.write(connection, FILES, json.dumps(there))


def note_backup_folder(connection: Connection, folder: Path) -> None:
    """Remember a folder that has a backup by now."""
    known = _folders(settings.read(connection))
    if str(folder.absolute()) not in known:
        settings.write(connection, FOLDERS, json.dumps([*known, str(folder.absolute())]))


def known_to(connection: Connection) -> Elsewhere:
    """Return what is remembered and still there."""
    made = settings.read(connection)
    there = {Path(path): told for path, told in _files(made).items() if Path(path).is_file()}
    unchanged = tuple(path for path, told in there.items() if told == _hash(path))
    return Elsewhere(
        unchanged=unchanged,
        changed=tuple(path for path in there if path not in unchanged),
        backup_folders=tuple(Path(folder) for folder in _folders(made)),
    )


def carry_over(present: Mapping[str, str], connection: Connection) -> None:
    """Keep what the present diary remembers, and its other settings, in one that replaces it.

    Where both made a setting, that of the other stays.
    """
    made = settings.read(connection)
    files = json.dumps({**_files(made), **_files(present)})
    folders = json.dumps([*dict.fromkeys([*_folders(made), *_folders(present)])])
    keys = inbox_key.carried_over(present, made)
    known = {FILES: files, FOLDERS: folders, inbox_key.FORMER: keys}
    for name, value in {**present, **made, **known}.items():
        settings.write(connection, name, value)


def _files(made: Mapping[str, str]) -> dict[str, str]:
    return dict(json.loads(made.get(FILES, "{}")))


def _folders(made: Mapping[str, str]) -> list[str]:
    return list(json.loads(made.get(FOLDERS, "[]")))


def _hash(path: Path) -> str:
    with suppress(OSError), path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
    return ""
