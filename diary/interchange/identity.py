"""Ids for entries and facts that came without one, the same each time the same file is read."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar
from uuid import UUID, uuid5

from diary.interchange.codec import to_json
from diary.model import Entry, Fact

RecordT = TypeVar("RecordT", Entry, Fact)

NAMESPACE = UUID("5b0f6b0e-3a3f-5d0e-9f0a-6c1f2f6f3a51")


def with_ids(records: Iterable[RecordT]) -> tuple[RecordT, ...]:
    """Give each record without an id one derived from its content and its count among equals."""
    seen: Counter[str] = Counter()
    return tuple(record if record.id else _with_derived_id(record, seen) for record in records)


def _with_derived_id(record: RecordT, seen: Counter[str]) -> RecordT:
    content = content_of(record)
    seen[content] += 1
    return replace(record, id=str(uuid5(NAMESPACE, f"{content}#{seen[content]}")))


def content_of(record: Entry | Fact) -> str:
    """Return all that a record says but its id, as one text that equal records share."""
    kind = "" if isinstance(record, Entry) else record.kind.value
    return kind + json.dumps(to_json(replace(record, id=None)), sort_keys=True)
