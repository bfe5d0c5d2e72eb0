"""Copies of the diary: which are of it and open with its passphrase of now or of before."""

from dataclasses import dataclass
from pathlib import Path

from diary.vault.backup import SALT, backups_in, copies_in, default_folder, salt_of
from diary.vault.elsewhere import Elsewhere


@dataclass(frozen=True, slots=True, kw_only=True)
class Copies:
    """Files that are copies of the diary, and what cannot be told.

    `beside` lie in its own folder, `elsewhere` in others where backups were made. `of_others` are
    named like backups there, with a key that the diary is not known to have had. `without` are
    those folders that have no copy now, or cannot be reached.
    """

    beside: tuple[Path, ...] = ()
    elsewhere: tuple[Path, ...] = ()
    of_others: tuple[Path, ...] = ()
    without: tuple[Path, ...] = ()

    @property
    def ours(self) -> tuple[Path, ...]:
        """All that are copies of the diary."""
        return (*self.beside, *self.elsewhere)


def copies_of(diary: Path, known: Elsewhere) -> Copies:
    """Look for copies beside the diary and in the folders that it remembers."""
    salts = {salt_of(diary), *known.former_salts}
    beside = default_folder(diary.parent)
    folders = {folder: _in(folder) for folder in known.backup_folders if folder != beside}
    found = tuple(copy for copies in folders.values() for copy in copies)
    ours = tuple(copy for copy in found if _salt(copy) in salts)
    return Copies(
        beside=copies_in(beside),
        elsewhere=ours,
        of_others=tuple(copy for copy in found if copy not in ours),
        without=tuple(folder for folder, copies in folders.items() if not {*copies} & {*ours}),
    )


def _in(folder: Path) -> tuple[Path, ...]:
    try:
        return backups_in(folder)
    except OSError:
        return ()


def _salt(copy: Path) -> bytes:
    try:
        salt = salt_of(copy)
    except OSError:
        return b""
    return salt if len(salt) == SALT else b""
