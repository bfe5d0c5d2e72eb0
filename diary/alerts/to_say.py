"""What to say on the phone beside the complaint: what changes how soon somebody is seen.

A pregnancy, blood that does not clot as usual, a weaker immune system and a recent procedure are
asked first by whoever answers. They are named where it is for now or today, whatever the rule.
"""

from collections.abc import Iterator
from datetime import timedelta

from diary.alerts.assessment import Urgency
from diary.alerts.case import Case
from diary.alerts.days import day_in_words
from diary.alerts.modifiers import MODIFIERS
from diary.alerts.raised import Raised
from diary.alerts.signals.pregnancy import is_pregnant
from diary.model import FactKind

RECENT = timedelta(days=42)
"""Six weeks after a procedure its own trouble is thought of (clinical table, PROC-4)."""

URGENT = (Urgency.EMERGENCY, Urgency.SAME_DAY)
PREGNANT = "I am pregnant."


def what_to_say(case: Case, raised: Raised) -> str:
    """Return the sentence of the rule, and what else of this person to name."""
    if raised.urgency not in URGENT:
        return raised.rule.what_to_say
    return " ".join([raised.rule.what_to_say, *_besides(case, raised)])


def _besides(case: Case, raised: Raised) -> Iterator[str]:
    if raised.rule.family != "pregnancy" and is_pregnant(case):
        yield PREGNANT
    for modifier in MODIFIERS:
        if modifier.facts(case):
            yield modifier.to_say
    done = [f.start for f in case.facts(FactKind.PROCEDURE) if f.start]
    if done and case.as_of - done[-1] <= RECENT:
        yield f"I had a procedure on {day_in_words(done[-1])}."
