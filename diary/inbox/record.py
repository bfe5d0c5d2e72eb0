"""One record of the inbox: an entry with its random id, and what only the open diary can settle."""

import json
from dataclasses import dataclass
from datetime import datetime

from diary.errors import InvalidFile
from diary.interchange.codec import from_json, to_json
from diary.model import Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """An entry as it was written down at `at`.

    `follows` is what was typed for the sex that it followed: which one that is, the open diary
    tells.
    """

    entry: Entry
    at: datetime
    follows: str | None = None

    @property
    def id(self) -> str:
        """The random id by which a record is filed only once."""
        return str(self.entry.id)

    def to_bytes(self) -> bytes:
        """Return the record as it is sealed."""
        return json.dumps(to_json(self), ensure_ascii=False).encode()


def from_bytes(content: bytes) -> Record | None:
    """Return the record; None where this version cannot read it, or it has no id."""
    try:
        record = from_json(Record, json.loads(content), "$")
    except (ValueError, RecursionError, InvalidFile):
        return None
    return record if record.entry.id else None
