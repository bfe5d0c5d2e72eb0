"""Every rule, one family a file; the order is that of the clinical table."""

from datetime import date, timedelta

from diary.alerts.rule import Rule
from diary.alerts.rules import (
    after_sex,
    between_periods,
    bleeding_tendency,
    cycle,
    emergency,
    feelings,
    heavy,
    hormonal,
    infection,
    iud,
    menopause,
    pain,
    penis,
    pregnancy,
    procedures,
    rectal,
    safety,
    screening,
    semen,
    young_people,
)

RULES_VERSION = "2026.11.28"
RULES_CHECKED = date(2026, 11, 28)
"""The day on which the rules were last held against their sources."""

OUTDATED_AFTER = timedelta(days=548)
"""18 months: guidance changes about every two to five years (our choice)."""

RULES: tuple[Rule, ...] = (
    *emergency.RULES,
    *after_sex.RULES,
    *between_periods.RULES,
    *cycle.RULES,
    *heavy.RULES,
    *bleeding_tendency.RULES,
    *menopause.RULES,
    *pain.RULES,
    *infection.RULES,
    *iud.RULES,
    *hormonal.RULES,
    *pregnancy.RULES,
    *procedures.RULES,
    *rectal.RULES,
    *semen.RULES,
    *penis.RULES,
    *safety.RULES,
    *young_people.RULES,
    *screening.RULES,
    *feelings.RULES,
)


def is_outdated(as_of: date) -> bool:
    """Say whether the rules were last checked more than 18 months before a day."""
    return as_of - RULES_CHECKED > OUTDATED_AFTER
