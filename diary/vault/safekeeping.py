"""An open diary as a file that is copied, encrypted anew, replaced, looked at and swept."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Self

from sqlalchemy import Connection

from diary import place
from diary.vault import backup, counting, elsewhere, forgetting
from diary.vault.checking import is_in_order, is_sealed
from diary.vault.connection import Locked, driver_of, reading, refuse_unusable, writing
from diary.vault.elsewhere import Elsewhere
from diary.vault.forgetting import Forgotten
from diary.vault.refusals import shielded

if TYPE_CHECKING:
    from diary.vault.copies import Copies
    from diary.vault.examining import Finding
    from diary.vault.restoring import Restored


@dataclass(frozen=True, slots=True)
class Kept:
    """An open file of the vault; what it raises is told at `Vault`."""

    _connection: Connection
    _file: Locked

    @shielded
    def back_up(self, into: Path | None = None) -> Path:
        """Make an encrypted copy that was looked at as a whole, and return where it is.

        Args:
            into: another folder than the one beside the diary.

        Raises:
            DamagedDiary: where the copy would not be whole.
        """
        return backup.back_up(self._connection, self._file.path, self._file.passphrase, into)

    @shielded
    def change_passphrase(self, new: str) -> None:
        """Encrypt everything anew for another passphrase; the vault is closed afterwards.

        Raises:
            InvalidValue: a passphrase that could not protect it.
            DamagedDiary: where the diary is not whole; it keeps its passphrase then.
        """
        from diary.vault.rekeying import encrypt_anew  # noqa: PLC0415 - seldom needed

        refuse_unusable(new)
        encrypt_anew(self._connection, self._file, new)

    @shielded
    def forget(self, record_id: str) -> Forgotten:
        """Take an entry or a fact out for good, with its history; undo cannot bring it back.

        Raises:
            NoSuchEntry: where the diary knows of no record with this id.
        """
        with self._changing():
            count = forgetting.forget(self._connection, record_id)
        return Forgotten(count, forgetting.sweep(self._connection))

    @shielded
    def note_files(self, paths: Iterable[Path]) -> None:
        """Remember reports or exports that were just written, so that `erase` finds them."""
        with self._changing():
            elsewhere.note_files(self._connection, paths)

    @shielded
    def note_backup_folder(self, folder: Path) -> None:
        """Remember another folder with backups, so that they are found."""
        if folder.absolute() not in self.elsewhere().backup_folders:
            with self._changing():
                elsewhere.note_backup_folder(self._connection, folder)

    @shielded
    def elsewhere(self) -> Elsewhere:
        """Return what was written outside the folder of the diary, and how it stands now."""
        with reading(self._connection):
            return elsewhere.known_to(self._connection)

    @shielded
    def copies(self) -> "Copies":
        """Return the copies of the diary that can be found now."""
        from diary.vault.copies import copies_of  # noqa: PLC0415 - seldom needed

        return copies_of(self._file.path, self.elsewhere())

    @shielded
    def is_whole(self) -> bool:
        """Say whether no page is damaged and the tables hold together."""
        driver = driver_of(self._connection)
        return is_sealed(driver) and is_in_order(driver)

    @shielded
    def examine(self) -> "tuple[Finding, ...]":
        """Look at all of the diary and return how it stands, without a word of what is in it."""
        from diary.vault.examining import of_diary  # noqa: PLC0415 - seldom needed

        return tuple(of_diary(self._connection, self._file))

    @shielded
    def give_way_to(self, copy: Self) -> "Restored":
        """Put an unpacked backup in the place of this diary, after a backup of it; close both.

        The inbox has its key afterwards.
        """
        from diary.vault.restoring import take_place  # noqa: PLC0415 - seldom needed

        copy._connection.close()
        return take_place(copy._file, self._file, self._connection)

    @shielded
    def take_free_place(self, folder: Path) -> "Restored":
        """Put this unpacked backup where there is no diary, or one that does not open; close it.

        The inbox has its key afterwards.
        """
        from diary.vault.restoring import take_free_place  # noqa: PLC0415 - seldom needed

        self._connection.close()
        return take_free_place(self._file, folder / place.FILE)

    @contextmanager
    def _changing(self) -> Iterator[None]:
        """Write, and count that the diary was changed."""
        folder = self._file.path.parent
        with writing(self._connection):
            driver = driver_of(self._connection)
            lag = counting.lag_of(driver, folder)
            yield
            count = counting.count_up(driver)
        counting.remember(folder, count + lag)
