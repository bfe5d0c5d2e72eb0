"""What `diary log` sealed, once the diary is unlocked: filed, looked through and taken back."""

import datetime as dt
import os
from collections.abc import Callable
from pathlib import Path

from running import PASSPHRASE, OpenTerminal, RunDiary

from diary.inbox import file
from diary.model import History

Recorded = Callable[[], History]

TODAY = dt.date.today()  # noqa: DTZ011 - as the person's clock says


def test_what_came_through_the_inbox_can_be_looked_through(diary: RunDiary) -> None:
    assert "Nothing" in diary("list", "--inbox").out
    diary("log", "--pain", "1")
    diary("log", "--sealed", "--pain", "2")
    diary("list")
    (line,) = diary("list", "--inbox").out.splitlines()
    assert "pain 2 of 10" in line
    said = diary("show", line.split()[0]).out
    assert f"came through the inbox, filed: {TODAY}" in said


def test_undo_takes_a_filed_entry_back(diary: RunDiary, recorded: Recorded) -> None:
    diary("log", "--sealed", "--pain", "2")
    diary("log", "--sealed", "--pain", "3")
    assert diary("undo", "--yes").status == 0
    (entry,) = recorded().entries
    assert entry.pain is not None
    assert entry.pain.score == 2


def test_a_cut_inbox_is_said_with_the_way_out_and_the_rest_is_filed(
    diary: RunDiary, home: Path, recorded: Recorded
) -> None:
    for score in ("1", "2"):
        diary("log", "--sealed", "--pain", score)
    path = file.path_in(home)
    os.truncate(path, path.stat().st_size - 300)
    ran = diary("list")
    assert ran.status == 0
    said = " ".join(ran.err.split())
    assert "1 entry from the inbox filed" in said
    assert "1 record in the inbox could not be opened" in said
    assert "write it down again" in said
    assert len(recorded().entries) == 1
    assert diary("list").err == ""


def test_an_inbox_that_cannot_be_filed_now_stops_no_command(
    diary: RunDiary, home: Path, recorded: Recorded
) -> None:
    diary("log", "--sealed", "--pain", "1")
    file.path_in(home).chmod(0o644)
    ran = diary("list")
    assert ran.status == 0
    assert "could not be filed now" in " ".join(ran.err.split())
    assert "chmod 600" in ran.err
    file.path_in(home).chmod(0o600)
    diary("list")
    assert len(recorded().entries) == 1


def test_two_that_log_at_once_both_save(
    terminal: OpenTerminal, diary: RunDiary, recorded: Recorded
) -> None:
    first = terminal("log", asks_passphrase=True).sees("What happened?")
    second = terminal("log", asks_passphrase=True).sees("What happened?")
    first.types("1").sees("Saved as", "Passphrase")
    second.types("1").sees("Saved as").answers("Passphrase", PASSPHRASE).sees("Filed as")
    first.types(PASSPHRASE)
    assert (first.ends(), second.ends()) == (0, 0)
    assert len(recorded().entries) == 2
    assert diary("list").err == ""
