"""What of a diary a report may show: all that is left out is taken away before anything is counted.

So nothing that was left out can come back through a count, an alert or a sentence. Days that only
private entries speak of are days without an entry.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from enum import Enum

from diary.model import AbsentFact, Entry, Fact, FactKind, History, Symptom


class Category(Enum):
    """What is left out unless the person asks for it."""

    NOTES = "notes"
    CONSENT = "consent"
    DISTRESS = "distress"
    PARTNER = "partner"


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
PARTNER_KINDS = frozenset({FactKind.NEW_PARTNER, FactKind.PARTNERS, FactKind.STI_EXPOSURE})
NAMES_IN_NOTES = frozenset({FactKind.QUESTION, FactKind.MEDICATION, FactKind.CONDITION})
"""Facts whose note is a name or the question itself: these notes are always in."""


def shown(history: History, include: frozenset[str] = frozenset()) -> History:
    """Return what the report may show: nothing private, and of `include` only what was asked for.

    `include` holds values of `Category`. Alerts that rest on what is left out are not raised from
    the result either.
    """
    left_out = frozenset(c for c in Category if c.value not in include)
    return History(
        profile=history.profile,
        background=tuple(
            _fact(fact, left_out)
            for fact in history.background
            if not fact.private and not _about_a_partner(fact, left_out)
        ),
        background_absent=tuple(
            answer for answer in history.background_absent if not _about_a_partner(answer, left_out)
        ),
        entries=tuple(_entry(entry, left_out) for entry in history.entries if not entry.private),
    )


def _about_a_partner(fact: Fact | AbsentFact, left_out: frozenset[Category]) -> bool:
    return Category.PARTNER in left_out and fact.kind in PARTNER_KINDS


def _fact(fact: Fact, left_out: frozenset[Category]) -> Fact:
    about = tuple(word for word in fact.about if not _sensitive(word, left_out))
    if Category.NOTES in left_out and fact.kind not in NAMES_IN_NOTES:
        return replace(fact, note=None, about=about)
    return replace(fact, about=about)


def _sensitive(about: str, left_out: frozenset[Category]) -> bool:
    safety = about == "safety" and Category.CONSENT in left_out
    return safety or (about == "feelings" and Category.DISTRESS in left_out)


def _entry(entry: Entry, left_out: frozenset[Category]) -> Entry:
    for category in sorted(left_out, key=lambda c: c.value):
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
}
