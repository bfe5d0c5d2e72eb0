"""The diary and all that belongs to it, overwritten and removed; nothing else in its folder."""

import os
import secrets
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from diary.errors import NotSaved
from diary.place import FILE, sync_folder
from diary.vault import counting
from diary.vault.backup import FOLDER

BESIDE = (
    f"{FILE}-journal",
    f"{FILE}.*.part*",
    "restored.db.*.part*",
    f"{counting.FILE}*",
    "inbox.dat*",
    "inbox-aside.dat*",
)
IN_BACKUPS = ("diary-*.db", "diary-*.db.*.part*", "replaced-*.db", "replaced*.db-journal")
BLOCK = 1 << 20


def belongings(folder: Path) -> tuple[Path, ...]:
    """Return all files of the diary in its folder, the diary itself last."""
    places = ((folder / FOLDER, IN_BACKUPS), (folder, (*BESIDE, FILE)))
    return tuple(
        path for place, names in places for name in names for path in sorted(place.glob(name))
    )


def erase(paths: Iterable[Path], folder: Path) -> None:
    """Overwrite and remove files, then the folder of the diary if nothing else is in it.

    Of a link only the link goes. One file that cannot be removed does not keep the others.

    Raises:
        NotSaved: where some are still there.
    """
    doomed = tuple(paths)
    left = [path for path in doomed if not _is_gone(path)]
    for empty in (folder / FOLDER, folder):
        with suppress(OSError):
            empty.rmdir()
    for place in {folder, folder.parent, *(path.parent for path in doomed)}:
        with suppress(OSError):  # one that is gone by now
            sync_folder(place)
    if left:
        raise NotSaved(
            f"{len(left)} of the files could not be removed and are still there, among them "
            f"{left[0].name}; see that their folder can be written to, then try again"
        )


def _is_gone(path: Path) -> bool:
    try:
        if path.is_file() and not path.is_symlink():
            _overwrite(path)
        path.unlink(missing_ok=True)
    except OSError:
        return False
    return True


def _overwrite(path: Path) -> None:
    """Write over the whole file; without its first 16 bytes no passphrase opens the rest of it."""
    size = path.stat().st_size
    with path.open("rb+", buffering=0) as file:
        for start in range(0, size, BLOCK):
            file.write(secrets.token_bytes(min(BLOCK, size - start)))
        os.fsync(file.fileno())
