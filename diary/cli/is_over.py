"""The next day's gentle question: is what was written down over?"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import uuid4

import click

from diary.cli.ask import ask, yes_no
from diary.cli.describe import in_short
from diary.cli.save import save
from diary.cli.screen import paragraph
from diary.cli.session import Session
from diary.model import Entry, History, Pain, Symptom
from diary.model.vocabulary import Answer

if TYPE_CHECKING:
    from diary.alerts import Assessment
    from diary.vault import Vault

MOST = 5
FEVER = 38.0
"""Degrees Celsius; HSE Ireland, as in the rules about infection."""
EXPLANATION = (
    "Yes means that none of it is there now. Then the diary stops asking. If you are not sure, or"
    " any of it is still there, say so."
)
STILL_THERE = "Then do not wait. What to do stands below."


def ask_if_over(session: Session, vault: "Vault", history: History) -> History:
    """Ask about the urgent signs of days before today; "yes" is written down as an entry."""
    from diary.alerts import assess

    signs = _signs(assess(history, session.today()), history, session)
    if not signs or not session.may_ask:
        return history
    said = "; ".join(f"{sign.date}: {in_short(sign)}" for sign in signs[:MOST])
    answer = ask(f"You wrote down: {said}. Is all of it over?", yes_no(), explanation=EXPLANATION)
    if answer is Answer.NO:
        click.echo(paragraph(STILL_THERE))
    if answer is not Answer.YES:
        return history
    return _noted(session, vault, history, signs)


def _signs(assessment: "Assessment", history: History, session: Session) -> tuple[Entry, ...]:
    """Return the entries before today that an urgent alert rests on."""
    from diary.alerts import Urgency
    from diary.alerts.standing import is_taken_back

    urgent = (Urgency.EMERGENCY, Urgency.SAME_DAY)
    alerts = [a for a in assessment.alerts if a.urgency in urgent or a.recorded_on is not None]
    named = {piece.entry for alert in alerts for piece in alert.evidence if piece.entry}
    return tuple(
        entry
        for entry in history.entries
        if entry.id in named
        and entry.date < session.today()
        and not is_taken_back(entry, _after(history, entry))
    )


def _after(history: History, sign: Entry) -> tuple[Entry, ...]:
    return tuple(entry for entry in history.entries if entry.date > sign.date)


def _noted(session: Session, vault: "Vault", history: History, signs: Sequence[Entry]) -> History:
    from diary.vault import Change

    over = _over(session, history, signs)
    save(session, vault, "is it over", [Change(before=None, after=over)])
    click.echo('That is noted. "diary undo" takes it back.')
    return replace(history, entries=(*history.entries, over))


def _over(session: Session, history: History, signs: Sequence[Entry]) -> Entry:
    """Return an entry of today that takes back the symptoms, blood and pain of the signs.

    No bleeding is said only where none was written down today: a period may have begun. A fever
    that was measured is taken back as feeling feverish.
    """
    had = {symptom for sign in signs for symptom in sign.symptoms}
    had |= {Symptom.FEVERISH for sign in signs if (sign.temperature_c or 0) >= FEVER}
    bleeds_today = any(e.bleeding for e in history.entries if e.date == session.today())
    had_blood = any(sign.bleeding for sign in signs)
    return Entry(
        id=str(uuid4()),
        date=session.today(),
        absent=tuple(had),
        no_bleeding=True if had_blood and not bleeds_today else None,
        pain=Pain(score=0) if any(sign.pain for sign in signs) else None,
    )
