"""`diary log` where the inbox is missing or not whole, and only the open diary can make it."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from running import PASSPHRASE, OpenTerminal, RunDiary

from diary.inbox import file
from diary.model import History

Recorded = Callable[[], History]

FAINT = ("--bleeding", "heavy", "--source", "vaginal", "--symptom", "faint")


def test_an_older_diary_without_an_inbox_asks_for_the_passphrase_once_before_it_saves(
    terminal: OpenTerminal, home: Path, recorded: Recorded
) -> None:
    file.path_in(home).unlink()
    screen = terminal("log", asks_passphrase=True).answers("What happened?", "1")
    screen.sees("has to be unlocked once", "the inbox").answers("Passphrase", PASSPHRASE)
    screen.sees("Saved as", "Filed as", '"diary undo" takes it back')
    assert screen.ends() == 0
    assert len(recorded().entries) == 1
    assert file.public_key(home) is not None


def test_an_emergency_is_told_before_the_passphrase_that_mends_the_inbox(
    terminal: OpenTerminal, home: Path, recorded: Recorded
) -> None:
    os.truncate(file.path_in(home), 20)
    screen = terminal("log", *FAINT, asks_passphrase=True).answers("true today?", "0")
    screen.sees("GET HELP NOW", "has to be unlocked once")
    for _ in range(3):
        screen.answers("Passphrase", "wrong").sees("did not open the diary")
    screen.answers("nothing is lost. Try again?").answers("Passphrase", PASSPHRASE)
    screen.sees("Saved as", "Filed as")
    assert screen.ends() == 0
    assert screen.shown.count("GET HELP NOW") == 1
    assert len(recorded().entries) == 1


def test_to_stop_at_the_passphrase_that_mends_the_inbox_says_that_nothing_was_saved(
    terminal: OpenTerminal, home: Path
) -> None:
    os.truncate(file.path_in(home), 20)
    screen = terminal("log", "--pain", "2", asks_passphrase=True).answers("true today?")
    screen.sees("Passphrase").presses_control("c", until="Nothing was saved.")
    assert screen.ends() == 1


@pytest.mark.parametrize("way", [(), ("--sealed",)])
def test_where_the_inbox_is_not_whole_and_no_passphrase_can_be_had_the_reason_is_said(
    locked: RunDiary, home: Path, way: tuple[str, ...]
) -> None:
    os.truncate(file.path_in(home), 20)
    ran = locked("log", *way, *FAINT)
    assert ran.status == 2
    assert ran.out.startswith("GET HELP NOW")
    assert "Saved as" not in ran.out
    assert "has to be unlocked once" in " ".join(ran.err.split())
    assert "DIARY_PASSPHRASE_FILE" in ran.err


def test_sealed_stays_sealed_where_the_inbox_had_to_be_made_anew(
    diary: RunDiary, home: Path, recorded: Recorded
) -> None:
    os.truncate(file.path_in(home), 20)
    ran = diary("log", "--sealed", "--pain", "2")
    assert ran.status == 0
    assert "It is filed the next time" in ran.out
    assert recorded().entries == ()
    assert file.count(home) == 1
