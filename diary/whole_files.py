"""Files outside the diary, each written whole or not at all, readable by their owner alone."""

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from diary.errors import AlreadyThere, NotSaved

OWNER_ONLY = 0o600


def write_all(contents: Mapping[Path, bytes], *, overwrite: bool = False) -> None:
    """Write files; none gets its name before all of them are safely on the disk.

    Raises:
        AlreadyThere: one of them is there and may not be written over.
        NotSaved: a folder is missing, full or may not be written to.
    """
    if not overwrite:
        for path in contents:
            refuse_taken(path)
    parts = {path: path.with_name(f".{path.name}.part") for path in contents}
    try:
        for path, content in contents.items():
            _write_part(parts[path], content)
        for path, part in parts.items():
            _give_name(part, path, overwrite=overwrite)
        _remember_names({path.parent for path in parts})
    except OSError as error:
        named = next(iter(contents)).name
        raise NotSaved(f"{named} could not be written: {error.strerror}") from None
    finally:
        for part in parts.values():
            with suppress(OSError):
                part.unlink(missing_ok=True)


def refuse_taken(path: Path) -> None:
    """Refuse a name that a file, or a link that leads nowhere, has already.

    Raises:
        AlreadyThere: where it is taken.
    """
    if path.exists() or path.is_symlink():
        raise AlreadyThere(f"{path.name} is there already; choose another name or add --overwrite")


def _write_part(part: Path, content: bytes) -> None:
    """Write to a new file; one left by a crash goes first, so that its mode is never kept."""
    part.unlink(missing_ok=True)
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _give_name(part: Path, path: Path, *, overwrite: bool) -> None:
    if not overwrite:
        refuse_taken(path)
    part.replace(path)


def _remember_names(folders: set[Path]) -> None:
    """Make the new names last through a power cut, where the system can do that for folders."""
    for folder in folders:
        with suppress(OSError):
            opened = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(opened)
            finally:
                os.close(opened)
