"""The page on accuracy shows what the cases give today."""

import json
from pathlib import Path

import pytest

from benchmarks.triage import judge, report

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "data" / "vignettes"


@pytest.mark.parametrize("name", ["public", "second"])
def test_the_page_shows_the_report_on_the_cases(name: str) -> None:
    cases = json.loads((CASES / f"{name}.json").read_text(encoding="utf-8"))
    page = (ROOT / "docs" / "accuracy.md").read_text(encoding="utf-8")
    assert report([judge(case) for case in cases]) in page
