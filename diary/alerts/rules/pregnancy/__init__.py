"""Pregnancy, after birth, after loss or abortion (clinical table, 4.9).

Conflict C6 (late period, pain and bleeding): the NHS says urgent doctor or 111, and 999 only with
sudden severe pain, faint or pale: for today always, an emergency with any danger sign. Sudden pain
that is mild is no danger sign by itself. C10 (bleeding after birth): the HSE counts six weeks, the
RCOG twelve: twelve. The table begins PRG-5 "from 12 to 13 weeks": its signs count from week 12,
and PRG-4 ends at 13, so that no week is without a rule.

PRG-4 before six weeks, light and without pain: NICE does not refer these but repeats the test:
within two weeks, by phone first. Not after an earlier pregnancy outside the womb, nor with a coil.

PRG-9 and PRG-10 count a treated pregnancy outside the womb and surgery to empty the womb, too.
PRG-11 goes beyond the table: tightenings, waters or less movement without bleeding have no row,
and every maternity service wants to hear of them at once. PRG-12 goes beyond it, too: a positive
test has no row by itself, and some pregnancies should be looked at early (NICE NG126, FSRH).

What the rows say and the diary cannot: whether a scan showed the pregnancy in the womb. A normal
pelvic scan since it began stands for that (PRG-3).
"""

from diary.alerts.rule import Rule
from diary.alerts.rules.pregnancy import after_birth, after_loss, early, first_care, later, maybe

RULES: tuple[Rule, ...] = tuple(
    sorted(
        (
            *maybe.RULES,
            *early.RULES,
            *later.RULES,
            *after_birth.RULES,
            *after_loss.RULES,
            *first_care.RULES,
        ),
        key=lambda rule: int(rule.code.removeprefix("PRG-")),
    )
)
