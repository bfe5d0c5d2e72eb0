"""Every rule, one family a file; the order is that of the clinical table."""

from diary.alerts.rule import Rule
from diary.alerts.rules import after_sex, between_periods, cycle, emergency, heavy, pain

RULES_VERSION = "2026.11.21"

RULES: tuple[Rule, ...] = (
    *emergency.RULES,
    *after_sex.RULES,
    *between_periods.RULES,
    *cycle.RULES,
    *heavy.RULES,
    *pain.RULES,
)
