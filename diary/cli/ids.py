"""Ids that can be typed: the shortest beginning that only one record has."""

from collections.abc import Iterable
from typing import TypeVar

from diary.errors import NoSuchEntry
from diary.model import Entry, Fact

RecordT = TypeVar("RecordT", bound=Entry | Fact)

SHORTEST = 4


def short_ids(records: Iterable[Entry | Fact]) -> dict[str, str]:
    """Return for each id its shortest beginning, of 4 characters or more, that is its alone."""
    ids = sorted({str(record.id) for record in records})
    padded = ["", *ids, ""]
    neighbours = zip(padded, ids, padded[2:], strict=False)
    return {
        name: name[: max(SHORTEST, _shared(name, before) + 1, _shared(name, after) + 1)]
        for before, name, after in neighbours
    }


def _shared(one: str, other: str) -> int:
    """Count the characters that two ids begin with alike."""
    same = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        same += 1
    return same


def find(records: Iterable[RecordT], beginning: str) -> RecordT:
    """Return the record whose id is, or alone begins with, what was typed.

    Raises:
        NoSuchEntry: where none or several do.
    """
    typed = beginning.strip()
    every = list(records)
    exact = [record for record in every if record.id == typed]
    begun = [r for r in every if typed and str(r.id).lower().startswith(typed.lower())]
    found = exact or begun
    if not found:
        raise NoSuchEntry(f'nothing here has the id {beginning!a}; "diary list" shows the ids')
    if len(found) > 1:
        raise NoSuchEntry(f"{len(found)} ids begin with {beginning!a}; type more of it")
    return found[0]
