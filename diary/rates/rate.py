"""How often sex was followed by bleeding, as "x of y times" with its 95 % interval."""

from collections.abc import Iterable
from dataclasses import dataclass

from diary.model import History
from diary.model.episodes import IsCounted, Occasion, any_source, occasions
from diary.rates.interval import exact_interval

MIN_TIMES = 5
"""Under so many times no percentage is shown: our choice."""


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
    return count(occasions(history, is_counted))


def count(some: Iterable[Occasion]) -> Rate:
    """Count the sex events with and without a bleed, and those where that is not known."""
    answers = [occasion.bled for occasion in some]
    return rate(answers.count(True), answers.count(False), unknown=answers.count(None))


def rate(bled: int, not_bled: int, *, unknown: int = 0) -> Rate:
    """Return the rate of `bled` times among those whose answer is known."""
    low, high = exact_interval(bled, bled + not_bled)
    return Rate(bled=bled, of=bled + not_bled, unknown=unknown, low=low, high=high)
