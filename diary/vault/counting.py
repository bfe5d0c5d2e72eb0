"""How many times the diary was changed, counted inside it and remembered beside it.

A diary whose count is lower than the one that is remembered is an older copy, put in its place by
a person, by a program that keeps folders in step, or by somebody else. It is noticed only where the
file beside the diary was not put back with it. The count begins anywhere, so that it does not tell
how much was written.
"""

from contextlib import suppress
from pathlib import Path
from secrets import randbelow

from diary.vault.connection import Driver

FILE = "diary.seen"
BEGINNINGS = 10**9
"""The count is kept in 32 bits with a sign; from here on there is room for a billion changes."""


def count_of(driver: Driver) -> int:
    """Return the count; 0 in a diary that was never changed since counts are kept."""
    ((count,),) = driver.execute("PRAGMA user_version").fetchall()
    return int(count)


def count_up(driver: Driver, *, beyond: int = 0) -> int:
    """Count one more change, beyond a number if need be, and return the count."""
    count = max(count_of(driver) or randbelow(BEGINNINGS), beyond) + 1
    driver.execute(f"PRAGMA user_version = {count}")
    return count


def lag_of(driver: Driver, folder: Path) -> int:
    """Return by how many changes the diary is behind what was seen in its folder; 0 if it is not.

    It stays behind by as many while it is written to, or a few changes would hide it.
    """
    count, seen = count_of(driver), remembered(folder)
    if count == 0:
        return min(seen, 1)
    return max(seen - count, 0)


def remembered(folder: Path) -> int:
    """Return the highest count that was seen in this folder; 0 where none, or none to be read."""
    with suppress(OSError, ValueError):
        return int((folder / FILE).read_text(encoding="ascii"))
    return 0


def remember(folder: Path, count: int) -> None:
    """Note a count that is on the disk, unless a higher one was; failing costs only the notice."""
    if count <= remembered(folder):
        return
    part = folder / f"{FILE}.part"
    with suppress(OSError):
        part.write_text(str(count), encoding="ascii")
        part.chmod(0o600)
        part.replace(folder / FILE)


def begin_anew(folder: Path) -> None:
    """Remember nothing: the diary that was counted is gone."""
    (folder / FILE).unlink(missing_ok=True)
