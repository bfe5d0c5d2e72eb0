"""What the bleeds after sex were like: how soon, how long, how much, and the pain with them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from diary.model import Pain
from diary.model.episodes import BANDS, Bleed
from diary.model.vocabulary import Amount, Severity, Timing


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """The least and the most of `recorded` values; both None where none was recorded."""

    recorded: int
    least: float | None
    most: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """So many `bleeds`, and of how many each thing was recorded.

    `hours_until` are the hours after sex at which a bleed began, those `during_sex` left out;
    `hours_long` how long it went on, and `next_day` the bleeds with entries on more than one day.
    `amounts` holds the number of bleeds of each amount, the most that was recorded of each, and
    None where it was not. `pain` is the worst score with each bleed (NRS, 0 to 10); `pain_in_words`
    holds the number of bleeds with pain of each strength where there is no score, None where it has
    no strength either.
    """

    bleeds: int
    during_sex: int
    hours_until: Spread
    hours_long: Spread
    next_day: int
    amounts: tuple[tuple[Amount | None, int], ...]
    pain: Spread
    pain_in_words: tuple[tuple[Severity | None, int], ...]


def course(bleeds: Sequence[Bleed]) -> Course:
    """Gather what was recorded of these bleeds."""
    pains = [_pains(bleed) for bleed in bleeds]
    words = [_strongest(some) for some in pains if some and _worst(some) is None]
    amounts = [bleed.amount for bleed in bleeds]
    during = [bleed for bleed in bleeds if _is_during_sex(bleed)]
    return Course(
        bleeds=len(bleeds),
        during_sex=len(during),
        hours_until=_spread(_hours_until(b) for b in bleeds if b not in during),
        hours_long=_spread(map(_hours_long, bleeds)),
        next_day=sum(bleed.end > bleed.start for bleed in bleeds),
        amounts=tuple((a, amounts.count(a)) for a in (*BANDS, None) if a in amounts),
        pain=_spread(map(_worst, pains)),
        pain_in_words=tuple((w, words.count(w)) for w in (*Severity, None) if w in words),
    )


def _spread(values: Iterable[float | None]) -> Spread:
    known = [value for value in values if value is not None]
    return Spread(
        recorded=len(known), least=min(known, default=None), most=max(known, default=None)
    )


def _is_during_sex(bleed: Bleed) -> bool:
    first = bleed.entries[0].bleeding
    return first is not None and first.timing is Timing.DURING_SEX


def _hours_until(bleed: Bleed) -> float | None:
    first = bleed.entries[0].bleeding
    return first.hours_after_sex if first is not None else None


def _hours_long(bleed: Bleed) -> float | None:
    hours = [e.bleeding.duration_hours for e in bleed.entries if e.bleeding is not None]
    return max((h for h in hours if h is not None), default=None)


def _pains(bleed: Bleed) -> list[Pain]:
    """Return the pains of the bleed's entries and of the sex before it."""
    entries = bleed.entries if bleed.sex is None else (*bleed.entries, bleed.sex)
    return [entry.pain for entry in entries if entry.pain is not None]


def _worst(pains: Iterable[Pain]) -> int | None:
    scores = (pain.score for pain in pains)
    return max((score for score in scores if score is not None), default=None)


def _strongest(pains: Iterable[Pain]) -> Severity | None:
    strengths = [pain.severity for pain in pains]
    return next((word for word in reversed(Severity) if word in strengths), None)
