"""What chance alone would do: Fisher's test against scipy, Holm's rule, and the words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import fisher_exact

from diary.rates import Rate, rate
from diary.rates.chance import Chance, compare, fisher, holm

TIMES = st.integers(0, 40)
RATES = st.builds(rate, TIMES, TIMES)


def said(*pairs: tuple[Rate, Rate]) -> list[Chance]:
    return [compared.chance for compared in compare(pairs)]


@settings(deadline=None)
@given(RATES, RATES)
def test_every_p_value_is_that_of_scipy(one: Rate, other: Rate) -> None:
    table = [[one.bled, one.of - one.bled], [other.bled, other.of - other.bled]]
    assert fisher(one, other) == pytest.approx(float(fisher_exact(table).pvalue), abs=1e-9)


@settings(deadline=None)
@given(RATES, RATES)
def test_the_two_sides_may_be_swapped(one: Rate, other: Rate) -> None:
    assert fisher(one, other) == fisher(other, one)
    assert said((one, other)) == said((other, one))


def test_four_of_six_against_one_of_eight_by_hand() -> None:
    """Of 2,002 ways to draw 5 of 14, those with 4, 5 or 0 in the six are no more likely: 182."""
    assert fisher(rate(4, 2), rate(1, 7)) == pytest.approx(182 / 2002)
    assert said((rate(4, 2), rate(1, 7))) == [Chance.SOMETIMES]


def test_holm_by_hand() -> None:
    """0.005 four times, 0.01 three times, 0.03 twice; 0.04 may not be less than that."""
    assert holm([0.01, 0.04, 0.03, 0.005]) == pytest.approx((0.03, 0.06, 0.06, 0.02))
    assert holm([0.6, 0.7]) == (1, 1)
    assert holm([]) == ()


@settings(deadline=None)
@given(st.lists(st.floats(0, 1), max_size=8))
def test_an_adjusted_value_is_never_smaller_and_keeps_the_order(values: list[float]) -> None:
    adjusted = holm(values)
    assert all(p <= a <= 1 for p, a in zip(values, adjusted, strict=True))
    by_value = sorted(range(len(values)), key=lambda place: values[place])
    in_order = [adjusted[place] for place in by_value]
    assert in_order == sorted(in_order)


@pytest.mark.parametrize(
    ("one", "other", "chance"),
    [
        ((0, 5), (0, 5), Chance.TOO_LITTLE),
        ((1, 3), (0, 4), Chance.TOO_LITTLE),
        ((0, 0), (5, 5), Chance.TOO_LITTLE),
        ((0, 40), (1, 40), Chance.TOO_LITTLE),
        ((3, 7), (3, 7), Chance.SAME),
        ((2, 4), (5, 10), Chance.SAME),
        ((5, 5), (3, 7), Chance.OFTEN),
        ((4, 2), (1, 7), Chance.SOMETIMES),
        ((0, 11), (4, 0), Chance.UNUSUAL),
        ((9, 1), (1, 9), Chance.UNUSUAL),
    ],
)
def test_one_plain_word(one: tuple[int, int], other: tuple[int, int], chance: Chance) -> None:
    assert said((rate(*one), rate(*other))) == [chance]


def test_what_is_unusual_alone_is_not_among_many() -> None:
    """5 of 6 against 1 of 8 has p = 0.0256: under 0.05 alone, 0.0769 as one of three looks."""
    striking = rate(5, 1), rate(1, 7)
    dull = rate(5, 5), rate(3, 7)
    assert said(striking) == [Chance.UNUSUAL]
    assert said(striking, dull, dull)[0] is Chance.SOMETIMES


def test_a_comparison_that_could_say_nothing_does_not_count_as_a_look() -> None:
    striking, empty = (rate(5, 1), rate(1, 7)), (rate(0, 0), rate(1, 7))
    assert said(striking, empty, empty, empty)[0] is Chance.UNUSUAL


def test_unknown_times_change_nothing() -> None:
    with_unknown = rate(4, 2, unknown=30), rate(1, 7, unknown=2)
    assert compare([with_unknown]) == compare([(rate(4, 2), rate(1, 7))])
