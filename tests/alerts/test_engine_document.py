"""The JSON of an assessment, against its schema."""

import json
from pathlib import Path
from typing import Any

import pytest
from alert_rows import FIRST_RULES, TODAY, ago, blood, born, entry, fact, pcb, told
from hypothesis import given
from jsonschema import Draft202012Validator
from made_up import days, histories

from diary.alerts import assess
from diary.alerts.document import to_document
from diary.interchange import from_document
from diary.model import History, Symptom
from diary.model.background_words import Contraception, Medication

DATA = Path(__file__).parents[1] / "data"
SHARED = Path(__file__).parents[3] / "shared"
SCHEMA = json.loads((DATA / "interchange/alerts-v1.schema.json").read_text(encoding="utf-8"))
CASES = json.loads((DATA / "vignettes/public.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)


def document_of(history: History) -> dict[str, Any]:
    document = to_document(assess(history, TODAY, rules=FIRST_RULES))
    VALIDATOR.validate(document)
    return document


@given(histories(), days())
def test_any_history_gives_a_valid_document(history: History, day: Any) -> None:
    VALIDATOR.validate(to_document(assess(history, day)))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_every_public_case_gives_a_valid_document(case: dict[str, Any]) -> None:
    history = from_document(case["diary"])
    VALIDATOR.validate(to_document(assess(history, TODAY)))


def test_an_alert_carries_what_its_schema_names() -> None:
    history = told(
        pcb(28),
        pcb(0),
        fact(Medication.ANTICOAGULANT, 400),
        country="GB",
        **born(40),
    )
    document = document_of(history)
    (alert,) = (one for one in document["alerts"] if one["rule"] == "PCB-3")
    assert alert["urgency"] == document["overall"] == "same_day"
    assert alert["raised_by"] == ["MOD-1"]
    assert [item["date"] for item in alert["evidence"]] == ["2026-06-02", "2026-06-30"]
    assert document["contacts"][0] == {
        "what": "Emergency",
        "number": "999",
        "checked": "2026-11-21",
    }
    assert document["not_enough_to_say"] == [
        {"rule": "PCB-10", "needs": "when your last cervical screening was, and its result"}
    ]


def test_what_quieted_an_alert_is_named_with_its_last_day() -> None:
    history = told(pcb(0), fact(Contraception.RING, 10, id="ring"))
    (alert,) = (one for one in document_of(history)["alerts"] if one["rule"] == "PCB-1")
    assert alert["quieted_by"] == {"fact": "ring", "until": "2026-09-18"}


def test_nothing_recorded_says_that_it_is_not_enough() -> None:
    document = document_of(History())
    assert (document["overall"], document["enough_recorded"]) == ("none", False)
    assert document["alerts"] == document["contacts"] == []


def test_what_is_not_known_is_left_out() -> None:
    faint = entry(0, Symptom.FAINT, bleeding=blood())
    (alert,) = document_of(told(faint))["alerts"][:1]
    assert alert["evidence"] == [{"date": ago(0).isoformat(), "what": "spotting, faint"}]
    assert "quieted_by" not in alert


def test_the_copies_are_those_of_the_neighbour_folder_where_it_is_there() -> None:
    names = ("interchange/alerts-v1.schema.json", "vignettes/public.json")
    theirs = {name: (SHARED / name).read_bytes() for name in names if (SHARED / name).is_file()}
    ours = {name: (DATA / name).read_bytes() for name in theirs}
    assert ours == theirs
