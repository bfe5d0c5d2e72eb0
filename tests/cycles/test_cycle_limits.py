"""The limits of FIGO and of WHO/Belsey, at every edge."""

from datetime import date, timedelta

import pytest
from made_up import day, period, sex
from made_up_cycles import diary, run

from diary.cycles import Chart, chart
from diary.cycles.limits import (
    days_recorded,
    duration,
    frequency,
    reference_period,
    regularity,
    regularity_limit,
    regularity_limit_in,
)


def with_cycles(*lengths: int, days: int = 4) -> Chart:
    start, parts = date(2025, 1, 1), []
    for length in (*lengths, 0):
        parts.append(period(str(start), days=days))
        start += timedelta(days=length)
    return chart(diary(*parts))


def test_cycles_of_24_to_38_days_are_usual() -> None:
    found = frequency(with_cycles(24, 38, 23, 39))
    assert found is not None
    assert [cycle.length for cycle in found.short] == [23]
    assert [cycle.length for cycle in found.long] == [39]
    assert found.outside == 2


def test_only_the_last_four_cycles_are_judged_and_how_many_is_said() -> None:
    found = frequency(with_cycles(20, 28, 28, 28, 28))
    assert found is not None
    assert (len(found.cycles), found.outside) == (4, 0)


def test_without_a_complete_cycle_nothing_is_said() -> None:
    assert frequency(with_cycles()) is None
    assert duration(chart(diary(run("2026-03-01", "ss")))) is None


def test_only_cycles_since_a_day_count_where_one_is_given() -> None:
    found = frequency(with_cycles(20, 20, 30), since=date(2025, 2, 10))
    assert found is not None
    assert [cycle.length for cycle in found.cycles] == [30]


@pytest.mark.parametrize(
    ("age", "limit"),
    [(17, None), (18, 9), (25, 9), (26, 7), (41, 7), (42, 9), (45, 9), (46, None), (None, 9)],
)
def test_how_much_cycles_may_differ_goes_by_age(age: int | None, limit: int | None) -> None:
    assert regularity_limit(age) == limit


def test_of_the_two_ages_that_a_year_of_birth_leaves_the_wider_limit_counts() -> None:
    assert [regularity_limit_in(born, 2026) for born in (1999, 2000, 2001)] == [7, 9, 9]
    assert regularity_limit_in(2008, 2026) == 9
    assert regularity_limit_in(2009, 2026) is None
    assert regularity_limit_in(None, 2026) == 9


def test_a_difference_of_more_than_7_days_is_irregular_from_26_to_41() -> None:
    at_limit, above = with_cycles(27, 34, 30), with_cycles(27, 35, 30)
    for found, answer in ((regularity(at_limit, 7), False), (regularity(above, 7), True)):
        assert found is not None
        assert found.is_irregular is answer
    young = regularity(above, regularity_limit(25))
    assert young is not None
    assert (young.is_irregular, young.difference, young.shortest, young.longest) == (
        False,
        8,
        27,
        35,
    )


def test_two_cycles_are_not_enough_to_call_regular_or_irregular() -> None:
    assert regularity(with_cycles(24, 38), 7) is None


def test_a_period_of_more_than_8_days_is_long() -> None:
    usual, long = duration(with_cycles(28, days=8)), duration(with_cycles(28, days=9))
    assert usual is not None
    assert long is not None
    assert (len(usual.long), len(long.long), len(long.periods)) == (0, 2, 2)


def spells_every(days: int, number: int, length: int = 1) -> Chart:
    first = day("2026-01-02")
    return chart(
        diary(*(run(first + timedelta(days=days * n), "l" * length) for n in range(number)))
    )


def test_90_days_end_with_the_day_itself() -> None:
    found = reference_period(spells_every(10, 2), day("2026-04-01"), days_recorded=90)
    assert (str(found.first), found.episodes, found.bleeding_days) == ("2026-01-02", 2, 2)
    later = reference_period(spells_every(10, 2), day("2026-04-02"), days_recorded=90)
    assert later.episodes == 1


def test_more_than_5_episodes_are_frequent() -> None:
    on = day("2026-04-01")
    assert reference_period(spells_every(10, 5), on, days_recorded=90).is_frequent is False
    assert reference_period(spells_every(10, 6), on, days_recorded=90).is_frequent is True
    assert reference_period(spells_every(10, 6), on, days_recorded=6).is_frequent is True
    assert reference_period(spells_every(10, 5), on, days_recorded=71).is_frequent is None


def test_an_episode_of_14_days_is_prolonged() -> None:
    on = day("2026-04-01")
    assert reference_period(spells_every(1, 1, 13), on, days_recorded=90).is_prolonged is False
    assert reference_period(spells_every(1, 1, 14), on, days_recorded=14).is_prolonged is True


def test_no_bleeding_is_amenorrhoea_only_where_enough_days_were_recorded() -> None:
    nothing, on = chart(diary()), day("2026-04-01")
    assert reference_period(nothing, on, days_recorded=72).is_amenorrhoea is True
    assert reference_period(nothing, on, days_recorded=71).is_amenorrhoea is None
    assert reference_period(spells_every(1, 1), on, days_recorded=1).is_amenorrhoea is False


def test_one_or_two_episodes_are_infrequent_and_three_are_not() -> None:
    on = day("2026-04-01")
    answers = [
        reference_period(spells_every(20, number), on, days_recorded=90).is_infrequent
        for number in (0, 1, 2, 3)
    ]
    assert answers == [False, True, True, False]


def test_3_to_5_episodes_without_3_long_intervals_are_irregular() -> None:
    on = day("2026-04-01")
    close = reference_period(spells_every(7, 4), on, days_recorded=90)
    apart = reference_period(spells_every(20, 4), on, days_recorded=90)
    assert (close.free_intervals, close.is_irregular) == (1, True)
    assert (apart.free_intervals, apart.is_irregular) == (4, False)


def test_days_recorded_are_days_with_an_entry_counted_once() -> None:
    history = diary(sex("2026-03-01"), sex("2026-03-01"), sex("2026-03-05"), sex("2026-04-01"))
    assert days_recorded(history, day("2026-03-01"), day("2026-03-31")) == 2
