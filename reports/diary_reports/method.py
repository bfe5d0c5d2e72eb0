"""How to read the report: what was counted, how complete it is, and what it cannot say."""

from collections.abc import Iterator

from diary import __version__
from diary.alerts import RULES_CHECKED, RULES_VERSION
from diary.rates import MIN_TIMES
from diary_reports.record import log
from diary_reports.scope import Scope
from diary_reports.trend import ENOUGH
from diary_reports.words import counted, long_date

OCCASIONS = f"""\
An occasion is one recorded time of sex. It counts as bleeding after sex where the person says so, \
or where a bleed began within 24 hours after it; otherwise as without bleeding, unless that is not \
known. Intervals are those of Jeffreys (95 %); under {MIN_TIMES} times no \
percentage is told."""
CHANGE = f"""\
"More often" or "less often" is only said where the later half of at least {ENOUGH} recorded \
times differs from the earlier half by more than chance explains (Fisher's exact test, p under \
0.05). What is felt to be worse may still be so."""
UNKNOWN = """\
What was not recorded is unknown, never no: an empty cell, a hatched day and a sign that was never \
asked about say nothing either way."""
LEFT_OUT = """\
Never in this report: what the person keeps private. Only where the person chose it: their notes, \
consent, distress and facts about partners; they may leave out more. Counts and alerts leave these \
out too."""
LIMITS = """\
The alerts come from published guidance by way of rules that no clinician has reviewed. They say \
when to be seen, not what it is. A diary cannot see, feel or test anything."""


def method(scope: Scope, asked_on: int) -> tuple[str, ...]:
    """Return the sentences of the last section."""
    return (
        *_completeness(scope),
        OCCASIONS,
        CHANGE,
        UNKNOWN,
        *_alerts(scope, asked_on),
        LEFT_OUT,
        LIMITS,
        _versions(),
    )


def _versions() -> str:
    checked = f"checked against their sources on {long_date(RULES_CHECKED)}"
    return f"Version {__version__}; rules {RULES_VERSION}, {checked}."


def _completeness(scope: Scope) -> Iterator[str]:
    record = log(scope)
    gap = f"; {record.gap}" if record.gap else ""
    yield f"Made on {long_date(scope.as_of)}: {record.text}{gap}."


def _alerts(scope: Scope, asked_on: int) -> Iterator[str]:
    days = {entry.date for entry in scope.entries}
    if not days:
        return
    if asked_on >= len(days):
        how = "on each day with an entry"
    else:
        how = (
            f"on {asked_on} of {counted(len(days), 'day')} with an entry: not on most of those on"
            " which a period only went on or nothing happened, so that an alert that came and went"
            " between them may be missing"
        )
    yield f"The rules were asked as the diary stood on the last day and {how}."
