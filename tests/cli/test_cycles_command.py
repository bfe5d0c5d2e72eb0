"""`diary cycles`: the table, the limits, the question, why, and the JSON for another program."""

import json
from collections.abc import Callable

import pytest
from made_up import after_sex, day, period, sex
from made_up_cycles import diary as made_up_diary
from made_up_cycles import dry, run
from running import Fill, OpenTerminal, RunDiary

from diary.model import Fact, History, Profile
from diary.model.background_words import Contraception
from diary.model.vocabulary import Answer

ON = ("--as-of", "2024-06-01")


def words(text: str) -> str:
    return " ".join(text.split())


def regular() -> History:
    return made_up_diary(
        period("2024-02-10"),
        run("2024-03-09", "smmll"),
        period("2024-04-08"),
        period("2024-05-06", days=9),
        profile=Profile(birth_year=1994),
    )


def test_each_period_has_a_line_with_its_length_and_its_days(diary: RunDiary, holds: Fill) -> None:
    holds(regular())
    ran = diary("cycles", *ON)
    assert ran.status == 0
    lines = [words(line) for line in ran.out.splitlines()]
    assert "2024-02-10 29 days bled 5 days" in lines
    assert "2024-03-10 29 days bled 4 days" in lines
    assert "2024-04-08 28 days bled 5 days" in lines
    assert "2024-05-06 day 27 so far bled 9 days" in lines
    assert "1 day of spotting before it." in ran.out
    assert "Bled for more than 8 days." in ran.out


def test_each_limit_is_told_with_the_numbers_that_it_rests_on(diary: RunDiary, holds: Fill) -> None:
    holds(regular())
    said = words(diary("cycles", *ON).out)
    assert "Usual length: 29 days, from 28 to 29 (3 complete cycles in the last 365 days" in said
    assert "How often: 0 of 3 complete cycles shorter than 24 days, 0 longer than 38." in said
    assert "3 complete cycles are 1 day apart (28 and 29); up to 7 is usual at your age" in said
    assert "How long: 1 of 4 periods bled for more than 8 days." in said
    assert "How much: 0 of 4 periods with a known amount were heavy." in said
    assert "Next period: about 2024-06-0" in said
    assert "A period ends after 2 dry days" in said
    assert "no fertile days, ever" in said


def test_an_empty_diary_says_that_it_is_not_enough(diary: RunDiary) -> None:
    ran = diary("cycles")
    assert ran.status == 0
    said = words(ran.out)
    assert "No period is found yet." in said
    assert said.count("not enough to say") == 5
    assert "Next period: not said. No period is recorded yet." in said


def test_with_a_hormonal_method_90_days_are_judged(diary: RunDiary, holds: Fill) -> None:
    implant = Fact(what=Contraception.IMPLANT, start=day("2024-01-01"))
    holds(
        made_up_diary(
            run("2024-04-20", "sslll" * 3), dry("2024-05-10", "2024-05-30"), facts=[implant]
        )
    )
    said = words(diary("cycles", *ON).out)
    assert "Blood on 15 days, in 1 episode; the longest took 15 days." in said
    assert "something on 36 of these 90 days" in said
    assert "Long (prolonged: an episode of 14 days or more): yes." in said
    assert "Seldom (infrequent: 1 or 2 episodes): not enough to say." in said
    assert "FIGO" not in said


def test_explain_says_for_each_bleed_why_it_was_counted_or_not(
    diary: RunDiary, holds: Fill
) -> None:
    holds(made_up_diary(period("2024-03-01"), after_sex("2024-03-20"), run("2024-04-10", "ss")))
    said = words(diary("cycles", "--explain", *ON).out)
    assert "2024-03-01 to 2024-03-05: a period 5 days with blood" in said
    assert "You said that it is your period." in said
    assert "2024-03-20: not counted" in said
    assert "A bleed after sex starts no period, unless you say that it is one." in said
    assert "Spotting alone starts no period" in said


def test_the_json_has_the_same_numbers(diary: RunDiary, holds: Fill) -> None:
    holds(regular())
    found = json.loads(diary("cycles", "--json", *ON).out)
    assert (found["format"], found["version"], found["as_of"]) == (
        "symptom-diary-cycles",
        1,
        "2024-06-01",
    )
    assert [p["cycle_length"] for p in found["periods"]] == [29, 29, 28, None]
    assert [p["named"] for p in found["periods"]] == [True, False, True, True]
    assert found["usual"] == {"middle": 29, "shortest": 28, "longest": 29, "count": 3}
    assert found["figo"]["duration"] == {"periods": 4, "longer_than_8": 1}
    assert found["reference_period"] is None
    assert [bleed["cause"] for bleed in found["bleeds"]] == ["said", "likely", "said", "said"]
    assert found["recorded"] == {"days": 24, "of": 113}


def test_a_bleed_that_may_have_been_a_period_is_asked_about_once(
    terminal: OpenTerminal, diary: RunDiary, holds: Fill, recorded: Callable[[], History]
) -> None:
    holds(made_up_diary(after_sex("2024-05-01", amount="medium"), run("2024-05-02", "mmls")))
    screen = terminal("cycles", *ON)
    screen.answers(
        "You bled from Thursday 2 May 2024 to Sunday 5 May 2024. It went on from a bleed after sex."
        " Was it your period?",
        "yes",
    ).sees("That is noted", "2024-05-02", "day 31 so far")
    assert screen.ends() == 0
    said = [e.bleeding.period for e in recorded().entries if e.bleeding]
    assert said == [Answer.NO, *[Answer.YES] * 4]
    again = terminal("cycles", *ON)
    assert again.sees("no fertile days").ends() == 0
    assert "Was it your period?" not in again.shown
    diary("undo", "--yes")
    assert [e.bleeding.period for e in recorded().entries if e.bleeding][1:] == [None] * 4


def test_not_sure_is_remembered_and_enter_is_not(
    terminal: OpenTerminal, holds: Fill, recorded: Callable[[], History]
) -> None:
    holds(made_up_diary(sex("2024-04-30"), run("2024-05-01", "mml")))
    skipped = terminal("cycles", *ON)
    assert skipped.answers("Was it your period?").sees("day 32 so far").ends() == 0
    assert all(e.bleeding.period is None for e in recorded().entries if e.bleeding)
    unsure = terminal("cycles", *ON)
    assert unsure.answers("Was it your period?", "not sure").sees("day 32 so far").ends() == 0
    assert all(e.bleeding.period is Answer.UNSURE for e in recorded().entries if e.bleeding)
    assert "Was it your period?" not in terminal("cycles", *ON).sees("no fertile").shown


def test_nothing_is_asked_without_a_terminal(diary: RunDiary, holds: Fill) -> None:
    holds(made_up_diary(sex("2024-04-30"), run("2024-05-01", "mml")))
    assert "Was it your period?" not in diary("cycles", *ON).out


def test_at_40_columns_no_line_is_longer(terminal: OpenTerminal, holds: Fill) -> None:
    gap = made_up_diary(period("2023-11-01"), regular().entries)
    holds(gap)
    screen = terminal("cycles", *ON, "--all", columns=40)
    screen.sees("More than 90 days have no recorded period", "--explain")
    assert screen.ends() == 0
    assert max(len(line) for line in screen.shown.splitlines()) <= 40


def test_the_plot_puts_each_cycle_where_its_length_lies(
    terminal: OpenTerminal, holds: Fill
) -> None:
    holds(
        made_up_diary(
            period("2024-01-20"), period("2024-02-10"), period("2024-03-20"), period("2024-04-17")
        )
    )
    screen = terminal("cycles", *ON)
    assert screen.sees("is usual for adults").sees("no fertile days").ends() == 0
    plot = [line.rstrip() for line in screen.shown.splitlines() if "  |  " in line]
    assert plot == [
        "2024-01-20   21 o  |             |",
        "2024-02-10   39    |             |o",
        "2024-03-20   28    |   o         |",
    ]


def test_only_a_year_is_shown_unless_all_are_asked_for(diary: RunDiary, holds: Fill) -> None:
    starts = [f"2023-{month:02}-01" for month in range(1, 13)] + ["2024-01-01", "2024-02-01"]
    holds(made_up_diary(*(period(start) for start in starts)))
    short = diary("cycles", *ON).out
    assert "2023-01-01" not in short
    assert 'The last 13 of 14. "--all" shows all.' in short
    assert "2023-01-01" in diary("cycles", "--all", *ON).out


def test_the_dry_days_that_end_a_period_are_remembered_and_shown(
    diary: RunDiary, holds: Fill
) -> None:
    holds(made_up_diary(run("2024-05-01", "mm---m", period="no")))
    assert diary("cycles", *ON, "--explain").out.count("not counted") == 2
    said = words(diary("cycles", *ON, "--dry-days", "4", "--explain").out)
    assert said.count("not counted") == 1
    assert "A period ends after 4 dry days" in said
    assert diary("cycles", *ON, "--explain").out.count("not counted") == 1
    assert "A period ends after 4 dry days." in diary("period").out


@pytest.mark.parametrize("number", ["0", "10", "-1"])
def test_dry_days_that_make_no_sense_are_refused(diary: RunDiary, number: str) -> None:
    ran = diary("cycles", "--dry-days", number)
    assert ran.status == 5
    assert "can be 1 to 9; the usual is 2" in ran.err
    assert "A period ends after 2 dry days" in diary("cycles").out
