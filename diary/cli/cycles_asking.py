"""One question about a bleed that may have been a period; the answer goes into its entries."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import click

from diary.cli.ask import ask, yes_no
from diary.cli.save import save, tell
from diary.cli.screen import paragraph
from diary.cli.session import Session
from diary.cli.when import in_full
from diary.model import Entry, History
from diary.model.vocabulary import Answer

if TYPE_CHECKING:
    from diary.cycles.unclear import Unclear
    from diary.vault import Vault

EXPLANATION = (
    "Yes counts it as a period, no never does. With not sure the diary goes on as before and does"
    " not ask again. Enter skips the question."
)
NOTED = 'That is noted. "diary undo" takes it back.'


def ask_if_period(
    session: Session, vault: "Vault", history: History, *, as_of: date, dry_days: int
) -> History:
    """Ask about the latest bleed that may have been a period, if there is one, and write it down.

    Returns the history with the answer in it.
    """
    from diary.cycles import chart
    from diary.cycles.unclear import unclear

    known = history.known_on(as_of)
    open_ones = unclear(chart(known, dry_days=dry_days), as_of)
    if not open_ones:
        return history
    answer = ask(_question(open_ones[0], session.today()), yes_no(), explanation=EXPLANATION)
    if answer is None:
        click.echo()
        return history
    after = _with_answer(session, vault, history, asked=open_ones[0], answer=answer)
    more = len(open_ones) - 1
    if more:
        click.echo(paragraph(f'{more} more like it: "diary cycles" asks about one at a time.'))
    click.echo()
    return after


def _question(asked: "Unclear", today: date) -> str:
    when = in_full(asked.first, today)
    span = (
        f"on {when}"
        if asked.last == asked.first
        else f"from {when} to {in_full(asked.last, today)}"
    )
    return f"You bled {span}. {asked.why} Was it your period?"


def _with_answer(
    session: Session, vault: "Vault", history: History, *, asked: "Unclear", answer: Answer
) -> History:
    from diary.vault import Change

    said = {id(entry): _said(entry, answer) for entry in asked.entries}
    changes = [Change(before=entry, after=said[id(entry)]) for entry in asked.entries]
    save(session, vault, "cycles", changes)
    after = replace(history, entries=tuple(said.get(id(e), e) for e in history.entries))
    tell(session, NOTED, history, after)
    return after


def _said(entry: Entry, answer: Answer) -> Entry:
    bleeding = entry.bleeding
    return entry if bleeding is None else replace(entry, bleeding=replace(bleeding, period=answer))
