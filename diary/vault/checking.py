"""Whether what is in a file is whole: its pages as they were sealed, its tables as SQLite wants."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from diary.errors import DamagedDiary
from diary.vault.connection import Driver, connect


@contextmanager
def looked_into(path: Path, passphrase: str) -> Iterator[Driver]:
    """Open a file beside the open diary, such as a copy, and close it again."""
    driver = connect(path, passphrase)
    try:
        yield driver
    finally:
        driver.close()


def is_sealed(driver: Driver) -> bool:
    """Say whether every page is as it was encrypted: none damaged, cut off or altered."""
    return not driver.execute("PRAGMA cipher_integrity_check").fetchall()


def is_in_order(driver: Driver) -> bool:
    """Say whether tables and indexes hold together."""
    return bool(driver.execute("PRAGMA integrity_check").fetchall() == [("ok",)])


def points_at_what_is_there(driver: Driver) -> bool:
    """Say whether no part belongs to an entry that is not there."""
    return not driver.execute("PRAGMA foreign_key_check").fetchall()


def refuse_broken(path: Path, passphrase: str) -> None:
    """Open a copy with the passphrase and look at all of it.

    Raises:
        DamagedDiary: where it is not whole.
    """
    with looked_into(path, passphrase) as driver:
        is_whole = is_sealed(driver) and is_in_order(driver)
    if not is_whole:
        raise DamagedDiary(
            "the copy is not whole, so it was not used and the diary was left as it was; "
            '"diary doctor" looks at the diary, "diary restore" brings an earlier copy back'
        )
