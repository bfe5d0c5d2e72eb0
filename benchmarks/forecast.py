"""How well the next period is forecast for made-up people: `python -m benchmarks.forecast`.

Prints the tables of docs/forecast.md. Each person's cycles are gone through in order; every next
one is forecast from those before it, by simple methods and by ours. The simple methods may answer
in parts of a day, ours gives whole days.
"""

import os
import platform
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from multiprocessing import Pool
from random import Random
from statistics import fmean, median, pvariance, stdev, variance

from benchmarks.made_up_people import ORDINARY, POPULATIONS, Population, starts, written_down
from diary.cycles import forecast, next_period
from diary.cycles.next_length import (
    BETWEEN,
    FAR,
    LENGTHS,
    ODD,
    POPULATION_MEAN,
    WITHIN,
    WITHIN_FACTOR,
    next_lengths,
)
from diary.model import History

SEED = 20240401
PEOPLE = 200
DIARIES = 12
OWN = (1, 2, 3, 6, 12, 23)
"""Numbers of own cycles of which a table is shown."""

PUBLISHED = {
    "SD, people whose cycles all last 21 to 42 days": "3.4 (Fehring 2006, regular people)",
    "SD of people's means over six cycles": "3.5 (Creinin 2004)",
    "six cycles differ by 7 days or more, %": "46 (Creinin 2004)",
    "six cycles differ by 14 days or more, %": "20 (Creinin 2004)",
    "cycles of 15 to 45 days, %": "95 (Chiazze 1968)",
    "SD of those": "3.95 (Chiazze 1968)",
}

MANY = ("mean", "median", "last", "EB", "ours")
"""Methods shown where three or more cycles came before."""

FEW = ("mean", "EB", "ours")
"""Methods shown where one or two did: the median is the mean then."""

Method = Callable[[Sequence[int]], float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecasted:
    """One cycle, how many came before it, and how each method was off, in days."""

    before: int
    off: dict[str, float]
    holds: bool
    width: int


def walked(people: Iterable[Sequence[int]], methods: dict[str, Method]) -> list[Forecasted]:
    """Forecast every cycle of each person but the first from those before it."""
    return [
        _forecasted(lengths[:before], lengths[before], methods)
        for lengths in people
        for before in range(1, len(lengths))
    ]


def people_of(population: Population, count: int, seed: int = SEED) -> list[list[int]]:
    """Make so many people of a population, the same ones each time."""
    chance = Random(f"{seed} {population.name}")  # noqa: S311 - made-up people, no secret
    return [population.person(chance) for _ in range(count)]


def _forecasted(known: Sequence[int], actual: int, methods: dict[str, Method]) -> Forecasted:
    days = starts(list(known))
    found = forecast(days)
    if found.expected is None or found.earliest is None or found.latest is None:
        raise AssertionError(found.reason)
    next_start = days[-1] + timedelta(days=actual)
    off = {name: abs(method(known) - actual) for name, method in methods.items()}
    return Forecasted(
        before=len(known),
        off=off | {"ours": abs((found.expected - next_start).days)},
        holds=found.earliest <= next_start <= found.latest,
        width=(found.latest - found.earliest).days,
    )


def simple_methods(people: Sequence[Sequence[int]]) -> dict[str, Method]:
    """Return the methods to compare with; empirical Bayes is told this very population's values."""
    means = [fmean(lengths) for lengths in people]
    within = fmean(variance(lengths) for lengths in people)
    noise = fmean(variance(lengths) / len(lengths) for lengths in people)
    between = max(pvariance(means) - noise, 0.1)
    centre = fmean(means)

    def empirical_bayes(known: Sequence[int]) -> float:
        weight = within / between
        return (weight * centre + sum(known)) / (weight + len(known))

    return {"mean": fmean, "median": median, "last": lambda x: x[-1], "EB": empirical_bayes}


def _of_population(population: Population) -> list[Forecasted]:
    people = people_of(population, PEOPLE)
    return walked(people, simple_methods(people))


def population_table(found: dict[str, list[Forecasted]]) -> str:
    """Return how far the methods are off with three or more earlier cycles, and with fewer."""
    columns = ("population", *MANY, "held", "width", *FEW, "held", "width")
    rows = ["| " + " | ".join(columns) + " |", "|---" * len(columns) + "|"]
    for name, walk in found.items():
        many = _figures([one for one in walk if one.before >= 3], MANY)
        few = _figures([one for one in walk if one.before < 3], FEW)
        rows.append(f"| {name} | {many} | {few} |")
    return "\n".join(rows)


def _figures(chosen: Sequence[Forecasted], names: Sequence[str]) -> str:
    off = [f"{fmean(one.off[name] for one in chosen):.2f}" for name in names]
    held = f"{100 * fmean(one.holds for one in chosen):.0f} %"
    return " | ".join([*off, held, f"{median(one.width for one in chosen):.0f}"])


def own_table(found: dict[str, list[Forecasted]]) -> str:
    """Return how the forecast gains by the person's own cycles, ordinary populations together."""
    together = [one for population in ORDINARY for one in found[population.name]]
    rows = ["| own cycles | mean | EB | ours | held | width |", "|---|---|---|---|---|---|"]
    for own in OWN:
        chosen = [one for one in together if one.before == own]
        rows.append(f"| {own} | {_figures(chosen, FEW)} |")
    return "\n".join(rows)


def implied() -> dict[str, float]:
    """Return what the constants of the model say of people, as published studies counted it."""
    chance = Random(SEED)  # noqa: S311 - made-up people, no secret
    people = [_of_the_model(chance) for _ in range(20_000)]
    cycles = [length for lengths in people for length in lengths]
    plausible = [length for length in cycles if 15 <= length <= 45]
    regular = [c for lengths in people if 21 <= min(lengths) <= max(lengths) <= 42 for c in lengths]
    spans = [max(lengths) - min(lengths) for lengths in people]
    return {
        "SD, people whose cycles all last 21 to 42 days": stdev(regular),
        "SD of people's means over six cycles": stdev(fmean(lengths) for lengths in people),
        "six cycles differ by 7 days or more, %": 100 * fmean(span >= 7 for span in spans),
        "six cycles differ by 14 days or more, %": 100 * fmean(span >= 14 for span in spans),
        "cycles of 15 to 45 days, %": 100 * len(plausible) / len(cycles),
        "SD of those": stdev(plausible),
    }


def _of_the_model(chance: Random) -> list[int]:
    mean = chance.gauss(POPULATION_MEAN, BETWEEN)
    spread = chance.lognormvariate(0, WITHIN_FACTOR) * WITHIN
    found = []
    for _ in range(6):
        off = chance.gauss(0, spread)
        if chance.random() < ODD:
            off = chance.expovariate(1 / FAR) * chance.choice((-1, 1))
        found.append(min(max(round(mean + off), LENGTHS.start), LENGTHS.stop - 1))
    return found


@dataclass(frozen=True, slots=True)
class Asked:
    """One question to `next_period`: was it answered, and if so, did the interval hold."""

    answered: bool
    holds: bool


def asked_of_diaries(population: Population, count: int) -> dict[str, list[Asked]]:
    """Ask on any day of made-up diaries, and at the latest moment, the eve of each next period."""
    chance = Random(f"{SEED} diaries {population.name}")  # noqa: S311 - no secret
    found: dict[str, list[Asked]] = {"on any day": [], "on the eve": []}
    for _ in range(count):
        lengths = population.person(chance)
        history, days = written_down(lengths, chance), starts(lengths)
        for start, following in pairwise(days):
            day = start + timedelta(days=chance.randrange((following - start).days))
            found["on any day"].append(_asked(history.known_on(day), day, following))
            eve = following - timedelta(days=1)
            found["on the eve"].append(_asked(history.known_on(eve), eve, following))
    return found


def _asked(history: History, day: date, following: date) -> Asked:
    found = next_period(history, day)
    if found.earliest is None or found.latest is None:
        return Asked(answered=False, holds=False)
    return Asked(answered=True, holds=found.earliest <= following <= found.latest)


def asked_table(found: dict[str, list[Asked]]) -> str:
    """Return how often `next_period` answers for ordinary diaries, and how often it is right."""
    rows = ["| asked | times | answered | held, of those answered |", "|---|---|---|---|"]
    for when, asked in found.items():
        answered = [one for one in asked if one.answered]
        share = 100 * len(answered) / len(asked)
        held = 100 * fmean(one.holds for one in answered)
        rows.append(f"| {when} | {len(asked)} | {share:.1f} % | {held:.0f} % |")
    return "\n".join(rows)


def implied_table() -> str:
    """Return what the constants say of people beside what was published."""
    rows = ["| | the constants say | published |", "|---|---|---|"]
    rows += [f"| {what} | {value:.1f} | {PUBLISHED[what]} |" for what, value in implied().items()]
    return "\n".join(rows)


def main() -> None:
    """Print the tables."""
    with Pool() as pool:
        walks = pool.map_async(_of_population, POPULATIONS, chunksize=1)
        diaries = pool.map_async(_of_diaries, ORDINARY, chunksize=1)
        found = dict(zip((one.name for one in POPULATIONS), walks.get(), strict=True))
        asked = diaries.get()
    print(f"Machine: {os.cpu_count()} cores, {platform.machine()}, {platform.system()},", end=" ")
    print(f"Python {platform.python_version()}. {PEOPLE} people of each population.\n")
    print(implied_table(), end="\n\n")
    print(population_table(found), end="\n\n")
    print(own_table(found), end="\n\n")
    print(asked_table({when: [a for one in asked for a in one[when]] for when in asked[0]}))
    print(f"\nOne forecast takes {_milliseconds():.1f} ms.")


def _of_diaries(population: Population) -> dict[str, list[Asked]]:
    return asked_of_diaries(population, DIARIES)


def _milliseconds() -> float:
    people = people_of(ORDINARY[0], 100)
    before = time.perf_counter()
    for lengths in people:
        next_lengths(lengths)
    return 10 * (time.perf_counter() - before)


if __name__ == "__main__":
    main()
