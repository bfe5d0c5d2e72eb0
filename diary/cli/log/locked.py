"""What the locked diary knows cannot be read: it is asked, and holds for this entry alone."""

from dataclasses import replace
from datetime import date, timedelta
from enum import Enum

from diary.cli.ask import NOT_SURE, Choice, Form, day, some_of
from diary.cli.log.draft import Draft, Flow, Question, Topic
from diary.cli.log.judging import noticed
from diary.errors import InvalidValue
from diary.model import Fact
from diary.model.background_words import Medication, Pregnancy, PregnancyPossible, Procedure

WITHIN = timedelta(weeks=12)
"""So long after a birth or an operation the rules look for what came of it."""


class TrueToday(Enum):
    """What makes bleeding or pain more urgent, as a person says it."""

    PREGNANT = "pregnant"
    MAYBE = "maybe pregnant"
    THINNER = "taking a medicine that thins the blood"
    BIRTH = "a birth in the last 12 weeks"
    OPERATION = "an operation on these parts in the last 12 weeks"


def _is_asked(draft: Draft) -> bool:
    is_about_more = draft.topics & {Topic.BLEEDING, Topic.PAIN, Topic.SIGNS}
    return draft.is_locked and (bool(is_about_more) or noticed(draft.entry))


def _answered(draft: Draft, chosen: tuple[TrueToday | None, ...]) -> Draft:
    """Let the draft know the facts; none of them says that pregnancy is not possible.

    The days of a birth and an operation are asked next.
    """
    facts = [Fact(what=PregnancyPossible.NO, start=draft.today)] if not chosen else []
    if TrueToday.PREGNANT in chosen:
        facts.append(Fact(what=Pregnancy.ONGOING))
    if TrueToday.MAYBE in chosen:
        facts.append(Fact(what=PregnancyPossible.UNSURE, start=draft.today))
    if TrueToday.THINNER in chosen:
        facts.append(Fact(what=Medication.ANTICOAGULANT))
    asked_next = frozenset(name for name, said in DAYS.items() if said in chosen)
    return replace(_knowing(draft, *facts), open_days=asked_next)


def _knowing(draft: Draft, *facts: Fact) -> Draft:
    known = (*draft.history.background, *facts)
    return replace(draft, history=replace(draft.history, background=known))


TRUE_TODAY = Question(
    name="True today",
    text="Are any of these true today? You can give several numbers.",
    form=lambda _: some_of((*(Choice(each.value, each) for each in TrueToday), NOT_SURE)),
    matters=_is_asked,
    change=_answered,
    explanation=(
        "The diary is locked and cannot look. The answer is used now, to tell what cannot wait, and"
        " is not kept."
    ),
    always=True,
)

DAYS = {"The birth": TrueToday.BIRTH, "The operation": TrueToday.OPERATION}


def _day(draft: Draft) -> Form[date]:
    form = day(draft.today)

    def read(typed: str) -> date:
        said = form.read(typed)
        if draft.today - said > WITHIN:
            raise InvalidValue("that is more than 12 weeks ago; give a later day, or only Enter")
        return said

    return replace(form, read=read)


def _on(name: str, what: Pregnancy | Procedure) -> Question[date]:
    """Ask for the day; two weeks ago is when most of the rules still look."""
    return Question(
        name=name,
        text=f"When was {name.lower()}, about? (Enter = two weeks ago)",
        form=_day,
        matters=lambda draft: name in draft.open_days,
        change=lambda draft, said: _knowing(draft, Fact(what=what, start=said)),
        skip=lambda draft: _knowing(draft, Fact(what=what, start=draft.today - timedelta(weeks=2))),
        skipped_as="two weeks ago",
        explanation="Like 2 november, or 20 days ago. What to look for changes with the weeks.",
        always=True,
    )


LOCKED: Flow = (
    TRUE_TODAY,
    _on("The birth", Pregnancy.BIRTH),
    _on("The operation", Procedure.OTHER_GYNAECOLOGICAL),
)
