"""Whether anything was written in a folder: exactly, by the kernel's inotify (Linux)."""

import ctypes
import os
import struct
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

CHANGES = 0x2 | 0x40 | 0x80 | 0x100 | 0x200  # IN_MODIFY, MOVED_FROM, MOVED_TO, CREATE, DELETE


@contextmanager
def watched(*folders: Path) -> Iterator[int]:
    """Have the kernel note each change of a name or a file in these folders."""
    system = ctypes.CDLL(None, use_errno=True)
    watch = system.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC)
    for folder in folders:
        if system.inotify_add_watch(watch, os.fsencode(folder), CHANGES) < 0:
            raise OSError(ctypes.get_errno(), "inotify")
    try:
        yield watch
    finally:
        os.close(watch)


def drain(watch: int) -> bool:
    """Say whether anything was noted, and forget it."""
    noted = False
    with suppress(BlockingIOError):
        while len(os.read(watch, 1 << 16)) >= struct.calcsize("iIII"):
            noted = True
    return noted
