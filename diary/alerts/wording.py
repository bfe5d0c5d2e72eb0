"""From what fired to words: the evidence, the country's numbers in the texts, the safety net."""

from collections.abc import Callable
from datetime import date, timedelta

from diary.alerts.assessment import Alert, Evidence, Urgency
from diary.alerts.case import Case
from diary.alerts.countries import helplines, words
from diary.alerts.modifiers import MODIFIERS
from diary.alerts.raised import Raised
from diary.alerts.signals.symptoms import FEELINGS, has_fever
from diary.alerts.symptom_words import symptom_words
from diary.model import Entry, Fact
from diary.model.vocabulary import Amount, BleedingSource, Timing

BE_SEEN_WITHIN = timedelta(days=14)

LEADS = {
    Urgency.EMERGENCY: (
        "Call {emergency} now, or go to {emergency_place}. Do not drive if you feel faint. "
        "If you are alone, tell someone. Take your diary page with you."
    ),
    Urgency.SAME_DAY: "Be seen today. Call your doctor, or {urgent_advice}.",
    Urgency.WITHIN_TWO_WEEKS: "Book now, and ask to be seen by a clinician within two weeks.",
    Urgency.ROUTINE: "Book a visit to your doctor or nurse when you can. There is no rush.",
    Urgency.WATCH: (
        "Nothing to book for now. Keep a note of it here. "
        "If it worries you, ask a nurse or your doctor."
    ),
    Urgency.SUPPORT: "",
}
"""How soon and where, for each urgency; a rule may say it in its own words (`Rule.lead`)."""

_AMOUNTS = {
    Amount.SPOTTING: "spotting",
    Amount.LIGHT: "light bleeding",
    Amount.MEDIUM: "medium bleeding",
    Amount.HEAVY: "heavy bleeding",
}
_PLACES = {
    BleedingSource.RECTAL: " from the bottom",
    BleedingSource.SEMEN: " in semen",
    BleedingSource.URETHRAL: " from the opening you pee through",
    BleedingSource.URINE: " in pee",
    BleedingSource.SKIN: " from a cut or tear",
}


def to_alert(case: Case, raised: Raised) -> Alert:
    """Put what fired into words, with the numbers of the person's country."""
    rule, put = raised.rule, _filler(case)
    return Alert(
        rule=rule.code,
        version=rule.version,
        family=rule.family,
        urgency=raised.urgency,
        quiet=raised.quiet,
        title=put(rule.title),
        clinical=rule.clinical,
        what_to_do=f"{put(what_to_do(raised))} {_helpline(case, raised)}".strip(),
        why=" ".join([rule.why, *_risks(raised)]),
        what_to_say=put(rule.what_to_say),
        less_urgent_if=put(rule.less_urgent_if),
        more_urgent_if=put(rule.more_urgent_if),
        evidence=tuple(evidence(case, record) for record in raised.fires.evidence),
        sources=rule.sources,
        raised_by=raised.raised_by,
        quieted_by=raised.quieted_by,
        be_seen_by=be_seen_by(raised),
        recorded_on=raised.recorded_on,
    )


def what_to_do(raised: Raised) -> str:
    """Say what to do first: how soon and where, then what this rule adds.

    The first sentences follow from the urgency that the alert has in the end, so that a text never
    says another urgency than the alert does.
    """
    if raised.instead:
        return raised.instead
    if raised.recorded_on is not None:
        return _afterwards(raised, raised.recorded_on)
    rule = raised.rule
    first = rule.lead.get(raised.urgency, LEADS[raised.urgency])
    is_only_noted = raised.urgency is Urgency.WATCH and rule.urgency is not Urgency.WATCH
    return first if is_only_noted else f"{first} {rule.what_to_do}".strip()


def _afterwards(raised: Raised, day: date) -> str:
    recorded = f"On {day_in_words(day)} you recorded this."
    if raised.rule.afterwards:
        return f"{recorded} {raised.rule.afterwards}"
    urgency = raised.fires.urgency or raised.rule.urgency
    whom = "{emergency}" if urgency is Urgency.EMERGENCY else "your doctor or {urgent_advice}"
    return (
        f"{recorded} If it is still there, call {whom} now. "
        "If it is over, ask to be seen within two weeks, and say what happened."
    )


def _helpline(case: Case, raised: Raised) -> str:
    """Name the helpline of a rule where one is known for the country, and was checked."""
    found = helplines(case.profile).get(raised.rule.helpline or "")
    return f"You can also call the {found.what} on {found.number}." if found else ""


def evidence(case: Case, record: Entry | Fact) -> Evidence:
    """Say in a few words what an entry or fact records."""
    if isinstance(record, Fact):
        return Evidence(fact=record.id, date=record.start, what=_fact_words(record))
    return Evidence(entry=record.id, date=record.date, what=_entry_words(case, record))


def day_in_words(day: date) -> str:
    """Write a day as 3 March 2026."""
    return f"{day.day} {day:%B} {day.year}"


def _filler(case: Case) -> Callable[[str], str]:
    """Return the function that puts the country's words and numbers into a text."""
    here = words(case.profile)

    def put(text: str) -> str:
        for name, value in here.items():
            text = text.replace(f"{{{name}}}", value)
        return text

    return put


def _risks(raised: Raised) -> list[str]:
    return [modifier.sentence for modifier in MODIFIERS if modifier.code in raised.raised_by]


def be_seen_by(raised: Raised) -> date | None:
    """Count two weeks from the entry that raised the alert, so that the date does not slide."""
    if raised.urgency is not Urgency.WITHIN_TWO_WEEKS:
        return None
    raised_on = raised.recorded_on or raised.fires.raised_on or raised.fires.earliest
    return raised_on + BE_SEEN_WITHIN if raised_on else None


def _fact_words(fact: Fact) -> str:
    kind, what = (word.value.replace("_", " ") for word in (fact.kind, fact.what))
    return what if what == kind else f"{kind}: {what}"


def _entry_words(case: Case, entry: Entry) -> str:
    parts = [_bleeding_words(case, entry), _pain_words(entry)]
    if entry.temperature_c is not None and has_fever(entry):
        parts.append(f"temperature {entry.temperature_c:.1f}")
    parts += [symptom_words(s) for s in entry.symptoms if s not in FEELINGS]
    if not any(parts) and entry.sex is not None:
        parts.append("sex")
    return ", ".join(part for part in parts if part) or "this entry"


def _bleeding_words(case: Case, entry: Entry) -> str:
    bleeding = entry.bleeding
    if bleeding is None:
        return ""
    amount = _AMOUNTS.get(bleeding.amount, "bleeding") if bleeding.amount else "bleeding"
    return amount + _PLACES.get(bleeding.source, "") + _when(case, entry)


def _when(case: Case, entry: Entry) -> str:
    if entry.bleeding and entry.bleeding.timing is Timing.DURING_SEX:
        return " during sex"
    return " after sex" if case.began_after_sex(entry) else ""


def _pain_words(entry: Entry) -> str:
    pain = entry.pain
    if pain is None or pain.score == 0:
        return ""
    if pain.score is not None:
        return f"pain {pain.score} of 10"
    return f"{pain.severity.value} pain" if pain.severity else "pain"
