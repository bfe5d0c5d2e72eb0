"""`diary alerts`: for a person, and as JSON for another program."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from running import RunDiary

DATA = Path(__file__).parents[1] / "data" / "interchange"
EXAMPLE = str(DATA / "example.json")
SCHEMA = json.loads((DATA / "alerts-v1.schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)

FAINT = {
    "format": "symptom-diary",
    "version": 1,
    "profile": {"country": "GB", "organs": ["vagina", "cervix", "uterus", "ovaries"]},
    "entries": [
        {
            "date": "2026-03-01",
            "bleeding": {"source": "vaginal", "amount": "heavy", "timing": "after_sex"},
            "symptoms": ["faint"],
        }
    ],
}


def test_the_recurrence_is_named_with_its_dates(diary_in: RunDiary) -> None:
    ran = diary_in("alerts", "--from", EXAMPLE, "--as-of", "2026-05-05")
    words = " ".join(ran.out.split())
    assert ran.status == 0
    assert words.startswith("BOOK NOW, TO BE SEEN WITHIN 2 WEEKS")
    assert "Bleeding after sex that came back" in words
    assert "- 2026-04-10: spotting after sex" in words
    assert "- 2026-05-02: light bleeding during sex" in words
    assert "This is not a diagnosis." in words


def test_judging_a_file_neither_opens_nor_makes_a_diary(
    diary_in: RunDiary, tmp_path: Path, environment: dict[str, str]
) -> None:
    del environment["DIARY_PASSPHRASE_FILE"]
    assert diary_in("alerts", "--from", EXAMPLE).status == 0
    assert not (tmp_path / "home").exists()


def test_json_is_as_the_contract_says_also_from_standard_input(diary_in: RunDiary) -> None:
    given = Path(EXAMPLE).read_text(encoding="utf-8")
    ran = diary_in("alerts", "--json", "--from", "-", "--as-of", "2026-05-20", input=given)
    document = json.loads(ran.out)
    VALIDATOR.validate(document)
    assert document["as_of"] == "2026-05-20"
    assert ran.status == 0


def test_entries_later_than_the_day_are_not_seen(diary_in: RunDiary) -> None:
    ran = diary_in("alerts", "--json", "--from", EXAMPLE, "--as-of", "2026-04-01")
    document = json.loads(ran.out)
    assert document["overall"] == "none"


def test_nothing_recorded_is_not_enough_to_say(diary: RunDiary) -> None:
    document = json.loads(diary("alerts", "--json").out)
    assert (document["overall"], document["enough_recorded"]) == ("none", False)
    words = " ".join(diary("alerts").out.split())
    assert "That does not mean that all is well." in words


def test_an_emergency_stands_alone_with_the_number_to_call(diary_in: RunDiary) -> None:
    given = json.dumps(FAINT)
    ran = diary_in("alerts", "--from", "-", "--as-of", "2026-03-01", input=given)
    assert ran.status == 0
    assert ran.out.startswith("GET HELP NOW\n")
    assert "999" in ran.out
    assert "Also noted" not in ran.out


def test_an_unknown_country_gets_words_and_no_number(diary_in: RunDiary) -> None:
    nowhere = {**FAINT, "profile": {}}
    ran = diary_in("alerts", "--from", "-", "--as-of", "2026-03-01", input=json.dumps(nowhere))
    assert ran.out.startswith("GET HELP NOW\n")
    assert not any(number in ran.out for number in ("999", "911", "112", "000"))


@pytest.mark.parametrize("day", ["2026-02-30", "soon"])
def test_a_day_that_is_none_is_refused(diary_in: RunDiary, day: str) -> None:
    ran = diary_in("alerts", "--from", EXAMPLE, "--as-of", day)
    assert ran.status == 2
    assert ran.out == ""


def test_rules_that_are_older_than_18_months_say_so_in_one_line(diary_in: RunDiary) -> None:
    line = "They were last checked on 2026-11-28."
    young = diary_in("alerts", "--from", EXAMPLE, "--as-of", "2028-05-29")
    old = diary_in("alerts", "--from", EXAMPLE, "--as-of", "2028-05-30")
    assert line not in " ".join(young.out.split())
    assert line in " ".join(old.out.split())


def test_explain_shows_what_each_rule_said(diary_in: RunDiary) -> None:
    ran = diary_in("alerts", "--explain", "--from", EXAMPLE, "--as-of", "2026-05-20")
    fired, rest = ran.out.split("Not enough to say:")
    assert "PCB-2" in fired
    assert "2026-04-10, 2026-05-02" in fired
    _not_enough, rest = rest.split("Not for you:")
    not_for, quiet = rest.split("Quiet:")
    assert "EMG-1" in quiet
    assert "PCB-17" in not_for
    assert ran.status == 0
