"""`diary period`: note a day, or some days, of a period."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import click

from diary.cli.days import DAY
from diary.cli.dry_days import dry_days
from diary.cli.save import save, tell
from diary.cli.session import Session, pass_session
from diary.cli.unlock import unlocked
from diary.errors import InvalidValue
from diary.model import Bleeding, Entry, History
from diary.model.episodes import is_vaginal
from diary.model.vocabulary import Amount, Answer, BleedingSource, Timing

LONGEST = 60
AMOUNTS = tuple(amount.value for amount in Amount if amount is not Amount.UNSPECIFIED)


@click.command()
@click.argument("first", type=DAY, default="today")
@click.option("--until", type=DAY, help="The last day of it so far; left out: one day.")
@click.option("--amount", type=click.Choice(AMOUNTS), help="How much on these days.")
@pass_session
def period(session: Session, first: date, until: date | None, amount: str | None) -> None:
    """Note that FIRST (today, if left out) is a day of your period.

    Days are written as people say them: today, yesterday, 'last friday', 2026-11-02.
    """
    from diary.vault import Change

    days = _days(first, until or first)
    with unlocked(session) as vault:
        history, ends = vault.history(), dry_days(vault)
        new = [_entry(on, amount) for on in days if not _is_noted(history, on)]
        if new:
            save(session, vault, "period", [Change(before=None, after=entry) for entry in new])
    after = replace(history, entries=(*history.entries, *new))
    said = [_said(days, new), *([_cycle_day(after, session.today(), ends)] if new else [])]
    tell(session, "\n".join(said), history, after)


def _days(first: date, last: date) -> list[date]:
    if last < first:
        raise InvalidValue("the last day is before the first; swap them")
    if (last - first).days >= LONGEST:
        raise InvalidValue(f"that is more than {LONGEST} days; note them in shorter stretches")
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]


def _entry(on: date, amount: str | None) -> Entry:
    return Entry(
        id=str(uuid4()),
        date=on,
        bleeding=Bleeding(
            source=BleedingSource.VAGINAL,
            amount=Amount(amount) if amount else None,
            timing=Timing.NOT_AFTER_SEX,
            period=Answer.YES,
        ),
    )


def _is_noted(history: History, on: date) -> bool:
    asks = is_vaginal(history.profile)
    return any(
        entry.date == on and asks(entry) and entry.bleeding and entry.bleeding.period is Answer.YES
        for entry in history.entries
    )


def _said(days: list[date], new: list[Entry]) -> str:
    known = len(days) - len(new)
    already = f" {known} noted already." if known else ""
    if not new:
        return "Nothing to add: noted already."
    if len(new) == 1:
        return (
            f'Noted: period on {new[0].date:%A} {new[0].date}.{already} "diary undo" takes it back.'
        )
    return (
        f"Noted: period on {len(new)} days, {new[0].date} to {new[-1].date}.{already}"
        ' "diary undo" takes them back.'
    )


def _cycle_day(history: History, today: date, ends: int) -> str:
    """Return the cycle day of today, and how many dry days end a period."""
    from diary.cycles import chart

    counted = chart(history.known_on(today), dry_days=ends).day_of_cycle(today)
    said = f"A period ends after {ends} dry day{'' if ends == 1 else 's'}."
    return said if counted.day is None else f"Today is cycle day {counted.day}. {said}"
