"""Emergency signs, for all bodies and any source of blood (clinical table, 4.1).

EMG-9 and EMG-10 go beyond the table: a clot on the lung and sepsis are rare and deadly, and the
signs of both are asked for here anyway. So does EMG-12: heavy bleeding outside a period has no row
of its own there, and the notes for it are written for light bleeding. EMG-13 is the part of the
table's EMG-7 on tampons where none is known to be stuck. Conflict C4 (pads an hour): one an hour
for two hours is an emergency everywhere.
"""

from diary.alerts.rule import Rule
from diary.alerts.rules.emergency import blood, body, cuts, tampon

RULES: tuple[Rule, ...] = (
    *blood.RULES[:3],
    *cuts.RULES[:1],
    *body.RULES,
    *cuts.RULES[1:],
    *blood.RULES[3:],
    *tampon.RULES,
)
