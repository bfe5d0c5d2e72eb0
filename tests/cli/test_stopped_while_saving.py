"""Ctrl-C just before, while and just after something is saved: what is said of it is true."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from fresh_start import PATIENCE
from running import RunDiary

from diary.inbox import file
from diary.model import History

PRESSED = """
import fcntl, os, signal, sys

def press():
    os.kill(os.getpid(), signal.SIGINT)

def then_press(work, where=lambda *_: True):
    def pressed(*arguments):
        done = work(*arguments)
        if where(*arguments):
            press()
        return done
    return pressed

def is_let_go(_, how):
    return how == fcntl.LOCK_UN

def is_heeded_again(_, handler, heeded=signal.default_int_handler):
    return handler is heeded

settle = signal.signal
settle(signal.SIGINT, signal.default_int_handler)  # a runner in the background may ignore it
moment = sys.argv.pop(1)
if moment == "before":
    signal.signal = lambda *arguments: (press(), settle(*arguments))[1]
elif moment == "on the disk":
    os.fsync = then_press(os.fsync)
elif moment == "let go of":
    fcntl.flock = then_press(fcntl.flock, is_let_go)
elif moment == "closed":
    os.close = then_press(os.close)
else:
    signal.signal = then_press(settle, is_heeded_again)

from diary.cli.main import main
main()
"""


@pytest.fixture
def pressed(
    diary: RunDiary, environment: dict[str, str], tmp_path: Path
) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Return a way to run the program with Ctrl-C pressed at one moment of saving."""
    assert diary("log", "--on", "yesterday", "--pain", "1").status == 0

    def run(moment: str, *args: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", PRESSED, moment, *args],
            env=environment,
            cwd=tmp_path,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )

    return run


Pressed = Callable[..., subprocess.CompletedProcess[str]]


@pytest.mark.parametrize("moment", ["on the disk", "let go of", "closed"])
def test_while_an_entry_is_sealed_it_is_too_late_to_stop(
    pressed: Pressed, home: Path, moment: str
) -> None:
    ran = pressed(moment, "log", "--sealed", "--pain", "2")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "Saved as" in ran.stdout
    assert file.count(home) == 1


def test_just_after_an_entry_was_sealed_it_is_said_to_be_saved(
    pressed: Pressed, home: Path
) -> None:
    ran = pressed("after", "log", "--sealed", "--pain", "2")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "It stays saved as it is." in ran.stdout
    assert file.count(home) == 1


def test_just_before_an_entry_is_sealed_nothing_is_saved_and_that_is_said(
    pressed: Pressed, home: Path
) -> None:
    ran = pressed("before", "log", "--sealed", "--pain", "2")
    assert (ran.returncode, ran.stderr) == (1, "\nNothing was saved.\n")
    assert file.count(home) == 0


@pytest.mark.parametrize(("moment", "is_saved"), [("before", False), ("after", True)])
def test_a_change_of_an_entry_is_told_as_truly(
    pressed: Pressed, recorded: Callable[[], History], moment: str, *, is_saved: bool
) -> None:
    (entry,) = recorded().entries
    ran = pressed(moment, "edit", str(entry.id), "--pain", "3")
    (after,) = recorded().entries
    assert (after != entry) == is_saved == ("It stays saved as it is." in ran.stdout)
    assert ("Nothing was saved." in ran.stderr) == (not is_saved)
