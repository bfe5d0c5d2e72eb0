"""Period days in one line, and where things stand today."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from busy import held_by_another_program
from made_up_cycles import diary as made_up_diary
from made_up_cycles import run
from running import Fill, OpenTerminal, RunDiary

from diary.model import History, Symptom
from diary.model.vocabulary import Amount, Answer

TODAY = date.today()  # noqa: DTZ011 - the local day, as the program sees it


def test_today_is_a_period_day(diary: RunDiary, recorded: Callable[[], History]) -> None:
    ran = diary("period")
    assert ran.status == 0
    assert f"period on {TODAY:%A} {TODAY}" in ran.out
    assert "Today is cycle day 1." in ran.out
    assert "A period ends after" in ran.out
    (entry,) = recorded().entries
    assert entry.bleeding is not None
    assert entry.bleeding.period is Answer.YES


def test_some_days_at_once_and_none_twice(diary: RunDiary, recorded: Callable[[], History]) -> None:
    diary("period", "3 days ago", "--amount", "medium")
    ran = diary("period", "4 days ago", "--until", "2 days ago", "--amount", "light")
    assert "2 days" in ran.out
    assert "1 noted already" in ran.out
    entries = recorded().entries
    assert [entry.date for entry in entries] == [TODAY - timedelta(days=n) for n in (4, 3, 2)]
    assert entries[1].bleeding is not None
    assert entries[1].bleeding.amount is Amount.MEDIUM


def test_days_the_wrong_way_round(diary: RunDiary, recorded: Callable[[], History]) -> None:
    ran = diary("period", "yesterday", "--until", "3 days ago")
    assert ran.status == 5
    assert "the last day is before the first" in ran.err
    assert recorded() == History()


def test_a_day_to_come_is_refused(diary: RunDiary) -> None:
    ran = diary("period", "2099-01-01")
    assert ran.status in (2, 5)
    assert "not come yet" in ran.err


def test_without_a_diary_it_says_how_to_begin(diary_in: RunDiary) -> None:
    ran = diary_in()
    assert ran.status == 0
    assert "diary init" in ran.out
    assert "diary demo" in ran.out


def test_other_commands_without_a_diary_say_how_to_begin(diary_in: RunDiary) -> None:
    for command in (["list"], ["log", "--no-sex"], ["alerts"], ["undo"], ["report", "-o", "x.pdf"]):
        ran = diary_in(*command)
        assert ran.status == 4
        assert '"diary init" makes one' in ran.err


def test_an_empty_diary_never_says_that_all_is_well(diary: RunDiary) -> None:
    words = " ".join(diary().out.split())
    assert "There is not enough written down to say anything yet" in words
    assert "diary log" in words


def test_the_next_day_it_asks_whether_it_is_over(
    diary: RunDiary, terminal: OpenTerminal, recorded: Callable[[], History]
) -> None:
    diary(
        *("log", "--on", "yesterday", "--bleeding", "heavy", "--source", "vaginal"),
        *("--not-after-sex", "--symptom", "faint", "--pain", "8"),
    )
    screen = terminal()
    screen.answers("Is all of it over?", "?").sees("none of it is there now").types("no")
    screen.sees("do not wait", "GET HELP NOW")
    assert screen.ends() == 0
    screen = terminal()
    screen.answers("Is all of it over?", "yes").sees("That is noted")
    assert screen.ends() == 0
    over = recorded().entries[-1]
    assert (over.date, over.absent, over.no_bleeding) == (TODAY, (Symptom.FAINT,), True)
    assert over.pain is not None
    assert over.pain.score == 0
    later = diary("alerts", "--as-of", "today").out
    assert "GET HELP NOW" in later


def test_that_it_is_over_is_kept_where_it_cannot_be_saved_at_once(
    diary: RunDiary, terminal: OpenTerminal, home: Path
) -> None:
    diary("log", "--on", "yesterday", "--bleeding", "heavy", "--source", "rectal", "--pain", "8")
    screen = terminal().sees("Is all of it over?")
    with held_by_another_program(home):
        screen.types("yes").sees("program is using the diary", "Try again?")
    screen.types("").sees("That is noted")
    assert screen.ends() == 0


def test_what_is_over_is_not_asked_again(diary: RunDiary, terminal: OpenTerminal) -> None:
    diary(
        *("log", "--on", "3 days ago", "--bleeding", "heavy", "--source", "vaginal"),
        *("--not-after-sex", "--symptom", "faint"),
    )
    assert terminal().answers("Is all of it over?", "yes").sees("That is noted").ends() == 0
    screen = terminal()
    assert screen.sees("diary report").ends() == 0
    assert "over?" not in screen.shown


def test_a_fever_that_is_over_is_asked_about_once(diary: RunDiary, terminal: OpenTerminal) -> None:
    diary(
        *("log", "--on", "yesterday", "--temperature", "39.5"),
        *("--pain", "6", "--pain-site", "lower_belly", "--symptom", "discharge_new"),
    )
    assert terminal().answers("Is all of it over?", "yes").sees("That is noted").ends() == 0
    screen = terminal()
    assert screen.sees("diary report").ends() == 0
    assert "over?" not in screen.shown


def test_a_period_of_today_is_never_contradicted(
    diary: RunDiary, terminal: OpenTerminal, recorded: Callable[[], History]
) -> None:
    diary("log", "--on", "yesterday", "--bleeding", "heavy", "--source", "rectal", "--pain", "8")
    diary("period", "--amount", "medium")
    terminal().answers("Is all of it over?", "yes").sees("That is noted").ends()
    assert [entry.no_bleeding for entry in recorded().entries] == [None, None, None]


def test_nothing_is_asked_where_nothing_was_urgent(diary: RunDiary, terminal: OpenTerminal) -> None:
    diary("log", "--on", "yesterday", "--sex", "vaginal", "--no-bleeding")
    screen = terminal()
    assert screen.sees("diary report").ends() == 0
    assert "over?" not in screen.shown


def test_today_shows_cycle_day_last_entry_and_what_stands(diary: RunDiary) -> None:
    diary("period", "9 days ago", "--until", "6 days ago", "--amount", "medium")
    diary(
        *("log", "--on", "yesterday", "--sex", "vaginal", "--bleeding", "medium"),
        *("--source", "vaginal", "--after-sex", "--period", "no", "--stopped"),
    )
    words = " ".join(diary().out.split())
    assert "Cycle day 10" in words
    assert f"Last written down: {TODAY - timedelta(days=1)}" in words
    assert "BE SEEN TODAY" in words


def test_today_tells_of_a_bleed_that_may_have_been_a_period(diary: RunDiary, holds: Fill) -> None:
    earlier = [TODAY - timedelta(days=back) for back in (60, 20)]
    holds(made_up_diary(*(run(on, "l") for on in earlier)))
    said = " ".join(diary().out.split())
    assert f'One bleed may have been a period ({earlier[1]}): "diary cycles" asks.' in said
