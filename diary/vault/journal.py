"""What each command changed: recorded together with the change itself, and read by undo."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import count

from sqlalchemy import Connection, RowMapping, delete, func, insert, null, select
from sqlalchemy.exc import IntegrityError

from diary.errors import BusyDiary, NothingToUndo
from diary.vault import rows
from diary.vault.changes import Change, Commit, Record
from diary.vault.records import (
    NOTHING_SAID,
    Data,
    from_data,
    id_of,
    kind_of,
    refuse_unreadable,
    to_data,
)
from diary.vault.tables import change as log

RUN = 500
"""Changes that are written at once: many together are fast, and a progress bar still moves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Swap:
    """One record to take out and one to put in, the latter also as `data`.

    `position` None: where it is now, or at the end.
    """

    kind: str
    record_id: str
    before: Record | None
    after: Record | None
    data: Data | None
    position: int | None = None


def write(connection: Connection, command: str, changes: Iterable[Change], at: datetime) -> None:
    """Make the changes and record them as one batch; what changes nothing is left out.

    Raises:
        BusyDiary: where a record is no longer as its change says that it was before.
        InvalidValue: where a record has no id or could not be read again as it is.
    """
    said = {"batch": _last_batch(connection) + 1, "command": command, "at": at.isoformat()}
    for run in _runs(_swap(change) for change in _telling(changes)):
        lines = [{**said, **_line(swap, place)} for swap, place in _make(connection, run)]
        connection.execute(insert(log), lines)


def last(connection: Connection) -> Commit | None:
    """Return the last batch that was not taken back, None where there is none."""
    lines = _last_lines(connection)
    return _commit(lines) if lines else None


def undo(connection: Connection) -> Commit:
    """Take the last batch back, with the places that its records had, and forget the batch.

    Raises:
        NothingToUndo: where there is no batch left.
        BusyDiary: where a record is no longer as the batch left it.
    """
    lines = _last_lines(connection)
    if not lines:
        raise NothingToUndo("there is no change left to undo")
    commit = _commit(lines)
    for run in _runs(reversed([*map(_back, commit.changes, lines)])):
        _make(connection, run)
    connection.execute(delete(log).where(log.c.batch == _last_batch(connection)))
    return commit


def deleted_ids(connection: Connection) -> frozenset[str]:
    """Return the ids of the entries and facts whose last recorded change deleted them."""
    newest = (
        select(func.max(log.c.number))
        .where(log.c.kind.in_(["entry", "fact"]))
        .group_by(log.c.kind, log.c.record_id)
    )
    deletions = select(log.c.record_id).where(log.c.number.in_(newest), log.c.after.is_(null()))
    return frozenset(connection.scalars(deletions))


def _commit(lines: Sequence[RowMapping]) -> Commit:
    return Commit(
        command=lines[0]["command"],
        at=datetime.fromisoformat(lines[0]["at"]),
        changes=tuple(
            Change(
                before=from_data(line["kind"], line["before"]),
                after=from_data(line["kind"], line["after"]),
            )
            for line in lines
        ),
    )


def _telling(changes: Iterable[Change]) -> Iterator[Change]:
    """Leave out what changes nothing; a profile that says nothing is none."""
    for change in changes:
        before, after = (None if r == NOTHING_SAID else r for r in (change.before, change.after))
        if before != after:
            yield Change(before, after)


def _swap(change: Change, position: int | None = None) -> _Swap:
    named = {(kind_of(r), id_of(r)) for r in (change.before, change.after) if r is not None}
    if len(named) != 1:
        raise ValueError("a change is of one record")
    ((kind, record_id),) = named
    return _Swap(
        kind=kind,
        record_id=record_id,
        before=change.before,
        after=change.after,
        data=to_data(change.after),
        position=position,
    )


def _back(change: Change, line: RowMapping) -> _Swap:
    return _swap(Change(change.after, change.before), line["position"])


def _line(swap: _Swap, place: int) -> Data:
    return {
        "kind": swap.kind,
        "record_id": swap.record_id,
        "position": place,
        "before": to_data(swap.before),
        "after": swap.data,
    }


def _runs(swaps: Iterable[_Swap]) -> Iterator[list[_Swap]]:
    """Gather neighbours of one kind, each record once, so that a run can be made at once."""
    run: list[_Swap] = []
    ids: set[str] = set()
    for swap in swaps:
        if run and (swap.kind != run[0].kind or swap.record_id in ids or len(run) == RUN):
            yield run
            run, ids = [], set()
        run.append(swap)
        ids.add(swap.record_id)
    if run:
        yield run


def _make(connection: Connection, run: Sequence[_Swap]) -> list[tuple[_Swap, int]]:
    """Take out and put in the records of a run, and return where each was or is."""
    kind = run[0].kind
    after = [swap.after for swap in run if swap.after is not None]
    if after:
        refuse_unreadable(kind, after, [swap.data for swap in run if swap.data is not None])
    made = list(zip(run, _places(connection, run), strict=True))
    rows.remove(connection, kind, [place for swap, place in made if swap.before is not None])
    try:
        rows.add(connection, kind, {p: swap.data for swap, p in made if swap.data is not None})
    except IntegrityError:
        is_taken = True
    else:
        is_taken = False
    if is_taken:
        raise _changed_meanwhile()
    return made


def _places(connection: Connection, run: Sequence[_Swap]) -> Iterator[int]:
    """Find each record as it was before, and a place for each that is new.

    A profile has one place: where there is one already, the second is refused like a taken id.
    """
    kind = run[0].kind
    ids = [swap.record_id for swap in run if swap.before is not None]
    stored = rows.read(connection, kind, ids) if ids else {}
    where = {from_data(kind, data): place for place, data in reversed(stored.items())}
    free = count(rows.next_position(connection, kind))
    for swap in run:
        if swap.before is None:
            yield swap.position or next(free)
        elif swap.before in where:
            yield where[swap.before]
        else:
            raise _changed_meanwhile()


def _last_batch(connection: Connection) -> int:
    return connection.scalar(select(func.max(log.c.batch))) or 0


def _last_lines(connection: Connection) -> Sequence[RowMapping]:
    query = select(log).where(log.c.batch == _last_batch(connection)).order_by(log.c.number)
    return connection.execute(query).mappings().all()


def _changed_meanwhile() -> BusyDiary:
    return BusyDiary(
        "something else changed the same part of the diary meanwhile, so this was not saved; "
        "look at what is there now, then try again"
    )
