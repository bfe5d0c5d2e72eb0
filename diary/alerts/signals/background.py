"""Background facts: what holds on a day, how long ago something happened, which method is used."""

from datetime import date

from diary.alerts.case import Case
from diary.model import Fact, FactKind
from diary.model.background_words import Condition, Contraception, Medication
from diary.model.fact import KIND_OF, FactWord

HORMONAL = (
    Contraception.COMBINED_PILL,
    Contraception.PROGESTOGEN_PILL,
    Contraception.PATCH,
    Contraception.RING,
    Contraception.IMPLANT,
    Contraception.INJECTION,
    Contraception.HORMONAL_IUD,
)
IUDS = (Contraception.COPPER_IUD, Contraception.HORMONAL_IUD)
IMMUNE = (Condition.IMMUNOSUPPRESSION, Condition.HIV)
ANTIPLATELETS_THAT_COUNT = 2
"""Aspirin with clopidogrel; one of them alone does not move an alert (clinical table, MOD-1)."""


def holding(case: Case, *words: FactWord, on: date | None = None) -> tuple[Fact, ...]:
    """Return the facts with one of these words that hold on a day, by default that of the case."""
    day = on or case.as_of
    return tuple(fact for fact in ever(case, *words) if fact.holds_on(day))


def ever(case: Case, *words: FactWord) -> tuple[Fact, ...]:
    """Return the facts with one of these words, whether or not they still hold."""
    sorts = dict.fromkeys(map(type, words))
    return tuple(fact for sort in sorts for fact in case.facts(KIND_OF[sort]) if fact.what in words)


def days_since(fact: Fact, day: date) -> int | None:
    """Return the days from a fact's start to a day; None where the start is unknown."""
    return (day - fact.start).days if fact.start else None


def started_within(
    case: Case, days: float, *words: FactWord, on: date | None = None
) -> Fact | None:
    """Return the latest fact with one of these words begun at most `days` days before a day."""
    day = on or case.as_of
    recent = [
        fact for fact in ever(case, *words) if fact.start and 0 <= (day - fact.start).days <= days
    ]
    return max(recent, key=lambda fact: fact.start or date.min, default=None)


def methods(case: Case, on: date | None = None) -> tuple[Fact, ...]:
    """Return the contraceptive methods in use on a day."""
    return holding(case, *Contraception, on=on)


def bleeds_easily_by_medicine(case: Case) -> tuple[Fact, ...]:
    """Return the blood thinners in use: one anticoagulant, or two antiplatelets together."""
    antiplatelets = holding(case, Medication.ANTIPLATELET)
    enough = antiplatelets if len(antiplatelets) >= ANTIPLATELETS_THAT_COUNT else ()
    return holding(case, Medication.ANTICOAGULANT) + enough


def clots_slowly(case: Case) -> tuple[Fact, ...]:
    """Return the bleeding disorders and low platelets that hold."""
    return holding(case, Condition.BLEEDING_DISORDER, Condition.LOW_PLATELETS)


def heals_less_well(case: Case) -> tuple[Fact, ...]:
    """Return what weakens the immune system: conditions and medicines that hold."""
    return holding(case, *IMMUNE) + holding(case, Medication.IMMUNOSUPPRESSANT)


def was_answered_no(case: Case, word: FactWord) -> bool:
    """Say whether the person was asked about this and said no."""
    kind = KIND_OF[type(word)]
    answers = case.history.background_absent
    return any(answer.kind is kind and answer.what in (None, word) for answer in answers)


def visits(case: Case) -> tuple[Fact, ...]:
    """Return the checks by a clinician, those of unknown day first."""
    return case.facts(FactKind.VISIT)
