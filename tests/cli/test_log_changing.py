"""Changing one's mind while writing: back, change a line, throw away, stop."""

import datetime as dt
from collections.abc import Callable

import pytest
from running import OpenTerminal

from diary.model import Entry, History

Recorded = Callable[[], History]

TODAY = dt.date.today()  # noqa: DTZ011 - as the person's clock says
NOTHING = "Nothing was saved."


def only_entry(history: History) -> Entry:
    (entry,) = history.entries
    return entry


def test_b_goes_back_one_question(terminal: OpenTerminal, recorded: Recorded) -> None:
    screen = terminal("log").answers("What happened?", "4").answers("Which day?", "b")
    screen.answers("What happened?", "1").sees("Saved")
    assert screen.ends() == 0
    assert only_entry(recorded()).no_bleeding is True


def test_a_line_of_the_summary_can_be_changed_by_its_number(
    terminal: OpenTerminal, recorded: Recorded
) -> None:
    screen = terminal("log").answers("What happened?", "5").answers("write down?", "1")
    screen.answers("Which day?", "yesterday").answers("time", "end")
    screen.sees("1. What happened", "2. About: sex", "3. Day", "Save?").types("3")
    screen.answers("Which day?").sees("3. Day: today", "Save?").types("")
    assert screen.ends() == 0
    assert only_entry(recorded()).date == TODAY


def test_the_summary_can_be_thrown_away(terminal: OpenTerminal, recorded: Recorded) -> None:
    screen = terminal("log").answers("What happened?", "3").answers("Which day?", "end")
    screen.answers("true?").answers("Save?", "no").answers("Throw all of this away?", "2")
    screen.answers("Save?", "no").answers("Throw all of this away?", "1").sees(NOTHING)
    assert screen.ends() == 1
    assert recorded().entries == ()


@pytest.mark.parametrize("letter", ["c", "d"])
def test_stopping_at_a_question_saves_nothing_and_says_so(
    terminal: OpenTerminal, recorded: Recorded, letter: str
) -> None:
    screen = terminal("log").answers("What happened?", "3").answers("day?").sees("What time?")
    screen.presses_control(letter, until=NOTHING)
    assert screen.ends() == 1
    assert "Traceback" not in screen.shown
    assert recorded().entries == ()


def test_stopping_at_the_passphrase_that_comes_first_says_so_too(terminal: OpenTerminal) -> None:
    screen = terminal("log", "--unlock", asks_passphrase=True).sees("Passphrase")
    screen.presses_control("c", until=NOTHING)
    assert screen.ends() == 1


def test_saying_nothing_at_all_saves_nothing(terminal: OpenTerminal, recorded: Recorded) -> None:
    screen = terminal("log").answers("What happened?", "end").sees(NOTHING)
    assert screen.ends() == 1
    assert recorded().entries == ()


def test_none_of_these_says_no_only_to_what_was_shown(
    terminal: OpenTerminal, recorded: Callable[[], History]
) -> None:
    """Change where the blood came from in the summary: the longer list of signs is asked anew."""
    screen = terminal("log")
    screen.answers("What happened?", "3").answers("Which day?").answers("What time?")
    screen.answers("Where did the blood come from?", "1").answers("Is this your period?", "no")
    screen.answers("How much blood?", "4").sees("Has it stopped?").types("end")
    screen.answers("Is any of these true?", "0").sees("Save?")
    number = next(
        line.split(".")[0] for line in screen.shown.splitlines() if ". Blood from:" in line
    )
    screen.types(number).answers("Where did the blood come from?", "2")
    screen.sees("Is any of these true?", "black or tarry poo").types("")
    screen.answers("Save?").sees("Saved as")
    assert screen.ends() == 0
    assert recorded().entries[0].absent == ()
