"""A rule in words, for whoever reads the rules: its pattern, and what quiets it."""

from collections.abc import Iterator

from diary.alerts.assessment import Urgency
from diary.alerts.follow_up import QUIET_FOR
from diary.alerts.modifiers import MODIFIERS
from diary.alerts.rule import Rule
from diary.alerts.rules import RULES

URGENT = (Urgency.EMERGENCY, Urgency.SAME_DAY)
TO_BOOK = (Urgency.WITHIN_TWO_WEEKS, Urgency.ROUTINE)

STANDS = (
    "It stands through the day after its entry, or while it is recorded as going on. "
    "No visit and no reason to wait quiets it before. "
    "Then it asks to be seen within two weeks, until a visit or a later entry says that it is over."
)
AFTER_A_VISIT = (
    f"A visit about it quiets it for {QUIET_FOR.days} days. "
    "Not so once it bleeds more, something new comes, or it is back after a clear check."
)
ONLY_A_LATER_VISIT = f"Only a visit after it came back quiets it, for {QUIET_FOR.days} days."


def pattern(rule: Rule) -> str:
    """Say what the rule looks for, with its numbers; windows are days unless it says otherwise."""
    return with_numbers(rule, rule.pattern)


def with_numbers(rule: Rule, text: str) -> str:
    """Put the numbers of a rule into a text that names them in braces."""
    return text.format_map({name: f"{number:g}" for name, number in rule.numbers.items()})


def what_quiets(rule: Rule) -> Iterator[str]:
    """Say, a sentence or two each, what makes the rule quieter or takes its place."""
    if rule.urgency in URGENT:
        yield STANDS
    if rule.waits_for:
        yield f"Only a note while there is one of these: {_reasons(rule, leaves_out=False)}."
    if rule.leaves_out:
        yield f"A bleed is not counted where there was: {_reasons(rule, leaves_out=True)}."
    if rule.urgency in TO_BOOK:
        yield ONLY_A_LATER_VISIT if rule.follows_a_check else AFTER_A_VISIT
    if rule.only_if_calm:
        yield "It is left out where any other alert is more than a note to watch."
    if better := _said_better_by(rule):
        yield f"Left out where one of these is as strong: {', '.join(better)}."


def what_raises(rule: Rule) -> Iterator[str]:
    """Name the risks that move the rule up one step."""
    for modifier in MODIFIERS:
        if modifier.code in rule.raised_by:
            yield f"{modifier.title} ({modifier.code})"


def _reasons(rule: Rule, *, leaves_out: bool) -> str:
    reasons = rule.leaves_out if leaves_out else rule.waits_for
    return "; ".join(_small(with_numbers(rule, reason.words)) for reason in reasons)


def _small(text: str) -> str:
    return text[0].lower() + text[1:]


def _said_better_by(rule: Rule) -> tuple[str, ...]:
    return tuple(other.code for other in RULES if {rule.code, rule.family} & set(other.supersedes))
