"""Bleeding after sex: the episodes that count, and what came with them.

An episode is all blood from the vagina that began during sex or within 24 hours after it, and not
at the edge of a period; the next one needs a new sex event. A bleed whose timing is not known is
none: that is asked, never assumed.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from diary.alerts.case import Case
from diary.alerts.once import once
from diary.alerts.signals.background import ever
from diary.alerts.signals.bleeding import is_light_or_less
from diary.alerts.signals.pain import strongest_possible
from diary.alerts.signals.sex import may_be_vaginal
from diary.alerts.signals.symptoms import NOT_OF_THE_BODY, has_fever
from diary.model import Entry, Symptom
from diary.model.background_words import InfectionTreated, StiTest
from diary.model.episodes import Bleed, Occasion

MILD_PAIN = 3
TREATED = (InfectionTreated.STI, InfectionTreated.PID)
"""The infections that bleeding after sex can come from, and that a test is for."""

HARMLESS_BESIDE = NOT_OF_THE_BODY | {Symptom.DRYNESS, Symptom.FATIGUE, Symptom.LIFE_AFFECTED}
"""Symptoms that leave a single small bleed a note: they have their own rules, or none."""


@once
def episodes(case: Case, days: float) -> tuple[Bleed, ...]:
    """Return the episodes of bleeding after sex that began at most `days` days ago."""
    first = case.as_of - timedelta(days=days)
    return tuple(bleed for bleed in case.bleeds_after_sex if bleed.start >= first)


def not_settled(case: Case, days: float, dry_times: float) -> tuple[Bleed, ...]:
    """Return the episodes of `days` days, but none where they were treated and have gone.

    That is so where no episode came after the treatment of an infection, a test on a later day was
    negative, and sex brought no blood `dry_times` times after that.
    """
    found = episodes(case, days)
    return () if found and _has_gone(case, found[-1], dry_times) else found


def _has_gone(case: Case, last: Bleed, dry_times: float) -> bool:
    treated = [f.start for f in ever(case, *TREATED) if f.start and f.start >= last.start]
    tests = [f.start for f in ever(case, StiTest.NEGATIVE) if f.start]
    clear = [test for test in tests if treated and test > min(treated)]
    if not clear:
        return False
    dry = [o for o in case.occasions if o.bled is False and may_be_vaginal(o.sex)]
    return len([o for o in dry if o.sex.date > min(clear)]) >= dry_times


def lately(case: Case, bleeds: Iterable[Bleed]) -> tuple[Bleed, ...]:
    """Return the bleeds whose emergency and same-day signs can still count."""
    return tuple(bleed for bleed in bleeds if bleed.end > case.lately_since)


def at_edge_of_period(case: Case, days: float) -> tuple[Bleed, ...]:
    """Return the recent bleeds after sex that are at the edge of a period, and so no episodes."""
    first = case.as_of - timedelta(days=days)
    counted = set(map(id, case.bleeds_after_sex))
    return tuple(b for b in case.all_after_sex if b.start >= first and id(b) not in counted)


def days_apart(bleeds: tuple[Bleed, ...]) -> int:
    """Return the days from the first of several bleeds to the last; 0 for fewer than two."""
    return (bleeds[-1].start - bleeds[0].start).days if bleeds else 0


def first_after(bleeds: Iterable[Bleed], day: date) -> Bleed | None:
    """Return the first bleed that began on a day or later."""
    return next((bleed for bleed in bleeds if bleed.start >= day), None)


def is_small_and_alone(case: Case, bleed: Bleed) -> bool:
    """Say whether a bleed was spotting or light, not still going on, with little pain and no more.

    What was not recorded of the pain or its end does not count against it; an amount that was not
    recorded does.
    """
    return is_light_or_less(bleed) and all(_is_harmless(entry) for entry in _beside(case, bleed))


def _beside(case: Case, bleed: Bleed) -> tuple[Entry, ...]:
    days = {entry.date for entry in bleed.entries}
    return tuple(entry for day in sorted(days) for entry in case.days.get(day, ()))


def _is_harmless(entry: Entry) -> bool:
    goes_on = entry.bleeding is not None and entry.bleeding.stopped is False
    is_quiet = not set(entry.symptoms) - HARMLESS_BESIDE and not has_fever(entry)
    return is_quiet and not goes_on and strongest_possible(entry) <= MILD_PAIN


def vaginal_occasions(case: Case, days: float) -> tuple[Occasion, ...]:
    """Return the recent sex events at the vagina of which it is known whether blood followed."""
    first = case.as_of - timedelta(days=days)
    return tuple(
        occasion
        for occasion in case.occasions
        if occasion.sex.date >= first and occasion.bled is not None and may_be_vaginal(occasion.sex)
    )
