"""A rule in words: what it looks for, with each of its numbers, and what quiets it."""

import re
from string import Formatter

import pytest

from diary.alerts import RULES, Rule, Urgency
from diary.alerts.rule_words import in_full, pattern, what_quiets

LONGEST = 65
"""Words of a pattern: one row of a table, not a page."""


def named(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def rule(code: str) -> Rule:
    (found,) = (each for each in RULES if each.code == code)
    return found


def all_quieting(code: str) -> str:
    return " ".join(what_quiets(rule(code)))


@pytest.mark.parametrize("each", RULES, ids=lambda each: each.code)
def test_every_number_of_a_rule_stands_in_its_words_and_no_other(each: Rule) -> None:
    reasons = [reason.words for reason in (*each.waits_for, *each.leaves_out)]
    assert set().union(*map(named, [each.pattern, *reasons])) == set(each.numbers)


@pytest.mark.parametrize("each", RULES, ids=lambda each: each.code)
def test_a_pattern_is_short_whole_and_has_its_numbers_in_it(each: Rule) -> None:
    words = pattern(each)
    assert words.endswith(".")
    assert len(words.split()) <= LONGEST
    assert not re.search(r"[{}!]", words)
    for number in named(each.pattern):
        assert f"{each.numbers[number]:g}" in words


@pytest.mark.parametrize("each", RULES, ids=lambda each: each.code)
def test_a_rule_in_full_leaves_nothing_open(each: Rule) -> None:
    for name, words in in_full(each):
        assert (name, words.strip() != "", bool(re.search(r"[{}]", words))) == (name, True, False)


def test_an_emergency_is_quieted_by_time_alone() -> None:
    assert "through the day after its entry" in all_quieting("EMG-1")
    assert "reason to wait quiets it before" in all_quieting("EMG-1")
    assert "A visit about it" not in all_quieting("EMG-1")


def test_one_bleed_after_sex_names_each_reason_to_wait_with_its_days() -> None:
    words = all_quieting("PCB-1")
    assert "a smear up to 2 days before" in words
    assert "a coil fitted up to 90 days before" in words


def test_what_came_back_after_a_check_is_quieted_by_a_later_visit_only() -> None:
    assert "Only a visit after it came back" in all_quieting("PCB-12")


def test_the_rules_that_say_it_better_are_named() -> None:
    assert "IUD-4" in all_quieting("IUD-3")


def test_who_bleeds_easily_is_named_where_that_makes_it_more_urgent() -> None:
    raised = dict(in_full(rule("PCB-1")))["One step up with"]
    assert "thins the blood (MOD-1)" in raised
    assert "One step up with" not in dict(in_full(rule("EMG-1")))


def test_what_to_do_begins_with_how_soon_and_whom_to_call() -> None:
    for each in RULES:
        if each.urgency is Urgency.EMERGENCY and not each.lead:
            assert dict(in_full(each))["What to do"].startswith(
                "Call your local emergency number now"
            )
