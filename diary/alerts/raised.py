"""A rule that fired, on its way to becoming an alert: what each step of the engine may change."""

from dataclasses import dataclass
from datetime import date

from diary.alerts.assessment import QuietedBy, Urgency
from diary.alerts.rule import Rule
from diary.alerts.verdict import Fires

NEVER_QUIET = (Urgency.EMERGENCY, Urgency.SAME_DAY)
"""What is for now or today is loud, also where its rule is a quiet one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Raised:
    """A firing rule with its evidence and how urgent it is so far.

    `raised_on`: the day from which a two-week date counts. `recorded_on`: set where an emergency or
    same-day sign no longer stands for today. `instead`: what to do, in place of the rule's text,
    where a visit or a reason to wait has quieted it.
    """

    rule: Rule
    fires: Fires
    urgency: Urgency
    quiet: bool
    raised_by: tuple[str, ...] = ()
    quieted_by: QuietedBy | None = None
    raised_on: date | None = None
    recorded_on: date | None = None
    instead: str | None = None

    @classmethod
    def first(cls, rule: Rule, fires: Fires) -> "Raised":
        """Start with what the rule and its verdict say."""
        urgency = fires.urgency or rule.urgency
        said = rule.quiet if fires.quiet is None else fires.quiet
        is_quiet = urgency is Urgency.WATCH or (said and urgency not in NEVER_QUIET)
        return cls(rule=rule, fires=fires, urgency=urgency, quiet=is_quiet)
