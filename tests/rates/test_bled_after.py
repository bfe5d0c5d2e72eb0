""" "x of y times", with its exact interval."""

from fractions import Fraction
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_up import after_sex, period, sex
from made_up_cycles import bled, diary

from diary.model.episodes import is_from, is_vaginal
from diary.model.vocabulary import BleedingSource
from diary.rates import MIN_TIMES, bled_after, exact_interval, rate


def at_least(times: int, of: int, share: float) -> float:
    """Return the chance of so many times or more, term by term in exact fractions."""
    part = Fraction(share)
    terms = (comb(of, n) * part**n * (1 - part) ** (of - n) for n in range(times, of + 1))
    return float(sum(terms))


def test_times_with_and_without_a_bleed_are_counted() -> None:
    history = diary(
        after_sex("2026-03-01"),
        after_sex("2026-03-10"),
        *(sex(f"2026-03-{number}") for number in (12, 14, 16, 18)),
    )
    found = bled_after(history)
    assert (found.bled, found.of, found.unknown, found.percent) == (2, 6, 0, 33)


def test_a_time_whose_answer_is_unknown_stands_beside_the_rest() -> None:
    history = diary(after_sex("2026-03-01"), sex("2026-03-10"), bled("2026-03-11", "light"))
    found = bled_after(history)
    assert (found.bled, found.of, found.unknown) == (1, 1, 1)


def test_only_blood_that_is_asked_about_counts() -> None:
    history = diary(bled("2026-03-01", source="rectal", timing="after_sex", sex=True))
    assert bled_after(history, is_from(BleedingSource.RECTAL)).bled == 1
    vaginal = bled_after(history, is_vaginal(history.profile))
    assert (vaginal.bled, vaginal.of) == (0, 1)


def test_a_period_is_no_bleed_after_sex() -> None:
    found = bled_after(diary(sex("2026-02-20"), period("2026-03-01")))
    assert (found.bled, found.of) == (0, 1)


def test_with_no_time_recorded_there_is_no_rate() -> None:
    found = bled_after(diary())
    assert (found.bled, found.of, found.unknown) == (0, 0, 0)
    assert (found.low, found.high, found.percent) == (None, None, None)


def test_under_five_times_there_is_no_percentage_but_an_interval() -> None:
    assert MIN_TIMES == 5
    few, enough = rate(2, 2), rate(2, 3)
    assert (few.percent, enough.percent) == (None, 40)
    assert few.low is not None


def test_half_a_percent_is_rounded_up() -> None:
    assert rate(1, 7).percent == 13
    assert rate(0, 8).percent == 0
    assert rate(8, 0).percent == 100


@pytest.mark.parametrize(
    ("times", "of", "low", "high"),
    [
        (1, 10, 0.0025, 0.4450),
        (5, 10, 0.1871, 0.8129),
        (3, 11, 0.0602, 0.6097),
        (4, 6, 0.2228, 0.9567),
    ],
)
def test_the_interval_is_that_of_published_tables(
    times: int, of: int, low: float, high: float
) -> None:
    assert exact_interval(times, of) == pytest.approx((low, high), abs=5e-5)


@pytest.mark.parametrize("of", [1, 2, 5, 30, 365, 3650])
def test_none_all_and_one_of_n_have_a_closed_form(of: int) -> None:
    assert exact_interval(0, of) == pytest.approx((0, 1 - 0.025 ** (1 / of)), abs=1e-9)
    assert exact_interval(of, of) == pytest.approx((0.025 ** (1 / of), 1), abs=1e-9)
    low, _ = exact_interval(1, of)
    _, high = exact_interval(of - 1, of)
    assert low == pytest.approx(1 - 0.975 ** (1 / of), abs=1e-9)
    assert high == pytest.approx(0.975 ** (1 / of), abs=1e-9)


@given(st.integers(1, 80), st.data())
def test_each_end_leaves_two_and_a_half_percent_outside(of: int, data: st.DataObject) -> None:
    times = data.draw(st.integers(0, of))
    low, high = exact_interval(times, of)
    assert low is not None
    assert high is not None
    assert 0 <= low <= times / of <= high <= 1
    if times > 0:
        assert at_least(times, of, low - 1e-9) <= 0.025 <= at_least(times, of, low + 1e-9)
    if times < of:
        more = times + 1
        below = 1 - at_least(more, of, high - 1e-9), 1 - at_least(more, of, high + 1e-9)
        assert below[0] >= 0.025 >= below[1]


@given(st.integers(0, 4000), st.integers(0, 4000))
def test_bleeding_and_not_bleeding_mirror_each_other(bled: int, dry: int) -> None:
    one, other = rate(bled, dry), rate(dry, bled)
    if bled + dry == 0:
        assert (one.low, other.high) == (None, None)
    else:
        assert one.low is not None
        assert other.high is not None
        assert one.low == pytest.approx(1 - other.high, abs=1e-9)
