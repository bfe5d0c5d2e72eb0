"""What of a diary a report may show: all that is left out is taken away before anything is counted.

So nothing that was left out can come back through a count, an alert or a sentence. Days that only
private entries speak of are days without an entry.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from enum import Enum

from diary.model import AbsentFact, Entry, Fact, FactKind, History, Sex, Symptom
from diary.model.background_words import Condition, InfectionTreated
from diary.model.fact import FactWord


class Category(Enum):
    """What can be left out: the first four are, unless the person asks for them."""

    NOTES = "notes"
    CONSENT = "consent"
    DISTRESS = "distress"
    PARTNER = "partner"
    SEX = "sex"
    PREGNANCY = "pregnancy"
    STI = "sti"
    MEDICINES = "medicines"
    QUESTIONS = "questions"


ON_REQUEST = frozenset({Category.NOTES, Category.CONSENT, Category.DISTRESS, Category.PARTNER})


CONSENT_SYMPTOMS = frozenset({Symptom.PARTNER_PRESSURE, Symptom.AFRAID_OF_PARTNER})
DISTRESS_SYMPTOMS = frozenset(
    {
        Symptom.AFRAID_OF_SEX,
        Symptom.AVOIDING_SEX,
        Symptom.EMBARRASSED,
        Symptom.ASHAMED,
        Symptom.DISTANT_FROM_PARTNER,
        Symptom.ANXIOUS,
        Symptom.LOW_MOOD,
        Symptom.SELF_HARM_THOUGHTS,
    }
)
PREGNANCY_SYMPTOMS = frozenset(
    {Symptom.CONTRACTIONS, Symptom.FLUID_LEAK, Symptom.LESS_FETAL_MOVEMENT}
)
PARTNER_KINDS = frozenset({FactKind.NEW_PARTNER, FactKind.PARTNERS, FactKind.STI_EXPOSURE})
KINDS: dict[Category, frozenset[FactKind]] = {
    Category.PARTNER: PARTNER_KINDS,
    Category.PREGNANCY: frozenset(
        {
            *(FactKind.PREGNANCY, FactKind.PREGNANCY_TEST),
            *(FactKind.PREGNANCY_POSSIBLE, FactKind.BREASTFEEDING),
        }
    ),
    Category.STI: frozenset({FactKind.STI_TEST, FactKind.STI_EXPOSURE}),
    Category.MEDICINES: frozenset({FactKind.MEDICATION}),
    Category.QUESTIONS: frozenset({FactKind.QUESTION}),
}
"""The facts that go as a whole where a category is left out."""
STI_WORDS: frozenset[FactWord] = frozenset({InfectionTreated.STI, Condition.HIV, Condition.HERPES})
ABOUT = {
    "safety": Category.CONSENT,
    "feelings": Category.DISTRESS,
    "pregnancy": Category.PREGNANCY,
    "after_birth": Category.PREGNANCY,
    "infection": Category.STI,
}
"""The words of what a visit was about that a category takes away."""
NOT_SAID = "not_said"
"""Stands for what a visit was about where all of that is left out: a visit about nothing would
quiet every alert before it."""
NAMES_IN_NOTES = frozenset({FactKind.QUESTION, FactKind.MEDICATION, FactKind.CONDITION})
"""Facts whose note is a name or the question itself: these notes are always in."""


def shown(history: History, left_out: frozenset[Category] = ON_REQUEST) -> History:
    """Return what the report may show: nothing private, and nothing of what is `left_out`.

    Alerts that rest on what is left out are not raised from the result either.
    """
    return History(
        profile=history.profile,
        background=tuple(
            _fact(fact, left_out)
            for fact in history.background
            if not fact.private and not _goes(fact, left_out)
        ),
        background_absent=tuple(
            answer for answer in history.background_absent if not _goes(answer, left_out)
        ),
        entries=tuple(_entry(entry, left_out) for entry in history.entries if not entry.private),
    )


def of_category(history: History, category: Category) -> int:
    """Count the entries and facts, none of them private, that hold something of a category."""
    entries = (e for e in history.entries if not e.private)
    facts = (f for f in history.background if not f.private)
    one = frozenset({category})
    return sum(WITHOUT[category](entry) != entry for entry in entries if category in WITHOUT) + sum(
        _goes(fact, one) or _fact(fact, one) != fact for fact in facts
    )


def _goes(fact: Fact | AbsentFact, left_out: frozenset[Category]) -> bool:
    """Say whether a fact goes as a whole."""
    if any(fact.kind in kinds for category, kinds in KINDS.items() if category in left_out):
        return True
    return Category.STI in left_out and fact.what in STI_WORDS


def _fact(fact: Fact, left_out: frozenset[Category]) -> Fact:
    about = tuple(word for word in fact.about if ABOUT.get(word) not in left_out)
    if fact.about and not about:
        about = (NOT_SAID,)
    if Category.NOTES in left_out and fact.kind not in NAMES_IN_NOTES:
        return replace(fact, note=None, about=about)
    return replace(fact, about=about)


def _entry(entry: Entry, left_out: frozenset[Category]) -> Entry:
    for category in Category:
        if category in left_out and category in WITHOUT:
            entry = WITHOUT[category](entry)
    return entry


def _without_notes(entry: Entry) -> Entry:
    return replace(entry, note=None) if entry.note is not None else entry


def _without_consent(entry: Entry) -> Entry:
    if entry.sex is not None and entry.sex.consent is not None:
        entry = replace(entry, sex=replace(entry.sex, consent=None))
    return _without_symptoms(entry, CONSENT_SYMPTOMS)


def _without_distress(entry: Entry) -> Entry:
    if entry.distress is not None:
        entry = replace(entry, distress=None)
    return _without_symptoms(entry, DISTRESS_SYMPTOMS)


def _without_partner(entry: Entry) -> Entry:
    if entry.sex is None or entry.sex.new_partner is None:
        return entry
    return replace(entry, sex=replace(entry.sex, new_partner=None))


def _without_sex_details(entry: Entry) -> Entry:
    """Leave that there was sex; whom it was with and consent are categories of their own."""
    if entry.sex is None:
        return entry
    bare = Sex(consent=entry.sex.consent, new_partner=entry.sex.new_partner)
    return entry if entry.sex == bare else replace(entry, sex=bare)


def _without_pregnancy(entry: Entry) -> Entry:
    if entry.sex is not None and entry.sex.first_after_birth is not None:
        entry = replace(entry, sex=replace(entry.sex, first_after_birth=None))
    return _without_symptoms(entry, PREGNANCY_SYMPTOMS)


def _without_symptoms(entry: Entry, left_out: frozenset[Symptom]) -> Entry:
    if not left_out.intersection((*entry.symptoms, *entry.absent)):
        return entry
    return replace(
        entry, symptoms=_rest(entry.symptoms, left_out), absent=_rest(entry.absent, left_out)
    )


def _rest(symptoms: Iterable[Symptom], left_out: frozenset[Symptom]) -> tuple[Symptom, ...]:
    return tuple(symptom for symptom in symptoms if symptom not in left_out)


WITHOUT: dict[Category, Callable[[Entry], Entry]] = {
    Category.NOTES: _without_notes,
    Category.CONSENT: _without_consent,
    Category.DISTRESS: _without_distress,
    Category.PARTNER: _without_partner,
    Category.SEX: _without_sex_details,
    Category.PREGNANCY: _without_pregnancy,
}
"""What an entry loses; the other categories are about facts alone."""
