"""Whether bleeding after sex became more or less frequent, and never where chance explains it.

The recorded times, in order, are cut into an earlier and a later half. A change is told where so
different a share in the later half has a chance of at most 2.5 % in either direction if nothing had
changed (Fisher's exact test, one tail; Fisher 1922, J R Stat Soc 85:87). The size of the halves is
fixed before the shares are seen, so that no better place for the cut is searched for.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import comb

from diary.model import Entry
from diary.model.episodes import Occasion
from diary.rates import Rate, rate

UNLIKELY = 0.025
ENOUGH = 8
"""Recorded times under which no halves are told: our choice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Halves:
    """The earlier and the later half of the recorded times.

    `ends` is the last time of the earlier, `begins` the first of the later half.
    `change` is 1 where bleeding became more frequent, -1 where less, 0 where chance may explain it.
    """

    earlier: Rate
    later: Rate
    ends: Entry
    begins: Entry
    change: int


def halves(occasions: Sequence[Occasion]) -> Halves | None:
    """Compare the halves of the times whose answer is known; None with fewer than `ENOUGH`."""
    known = [occasion for occasion in occasions if occasion.bled is not None]
    if len(known) < ENOUGH:
        return None
    middle = len(known) // 2
    earlier, later = _rate(known[:middle]), _rate(known[middle:])
    return Halves(
        earlier=earlier,
        later=later,
        ends=known[middle - 1].sex,
        begins=known[middle].sex,
        change=_change(earlier, later),
    )


def _rate(occasions: Sequence[Occasion]) -> Rate:
    bled = sum(occasion.bled is True for occasion in occasions)
    return rate(bled, len(occasions) - bled)


def _change(earlier: Rate, later: Rate) -> int:
    if chance_of_so_many(later, earlier) <= UNLIKELY:
        return 1
    return -1 if chance_of_so_many(earlier, later) <= UNLIKELY else 0


def chance_of_so_many(one: Rate, other: Rate) -> float:
    """Return the chance of as many bleeds in `one`, or more, if both had the same share."""
    bled, of = one.bled + other.bled, one.of + other.of
    ways = sum(
        comb(one.of, times) * comb(other.of, bled - times)
        for times in range(one.bled, min(one.of, bled) + 1)
    )
    return ways / comb(of, bled)
