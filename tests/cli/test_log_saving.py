"""Where saving fails, nothing that was answered is lost."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from running import PASSPHRASE, OpenTerminal, RunDiary

from diary.model import History

Recorded = Callable[[], History]

HOLD = """
import sys
from pathlib import Path
from diary.vault.connection import connect
driver = connect(Path(sys.argv[1]), sys.argv[2])
driver.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.read()
"""


@contextmanager
def held_by_another_program(home: Path) -> Iterator[None]:
    """Keep the diary busy: another process has begun to write and does not finish."""
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(home / "diary.db"), PASSPHRASE],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert holder.stdout is not None
    assert holder.stdin is not None
    try:
        assert holder.stdout.readline() == b"held\n"
        yield
    finally:
        holder.stdin.close()
        holder.wait()
        holder.stdout.close()


@contextmanager
def unwritable(home: Path) -> Iterator[None]:
    """Put a folder where the journal of every change has to be written."""
    in_the_way = home / "diary.db-journal"
    in_the_way.mkdir()
    try:
        yield
    finally:
        in_the_way.rmdir()


def test_a_busy_diary_keeps_the_answers_and_saves_them_at_the_next_try(
    terminal: OpenTerminal, home: Path, recorded: Recorded
) -> None:
    screen = terminal("log").answers("What happened?", "4").answers("Which day?")
    screen.answers("time?").answers("Pain, from 0", "2").answers("Where was", "end")
    screen.answers("true?", "0").sees("Save?")
    with held_by_another_program(home):
        screen.types("").sees("Another program is using the diary", "Try again?")
    screen.types("").sees("Saved as")
    assert screen.ends() == 0
    (entry,) = recorded().entries
    assert entry.pain is not None
    assert entry.pain.score == 2


def test_a_folder_that_cannot_be_written_to_keeps_the_answers_too(
    terminal: OpenTerminal, home: Path, recorded: Recorded
) -> None:
    screen = terminal("log").sees("What happened?")
    with unwritable(home):
        screen.types("1").sees("the folder can be written to", "Try again?").types("y")
        screen.sees("Try again?")
    screen.types("").sees("Saved as")
    assert screen.ends() == 0
    assert len(recorded().entries) == 1


def test_giving_up_says_that_nothing_was_saved(
    terminal: OpenTerminal, home: Path, recorded: Recorded
) -> None:
    screen = terminal("log").sees("What happened?")
    with unwritable(home):
        screen.types("1").answers("Try again?", "2").sees("Error:", "could not be read or saved")
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


def test_without_a_terminal_a_busy_diary_is_an_exit_status_of_its_own(
    diary: RunDiary, home: Path, recorded: Recorded
) -> None:
    with held_by_another_program(home):
        ran = diary("log", "--pain", "2")
    assert ran.status == 8
    assert ran.err.startswith("Error: another program is using the diary")
    assert recorded().entries == ()
