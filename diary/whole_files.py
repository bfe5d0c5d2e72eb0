"""Files outside the diary, each written whole or not at all, readable by their owner alone.

Only a file is ever written over. A link to a file counts as one: the link is replaced, and what it
leads to stays as it is. Folders, devices, sockets and links that lead nowhere are left alone.
"""

import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from secrets import token_hex

from diary.errors import AlreadyThere, NotSaved

OWNER_ONLY = 0o600
PART = ".diary-part"


def write_all(contents: Mapping[Path, bytes], *, overwrite: bool = False) -> None:
    """Write files; none gets its name before all of them are safely on the disk.

    Raises:
        AlreadyThere: one of them is there and may not be written over, or is not a file.
        NotSaved: a folder is missing, full or may not be written to, or a name cannot be.
    """
    for path in contents:
        _refuse(path, overwrite=overwrite)
    parts = {path: path.parent / f"{_begin(path)}{token_hex(8)}{PART}" for path in contents}
    try:
        for path, content in contents.items():
            with _told(path):
                _remove_left_over(path)
                _write_part(parts[path], content)
        for path, part in parts.items():
            _refuse(path, overwrite=overwrite)
            with _told(path):
                part.replace(path)
        _remember_names({path.parent for path in parts})
    finally:
        for part in parts.values():
            with suppress(OSError):
                part.unlink(missing_ok=True)


def refuse_taken(path: Path) -> None:
    """Refuse a name that a file, or anything else, has already.

    Raises:
        AlreadyThere: where it is taken.
        NotSaved: where no file can have that name.
    """
    _refuse(path, overwrite=False)


def is_file(path: Path) -> bool:
    """Say whether a file, or a link to one, has that name; not where that cannot be found out."""
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return False


def remove(paths: Iterable[Path]) -> None:
    """Remove files; of a link only the link.

    Raises:
        NotSaved: one could not be removed.
    """
    folders = set()
    for path in paths:
        with _told(path, "removed"):
            path.unlink()
        folders.add(path.parent)
    _remember_names(folders)


def _refuse(path: Path, *, overwrite: bool) -> None:
    with _told(path):
        try:
            path.lstat()
        except FileNotFoundError:
            return
    if not is_file(path):
        raise AlreadyThere(f"{path.name} is there already and is no file; choose another name")
    if not overwrite:
        raise AlreadyThere(f"{path.name} is there already; choose another name or add --overwrite")


@contextmanager
def _told(path: Path, what: str = "written") -> Iterator[None]:
    """Tell what the system refuses in one sentence."""
    elsewhere = " or choose another place" if what == "written" else ""
    try:
        yield
    except OSError as error:
        raise NotSaved(
            f"{path.name} could not be {what}: {error.strerror}; put that right{elsewhere}, then"
            " try again"
        ) from None


def _begin(path: Path) -> str:
    """Return how the parts of a file begin: no longer than a name may be, however long its own."""
    return f".{sha256(os.fsencode(path.name)).hexdigest()[:16]}-"


def _remove_left_over(path: Path) -> None:
    """Remove the parts that a crash left while it wrote the same file: they are nobody's files."""
    for left in path.parent.glob(f"{_begin(path)}{'[0-9a-f]' * 16}{PART}"):
        with suppress(OSError):
            left.unlink()


def _write_part(part: Path, content: bytes) -> None:
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _remember_names(folders: set[Path]) -> None:
    """Make the new names last through a power cut, where the system can do that for folders."""
    for folder in folders:
        with suppress(OSError):
            opened = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(opened)
            finally:
                os.close(opened)
