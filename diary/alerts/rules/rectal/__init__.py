"""Bleeding from the bottom, and anal sex (clinical table, 4.11).

Conflict C11 (age and stool test): two weeks, and the words "a stool test may be offered"; direct
referral from 50 on was dropped in 2023.

Read in a particular way. REC-1 and REC-2 take every bleed from the bottom, not only with anal sex,
so that nobody who bleeds is left without a word; a single one that is not known to be small is a
routine note. REC-2: a single moderate bleed is for two weeks as well; with a blood thinner any
blood in the poo counts, but for spotting once (NHS.uk on anticoagulants; MOD-1 excepts no more),
which MOD-1 then moves to two weeks. What the person calls like
earlier bleeds that a clinician has named is only watched, and not "unexplained" (REC-9).

REC-4: "non-stop" is medium blood that has not stopped after 10 minutes; medium but easing or only
begun, and blood that grows or of unknown amount that has not stopped, are for today. REC-5: dark
red blood counts unless it was seen only outside, on wiping or underwear. REC-6: pain of 4 to 6 that
is gone within the hour without blood is for today, mild pain a note; pain that is expected around a
period is none of it unless severe; a fever beside a cold counts only with blood or pain. What went
into the bottom must be recorded: a toy in an unknown place makes no emergency.

REC-7: pus, mucus, urge, or pain inside that is not only with sex and lasts 48 hours; without any
sex that may have been receptive it is routine, but fever with pus or mucus is for today in any case
(as INF-3 says for all). REC-9: a single small bleed after anal sex, and blood before a clear stool
test or colonoscopy, are explained. REC-10 also takes a lump with fever or pain of 5 or more for
today, as INF-10 says of lumps, and notes a lump of less than three weeks. REC-11: numbness with
trouble peeing is an emergency, beyond the table (NHS.uk, back pain).

REC-6 and REC-11 rest on weak or unread pages alone; the thresholds are our choice.
"""

from diary.alerts.rule import Rule
from diary.alerts.rules.rectal import amounts, danger, injury, lasting

RULES: tuple[Rule, ...] = tuple(
    sorted(
        (*amounts.RULES, *danger.RULES, *injury.RULES, *lasting.RULES),
        key=lambda rule: int(rule.code.removeprefix("REC-")),
    )
)
