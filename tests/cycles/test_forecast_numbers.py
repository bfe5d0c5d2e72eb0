"""The likely lengths of the next cycle, against a second implementation over the whole grid."""

from collections.abc import Sequence
from math import log

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import laplace, norm

from diary.cycles import next_length as model
from diary.cycles.next_length import middle, narrowest, next_lengths

LENGTHS = np.arange(10, 91)
MEANS = np.arange(15, 81)

lengths_of_cycles = st.lists(st.integers(10, 90), max_size=18)


def of_one_person(mean: int, spread: float) -> list[float]:
    off, away = np.arange(-91, 92), LENGTHS - mean
    usual = norm.pdf(away, scale=spread) / norm.pdf(off, scale=spread).sum()
    odd = laplace.pdf(away, scale=model.FAR) / laplace.pdf(off, scale=model.FAR).sum()
    return list((1 - model.ODD) * usual + model.ODD * odd)


PEOPLE = np.array(
    [[of_one_person(mean, spread) for spread in model.SPREADS] for mean in range(15, 81)]
)


def over_the_whole_grid(lengths: Sequence[int]) -> list[float]:
    usual = norm.pdf(MEANS, model.POPULATION_MEAN, model.BETWEEN)
    means = (1 - model.UNUSUAL) * usual / usual.sum() + model.UNUSUAL / len(MEANS)
    spreads = norm.pdf(np.log(model.SPREADS), log(model.WITHIN), model.WITHIN_FACTOR)
    likely = np.log(np.outer(means, spreads / spreads.sum()))
    for length in lengths:
        likely = likely + np.log(PEOPLE[:, :, length - 10])
    weights = np.exp(likely - likely.max())
    found = np.tensordot(weights, PEOPLE, axes=2)
    return list(found / found.sum())


@given(lengths_of_cycles)
def test_the_chances_are_those_of_a_second_implementation(lengths: list[int]) -> None:
    found = next_lengths(lengths)
    assert list(found) == list(LENGTHS)
    np.testing.assert_allclose(list(found.values()), over_the_whole_grid(lengths), atol=1e-4)


@given(lengths_of_cycles)
def test_the_middle_and_the_interval_hold_what_they_say(lengths: list[int]) -> None:
    chances = next_lengths(lengths)
    half = middle(chances)
    assert sum(chance for length, chance in chances.items() if length < half) < 0.5
    assert sum(chance for length, chance in chances.items() if length > half) <= 0.5
    first, last = narrowest(chances, 0.8)
    assert first <= half <= last
    assert sum(chances[length] for length in range(first, last + 1)) >= 0.8
    one_less = last - first
    narrower = (range(start, start + one_less) for start in range(10, 92 - one_less))
    assert all(sum(chances[length] for length in days) < 0.8 for days in narrower)


def test_the_narrowest_days_of_chances_made_by_hand() -> None:
    chances = {27: 0.1, 28: 0.5, 29: 0.2, 30: 0.15, 31: 0.05}
    assert middle(chances) == 28
    assert narrowest(chances, 0.5) == (28, 28)
    assert narrowest(chances, 0.69) == (28, 29)
    assert narrowest(chances, 0.8) == (28, 30)
    assert narrowest(chances, 1) == (27, 31)


def test_of_equally_narrow_days_the_likeliest_are_taken() -> None:
    assert narrowest({27: 0.3, 28: 0.3, 29: 0.4}, 0.6) == (28, 29)


def test_lengths_that_are_no_cycle_change_nothing() -> None:
    assert next_lengths([28, 9, 91, 400, 28]) == next_lengths([28, 28])


def test_cycles_of_more_than_a_year_and_a_half_ago_no_longer_count() -> None:
    assert next_lengths([35] * 10 + [27] * 18) == next_lengths([27] * 18)
