"""After the menopause, with HRT, with tamoxifen (clinical table, 4.4).

Any blood from the vagina counts, also a single spot, a stain in the discharge, blood after sex and
blood of unknown timing (NHS.uk); nothing quiets it but a check. Conflict C8 (a single bleed, by
age): two weeks at all ages, as Scotland and Australia say. C5 (HRT): 6 months after the start and
3 after a change, and 4 weeks after stopping (BMS 2024), not the later limits of Lothian 2026.

Read in a particular way: PMB-3 takes every bleed while HRT settles that PMB-5 and PMB-6 do not, not
light ones alone, so that none falls between the rows; it also notes the planned bleed of sequential
HRT, and PMB-7 the bleeding of the first 4 weeks after stopping. Unknown start of HRT: as if it
had settled. PMB-8 also takes blood that is not after sex before the menopause, which no other row
does without a womb. Where the diary is silent for more than 90 days no year without a period is
taken from it: PMB-1 and PMB-2 then ask for the last period.
"""

from diary.alerts.rule import Rule
from diary.alerts.rules.menopause import after, around, on_hrt

RULES: tuple[Rule, ...] = tuple(
    sorted(
        (*after.RULES, *around.RULES, *on_hrt.RULES),
        key=lambda rule: int(rule.code.removeprefix("PMB-")),
    )
)
