"""A new passphrase: the whole diary encrypted anew, checked, and put in the place of the old."""

import sqlcipher3
from sqlalchemy import Connection

from diary.vault import elsewhere, inbox_key
from diary.vault.backup import salt_of
from diary.vault.checking import looked_into, refuse_broken
from diary.vault.connection import Driver, Locked, engine_for, writing
from diary.vault.replacing import replaced


def encrypt_anew(connection: Connection, diary: Locked, new: str) -> None:
    """Encrypt the diary with a new passphrase and close the connection.

    The inbox gets a new key, too: who has an old copy of the diary and its passphrase does not read
    what waits from now on. A stop at any moment leaves the diary with the old passphrase or with
    the new one, and in both cases with the key that the inbox has.

    Raises:
        DamagedDiary: where the diary is not whole; it keeps its passphrase then.
        OSError: where there is no room for a second copy.
    """
    keys = inbox_key.renewed(connection)
    settled = inbox_key.settled(diary.path.parent, keys)
    with settled, replaced(diary.path, connection) as part:
        with looked_into(diary.path, diary.passphrase) as old, looked_into(part, new) as fresh:
            _copy(old, fresh)
        with engine_for(part, new).connect() as anew, writing(anew):
            elsewhere.note_former_salt(anew, salt_of(diary.path))
            inbox_key.write_keys(anew, keys)
        refuse_broken(part, new)


def _copy(old: Driver, fresh: Driver) -> None:
    try:
        old.backup(fresh)
    except sqlcipher3.OperationalError:
        is_written = False  # a full disk; this error of the driver bears no code that says so
    else:
        is_written = True
    if not is_written:
        raise OSError("the copy could not be written")
