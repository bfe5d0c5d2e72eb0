"""The encrypted diary on the disk: made, opened, read, changed, and changes taken back.

Only this package imports SQLAlchemy, SQLCipher and Alembic. What it raises are the errors of
`diary.errors`, and none of them holds anything that was written.
"""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection

from diary import place
from diary.errors import AlreadyThere, BusyDiary, DamagedDiary, InvalidValue, WrongPassphrase
from diary.model import History
from diary.vault import counting, filing, inbox_key, journal, rows, schema, settings
from diary.vault.changes import Change, Commit, Record, all_new
from diary.vault.connection import (
    WAIT,
    Locked,
    engine_for,
    reading,
    refuse_unusable,
    writing,
)
from diary.vault.filing import Filed, Follows
from diary.vault.refusals import WRONG_OR_DAMAGED, shielded
from diary.vault.safekeeping import Kept

__all__ = [
    "Change",
    "Commit",
    "Filed",
    "Record",
    "Vault",
    "all_new",
    "create",
    "is_there",
    "opened",
    "unpacked",
]

HIDDEN = (inbox_key.KEY, inbox_key.FORMER)
"""Settings that no command reads."""

NOT_OPENED = (
    "the passphrase does not open that file, or it is damaged or no backup of a diary; "
    "try the passphrase again or name another file; the diary was left as it was"
)
NO_BACKUP = (
    "that file is not whole, or no backup of a diary, so it was not used; name another file; "
    "the diary was left as it was"
)


@dataclass(frozen=True, slots=True)
class Vault(Kept):
    """An open diary. Each method is one transaction; a failed one leaves everything as it was.

    Raises:
        BusyDiary: where another program is writing and does not finish in time.
        NotSaved: on a full disk or where the folder cannot be written to.
        DamagedDiary: where what is in the file is not whole.
    """

    @shielded
    def history(self) -> History:
        """Return all that is recorded, as of one moment."""
        with reading(self._connection):
            return rows.history(self._connection)

    @shielded
    def write(self, command: str, changes: Iterable[Change], at: datetime) -> None:
        """Save the changes that `command` made at `at`, all or none, so that undo can take them.

        `changes` is read while the diary is being written to: it may move a progress bar, and must
        not use the vault.

        Raises:
            BusyDiary: also where a record is not as its change says that it was before.
            InvalidValue: a record without an id, or one that could not be read again as it is.
        """
        with self._changing():
            journal.write(self._connection, command, changes, at)

    @shielded
    def last(self) -> Commit | None:
        """Return what `undo` would take back, None where there is nothing."""
        with reading(self._connection):
            return journal.last(self._connection)

    @shielded
    def undo(self, shown: Commit | None = None) -> Commit:
        """Take back what the last command changed, and return it.

        Args:
            shown: what the person was shown; anything newer is then left as it is.

        Raises:
            NothingToUndo: where everything was taken back already.
            BusyDiary: where another program has changed the diary since `shown` was read.
        """
        with self._changing():
            if shown is not None and journal.last(self._connection) != shown:
                raise BusyDiary("another program changed the diary meanwhile; nothing was undone")
            return journal.undo(self._connection)

    @shielded
    def deleted_ids(self) -> frozenset[str]:
        """Return the ids of entries and facts whose last change is a delete not taken back."""
        with reading(self._connection):
            return journal.deleted_ids(self._connection)

    @shielded
    def settings(self) -> dict[str, str]:
        """Return how the program is set for this person, by name."""
        with reading(self._connection):
            made = settings.read(self._connection)
        return {name: value for name, value in made.items() if name not in HIDDEN}

    @shielded
    def set(self, name: str, value: str | None) -> None:
        """Make a setting, or with None take it back; `undo` does not know of it."""
        with self._changing():
            settings.write(self._connection, name, value)

    @shielded
    def file_inbox(
        self, folder: Path, at: datetime, *, follows: Follows, own: str | None = None
    ) -> Filed:
        """File what waits in the inbox of `folder`, and put right an inbox that is not in order.

        `follows` tells which sex was meant by what was typed; `own` is the id of the record that
        the same command has just sealed. A failed filing leaves all records where they are.

        Raises:
            UnsafePlace: where others can read the inbox.
        """
        return filing.file_inbox(
            self._connection, folder, changing=self._changing, at=at, follows=follows, own=own
        )

    @shielded
    def inbox_key(self) -> bytes:
        """Return the public key that the inbox must have, made where there is none yet."""
        return inbox_key.public_key(self._connection)

    @shielded
    def waited(self) -> dict[str, datetime]:
        """Return the ids of the entries that waited in the inbox, with when they were filed."""
        with reading(self._connection):
            return filing.waited(self._connection)


@shielded
def is_there(folder: Path) -> bool:
    """Say whether the folder has a diary, whatever state it is in."""
    return place.is_taken(folder / place.FILE)


@shielded
def create(folder: Path, passphrase: str) -> None:
    """Make an empty diary, and the folder where there is none; a stop leaves none or a whole one.

    Raises:
        InvalidValue: a passphrase that could not protect it.
        AlreadyThere: where there is a diary.
        UnsafePlace: where others can open the folder, or the engine does not encrypt.
        NotSaved: on a full disk or where the folder cannot be written to.
    """
    refuse_unusable(passphrase)
    place.make_folder(folder)
    place.refuse_open_folder(folder)
    path = folder / place.FILE
    _refuse_second(path)
    with place.written_whole(path) as part:
        with engine_for(part, passphrase).connect() as connection, writing(connection):
            schema.build(connection)
            key = inbox_key.begin(connection)
        _refuse_second(path)
        counting.begin_anew(folder)
    inbox_key.begin_inbox(folder, key)


@contextmanager
def opened(folder: Path, passphrase: str, *, wait: float = WAIT) -> Iterator[Vault]:
    """Open the diary in `folder`, after bringing an older one up to this version.

    Args:
        folder: where the diary lies.
        passphrase: as given to `create`.
        wait: seconds to wait for another program that is writing.

    Raises:
        NoDiary: where there is none.
        WrongPassphrase: where the passphrase does not open it, or the file is damaged.
        UnsafePlace: where others can read the folder or the file, or it is not encrypted.
        NewerDiary: where a newer version of the program wrote it; it is left as it is.
        BusyDiary, NotSaved, DamagedDiary: as for `Vault`.
    """
    connection = _open(folder, passphrase, wait)
    try:
        yield Vault(connection, Locked(folder / place.FILE, passphrase))
    finally:
        connection.close()


@contextmanager
def unpacked(folder: Path, file: Path, key: str | Vault) -> Iterator[Vault]:
    """Open a copy of a backup beside the diary in `folder`, brought up to this version.

    Args:
        folder: of the diary that the backup may replace.
        file: the backup, which is only read.
        key: the passphrase that opens it, or the open diary that has the same.

    Raises:
        NoDiary: where there is no such file.
        WrongPassphrase, InvalidFile, DamagedDiary, NewerDiary: where it cannot be used.
    """
    passphrase = key if isinstance(key, str) else key._file.passphrase  # noqa: SLF001 - as in Vault
    with ExitStack() as stack:
        try:
            copy = _unpack(stack, folder, file, passphrase)
        except WrongPassphrase:
            raise WrongPassphrase(NOT_OPENED) from None
        except DamagedDiary:
            raise DamagedDiary(NO_BACKUP) from None
        yield copy


@shielded
def _unpack(stack: ExitStack, folder: Path, file: Path, passphrase: str) -> Vault:
    from diary.vault.restoring import unpacked as part_of  # noqa: PLC0415 - seldom needed

    _refuse_impossible(passphrase)
    copy = stack.enter_context(part_of(file, folder / place.FILE, passphrase))
    connection = engine_for(copy.path, copy.passphrase).connect()
    stack.callback(connection.close)
    return Vault(connection, copy)


@shielded
def _open(folder: Path, passphrase: str, wait: float) -> Connection:
    path = folder / place.FILE
    if folder.exists():
        place.refuse_open_folder(folder)
    place.refuse_unsafe_file(path)
    _refuse_impossible(passphrase)
    connection = engine_for(path, passphrase, wait=wait).connect()
    try:
        _bring_up_to_date(connection, path, passphrase)
    except BaseException:
        connection.close()
        raise
    return connection


def _bring_up_to_date(connection: Connection, path: Path, passphrase: str) -> None:
    with reading(connection):
        if schema.revision(connection) == schema.HEAD:
            return
    from diary.vault.migrating import migrate  # noqa: PLC0415 - Alembic takes 0.3 s to load

    migrate(connection, path, passphrase)


def _refuse_impossible(passphrase: str) -> None:
    """Treat what no diary can be made with as any other passphrase that does not open one."""
    try:
        refuse_unusable(passphrase)
    except InvalidValue:
        is_possible = False
    else:
        is_possible = True
    if not is_possible:
        raise WrongPassphrase(WRONG_OR_DAMAGED)


def _refuse_second(path: Path) -> None:
    if place.is_taken(path):
        raise AlreadyThere('there is a diary here already; "diary log" writes in it')
