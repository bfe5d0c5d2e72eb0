"""How likely each length of a person's next cycle is: published values, corrected by their own.

A Bayesian model with two unknowns for a person, their mean and their spread, summed over a grid.
A cycle is as long as the person's mean, more or less by a normal distribution with their spread;
a few are odd and lie far off to either side (a period that came late or was not written down, a
bleed taken for one). So usual cycles and a long tail describe published diaries, too (Harlow and
Zeger 1991, J Clin Epidemiol 44:1015; Guo and others 2006, Biostatistics 7:100). The numbers below
are chosen so that made-up people resemble what was published of real ones; docs/forecast.md says
what that is, how it was checked, and how well it is met. Nothing is fitted to anybody's diary.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate
from math import exp, log
from typing import TypeVar

from diary.cycles.periods import SHORTEST_CYCLE
from diary.cycles.silence import LONGEST_SILENCE

POPULATION_MEAN = 29.0
"""Days. Published means: 28.9 (Fehring 2006), 29.1 (Creinin 2004), 29.3 (Bull 2019)."""

BETWEEN = 2.5
"""Days, standard deviation of people's means.

With WITHIN it makes all cycles of regular people vary by 3.5 days (Fehring 2006: 3.4) and the means
of six cycles by 3.3 days (Creinin 2004: 3.5).
"""

UNUSUAL = 0.002
"""Share of people whose mean may be anything: two cycles of 60 days are believed, one is not."""

WITHIN = 2.2
"""Days, the spread (standard deviation) that half of all people stay below."""

WITHIN_FACTOR = 0.7
"""Standard deviation of the logarithm of the spread: most people's is 1 to 5 days.

With WITHIN and ODD it makes six cycles of 49 in 100 people differ by 7 days or more, and of 23 in
100 by 14 days or more (Creinin 2004: 46 and 20 of people who called their cycles regular).
"""

ODD = 0.04
"""Share of odd cycles: 97 in 100 of all last 15 to 45 days (Chiazze 1968: 95 in 100)."""

FAR = 20
"""Days that odd cycles lie off on average, to either side (a Laplace distribution)."""

RECENT = 18
"""Cycles that a forecast rests on: in simulations little is lost by it where a person's mean stays,
and much is won where it moves."""

OWN_ENOUGH = 3
"""Cycles from which the person's word on their usual length no longer counts.

Until then it counts as one cycle more: on average people are right (Creinin 2004, Contraception
70:289: 29.0 days said, 29.1 recorded).
"""

MEANS = range(15, 81)
SPREADS = (0.7, 1.0, 1.4, 2.0, 2.8, 4.0, 5.7, 8.0)
"""The grid, in days. A finer one changed no mean error of made-up people by more than 0.02 days."""

LENGTHS = range(SHORTEST_CYCLE, LONGEST_SILENCE + 1)
OFF = range(-LENGTHS.stop, LENGTHS.stop + 1)
"""Days that a cycle can be longer than a person's mean."""

NEGLIGIBLE = log(1e-6)
"""Beside the likeliest sort of person, less likely ones than this are left out: it saves time."""

GridT = TypeVar("GridT", int, float)

Chances = dict[int, float]
"""For each length in days how likely it is; the sum need not be 1."""


def next_lengths(lengths: Sequence[int]) -> Chances:
    """Return how likely each length of the next cycle is, in all 1.

    Args:
        lengths: The person's cycles, the latest last, in days. Those under 10 or over 90 days are
            left out; with none the published values stand alone.
    """
    known = Counter(length for length in lengths[-RECENT:] if length in LENGTHS)
    found = [0.0] * len(LENGTHS)
    for weight, likely in _people(known):
        found = [before + weight * chance for before, chance in zip(found, likely, strict=True)]
    return _to_one(dict(zip(LENGTHS, found, strict=True)))


def middle(chances: Chances) -> int:
    """Return the length that the next cycle is as likely to stay below as to go beyond."""
    half = sum(chances.values()) / 2
    reached = zip(chances, accumulate(chances.values()), strict=True)
    return next(length for length, so_far in reached if so_far >= half)


def narrowest(chances: Chances, share: float) -> tuple[int, int]:
    """Return the first and last of the fewest lengths in a row that hold `share` of all chances.

    Of several equally narrow ones the likeliest.
    """
    lengths, sums = list(chances), [0.0, *accumulate(chances.values())]
    enough = share * sums[-1]
    for many in range(1, len(lengths) + 1):
        held, first = max((sums[i + many] - sums[i], -i) for i in range(len(sums) - many))
        if held >= enough:
            return lengths[-first], lengths[-first + many - 1]
    return lengths[0], lengths[-1]


def _people(known: Mapping[int, int]) -> Iterator[tuple[float, Sequence[float]]]:
    """Yield how likely each sort of person is, and how likely each length of their cycles."""
    scores = {spread: _scores(spread, known) for spread in SPREADS}
    best = max(map(max, scores.values()))
    for spread, of_spread in scores.items():
        likely = _likely(spread)
        for mean, score in zip(MEANS, of_spread, strict=True):
            if score > best + NEGLIGIBLE:
                first = LENGTHS.start - mean - OFF.start
                yield exp(score - best), likely[first : first + len(LENGTHS)]


def _scores(spread: float, known: Mapping[int, int]) -> list[float]:
    """Return for each mean the logarithm of how likely it is with this spread."""
    found = [log(_spreads()[spread] * chance) for chance in _means().values()]
    by_mean = _logs(spread)
    for length, times in known.items():
        first = OFF.stop - 1 - length + MEANS.start
        logs = by_mean[first : first + len(MEANS)]
        found = [score + times * fit for score, fit in zip(found, logs, strict=True)]
    return found


@cache
def _means() -> dict[int, float]:
    usual = _to_one({mean: _bell((mean - POPULATION_MEAN) / BETWEEN) for mean in MEANS})
    return {m: (1 - UNUSUAL) * chance + UNUSUAL / len(MEANS) for m, chance in usual.items()}


@cache
def _spreads() -> dict[float, float]:
    return _to_one({spread: _bell(log(spread / WITHIN) / WITHIN_FACTOR) for spread in SPREADS})


@cache
def _likely(spread: float) -> list[float]:
    """Return for each of OFF how likely a cycle is so many days longer than the person's mean."""
    usual = _to_one({days: _bell(days / spread) for days in OFF})
    odd = _to_one({days: exp(-abs(days) / FAR) for days in OFF})
    return [(1 - ODD) * usual[days] + ODD * odd[days] for days in OFF]


@cache
def _logs(spread: float) -> list[float]:
    """Return the logarithms of the same backwards, for the longer the mean the shorter a cycle."""
    return [log(chance) for chance in reversed(_likely(spread))]


def _bell(deviation: float) -> float:
    return exp(-(deviation**2) / 2)


def _to_one(chances: dict[GridT, float]) -> dict[GridT, float]:
    total = sum(chances.values())
    return {what: chance / total for what, chance in chances.items()}
