"""The times parted by what was recorded of the sex: its kinds, lubricant, a condom."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from diary.model import Sex
from diary.model.episodes import Occasion
from diary.model.vocabulary import SexKind
from diary.rates.chance import TOO_LITTLE, Compared
from diary.rates.rate import Rate, count


@dataclass(frozen=True, slots=True, kw_only=True)
class OfKind:
    """The times of exactly these kinds together; no kind: it was not recorded."""

    kinds: tuple[SexKind, ...]
    rate: Rate


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """The times with something, without it, and those where that is not known."""

    used: Rate
    not_used: Rate
    not_known: Rate
    compared: Compared = TOO_LITTLE

    @property
    def is_recorded(self) -> bool:
        """Whether any time says either way."""
        return any(rate.of + rate.unknown for rate in (self.used, self.not_used))


def by_kind(occasions: Iterable[Occasion]) -> tuple[OfKind, ...]:
    """Count each time once, under the mix of kinds that it was; the most frequent mix first.

    Times whose kind was not recorded come last.
    """
    parted: dict[tuple[SexKind, ...], list[Occasion]] = {}
    for occasion in occasions:
        parted.setdefault(_sex(occasion).kinds, []).append(occasion)
    places = list(SexKind)
    order = sorted(
        parted, key=lambda kinds: (not kinds, -len(parted[kinds]), [*map(places.index, kinds)])
    )
    return tuple(OfKind(kinds=kinds, rate=count(parted[kinds])) for kinds in order)


def split(occasions: Iterable[Occasion], ask: Callable[[Sex], bool | None]) -> Split:
    """Part the times by the answer to a question about the sex; None is never no."""
    parted: dict[bool | None, list[Occasion]] = {True: [], False: [], None: []}
    for occasion in occasions:
        parted[ask(_sex(occasion))].append(occasion)
    return Split(
        used=count(parted[True]), not_used=count(parted[False]), not_known=count(parted[None])
    )


def _sex(occasion: Occasion) -> Sex:
    return occasion.sex.sex or Sex()
