"""Cycles, gaps and the cycle day of every entry."""

from dataclasses import replace

import pytest
from made_up import day, period, sex
from made_up_cycles import diary, dry

from diary.cycles import chart, forecast
from diary.model import Bleeding, Entry, Profile
from diary.model.vocabulary import Answer, BleedingSource, DatePrecision


def test_the_first_day_of_a_period_is_day_1() -> None:
    found = chart(diary(period("2026-03-01")))
    assert found.day_of_cycle(day("2026-03-01")).day == 1
    assert found.day_of_cycle(day("2026-03-14")).day == 14


def test_a_cycle_goes_from_one_start_to_the_day_before_the_next() -> None:
    found = chart(diary(period("2026-03-01"), period("2026-03-29")))
    (cycle,) = found.cycles
    assert (str(cycle.start), cycle.length, str(cycle.next_start)) == (
        "2026-03-01",
        28,
        "2026-03-29",
    )
    assert found.day_of_cycle(day("2026-03-28")).day == 28
    assert found.day_of_cycle(day("2026-03-29")).day == 1


def test_before_the_first_period_the_day_is_unknown_and_the_reason_is_said() -> None:
    found = chart(diary(period("2026-03-01"))).day_of_cycle(day("2026-02-27"))
    assert found.day is None
    assert found.reason == "No period is recorded before this day."


def test_a_period_logged_late_corrects_the_day() -> None:
    entry = sex("2026-04-10")
    before = diary(period("2026-03-01"), entry)
    assert chart(before).cycle_day(entry).day == 41
    late = diary(before.entries, period("2026-03-29"))
    assert chart(late).cycle_day(entry).day == 13


def test_a_stated_cycle_day_stands_for_its_entry() -> None:
    entry = replace(sex("2026-03-20"), cycle_day=14)
    found = chart(diary(period("2026-03-01"), entry)).cycle_day(entry)
    assert (found.day, found.stated) == (14, True)


def test_a_stated_cycle_day_leaves_the_neighbours_of_a_logged_period_alone() -> None:
    entry, neighbour = replace(sex("2026-03-20"), cycle_day=14), sex("2026-03-21")
    found = chart(diary(period("2026-03-01"), entry, neighbour)).cycle_day(neighbour)
    assert (found.day, found.stated) == (21, False)


def test_a_stated_cycle_day_places_neighbours_where_no_period_is_logged() -> None:
    entry, neighbour = replace(sex("2026-03-20"), cycle_day=14), sex("2026-03-22")
    found = chart(diary(entry, neighbour))
    assert found.cycle_day(neighbour).day == 16
    assert found.day_of_cycle(day("2026-03-07")).day == 1


def test_a_stated_cycle_day_that_a_logged_period_contradicts_places_nothing() -> None:
    entry = replace(sex("2026-03-20"), cycle_day=60)
    found = chart(diary(period("2026-03-01"), entry))
    assert [str(p.start) for p in found.periods] == ["2026-03-01"]
    assert found.cycle_day(entry).day == 60


def test_an_entry_known_only_to_its_week_has_no_derived_day() -> None:
    entry = replace(sex("2026-03-20"), date_precision=DatePrecision.WEEK)
    found = chart(diary(period("2026-03-01"), entry)).cycle_day(entry)
    assert (found.day, found.reason) == (None, "The day of this entry is not known exactly.")


@pytest.mark.parametrize(("next_start", "lengths"), [("2026-05-30", [90]), ("2026-05-31", [])])
def test_a_silence_of_more_than_90_days_is_a_gap_and_no_cycle(
    next_start: str, lengths: list[int]
) -> None:
    found = chart(diary(period("2026-03-01"), period(next_start)))
    assert [cycle.length for cycle in found.cycles] == lengths
    assert len(found.gaps) == 1 - len(lengths)


def test_a_gap_says_from_when_to_when_and_why() -> None:
    (gap,) = chart(diary(period("2026-01-01"), period("2026-06-01"))).gaps
    assert (str(gap.start), str(gap.end)) == ("2026-01-01", "2026-06-01")
    assert gap.reason.startswith("More than 90 days")


def test_after_a_long_silence_the_day_is_unknown() -> None:
    found = chart(diary(period("2026-01-01")))
    assert found.day_of_cycle(day("2026-03-31")).day == 90
    late = found.day_of_cycle(day("2026-04-01"))
    assert late.day is None
    assert late.reason is not None


def test_entries_that_say_nothing_of_bleeding_do_not_end_a_silence() -> None:
    others = tuple(sex(f"2026-0{month}-{date}") for month in (1, 2, 3, 4) for date in (10, 17, 24))
    found = chart(diary(period("2026-01-01"), others, period("2026-05-01")))
    assert found.cycles == ()


def test_the_persons_word_every_week_makes_a_long_cycle_a_cycle() -> None:
    start, end = period("2026-01-01", days=5), period("2026-05-01")
    weekly = chart(diary(start, dry("2026-01-12", "2026-04-28", every=7), end))
    assert [cycle.length for cycle in weekly.cycles] == [120]
    assert weekly.day_of_cycle(day("2026-04-20")).day == 110
    rarer = chart(diary(start, dry("2026-01-12", "2026-04-28", every=8), end))
    assert rarer.cycles == ()


def test_a_stated_cycle_day_is_the_persons_word_that_no_period_came() -> None:
    entry = replace(sex("2026-04-30"), cycle_day=120)
    found = chart(diary(period("2026-01-01"), entry, period("2026-05-01")))
    assert [cycle.length for cycle in found.cycles] == [120]


def test_a_period_known_only_to_its_month_leaves_a_gap() -> None:
    vague = Entry(
        date=day("2026-04-01"),
        date_precision=DatePrecision.MONTH,
        bleeding=Bleeding(source=BleedingSource.VAGINAL, period=Answer.YES),
    )
    found = chart(diary(period("2026-03-07"), vague, period("2026-05-02")))
    assert found.cycles == ()
    assert [gap.reason for gap in found.gaps] == [
        "A period in between is known only to its week, month or year."
    ]
    assert found.day_of_cycle(day("2026-03-31")).day == 25
    assert found.day_of_cycle(day("2026-04-01")).day is None


def test_the_usual_length_is_hardly_moved_by_one_odd_cycle() -> None:
    starts = ("2026-01-01", "2026-01-29", "2026-02-27", "2026-04-18", "2026-05-17")
    found = chart(diary(*(period(start) for start in starts)))
    assert [cycle.length for cycle in found.cycles] == [28, 29, 50, 29]
    assert found.usual_length == 29
    assert str(found.expected) == "2026-06-15"


def test_with_one_cycle_the_persons_own_word_on_the_usual_length_comes_first() -> None:
    both = (period("2026-01-01"), period("2026-02-10"))
    assert chart(diary(*both, profile=Profile(usual_cycle_length=30))).usual_length == 30
    assert chart(diary(*both)).expected == forecast([day("2026-01-01"), day("2026-02-10")]).expected
    assert chart(diary(period("2026-01-01"))).usual_length is None


def test_an_empty_diary_has_an_empty_chart() -> None:
    found = chart(diary())
    assert (found.spells, found.periods, found.cycles, found.gaps) == ((), (), (), ())
    assert found.no_cycles is None
    assert found.expected is None
    assert found.day_of_cycle(day("2026-01-01")).day is None
