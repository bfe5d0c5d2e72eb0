"""JSON data of records to and from the rows of the tables, always many records at once."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from sqlalchemy import Connection, RowMapping, Table, delete, func, insert, select

from diary.model import History
from diary.vault import tables
from diary.vault.records import Data, history_from

TABLES = {
    "entry": tables.entry,
    "fact": tables.fact,
    "fact_absent": tables.fact_absent,
    "profile": tables.profile,
}
PARTS = {"bleeding": tables.bleeding, "sex": tables.sex, "pain": tables.pain}
SYMPTOMS = {"symptoms": True, "absent": False}
OF_THE_TABLE = frozenset({"position", "entry"})


def read(connection: Connection, kind: str, ids: Collection[str] | None = None) -> dict[int, Data]:
    """Return the records of one kind by their position, in that order.

    With `ids` only those entries or facts; the other kinds are few and have no ids.
    """
    table = TABLES[kind]
    query = select(table).order_by(table.c.position)
    if ids is not None and "id" in table.c:
        query = query.where(table.c.id.in_(ids))
    found = {row["position"]: _data(row) for row in connection.execute(query).mappings()}
    if kind == "entry":
        _read_parts(connection, found, only=ids is not None)
    return found


def history(connection: Connection) -> History:
    """Return all that is recorded.

    Raises:
        DamagedDiary: where this version does not know what it says.
    """
    found = {kind: [*read(connection, kind).values()] for kind in TABLES}
    return history_from(
        profile=found["profile"][0] if found["profile"] else {},
        background=found["fact"],
        background_absent=found["fact_absent"],
        entries=found["entry"],
    )


def add(connection: Connection, kind: str, records: Mapping[int, Data]) -> None:
    """Insert records at their positions.

    Raises:
        sqlalchemy.exc.IntegrityError: where a position or an id is taken.
    """
    _insert(connection, TABLES[kind], [{**data, "position": p} for p, data in records.items()])
    if kind == "entry":
        _add_parts(connection, records)


def remove(connection: Connection, kind: str, positions: Collection[int]) -> None:
    """Delete the records at these positions; the parts of an entry go with it."""
    table = TABLES[kind]
    if positions:
        connection.execute(delete(table).where(table.c.position.in_(positions)))


def next_position(connection: Connection, kind: str) -> int:
    """Return the position after the last record of one kind."""
    last = connection.scalar(select(func.max(TABLES[kind].c.position)))
    return (last or 0) + 1


def _read_parts(connection: Connection, entries: Mapping[int, Data], *, only: bool) -> None:
    """Put bleeding, sex, pain and symptoms into the data of their entries.

    A part whose entry is gone is passed over: SQL from outside, where foreign keys are off unless
    asked for, leaves such rows when it deletes an entry.
    """
    for name, table in PARTS.items():
        for row in _part_rows(connection, table, entries, only=only):
            if data := entries.get(row["entry"]):
                data[name] = _data(row)
    for row in _part_rows(connection, tables.symptom, entries, only=only):
        if data := entries.get(row["entry"]):
            name = "symptoms" if row["present"] else "absent"
            data.setdefault(name, []).append(row["symptom"])


def _part_rows(
    connection: Connection, table: Table, entries: Collection[int], *, only: bool
) -> Iterable[RowMapping]:
    query = select(table)
    if only:
        query = query.where(table.c.entry.in_(entries))
    return connection.execute(query).mappings()


def _add_parts(connection: Connection, entries: Mapping[int, Data]) -> None:
    for name, table in PARTS.items():
        parts = [{**data[name], "entry": p} for p, data in entries.items() if name in data]
        _insert(connection, table, parts)
    symptoms = [row for p, data in entries.items() for row in _symptom_rows(p, data)]
    _insert(connection, tables.symptom, symptoms)


def _symptom_rows(entry: int, data: Data) -> Iterator[Data]:
    for name, present in SYMPTOMS.items():
        for symptom in data.get(name, ()):
            yield {"entry": entry, "symptom": symptom, "present": present}


def _insert(connection: Connection, table: Table, rows: Iterable[Data]) -> None:
    names = table.c.keys()
    whole = [{name: row.get(name) for name in names} for row in rows]
    if whole:
        connection.execute(insert(table), whole)


def _data(row: RowMapping) -> Data:
    """Return what a row says, without what was not recorded."""
    return {
        name: value for name, value in row.items() if value is not None and name not in OF_THE_TABLE
    }
