"""Bleeding: how much, from where, around which entry."""

from collections.abc import Iterable, Iterator
from datetime import timedelta

from diary.alerts.case import Case
from diary.cycles.volume import has_large_clots
from diary.model import Entry, Symptom
from diary.model.episodes import BANDS, Bleed
from diary.model.vocabulary import Amount, BleedingSource, Colour, Soaked

PERIOD_LIKE = (Amount.MEDIUM, Amount.HEAVY)
LARGE_POOL_ML = 80
"""Millilitres; the research limit of a heavy period (FIGO 2018), here for one entry."""


def amount_of(entry: Entry) -> Amount | None:
    """Return the band of an entry's bleeding: None where it was not said."""
    amount = entry.bleeding.amount if entry.bleeding else None
    return amount if amount in BANDS else None


def is_like_a_period_or_more(entry: Entry) -> bool | None:
    """Say whether the bleeding is medium or heavy, by its amount or by what else says so."""
    if entry.bleeding is None:
        return False
    if looks_heavy(entry):
        return True
    amount = amount_of(entry)
    return None if amount is None else amount in PERIOD_LIKE


def looks_heavy(entry: Entry) -> bool:
    """Say whether the bleeding is recorded as heavy in any way.

    Heavy in amount, large clots, a soaked product an hour, 80 ml or more, flooding, or toilet
    water red with blood.
    """
    bleeding = entry.bleeding
    if bleeding is None:
        return False
    return (
        bleeding.amount is Amount.HEAVY
        or has_large_clots(entry)
        or soaked_an_hour(entry) >= 1
        or (bleeding.volume_ml or 0) >= LARGE_POOL_ML
        or bool({Symptom.FLOODING, Symptom.RED_TOILET_WATER} & set(entry.symptoms))
    )


def soaked_an_hour(entry: Entry) -> float:
    """Return the fully soaked products an hour: as said, or counted over the hours it lasted."""
    bleeding = entry.bleeding
    if bleeding is None:
        return 0
    if bleeding.pads_per_hour is not None:
        return bleeding.pads_per_hour
    full = sum(product.count for product in bleeding.products if product.soaked is Soaked.FULL)
    return full / bleeding.duration_hours if bleeding.duration_hours else 0


def soaking_hours(entry: Entry) -> float:
    """Return for how many hours it soaked at that rate; 0 where that is not recorded."""
    bleeding = entry.bleeding
    if bleeding is None:
        return 0
    if bleeding.pads_per_hour is None:
        return bleeding.duration_hours or 0
    return bleeding.soaking_hours or 0


def may_be_after_sex(case: Case, entry: Entry) -> bool:
    """Say whether the blood is after sex, or may be: unknown, with sex that day or the one before.

    For signs of an injury only: what rules count needs a bleed that is known to be after sex.
    """
    bleed = case.vaginal_bleed_of(entry)
    after = bleed.after_sex if bleed else case.began_after_sex(entry)
    if after is not None:
        return after
    return any(other.sex is not None for other in case.around(entry.date, before=1))


def is_light_or_less(bleed: Bleed) -> bool:
    """Say whether all that was recorded of a bleed is spotting or light."""
    return bleed.amount in (Amount.SPOTTING, Amount.LIGHT) and not any(
        looks_heavy(entry) for entry in bleed.entries
    )


def is_light_or_brown(bleed: Bleed) -> bool:
    """Say whether a bleed is spotting or light, or brown with nothing said of how much."""
    return is_light_or_less(bleed) or all(map(_is_brown_stain, bleed.entries))


def _is_brown_stain(entry: Entry) -> bool:
    is_brown = entry.bleeding is not None and entry.bleeding.colour is Colour.BROWN
    return is_brown and amount_of(entry) is None and not looks_heavy(entry)


def blood_with(case: Case, entry: Entry) -> tuple[Entry, ...]:
    """Return the entries with blood that belong to the same day or episode as an entry.

    Its own day; and the day before, where that bleed was not light, or not yet over.
    """
    today = [other for other in _days_of(case, entry) if other.bleeding is not None]
    yesterday = case.days.get(entry.date - timedelta(days=1), ())
    return (*(o for o in yesterday if _may_go_on(o)), *today)


def blood_not_of_period(case: Case, entry: Entry) -> tuple[Entry, ...]:
    """Return the entries with blood of the same day that does not belong to a period."""
    return tuple(
        other
        for other in case.days.get(entry.date, ())
        if other.bleeding is not None and not case.is_of_period(other)
    )


def _may_go_on(entry: Entry) -> bool:
    if entry.bleeding is None:
        return False
    return is_like_a_period_or_more(entry) is not False or entry.bleeding.stopped is False


def _days_of(case: Case, entry: Entry) -> Iterator[Entry]:
    """Yield the entries of the days that an entry's symptoms span, at most the last week."""
    since = entry.symptoms_since
    span = (entry.date - since).days if since and entry.symptoms else 0
    yield from case.around(entry.date, before=max(0, min(span, 7)))


def from_skin(entry: Entry) -> bool:
    """Say whether the blood comes from an outside cut or tear."""
    return entry.bleeding is not None and entry.bleeding.source is BleedingSource.SKIN


def bleeds_on_unpressed(entry: Entry, minutes: float) -> bool:
    """Say whether it still bleeds and nobody said what pressing did, and it is no trifle.

    That is: medium or more, or going on for so many minutes.
    """
    of = entry.bleeding
    if of is None or of.stopped is not False or of.stops_with_pressure is not None:
        return False
    is_long = (of.duration_hours or 0) * 60 >= minutes
    return is_long or is_like_a_period_or_more(entry) is True


def started_within(case: Case, bleeds: Iterable[Bleed], days: float) -> tuple[Bleed, ...]:
    """Return the bleeds that started at most `days` days ago."""
    first = case.as_of - timedelta(days=days)
    return tuple(bleed for bleed in bleeds if bleed.start >= first)
