"""After a procedure (clinical table, 4.10).

PROC-2: "call the clinic" is two weeks, with the clinic in the first words; PROC-4 makes today of a
smell within six weeks, so that the stronger wins. Its row names only light bleeding: like a period
is for the clinic, heavy for today, as after a loop (PROC-3). "About day 10" is read as the whole
healing time. What the person calls their period is none of these, unless it soaks a pad an hour.
PROC-4 counts operations on the prostate, testes, bladder and anus, too: the row is for all, and a
fever after them is as urgent. PROC-5: stitches after a birth are not among its operations, since
PRG-8 has a row of its own for them; a bulge or strong pain counts with the bleeding only. PROC-6
goes beyond the table, which has no row for the blood after operations on the womb and inside the
vagina; what is after sex stays with PROC-5 and the rules for that.
"""

from diary.alerts.rule import Rule
from diary.alerts.rules.procedures import cervix, operations

RULES: tuple[Rule, ...] = (*cervix.RULES, *operations.RULES)
