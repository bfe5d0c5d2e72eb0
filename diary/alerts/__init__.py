"""What the diary says on one day: sourced, versioned rules over a history, and nothing else.

`assess` is a pure function of a history and a day. It never diagnoses.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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
    from diary.alerts.rules import RULES, RULES_CHECKED, RULES_VERSION, is_outdated

__all__ = [
    "RULES",
    "RULES_CHECKED",
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
    "is_outdated",
    "new_since",
]

_HOMES = {
    "RULES": "rules",
    "RULES_CHECKED": "rules",
    "RULES_VERSION": "rules",
    "Rule": "rule",
    "assess": "engine",
    "is_outdated": "rules",
    "new_since": "repeats",
}


def __getattr__(name: str) -> object:
    """Load what is asked for when it is asked for: `danger_signs` needs none of the rules."""
    if name not in __all__:
        raise AttributeError(name)
    module = import_module(f"diary.alerts.{_HOMES.get(name, 'assessment')}")
    return getattr(module, name)
