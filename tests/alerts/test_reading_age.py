"""The words of every rule can be read at the age of 11, by a published formula.

The Automated Readability Index (Smith and Senter, 1967) gives the American school grade: 6 is read
at 11 to 12. It counts letters, words and sentences, so it needs no list of syllables.
"""

import pytest
import textstat

from diary.alerts import RULES, Rule
from diary.alerts.danger_signs import NOT_STOPPING, OTHER_SIGNS, PREGNANT, SOAKING
from diary.alerts.wording import LEADS

GRADE = 6.0


def said(rule: Rule) -> str:
    texts = (rule.what_to_do, rule.why, rule.what_to_say, rule.less_urgent_if, rule.more_urgent_if)
    return " ".join(text for text in texts if text)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_words_of_a_rule_are_easy(rule: Rule) -> None:
    assert textstat.automated_readability_index(said(rule)) <= GRADE


def test_the_words_that_stand_with_every_rule_are_easy() -> None:
    together = " ".join([*LEADS.values(), SOAKING, NOT_STOPPING, OTHER_SIGNS, PREGNANT])
    assert textstat.automated_readability_index(together) <= GRADE
