"""Infection signs (clinical table, 4.6).

The rows that say "aim for 2 working days" are alerts within two weeks whose first sentence says how
soon. Several of them rest on documents that were named, but not read again (BASHH, NICE NG109).
INF-11 goes beyond the table, which reads a partner's result (INF-6) and not the person's own.
"""

from diary.alerts.rule import Rule
from diary.alerts.rules.infection import pee_and_skin, pelvic, positive, tests_due

RULES: tuple[Rule, ...] = (
    *pelvic.RULES,
    *tests_due.RULES,
    *pee_and_skin.RULES,
    *positive.RULES,
)
