"""What holds of every forecast, whatever the dates."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from diary.cycles import forecast

SAME_PERIOD = 10
"""A start within so many days of another is part of it: the forecast counts from the earlier."""

any_starts = st.lists(st.dates(date(2000, 1, 1), date(2026, 1, 1)), min_size=1, max_size=15)
jitter = st.lists(st.integers(-1, 1), min_size=6, max_size=18)


def starts(lengths: list[int]) -> list[date]:
    found = [date(2020, 1, 1)]
    for length in lengths:
        found.append(found[-1] + timedelta(days=length))
    return found


def days_after(known: list[date]) -> tuple[int, int, int]:
    """Return the first, the expected and the last day, counted from the last start."""
    found, last = forecast(known), max(known)
    assert found.reason is None
    assert found.earliest is not None
    assert found.expected is not None
    assert found.latest is not None
    return (
        (found.earliest - last).days,
        (found.expected - last).days,
        (found.latest - last).days,
    )


@given(any_starts)
def test_any_starts_in_any_order_give_three_dates_in_order(known: list[date]) -> None:
    earliest, expected, latest = days_after(known)
    assert earliest + SAME_PERIOD > 0
    assert earliest <= expected <= latest
    assert forecast([*sorted(known), *reversed(known)]) == forecast(known)


@given(any_starts, st.integers(-3_000, 3_000))
def test_starts_some_days_later_are_forecast_as_many_days_later(
    known: list[date], days: int
) -> None:
    later = [start + timedelta(days=days) for start in known]
    assert days_after(later) == days_after(known)


@given(st.integers(25, 35), jitter, st.integers(10, 90), st.data())
def test_one_odd_cycle_moves_the_expected_day_by_one_day_at_most(
    usual: int, off: list[int], odd: int, data: st.DataObject
) -> None:
    lengths = [usual + days for days in off]
    place = data.draw(st.integers(0, len(lengths)))
    without, with_it = starts(lengths), starts([*lengths[:place], odd, *lengths[place:]])
    assert abs(days_after(with_it)[1] - days_after(without)[1]) <= 1


@given(st.integers(25, 35), st.integers(0, 6), st.integers(1, 3), st.integers(2, 8))
def test_the_more_regular_the_cycles_the_narrower_the_interval(
    usual: int, off: int, more: int, pairs: int
) -> None:
    regular, wilder = (
        days_after(starts([usual - days, usual + days] * pairs)) for days in (off, off + more)
    )
    assert regular[2] - regular[0] <= wilder[2] - wilder[0]


@given(st.integers(24, 36), st.integers(6, 18))
def test_a_period_that_was_not_written_down_changes_next_to_nothing(usual: int, many: int) -> None:
    without = days_after(starts([usual] * many))
    with_it = days_after(starts([usual] * (many // 2) + [2 * usual] + [usual] * (many // 2)))
    assert with_it[1] == without[1]
    assert with_it[2] - with_it[0] <= without[2] - without[0] + 1


@given(st.integers(38, 80), st.integers(3, 18))
def test_cycles_that_are_always_long_are_believed(usual: int, many: int) -> None:
    earliest, expected, latest = days_after(starts([usual] * many))
    assert abs(expected - usual) <= 2
    assert earliest <= usual <= latest
