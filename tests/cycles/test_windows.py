"""The windows around a period and in mid-cycle, with every edge."""

import pytest
from made_up import day, period, sex
from made_up_cycles import diary

from diary.cycles import Chart, chart
from diary.model import Entry, Fact, Profile
from diary.model.background_words import Contraception, Pregnancy


def asked(found: Chart, *days: str) -> list[bool | None]:
    return [found.in_period_window(day(text)) for text in days]


def asked_mid(found: Chart, *days: str) -> list[bool | None]:
    return [found.in_mid_cycle_window(day(text)) for text in days]


def two_periods() -> tuple[Entry, ...]:
    return (*period("2026-03-01", days=5), *period("2026-03-29", days=4))


def test_the_period_window_opens_2_days_before_and_closes_2_days_after() -> None:
    found = chart(diary(two_periods()))
    assert asked(found, "2026-03-26", "2026-03-27", "2026-03-29") == [False, True, True]
    assert asked(found, "2026-04-01", "2026-04-03", "2026-04-04") == [True, True, False]


def test_between_two_periods_no_day_is_in_the_window() -> None:
    found = chart(diary(two_periods()))
    days = [f"2026-03-{number:02}" for number in range(8, 27)]
    assert asked(found, *days) == [False] * len(days)


def test_after_the_last_period_the_expected_one_has_a_window() -> None:
    found = chart(diary(two_periods()))
    assert str(found.expected) == "2026-04-26"
    assert asked(found, "2026-04-23", "2026-04-24", "2026-04-28") == [False, True, True]


def test_when_the_expected_period_is_late_the_window_is_unknown() -> None:
    assert asked(chart(diary(two_periods())), "2026-04-29", "2026-07-30") == [None, None]


def test_without_an_expected_start_the_window_is_unknown_from_day_23() -> None:
    found = chart(diary(period("2026-03-01", days=5)))
    assert asked(found, "2026-03-08", "2026-03-22", "2026-03-23") == [False, False, None]


def test_the_usual_length_that_the_person_states_gives_an_expected_window() -> None:
    found = chart(diary(period("2026-03-01"), profile=Profile(usual_cycle_length=30)))
    assert asked(found, "2026-03-28", "2026-03-29", "2026-04-02") == [False, True, True]


def test_short_cycles_of_ones_own_open_the_window_early() -> None:
    starts = ("2026-01-20", "2026-02-09", "2026-03-01", "2026-03-21", "2026-04-10")
    found = chart(diary(*(period(start, days=4) for start in starts)))
    assert asked(found, "2026-04-27", "2026-04-28") == [False, True]


def test_with_no_period_before_only_the_12_dry_days_are_known() -> None:
    found = chart(diary(period("2026-03-29")))
    assert asked(found, "2026-03-18", "2026-03-19", "2026-03-26") == [None, False, False]
    assert asked(found, "2026-03-27") == [True]


def test_a_stated_start_without_entries_leaves_the_end_of_its_window_unknown() -> None:
    found = chart(diary(profile=Profile(last_period_start=day("2026-03-01"))))
    assert asked(found, "2026-02-27", "2026-03-07") == [True, True]
    assert asked(found, "2026-03-08", "2026-03-10", "2026-03-11") == [None, None, False]


def test_in_a_gap_the_window_is_unknown_but_for_the_edges() -> None:
    found = chart(diary(period("2026-01-01", days=5), period("2026-07-01")))
    assert asked(found, "2026-01-07", "2026-01-08", "2026-01-23") == [True, False, None]
    assert asked(found, "2026-04-15", "2026-06-20", "2026-06-29") == [None, None, True]


def test_on_a_method_a_bleed_that_is_named_a_period_has_its_window() -> None:
    pill = Fact(what=Contraception.COMBINED_PILL, start=day("2026-01-01"))
    found = chart(diary(period("2026-03-01", days=3), facts=[pill]))
    assert asked(found, "2026-03-05", "2026-03-15") == [True, None]


def test_in_pregnancy_no_day_is_in_a_period_window() -> None:
    pregnant = Fact(what=Pregnancy.ONGOING, start=day("2026-01-01"))
    found = chart(diary(sex("2026-04-01"), facts=[pregnant]))
    assert asked(found, "2026-04-01") == [False]
    assert asked_mid(found, "2026-04-01") == [False]


@pytest.mark.parametrize(
    ("before", "answer"), [(9, False), (10, True), (13, True), (16, True), (17, False)]
)
def test_mid_cycle_is_10_to_16_days_before_the_next_start(before: int, *, answer: bool) -> None:
    found = chart(diary(two_periods()))
    assert asked_mid(found, f"2026-03-{29 - before:02}") == [answer]


def test_mid_cycle_goes_by_the_expected_start_where_the_next_is_not_recorded() -> None:
    found = chart(diary(two_periods()))
    assert asked_mid(found, "2026-04-09", "2026-04-10", "2026-04-16", "2026-04-17") == [
        False,
        True,
        True,
        False,
    ]
    assert asked_mid(found, "2026-04-27") == [None]


def test_mid_cycle_is_unknown_without_a_next_start_but_not_right_after_a_period() -> None:
    found = chart(diary(period("2026-03-01", days=5)))
    assert asked_mid(found, "2026-03-08", "2026-03-09") == [False, None]
    assert asked_mid(chart(diary()), "2026-03-08") == [None]


def test_mid_cycle_is_known_before_a_period_even_after_a_silence() -> None:
    found = chart(diary(period("2026-01-01"), period("2026-07-01")))
    assert asked_mid(found, "2026-06-21", "2026-06-14", "2026-05-01") == [True, None, None]


def test_on_a_method_without_cycles_there_is_no_mid_cycle() -> None:
    implant = Fact(what=Contraception.IMPLANT, start=day("2026-01-01"))
    found = chart(diary(period("2026-03-01"), facts=[implant]))
    assert asked_mid(found, "2026-03-15") == [False]
