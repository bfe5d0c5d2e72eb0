"""Infections that pass on in sex: what was done about them, exposure, new partners."""

from datetime import date, timedelta

from diary.alerts.case import Case
from diary.alerts.signals.background import ever
from diary.alerts.signals.bleeding import started_within
from diary.alerts.signals.sex import may_be_anal
from diary.model import Entry, Fact, FactKind
from diary.model.background_words import (
    Infection,
    InfectionTreated,
    NewPartner,
    StiExposure,
    StiTest,
)
from diary.model.episodes import Bleed
from diary.model.vocabulary import BleedingSource


def tested_since(case: Case, day: date | None) -> bool:
    """Say whether an STI test was taken on a day or later; any test where the day is unknown."""
    return _any_since(case.facts(FactKind.STI_TEST), day)


def tested_clear_since(case: Case, day: date) -> tuple[Fact, ...]:
    """Return the negative STI tests taken on a day or later."""
    return tuple(f for f in ever(case, StiTest.NEGATIVE) if f.start and f.start >= day)


def treated_since(case: Case, day: date | None, *infections: InfectionTreated) -> bool:
    """Say whether treatment of one of these began on a day or later."""
    return _any_since(ever(case, *infections), day)


def _any_since(facts: tuple[Fact, ...], day: date | None) -> bool:
    return any(day is None or (fact.start is not None and fact.start >= day) for fact in facts)


def exposures(case: Case) -> tuple[Fact, ...]:
    """Return what the person was told of a partner's infection."""
    return ever(case, *StiExposure)


def is_dealt_with(case: Case, exposure: Fact, *, since: date | None = None) -> bool:
    """Say whether there was a test or treatment since an exposure, or since a later day."""
    day = since or exposure.start
    return tested_since(case, day) or treated_since(case, day, InfectionTreated.STI)


def is_hiv(exposure: Fact) -> bool:
    """Say whether the partner's infection is HIV that can pass on."""
    return exposure.infection is Infection.HIV


def new_partner_before(case: Case, day: date, days: float) -> tuple[Fact | Entry, ...]:
    """Return what records a new partner at most so many days before a day."""
    first = day - timedelta(days=days)
    facts = (f for f in ever(case, NewPartner.NEW_PARTNER) if f.start and first <= f.start <= day)
    entries = (
        entry
        for entry in case.since(first)
        if entry.date <= day and entry.sex is not None and entry.sex.new_partner
    )
    return (*facts, *entries)


def rectal_after_sex(case: Case, days: float, *, sex_before: float) -> tuple[Bleed, ...]:
    """Return the recent rectal bleeds that came after sex, or may have.

    One of unknown timing may have, with anal sex at most `sex_before` days before it.
    """
    return tuple(
        bleed
        for bleed in started_within(case, case.bleeds, days)
        if any(e.bleeding and e.bleeding.source is BleedingSource.RECTAL for e in bleed.entries)
        and _may_be_after_sex(case, bleed, sex_before)
    )


def _may_be_after_sex(case: Case, bleed: Bleed, days: float) -> bool:
    if bleed.after_sex is not None:
        return bleed.after_sex
    before = case.since(bleed.start - timedelta(days=days))
    return any(may_be_anal(entry) for entry in before if entry.date <= bleed.start)
