"""A rule in words, for whoever reads the rules: what it looks for, what it says, what quiets it."""

from collections.abc import Iterator

from diary.alerts.assessment import Urgency
from diary.alerts.countries import words
from diary.alerts.follow_up import QUIET_FOR
from diary.alerts.modifiers import MODIFIERS
from diary.alerts.rule import Rule
from diary.alerts.rules import RULES
from diary.alerts.wording import LEADS
from diary.model import Profile

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


def in_full(rule: Rule) -> Iterator[tuple[str, str]]:
    """Yield all that a rule says, each with what it is; no country's numbers stand in it."""
    yield "Pattern", pattern(rule)
    yield "What to do", what_to_do(rule)
    yield "Why", rule.why
    yield "What to say", f'"{rule.what_to_say}"'
    yield "Less urgent if", _anywhere(rule.less_urgent_if)
    yield "More urgent if", _anywhere(rule.more_urgent_if)
    yield from (("What quiets it", said) for said in what_quiets(rule))
    if risks := list(what_raises(rule)):
        yield "One step up with", "; ".join(risks)
    yield "Sources", "; ".join(rule.sources)


def what_to_do(rule: Rule) -> str:
    """Say what the rule advises at its own urgency: how soon and where, then what it adds."""
    first = rule.lead.get(rule.urgency, LEADS[rule.urgency])
    return _anywhere(f"{first} {rule.what_to_do}".strip())


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


def _anywhere(text: str) -> str:
    return text.format_map(words(Profile()))


def _small(text: str) -> str:
    return text[0].lower() + text[1:]


def _said_better_by(rule: Rule) -> tuple[str, ...]:
    return tuple(other.code for other in RULES if {rule.code, rule.family} & set(other.supersedes))
