"""`diary rules`: what the alerts go by, with the guidance that each rule comes from."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from diary.cli import table
from diary.cli.screen import paragraph
from diary.errors import NoSuchEntry

if TYPE_CHECKING:
    from diary.alerts.rule import Rule


@click.command()
@click.argument("code", required=False)
def rules(code: str | None) -> None:
    """List the rules of the alerts, or show one whole, such as PCB-2."""
    from diary.alerts.rules import RULES

    if code is None:
        rows = [(rule.code, rule.urgency.value, rule.family, rule.title) for rule in RULES]
        table.show(("Rule", "Urgency", "Family", "What"), rows)
        return
    found = [rule for rule in RULES if rule.code == code.upper()]
    if not found:
        raise NoSuchEntry(f'no rule is called {code!a}; "diary rules" lists them')
    for line in _in_full(found[0]):
        click.echo(paragraph(line))


def _in_full(rule: "Rule") -> Iterator[str]:
    from diary.alerts.rule_words import pattern, what_quiets, what_raises

    yield f"{rule.code}, version {rule.version}: {rule.title}"
    yield f"In clinical words: {rule.clinical}"
    yield f"Pattern: {pattern(rule)}"
    yield f"Urgency: {rule.urgency.value.replace('_', ' ')}{', a quiet note' if rule.quiet else ''}"
    yield f"Family: {rule.family.replace('_', ' ')}"
    yield f"For: {rule.who.words}"
    yield f"What to do: {rule.what_to_do}"
    yield f"Why: {rule.why}"
    yield f'What to say: "{rule.what_to_say}"'
    if rule.less_urgent_if:
        yield f"Less urgent if: {rule.less_urgent_if}"
    if rule.more_urgent_if:
        yield f"More urgent if: {rule.more_urgent_if}"
    for words in what_quiets(rule):
        yield f"What quiets it: {words}"
    for risk in what_raises(rule):
        yield f"One step up with: {risk}"
    for source in rule.sources:
        yield f"Source: {source}"
