"""The 95 % interval of a share, against scipy's beta distribution and closed forms."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.special import betainc
from scipy.stats import beta

from diary.rates import exact_interval, rate


def by_scipy(times: int, of: int) -> tuple[float, float]:
    """Return the interval of Jeffreys by scipy, down to 0 for none and up to 1 for all."""
    low, high = beta.interval(0.95, times + 0.5, of - times + 0.5)
    return (0.0 if times == 0 else float(low), 1.0 if times == of else float(high))


@pytest.mark.parametrize("of", [*range(1, 31), 60])
def test_every_interval_up_to_sixty_times_is_that_of_scipy(of: int) -> None:
    for times in range(of + 1):
        assert exact_interval(times, of) == pytest.approx(by_scipy(times, of), abs=1e-9)


@pytest.mark.parametrize("of", [365, 3_650])
@pytest.mark.parametrize("part", [0, 0.001, 0.01, 0.3, 0.5, 0.97, 1])
def test_years_of_daily_entries_too(of: int, part: float) -> None:
    times = round(part * of)
    assert exact_interval(times, of) == pytest.approx(by_scipy(times, of), abs=1e-9)


@settings(deadline=None)
@given(st.integers(1, 400), st.data())
def test_each_end_leaves_two_and_a_half_percent_outside(of: int, data: st.DataObject) -> None:
    times = data.draw(st.integers(0, of))
    low, high = exact_interval(times, of)
    assert low is not None
    assert high is not None
    assert 0 <= low <= times / of <= high <= 1
    if times > 0:
        assert betainc(times + 0.5, of - times + 0.5, low) == pytest.approx(0.025, abs=1e-7)
    if times < of:
        assert betainc(times + 0.5, of - times + 0.5, high) == pytest.approx(0.975, abs=1e-7)


def test_none_and_all_reach_the_end() -> None:
    assert exact_interval(0, 8)[0] == 0
    assert exact_interval(8, 8)[1] == 1


def test_without_any_time_there_is_no_interval() -> None:
    assert exact_interval(0, 0) == (None, None)


@settings(deadline=None)
@given(st.integers(0, 4000), st.integers(0, 4000))
def test_bleeding_and_not_bleeding_mirror_each_other(bled: int, dry: int) -> None:
    one, other = rate(bled, dry), rate(dry, bled)
    if bled + dry == 0:
        assert (one.low, other.high) == (None, None)
    else:
        assert one.low is not None
        assert other.high is not None
        assert one.low == pytest.approx(1 - other.high, abs=1e-9)
