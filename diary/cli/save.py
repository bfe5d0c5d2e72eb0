"""Saving first, again where it fails, and then what the alerts say that they did not say before."""

import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from diary.cli.ask import as_sentence, ask, yes_no
from diary.cli.screen import paragraph
from diary.cli.session import Session
from diary.errors import BusyDiary, DiaryError, NotSaved
from diary.model import History
from diary.model.vocabulary import Answer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from diary.vault import Change, Vault

AGAIN = "It is not saved yet, but nothing is lost. Try again? (Enter = yes)"


@contextmanager
def undisturbed() -> "Iterator[None]":
    """Let Ctrl-C do nothing for the moment in which something is saved.

    So whoever stops before it or after it can be told the truth.
    """
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def save(
    session: Session,
    vault: "Vault",
    command: str,
    changes: "Iterable[Change]",
    saved: "Callable[[], None]" = lambda: None,
) -> None:
    """Save the changes; where it fails, keep them and offer to try again.

    Args:
        session: how to reach the person.
        vault: the open diary.
        command: whose changes they are.
        changes: what to save.
        saved: is told once they are saved.

    Raises:
        BusyDiary, NotSaved: where it failed and nobody can be asked, or wants no other try.
    """
    kept = tuple(changes)
    while True:
        try:
            with undisturbed():
                vault.write(command, kept, session.now())
                saved()
        except (BusyDiary, NotSaved) as error:
            offer_again(session, error)
        else:
            return


def offer_again(session: Session, error: DiaryError) -> None:
    """Say why it could not be saved and offer to try again, with all that was answered kept.

    Raises:
        DiaryError: the error itself where nobody can be asked, or wants no other try.
    """
    if not session.may_ask:
        raise error
    click.echo(f"\n{paragraph(as_sentence(error))}")
    if ask(AGAIN, yes_no()) is Answer.NO:
        raise error


def tell(
    session: Session, saved: str, before: History, after: History, *, only_news: bool = True
) -> None:
    """Print that it is saved, and what the alerts say anew; an emergency comes first, alone.

    `only_news`: where the alerts say nothing new, nothing is said about them.
    """
    from diary.alerts import Urgency, assess, new_since
    from diary.cli.alerts_text import show_new

    today = session.today()
    judged = assess(after, today)
    new = new_since(assess(before, today), judged)
    is_emergency = any(alert.urgency is Urgency.EMERGENCY for alert in new)
    if not is_emergency:
        click.echo(saved)
    if new or not only_news:
        show_new(new, judged)
    if is_emergency:
        click.echo(f"\n{saved}")
