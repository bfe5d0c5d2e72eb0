"""What importing a diary would do: nothing of this diary is changed, only what is new is added.

An id that is known here with the same content adds nothing; with other content it is reported and
left alone. What was deleted here stays deleted and is reported. Empty profile fields are filled,
differing ones reported.
"""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Generic, TypeVar

from diary.errors import FutureDay
from diary.interchange.identity import with_ids
from diary.model import AbsentFact, Entry, Fact, History, Profile

RecordT = TypeVar("RecordT", Entry, Fact)


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """What would be added, and what is left alone and why.

    `different` and `deleted` hold ids, `profile_differs` names of profile fields.
    """

    entries: tuple[Entry, ...]
    background: tuple[Fact, ...]
    background_absent: tuple[AbsentFact, ...]
    profile: Profile
    filled: tuple[str, ...]
    known: int
    different: tuple[str, ...]
    deleted: tuple[str, ...]
    profile_differs: tuple[str, ...]

    @property
    def added(self) -> int:
        """How many entries, facts and answers would be added."""
        return len(self.entries) + len(self.background) + len(self.background_absent)


def merge(here: History, incoming: History, *, deleted: frozenset[str], today: date) -> Merge:
    """Plan the import of `incoming` into `here`.

    Raises:
        FutureDay: where an entry, or the start of a fact, lies after `today`.
    """
    _refuse_future(incoming, today)
    entries = _sort_out(with_ids(incoming.entries), here.entries, deleted)
    facts = _sort_out(with_ids(incoming.background), here.background, deleted)
    answers, answers_known = _new_answers(here, incoming)
    filled, differing = _compare(here.profile, incoming.profile)
    return Merge(
        entries=entries.new,
        background=facts.new,
        background_absent=answers,
        profile=replace(here.profile, **{name: getattr(incoming.profile, name) for name in filled}),
        filled=filled,
        known=entries.known + facts.known + answers_known,
        different=entries.different + facts.different,
        deleted=entries.deleted + facts.deleted,
        profile_differs=differing,
    )


@dataclass(frozen=True, slots=True)
class _Sorted(Generic[RecordT]):
    new: tuple[RecordT, ...]
    known: int
    different: tuple[str, ...]
    deleted: tuple[str, ...]


def _sort_out(
    incoming: Iterable[RecordT], here: Iterable[RecordT], deleted: frozenset[str]
) -> _Sorted[RecordT]:
    held = {record.id: record for record in here}
    new: dict[str | None, RecordT] = {}
    known, different, gone = 0, [], []
    for record in incoming:
        same_id = held.get(record.id) or new.get(record.id)
        if same_id is None and record.id in deleted:
            gone.append(str(record.id))
        elif same_id is None:
            new[record.id] = record
        elif same_id == record:
            known += 1
        else:
            different.append(str(record.id))
    return _Sorted(tuple(new.values()), known, tuple(different), tuple(gone))


def _new_answers(here: History, incoming: History) -> tuple[tuple[AbsentFact, ...], int]:
    """Return the answers of "no" that are not here yet, and how many are."""
    held = {(answer.kind, answer.what) for answer in here.background_absent}
    new = {
        (answer.kind, answer.what): answer
        for answer in incoming.background_absent
        if (answer.kind, answer.what) not in held
    }
    return tuple(new.values()), len(incoming.background_absent) - len(new)


def _compare(here: Profile, incoming: Profile) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the profile fields that are empty here, and those that say something else."""
    filled: list[str] = []
    differing: list[str] = []
    for field in fields(Profile):
        ours, theirs = getattr(here, field.name), getattr(incoming, field.name)
        if theirs not in (ours, field.default):
            (filled if ours == field.default else differing).append(field.name)
    return tuple(filled), tuple(differing)


def _refuse_future(incoming: History, today: date) -> None:
    for entry in incoming.entries:
        if entry.date > today:
            raise FutureDay(f"the file has an entry on {entry.date}, a day that has not come yet")
    last_period = incoming.profile.last_period_start
    if last_period is not None and last_period > today:
        raise FutureDay(f"the file has a period on {last_period}, a day that has not come yet")
    for answer in incoming.background_absent:
        if answer.date is not None and answer.date > today:
            raise FutureDay(f"the file has an answer of {answer.date}, a day that has not come yet")
    for fact in incoming.background:
        if fact.start is not None and fact.start > today:
            raise FutureDay(f"the file has a fact from {fact.start}, a day that has not come yet")
