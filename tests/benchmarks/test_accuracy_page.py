"""The page on accuracy shows what the cases give today."""

import json
from pathlib import Path

from benchmarks.triage import judge, report

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "data" / "vignettes" / "public.json"


def test_the_page_shows_the_report_on_the_public_cases() -> None:
    cases = json.loads(CASES.read_text(encoding="utf-8"))
    page = (ROOT / "docs" / "accuracy.md").read_text(encoding="utf-8")
    assert report([judge(case) for case in cases]) in page
