"""Whether a difference between two rates says anything, in one plain word.

The chance of a difference at least so unlikely, were both shares the same, is that of Fisher's
exact test, two-sided: all tables no more likely than the one found (R. A. Fisher 1935, The Logic of
Inductive Inference). Several looks find something by chance more often; Holm's step-down rule
(1979, Scandinavian Journal of Statistics 6:65) allows for that. A comparison that could not have
come out unusual, however the bleeds had fallen, is no look at all (Tarone 1990, Biometrics 46:515).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from math import comb

from diary.rates.rate import Rate

UNUSUAL_BELOW = 0.05
SOMETIMES_BELOW = 0.2
"""Below one in 20 a difference is called unusual, below one in five not often: our choice."""


class Chance(Enum):
    """How often chance alone would make so large a difference, other comparisons allowed for.

    TOO_LITTLE: so few times or bleeds that no split of them would be unusual. SAME: both shares are
    the same. OFTEN: one in five or more. SOMETIMES: less. UNUSUAL: less than one in 20. None of
    them is a cause.
    """

    TOO_LITTLE = "too_little"
    SAME = "same"
    OFTEN = "often"
    SOMETIMES = "sometimes"
    UNUSUAL = "unusual"


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """What chance says about two rates; `p` and `adjusted` are 0 to 1, None for TOO_LITTLE."""

    chance: Chance
    p: float | None = None
    adjusted: float | None = None


TOO_LITTLE = Compared(chance=Chance.TOO_LITTLE)


def compare(pairs: Sequence[tuple[Rate, Rate]]) -> tuple[Compared, ...]:
    """Compare the two rates of each pair, all pairs together being one look at the diary."""
    found = [fisher(*pair) if _could_be_unusual(*pair) else None for pair in pairs]
    adjusted = iter(holm([p for p in found if p is not None]))
    return tuple(
        TOO_LITTLE if p is None else _compared(pair, p, next(adjusted))
        for pair, p in zip(pairs, found, strict=True)
    )


def fisher(one: Rate, other: Rate) -> float:
    """Return the two-sided p value of Fisher's exact test, from 0 to 1, for two rates."""
    ways = _ways(one, other)
    seen = comb(one.of, one.bled) * comb(other.of, other.bled)
    return sum(way for way in ways if way <= seen) / sum(ways)


def holm(p_values: Sequence[float]) -> tuple[float, ...]:
    """Return each p value adjusted for the others, in the order given (Holm 1979)."""
    order = sorted(range(len(p_values)), key=lambda place: p_values[place])
    adjusted, largest = dict.fromkeys(order, 1.0), 0.0
    for rank, place in enumerate(order):
        largest = max(largest, (len(p_values) - rank) * p_values[place])
        adjusted[place] = min(1.0, largest)
    return tuple(adjusted[place] for place in range(len(p_values)))


def _ways(one: Rate, other: Rate) -> list[int]:
    """Return in how many ways so many bleeds can fall on the two sides, for each split of them."""
    bled = one.bled + other.bled
    return [
        comb(one.of, here) * comb(other.of, bled - here)
        for here in range(max(0, bled - other.of), min(bled, one.of) + 1)
    ]


def _could_be_unusual(one: Rate, other: Rate) -> bool:
    """Say whether the least likely split of so many bleeds would be unusual, looked at alone."""
    ways = _ways(one, other)
    return ways.count(min(ways)) * min(ways) < UNUSUAL_BELOW * sum(ways)


def _compared(pair: tuple[Rate, Rate], p: float, adjusted: float) -> Compared:
    one, other = pair
    if one.bled * other.of == other.bled * one.of:
        chance = Chance.SAME
    elif adjusted < UNUSUAL_BELOW:
        chance = Chance.UNUSUAL
    else:
        chance = Chance.SOMETIMES if adjusted < SOMETIMES_BELOW else Chance.OFTEN
    return Compared(chance=chance, p=p, adjusted=adjusted)
