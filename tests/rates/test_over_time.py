"""The times month by month, and how complete the diary is."""

import pytest
from made_up import after_sex, day, sex
from made_up_cycles import diary

from diary.errors import InvalidValue
from diary.model import Entry
from diary.model.episodes import occasions
from diary.model.vocabulary import DatePrecision
from diary.rates.months import by_month
from diary.rates.recorded import recorded
from diary.rates.window import Window, window_of


def vague(on: str, precision: DatePrecision) -> Entry:
    return Entry(date=day(on), date_precision=precision, sex=sex(on).sex)


def test_every_month_is_there_and_one_without_times_is_no_nought() -> None:
    history = diary(after_sex("2025-12-31"), sex("2025-12-05"), sex("2026-02-01"))
    window = Window(first=day("2025-12-05"), last=day("2026-03-01"))
    found = by_month(occasions(history), window)
    counts = [(str(month.first), month.rate.bled, month.rate.of) for month in found]
    assert counts == [
        ("2025-12-01", 1, 2),
        ("2026-01-01", 0, 0),
        ("2026-02-01", 0, 1),
        ("2026-03-01", 0, 0),
    ]
    assert found[1].rate.low is None


def test_a_time_known_to_its_month_is_in_it_and_one_between_two_in_neither() -> None:
    entries = (
        vague("2026-03-15", DatePrecision.MONTH),
        vague("2026-04-01", DatePrecision.WEEK),
        vague("2026-03-20", DatePrecision.YEAR),
        vague("2026-03-10", DatePrecision.WEEK),
    )
    window = Window(first=day("2026-03-01"), last=day("2026-04-30"))
    march, april = by_month(occasions(diary(*entries)), window)
    assert (march.rate.of, april.rate.of) == (2, 0)


def test_days_with_an_entry_times_and_the_longest_gap() -> None:
    """From 1 to 31 March with entries on the 1st, 5th (two) and 20th: the 6th to the 19th."""
    entries = (sex("2026-03-01"), sex("2026-03-05"), after_sex("2026-03-05"), sex("2026-03-20"))
    found = recorded(entries, Window(first=day("2026-03-01"), last=day("2026-03-31")))
    assert (found.days_with_entry, found.days, found.times) == (3, 31, 4)
    assert (found.longest_gap, found.gap_start, found.gap_end) == (
        14,
        day("2026-03-06"),
        day("2026-03-19"),
    )


def test_the_gap_may_reach_to_the_last_day() -> None:
    found = recorded([sex("2026-03-01")], Window(first=day("2026-03-01"), last=day("2026-03-03")))
    assert (found.longest_gap, found.gap_start, found.gap_end) == (
        2,
        day("2026-03-02"),
        day("2026-03-03"),
    )


def test_without_a_gap_there_are_no_days_of_it() -> None:
    window = Window(first=day("2026-03-01"), last=day("2026-03-02"))
    found = recorded([sex("2026-03-01"), sex("2026-03-02")], window)
    assert (found.longest_gap, found.gap_start, found.gap_end) == (0, None, None)


def test_an_entry_without_a_day_fills_no_day() -> None:
    entries = [vague("2026-03-02", DatePrecision.MONTH), sex("2026-03-01")]
    found = recorded(entries, Window(first=day("2026-03-01"), last=day("2026-03-03")))
    assert (found.days_with_entry, found.times, found.longest_gap) == (1, 2, 2)


def test_days_before_the_first_entry_are_not_counted_as_empty() -> None:
    history = diary(sex("2026-03-10"), sex("2026-05-10"))
    as_of = day("2026-06-01")

    def window(since: str | None = None, until: str | None = None) -> tuple[str, str]:
        found = window_of(
            history, as_of, since=day(since) if since else None, until=day(until) if until else None
        )
        return str(found.first), str(found.last)

    assert window() == ("2026-03-10", "2026-06-01")
    assert window("2026-01-01") == ("2026-03-10", "2026-06-01")
    assert window("2026-04-01", "2026-04-30") == ("2026-04-01", "2026-04-30")
    assert window(until="2027-01-01") == ("2026-03-10", "2026-06-01")
    assert window(until="2026-01-01") == ("None", "2026-01-01")


def test_days_the_wrong_way_round_are_refused() -> None:
    with pytest.raises(InvalidValue, match="after the last day"):
        window_of(diary(), day("2026-06-01"), since=day("2026-05-01"), until=day("2026-04-01"))
