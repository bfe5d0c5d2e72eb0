"""Blood in semen, and what comes with it (clinical table, 4.12).

Conflict C7 (a single episode, by age): under 40 only watched, from 40 routine, since CKS and the
RCGP refer there while Oxford and Lothian 2026 wait; two weeks from the second one or after a month.

Read in a particular way. SEM-1 also takes a second and third episode within a month under 40 (CKS
reassures up to three), and is routine beside another sign that no row names. Unknown age: routine
(SEM-3), never two weeks. SEM-2 and SEM-3: episodes count within 90 days, a month is 30. After a
prostate biopsy or vasectomy blood is expected for six weeks, the upper end of the table. SEM-8 is
what a blood thinner or slow clotting do here (MOD-1 and 2), so that SEM-1 to 3 are not moved up.

SEM-4 takes any visible blood in pee, in every body, also without semen, and not being able to pee;
beside vaginal blood of that day, or where the person is not sure, it is routine; "proven and
cleared" is a treated urine infection with no blood more than a week into treatment. SEM-5: sudden,
severe pain in a testicle needs no blood; severe or sudden alone is for today, other pain routine.
A fever beside a cold is none of it. SEM-6: a clear test since makes it routine. SEM-7: a lump needs
no blood.

SEM-5 rests on unread documents alone.
"""

from diary.alerts.rule import Rule
from diary.alerts.rules.semen import counts, signs

RULES: tuple[Rule, ...] = tuple(
    sorted(
        (*counts.RULES, *signs.RULES),
        key=lambda rule: int(rule.code.removeprefix("SEM-")),
    )
)
