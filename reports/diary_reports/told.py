"""What the alerts say, what the person asks and tried, and their own notes where asked for."""

from collections.abc import Collection
from datetime import date

from diary.alerts.assessment import Alert, Assessment, Urgency
from diary.model import FactKind
from diary.model.background_words import Helped
from diary_reports.danger import is_danger_sign
from diary_reports.fitting import shortened
from diary_reports.scope import Scope
from diary_reports.shown import Category
from diary_reports.values import Line, Notice
from diary_reports.words import counts, short_date, times, worded

QUESTION_FITS = 110
SHOWN_SYMPTOMS = 6
WITH_SUPPORT = frozenset({Category.CONSENT.value, Category.DISTRESS.value})


def notices(assessment: Assessment, scope: Scope, asked_for: frozenset[str]) -> tuple[Notice, ...]:
    """Return the alerts in clinical words, strongest first; quiet ones count as notes to watch.

    Support is for the person alone: it is in only where they asked for what it is about.
    """
    days = {entry.date for entry in scope.known.entries}
    with_support = bool(asked_for & WITH_SUPPORT)
    return tuple(
        _notice(alert, days)
        for alert in assessment.alerts
        if with_support or alert.urgency is not Urgency.SUPPORT
    )


def _notice(alert: Alert, days: Collection[date]) -> Notice:
    entries = {record.date for record in alert.evidence if record.date and record.fact is None}
    text = alert.clinical
    if alert.recorded_on is not None:
        text += f" (recorded on {short_date(alert.recorded_on)})"
    return Notice(
        urgency=Urgency.WATCH if alert.quiet else alert.urgency,
        text=text,
        days=tuple(sorted(day for day in entries if day in days)),
        rule=alert.rule,
        be_seen_by=alert.be_seen_by,
    )


def no_notices(assessment: Assessment, told: Collection[Notice]) -> str:
    """Return what to say where there is no alert to tell."""
    if told:
        return ""
    if not assessment.enough_recorded:
        return "Not enough is recorded for the rules to say anything."
    return "No rule raised an alert."


def questions(scope: Scope) -> tuple[Line, ...]:
    """Return questions, worries and wishes in the person's own words."""
    found = []
    for fact in scope.background.facts(FactKind.QUESTION):
        whole = (fact.note or "").strip()
        if whole:
            text = shortened(whole, QUESTION_FITS)
            label = worded(fact.what).capitalize()
            found.append(Line(label=label, text=text, full=None if text == whole else whole))
    return tuple(found)


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
