"""People whose cycles are made up from a population: what the forecast is tried on.

Every population is drawn at random from numbers chosen around published ones (docs/forecast.md).
Nobody's diary is in it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from math import exp, sqrt
from random import Random

from diary.model import Bleeding, Entry, History
from diary.model.vocabulary import Amount, BleedingSource, Timing

SHORTEST, LONGEST = 12, 89
FEWEST, MOST = 4, 25
LATE = (8, 35)
"""Days that an odd cycle is longer than the person's mean, at least and at most."""

FIRST_DAY = date(2024, 1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Population:
    """How people differ, and how one person's cycles do; lengths in days.

    `within` is the spread that half stay below, `within_factor` the standard deviation of its
    logarithm; `tail` the degrees of freedom of Student's t; `skew` the share of the variance that
    is skewed to the right; `drift` how far the mean moves with each cycle; `echo` the correlation
    of one cycle with the next; `missed` the share of periods not written down, which makes two
    cycles look like one; `wild` how much wider the first three cycles vary; `few` gives irregular
    people fewer cycles.
    """

    name: str
    mean: float = 29.0
    between: float = 2.4
    within: float = 2.2
    within_factor: float = 0.45
    tail: int = 8
    skew: float = 0.0
    odd: float = 0.015
    drift: float = 0.0
    echo: float = 0.0
    missed: float = 0.0
    wild: float = 1.0
    few: bool = False

    def person(self, chance: Random, *, cycles: int | None = None) -> list[int]:
        """Return the lengths of one person's cycles, as they would be written down."""
        spread = self.within * exp(self.within_factor * chance.gauss())
        count = cycles or chance.randrange(FEWEST, MOST)
        if self.few and cycles is None:
            count = max(FEWEST, round(count * min(1, 2 / spread)))
        return _as_written(self, list(self._lengths(chance, spread, count)), chance)

    def _lengths(self, chance: Random, spread: float, count: int) -> Iterator[int]:
        mean = min(max(chance.gauss(self.mean, self.between), 22), 42)
        off = 0.0
        for number in range(count):
            off = self.echo * off + sqrt(1 - self.echo**2) * self._off(chance)
            mean += self.drift * chance.gauss()
            length = mean + off * spread * (self.wild if number < 3 else 1)
            if chance.random() < self.odd:
                length = mean + chance.uniform(*LATE)
            yield min(max(round(length), SHORTEST), LONGEST)

    def _off(self, chance: Random) -> float:
        """Return a deviation with mean 0 and variance 1."""
        squares = chance.gammavariate(self.tail / 2, 2)
        heavy = chance.gauss() * sqrt((self.tail - 2) / squares)
        skewed = chance.gammavariate(2, 1 / sqrt(2)) - sqrt(2)
        return sqrt(1 - self.skew) * heavy + sqrt(self.skew) * skewed


def _as_written(population: Population, lengths: list[int], chance: Random) -> list[int]:
    written: list[int] = []
    is_missed = False
    for length in lengths:
        if is_missed:
            written[-1] += length
        else:
            written.append(length)
        is_missed = not is_missed and chance.random() < population.missed
    return [length for length in written if length <= LONGEST + 1]


POPULATIONS = (
    Population(name="regular", mean=28.9, between=2.0, within=1.8, within_factor=0.35, odd=0.01),
    Population(name="fairly regular", mean=28.9, between=2.0, within_factor=0.4, tail=6, odd=0.01),
    Population(name="mixed", mean=29.3, between=2.6, within=2.5, within_factor=0.5, odd=0.01),
    Population(name="very mixed", between=2.8, within=2.3, within_factor=0.7, odd=0.03),
    Population(name="irregular", between=3, within=2.8, within_factor=0.6, tail=5, odd=0.03),
    Population(
        name="irregular, few cycles", mean=29.5, between=3.2, within=2.7, tail=5, odd=0.02, few=True
    ),
    Population(name="first cycles wild", mean=29.5, within=2.4, odd=0.02, wild=1.5),
    Population(name="skewed to late", within=2.4, skew=0.6),
    Population(name="short cycles", mean=27.5, between=2.0, within=2.0, within_factor=0.4),
    Population(name="long cycles", mean=30.5, between=3.0, within=3.0, within_factor=0.4),
    Population(name="all alike, 1.5 days", within=1.5, within_factor=0, tail=200, odd=0),
    Population(name="all alike, 3 days", within=3.0, within_factor=0, tail=200, odd=0),
    Population(name="all alike, 5 days", within=5.0, within_factor=0, tail=200, odd=0),
    Population(name="mean drifts", drift=0.5),
    Population(name="each like the last", echo=0.25),
    Population(name="long after short", echo=-0.2),
    Population(name="6 % not written down", missed=0.06),
)

ORDINARY = tuple(one for one in POPULATIONS if not one.missed and one.within_factor)
"""Populations of people as they are: none all alike, none careless in writing down."""


def starts(lengths: list[int]) -> list[date]:
    """Return the first days of the periods that lie so many days apart."""
    found = [FIRST_DAY]
    for length in lengths:
        found.append(found[-1] + timedelta(days=length))
    return found


def written_down(lengths: list[int], chance: Random) -> History:
    """Return a diary as people keep it: a day left out now and then, spotting around periods."""
    entries: list[Entry] = []
    for start in starts(lengths):
        if chance.random() < 0.2:
            entries.append(_bled(start - timedelta(days=1), Amount.SPOTTING))
        first = Amount.LIGHT if chance.random() < 0.2 else Amount.MEDIUM
        entries.append(_bled(start, first))
        for number in range(1, chance.randrange(3, 8)):
            if chance.random() > 0.1:
                amount = Amount.LIGHT if number > 3 else Amount.MEDIUM
                entries.append(_bled(start + timedelta(days=number), amount))
        if chance.random() < 0.05:
            entries.append(_bled(start + timedelta(days=14), Amount.SPOTTING))
    return History(entries=tuple(sorted(entries, key=lambda entry: entry.date)))


def _bled(day: date, amount: Amount) -> Entry:
    bleeding = Bleeding(source=BleedingSource.VAGINAL, amount=amount, timing=Timing.NOT_AFTER_SEX)
    return Entry(date=day, bleeding=bleeding)
