"""Every rule, one family a file; the order is that of the clinical table."""

from diary.alerts.rule import Rule
from diary.alerts.rules import (
    after_sex,
    between_periods,
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

RULES_VERSION = "2026.11.21"

RULES: tuple[Rule, ...] = (
    *emergency.RULES,
    *after_sex.RULES,
    *between_periods.RULES,
    *cycle.RULES,
    *heavy.RULES,
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
