"""Records of the model as plain JSON data and back, in the words of the interchange form."""

from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from diary.errors import DamagedDiary, InvalidFile, InvalidValue
from diary.interchange import fact_to_json, from_document, to_document
from diary.interchange.codec import to_json
from diary.model import AbsentFact, Entry, Fact, History, Profile
from diary.vault.changes import Record

Data = dict[str, Any]

SECTIONS = {"entry": "entries", "fact": "background", "fact_absent": "background_absent"}
NOTHING_SAID = Profile()
EMPTY = to_document(History())


def kind_of(record: Record) -> str:
    """Return the name of the table that holds such records."""
    match record:
        case Entry():
            return "entry"
        case Fact():
            return "fact"
        case AbsentFact():
            return "fact_absent"
        case Profile():
            return "profile"


def id_of(record: Record) -> str:
    """Return what a record is known by: its id, or the kind and what of an `AbsentFact`.

    Raises:
        InvalidValue: an entry or a fact without an id.
    """
    match record:
        case AbsentFact():
            what = "" if record.what is None else f":{record.what.value}"
            return f"{record.kind.value}{what}"
        case Profile():
            return "profile"
        case Entry() | Fact() if record.id is not None:
            return record.id
    raise InvalidValue("an entry or a fact without an id cannot be saved; give it one")


def to_data(record: Record | None) -> Data | None:
    """Return a record as JSON data; None for none, and for a profile that says nothing."""
    if record is None or record == NOTHING_SAID:
        return None
    data = fact_to_json(record) if isinstance(record, Fact) else to_json(record)
    assert isinstance(data, dict)  # noqa: S101 - a dataclass is always an object
    return data


def from_data(kind: str, data: Data | None) -> Record | None:
    """Build the record that `to_data` made `data` of.

    Raises:
        DamagedDiary: where this version does not know what it says.
    """
    if data is None:
        return None
    history = history_from(**_section(kind, [data]))
    if kind == "profile":
        return history.profile
    records: tuple[Record, ...] = (
        *history.entries,
        *history.background,
        *history.background_absent,
    )
    return records[0]


def history_from(**sections: object) -> History:
    """Build a history from the sections of an interchange document.

    Raises:
        DamagedDiary: where this version does not know what they say.
    """
    with suppress(InvalidFile):
        return _read(**sections)
    raise DamagedDiary(
        "the diary opened, but this version cannot read all that is in it; "
        "update the program, or put an earlier copy of the file in its place"
    )


def refuse_unreadable(kind: str, records: Sequence[Record], data: Sequence[Data]) -> None:
    """Refuse records of one kind that would not be the same when `data` is read again.

    Raises:
        InvalidValue: such as a moment without an offset, or a time of day with seconds.
    """
    with suppress(InvalidFile):
        if _read(**_section(kind, list(data))) == History(**_section(kind, tuple(records))):
            return
    raise InvalidValue("a date, time or number could not be read again, so nothing was saved")


def _section(kind: str, given: Sequence[Any]) -> dict[str, Any]:
    return {"profile": given[0]} if kind == "profile" else {SECTIONS[kind]: given}


def _read(**sections: object) -> History:
    return from_document({**EMPTY, **sections})
