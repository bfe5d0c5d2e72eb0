"""Made-up people around the menopause, and what all rules together say of them."""

from typing import Any

from alert_rows import TODAY, a_period, ago, born, fact

from diary.alerts import RULES, assess
from diary.alerts.rules import hormonal, menopause
from diary.model import Entry, Fact, History
from diary.model.background_words import Visit
from diary.model.vocabulary import MenstrualStatus, Organ

SOON = "within_two_weeks"
AFTER = {"menstrual_status": MenstrualStatus.POSTMENOPAUSE, **born(60)}
PERI = {"menstrual_status": MenstrualStatus.PERIMENOPAUSE}
NO_WOMB = {"organs": (Organ.VAGINA, Organ.OVARIES)}


def year_without(days: int, age: int = 50, **profile: Any) -> dict[str, Any]:
    """Make a person whose last period began so many days before a bleed of five days ago."""
    return {**born(age), "last_period_start": ago(days + 5), **profile}


def normal(days: int, *about: str) -> Fact:
    """Make a check that found nothing, so many days ago."""
    return fact(Visit.CHECKED_NORMAL, days, about=about)


def no_blood_since(days: int) -> list[Entry]:
    """Make the person's word, week for week from so many days ago, that they did not bleed."""
    return [Entry(date=ago(day), no_bleeding=True) for day in range(days, 5, -7)]


def cycles(*lengths: int, last: int = 10, days: int = 4, **of: Any) -> list[Entry]:
    """Make periods so many days apart, the last one begun so many days ago."""
    starts = [last]
    for length in reversed(lengths):
        starts.append(starts[-1] + length)
    return [day for start in reversed(starts) for day in a_period(start, days, **of)]


def all_say(history: History) -> dict[str, str]:
    """Return what all rules together say: the urgency of each alert by its rule."""
    rules = {rule.code: rule for rule in (*RULES, *menopause.RULES, *hormonal.RULES)}
    found = assess(history, TODAY, rules=tuple(rules.values())).alerts
    return {alert.rule: alert.urgency.value for alert in found}
