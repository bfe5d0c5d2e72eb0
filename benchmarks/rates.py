"""How often the 95 % interval holds the truth: `python -m benchmarks.rates`.

The first table draws numbers: people with a true share between 3 and 60 in 100 and 5 to 60 times,
and the intervals of Jeffreys (ours) and of Clopper and Pearson (by scipy) beside each other. The
second goes the whole way: made-up diaries of people with a known truth, in which the bleeds are
written down in every way that the diary knows, with times that are not known, blood from elsewhere
and periods between; what is counted must be what happened. The third asks how often people for whom
nothing makes a difference are told that something is unusual. Everything comes from a fixed seed.
"""

import argparse
import platform
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import cache
from math import comb
from os import cpu_count

from scipy.stats import beta

from diary.model import Bleeding, Entry, Fact, History, Sex
from diary.model.background_words import Contraception, Visit
from diary.model.episodes import is_vaginal
from diary.model.vocabulary import Amount, Answer, BleedingSource, SexKind, Timing
from diary.rates import bled_after, exact_interval, overview
from diary.rates.chance import Chance

PEOPLE = 2_000
SEED = 20_260_301
LEAST_SHARE, MOST_SHARE = 0.03, 0.6
LEAST_TIMES, MOST_TIMES = 5, 60
TIMES = ((5, 9), (10, 19), (20, 39), (40, 60))
SHARES = ((0.03, 0.1), (0.1, 0.3), (0.3, 0.6))
FIRST_DAY = date(2024, 1, 1)
NOT_KNOWN = 0.1
"""One time in ten is written down so that it stays unknown whether bleeding followed."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """The intervals that held the truth, of so many, and their width on average."""

    held: int
    of: int
    width: float

    def __str__(self) -> str:
        """Show both as people read them."""
        return f"{100 * self.held / self.of:.1f} % | {100 * self.width:.0f}"


Interval = tuple[float, float]


@cache
def jeffreys(bled: int, of: int) -> Interval:
    """Return the interval that the diary shows."""
    low, high = exact_interval(bled, of)
    return (0.0, 1.0) if low is None or high is None else (low, high)


@cache
def clopper_pearson(bled: int, of: int) -> Interval:
    """Return the interval that it does not show, to compare."""
    low = float(beta.ppf(0.025, bled, of - bled + 1)) if bled else 0.0
    return low, float(beta.ppf(0.975, bled + 1, of - bled)) if bled < of else 1.0


METHODS = {"Jeffreys (shown)": jeffreys, "Clopper and Pearson": clopper_pearson}


def coverage(
    chance: random.Random, people: int, times: tuple[int, int], shares: tuple[float, float]
) -> list[Coverage]:
    """Draw people and return how often the interval of each method held their true share."""
    held, widths = [0] * len(METHODS), [0.0] * len(METHODS)
    for _ in range(people):
        share, of = chance.uniform(*shares), chance.randint(*times)
        bled = sum(chance.random() < share for _ in range(of))
        for place, method in enumerate(METHODS.values()):
            low, high = method(bled, of)
            held[place] += low <= share <= high
            widths[place] += high - low
    return [Coverage(h, people, w / people) for h, w in zip(held, widths, strict=True)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A made-up diary with what really happened: `bled` of `of` known times, others not known."""

    share: float
    history: History
    bled: int
    of: int
    not_known: int


def person(chance: random.Random) -> Person:
    """Make a diary of 5 to 60 known times of sex, after each of which bleeding may follow."""
    share, of = chance.uniform(LEAST_SHARE, MOST_SHARE), chance.randint(LEAST_TIMES, MOST_TIMES)
    entries: list[Entry] = []
    on, bled, known, not_known = FIRST_DAY, 0, 0, 0
    while known < of:
        on += timedelta(days=chance.randint(5, 12))
        if chance.random() < NOT_KNOWN:
            entries += chance.choice(WAYS_NOT_KNOWN)(on)
            not_known += 1
            continue
        did = chance.random() < share
        entries += chance.choice(WAYS_BLED if did else WAYS_DID_NOT)(on)
        bled, known = bled + did, known + 1
    chance.shuffle(entries)
    history = History(entries=tuple(entries))
    return Person(share=share, history=history, bled=bled, of=of, not_known=not_known)


Entries = tuple[Entry, ...]


def _sex(on: date, **said: object) -> Entry:
    return Entry(date=on, **{"sex": Sex(kinds=(SexKind.VAGINAL,)), **said})  # type: ignore[arg-type]


def _blood(timing: Timing | None, source: BleedingSource = BleedingSource.VAGINAL) -> Bleeding:
    return Bleeding(source=source, timing=timing, amount=Amount.LIGHT)


def _later(on: date, days: int, bleeding: Bleeding, **said: object) -> Entry:
    return Entry(date=on + timedelta(days=days), bleeding=bleeding, **said)  # type: ignore[arg-type]


def _period(on: date) -> Entries:
    blood = Bleeding(source=BleedingSource.VAGINAL, amount=Amount.MEDIUM, period=Answer.YES)
    return tuple(_later(on, days, blood) for days in (2, 3))


WAYS_BLED: tuple[Callable[[date], Entries], ...] = (
    lambda on: (_sex(on, bleeding=_blood(Timing.AFTER_SEX)),),
    lambda on: (_sex(on, bleeding=_blood(Timing.DURING_SEX)),),
    lambda on: (_sex(on, bleeding=_blood(Timing.AFTER_SEX, BleedingSource.UNKNOWN)),),
    lambda on: (
        _sex(on, bleeding=_blood(Timing.AFTER_SEX)),
        _later(on, 1, _blood(Timing.NOT_AFTER_SEX)),
    ),
    lambda on: (_sex(on, id=f"{on}"), _later(on, 1, _blood(None), follows=f"{on}")),
    lambda on: (_sex(on, time=time(21)), _later(on, 1, _blood(None), time=time(8))),
)
"""In the sex's own entry, over two days, and in another by the person's word or the clock."""

WAYS_DID_NOT: tuple[Callable[[date], Entries], ...] = (
    lambda on: (_sex(on),),
    lambda on: (_sex(on, no_bleeding=True),),
    lambda on: (_sex(on, bleeding=_blood(Timing.AFTER_SEX, BleedingSource.RECTAL)),),
    lambda on: (_sex(on), *_period(on)),
    lambda on: (_sex(on), _later(on, 1, _blood(Timing.NOT_AFTER_SEX))),
)
"""Nothing said, said outright, blood from elsewhere, a period later, a bleed for another reason."""

WAYS_NOT_KNOWN: tuple[Callable[[date], Entries], ...] = (
    lambda on: (_sex(on, bleeding=_blood(Timing.UNKNOWN)),),
    lambda on: (_sex(on), _later(on, 1, _blood(None))),
    lambda on: (_sex(on, origin="another program"),),
)
"""A bleed whose beginning is not known, and a time from a program that does not ask about blood."""


def whole_way(people: int, seed: int = SEED) -> Coverage:
    """Count made-up diaries and return how often the interval held the truth.

    Raises:
        SystemExit: what was counted is not what happened.
    """
    chance = random.Random(seed)  # noqa: S311 - made-up people, no secret
    held, width = 0, 0.0
    for _ in range(people):
        one = person(chance)
        found = bled_after(one.history, is_vaginal(one.history.profile))
        if (found.bled, found.of, found.unknown) != (one.bled, one.of, one.not_known):
            raise SystemExit(f"counted {found}; it was {one.bled} of {one.of}, {one.not_known} not")
        low, high = found.low or 0.0, found.high or 1.0
        held += low <= one.share <= high
        width += high - low
    return Coverage(held, people, width / people)


def lowest(
    method: Callable[[int, int], Interval], most_times: int = MOST_TIMES
) -> tuple[float, int, float]:
    """Return the lowest exact coverage of all times and all half percents, with both of them."""
    halves = range(round(200 * LEAST_SHARE), round(200 * MOST_SHARE) + 1)
    return min(
        (_exact_coverage(method, of, half / 200), of, half / 200)
        for of in range(LEAST_TIMES, most_times + 1)
        for half in halves
    )


def _exact_coverage(method: Callable[[int, int], Interval], of: int, share: float) -> float:
    ends = (method(bled, of) for bled in range(of + 1))
    return sum(
        comb(of, bled) * share**bled * (1 - share) ** (of - bled)
        for bled, (low, high) in enumerate(ends)
        if low <= share <= high
    )


def compared(chance: random.Random, shares: tuple[float, float]) -> set[Chance]:
    """Return what is said of one person who bleeds with these shares, with lubricant and without.

    Condoms, a coil and a visit make no difference to anybody.
    """
    entries = []
    for number in range(chance.randint(20, MOST_TIMES)):
        used, condom = chance.random() < 0.5, chance.random() < 0.5
        did = chance.random() < shares[not used]
        sex = Sex(lubricant=used, condom=condom)
        blood = _blood(Timing.AFTER_SEX) if did else None
        entries.append(Entry(date=FIRST_DAY + timedelta(days=5 * number), sex=sex, bleeding=blood))
    facts = (
        Fact(what=Contraception.COPPER_IUD, start=FIRST_DAY + timedelta(days=47)),
        Fact(what=Visit.TREATED, start=FIRST_DAY + timedelta(days=73)),
    )
    history = History(entries=tuple(entries), background=facts)
    counted = overview(history, entries[-1].date, source=BleedingSource.VAGINAL)
    splits = (counted.lubricant.compared, counted.condom.compared)
    return {said.chance for said in (*splits, *(change.compared for change in counted.changes))}


def main() -> None:
    """Draw the people and print the three tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=PEOPLE)
    people = parser.parse_args().people
    print(f"{people:,} people a row, seed {SEED}.")
    print(f"Machine: {cpu_count()} cores, {platform.machine()}, {platform.system()},", end=" ")
    print(f"Python {platform.python_version()}.\n")
    print("\n".join(_coverage_table(people)))
    for name, method in METHODS.items():
        held, of, share = lowest(method)
        print(f"\n{name}, lowest of all: {100 * held:.1f} % at {of} times, {100 * share:.1f} %.")
    print(f"\nThrough {people:,} whole diaries: held {whole_way(people)} wide.\n")
    print("\n".join(_chance_table(people)))


def _coverage_table(people: int) -> Iterator[str]:
    titles = " | ".join(f"{name} | wide" for name in METHODS)
    yield f"| times | true share | {titles} |"
    yield f"|---|---|{'---|---|' * len(METHODS)}"
    chance = random.Random(SEED)  # noqa: S311 - made-up people, no secret
    rows = [(times, shares) for times in TIMES for shares in SHARES]
    for times, shares in [*rows, ((LEAST_TIMES, MOST_TIMES), (LEAST_SHARE, MOST_SHARE))]:
        found = " | ".join(map(str, coverage(chance, people, times, shares)))
        low, high = (round(100 * share) for share in shares)
        yield f"| {times[0]} to {times[1]} | {low} to {high} % | {found} |"


def _chance_table(people: int) -> Iterator[str]:
    yield "| bled with and without lubricant | unusual | now and then |"
    yield "|---|---|---|"
    chance = random.Random(SEED)  # noqa: S311 - made-up people, no secret
    for shares in ((0.3, 0.3), (0.1, 0.4), (0.1, 0.6)):
        said = [compared(chance, shares) for _ in range(people)]
        unusual = sum(Chance.UNUSUAL in some for some in said)
        sometimes = sum(Chance.SOMETIMES in some - {Chance.UNUSUAL} for some in said)
        row = " | ".join(f"{100 * number / people:.1f} %" for number in (unusual, sometimes))
        yield f"| {100 * shares[0]:.0f} and {100 * shares[1]:.0f} % | {row} |"


if __name__ == "__main__":
    main()
