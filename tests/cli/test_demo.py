"""The made-up year: from the first key to the printed page, and nothing of one's own touched."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from running import RunDiary

from diary import interchange, vault
from diary.alerts import Urgency, assess
from diary.cli.demo_year import made_up_year


def test_the_demo_shows_alerts_and_leaves_the_report_in_a_folder_that_it_names(
    diary_in: RunDiary, environment: dict[str, str], tmp_path: Path
) -> None:
    environment["TMPDIR"] = str(tmp_path)
    ran = diary_in("demo")
    assert ran.status == 0, ran.err
    (folder,) = tmp_path.glob("diary-demo-*")
    assert str(folder) in ran.out
    assert (folder / "summary.pdf").read_bytes().startswith(b"%PDF")
    assert (folder / "summary.png").read_bytes().startswith(b"\x89PNG")
    assert "BOOK" in ran.out
    assert not (tmp_path / "home").exists()
    passphrase = (folder / "passphrase").read_text().strip()
    with vault.opened(folder / "diary", passphrase) as opened:
        assert len(opened.history().entries) > 60
    assert not (folder / "diary" / "diary.db").read_bytes().startswith(b"SQLite")


@given(st.dates(date(2020, 1, 1), date(2040, 12, 31)))
def test_the_made_up_year_is_sound_on_every_day(today: date) -> None:
    year = made_up_year(today)
    schema = Path(interchange.__file__).with_name("diary-v1.schema.json")
    Draft202012Validator(_json(schema)).validate(interchange.to_document(year))
    assert all(entry.date < today for entry in year.entries)


@pytest.mark.parametrize("today", [date(2026, 1, 1), date(2026, 6, 30), date(2028, 2, 29)])
def test_the_made_up_year_asks_for_a_visit(today: date) -> None:
    overall = assess(made_up_year(today), today).overall
    assert overall in (Urgency.ROUTINE, Urgency.WITHIN_TWO_WEEKS)


def _json(path: Path) -> Any:
    import json

    return json.loads(path.read_text(encoding="utf-8"))
