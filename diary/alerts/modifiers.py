"""What makes any bleed weigh more: blood thinners, slow clotting, a weaker immune system.

An alert moves up one step, however many of them hold: note to watch, routine note, routine alert,
two weeks, same day. Nothing is moved to an emergency. Bands and steps: clinical table, 4.15.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from diary.alerts.assessment import Urgency
from diary.alerts.case import Case
from diary.alerts.raised import Raised
from diary.alerts.signals.background import bleeds_easily_by_medicine, clots_slowly, heals_less_well
from diary.model import Fact

_STEP_UP = {
    Urgency.WATCH: Urgency.ROUTINE,
    Urgency.ROUTINE: Urgency.WITHIN_TWO_WEEKS,
    Urgency.WITHIN_TWO_WEEKS: Urgency.SAME_DAY,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Modifier:
    """A risk, the facts that show it, what it adds to an alert, and how to name it on the phone."""

    code: str
    title: str
    facts: Callable[[Case], tuple[Fact, ...]]
    sentence: str
    to_say: str


MODIFIERS = (
    Modifier(
        code="MOD-1",
        title="A medicine that thins the blood",
        facts=bleeds_easily_by_medicine,
        sentence="You bleed more easily with your medicine. Do not stop the medicine yourself.",
        to_say="I take a medicine that thins my blood.",
    ),
    Modifier(
        code="MOD-2",
        title="Blood that clots slowly",
        facts=clots_slowly,
        sentence="Your blood clots more slowly.",
        to_say="My blood clots slowly.",
    ),
    Modifier(
        code="MOD-3",
        title="A weaker immune system",
        facts=heals_less_well,
        sentence="Your immune system clears some infections less well.",
        to_say="My immune system is weaker than usual.",
    ),
)
BLEEDS_EASILY = ("MOD-1", "MOD-2")
"""For every rule about blood."""

BLEEDS_EASILY_OR_IMMUNE = (*BLEEDS_EASILY, "MOD-3")
"""For the rules about blood at the cervix or the anus that MOD-3 names."""


def raise_a_step(case: Case, raised: Raised) -> Raised:
    """Move an alert up one step where one of the modifiers of its rule holds."""
    holding = tuple(
        modifier.code
        for modifier in MODIFIERS
        if modifier.code in raised.rule.raised_by and modifier.facts(case)
    )
    if not holding or raised.urgency not in _STEP_UP:
        return raised
    if raised.urgency is Urgency.ROUTINE and raised.quiet:
        return replace(raised, quiet=False, raised_by=holding)
    return replace(
        raised,
        urgency=_STEP_UP[raised.urgency],
        quiet=raised.urgency is Urgency.WATCH,
        raised_by=holding,
    )
