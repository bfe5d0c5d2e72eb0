"""The triage benchmark: what it counts and how it prints."""

import json
import subprocess
import sys
from pathlib import Path

from benchmarks.triage import Judged, judge, report

ROOT = Path(__file__).parents[2]
CASES = Path(__file__).parents[1] / "data/vignettes/public.json"


def judged(expected: int, accepted: set[int], given: int, *, calm: bool = False) -> Judged:
    return Judged(
        case_id="x-1",
        title="A case",
        expected=expected,
        accepted=frozenset(accepted),
        given=given,
        rules=("PCB-2",),
        is_calm=calm,
    )


def test_the_four_figures_count_what_they_say() -> None:
    text = report(
        [
            judged(4, {3, 4}, 3),
            judged(4, {4}, 2),
            judged(2, {1, 2}, 2),
            judged(0, {0}, 1, calm=True),
            judged(0, {0, 1}, 3),
        ]
    )
    assert "Emergencies missed: 1 of 2" in text
    assert "Judged safely: 4 of 5 (80.0 %)" in text
    assert "Within the accepted set: 2 of 5 (40.0 %)" in text
    assert "Watch-or-none kept calm: 1 of 2 (50.0 %)" in text
    assert "Too low (1):\n  x-1 A case: within_two_weeks instead of emergency [PCB-2]" in text
    assert "Too high (2):" in text
    assert "no clinician has reviewed them" in text


def test_no_alert_and_a_note_to_watch_count_as_one() -> None:
    case = {
        "id": "x-2",
        "title": "Nothing",
        "as_of": "2026-06-30",
        "urgency": "none",
        "acceptable": ["none", "watch"],
        "diary": {"format": "symptom-diary", "version": 1, "entries": []},
    }
    one = judge(case)
    assert one.accepted == frozenset({0})
    assert (one.given, one.is_calm, one.is_too_high) == (0, True, False)


def test_it_runs_from_the_command_line_on_the_public_cases() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "benchmarks.triage", str(CASES)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    cases = json.loads(CASES.read_text(encoding="utf-8"))
    assert "Judged safely: " in run.stdout
    assert f" of {len(cases)} (" in run.stdout
    assert run.stderr == ""
