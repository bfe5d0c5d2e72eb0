"""The conversation: one question after the other, then the summary, until all is said."""

from collections.abc import Mapping
from dataclasses import replace
from enum import Enum, auto
from typing import Any

import click

from diary.cli.ask import Form, Leave, ask, yes_no
from diary.cli.log.draft import Answers, Chosen, Draft, Flow, Progress, Question, replay
from diary.cli.screen import paragraph
from diary.cli.when import moment_in_full
from diary.errors import InvalidValue
from diary.model import Entry
from diary.model.vocabulary import Answer

LEAVE = ("b", "back", "end")
HINT = (
    "Enter skips a question, ? explains it, b goes back, end goes to the summary, Ctrl-C stops"
    " without saving."
)
REVIEW = (
    "Save? Enter = yes. A number changes that line, b goes back to the last question, no throws it"
    " all away."
)
EXPLAINED = "Nothing is saved yet. What you did not answer stays unknown."


class Review(Enum):
    """What may be typed under the summary, beside the number of a line."""

    SAVE = auto()
    THROW_AWAY = auto()


def talk(start: Draft, flow: Flow) -> Draft:
    """Ask all that matters, show the summary and return what is to be saved.

    Raises:
        click.Abort: where the person stops or throws it away.
    """
    click.echo(paragraph(HINT))
    answers: Answers = {}
    while True:
        progress = replay(start, flow, answers)
        if progress.question is not None:
            answers = _next(progress, progress.question, answers, flow)
        elif progress.draft.is_done or not says_something(progress.draft.entry):
            return progress.draft
        else:
            decided = _review(progress, answers)
            if decided is None:
                return progress.draft
            answers = decided


def ask_needed(start: Draft, flow: Flow) -> Draft:
    """Ask only the questions of `flow`, without a summary: what options left open."""
    answers: Answers = {}
    while True:
        progress = replay(start, flow, answers)
        if progress.question is None:
            return progress.draft
        answers = _next(progress, progress.question, answers, flow)


def says_something(entry: Entry) -> bool:
    """Say whether the entry says anything beside its day."""
    empty = Entry(
        date=entry.date,
        date_precision=entry.date_precision,
        time=entry.time,
        private=entry.private,
    )
    return replace(entry, id=None) != empty


def _next(progress: Progress, question: Question[Any], answers: Answers, flow: Flow) -> Answers:
    """Return the answers with one more, or with the last one taken back, or all the rest skipped.

    What the model would refuse is refused here, so that the question is asked again.
    """
    draft = progress.draft
    form = question.form_for(draft)

    def read(typed: str) -> object:
        answer = form.read(typed)
        question.answered(draft, answer)
        return answer

    try:
        answer = ask(
            question.words(draft),
            replace(form, read=read),
            explanation=question.explanation,
            leave=LEAVE,
        )
    except Leave as leave:
        return _skip_the_rest(answers, flow) if leave.word == "end" else _without_last(answers)
    kept = Chosen(answer, form.choices) if answer is not None and form.choices else answer
    return {**answers, question.name: kept}


def _without_last(answers: Answers) -> Answers:
    return {name: answers[name] for name in list(answers)[:-1]}


def _skip_the_rest(answers: Answers, flow: Flow) -> Answers:
    skipped = {q.name: None for q in flow if q.name not in answers and not q.always}
    return {**answers, **skipped}


def _review(progress: Progress, answers: Answers) -> Answers | None:
    """Show the summary; return None to save, or the answers that are left to go on with."""
    _show_summary(progress)
    names = {str(number): line.name for number, line in enumerate(progress.lines, 1)}
    form = Form(read=lambda typed: _reviewed(typed, names), say=str)
    try:
        decided = ask(REVIEW, form, explanation=EXPLAINED, leave=("b", "back"))
    except Leave:
        return _without_last(answers)
    if decided is None or decided is Review.SAVE:
        return None
    if decided is Review.THROW_AWAY:
        if ask("Throw all of this away?", yes_no()) is Answer.YES:
            raise click.Abort
        return answers
    return {name: answer for name, answer in answers.items() if name != decided}


def _reviewed(typed: str, names: Mapping[str, str]) -> Review | str:
    said = typed.lower()
    if said in ("y", "yes", "s", "save"):
        return Review.SAVE
    if said in ("n", "no"):
        return Review.THROW_AWAY
    if said in names:
        return names[said]
    raise InvalidValue("type only Enter to save, the number of a line, b, or no")


def _show_summary(progress: Progress) -> None:
    entry = progress.draft.entry
    click.echo()
    click.echo(paragraph(moment_in_full(entry.date, entry.time, today=progress.draft.today)))
    for number, line in enumerate(progress.lines, 1):
        click.echo(paragraph(f"{number}. {line.name}: {line.said}"))
