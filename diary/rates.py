"""How often sex was followed by bleeding, as "x of y times" with an exact interval.

The 95 % interval is that of Clopper and Pearson 1934 (Biometrika 26:404): it holds the true share
at least 95 times in 100, however few the times.
"""

from dataclasses import dataclass
from math import exp, lgamma, log, log1p

from diary.model import History
from diary.model.episodes import IsCounted, any_source, occasions

MIN_TIMES = 5
"""Under so many times no percentage is shown: our choice."""

TAIL = 0.025
STEPS = 60
"""Halvings, until two shares cannot be told apart."""

SMALLEST = 1e-18
"""A part of a chance that no longer changes it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """`bled` of `of` recorded times, and `unknown` times beside them.

    `low` and `high` are the ends of the 95 % interval as shares from 0 to 1, None without any time.
    """

    bled: int
    of: int
    unknown: int
    low: float | None
    high: float | None

    @property
    def percent(self) -> int | None:
        """The share as a whole percentage, halves rounded up; None under `MIN_TIMES` times."""
        return (200 * self.bled + self.of) // (2 * self.of) if self.of >= MIN_TIMES else None


def bled_after(history: History, is_counted: IsCounted = any_source) -> Rate:
    """Count the recorded sex events with and without a bleed that `is_counted` accepts."""
    answers = [occasion.bled for occasion in occasions(history, is_counted)]
    return rate(answers.count(True), answers.count(False), unknown=answers.count(None))


def rate(bled: int, not_bled: int, *, unknown: int = 0) -> Rate:
    """Return the rate of `bled` times among those whose answer is known."""
    low, high = exact_interval(bled, bled + not_bled)
    return Rate(bled=bled, of=bled + not_bled, unknown=unknown, low=low, high=high)


def exact_interval(times: int, of: int) -> tuple[float, float] | tuple[None, None]:
    """Return the 95 % interval of Clopper and Pearson for `times` of `of`, to 1e-9.

    Both None without any time.
    """
    if of == 0:
        return None, None
    return _lower_end(times, of), 1 - _lower_end(of - times, of)


def _lower_end(times: int, of: int) -> float:
    """Return the share under which so many times, or more, are too unlikely.

    It lies below `times / of`, where the chance of so many or more is at least a half.
    """
    low, high = 0.0, times / of
    for _ in range(STEPS):
        middle = (low + high) / 2
        is_below = _at_least(times, of, middle) < TAIL
        low, high = (middle, high) if is_below else (low, middle)
    return (low + high) / 2


def _at_least(times: int, of: int, share: float) -> float:
    """Return the chance of `times` or more of `of`, for a share below `times / of`."""
    if share == 0:
        return float(times == 0)
    odds = share / (1 - share)
    ways = lgamma(of + 1) - lgamma(times + 1) - lgamma(of - times + 1)
    term = exp(ways + times * log(share) + (of - times) * log1p(-share))
    total = term
    for number in range(times, of):
        term *= (of - number) / (number + 1) * odds
        total += term
        if term < total * SMALLEST:
            break
    return total
