"""Questions at a terminal: plain text, one at a time, with numbers to type.

`ask("How much?", one_of([...]))` returns the answer, or None where it was skipped. Enter skips, "?"
explains, what cannot be read is asked again with one sentence that says why. Nothing is drawn and
no line is written over, so that it works in 40 columns, without colour and with a screen reader.
A `Form` says what an answer may look like: `one_of`, `some_of`, `yes_no`, `number`, `words`, `day`.
"""

import re
import shutil
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import Enum
from typing import Generic, TypeVar

import click

from diary.cli.screen import WIDEST, paragraph
from diary.cli.when import in_full, moment_in_full, read_day, read_moment, read_time
from diary.cli.words import plain
from diary.errors import InvalidValue
from diary.model.vocabulary import Answer

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
WordT = TypeVar("WordT", bound=Enum)

NO_EXPLANATION = "There is nothing more to say about this question. Enter skips it."
UNREADABLE = "some of what you typed could not be read; type it again"
NONE_OF_THESE = "none of these"


class Leave(Exception):
    """The person typed one of the words that lead away from the question, such as "b"."""

    def __init__(self, word: str) -> None:
        """Keep the word."""
        super().__init__(word)
        self.word = word


@dataclass(frozen=True, slots=True)
class Choice(Generic[T_co]):
    """One line of a list: what is shown, what it means, what else may be typed for it."""

    label: str
    value: T_co
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Form(Generic[T]):
    """What an answer may look like.

    `read` turns what was typed into the answer or raises `InvalidValue`; `say` is its way back into
    words; `choices` are listed under the question, each with its number; `hint` stands behind it.
    """

    read: Callable[[str], T]
    say: Callable[[T], str]
    choices: tuple[tuple[int, str], ...] = ()
    hint: str = ""


def ask(
    question: str, form: Form[T], *, explanation: str = "", leave: Sequence[str] = ()
) -> T | None:
    """Ask until there is an answer; None where it was skipped.

    Raises:
        Leave: where one of the words in `leave` was typed.
        click.Abort: on Ctrl-C and Ctrl-D.
    """
    _show(question, form)
    while True:
        typed = _typed(_prompt(question, form))
        if not typed:
            return None
        if typed.lower() in leave:
            raise Leave(typed.lower())
        if typed == "?":
            click.echo(paragraph(explanation or NO_EXPLANATION))
            continue
        try:
            return form.read(typed)
        except InvalidValue as error:
            click.echo(paragraph(as_sentence(error)))


def as_sentence(error: Exception) -> str:
    """Return the message of an error as a sentence with a capital and a full stop."""
    message = str(error)
    return f"{message[:1].upper()}{message[1:]}."


NOT_SURE: Choice[None] = Choice("not sure", None, ("unsure",))
"""The last choice of a list where the diary has no word for it: what is meant stays unknown."""


def each(words: Iterable[WordT]) -> tuple[Choice[WordT | None], ...]:
    """Return a choice for each word of the model, in plain English, and "not sure"."""
    given: list[Choice[WordT | None]] = [
        Choice(plain(word), word, (str(word.value),)) for word in words
    ]
    return (*given, NOT_SURE)


def one_of(choices: Iterable[Choice[T]]) -> Form[T]:
    """Let one be chosen by its number, its words or the beginning of them."""
    given = tuple(choices)
    return Form(
        read=lambda typed: given[_number_of(typed, given) - 1].value,
        say=lambda value: next((c.label for c in given if c.value == value), ""),
        choices=tuple((number, choice.label) for number, choice in enumerate(given, 1)),
    )


def some_of(choices: Iterable[Choice[T]], *, none: str = NONE_OF_THESE) -> Form[tuple[T, ...]]:
    """Let any be chosen by their numbers, as in "1 3"; 0 is none of them: an empty tuple."""
    given = tuple(choices)
    labels = {choice.value: choice.label for choice in given}
    numbered = [(number, choice.label) for number, choice in enumerate(given, 1)]
    return Form(
        read=lambda typed: _some(typed, given, none=none),
        say=lambda values: ", ".join(labels.get(value, "") for value in values) or none,
        choices=((0, none), *numbered) if none else tuple(numbered),
    )


def yes_no() -> Form[Answer]:
    """Let it be yes, no or not sure, each by number, word or first letter."""
    choices = (
        Choice("yes", Answer.YES, ("y",)),
        Choice("no", Answer.NO, ("n",)),
        Choice("not sure", Answer.UNSURE, ("unsure", "s")),
    )
    form = one_of(choices)
    return Form(read=form.read, say=form.say, hint="(1 yes, 2 no, 3 not sure)")


def number(least: int, most: int) -> Form[int]:
    """Let a whole number be typed."""

    def read(typed: str) -> int:
        if re.fullmatch(r"[0-9]{1,6}", typed) and least <= int(typed) <= most:
            return int(typed)
        raise InvalidValue(f"that is not a whole number from {least} to {most}; type one")

    return Form(read=read, say=str)


def measured(read: Callable[[str], float], unit: str) -> Form[float]:
    """Let an amount be typed that `read` understands."""
    return Form(read=read, say=lambda value: f"{value:g} {unit}")


def words() -> Form[str]:
    """Let anything be typed on one line."""
    return Form(read=str, say=str)


def day(today: date) -> Form[date]:
    """Let a day be said as in `diary.cli.when`."""
    return Form(read=lambda typed: read_day(typed, today), say=lambda said: in_full(said, today))


def moment(now: datetime) -> Form[tuple[date, time | None]]:
    """Let a day be said, with a time if the person likes."""
    return Form(
        read=lambda typed: read_moment(typed, now),
        say=lambda said: moment_in_full(*said, today=now.date()),
    )


def clock() -> Form[time]:
    """Let a time of day be said."""
    return Form(read=read_time, say=lambda said: f"{said:%H:%M}")


def _typed(prompt: str) -> str:
    """Return the line that was typed; where the terminal sent bytes that are no text, ask again."""
    while True:
        try:
            typed = click.prompt(prompt, default="", show_default=False, prompt_suffix=" ")
            typed.encode()
        except UnicodeError:
            click.echo(paragraph(as_sentence(InvalidValue(UNREADABLE))))
        else:
            return typed.strip()


def _show(question: str, form: Form[T]) -> None:
    """Show all but the line that is typed on."""
    click.echo()
    if not form.choices:
        for line in _lines(question, form)[:-1]:
            click.echo(line)
        return
    click.echo(paragraph(question))
    for key, label in form.choices:
        click.echo(_listed(key, label))


def _listed(key: int, label: str) -> str:
    wide = min(WIDEST, shutil.get_terminal_size().columns)
    return click.wrap_text(label, wide, initial_indent=f"{key:>3}  ", subsequent_indent=" " * 5)


def _prompt(question: str, form: Form[T]) -> str:
    return "Number:" if form.choices else _lines(question, form)[-1]


def _lines(question: str, form: Form[T]) -> list[str]:
    return paragraph(f"{question} {form.hint}".strip()).split("\n")


def _number_of(typed: str, choices: Sequence[Choice[T]]) -> int:
    """Return the number of the choice that was typed: by number, exact words, or their start."""
    said = " ".join(typed.lower().split())
    if re.fullmatch(r"[0-9]{1,3}", said) and 1 <= int(said) <= len(choices):
        return int(said)
    exact = [n for n, c in enumerate(choices, 1) if said in (c.label.lower(), *c.keys)]
    begun = [n for n, c in enumerate(choices, 1) if c.label.lower().startswith(said)]
    found = exact or begun
    if len(found) != 1:
        raise InvalidValue(f"type a number from 1 to {len(choices)}, or only Enter to skip")
    return found[0]


def _some(typed: str, choices: Sequence[Choice[T]], *, none: str) -> tuple[T, ...]:
    if none and typed.lower() in ("0", "none", none):
        return ()
    said = re.split(r"[\s,;.+&]+", typed.strip(" ,;.+&"))
    if not all(each.isascii() and each.isdigit() for each in said):
        said = [typed]
    elif none and "0" in said:
        raise InvalidValue(f"0 means {none}; type it alone, or the other numbers without it")
    numbers = sorted({_number_of(each, choices) for each in said})
    return tuple(choices[number - 1].value for number in numbers)
