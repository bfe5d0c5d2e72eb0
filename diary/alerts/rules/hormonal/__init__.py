"""Hormonal contraception, emergency pills and testosterone (clinical table, 4.8).

Conflict C13 and the IUD: hormonal IUDs settle by their own rows (IUD-1, IUD-7); here they count in
HRM-3 once settled, and in HRM-4.

Read in a particular way: HRM-2 also takes bleeding in the first 90 days that is more than HRM-1
describes, so that none falls between the rows, and is a quiet note while it is light, painless and
inside the limits of WHO and Belsey, since irregular light bleeding goes on with many methods. HRM-3
adds Lynch and Cowden syndrome to the risks of the womb. HRM-8 takes every bleed after 6 months, so
that "after 12 months without" needs no window of its own. HRM-5 and HRM-6 need blood or emergency
pills. HRM-9 goes beyond the table: the five days in which emergency contraception works pass with
or without blood.
"""

from diary.alerts.rule import Rule
from diary.alerts.rules.hormonal import lapses, methods, testosterone

RULES: tuple[Rule, ...] = (
    *methods.RULES,
    *lapses.RULES[:2],
    *testosterone.RULES,
    *lapses.RULES[2:],
)
