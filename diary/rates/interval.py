"""The 95 % interval of a share: Jeffreys's, from the beta distribution without an approximation.

Brown, Cai and DasGupta 2001 (Statistical Science 16:101) advise it for few times: it holds the true
share 95 times in 100 on average, where that of Clopper and Pearson holds it 97 to 99 times and is
wider than it says. `docs/rates.md` has both as measured.
"""

from functools import cache
from math import exp, lgamma, log, log1p

TAIL = 0.025
STEPS = 40
"""Halvings, to far less than 1e-9."""

MOST_TERMS = 10_000
"""Far more than the fraction needs: about the square root of the number of times."""

SMALLEST = 1e-15
"""A factor this near to one no longer changes the fraction."""

TINY = 1e-300
"""Stands for a part of the fraction that is zero (Lentz's method)."""


@cache  # the same few counts come again and again
def exact_interval(times: int, of: int) -> tuple[float, float] | tuple[None, None]:
    """Return the 95 % interval of Jeffreys for `times` of `of`, as shares from 0 to 1, to 1e-9.

    None of them reaches down to 0, all of them up to 1. Both ends are None without any time.
    """
    if of == 0:
        return None, None
    low = _quantile(times, of) if times else 0.0
    high = 1 - _quantile(of - times, of) if times < of else 1.0
    return low, high


def _quantile(times: int, of: int) -> float:
    """Return the share below which 2.5 in 100 of the distribution lie; it is below `times / of`."""
    low, high = 0.0, times / of
    for _ in range(STEPS):
        middle = (low + high) / 2
        is_below = _below(middle, times + 0.5, of - times + 0.5) < TAIL
        low, high = (middle, high) if is_below else (low, middle)
    return (low + high) / 2


def _below(share: float, one: float, other: float) -> float:
    """Return how much of a beta distribution lies below `share` (regularised incomplete beta)."""
    if share > (one + 1) / (one + other + 2):
        return 1 - _below(1 - share, other, one)
    if share == 0:
        return 0.0
    front = lgamma(one + other) - lgamma(one) - lgamma(other)
    front += one * log(share) + other * log1p(-share)
    return exp(front) / one / _fraction(share, one, other)


def _fraction(share: float, one: float, other: float) -> float:
    """Return the continued fraction of the incomplete beta (DLMF 8.17.22), by Lentz's method."""
    value, above, below = 1.0, 1.0, 0.0
    for term in range(1, MOST_TERMS):
        part = _part(term, share, one, other)
        below = 1 / (1 + part * below or TINY)
        above = 1 + part / above or TINY
        value *= above * below
        if abs(above * below - 1) < SMALLEST:
            break
    return value


def _part(term: int, share: float, one: float, other: float) -> float:
    """Return the numerator of one term of the continued fraction, counted from 1."""
    half, is_odd = divmod(term, 2)
    if is_odd:
        over = (one + 2 * half) * (one + 2 * half + 1)
        return -(one + half) * (one + other + half) * share / over
    return half * (other - half) * share / ((one + 2 * half - 1) * (one + 2 * half))
