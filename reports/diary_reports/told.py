"""What the person asks and tried, other symptoms, and their own notes where asked for."""

from diary.model import FactKind
from diary.model.background_words import Helped
from diary_reports.danger import is_danger_sign
from diary_reports.scope import Scope
from diary_reports.values import Line
from diary_reports.words import counts, short_date, times, worded

SHOWN_SYMPTOMS = 6


def questions(scope: Scope) -> tuple[Line, ...]:
    """Return questions, worries and wishes in the person's own words."""
    return tuple(
        Line(label=worded(fact.what).capitalize(), text=(fact.note or "").strip())
        for fact in scope.background.facts(FactKind.QUESTION)
        if (fact.note or "").strip()
    )


def tried(scope: Scope) -> tuple[str, ...]:
    """Return what was tried and whether it helped."""
    words = {
        Helped.YES: "helped",
        Helped.A_LITTLE: "helped a little",
        Helped.NO: "did not help",
        Helped.UNSURE: "not sure if it helped",
    }
    return tuple(
        f"{worded(fact.what)} ({words[fact.helped]})" if fact.helped else worded(fact.what)
        for fact in scope.background.facts(FactKind.TRIED)
    )


def other_symptoms(scope: Scope) -> str:
    """Return the symptoms that are no danger signs, the most frequent first."""
    every = (symptom for entry in scope.entries for symptom in entry.symptoms)
    ordered = counts(s for s in every if not is_danger_sign(s, scope.source))
    parts = [f"{worded(symptom)} {times(count)}" for symptom, count in ordered[:SHOWN_SYMPTOMS]]
    rest = len(ordered) - SHOWN_SYMPTOMS
    return ", ".join(parts) + (f", and {rest} more" if rest > 0 else "")


def notes(scope: Scope) -> tuple[Line, ...]:
    """Return the person's notes: there are none here unless they chose to include them."""
    found = [
        Line(label=short_date(entry.date, entry.date_precision), text=entry.note.strip())
        for entry in scope.entries
        if entry.note and entry.note.strip()
    ]
    for fact in scope.background.background:
        if fact.note and fact.note.strip() and fact.kind not in TOLD_ELSEWHERE:
            kind = fact.kind.value.replace("_", " ").capitalize()
            found.append(Line(label=f"{kind}, {worded(fact.what)}", text=fact.note.strip()))
    return tuple(found)


TOLD_ELSEWHERE = frozenset({FactKind.QUESTION, FactKind.MEDICATION, FactKind.CONDITION})
