"""Emergency signs, for all bodies and any source of blood (clinical table, 4.1).

EMG-9 and EMG-10 go beyond the table: a clot on the lung and sepsis are rare and deadly, and the
signs of both are asked for here anyway. Conflict C4 (pads an hour): one an hour for two hours is an
emergency everywhere.
"""

from diary.alerts.rule import Rule
from diary.alerts.rules.emergency import blood, body, cuts

RULES: tuple[Rule, ...] = (*blood.RULES, *cuts.RULES[:1], *body.RULES, *cuts.RULES[1:])
