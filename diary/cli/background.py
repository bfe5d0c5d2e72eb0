"""`diary background`: dated facts about the person, such as a method, a medicine or a test."""

from dataclasses import replace
from datetime import date

import click

from diary.cli import table
from diary.cli.background_add import add
from diary.cli.days import DAY
from diary.cli.describe import fact_in_short
from diary.cli.ids import find, short_ids
from diary.cli.save import save
from diary.cli.session import Session, pass_session
from diary.cli.unlock import unlocked
from diary.cli.words import plain
from diary.model import AbsentFact, History


@click.group()
def background() -> None:
    """Facts that matter for the visit: methods, medicines, conditions, tests, visits, questions."""


background.add_command(add)


@background.command("list")
@pass_session
def list_facts(session: Session) -> None:
    """Show all facts, those that have ended too."""
    with unlocked(session) as vault:
        history = vault.history()
    if not history.background and not history.background_absent:
        click.echo('No facts yet. "diary background add" writes one down.')
        return
    table.show(("Id", "Fact"), _rows(history))
    for answer in history.background_absent:
        click.echo(f"You said no to: {_about(answer)}.")


def _rows(history: History) -> list[tuple[str, str]]:
    ids = short_ids(history.records)
    facts = sorted(history.background, key=lambda fact: (fact.kind.value, fact.start or date.min))
    return [(ids[str(fact.id)], fact_in_short(fact)) for fact in facts]


def _about(answer: AbsentFact) -> str:
    return plain(answer.kind) if answer.what is None else plain(answer.what)


@background.command("end")
@click.argument("id")
@click.option("--on", type=DAY, default="today", help="The last day on which it held.")
@pass_session
def end(session: Session, id: str, on: date) -> None:  # noqa: A002 - the word that people type
    """Say that a fact holds no longer, such as a method that was stopped.

    ID is the beginning of an id from "diary background list".
    """
    from diary.vault import Change

    with unlocked(session) as vault:
        fact = find(vault.history().background, id)
        ended = replace(fact, end=on)
        save(session, vault, "background end", [Change(before=fact, after=ended)])
    click.echo(f'Noted: {fact_in_short(ended)}. "diary undo" takes it back.')
