"""`diary log` on a locked diary: saved first, told at once what cannot wait, filed afterwards."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from asking import asked
from running import PASSPHRASE, OpenTerminal, RunDiary, Terminal

from diary.model import History, Symptom

Recorded = Callable[[], History]

TODAY = dt.date.today()  # noqa: DTZ011 - as the person's clock says
FAINT = ("--bleeding", "heavy", "--source", "vaginal", "--symptom", "faint")
SKIPS = ("come from?", "period?", "blood?", "stopped?", "colour")


def bleeds(screen: Terminal, *, true_today: str) -> Terminal:
    """Answer that there was light bleeding at another time, and what is true today."""
    screen.answers("What happened?", "3").answers("Which day?").answers("time?")
    screen.answers("come from?", "1").answers("period?", "2").answers("blood?", "2")
    screen.answers("stopped?").answers("colour").answers("Pain", "0")
    screen.answers("Are any of these true today?", true_today)
    if true_today != "0":
        screen.answers("Is any of these true?", "0")
    return screen.answers("Anything else?", "end")


def test_an_emergency_is_told_before_any_passphrase_and_is_saved_when_it_is_skipped(
    terminal: OpenTerminal, diary: RunDiary, recorded: Recorded
) -> None:
    screen = terminal("log", asks_passphrase=True).answers("What happened?", "3")
    screen.answers("Which day?").answers("time?").answers("come from?", "1")
    screen.answers("period?", "2").answers("blood?", "4").answers("stopped?", "end")
    screen.answers("Are any of these true today?").answers("Is any of these true?", "1")
    screen.answers("Save?").sees("GET HELP NOW", "Saved as", "Passphrase").types("")
    assert screen.ends() == 0
    shown = screen.shown
    assert shown.index("GET HELP NOW") < shown.index("Saved as") < shown.index("Passphrase")
    assert "It is filed the next time" in " ".join(shown.split())
    assert recorded().entries == ()
    assert "1 entry from the inbox filed" in diary("list").err
    (entry,) = recorded().entries
    assert entry.symptoms == (Symptom.FAINT,)


def test_an_emergency_that_was_told_is_not_told_twice(
    terminal: OpenTerminal, recorded: Recorded
) -> None:
    screen = terminal("log", *FAINT, asks_passphrase=True).answers("true today?", "0")
    screen.sees("GET HELP NOW")
    screen.answers("Passphrase", PASSPHRASE).sees("Filed as")
    assert screen.ends() == 0
    assert screen.shown.count("GET HELP NOW") == 1
    assert "With the whole diary" not in screen.shown
    assert len(recorded().entries) == 1


def test_after_the_passphrase_the_alerts_of_the_whole_diary_are_told(
    terminal: OpenTerminal, diary: RunDiary
) -> None:
    args = ("--sex", "vaginal", "--bleeding", "spotting", "--source", "vaginal", "--after-sex")
    for day in ("30 days ago", "20 days ago"):
        diary("log", "--on", day, *args)
    screen = terminal("log", *args, asks_passphrase=True).answers("true today?", "0")
    screen.sees("Saved as")
    assert "BOOK" not in screen.shown
    screen.answers("Passphrase", PASSPHRASE).sees("Filed as", "BOOK")
    assert screen.ends() == 0


def test_three_wrong_passphrases_lose_nothing(
    terminal: OpenTerminal, diary: RunDiary, recorded: Recorded
) -> None:
    screen = terminal("log", asks_passphrase=True).answers("What happened?", "1").sees("Saved as")
    for _ in range(3):
        screen.answers("Passphrase", "wrong").sees("did not open the diary")
    assert screen.ends() == 0
    diary("list")
    assert len(recorded().entries) == 1


def test_ctrl_c_at_the_passphrase_loses_nothing_either(
    terminal: OpenTerminal, diary: RunDiary, recorded: Recorded
) -> None:
    screen = terminal("log", asks_passphrase=True).answers("What happened?", "1")
    screen.sees("Passphrase").types_bytes(b"\x03")
    assert screen.ends() == 0
    assert "Nothing was saved" not in screen.shown
    diary("list")
    assert len(recorded().entries) == 1


def test_where_no_passphrase_can_be_had_it_is_sealed_and_said(
    locked: RunDiary, diary: RunDiary, recorded: Recorded
) -> None:
    ran = locked("log", "--pain", "2")
    assert (ran.status, ran.err) == (0, "")
    assert "It is filed the next time that you unlock the diary." in ran.out
    assert recorded().entries == ()
    diary("list")
    assert len(recorded().entries) == 1


def test_sealed_does_not_open_the_diary_though_the_passphrase_is_to_hand(
    diary: RunDiary, recorded: Recorded
) -> None:
    assert diary("log", "--sealed", "--sex", "--no-bleeding").status == 0
    assert diary("log", "--sealed", "--pain", "2").status == 0
    assert recorded().entries == ()
    ran = diary("list")
    assert "2 entries from the inbox filed" in ran.err
    assert len(ran.out.splitlines()) == 2


def test_a_wrong_passphrase_in_the_file_loses_nothing(
    diary: RunDiary, passphrase_file: Path, recorded: Recorded
) -> None:
    passphrase_file.write_text("wrong\n", encoding="utf-8")
    ran = diary("log", *FAINT)
    assert ran.status == 0
    assert ran.out.startswith("GET HELP NOW")
    assert "It is filed the next time" in ran.out
    assert "does not open the diary" in " ".join(ran.err.split())
    passphrase_file.write_text(PASSPHRASE + "\n", encoding="utf-8")
    diary("list")
    assert len(recorded().entries) == 1


def test_a_pregnancy_that_the_locked_diary_cannot_tell_counts_when_it_is_said(
    terminal: OpenTerminal,
) -> None:
    screen = bleeds(terminal("log", asks_passphrase=True), true_today="1").answers("Save?")
    screen.sees("TODAY", "Saved as", "Passphrase").types("")
    assert screen.ends() == 0


def test_none_of_these_keeps_light_bleeding_calm(terminal: OpenTerminal) -> None:
    screen = bleeds(terminal("log", asks_passphrase=True), true_today="0").answers("Save?")
    screen.sees("Saved as", "Whatever stands here", "Passphrase").types("")
    assert screen.ends() == 0
    assert "TODAY" not in screen.shown


def test_the_day_of_a_birth_is_asked_and_must_be_within_twelve_weeks(
    terminal: OpenTerminal,
) -> None:
    screen = terminal("log", asks_passphrase=True).answers("What happened?", "4")
    screen.answers("Which day?").answers("time?").answers("Pain", "5").types("end")
    screen.answers("Are any of these true today?", "4").answers(
        "When was the birth", "100 days ago"
    )
    screen.sees("more than 12 weeks ago").types("20 days ago").sees("Is any of these true?")


def test_what_was_said_of_today_is_not_kept_and_that_is_said(
    terminal: OpenTerminal, recorded: Recorded
) -> None:
    screen = bleeds(terminal("log", asks_passphrase=True), true_today="3").answers("Save?")
    screen.answers("Passphrase", PASSPHRASE).sees("Filed as", "was not kept", "background add")
    assert screen.ends() == 0
    assert recorded().background == ()


@pytest.mark.parametrize("args", [(), ("--unlock",)])
def test_a_diary_that_is_opened_first_is_not_asked_about(
    terminal: OpenTerminal, args: tuple[str, ...]
) -> None:
    screen = terminal("log", *args, asks_passphrase=bool(args))
    if args:
        screen.answers("Passphrase", PASSPHRASE)
    screen.answers("What happened?", "3").answers("Which day?").answers("time?")
    for question in SKIPS:
        screen.answers(question)
    screen.answers("Pain").answers("Is any of these true?").types("end").answers("Save?")
    assert screen.ends() == 0
    assert "true today" not in screen.shown
    assert "Filed as" not in screen.shown


LIGHT = ("--bleeding", "light", "--source", "vaginal")


@pytest.mark.parametrize(("said", "tells"), [("1", True), ("0", False), ("", False)])
def test_with_options_in_a_terminal_what_the_locked_diary_knows_is_asked_too(
    terminal: OpenTerminal, said: str, *, tells: bool
) -> None:
    screen = terminal("log", *LIGHT, asks_passphrase=True).answers("true today?", said)
    screen.sees("Saved as", "Passphrase").types("")
    assert screen.ends() == 0
    assert ("TODAY" in screen.shown) is tells


def test_it_is_not_asked_where_the_diary_opens_at_once_nor_without_a_terminal_nor_about_sex_alone(
    terminal: OpenTerminal, locked: RunDiary
) -> None:
    assert terminal("log", *LIGHT).ends() == 0
    assert terminal("--no-input", "log", *LIGHT, asks_passphrase=True).ends() == 0
    screen = terminal("log", "--sex", "--no-bleeding", asks_passphrase=True)
    assert screen.answers("Passphrase").ends() == 0
    assert "true today" not in screen.shown
    assert "true today" not in locked("log", *LIGHT).out


def test_sex_by_itself_asks_nothing_about_today() -> None:
    assert "True today" not in asked({})


def test_which_sex_it_followed_is_asked_once_the_diary_is_open(
    terminal: OpenTerminal, diary: RunDiary, recorded: Recorded
) -> None:
    diary("log", "--on", "yesterday", "--at", "23:10", "--sex", "vaginal")
    sex = recorded().entries[0].id
    screen = terminal("log", asks_passphrase=True).answers("What happened?", "2")
    screen.answers("Which day?").answers("What time was the sex?", "00:00").answers("kind", "1")
    screen.answers("come from?", "1").answers("period?", "end").answers("true today?", "0")
    screen.answers("Is any of these true?", "0").answers("Save?")
    screen.answers("Passphrase", PASSPHRASE).sees("Filed as")
    screen.answers("Did it follow sex that you wrote down?", "1").sees("Noted")
    assert screen.ends() == 0
    bleed = next(entry for entry in recorded().entries if entry.bleeding)
    assert (bleed.follows, bleed.sex, bleed.time) == (sex, None, None)
    assert diary("undo", "--yes").status == 0
    assert next(entry for entry in recorded().entries if entry.bleeding).follows is None


def test_missed_pills_and_sex_are_told_at_once_on_a_locked_diary(locked: RunDiary) -> None:
    """Emergency contraception works for some days only."""
    ran = locked("log", "--sex", "vaginal", "--missed-pills", "3")
    assert ran.status == 0
    assert ran.out.startswith("BE SEEN TODAY")
