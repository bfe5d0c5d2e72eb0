"""A diary leaves as a file and comes back whole; a file with a mistake changes nothing."""

import json
import stat
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from made_up import everything
from running import OpenTerminal, RunDiary

from diary import interchange
from diary.interchange.identity import with_ids
from diary.model import History

EXAMPLE = Path(__file__).parents[1] / "data" / "interchange" / "example.json"


@pytest.fixture
def write(tmp_path: Path) -> Callable[[object], str]:
    """Return a way to write JSON to a file, which returns its name."""

    def to_file(document: object) -> str:
        path = tmp_path / "given.json"
        path.write_text(json.dumps(document), encoding="utf-8")
        return str(path)

    return to_file


def entry_on(day: str, **more: object) -> dict[str, object]:
    """Make an interchange document with one entry."""
    entry = {"id": "11111111-aaaa-4aaa-8aaa-111111111111", "date": day, "sex": {}, **more}
    return {"format": "symptom-diary", "version": 1, "entries": [entry]}


def test_the_example_comes_in_once(diary: RunDiary, recorded: Callable[[], History]) -> None:
    first = diary("import", str(EXAMPLE))
    assert first.out.splitlines()[0] == "8 added, 0 known already."
    again = diary("import", str(EXAMPLE))
    assert again.out.splitlines()[0] == "0 added, 8 known already."
    assert len(recorded().entries) == 5
    assert recorded().profile.country == "GB"


def test_everything_that_a_diary_can_hold_makes_the_round_trip(
    diary: RunDiary, tmp_path: Path, write: Callable[[object], str], recorded: Callable[[], History]
) -> None:
    given = everything()
    whole = History(
        profile=given.profile,
        background=with_ids(replace(fact, id=None) for fact in given.background),
        background_absent=given.background_absent,
        entries=with_ids(replace(entry, id=None) for entry in given.entries),
    )
    assert diary("import", write(interchange.to_document(whole))).status == 0
    assert recorded() == whole
    diary("export", "-o", str(tmp_path / "out.json"))
    with (tmp_path / "out.json").open(encoding="utf-8") as file:
        assert interchange.load(file) == whole


def test_a_dry_run_says_what_would_happen_and_changes_nothing(
    diary: RunDiary, recorded: Callable[[], History]
) -> None:
    ran = diary("import", str(EXAMPLE), "--dry-run")
    assert ran.out.splitlines()[0] == "8 would be added, 0 known already."
    assert recorded() == History()


def test_one_undo_takes_the_whole_import_back(
    diary: RunDiary, recorded: Callable[[], History]
) -> None:
    diary("import", str(EXAMPLE))
    assert diary("undo", "--yes").status == 0
    assert recorded() == History()


def test_an_entry_that_is_otherwise_here_is_left_alone(
    diary: RunDiary, write: Callable[[object], str], recorded: Callable[[], History]
) -> None:
    diary("import", write(entry_on("2026-03-01")))
    ran = diary("import", write(entry_on("2026-03-01", distress=3)))
    assert "1 left as it is here; the file has it otherwise: 1111." in ran.out
    assert recorded().entries[0].distress is None


def test_what_was_deleted_here_stays_deleted(
    diary: RunDiary, write: Callable[[object], str], recorded: Callable[[], History]
) -> None:
    name = write(entry_on("2026-03-01"))
    diary("import", name)
    diary("delete", "1111", "--yes")
    assert "1 not brought back; it was deleted here: 11111111." in diary("import", name).out
    assert recorded().entries == ()


@pytest.mark.parametrize(
    ("document", "sentence"),
    [
        (entry_on("2099-01-01"), "the file has an entry on 2099-01-01"),
        (entry_on("2026-02-30"), "$.entries[0].date is not a day that exists"),
        (entry_on("2026-03-01", mood="calm"), "of $.entries[0] is none of version 1"),
        ({"entries": []}, "the file is not a diary"),
    ],
)
def test_a_file_with_a_mistake_changes_nothing(
    diary: RunDiary,
    write: Callable[[object], str],
    recorded: Callable[[], History],
    document: object,
    sentence: str,
) -> None:
    ran = diary("import", write(document))
    assert ran.status == 5
    assert sentence in ran.err
    assert ran.out == ""
    assert recorded() == History()


def test_a_file_that_is_not_there(diary: RunDiary) -> None:
    ran = diary("import", "nowhere.json")
    assert ran.status == 5
    assert ran.err == "Error: the file cannot be read: No such file or directory\n"


def test_an_export_says_what_it_holds_and_is_for_its_owner_alone(
    diary: RunDiary, tmp_path: Path
) -> None:
    diary("import", str(EXAMPLE))
    ran = diary("export", "-o", "out.json")
    assert "all 5 entries and 3 background facts, 1 notes" in " ".join(ran.out.split())
    assert stat.S_IMODE((tmp_path / "out.json").stat().st_mode) == 0o600


def test_an_export_never_writes_over_a_file_unasked(diary: RunDiary, tmp_path: Path) -> None:
    (tmp_path / "out.json").write_text("mine")
    ran = diary("export", "-o", "out.json")
    assert ran.status == 5
    assert (tmp_path / "out.json").read_text() == "mine"
    assert diary("export", "-o", "out.json", "--overwrite").status == 0


def test_an_export_to_standard_output_is_the_file_and_nothing_else(diary: RunDiary) -> None:
    diary("import", str(EXAMPLE))
    document = json.loads(diary("export", "-o", "-").out)
    assert len(document["entries"]) == 5


def test_many_entries_come_in_with_a_bar(
    terminal: OpenTerminal, write: Callable[[object], str], recorded: Callable[[], History]
) -> None:
    many = {
        "format": "symptom-diary",
        "version": 1,
        "entries": [{"date": "2026-03-01", "sex": {}} for _ in range(2000)],
    }
    screen = terminal("import", write(many))
    screen.sees("Bringing in", "100%", "2000 added")
    assert screen.ends() == 0
    assert len(recorded().entries) == 2000
