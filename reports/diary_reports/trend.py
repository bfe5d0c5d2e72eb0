"""Whether bleeding after sex became more or less frequent, and never where chance explains it.

The recorded times, in order, are cut into an earlier and a later half. A change is told where
shares so different have a chance of less than 5 % if nothing had changed (Fisher's exact test, see
`diary.rates.chance`). The size of the halves is fixed before the shares are seen, so that the test
searches for no better place. Where there is a change, its beginning is told: the cut into two parts
with a share each that makes what was recorded most likely (maximum likelihood).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import log

from diary.model import Entry
from diary.model.episodes import Occasion
from diary.rates import Rate, count
from diary.rates.chance import UNUSUAL_BELOW, fisher

ENOUGH = 8
"""Recorded times under which no halves are told: our choice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Halves:
    """The earlier and the later half of the recorded times.

    `ends` is the last time of the earlier, `begins` the first of the later half.
    `change` is 1 where bleeding became more frequent, -1 where less, 0 where chance may explain it;
    `since` is then the first time after it most likely changed.
    """

    earlier: Rate
    later: Rate
    ends: Entry
    begins: Entry
    change: int
    since: Entry


def halves(occasions: Sequence[Occasion]) -> Halves | None:
    """Compare the halves of the times whose answer is known; None with fewer than `ENOUGH`."""
    known = [occasion for occasion in occasions if occasion.bled is not None]
    if len(known) < ENOUGH:
        return None
    middle = len(known) // 2
    earlier, later = count(known[:middle]), count(known[middle:])
    change = _change(earlier, later)
    return Halves(
        earlier=earlier,
        later=later,
        ends=known[middle - 1].sex,
        begins=known[middle].sex,
        change=change,
        since=known[_likeliest_cut([bool(occasion.bled) for occasion in known], change)].sex,
    )


def _likeliest_cut(bled: Sequence[bool], change: int) -> int:
    """Return how many times lie before the cut that parts them best, the first of equal ones.

    Only cuts count after which the share changes in the way of `change`; of no change, the middle.
    """
    every, of = sum(bled), len(bled)
    fits = {
        place: _fit(some, place) + _fit(every - some, of - place)
        for place, some in enumerate(accumulate(bled[:-1]), 1)
        if change * ((every - some) * place - some * (of - place)) > 0
    }
    return max(fits, key=fits.__getitem__, default=of // 2)


def _fit(some: int, of: int) -> float:
    """Return the logarithm of how likely `some` of `of` are at their own share."""
    return sum(part * log(part / of) for part in (some, of - some) if part)


def _change(earlier: Rate, later: Rate) -> int:
    if fisher(earlier, later) >= UNUSUAL_BELOW:
        return 0
    return 1 if later.bled * earlier.of > earlier.bled * later.of else -1
