"""The main job from beginning to end, as a new person does it at a real terminal."""

from datetime import date, timedelta
from pathlib import Path

import fresh_start
import pytest
from pypdf import PdfReader
from running import OpenTerminal, Start

PASSPHRASE = "violet kettle orbit maple thunder"
TODAY = date.today()  # noqa: DTZ011 - the local day, as the program sees it


@pytest.fixture
def start() -> Start:
    """A fresh start each time, as at a real terminal."""
    return fresh_start


def test_a_new_person_sets_up_logs_is_told_and_prints(
    terminal_in: OpenTerminal, tmp_path: Path
) -> None:
    _set_up(terminal_in)
    for back in (40, 25, 9):
        _log_an_episode(terminal_in, days_ago=back)
    for _ in range(2):
        _log_a_time_without_bleeding(terminal_in)
    _is_told_of_the_recurrence(terminal_in)
    _prints(terminal_in, tmp_path)


def _set_up(terminal: OpenTerminal) -> None:
    screen = terminal("init", asks_passphrase=True)
    screen.answers("New passphrase", PASSPHRASE).answers("The same again", PASSPHRASE)
    screen.answers("born?", str(TODAY.year - 30)).answers("parts do you have?", "1 3 4 5")
    screen.answers("menopause", "having periods").answers("Which country", "IE")
    screen.answers("against pregnancy", "condoms").answers("Since when?")
    screen.answers("cervical screening", "never had one")
    assert screen.ends() == 0


def _log_an_episode(terminal: OpenTerminal, *, days_ago: int) -> None:
    screen = terminal("log", asks_passphrase=True)
    screen.answers("What happened?", "2").answers("Which day?", f"{days_ago} days ago")
    screen.answers("What time").answers("What kind of sex?", "1")
    screen.answers("Where did the blood come from?", "1").answers("Is this your period?", "no")
    screen.answers("during", "2").answers("How long after").answers("How much blood?", "1")
    screen.answers("Has it stopped?", "yes").types("end")
    screen.answers("Are any of these true today?", "0")
    screen.answers("Save?").sees("Saved as").answers("Passphrase", PASSPHRASE).sees("Filed as")
    assert screen.ends() == 0


def _log_a_time_without_bleeding(terminal: OpenTerminal) -> None:
    screen = terminal("log", asks_passphrase=True).answers("What happened?", "1").sees("Saved as")
    screen.answers("Passphrase", PASSPHRASE).sees("Filed as")
    assert screen.ends() == 0


def _is_told_of_the_recurrence(terminal: OpenTerminal) -> None:
    screen = terminal("alerts", asks_passphrase=True).answers("Passphrase", PASSPHRASE)
    assert screen.ends() == 0
    shown = " ".join(screen.shown.split())
    assert "BOOK" in shown
    for back in (40, 25, 9):
        assert f"- {TODAY - timedelta(days=back)}: spotting after sex" in shown


def _prints(terminal: OpenTerminal, folder: Path) -> None:
    for name in ("page.pdf", "page.png"):
        screen = terminal("report", "-o", name, asks_passphrase=True)
        screen.answers("Passphrase", PASSPHRASE).answers("Write it?", "y").sees("Written")
        assert screen.ends() == 0
    text = " ".join(PdfReader(folder / "page.pdf").pages[0].extract_text().split())
    assert "Bleeding after sex on 3 of 5 recorded occasions" in text
    assert (folder / "page.png").read_bytes().startswith(b"\x89PNG")
