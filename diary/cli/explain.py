"""`diary alerts --explain`: what each rule said on a day, before they are weighed."""

from collections.abc import Iterator
from datetime import date

import click

from diary.alerts.case import Case
from diary.alerts.engine import judge
from diary.alerts.rule import Rule
from diary.alerts.verdict import Fires, NotEnough, Verdict
from diary.cli.screen import paragraph
from diary.model import Entry, History

WEIGHED = (
    "This is what each rule said by itself. What you are shown also weighs risks, visits and which"
    " rule says it best."
)


def explain(history: History, as_of: date) -> None:
    """Print the rules that fired, those that had not enough to say, and those that were quiet."""
    case = Case.on(history, as_of)
    verdicts = judge(case)
    click.echo(f"On {as_of}:")
    for heading, lines in (
        ("Fired:", list(_fired(verdicts))),
        ("Not enough to say:", list(_not_enough(verdicts))),
        ("Not for you:", [", ".join(r.code for r, _ in verdicts if not r.who.includes(case))]),
        ("Quiet:", [", ".join(_quiet(verdicts, case))]),
    ):
        click.echo(f"\n{heading}")
        for line in lines or ["none"]:
            click.echo(paragraph(line or "none"))
    click.echo(f"\n{paragraph(WEIGHED)}")


Verdicts = tuple[tuple[Rule, Verdict], ...]


def _fired(verdicts: Verdicts) -> Iterator[str]:
    for rule, verdict in verdicts:
        if isinstance(verdict, Fires):
            days = [r.date if isinstance(r, Entry) else r.start for r in verdict.evidence]
            shown = ", ".join(str(day) for day in dict.fromkeys(days) if day)
            yield f"{rule.code} {rule.title}{f' ({shown})' if shown else ''}"


def _not_enough(verdicts: Verdicts) -> Iterator[str]:
    for rule, verdict in verdicts:
        if isinstance(verdict, NotEnough):
            yield f"{rule.code} {rule.title}: it would need {verdict.needs}"


def _quiet(verdicts: Verdicts, case: Case) -> Iterator[str]:
    for rule, verdict in verdicts:
        if not isinstance(verdict, Fires | NotEnough) and rule.who.includes(case):
            yield rule.code
