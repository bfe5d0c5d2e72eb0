"""What may be typed at a question, and what comes of it."""

from collections.abc import Callable
from typing import TypeVar

import click
import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from diary.cli.ask import (
    Choice,
    Form,
    Leave,
    ask,
    each,
    measured,
    number,
    one_of,
    some_of,
    words,
    yes_no,
)
from diary.cli.log.measures import read_hours, read_number, read_temperature, read_whole
from diary.errors import InvalidValue
from diary.model.vocabulary import Answer, Colour

T = TypeVar("T")

MEALS = (Choice("soup", "s"), Choice("salad", "x", ("green",)), Choice("not sure", None))


def asked(
    form: Form[T], typed: str, *, explanation: str = "", leave: tuple[str, ...] = ()
) -> Result:
    """Put one question to a person who types these lines, and print what was understood."""

    @click.command()
    def command() -> None:
        try:
            answer = ask("Which?", form, explanation=explanation, leave=leave)
            click.echo(f"={answer!r}")
        except Leave as left:
            click.echo(f"left by {left.word}")

    return CliRunner(catch_exceptions=False).invoke(command, input=typed)


@pytest.mark.parametrize("typed", ["1", "soup", "SOUP", "so", " soup ", "01"])
def test_a_choice_is_made_by_its_number_its_words_or_their_beginning(typed: str) -> None:
    assert one_of(MEALS).read(typed) == "s"


@pytest.mark.parametrize("typed", ["2", "green", "sal", "salad"])
def test_a_choice_may_have_other_words(typed: str) -> None:
    assert one_of(MEALS).read(typed) == "x"


@pytest.mark.parametrize("typed", ["0", "4", "s", "²", "-1", "1 2", "bread"])
def test_what_is_no_single_choice_is_refused_with_the_numbers(typed: str) -> None:
    with pytest.raises(InvalidValue, match="type a number from 1 to 3"):
        one_of(MEALS).read(typed)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1 2", ("s", "x")),
        ("2, 1", ("s", "x")),
        ("2;2", ("x",)),
        ("salad", ("x",)),
        ("1.2", ("s", "x")),
    ],
)
def test_several_choices_are_given_by_their_numbers(
    typed: str, meant: tuple[str | None, ...]
) -> None:
    assert some_of(MEALS).read(typed) == meant


@pytest.mark.parametrize("typed", ["0", "none", "none of these"])
def test_none_of_these_is_an_answer_of_its_own(typed: str) -> None:
    form = some_of(MEALS)
    assert form.read(typed) == ()
    assert form.say(()) == "none of these"
    assert form.choices[0] == (0, "none of these")


def test_none_and_some_together_are_refused() -> None:
    with pytest.raises(InvalidValue, match="0 means none of these"):
        some_of(MEALS).read("0 1")


def test_a_list_without_none_of_these_does_not_offer_it() -> None:
    form = some_of(MEALS, none="")
    assert form.choices[0] == (1, "soup")
    with pytest.raises(InvalidValue):
        form.read("0")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1", Answer.YES),
        ("y", Answer.YES),
        ("Yes", Answer.YES),
        ("2", Answer.NO),
        ("n", Answer.NO),
        ("no", Answer.NO),
        ("3", Answer.UNSURE),
        ("not sure", Answer.UNSURE),
        ("unsure", Answer.UNSURE),
    ],
)
def test_yes_no_and_not_sure_each_have_a_number_and_words(typed: str, meant: Answer) -> None:
    assert yes_no().read(typed) is meant


def test_each_word_of_an_enum_becomes_a_choice_with_not_sure_at_the_end() -> None:
    labels = [choice.label for choice in each(Colour)]
    assert labels == ["pink", "bright red", "dark red", "brown", "black", "not sure"]
    assert one_of(each(Colour)).read("bright_red") is Colour.BRIGHT_RED
    assert one_of(each(Colour)).read("6") is None


@given(st.integers(-5, 20))
def test_a_number_is_taken_only_within_its_range(value: int) -> None:
    form = number(0, 10)
    if 0 <= value <= 10:
        assert form.read(str(value)) == value
    else:
        with pytest.raises(InvalidValue, match="from 0 to 10"):
            form.read(str(value))


@pytest.mark.parametrize(
    ("read", "typed", "meant"),
    [
        (read_hours, "2", 2),
        (read_hours, "2h", 2),
        (read_hours, "2 hours", 2),
        (read_hours, "30 min", 0.5),
        (read_hours, "45 minutes", 0.75),
        (read_hours, "2 days", 48),
        (read_hours, "0,5", 0.5),
        (read_hours, "0", 0),
        (read_temperature, "38.2", 38.2),
        (read_temperature, "38,2 °C", 38.2),
        (read_temperature, "100.4", 38),
        (read_temperature, "100.4 F", 38),
        (read_number, "0.5", 0.5),
        (read_whole, "11", 11),
    ],
)
def test_measures_are_read_as_people_write_them(
    read: Callable[[str], float], typed: str, meant: float
) -> None:
    assert read(typed) == pytest.approx(meant)


@pytest.mark.parametrize("read", [read_hours, read_temperature, read_number, read_whole])
@pytest.mark.parametrize("typed", ["", "some", "-1", "1e3", "nan", "inf", "99999999", "1/2", "²"])
def test_what_is_no_measure_is_refused_with_an_example(
    read: Callable[[str], float], typed: str
) -> None:
    with pytest.raises(InvalidValue, match="write it like"):
        read(typed)


def test_enter_skips_the_question() -> None:
    result = asked(one_of(MEALS), "\n")
    assert result.output.endswith("=None\n")


def test_a_question_mark_explains_and_the_question_stays() -> None:
    result = asked(one_of(MEALS), "?\n1\n", explanation="Soup is warm.")
    assert "Soup is warm." in result.output
    assert result.output.endswith("='s'\n")


def test_a_question_without_explanation_says_that_enter_skips() -> None:
    assert "Enter skips it." in asked(words(), "?\n\n").output


def test_a_mistake_is_explained_and_the_question_asked_again() -> None:
    result = asked(number(0, 10), "eleven\n11\n3\n")
    assert result.output.count("That is not a whole number from 0 to 10; type one.") == 2
    assert result.output.endswith("=3\n")


def test_some_words_lead_away_from_the_question() -> None:
    assert asked(words(), "b\n", leave=("b", "end")).output.endswith("left by b\n")
    assert asked(words(), "END\n", leave=("b", "end")).output.endswith("left by end\n")
    assert asked(words(), "bend\n", leave=("b", "end")).output.endswith("='bend'\n")


def test_the_end_of_the_input_stops_the_command() -> None:
    assert asked(words(), "").exit_code == 1


def test_the_choices_are_listed_with_their_numbers() -> None:
    lines = asked(one_of(MEALS), "\n").output.splitlines()
    assert lines[:5] == ["", "Which?", "  1  soup", "  2  salad", "  3  not sure"]
    assert lines[5].startswith("Number:")


def test_long_choices_are_broken_under_their_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    form = one_of([Choice("a gush of blood, or blood running down the legs", 1)])
    lines = asked(form, "\n").output.splitlines()
    assert max(map(len, lines)) <= 40
    assert lines[2:4] == ["  1  a gush of blood, or blood running", "     down the legs"]


def test_a_measured_amount_is_said_with_its_unit() -> None:
    assert measured(read_hours, "hours").say(0.5) == "0.5 hours"
