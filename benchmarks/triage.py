"""How the alerts agree with independent clinical cases: `python -m benchmarks.triage FILE`.

The cases are made up, written and rated from published guidance; no clinician has reviewed them
yet. Watching and no alert at all count as one. A case is judged safely when it is given nothing
below the lowest urgency that either of its readers accepts.
"""

import argparse
import json
from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from diary.alerts import Assessment, Urgency, assess
from diary.interchange import from_document

ORDER = ("watch", "routine", "within_two_weeks", "same_day", "emergency")
NOT_REVIEWED = "Made-up cases, rated from guidance; no clinician has reviewed them yet."


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One case with what was expected and what was given; urgencies are places in ORDER."""

    case_id: str
    title: str
    expected: int
    accepted: frozenset[int]
    given: int
    rules: tuple[str, ...]
    is_calm: bool

    @property
    def is_too_low(self) -> bool:
        """Given less than either reader accepts."""
        return self.given < min(self.accepted)

    @property
    def is_too_high(self) -> bool:
        """Given more than either reader accepts."""
        return self.given > max(self.accepted)


def judge(case: dict[str, Any]) -> Judged:
    """Assess one case of a case file."""
    result = assess(from_document(case["diary"]), date.fromisoformat(case["as_of"]))
    return Judged(
        case_id=case["id"],
        title=case["title"],
        expected=_place(case["urgency"]),
        accepted=frozenset(map(_place, [case["urgency"], *case["acceptable"]])),
        given=_place(result.overall.value),
        rules=tuple(_named(result)),
        is_calm=_is_calm(result),
    )


def report(judged: list[Judged]) -> str:
    """Return the confusion matrix, the disagreements and the four figures as text."""
    return "\n\n".join(
        [NOT_REVIEWED, _matrix(judged), *_disagreements(judged), "\n".join(_figures(judged))]
    )


def _place(urgency: str) -> int:
    return ORDER.index("watch" if urgency == "none" else urgency)


def _is_calm(result: Assessment) -> bool:
    """Say whether there is nothing above a quiet note."""
    return all(alert.quiet or alert.urgency is Urgency.SUPPORT for alert in result.alerts)


def _named(result: Assessment) -> list[str]:
    return [f"{alert.rule}{' (note)' if alert.quiet else ''}" for alert in result.alerts]


def _matrix(judged: list[Judged]) -> str:
    counts = Counter((one.expected, one.given) for one in judged)
    width = max(map(len, ORDER)) + 2
    head = "expected \\ given".ljust(width) + "".join(name.rjust(width) for name in ORDER)
    rows = [
        name.ljust(width) + "".join(str(counts[row, place]).rjust(width) for place in range(5))
        for row, name in enumerate(ORDER)
    ]
    return "\n".join([head, *rows])


def _disagreements(judged: list[Judged]) -> list[str]:
    low = [_line(one) for one in judged if one.is_too_low]
    high = [_line(one) for one in judged if one.is_too_high]
    return [
        "\n".join([f"Too low ({len(low)}):", *low]),
        "\n".join([f"Too high ({len(high)}):", *high]),
    ]


def _line(one: Judged) -> str:
    accepted = "/".join(ORDER[place] for place in sorted(one.accepted))
    rules = ", ".join(one.rules) or "no alert"
    return f"  {one.case_id} {one.title}: {ORDER[one.given]} instead of {accepted} [{rules}]"


def _figures(judged: list[Judged]) -> list[str]:
    emergencies = [one for one in judged if one.expected == _place("emergency")]
    missed = sum(one.is_too_low for one in emergencies)
    calm = [one for one in judged if one.expected == _place("watch")]
    return [
        f"Emergencies missed: {missed} of {len(emergencies)}",
        _share("Judged safely", sum(not one.is_too_low for one in judged), len(judged)),
        _share("Within the accepted set", sum(map(_is_accepted, judged)), len(judged)),
        _share("Watch-or-none kept calm", sum(one.is_calm for one in calm), len(calm)),
    ]


def _is_accepted(one: Judged) -> bool:
    return one.given in one.accepted


def _share(what: str, count: int, of: int) -> str:
    percent = f" ({100 * count / of:.1f} %)" if of else ""
    return f"{what}: {count} of {of}{percent}"


def main() -> None:
    """Read the case file named on the command line and print the report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path, help="a JSON list of cases")
    cases = json.loads(parser.parse_args().file.read_text(encoding="utf-8"))
    print(report([judge(case) for case in cases]))


if __name__ == "__main__":
    main()
