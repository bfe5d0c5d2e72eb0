"""A new passphrase: the whole diary encrypted anew, checked, and put in the place of the old."""

from sqlalchemy import Connection

from diary.vault.checking import looked_into, refuse_broken
from diary.vault.connection import Locked
from diary.vault.replacing import replaced


def encrypt_anew(connection: Connection, diary: Locked, new: str) -> None:
    """Encrypt the diary with a new passphrase and close the connection.

    A stop at any moment leaves the diary with the old passphrase or with the new one.

    Raises:
        DamagedDiary: where the diary is not whole; it keeps its passphrase then.
    """
    with replaced(diary.path, connection) as part:
        with looked_into(diary.path, diary.passphrase) as old, looked_into(part, new) as fresh:
            old.backup(fresh)
        refuse_broken(part, new)
