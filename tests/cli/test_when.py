"""Days and times as people say them: read strictly, and said back in full."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.cli.when import (
    MONTHS,
    WEEKDAYS,
    in_full,
    moment_in_full,
    read_day,
    read_moment,
    read_time,
)
from diary.errors import FutureDay, InvalidValue

SATURDAY = date(2026, 11, 21)
EVENING = datetime(2026, 11, 21, 18, 0, 30, tzinfo=UTC)

TODAYS = st.dates(date(1970, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("today", "2026-11-21"),
        ("this morning", "2026-11-21"),
        ("yesterday", "2026-11-20"),
        ("Yesterday", "2026-11-20"),
        ("last night", "2026-11-20"),
        ("day before yesterday", "2026-11-19"),
        ("friday", "2026-11-20"),
        ("last friday", "2026-11-20"),
        ("on Friday", "2026-11-20"),
        ("last saturday", "2026-11-14"),
        ("sunday", "2026-11-15"),
        ("tues", "2026-11-17"),
        ("weds", "2026-11-18"),
        ("3 days ago", "2026-11-18"),
        ("three days ago", "2026-11-18"),
        ("a day ago", "2026-11-20"),
        ("0 days ago", "2026-11-21"),
        ("a week ago", "2026-11-14"),
        ("2 weeks ago", "2026-11-07"),
        ("2 november", "2026-11-02"),
        ("2 nov", "2026-11-02"),
        ("2nd of November", "2026-11-02"),
        ("november 2", "2026-11-02"),
        ("Nov. 2nd, 2025", "2025-11-02"),
        ("2 nov 2025", "2025-11-02"),
        ("24 december", "2025-12-24"),
        ("29 february", "2024-02-29"),
        ("Monday 2 November 2026", "2026-11-02"),
        ("2026-11-02", "2026-11-02"),
        ("2026/11/2", "2026-11-02"),
        ("25/11", "2025-11-25"),
        ("11/25/2025", "2025-11-25"),
        ("11/11", "2026-11-11"),
        ("  2   nov  ", "2026-11-02"),
    ],
)
def test_a_day_is_read_as_it_is_said_on_a_saturday(said: str, meant: str) -> None:
    assert read_day(said, SATURDAY) == date.fromisoformat(meant)


@pytest.mark.parametrize(
    ("said", "way_out"),
    [
        ("11/2", '"11 February" or "2 November"'),
        ("2/11", '"2 November" or "11 February"'),
        ("2.11.2025", '"2 November 2025" or "11 February 2025"'),
        ("saturday", '"today" or "last saturday"'),
        ("30 february", "no such day"),
        ("31/31", "no such day"),
        ("2025-02-29", "no such day"),
        ("0000-01-01", "no such day"),
        ("tuesday 2 november 2026", "2 November 2026 is a Monday"),
        ("someday", "not clear"),
        ("day", "not clear"),
        ("21", "not clear"),
        ("2 no", "not clear"),
        ("2/11/26", "not clear"),
        ("a month ago", "not clear"),
        ("", "not clear"),
        ("yesterday or the day before", "not clear"),
    ],
)
def test_what_is_unclear_or_can_be_two_days_is_refused_with_a_way_out(
    said: str, way_out: str
) -> None:
    with pytest.raises(InvalidValue) as refused:
        read_day(said, SATURDAY)
    assert way_out in str(refused.value)


@pytest.mark.parametrize("said", ["tomorrow", "2026-11-22", "22 november 2026", "1 january 2027"])
def test_a_day_that_has_not_come_is_refused(said: str) -> None:
    with pytest.raises(FutureDay, match="has not come yet"):
        read_day(said, SATURDAY)


@given(st.dates(date(1960, 1, 1), date(2100, 12, 31)), st.integers(0, 20_000))
def test_every_spelling_of_a_day_with_its_year_reads_back(day: date, days_later: int) -> None:
    today = day + timedelta(days=days_later)
    month, weekday = MONTHS[day.month - 1], WEEKDAYS[day.weekday()]
    spellings = [
        f"{day.day} {month} {day.year}",
        f"{day.day} {month[:3].lower()} {day.year}",
        f"{month} {day.day}, {day.year}",
        f"the {day.day}th of {month} {day.year}",
        f"{weekday} {day.day} {month} {day.year}",
        f"{weekday[:3]} {month[:3]} {day.day} {day.year}",
        f"{day:%Y-%m-%d}",
        f"{day:%Y/%m/%d}",
        f"{day.year}.{day.month}.{day.day}",
        in_full(day, today).split(" (")[0],
    ]
    assert {read_day(spelling, today) for spelling in spellings} == {day}


@given(TODAYS, st.integers(0, 360))
def test_without_a_year_the_last_such_day_is_meant(today: date, days_ago: int) -> None:
    day = today - timedelta(days=days_ago)
    assert read_day(f"{day.day} {MONTHS[day.month - 1]}", today) == day


@given(TODAYS, st.integers(0, 999))
def test_days_and_weeks_ago_are_counted_back(today: date, count: int) -> None:
    assert read_day(f"{count} days ago", today) == today - timedelta(days=count)
    assert read_day(f"{count} weeks ago", today) == today - timedelta(weeks=count)


@given(TODAYS, st.sampled_from(WEEKDAYS))
def test_a_weekday_is_within_the_week_before_today(today: date, name: str) -> None:
    day = read_day(f"last {name}", today)
    assert WEEKDAYS[day.weekday()] == name
    assert 1 <= (today - day).days <= 7


@given(TODAYS, st.integers(1, 31), st.integers(1, 12))
def test_numbers_alone_are_never_guessed(today: date, first: int, second: int) -> None:
    text = f"{first}/{second}"
    try:
        day = read_day(text, today)
    except InvalidValue:
        return
    assert {first, second} == {day.day, day.month}
    assert first == second or max(first, second) > 12


@given(st.text(max_size=40))
def test_any_other_text_is_refused_in_a_sentence(text: str) -> None:
    try:
        read_moment(text, EVENING)
    except InvalidValue as error:
        assert str(error)  # noqa: PT017 - most texts are refused, some few are days


@given(st.times(), st.sampled_from(["{:%H:%M}", "at {:%H.%M}", "{:%I:%M%p}", "{:%I.%M %p}"]))
def test_every_spelling_of_a_time_reads_back(clock: time, spelling: str) -> None:
    assert read_time(spelling.format(clock)) == clock.replace(second=0, microsecond=0)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("9pm", time(21)),
        ("9 am", time(9)),
        ("12am", time(0)),
        ("12 pm", time(12)),
        ("noon", time(12)),
        ("9:05", time(9, 5)),
    ],
)
def test_a_time_is_read_as_it_is_said(said: str, meant: time) -> None:
    assert read_time(said) == meant


@pytest.mark.parametrize("said", ["9", "24:00", "13pm", "0am", "23:60", "late", "9 o'clock", ""])
def test_a_time_that_is_unclear_is_refused(said: str) -> None:
    with pytest.raises(InvalidValue, match="write it like 23:10 or 9pm"):
        read_time(said)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("yesterday 23:10", (date(2026, 11, 20), time(23, 10))),
        ("yesterday at 9pm", (date(2026, 11, 20), time(21))),
        ("2026-11-02 23:10", (date(2026, 11, 2), time(23, 10))),
        ("2026-11-02T23:10", (date(2026, 11, 2), time(23, 10))),
        ("2 nov 11.30", (date(2026, 11, 2), time(11, 30))),
        ("last friday noon", (date(2026, 11, 20), time(12))),
        ("3 days ago 9 pm", (date(2026, 11, 18), time(21))),
        ("09:00", (SATURDAY, time(9))),
        ("now", (SATURDAY, time(18, 0))),
        ("yesterday", (date(2026, 11, 20), None)),
    ],
)
def test_a_moment_is_a_day_with_a_time_where_one_is_given(
    said: str, meant: tuple[date, time | None]
) -> None:
    assert read_moment(said, EVENING) == meant


@pytest.mark.parametrize("said", ["today 23:10", "23:10", "18:01", "tomorrow 9am"])
def test_a_moment_that_has_not_come_is_refused(said: str) -> None:
    with pytest.raises(FutureDay, match="has not come yet"):
        read_moment(said, EVENING)


def test_a_day_is_said_back_in_full() -> None:
    assert in_full(SATURDAY, SATURDAY) == "Saturday 21 November 2026 (today)"
    assert in_full(date(2026, 11, 20), SATURDAY) == "Friday 20 November 2026 (yesterday)"
    assert in_full(date(2026, 11, 16), SATURDAY) == "Monday 16 November 2026 (5 days ago)"
    assert in_full(date(2026, 11, 2), SATURDAY) == "Monday 2 November 2026"
    assert (
        moment_in_full(date(2026, 11, 2), time(23, 10), today=SATURDAY)
        == "Monday 2 November 2026, 23:10"
    )
    assert (
        moment_in_full(date(2026, 11, 20), time(0, 5), today=SATURDAY)
        == "Friday 20 November 2026 (yesterday), 00:05"
    )
