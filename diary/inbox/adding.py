"""Adding a record to the inbox: sealed with the key that stands in it."""

from pathlib import Path

from diary.errors import NotSaved
from diary.inbox.file import opened_alone
from diary.inbox.record import Record
from diary.inbox.sealing import NO_KEY, seal


def add(folder: Path, record: Record) -> None:
    """Seal a record and add it; it is on the disk when this returns, or the inbox is as it was.

    Raises:
        BusyDiary: where another program keeps the inbox.
        UnsafePlace: where others could read it, or it is no file.
        NotSaved: where the inbox has no whole key.
        OSError: on a full disk, or where it cannot be written to.
    """
    with opened_alone(folder, make=False) as inbox:
        key = inbox.key
        if key is None:
            raise NotSaved(NO_KEY)
        inbox.add(seal(record.to_bytes(), key))
