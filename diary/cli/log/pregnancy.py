"""Whether pregnancy is possible, so that the danger signs are asked where they could matter.

Unknown counts as possible: pregnancy is missed most where nobody thinks of it (MBRRACE-UK 2024, as
passed on by the RCGP in 2025). Not possible: no womb, after the menopause, no ovaries, a lasting
reason, a reliable method without a lapse, or the person's own "no" with no sex recorded since.
"""

from datetime import date, timedelta

from diary.model import Entry, FactKind, History, Symptom
from diary.model.background_words import (
    Condition,
    Contraception,
    Pregnancy,
    PregnancyPossible,
    PregnancyTest,
    Procedure,
)
from diary.model.vocabulary import MenstrualStatus, Organ

LASTS = timedelta(days=300)
"""No pregnancy is longer: an older positive test says nothing about today."""

RELIABLE = frozenset(
    {
        Contraception.NOT_NEEDED,
        Contraception.COMBINED_PILL,
        Contraception.PROGESTOGEN_PILL,
        Contraception.PATCH,
        Contraception.RING,
        Contraception.IMPLANT,
        Contraception.INJECTION,
        Contraception.HORMONAL_IUD,
        Contraception.COPPER_IUD,
        Contraception.STERILISATION,
    }
)
LAPSES = frozenset(
    {
        Symptom.MISSED_PILLS,
        Symptom.CONTRACEPTION_LAPSE,
        Symptom.PERIOD_LATE,
        Symptom.IUD_EXPELLED,
        Symptom.IUD_THREADS_MISSING,
    }
)
REMOVED = frozenset(
    {Procedure.HYSTERECTOMY, Procedure.HYSTERECTOMY_CERVIX_KEPT, Procedure.OOPHORECTOMY}
)


def is_pregnant(history: History, day: date) -> bool:
    """Say whether a pregnancy is recorded on `day`: going on, or a positive test with no end."""
    seen = history.known_on(day)
    facts = seen.facts(FactKind.PREGNANCY)
    begun = [
        fact.start or date.min
        for fact in (*facts, *seen.facts(FactKind.PREGNANCY_TEST))
        if fact.what is PregnancyTest.POSITIVE
        or (fact.what is Pregnancy.ONGOING and fact.holds_on(day))
    ]
    ended = [fact.start for fact in facts if fact.what is not Pregnancy.ONGOING and fact.start]
    last_end = max(ended, default=date.min)
    return any(start >= last_end and _is_recent(start, day) for start in begun)


def may_be_pregnant(history: History, entry: Entry) -> bool:
    """Say whether pregnancy is possible on the day of `entry`; unknown counts as possible."""
    day, seen = entry.date, history.known_on(entry.date)
    if is_pregnant(history, day):
        return True
    if _cannot(seen):
        return False
    own = seen.facts(FactKind.PREGNANCY_POSSIBLE)
    if own and not _sex_since(seen, own[-1].start):
        return own[-1].what is not PregnancyPossible.NO
    if set(entry.symptoms) & LAPSES:
        return True
    methods = seen.facts(FactKind.CONTRACEPTION)
    return not any(fact.what in RELIABLE and fact.holds_on(day) for fact in methods)


def _is_recent(start: date, day: date) -> bool:
    return start == date.min or day - start <= LASTS


def _cannot(seen: History) -> bool:
    """Say whether pregnancy is ruled out for good."""
    organs, unsure = seen.profile.organs, seen.profile.organs_unsure
    if organs is not None and any(
        organ not in organs and organ not in unsure for organ in (Organ.UTERUS, Organ.OVARIES)
    ):
        return True
    facts = {fact.what for fact in seen.background}
    return (
        seen.profile.menstrual_status is MenstrualStatus.POSTMENOPAUSE
        or Condition.STERILE_OR_PARTNER_STERILE in facts
        or bool(facts & REMOVED)
    )


def _sex_since(seen: History, day: date | None) -> bool:
    return any(entry.sex is not None and entry.date >= (day or date.min) for entry in seen.entries)
