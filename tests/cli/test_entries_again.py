"""Entries seen again: list, show, delete, undo."""

import re
from collections.abc import Callable

import pytest
from running import OpenTerminal, RunDiary

from diary.model import History


@pytest.fixture
def three(diary: RunDiary) -> RunDiary:
    """Return the program on a diary with three entries."""
    diary("log", "--on", "2026-03-01", "--sex", "vaginal", "--no-bleeding")
    diary(
        *("log", "--on", "2026-03-09", "--sex", "vaginal", "--bleeding", "spotting"),
        *("--source", "vaginal", "--after-sex", "--pain", "3"),
    )
    diary("log", "--on", "2026-03-12", "--symptom", "discharge_new")
    return diary


def first_word(line: str) -> str:
    return line.split(maxsplit=1)[0]


def test_list_shows_each_entry_on_a_line_without_any_drawing(three: RunDiary) -> None:
    ran = three("list")
    lines = ran.out.splitlines()
    assert ran.status == 0
    assert [line.split("  ")[1] for line in lines] == [
        "Sun 2026-03-01",
        "Mon 2026-03-09",
        "Thu 2026-03-12",
    ]
    assert "sex: vaginal sex, no bleeding" in lines[0]
    assert "pain 3 of 10" in lines[1]
    assert ran.out.isascii()


def test_list_between_two_days(three: RunDiary) -> None:
    ran = three("list", "--since", "2026-03-02", "--until", "2026-03-09")
    assert [line.split("  ")[1] for line in ran.out.splitlines()] == ["Mon 2026-03-09"]


def test_a_terminal_gets_a_table_that_fits_it(terminal: OpenTerminal, diary: RunDiary) -> None:
    diary("log", "--on", "2026-03-01", "--sex", "vaginal", "--no-bleeding")
    screen = terminal("list", columns=40)
    assert screen.sees("Sun 2026-03-01").ends() == 0
    shown = re.sub(r"\x1b\[[0-9;]*m", "", screen.shown)
    assert max(len(line.rstrip()) for line in shown.splitlines()) <= 40


def test_no_color_is_respected(
    terminal: OpenTerminal, diary: RunDiary, environment: dict[str, str]
) -> None:
    diary("log", "--on", "2026-03-01", "--sex", "vaginal", "--no-bleeding")
    environment["NO_COLOR"] = "1"
    screen = terminal("list")
    screen.sees("2026-03-01").ends()
    assert "\x1b[3" not in screen.shown


def test_the_id_from_the_list_shows_the_entry(three: RunDiary) -> None:
    line = three("list").out.splitlines()[1]
    ran = three("show", first_word(line))
    assert "bleeding: amount: a few drops" in ran.out
    assert "pain: score: 3" in ran.out
    assert "date: 2026-03-09" in ran.out


def test_an_id_that_nothing_has(three: RunDiary) -> None:
    ran = three("show", "zzzz")
    assert ran.status == 4
    assert ran.err == "Error: nothing here has the id 'zzzz'; \"diary list\" shows the ids\n"


def test_deleted_is_gone_and_undo_brings_it_back(
    three: RunDiary, recorded: Callable[[], History]
) -> None:
    before = recorded()
    line = three("list").out.splitlines()[0]
    ran = three("delete", first_word(line), "--yes")
    assert ran.out.splitlines()[0] == "2026-03-01: sex: vaginal sex, no bleeding"
    assert len(recorded().entries) == 2
    back = three("undo", "--yes")
    assert "will bring back: 2026-03-01: sex: vaginal sex, no bleeding" in back.out
    assert recorded() == before


def test_delete_without_a_yes_changes_nothing(
    three: RunDiary, recorded: Callable[[], History]
) -> None:
    line = three("list").out.splitlines()[0]
    ran = three("delete", first_word(line))
    assert ran.status == 2
    assert '"--yes"' in ran.err
    assert len(recorded().entries) == 3


def test_undo_again_and_again_until_nothing_is_left(
    three: RunDiary, recorded: Callable[[], History]
) -> None:
    for left in (2, 1, 0):
        assert three("undo", "--yes").status == 0
        assert len(recorded().entries) == left
    ran = three("undo", "--yes")
    assert ran.status == 4
    assert "no change left" in ran.err


@pytest.mark.usefixtures("three")
def test_undo_shows_what_it_will_do_and_asks(
    terminal: OpenTerminal, recorded: Callable[[], History]
) -> None:
    screen = terminal("undo")
    screen.sees('The last change was "log"', "will take out: 2026-03-12")
    screen.answers("Take it back?", "n").sees("Nothing was changed")
    assert screen.ends() == 0
    assert len(recorded().entries) == 3


def test_what_a_file_brought_in_cannot_move_the_cursor(diary: RunDiary) -> None:
    document = (
        '{"format": "symptom-diary", "version": 1, "entries":'
        ' [{"id": "abcd", "date": "2026-03-01", "note": "a\\u001b[2Jb\\nc"}]}'
    )
    assert diary("import", "-", input=document).status == 0
    shown = diary("show", "abcd").out
    assert "\x1b" not in shown
    assert "note: a\ufffd[2Jb\nc" in shown


def test_a_day_that_is_far_too_early_is_refused_and_nothing_breaks(diary: RunDiary) -> None:
    for command in (["period", "0001-01-01"], ["alerts", "--as-of", "0001-01-01"]):
        ran = diary(*command)
        assert ran.status == 2
        assert "outside the years 1900 to 2100" in ran.err
    assert diary("alerts").status == 0
