"""The file form loses nothing, knows every word of the schema and refuses what it does not know."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from jsonschema import Draft202012Validator
from made_up import everything, histories

from diary import interchange
from diary.errors import InvalidFile
from diary.model import History
from diary.model.vocabulary import MenstrualStatus

DATA = Path(__file__).parent.parent / "data" / "interchange"
SCHEMA = json.loads((DATA / "diary-v1.schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)


def as_json(history: History) -> Any:
    """Write a diary to JSON text and read the text."""
    file = io.StringIO()
    interchange.dump(history, file)
    return json.loads(file.getvalue())


@example(everything())
@settings(max_examples=100, deadline=None)
@given(histories())
def test_a_diary_written_and_read_back_is_the_same_and_fits_the_schema(history: History) -> None:
    document = as_json(history)
    VALIDATOR.validate(document)
    assert interchange.load(io.StringIO(json.dumps(document))) == history


def test_every_field_and_every_word_of_the_schema_is_among_what_makes_the_round_trip() -> None:
    documents = [as_json(everything(status)) for status in MenstrualStatus]
    assert _vocabulary(SCHEMA) - set().union(*map(_occurring, documents)) == set()


def test_the_example_is_read_and_written_without_loss() -> None:
    example = json.loads((DATA / "example.json").read_text(encoding="utf-8"))
    assert interchange.to_document(interchange.from_document(example)) == example


def _vocabulary(schema: dict[str, Any]) -> set[tuple[str, str]]:
    """Return every (field, word) and (field, "") that the schema names."""
    found: set[tuple[str, str]] = set()

    def walk(node: Any, field: str) -> None:
        if isinstance(node, list):
            for item in node:
                walk(item, field)
        if not isinstance(node, dict):
            return
        if "$ref" in node:
            walk(schema["$defs"][node["$ref"].rsplit("/", 1)[1]], field)
        for word in [*node.get("enum", []), *[c for c in [node.get("const")] if c]]:
            found.add((field, str(word)))
        for name, child in node.get("properties", {}).items():
            found.add((name, ""))
            walk(child, name)
        for key in ("items", "oneOf"):
            walk(node.get(key), field)

    walk({key: value for key, value in schema.items() if key != "$defs"}, "")
    return found


def _occurring(node: Any, field: str = "") -> set[tuple[str, str]]:
    if isinstance(node, dict):
        return {(name, "") for name in node}.union(*(_occurring(v, k) for k, v in node.items()))
    if isinstance(node, list):
        return set().union(*(_occurring(item, field) for item in node))
    return {(field, str(node))}


ENTRY: dict[str, Any] = {"date": "2026-03-01"}


@pytest.mark.parametrize(
    ("entry", "sentence"),
    [
        ({**ENTRY, "mood": "calm"}, r"field 2 of \$.entries\[0\] is none of version 1"),
        ({**ENTRY, "sex": {"kinds": ["hug"]}}, r"\$.entries\[0\].sex.kinds\[0\] holds a value"),
        ({**ENTRY, "bleeding": {}}, r"\$.entries\[0\].bleeding lacks a field"),
        ({**ENTRY, "pain": {"score": 11}}, r"\$.entries\[0\].pain: pain is outside 0 to 10"),
        ({**ENTRY, "pain": {"score": True}}, r"pain.score is not a number"),
        ({**ENTRY, "pain": {"score": 2.5}}, r"pain.score is not a whole number"),
        ({**ENTRY, "temperature_c": "38"}, r"temperature_c is not a number"),
        ({**ENTRY, "private": 1}, r"private is neither true nor false"),
        ({**ENTRY, "no_bleeding": False}, r"no bleeding is either true or left out"),
        ({**ENTRY, "time": "24:00"}, r"time is not a time of day"),
        ({**ENTRY, "time": "7:00"}, r"time is not a time of day"),
        ({**ENTRY, "recorded_at": "2026-03-01T10:00:00"}, r"recorded_at is not a date and time"),
        ({**ENTRY, "note": "x" * 10_001}, r"the note is longer than 10,000 characters"),
        ({**ENTRY, "symptoms": ["faint", "faint"]}, r"the symptoms names something twice"),
        ({**ENTRY, "symptoms": "faint"}, r"symptoms is not a list"),
        ({"date": "2026-02-29"}, r"date is not a day that exists"),
        ({"date": "20260301"}, r"date is not a day that exists"),
        ({"date": "2026-W10-1"}, r"date is not a day that exists"),
        ({}, r"\$.entries\[0\] lacks a field"),
        ("bled", r"\$.entries\[0\] is not an object"),
    ],
)
def test_an_entry_that_is_not_of_version_1_is_refused_with_its_place(
    entry: object, sentence: str
) -> None:
    with pytest.raises(InvalidFile, match=sentence):
        interchange.from_document({"format": "symptom-diary", "version": 1, "entries": [entry]})


@pytest.mark.parametrize(
    ("fact", "sentence"),
    [
        ({"kind": "hrt", "what": "copper_iud"}, r"\$.background\[0\].what holds a value"),
        ({"kind": "aura", "what": "other"}, r"\$.background\[0\].kind holds a value"),
        ({"what": "other"}, r"\$.background\[0\] lacks a field"),
        ({"kind": "condition"}, r"\$.background\[0\] lacks a field"),
        ({"kind": "condition", "what": "pcos", "helped": "no"}, r"helped does not belong"),
        ({"kind": "question", "what": "worry"}, r"a question needs its words"),
        (
            {"kind": "visit", "what": "other", "start": "2026-02-02", "end": "2026-02-01"},
            r"the end is before the start",
        ),
    ],
)
def test_a_fact_that_is_not_of_version_1_is_refused_with_its_place(
    fact: object, sentence: str
) -> None:
    document = {"format": "symptom-diary", "version": 1, "background": [fact], "entries": []}
    with pytest.raises(InvalidFile, match=sentence):
        interchange.from_document(document)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "not a diary in JSON"),
        ("[1, 2", "not a diary in JSON"),
        ("[" * 100_000, "not a diary in JSON"),
        ("[]", "its format is not symptom-diary"),
        ('{"format": "symptom-diary", "version": 2, "entries": []}', "another version"),
        ('{"format": "symptom-diary", "version": true, "entries": []}', "another version"),
        ('{"format": "symptom-diary", "version": 1}', "no list of entries"),
        ('{"format": "symptom-diary", "version": 1, "entries": {}}', "entries is not a list"),
        (
            '{"format": "symptom-diary", "version": 1, "entries": [NaN]}',
            "not a diary in JSON",
        ),
        (
            '{"format": "symptom-diary", "version": 1, "entries": [], "entries": []}',
            "names a field twice",
        ),
    ],
)
def test_a_file_that_is_no_diary_is_refused(text: str, sentence: str) -> None:
    with pytest.raises(InvalidFile, match=sentence):
        interchange.load(io.StringIO(text))


def test_the_sentence_never_repeats_what_was_written() -> None:
    document = {"format": "symptom-diary", "version": 1, "entries": [{"date": "zebrafish"}]}
    with pytest.raises(InvalidFile) as refusal:
        interchange.from_document(document)
    assert "zebrafish" not in str(refusal.value)


def test_the_shipped_schema_is_the_reference() -> None:
    shipped = Path(interchange.__file__).with_name("diary-v1.schema.json")
    assert json.loads(shipped.read_text(encoding="utf-8")) == SCHEMA


def test_the_copies_agree_with_the_reference_beside_the_project() -> None:
    reference = Path(__file__).parents[3] / "shared" / "interchange"
    for copy in DATA.glob("*.json"):
        original = reference / copy.name
        if original.is_file():
            assert copy.read_text(encoding="utf-8") == original.read_text(encoding="utf-8")
