"""`diary background add`: write down a fact, or that something is not so."""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import click

from diary.cli.ask import Choice, ask, one_of, words
from diary.cli.ask import day as day_form
from diary.cli.days import ANY_DAY, DAY
from diary.cli.describe import fact_in_short
from diary.cli.log.command import note_from_input
from diary.cli.save import save, tell
from diary.cli.session import Session, pass_session
from diary.cli.unlock import unlocked
from diary.cli.words import plain
from diary.errors import InvalidValue, MissingInput
from diary.model import AbsentFact, Fact, FactKind, History
from diary.model.background_words import Helped, Infection, Result, ScreeningTest
from diary.model.fact import DETAILS, WORDS, FactWord
from diary.model.vocabulary import DatePrecision

if TYPE_CHECKING:
    from diary.vault import Change, Vault

KINDS = [kind.value for kind in FactKind]


def _values(words: type[Any]) -> click.Choice[str]:
    return click.Choice([word.value for word in words])


@click.command("add")
@click.option("--kind", type=click.Choice(KINDS), help="What sort of fact it is.")
@click.option("--what", help="One of the words of that kind.")
@click.option("--no", "absent", is_flag=True, help="It is not so: no such thing, or none at all.")
@click.option("--start", type=DAY, help="Since when, or the day it happened.")
@click.option("--end", type=DAY, help="The last day on which it held.")
@click.option("--precision", type=_values(DatePrecision), help="How well the days are known.")
@click.option("--low-progestogen/--enough-progestogen", default=None, help="For HRT.")
@click.option("--due-date", type=ANY_DAY, help="For a pregnancy.")
@click.option("--result", type=_values(Result), help="For a procedure or an investigation.")
@click.option("--test", type=_values(ScreeningTest), help="For cervical screening.")
@click.option("--next-due", type=ANY_DAY, help="For screening or a visit.")
@click.option("--infection", type=_values(Infection), help="For contact with an infection.")
@click.option("--last-contact", type=DAY, help="For contact with an infection.")
@click.option("--about", multiple=True, help="What a visit was about, such as pain.")
@click.option("--helped", type=_values(Helped), help="For something tried.")
@click.option("--tested/--not-tested", default=None, help="For partners.")
@click.option("--note", is_flag=True, help="Read a note from standard input, or ask for it.")
@click.option("--private", is_flag=True, help="Never in a report.")
@pass_session
def add(session: Session, /, *, absent: bool, note: bool, **given: Any) -> None:  # noqa: ANN401
    """Write down a fact. Typed alone, it asks.

    A later answer to the same question replaces "no".
    """
    with ExitStack() as stack:
        if session.may_ask:
            vault = stack.enter_context(unlocked(session))
        record = _record(session, absent=absent, note=note, given=given)
        if not session.may_ask:
            vault = stack.enter_context(unlocked(session))
        before = vault.history()
        _save(session, vault, before, record)
        after = vault.history()
    said = fact_in_short(record) if isinstance(record, Fact) else f"no {plain(record.kind)}"
    tell(session, f'Noted: {said}. "diary undo" takes it back.', before, after)


def _record(
    session: Session, *, absent: bool, note: bool, given: dict[str, Any]
) -> Fact | AbsentFact:
    """Return what is to be written down, asking for what the options leave open."""
    kind = _kind(session, given.pop("kind"))
    what = _what(session, kind, given.pop("what"), absent=absent)
    if absent:
        return AbsentFact(kind=kind, what=what, date=given["start"] or session.today())
    if what is None:
        raise MissingInput(f'say which one with "--what": {_choices(kind)}')
    details = _details(given)
    if session.may_ask and given["start"] is None:
        details |= _asked_details(kind, what, session)
    _refuse_future(details, session.today())
    return Fact(what=what, id=str(uuid4()), note=_note(session, kind, wanted=note), **details)


def _kind(session: Session, given: str | None) -> FactKind:
    if given is not None:
        return FactKind(given)
    if not session.may_ask:
        raise MissingInput(f'say what sort of fact it is with "--kind": {", ".join(KINDS)}')
    chosen = ask("What is it about?", one_of(Choice(plain(kind), kind) for kind in FactKind))
    if chosen is None:
        raise MissingInput("nothing was chosen, and nothing was changed")
    return chosen


def _what(session: Session, kind: FactKind, given: str | None, *, absent: bool) -> FactWord | None:
    if given is not None:
        return _word(kind, given)
    if absent or not session.may_ask:
        return None
    choices: Sequence[FactWord] = list(WORDS[kind])
    if len(choices) == 1:
        return choices[0]
    chosen = ask("Which?", one_of(Choice(plain(word), word) for word in choices))
    if chosen is None:
        raise MissingInput("nothing was chosen, and nothing was changed")
    return chosen


def _word(kind: FactKind, given: str) -> FactWord:
    found = [word for word in WORDS[kind] if word.value == given]
    if not found:
        raise InvalidValue(f"that is no word for {kind.value}; choose from {_choices(kind)}")
    return found[0]


def _choices(kind: FactKind) -> str:
    return ", ".join(word.value for word in WORDS[kind])


def _details(given: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of the fact that options gave, each as the model has it."""
    read: dict[str, Callable[[Any], Any]] = {
        "precision": DatePrecision,
        "result": Result,
        "test": ScreeningTest,
        "infection": Infection,
        "helped": Helped,
        "private": lambda flag: flag or None,
    }
    details = {
        name: read.get(name, lambda value: value)(value)
        for name, value in given.items()
        if value not in (None, ())
    }
    if "precision" in details:
        details["date_precision"] = details.pop("precision")
    return details


def _asked_details(kind: FactKind, what: FactWord, session: Session) -> dict[str, Any]:
    if kind is FactKind.QUESTION:
        return {}
    start = ask(
        f"Since when, or on which day ({plain(what)})?",
        day_form(session.today()),
        explanation="A day in the right month is enough. Enter: not known.",
    )
    details: dict[str, Any] = {} if start is None else {"start": start}
    if "helped" in DETAILS.get(kind, ()):
        details["helped"] = ask("Did it help?", one_of(Choice(plain(w), w) for w in Helped))
    if "result" in DETAILS.get(kind, ()):
        details["result"] = ask("The result?", one_of(Choice(plain(w), w) for w in Result))
    return details


def _note(session: Session, kind: FactKind, *, wanted: bool) -> str | None:
    if session.may_ask and (wanted or kind is FactKind.QUESTION):
        return ask("In your own words:", words())
    if wanted or kind is FactKind.QUESTION:
        return note_from_input() or None
    return None


def _refuse_future(details: dict[str, Any], today: date) -> None:
    start = details.get("start")
    if start is not None and start > today:
        raise InvalidValue("the day has not come yet; write it down when it has")


def _replaced(answers: Sequence[AbsentFact], record: Fact | AbsentFact) -> "list[Change]":
    """Take out the answers of "no" that the new record makes out of date."""
    from diary.vault import Change

    same = {(record.kind, record.what), (record.kind, None)}
    if isinstance(record, AbsentFact):
        same = {(record.kind, record.what)}
    return [Change(before=a, after=None) for a in answers if (a.kind, a.what) in same]


def _save(session: Session, vault: "Vault", history: History, record: Fact | AbsentFact) -> None:
    from diary.vault import Change

    replaced = _replaced(history.background_absent, record)
    save(session, vault, "background add", [*replaced, Change(before=None, after=record)])
