"""`diary calendar`: a month in letters at a terminal, in words elsewhere."""

from dataclasses import replace
from datetime import date

import pytest
from made_up import after_sex, period, sex
from made_up_cycles import bled
from made_up_cycles import diary as made_up_diary
from running import Fill, OpenTerminal, RunDiary

from diary.cli.months import month_after, read_month
from diary.errors import InvalidValue
from diary.model import History, Pain

TODAY = date(2026, 11, 28)


def march() -> History:
    """Make a month in which each mark occurs; 1 March 2024 was a Friday."""
    return made_up_diary(
        period("2024-03-01", days=3),
        after_sex("2024-03-12"),
        bled("2024-03-15", "spotting"),
        replace(sex("2024-03-21"), pain=Pain(score=5)),
    )


def test_the_grid_begins_on_monday_and_tells_the_days_apart_by_letters(
    terminal: OpenTerminal, holds: Fill
) -> None:
    holds(march())
    screen = terminal("calendar", "march 2024", columns=40)
    screen.sees("No fertile days are shown here, ever.")
    assert screen.ends() == 0
    lines = [line.rstrip() for line in screen.shown.splitlines()]
    top = lines.index("March 2024")
    assert lines[top + 1 : top + 12] == [
        "Mo   Tu   We   Th   Fr   Sa   Su",
        "                     1.   2.   3.",
        "                     P    P    P",
        " 4    5    6    7    8    9   10",
        "",
        "11   12.  13   14   15.  16   17",
        "     AS              B",
        "18   19   20   21.  22   23   24",
        "               Sx",
        "25   26   27   28   29   30   31",
        "",
    ]
    assert max(map(len, lines)) <= 40


def test_the_legend_has_only_the_marks_that_are_used(terminal: OpenTerminal, holds: Fill) -> None:
    holds(march())
    screen = terminal("calendar", "2024-03")
    assert screen.sees("P  period", "A  bleed after sex", "B  other bleed").ends() == 0
    assert "S  sex" in screen.shown
    assert "x  pain" in screen.shown
    assert "?  " not in screen.shown
    other = terminal("calendar", "2024-04")
    assert other.sees("Nothing is written down in this month.").ends() == 0
    assert "P  period" not in other.shown


def test_without_a_terminal_each_day_is_a_line_in_words(diary: RunDiary, holds: Fill) -> None:
    holds(march())
    ran = diary("calendar", "2024-03")
    assert ran.status == 0
    assert ran.out.splitlines() == [
        "March 2024",
        "Fri 2024-03-01: period",
        "Sat 2024-03-02: period",
        "Sun 2024-03-03: period",
        "Tue 2024-03-12: bleed after sex, sex",
        "Fri 2024-03-15: other bleed",
        "Thu 2024-03-21: sex, pain",
        "",
        "Something is written down on 6 of 31 days.",
        "No fertile days are shown here, ever.",
    ]


def test_this_month_says_why_no_period_is_expected(diary: RunDiary) -> None:
    ran = diary("calendar")
    assert "Next period: not said. No period is recorded yet." in ran.out
    assert "Nothing is written down in this month." in ran.out


def test_a_month_that_cannot_be_read_is_refused_with_the_way_out(diary: RunDiary) -> None:
    ran = diary("calendar", "soon")
    assert ran.status == 2
    assert 'write it like "march", "march 2026", 2026-03 or "last month"' in ran.err


@pytest.mark.parametrize(
    ("said", "first"),
    [
        ("this month", date(2026, 11, 1)),
        ("last month", date(2026, 10, 1)),
        ("next month", date(2026, 12, 1)),
        ("november", date(2026, 11, 1)),
        ("December", date(2025, 12, 1)),
        ("dec 2026", date(2026, 12, 1)),
        ("2026-2", date(2026, 2, 1)),
    ],
)
def test_a_month_is_read_as_people_say_it(said: str, first: date) -> None:
    assert read_month(said, TODAY) == first


@pytest.mark.parametrize("said", ["", "ma 2026", "13", "2026-13", "2026-00", "marsh", "march 26"])
def test_what_names_no_month_is_refused(said: str) -> None:
    with pytest.raises(InvalidValue):
        read_month(said, TODAY)


def test_months_go_over_the_year() -> None:
    assert month_after(date(2026, 1, 31), -1) == date(2025, 12, 1)
    assert month_after(date(2026, 12, 31), 1) == date(2027, 1, 1)
