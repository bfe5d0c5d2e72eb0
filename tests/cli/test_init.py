"""Setting a diary up: what is promised, the passphrase, and the few questions."""

from pathlib import Path

import pytest
from busy import held_by_another_program
from running import PASSPHRASE, OpenTerminal, RunDiary

from diary import vault
from diary.model.background_words import Contraception, Screening
from diary.model.vocabulary import MenstrualStatus, Organ

STRONG = "violet kettle orbit maple thunder"


def test_init_says_what_is_protected_and_what_is_not(diary_in: RunDiary, tmp_path: Path) -> None:
    ran = diary_in("init")
    words = " ".join(ran.out.split())
    assert ran.status == 0
    assert "is encrypted on this computer" in words
    assert "If it is lost, nobody can get it back" in words
    assert "It cannot help where somebody watches you type" in words
    assert "Reports and exports that you make are not encrypted" in words
    assert vault.is_there(tmp_path / "home")


def test_the_passphrase_is_typed_twice_and_the_questions_fill_the_profile(
    terminal_in: OpenTerminal, tmp_path: Path
) -> None:
    screen = terminal_in("init", asks_passphrase=True)
    screen.answers("New passphrase", STRONG).answers("The same again", "something else")
    screen.sees("The two are not the same")
    screen.answers("New passphrase", STRONG).answers("The same again", STRONG)
    screen.sees("Your diary is made")
    screen.answers("In which year were you born?", "1990")
    screen.answers("Which of these parts do you have?", "1 3 4 5")
    screen.answers("periods and the menopause", "2")
    screen.answers("Which country", "uk")
    screen.answers("Which part of it?", "scotland")
    screen.answers("against pregnancy", "coil with copper")
    screen.answers("Since when?", "2 march 2026")
    screen.answers("cervical screening")
    assert screen.ends() == 0
    assert STRONG not in screen.shown
    with vault.opened((tmp_path / "home"), STRONG) as opened:
        history = opened.history()
    assert history.profile.birth_year == 1990
    assert history.profile.organs == (Organ.VAGINA, Organ.CERVIX, Organ.UTERUS, Organ.OVARIES)
    assert history.profile.menstrual_status is MenstrualStatus.MENSTRUATING
    assert (history.profile.country, history.profile.region) == ("GB", "GB-SCT")
    (fact,) = history.background
    assert fact.what is Contraception.COPPER_IUD
    assert str(fact.start) == "2026-03-02"


def test_every_question_can_be_skipped(terminal_in: OpenTerminal, tmp_path: Path) -> None:
    screen = terminal_in("init", asks_passphrase=True)
    screen.answers("New passphrase", STRONG).answers("The same again", STRONG)
    screen.answers("born?").answers("parts do you have?").answers("menopause")
    screen.answers("country").answers("against pregnancy").answers("cervical screening")
    assert screen.ends() == 0
    with vault.opened((tmp_path / "home"), STRONG) as opened:
        assert opened.history() == type(opened.history())()


def test_no_screening_was_ever_is_an_answer_without_a_day(
    terminal_in: OpenTerminal, tmp_path: Path
) -> None:
    screen = terminal_in("init", asks_passphrase=True)
    screen.answers("New passphrase", STRONG).answers("The same again", STRONG)
    screen.answers("born?").answers("parts do you have?").answers("menopause")
    screen.answers("country").answers("against pregnancy").answers(
        "cervical screening", "never had one"
    )
    assert screen.ends() == 0
    with vault.opened((tmp_path / "home"), STRONG) as opened:
        (fact,) = opened.history().background
    assert fact.what is Screening.NEVER


def test_a_weak_passphrase_is_told_so_and_may_be_kept(
    terminal_in: OpenTerminal, tmp_path: Path
) -> None:
    screen = terminal_in("init", asks_passphrase=True)
    screen.answers("New passphrase", "password1").sees("quick to guess")
    screen.answers("Use it all the same?", "n")
    screen.answers("New passphrase", "password1").answers("Use it all the same?", "y")
    screen.answers("The same again", "password1").sees("Your diary is made")
    assert vault.is_there(tmp_path / "home")


def test_a_passphrase_can_be_made(terminal_in: OpenTerminal, tmp_path: Path) -> None:
    screen = terminal_in("init", asks_passphrase=True)
    screen.answers("New passphrase").answers("The same again", "not what was shown")
    screen.sees("The two are not the same")
    made = screen.shown.split("only you look:")[1].split("The same")[0].strip()
    assert len(made.split()) == 6
    assert not vault.is_there(tmp_path / "home")


def test_a_second_diary_is_refused(diary: RunDiary) -> None:
    ran = diary("init")
    assert ran.status == 5
    assert "there is a diary here already" in ran.err


def test_without_a_terminal_and_without_a_file_the_way_out_is_said(
    diary_in: RunDiary, environment: dict[str, str]
) -> None:
    del environment["DIARY_PASSPHRASE_FILE"]
    ran = diary_in("init")
    assert ran.status == 2
    assert "DIARY_PASSPHRASE_FILE" in ran.err
    assert ran.out.count("\n") > 3


@pytest.mark.parametrize("command", [["list"], ["alerts"], []])
def test_a_wrong_passphrase_is_asked_three_times_and_touches_nothing(
    terminal: OpenTerminal, home: Path, command: list[str]
) -> None:
    before = {path.name: path.read_bytes() for path in home.iterdir()}
    screen = terminal(*command, asks_passphrase=True)
    for _ in range(3):
        screen.answers("Passphrase", "not it").sees("did not open")
    screen.sees("damaged")
    assert screen.ends() == 3
    assert {path.name: path.read_bytes() for path in home.iterdir()} == before


def test_the_right_passphrase_at_the_third_try_opens_it(terminal: OpenTerminal) -> None:
    screen = terminal("list", asks_passphrase=True)
    screen.answers("Passphrase", "not it").answers("Passphrase", "nor this")
    screen.answers("Passphrase", "correct horse battery staple")
    screen.sees("Nothing is written down here yet")
    assert screen.ends() == 0


def test_the_first_answers_are_kept_where_they_cannot_be_saved_at_once(
    terminal_in: OpenTerminal, tmp_path: Path
) -> None:
    screen = terminal_in("init").answers("born?", "1990").answers("parts do you have?")
    screen.answers("menopause").answers("country").answers("against pregnancy")
    screen.sees("cervical screening")
    with held_by_another_program(tmp_path / "home"):
        screen.types("").sees("program is using the diary", "Try again?")
    screen.types("").sees('"diary log" writes something down')
    assert screen.ends() == 0
    with vault.opened(tmp_path / "home", PASSPHRASE) as opened:
        assert opened.history().profile.birth_year == 1990
