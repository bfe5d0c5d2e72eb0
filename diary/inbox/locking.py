"""One program at a time at an open file, on every system, without waiting for ever."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from diary.errors import BusyDiary

WAIT = 10.0
"""Seconds to wait for another program: filing waits for the diary itself, which takes up to 5."""

PAUSE = 0.02
BUSY = "another program is using the inbox of the diary; wait until it is done, then try again"


@contextmanager
def alone(handle: int, *, wait: float = WAIT) -> Iterator[None]:
    """Keep all others who ask for the same out of the file; a killed program lets go at once.

    Raises:
        BusyDiary: where another program does not let go within `wait` seconds.
    """
    until = time.monotonic() + wait
    while not _take(handle):
        if time.monotonic() > until:
            raise BusyDiary(BUSY)
        time.sleep(PAUSE)
    try:
        yield
    finally:
        _let_go(handle)


if sys.platform == "win32":
    import msvcrt

    BEYOND = 2**30
    """Windows keeps others from reading the bytes that are held, so one beyond the end is."""

    def _take(handle: int) -> bool:
        os.lseek(handle, BEYOND, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _let_go(handle: int) -> None:
        os.lseek(handle, BEYOND, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _take(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _let_go(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_UN)
