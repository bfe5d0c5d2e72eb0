"""When the next period may start: the person's own mean, drawn towards the published one.

The mean of the person's last cycles is weighted against the population's (29.3 days: Bull and
others 2019, npj Digital Medicine 2:83, 612,613 cycles). How far people differ from each other and a
person's cycles among themselves is taken from Fehring and others 2006 (JOGNN 35:376, 1,060 cycles:
standard deviation 3.4 days in all), split evenly, so that the population counts as one cycle.
A cycle far from the others counts little (Student's t weights), so that one odd cycle does not
move the forecast. The interval is meant to hold the next start 80 times in 100; it says nothing
about fertile days.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from math import ceil, floor, sqrt

from diary.cycles.chart import chart
from diary.cycles.periods import SHORTEST_CYCLE
from diary.cycles.reasons import why_no_cycles
from diary.cycles.silence import LONGEST_SILENCE
from diary.model import History
from diary.model.days import shifted

POPULATION_MEAN = 29.3
BETWEEN = 2.4
"""Days, standard deviation of people's means (with WITHIN: 3.4 in all)."""

WITHIN = 2.4
"""Days, usual standard deviation of one person's cycles."""

PRIOR_CYCLES = 4
"""How many cycles the usual variation within a person counts for, beside their own."""

FREEDOM = 4
"""Degrees of freedom of the t weights: the smaller, the less an odd cycle counts."""

RECENT = 12
"""Cycles that the forecast rests on: about a year."""

OWN_ENOUGH = 3
"""Cycles from which the person's own middle is the starting point."""

CLIP = 3
"""Standard deviations that one cycle can add to the spread, at most."""

ROUNDS = 10
EIGHTY = 1.2816
"""Standard deviations to each side that hold 80 in 100 of a normal distribution."""

NO_PERIOD = "No period is recorded yet."
OVERDUE = "The next period was expected by now, and none is recorded yet."


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
    return _from(starts[-1], [length for length in lengths if length <= LONGEST_SILENCE])


def next_period(history: History, as_of: date) -> Forecast:
    """Forecast the next start on `as_of`, or say why a forecast makes no sense for this person.

    Cut the history to what is known on `as_of` first. Nothing earlier than `as_of` is forecast.
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
    said = history.profile.usual_cycle_length
    if said is not None and len(lengths) < OWN_ENOUGH:
        lengths.insert(0, said)
    return _from_now_on(_from(known.periods[place].start, lengths), as_of)


def _from_now_on(found: Forecast, as_of: date) -> Forecast:
    if found.expected is None or found.earliest is None or found.latest is None:
        return found
    if found.latest < as_of:
        return Forecast(reason=OVERDUE)
    return replace(found, expected=max(found.expected, as_of), earliest=max(found.earliest, as_of))


def _from(start: date, lengths: Sequence[int]) -> Forecast:
    recent = lengths[-RECENT:]
    mean, weight = _mean(recent)
    half = EIGHTY * _spread(recent, mean) * sqrt(1 + 1 / weight)
    return Forecast(
        expected=shifted(start, round(mean)),
        earliest=shifted(start, ceil(mean - half - 0.5)),
        latest=shifted(start, floor(mean + half + 0.5)),
    )


def _median(lengths: Sequence[int]) -> float:
    from statistics import median  # noqa: PLC0415 - a tenth of what the rules take to load

    return median(lengths)


def _mean(lengths: Sequence[int]) -> tuple[float, float]:
    """Return the mean drawn towards the population's, and how many cycles it rests on."""
    own = len(lengths) >= OWN_ENOUGH
    mean = _median(lengths) if own else POPULATION_MEAN
    scale = WITHIN if own else sqrt(WITHIN**2 + BETWEEN**2)
    prior = WITHIN**2 / BETWEEN**2
    total = prior
    for _ in range(ROUNDS):
        far = [(length - mean) / scale for length in lengths]
        weights = [min(1, (FREEDOM + 1) / (FREEDOM + deviation**2)) for deviation in far]
        total = prior + sum(weights)
        own_sum = sum(w * length for w, length in zip(weights, lengths, strict=True))
        mean = (prior * POPULATION_MEAN + own_sum) / total
    return mean, total


def _spread(lengths: Sequence[int], mean: float) -> float:
    """Return the standard deviation of the person's cycles, drawn towards the usual one."""
    centre = _median(lengths) if len(lengths) >= OWN_ENOUGH else mean
    most = (CLIP * WITHIN) ** 2
    own = sum(min((length - centre) ** 2, most) for length in lengths)
    return sqrt((PRIOR_CYCLES * WITHIN**2 + own) / (PRIOR_CYCLES + len(lengths)))
