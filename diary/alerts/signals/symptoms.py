"""Symptoms beside bleeding and pain: since when, how long, which kind."""

from datetime import date, timedelta

from diary.alerts.case import Case
from diary.model import Entry, Symptom

FEVER_C = 38.0
"""Degrees Celsius, 100.4 F: HSE and most UK texts; the CDC's text on PID takes more than 38.3."""

STILL_THE_SAME = timedelta(days=14)
"""Records of a symptom this close together are one course of it (design choice)."""

FEELINGS = frozenset(
    {
        Symptom.AFRAID_OF_SEX,
        Symptom.AVOIDING_SEX,
        Symptom.EMBARRASSED,
        Symptom.ASHAMED,
        Symptom.DISTANT_FROM_PARTNER,
        Symptom.ANXIOUS,
        Symptom.LOW_MOOD,
        Symptom.PARTNER_PRESSURE,
        Symptom.AFRAID_OF_PARTNER,
        Symptom.SELF_HARM_THOUGHTS,
    }
)
NOT_OF_THE_BODY = FEELINGS | {
    Symptom.COLD_OR_FLU,
    Symptom.CONDOM_BROKE,
    Symptom.CONTRACEPTION_LAPSE,
    Symptom.ENEMA_USE,
    Symptom.MISSED_PILLS,
}
"""What is no new symptom of the body: feelings, and what happened to a method."""

DISCHARGE = (
    Symptom.DISCHARGE_NEW,
    Symptom.DISCHARGE_SMELLY,
    Symptom.DISCHARGE_PUS,
    Symptom.DISCHARGE_BLOODSTAINED,
    Symptom.DISCHARGE_WATERY,
    Symptom.DISCHARGE_THICK_WHITE,
)
SMELLY = (Symptom.DISCHARGE_SMELLY, Symptom.DISCHARGE_PUS)
"""Discharge that is not expected at any time."""


def has_any(entry: Entry, *symptoms: Symptom) -> bool:
    """Say whether the entry records any of these symptoms."""
    return any(symptom in symptoms for symptom in entry.symptoms)


def began(entry: Entry) -> date:
    """Return the day on which the symptoms of an entry began."""
    return entry.symptoms_since or entry.date


def has_fever(entry: Entry) -> bool:
    """Say whether the entry records a fever: 38.0 C or more, or felt hot and ill, or rigors."""
    measured = entry.temperature_c is not None and entry.temperature_c >= FEVER_C
    return measured or has_any(entry, Symptom.FEVERISH, Symptom.RIGORS)


def records(case: Case, *symptoms: Symptom, days: float) -> tuple[Entry, ...]:
    """Return the entries of the last `days` days that record any of these symptoms."""
    first = case.as_of - timedelta(days=days)
    return tuple(entry for entry in case.with_symptom(*symptoms) if entry.date >= first)


def course(case: Case, *symptoms: Symptom) -> tuple[Entry, ...]:
    """Return the records of the latest course of these symptoms, in order.

    A course ends where those last recorded are said to be absent, or where none is recorded for 14
    days.
    """
    found: list[Entry] = []
    for entry in reversed(case.with_symptom(*symptoms)):
        if found and _is_apart(case, entry, found[-1], symptoms):
            break
        found.append(entry)
    return tuple(reversed(found))


def _is_apart(case: Case, earlier: Entry, later: Entry, symptoms: tuple[Symptom, ...]) -> bool:
    if began(later) - earlier.date > STILL_THE_SAME:
        return True
    steps = (began(later) - earlier.date).days
    between = case.around(earlier.date + timedelta(days=1), after=max(0, steps - 2))
    recorded = set(symptoms) & set(earlier.symptoms)
    return steps > 1 and any(recorded <= set(entry.absent) for entry in between)


def lasted(entries: tuple[Entry, ...]) -> int:
    """Return the days from the beginning of a course to its last record; 0 for none."""
    if not entries:
        return 0
    return (entries[-1].date - min(began(entry) for entry in entries)).days
