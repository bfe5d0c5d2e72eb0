"""Where the diary lies: one folder that only its owner can open, with one file in it."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from glob import escape
from pathlib import Path

from diary.errors import DamagedDiary, NoDiary, UnsafePlace

FILE = "diary.db"
PLAIN_HEADER = b"SQLite format 3\x00"
OTHERS = stat.S_IRWXG | stat.S_IRWXO


def make_folder(folder: Path) -> None:
    """Make the folder so that only its owner can open it; leave one that is there as it is."""
    if folder.is_dir():
        return
    folder.mkdir(mode=0o700, parents=True)
    folder.chmod(0o700)  # a umask may have taken rights from the owner too


def identity(path: Path) -> tuple[int, int]:
    """Return what tells a file from another that has its name later.

    Raises:
        FileNotFoundError: nothing has this name.
    """
    status = path.stat()
    return status.st_dev, status.st_ino


def is_taken(path: Path) -> bool:
    """Say whether anything has this name, be it a link that leads nowhere."""
    return path.is_symlink() or path.exists()


def refuse_open_folder(folder: Path) -> None:
    """Refuse a folder that other people on this computer can look into.

    Raises:
        UnsafePlace: with the command that closes it.
    """
    if is_open_to_others(folder):
        raise UnsafePlace(
            f'other people can open the folder of the diary; close it with: chmod 700 "{folder}"'
        )


def refuse_unsafe_file(path: Path) -> None:
    """Refuse a file that is not there, not encrypted, not whole, a link, or open to others.

    Raises:
        NoDiary, UnsafePlace, DamagedDiary.
    """
    if path.is_symlink():
        raise UnsafePlace("the diary's file is only a link; put the file itself in the folder")
    if not path.exists():
        raise NoDiary('there is no diary here yet; "diary init" makes one')
    if not path.is_file():
        raise UnsafePlace("something else has the name of the diary's file; move it away")
    if is_open_to_others(path):
        raise UnsafePlace(
            f'other people can read the file of the diary; close it with: chmod 600 "{path}"'
        )
    with path.open("rb") as file:
        header = file.read(len(PLAIN_HEADER))
    if header == PLAIN_HEADER:
        raise UnsafePlace(
            'the file of the diary is not encrypted; move it away, then "diary init" makes a new '
            "one that is"
        )
    if not header:
        raise DamagedDiary("the file of the diary is empty; put a copy of it back in its place")


@contextmanager
def written_whole(path: Path) -> Iterator[Path]:
    """Give an empty 0600 file beside `path` to fill; it takes the name once it is on the disk.

    Whatever stops the work in between leaves `path` as it was.
    """
    with part_beside(path) as part:
        yield part
        _sync(part)
        part.replace(path)
    sync_folder(path.parent)


@contextmanager
def part_beside(path: Path) -> Iterator[Path]:
    """Give an empty 0600 file beside `path` to fill, and remove it in the end if it is still there.

    What an earlier stop left behind of the same name is removed first.
    """
    remove_parts(path)
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    try:
        part.chmod(0o600)
        yield part
    finally:
        part.unlink(missing_ok=True)
        part.with_name(f"{part.name}-journal").unlink(missing_ok=True)


def remove_parts(path: Path) -> None:
    """Remove what a stop left of writing the file that should have been called `path`."""
    for left in path.parent.glob(f"{escape(path.name)}.*.part*"):
        left.unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Bring the names in a folder to the disk, where the system can."""
    if os.name == "posix":
        _sync(folder)


def _sync(path: Path) -> None:
    access = os.O_RDONLY if os.name == "posix" else os.O_RDWR
    handle = os.open(path, access)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def is_open_to_others(path: Path) -> bool:
    """Say whether other people on this computer may read, change or enter it."""
    return os.name == "posix" and bool(path.stat().st_mode & OTHERS)
