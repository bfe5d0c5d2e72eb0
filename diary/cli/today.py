"""`diary` alone: where things stand today, and what to type next."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from diary.cli.describe import in_short
from diary.cli.dry_days import dry_days
from diary.cli.is_over import ask_if_over
from diary.cli.screen import paragraph
from diary.cli.session import Session
from diary.cli.unlock import unlocked
from diary.model import History

if TYPE_CHECKING:
    from diary.alerts import Assessment

WELCOME = """\
A private diary for bleeding after sex. It is encrypted and stays on this computer.

  diary init      set it up (two minutes)
  diary demo      see what it does, with a made-up year
  diary --help    all commands"""

NEXT = """\
  diary log       write something down (seconds)
  diary period    note a period day
  diary alerts    when to book care, and why
  diary cycles    periods, what is usual, when the next may start
  diary report    the page for a visit
  diary --help    all commands"""


STILL_MATTERS = 45
"""Days after which a bleed no longer changes the cycle day of today: our choice."""

UNCLEAR = "One bleed may have been a period"


def show_today(session: Session) -> None:
    """Print the cycle day, what was last recorded, what the alerts say and what to type next."""
    from diary import vault

    if not vault.is_there(session.folder):
        click.echo(WELCOME)
        return
    with unlocked(session) as opened:
        history, ends = ask_if_over(session, opened, opened.history()), dry_days(opened)
    from diary.alerts import Urgency, assess
    from diary.cli.alerts_text import show

    assessment = assess(history, session.today())
    if assessment.overall is Urgency.EMERGENCY:
        show(assessment)
        return
    for line in _lines(session, history, assessment, ends=ends):
        click.echo(line)


def _lines(
    session: Session, history: History, assessment: "Assessment", *, ends: int
) -> Iterator[str]:
    today = session.today()
    known = history.known_on(today)
    yield f"Today is {today:%A} {today.day} {today:%B %Y}."
    yield from map(paragraph, _cycle(session, known, ends))
    if known.entries:
        last = known.entries[-1]
        yield paragraph(f"Last written down: {last.date}, {in_short(last)}.")
    yield paragraph(_alerts(assessment))
    yield ""
    yield NEXT


def _cycle(session: Session, known: History, ends: int) -> Iterator[str]:
    """Yield the cycle day, and where a bleed of late is unclear, which command asks about it."""
    from diary.cycles import chart
    from diary.cycles.unclear import unclear

    found, today = chart(known, dry_days=ends), session.today()
    counted = found.day_of_cycle(today)
    if counted.day is None:
        yield f"Cycle day: not known. {counted.reason or ''}".rstrip()
    else:
        yield f"Cycle day {counted.day}, counted from the first day of your last period."
    questions = unclear(found, today)
    if questions and (today - questions[0].last).days <= STILL_MATTERS:
        yield f'{UNCLEAR} ({questions[0].first}): "diary cycles" asks.'


def _alerts(assessment: "Assessment") -> str:
    from diary.alerts import Urgency
    from diary.cli.alerts_text import NOT_ENOUGH, NOTHING_FOUND, heading

    strongest = next((a for a in assessment.alerts if a.urgency is not Urgency.SUPPORT), None)
    if strongest is None:
        return NOTHING_FOUND if assessment.enough_recorded else NOT_ENOUGH
    return f'{heading(strongest)}: {strongest.title}. "diary alerts" says why and what to do.'
