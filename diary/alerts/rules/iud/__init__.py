"""The IUD, or coil (clinical table, 4.7)."""

from diary.alerts.rule import Rule
from diary.alerts.rules.iud import danger, pattern

RULES: tuple[Rule, ...] = tuple(
    sorted((*pattern.RULES, *danger.RULES), key=lambda rule: int(rule.code.removeprefix("IUD-")))
)
