"""Injury and bleeding of the penis (clinical table, 4.13).

Read in a particular way. PEN-1: a pop or crack is enough; a bruise, swelling or bend is an
emergency with sex, an injury or pain near it, and for today where none is recorded or it is more
than a week old; swelling alone has INF-10, but with sudden pain after sex it is read as the row.
PEN-2: skin that still bleeds and was not pressed yet is for today where the blood is more than
light or has gone on for 10 minutes; what pressing does not stop is EMG-4. PEN-3: not being able to
pee needs no injury; SEM-4 says it for bodies without a penis. PEN-4: a clear test or treatment
since makes it routine, and so does doubt where the blood came from. PEN-6: three weeks, the lower
end of the row; "STI excluded" is not asked for, so that nobody waits for a test (INF-9 asks for
one), but a sore not seen after treatment began is routine, as is one that a clinician has named.

Tears of the vulva have no row in the table and are not taken here. PEN-5 and PEN-7 rest on unread
documents alone.
"""

from diary.alerts.rule import Rule
from diary.alerts.rules.penis import injury, lasting

RULES: tuple[Rule, ...] = tuple(
    sorted(
        (*injury.RULES, *lasting.RULES),
        key=lambda rule: int(rule.code.removeprefix("PEN-")),
    )
)
