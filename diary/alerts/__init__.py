"""What the diary says on one day: sourced, versioned rules over a history, and nothing else.

`assess` is a pure function of a history and a day. It never diagnoses.
"""

from diary.alerts.assessment import (
    Alert,
    Assessment,
    Contact,
    Evidence,
    NotEnoughToSay,
    QuietedBy,
    Urgency,
)
from diary.alerts.engine import assess
from diary.alerts.repeats import new_since
from diary.alerts.rule import Rule
from diary.alerts.rules import RULES, RULES_VERSION

__all__ = [
    "RULES",
    "RULES_VERSION",
    "Alert",
    "Assessment",
    "Contact",
    "Evidence",
    "NotEnoughToSay",
    "QuietedBy",
    "Rule",
    "Urgency",
    "assess",
    "new_since",
]
