"""`diary visit`: note a check by a clinician, what it was about and what was planned."""

from datetime import date
from uuid import uuid4

import click

from diary.cli.ask import Choice, Form, ask, one_of, some_of
from diary.cli.ask import day as day_form
from diary.cli.days import ANY_DAY, DAY
from diary.cli.describe import fact_in_short
from diary.cli.save import save
from diary.cli.session import Session, pass_session
from diary.cli.unlock import unlocked
from diary.cli.words import plain
from diary.errors import InvalidValue, MissingInput
from diary.model import Fact
from diary.model.background_words import Visit

ABOUT = {
    "bleeding_after_sex": "bleeding after sex",
    "bleeding_between_periods": "bleeding between periods",
    "heavy_periods": "heavy periods",
    "cycle_change": "a change of the cycle",
    "bleeding_after_menopause": "bleeding after the menopause",
    "pain": "pain",
    "infection": "an infection",
    "iud": "a coil",
    "contraception": "contraception",
    "hrt": "hormone treatment",
    "pregnancy": "a pregnancy",
    "after_birth": "the time after a birth",
    "after_procedure": "the time after a procedure",
    "rectal_bleeding": "bleeding from the bottom",
    "blood_in_semen": "blood in semen",
    "blood_in_urine": "blood in pee",
    "penis": "the penis",
    "screening": "cervical screening",
    "safety": "safety",
    "feelings": "feelings",
}
OUTCOMES = [outcome.value for outcome in Visit]
NO_OUTCOME = f'say what came of it with "--outcome": {", ".join(OUTCOMES)}'


@click.command()
@click.option("--outcome", type=click.Choice(OUTCOMES), help="What came of it.")
@click.option("--on", type=DAY, help="The day of the visit; left out: today.")
@click.option("--about", multiple=True, help="What it was about, such as pain, or a rule's code.")
@click.option("--next", "planned", type=ANY_DAY, help="The next appointment.")
@pass_session
def visit(
    session: Session,
    outcome: str | None,
    on: date | None,
    about: tuple[str, ...],
    planned: date | None,
) -> None:
    """Note that a clinician checked something. Typed alone, it asks.

    A check quiets the advice that it was about for a while; what gets worse is said again.
    """
    from diary.vault import Change

    if outcome is None and not session.may_ask:
        raise MissingInput(NO_OUTCOME)
    with unlocked(session) as vault:
        if outcome is None:
            fact = _asked(session.today())
        else:
            what, start = Visit(outcome), on or session.today()
            fact = Fact(id=str(uuid4()), what=what, start=start, about=about, next_due=planned)
        save(session, vault, "visit", [Change(before=None, after=fact)])
    click.echo(f'Noted: {fact_in_short(fact)}. "diary undo" takes it back.')


def _asked(today: date) -> Fact:
    outcome = ask(
        "What came of the visit?",
        one_of(Choice(plain(word), word) for word in Visit),
        explanation="Told to expect it: somebody said that this can happen and to wait.",
    )
    if outcome is None:
        raise MissingInput("nothing was chosen, and nothing was changed")
    about = ask(
        "What was it about? You can give several numbers.",
        some_of((Choice(label, word) for word, label in ABOUT.items()), none=""),
        explanation="Enter: not said. The advice then follows what you wrote down before it.",
    )
    return Fact(
        id=str(uuid4()),
        what=outcome,
        start=ask("When was it? (Enter = today)", day_form(today)) or today,
        about=about or (),
        next_due=ask("Is a next appointment planned? The day, as 2026-11-30:", _day_to_come(today)),
    )


def _day_to_come(today: date) -> Form[date]:
    def read(typed: str) -> date:
        try:
            day = date.fromisoformat(typed)
        except ValueError:
            raise InvalidValue("write the day as 2026-11-30, or only Enter for none") from None
        if day < today:
            raise InvalidValue("that day is past; write the day of the next appointment")
        return day

    return Form(read=read, say=str)
