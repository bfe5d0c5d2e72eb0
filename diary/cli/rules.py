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
    from diary.alerts.rule_words import in_full

    yield f"{rule.code}, version {rule.version}: {rule.title}"
    yield f"In clinical words: {rule.clinical}"
    yield f"Urgency: {rule.urgency.value.replace('_', ' ')}{', a quiet note' if rule.quiet else ''}"
    yield f"Family: {rule.family.replace('_', ' ')}"
    yield f"For: {rule.who.words}"
    yield from (f"{name}: {said}" for name, said in in_full(rule))
