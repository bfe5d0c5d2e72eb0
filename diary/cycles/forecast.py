"""When the next period may start: a day, and the days between which it comes 80 times in 100.

The likely lengths of the next cycle come from the person's own cycles and published values, see
`next_length`. It says nothing about any other day of the cycle, and docs/forecast.md what it must
not be used for.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from diary.cycles.chart import chart
from diary.cycles.next_length import OWN_ENOUGH, Chances, middle, narrowest, next_lengths
from diary.cycles.periods import SHORTEST_CYCLE
from diary.cycles.reasons import why_no_cycles
from diary.cycles.silence import LONGEST_SILENCE
from diary.model import History
from diary.model.days import shifted

SHARE = 0.8
"""The fewest days in a row that hold this share of all chances are the interval."""

RARELY = 0.01
"""Chance of a cycle still going on, under which a late period is no longer forecast: our choice."""

NO_PERIOD = "No period is recorded yet."
OVERDUE = "The next period was expected by now, and none is recorded yet."
TOO_FAR_APART = "Most of your recorded cycles are longer than 90 days: too few for a forecast."


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """The next start, and the days between which it comes 80 times in 100.

    All three are None where a forecast makes no sense; `reason` then says why in plain words.
    """

    expected: date | None = None
    earliest: date | None = None
    latest: date | None = None
    reason: str | None = None


def forecast(period_starts: Iterable[date]) -> Forecast:
    """Forecast the next start from earlier starts, in any order: date arithmetic alone.

    Starts less than 10 days after another are the same period, and more than 90 days between two
    are no cycle. One start is enough, for then the published values stand alone.
    """
    starts: list[date] = []
    for start in sorted(period_starts):
        if not starts or (start - starts[-1]).days >= SHORTEST_CYCLE:
            starts.append(start)
    if not starts:
        return Forecast(reason=NO_PERIOD)
    lengths = [(b - a).days for a, b in pairwise(starts)]
    return _after(starts[-1], next_lengths(lengths))


def next_period(history: History, as_of: date) -> Forecast:
    """Forecast the next start on `as_of`, or say why a forecast makes no sense for this person.

    Cut the history to what is known on `as_of` first. Nothing earlier than `as_of` is forecast: of
    a cycle that goes on only the lengths that are still possible count.
    """
    reason = why_no_cycles(history, as_of)
    if reason is not None:
        return Forecast(reason=reason)
    known = chart(history)
    place = known.place(as_of)
    if place is None:
        return Forecast(reason=NO_PERIOD)
    today = known.day_of_cycle(as_of)
    if today.day is None:
        return Forecast(reason=today.reason)
    lengths = [cycle.length for cycle in known.cycles if cycle.next_start <= as_of]
    if 2 * sum(length > LONGEST_SILENCE for length in lengths) > len(lengths):
        return Forecast(reason=TOO_FAR_APART)
    said = history.profile.usual_cycle_length
    if said is not None and len(lengths) < OWN_ENOUGH:
        lengths.insert(0, said)
    return _from_now_on(known.periods[place].start, next_lengths(lengths), as_of)


def _from_now_on(start: date, chances: Chances, as_of: date) -> Forecast:
    gone = (as_of - start).days
    left = {length: chance for length, chance in chances.items() if length >= gone}
    if sum(left.values()) < RARELY:
        return Forecast(reason=OVERDUE)
    return _after(start, left)


def _after(start: date, chances: Chances) -> Forecast:
    first, last = narrowest(chances, SHARE)
    return Forecast(
        expected=shifted(start, middle(chances)),
        earliest=shifted(start, first),
        latest=shifted(start, last),
    )
