"""Bleeding after sex (clinical table, 4.2).

Conflict C1 (a single bleed): the articles say no worry, the NHS says have any checked: a routine
note, or a note to watch where there is a reason to wait. C2 (repeated bleeding and age): routine at
any age from the second one; two weeks from 35 after four weeks, or with another sign. C3: no source
says how often is "recurrent": two in 183 days.

The rules are not closed to people who are pregnant or after the menopause: rules for them supersede
this family, and nobody who bleeds is left without a word. Under 16 the rules for young people do.
"""

from diary.alerts.rule import Rule
from diary.alerts.rules.after_sex import checked, circumstances, counts, signs

RULES: tuple[Rule, ...] = tuple(
    sorted(
        (*counts.RULES, *checked.RULES, *signs.RULES, *circumstances.RULES),
        key=lambda rule: int(rule.code.removeprefix("PCB-")),
    )
)
