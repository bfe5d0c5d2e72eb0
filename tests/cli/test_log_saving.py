"""Where saving fails, nothing that was answered is lost."""

import resource
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from busy import held_by_another_program
from running import PASSPHRASE, OpenTerminal, RunDiary

from diary.model import History
from diary.vault.connection import connect

Recorded = Callable[[], History]

EMERGENCY = ("--bleeding", "heavy", "--source", "vaginal", "--symptom", "faint")


@contextmanager
def limited_to(path: Path, *, more: int) -> Iterator[None]:
    """Let no file grow beyond that of `path` and so many bytes, as where the disk is full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handled = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + more, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handled)


@contextmanager
def unwritable(home: Path) -> Iterator[None]:
    """Put a folder where the inbox is, so that nothing can be written to it."""
    inbox, away = home / "inbox.dat", home / "away"
    inbox.rename(away)
    inbox.mkdir()
    try:
        yield
    finally:
        inbox.rmdir()
        away.rename(inbox)


def test_a_busy_diary_keeps_nobody_waiting_the_entry_is_saved_and_filed_later(
    diary: RunDiary, home: Path, recorded: Recorded
) -> None:
    with held_by_another_program(home):
        ran = diary("log", "--pain", "2")
    assert ran.status == 0
    assert "Saved as" in ran.out
    assert "It is filed the next time" in ran.out
    assert "another program is using the diary" in " ".join(ran.err.split())
    assert recorded().entries == ()
    assert "1 entry from the inbox filed" in diary("list").err
    (entry,) = recorded().entries
    assert entry.pain is not None
    assert entry.pain.score == 2


@pytest.mark.parametrize("way", [(), ("--unlock",)])
def test_an_emergency_is_told_where_the_entry_cannot_be_filed(
    diary: RunDiary, home: Path, way: tuple[str, ...]
) -> None:
    with held_by_another_program(home):
        ran = diary("log", *way, *EMERGENCY)
    assert ran.status == 0
    assert ran.out.startswith("GET HELP NOW")
    assert "Saved as" in ran.out
    assert "It is filed the next time" in ran.out


@contextmanager
def damaged(home: Path, table: str) -> Iterator[None]:
    """Alter one bit in the first page of a table, and put it right in the end."""
    path = home / "diary.db"
    query = "SELECT rootpage FROM sqlite_schema WHERE name = ?"
    driver = connect(path, PASSPHRASE)
    (page,) = driver.execute(query, (table,)).fetchone()
    driver.close()
    at = (page - 1) * 4096 + 100
    _flip(path, at)
    try:
        yield
    finally:
        _flip(path, at)


def _flip(path: Path, at: int) -> None:
    content = bytearray(path.read_bytes())
    content[at] ^= 1
    path.write_bytes(content)


@pytest.mark.parametrize("table", ["setting", "entry", "fact"])
def test_a_damaged_diary_does_not_hide_that_the_entry_is_saved_nor_an_emergency(
    diary: RunDiary, home: Path, recorded: Recorded, table: str
) -> None:
    with damaged(home, table):
        ran = diary("log", *EMERGENCY)
    assert ran.status == 0
    assert ran.out.startswith("GET HELP NOW")
    assert "Saved as" in ran.out
    assert "not whole" in ran.err
    diary("list")
    assert len(recorded().entries) == 1


def test_ctrl_c_while_it_is_filed_says_that_it_is_saved(
    terminal: OpenTerminal, diary: RunDiary, home: Path, recorded: Recorded
) -> None:
    empty = (home / "inbox.dat").stat().st_size
    with held_by_another_program(home):
        screen = terminal("log", *EMERGENCY)
        while (home / "inbox.dat").stat().st_size == empty:
            time.sleep(0.1)
        screen.types_bytes(b"\x03").sees("Saved as")
        assert screen.ends() == 0
    assert screen.shown.index("GET HELP NOW") < screen.shown.index("Saved as")
    diary("list")
    assert len(recorded().entries) == 1


def test_a_folder_that_cannot_be_written_to_keeps_the_answers(
    terminal: OpenTerminal, home: Path, recorded: Recorded
) -> None:
    screen = terminal("log").sees("What happened?")
    with unwritable(home):
        screen.types("1").sees("the folder can be written to", "Try again?").types("y")
        screen.sees("Try again?")
    screen.types("").sees("Saved as")
    assert screen.ends() == 0
    assert len(recorded().entries) == 1


def test_an_inbox_that_others_can_read_is_said_before_anything_is_asked(
    terminal: OpenTerminal, diary: RunDiary, home: Path
) -> None:
    (home / "inbox.dat").chmod(0o644)
    screen = terminal("log").sees("other people can read the inbox", "chmod 600")
    assert screen.ends() == 6
    assert "What happened?" not in screen.shown
    (home / "inbox.dat").rename(home / "elsewhere")
    (home / "inbox.dat").symlink_to(home / "elsewhere")
    assert "move it away" in diary("log", "--pain", "2").err


def test_an_inbox_that_others_can_read_meanwhile_keeps_the_answers(
    terminal: OpenTerminal, home: Path, recorded: Recorded
) -> None:
    screen = terminal("log").sees("What happened?")
    (home / "inbox.dat").chmod(0o644)
    screen.types("1").sees("chmod 600", "Try again?")
    (home / "inbox.dat").chmod(0o600)
    screen.types("").sees("Saved as")
    assert screen.ends() == 0
    assert len(recorded().entries) == 1


def test_giving_up_says_that_nothing_was_saved(
    terminal: OpenTerminal, home: Path, recorded: Recorded
) -> None:
    screen = terminal("log").sees("What happened?")
    with unwritable(home):
        screen.types("1").answers("Try again?", "2").sees("Error:", "could not be saved")
        assert screen.ends() == 9
        assert "Traceback" not in screen.shown
    assert recorded().entries == ()


def test_ctrl_c_at_the_offer_to_try_again_says_so_too(
    terminal: OpenTerminal, home: Path, recorded: Recorded
) -> None:
    screen = terminal("log").sees("What happened?")
    with unwritable(home):
        screen.types("1").sees("Try again?").presses_control("c", until="Nothing was saved.")
        assert screen.ends() == 1
    assert recorded().entries == ()


def test_without_a_terminal_what_cannot_be_saved_is_an_exit_status_of_its_own(
    diary: RunDiary, home: Path, recorded: Recorded
) -> None:
    with limited_to(home / "inbox.dat", more=100):
        ran = diary("log", "--pain", "2")
    assert (ran.status, ran.out) == (9, "")
    assert "Traceback" not in ran.err
    assert ran.err.startswith("Error: the entry could not be saved")
    assert (home / "inbox.dat").read_bytes().count(b"\n") == 1
    assert recorded().entries == ()
