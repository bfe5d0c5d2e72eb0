"""Values of the model to plain JSON values and back, strictly and without loss.

The fields and their types are read from the dataclasses themselves, so that a field added to the
model is in the file form at once. A library could do this; none that we know loads within the time
that `diary log` may take.
"""

import re
import types
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from enum import Enum
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from diary.errors import InvalidFile, InvalidValue

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]
Reader = Callable[[Any, str], Any]
ValueT = TypeVar("ValueT")

DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]", re.ASCII)
MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?(Z|[+-]\d{2}:\d{2})", re.ASCII)


def to_json(value: object) -> Json:
    """Return `value` as plain JSON, leaving out what was not recorded."""
    match value:
        case None | bool() | int() | float() | str():
            return value
        case Enum():
            return str(value.value)
        case datetime() | date():
            return value.isoformat()
        case time():
            return value.strftime("%H:%M")
        case tuple():
            return [to_json(item) for item in value]
    return {
        field.name: to_json(content)
        for field in fields(value)  # type: ignore[arg-type]
        if not _is_left_out(field.default, content := getattr(value, field.name))
    }


def _is_left_out(default: object, content: object) -> bool:
    return content is None or (content == () and default == ())


def from_json(model: type[ValueT], data: object, path: str) -> ValueT:
    """Build a `model` from plain JSON.

    Raises:
        InvalidFile: naming the path to an unknown field, a wrong type or an impossible value.
    """
    value: ValueT = reader(model)(data, path)
    return value


def reader(hint: Any) -> Reader:
    """Return the function that reads a value of the type `hint`."""
    if hint in _PLAIN:
        return _PLAIN[hint]
    if is_dataclass(hint):
        return _object_reader(hint)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return _word_reader(hint)
    if get_origin(hint) is tuple:
        return list_reader(reader(get_args(hint)[0]))
    if get_origin(hint) in (Union, types.UnionType):
        (inner,) = (kind for kind in get_args(hint) if kind is not types.NoneType)
        return reader(inner)
    raise TypeError(hint)


def read_fields(readers: Mapping[str, Reader], data: object, path: str) -> dict[str, Any]:
    """Read the fields of an object, refusing those that `readers` does not name."""
    if not isinstance(data, dict):
        raise InvalidFile(f"{path} is not an object")
    for number, name in enumerate(data, 1):
        if name not in readers:  # its name is not shown: somebody may have written anything there
            raise InvalidFile(f"field {number} of {path} is none of version 1")
    return {name: readers[name](content, f"{path}.{name}") for name, content in data.items()}


def build(model: Callable[..., ValueT], content: Mapping[str, Any], path: str) -> ValueT:
    """Make a model value, turning its refusal into one that names the path."""
    try:
        return model(**content)
    except InvalidValue as error:
        raise InvalidFile(f"{path}: {error}") from None
    except TypeError:
        raise InvalidFile(f"{path} lacks a field that is required") from None


def _object_reader(model: Any) -> Reader:
    hints = get_type_hints(model)
    readers = {field.name: reader(hints[field.name]) for field in fields(model)}

    def read(data: object, path: str) -> Any:
        return build(model, read_fields(readers, data, path), path)

    return read


def _word_reader(words: type[Enum]) -> Reader:
    by_value = {word.value: word for word in words}

    def read(data: object, path: str) -> Enum:
        if not isinstance(data, str) or data not in by_value:
            raise InvalidFile(f"{path} holds a value that version 1 does not know")
        return by_value[data]

    return read


def list_reader(read_item: Reader) -> Reader:
    """Return the function that reads a list of what `read_item` reads."""

    def read(data: object, path: str) -> tuple[Any, ...]:
        if not isinstance(data, list):
            raise InvalidFile(f"{path} is not a list")
        return tuple(read_item(item, f"{path}[{place}]") for place, item in enumerate(data))

    return read


def _read_text(data: object, path: str) -> str:
    if not isinstance(data, str):
        raise InvalidFile(f"{path} is not text")
    return data


def _read_flag(data: object, path: str) -> bool:
    if not isinstance(data, bool):
        raise InvalidFile(f"{path} is neither true nor false")
    return data


def _read_number(data: object, path: str) -> float:
    if isinstance(data, bool) or not isinstance(data, int | float):
        raise InvalidFile(f"{path} is not a number")
    try:
        return float(data)
    except OverflowError:
        raise InvalidFile(f"{path} is too large a number") from None


def _read_whole_number(data: object, path: str) -> int:
    number = _read_number(data, path)
    if not number.is_integer():
        raise InvalidFile(f"{path} is not a whole number")
    return int(number)


def _read_date(data: object, path: str) -> date:
    if isinstance(data, str) and DATE.fullmatch(data):
        try:
            return date.fromisoformat(data)
        except ValueError:
            pass
    raise InvalidFile(f"{path} is not a day that exists, written as YYYY-MM-DD")


def _read_time(data: object, path: str) -> time:
    if isinstance(data, str) and TIME.fullmatch(data):
        return time.fromisoformat(data)
    raise InvalidFile(f"{path} is not a time of day, written as HH:MM")


def _read_moment(data: object, path: str) -> datetime:
    if isinstance(data, str) and MOMENT.fullmatch(data):
        try:
            return datetime.fromisoformat(data)
        except ValueError:
            pass
    raise InvalidFile(f"{path} is not a date and time with an offset, as 2026-11-02T23:10:00+00:00")


_PLAIN: dict[Any, Reader] = {
    str: _read_text,
    bool: _read_flag,
    float: _read_number,
    int: _read_whole_number,
    date: _read_date,
    time: _read_time,
    datetime: _read_moment,
}
