"""A whole diary to and from JSON: the interchange form, version 1.

`load` and `dump` lose nothing in either direction; what the form does not know is refused with the
path to it. The schema is shipped beside this file as `diary-v1.schema.json`.
"""

import json
from dataclasses import fields
from typing import IO, Any, get_type_hints

from diary.errors import InvalidFile
from diary.interchange.codec import (
    Json,
    build,
    from_json,
    list_reader,
    read_fields,
    reader,
    to_json,
)
from diary.model import AbsentFact, Entry, Fact, FactKind, History, Profile
from diary.model.fact import WORDS

__all__ = ["dump", "fact_from_json", "fact_to_json", "from_document", "load", "to_document"]

FORMAT = "symptom-diary"
VERSION = 1


def load(file: IO[str] | IO[bytes]) -> History:
    """Read a diary from an open JSON file.

    Raises:
        InvalidFile: where it is not JSON, not a diary, or holds what version 1 does not know.
    """
    try:
        document = json.load(file, object_pairs_hook=_without_repeats, parse_constant=_refuse)
    except (ValueError, RecursionError):
        raise InvalidFile("the file is not a diary in JSON") from None
    return from_document(document)


def dump(history: History, file: IO[str]) -> None:
    """Write a diary as indented JSON, in Unicode and with a newline at the end."""
    json.dump(to_document(history), file, ensure_ascii=False, indent=1)
    file.write("\n")


def to_document(history: History) -> dict[str, Json]:
    """Return a diary as the JSON object of the interchange form."""
    profile = to_json(history.profile)
    document: dict[str, Json] = {"format": FORMAT, "version": VERSION}
    if profile:
        document["profile"] = profile
    if history.background:
        document["background"] = [fact_to_json(fact) for fact in history.background]
    if history.background_absent:
        document["background_absent"] = [to_json(fact) for fact in history.background_absent]
    document["entries"] = [to_json(entry) for entry in history.entries]
    return document


def from_document(document: object) -> History:
    """Build a diary from the JSON object of the interchange form.

    Raises:
        InvalidFile: naming the path to the first thing that is not of version 1.
    """
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise InvalidFile("the file is not a diary: its format is not symptom-diary")
    if document.get("version") != VERSION or isinstance(document["version"], bool):
        raise InvalidFile("the file is a diary of another version than 1")
    if "entries" not in document:
        raise InvalidFile("the file is not a diary: it has no list of entries")
    content = read_fields(_DOCUMENT, document, "$")
    del content["format"], content["version"]
    return History(**content)


def fact_to_json(fact: Fact) -> dict[str, Json]:
    """Return a fact as JSON, with the kind that its word belongs to."""
    content = to_json(fact)
    assert isinstance(content, dict)  # noqa: S101 - a dataclass is always an object
    return {"kind": fact.kind.value, **content}


def fact_from_json(data: object, path: str = "$") -> Fact:
    """Build a fact from JSON, reading its words by its kind.

    Raises:
        InvalidFile: naming the path to what does not belong to a fact of this kind.
    """
    return build(Fact, _with_word(_FACT, data, path), path)


def _absent_from_json(data: object, path: str) -> AbsentFact:
    content = _with_word(_ABSENT, data, path, keep_kind=True)
    return build(AbsentFact, content, path)


def _with_word(
    readers: dict[str, Any], data: object, path: str, *, keep_kind: bool = False
) -> dict[str, Any]:
    """Read the fields of a fact, its `what` as a word of its `kind`."""
    content = read_fields(readers, data, path)
    if "kind" not in content:
        raise InvalidFile(f"{path} lacks a field that is required")
    kind = content["kind"] if keep_kind else content.pop("kind")
    if "what" in content:
        content["what"] = from_json(WORDS[kind], content["what"], f"{path}.what")
    return content


def _as_given(data: object, _path: str) -> object:
    return data


def _readers(model: type, **special: Any) -> dict[str, Any]:
    hints = get_type_hints(model)
    names = [field.name for field in fields(model) if field.name not in special]
    return {**{name: reader(hints[name]) for name in names}, **special}


def _refuse(constant: str) -> None:
    raise ValueError(constant)


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    content = dict(pairs)
    if len(content) != len(pairs):
        raise InvalidFile("the file names a field twice in one place")
    return content


_FACT = _readers(Fact, kind=reader(FactKind), what=_as_given)
_ABSENT = _readers(AbsentFact, what=_as_given)


_DOCUMENT = {
    "format": _as_given,
    "version": _as_given,
    "profile": reader(Profile),
    "background": list_reader(fact_from_json),
    "background_absent": list_reader(_absent_from_json),
    "entries": reader(tuple[Entry, ...]),
}
