"""Whether bleeding after sex became more or less frequent, and never where chance explains it.

The recorded times, in order, are cut into an earlier and a later half. A change is told where
shares so different have a chance of less than 5 % if nothing had changed (Fisher's exact test, see
`diary.rates.chance`). The size of the halves is fixed before the shares are seen, so that no better
place for the cut is searched for.
"""

from collections.abc import Sequence
from dataclasses import dataclass

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
    earlier, later = count(known[:middle]), count(known[middle:])
    return Halves(
        earlier=earlier,
        later=later,
        ends=known[middle - 1].sex,
        begins=known[middle].sex,
        change=_change(earlier, later),
    )


def _change(earlier: Rate, later: Rate) -> int:
    if fisher(earlier, later) >= UNUSUAL_BELOW:
        return 0
    return 1 if later.bled * earlier.of > earlier.bled * later.of else -1
