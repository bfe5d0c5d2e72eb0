"""What a command did to the diary: the change of one record, and all that one command changed."""

from dataclasses import dataclass
from datetime import datetime

from diary.model import AbsentFact, Entry, Fact, History, Profile

Record = Entry | Fact | AbsentFact | Profile


@dataclass(frozen=True, slots=True)
class Change:
    """One record before and after: added where `before` is None, deleted where `after` is None.

    Both are of one type and carry one id. An `AbsentFact` is known by its kind and what, a
    `Profile` stands alone.
    """

    before: Record | None
    after: Record | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Commit:
    """What one command changed, and when; `undo` takes it back as a whole."""

    command: str
    at: datetime
    changes: tuple[Change, ...]


def all_new(history: History) -> tuple[Change, ...]:
    """Return the changes that write a whole history into an empty diary."""
    records: tuple[Record, ...] = (
        history.profile,
        *history.background,
        *history.background_absent,
        *history.entries,
    )
    return tuple(Change(before=None, after=record) for record in records)
