"""Key facts: who, on what, and what was tested or done, each with its dates."""

from collections.abc import Callable
from datetime import date, timedelta
from enum import Enum

from diary.model import AbsentFact, Entry, Fact, FactKind, History, Symptom
from diary.model.background_words import Contraception, Pregnancy, PregnancyPossible
from diary.model.vocabulary import BleedingSource, DatePrecision, MenstrualStatus, Organ
from diary_reports.scope import Scope
from diary_reports.shown import PARTNER_KINDS
from diary_reports.words import counted, dates, listed, short_date, span, worded

HALF_A_YEAR = timedelta(days=183)

VISIT_TOPICS = frozenset(
    {
        *("bleeding_after_sex", "bleeding_between_periods", "heavy_periods", "cycle_change"),
        *("bleeding_after_menopause", "pain", "infection", "iud", "contraception", "hrt"),
        *("pregnancy", "after_birth", "after_procedure", "rectal_bleeding", "blood_in_semen"),
        *("blood_in_urine", "penis", "screening", "safety", "feelings"),
    }
)
"""What a visit may be about, in the words of the file form; other words are not printed."""


def may_have(scope: Scope, part: Organ) -> bool:
    """Say whether a part may be there; where none is told the source of the blood decides."""
    profile = scope.background.profile
    if profile.organs is None:
        return scope.source in (None, BleedingSource.VAGINAL, BleedingSource.UNKNOWN)
    return part in profile.organs or part in profile.organs_unsure


def age(scope: Scope) -> list[str]:
    """Return the age and the year of birth."""
    born = scope.background.profile.birth_year
    if born is None or born > scope.as_of.year:
        return []
    return [f"about {scope.as_of.year - born} (born {born})"]


def parts(scope: Scope) -> list[str]:
    """Return the parts of the body, as the person said."""
    profile = scope.background.profile
    told = [", ".join(worded(part) for part in profile.organs)] if profile.organs else []
    unsure = [f"not sure: {listed([worded(part) for part in profile.organs_unsure])}"]
    return told + (unsure if profile.organs_unsure else [])


def cycle(scope: Scope) -> list[str]:
    """Return lengths of cycles and periods, counted or as stated."""
    chart, profile = scope.chart, scope.background.profile
    after = profile.menstrual_status is MenstrualStatus.POSTMENOPAUSE
    if chart.no_cycles and not chart.cycles and (after or not may_have(scope, Organ.UTERUS)):
        return []
    items = ["none counted now"] if chart.no_cycles and not menopause(scope) else []
    lengths = [cycle.length for cycle in chart.cycles]
    if lengths:
        items.append(f"{span(min(lengths), max(lengths))} days ({len(lengths)} complete)")
    elif profile.usual_cycle_length:
        items.append(f"usually {profile.usual_cycle_length} days, as stated")
    days = [period.length for period in chart.periods if period.length]
    if days:
        items.append(f"bleeds {span(min(days), max(days))} {'day' if max(days) == 1 else 'days'}")
    elif profile.usual_period_length:
        items.append(f"bleeds {profile.usual_period_length} days, as stated")
    return items


def last_period(scope: Scope) -> list[str]:
    """Return the first day of the last period."""
    periods = scope.chart.periods
    if periods:
        return [short_date(periods[-1].start)]
    stated = scope.known.profile.last_period_start
    return [f"{short_date(stated)}, as stated"] if stated else []


def menopause(scope: Scope) -> list[str]:
    """Return where the person is between the first period and the menopause."""
    status = scope.background.profile.menstrual_status
    words = {
        MenstrualStatus.POSTMENOPAUSE: "after the menopause",
        MenstrualStatus.PERIMENOPAUSE: "around the menopause",
        MenstrualStatus.NOT_STARTED: "not started",
        MenstrualStatus.NONE: "none now",
    }
    return [words[status]] if status in words else []


def lapses(scope: Scope) -> list[str]:
    """Return missed pills, other lapses and changes of a coil, each with its days."""
    missed = [entry for entry in scope.entries if entry.missed_pill_count]
    items = [
        f"{counted(entry.missed_pill_count or 0, 'pill')} missed {_on(entry)}" for entry in missed
    ]
    for symptom in LAPSES:
        days = [e.date for e in scope.entries if symptom in e.symptoms and e not in missed]
        items += [f"{worded(symptom)} {dates(days, most=3)}"] if days else []
    return items


def _on(entry: Entry) -> str:
    return short_date(entry.date, entry.date_precision)


def pregnancy(scope: Scope) -> list[str]:
    """Return whether pregnancy is possible, pregnancies, and then tests, with their days."""
    items = [_pregnancy_now(fact, scope.as_of) for fact in _latest(scope, FactKind.PREGNANCY)]
    items += _absent(scope, FactKind.PREGNANCY)
    items += [
        f"breastfeeding {_since(f, scope.as_of)}" for f in _latest(scope, FactKind.BREASTFEEDING)
    ]
    due = scope.pregnancy.due_date if scope.pregnancy else None
    items += [f"due {short_date(due)}"] if due else []
    items += [f"test {_event(fact)}" for fact in _latest(scope, FactKind.PREGNANCY_TEST)]
    possible = _latest(scope, FactKind.PREGNANCY_POSSIBLE)[:1]
    items += _absent(scope, FactKind.PREGNANCY_TEST)
    return [f"{POSSIBLE.get(f.what, worded(f.what))}{_said_on(f)}" for f in possible] + items


def _pregnancy_now(fact: Fact, as_of: date) -> str:
    if fact.what is not Pregnancy.ONGOING:
        return _event(fact)
    if fact.start is None or not fact.holds_on(as_of):
        return f"pregnancy {_since(fact, as_of)}"
    weeks, days = divmod((as_of - fact.start).days, 7)
    return f"pregnant, {weeks} weeks {days} days"


def screening(scope: Scope) -> list[str]:
    """Return cervical screening, the latest first."""
    items = []
    for fact in _latest(scope, FactKind.SCREENING):
        is_new = fact.test and not worded(fact.what).startswith(worded(fact.test))
        test = f" ({worded(fact.test)})" if fact.test and is_new else ""
        due = f", next due {short_date(fact.next_due)}" if fact.next_due else ""
        items.append(f"{worded(fact.what)}{test}{_said_on(fact)}{due}")
    return items + _absent(scope, FactKind.SCREENING)


def partner(scope: Scope) -> list[str]:
    """Tell of partners: there is something only where the person chose to include it."""
    items = []
    for fact in _latest(scope, FactKind.PARTNERS):
        tested = {True: ", tested", False: ", not tested", None: ""}[fact.tested]
        items.append(f"in 12 months: {worded(fact.what)}{tested}{_said_on(fact)}")
    items += [_event(fact) for fact in _latest(scope, FactKind.NEW_PARTNER)]
    items += [text for kind in sorted(PARTNER_KINDS, key=str) for text in _absent(scope, kind)]
    for fact in _latest(scope, FactKind.STI_EXPOSURE):
        infection = f" ({worded(fact.infection)})" if fact.infection else ""
        items.append(f"{worded(fact.what)}{infection}{_said_on(fact)}")
    return items


def visits(scope: Scope) -> list[str]:
    """Return visits, the latest first: what came of them, when, and what they were about."""
    return [
        f"{worded(fact.what)}{_said_on(fact)}{about_and_next(fact)}"
        for fact in _latest(scope, FactKind.VISIT)
    ]


def about_and_next(fact: Fact) -> str:
    """Return what a visit was about and when the next one is."""
    about = [word.replace("_", " ") for word in fact.about if word in VISIT_TOPICS]
    told = f" ({listed(about)})" if about else ""
    due = f", next {short_date(fact.next_due)}" if fact.next_due else ""
    return f"{told}{due}"


def spans(*kinds: FactKind) -> Callable[[Scope], list[str]]:
    """Tell facts that last: first those that hold now, and of these what lies inside the body."""

    def tell(scope: Scope) -> list[str]:
        found = [fact for kind in kinds for fact in _latest(scope, kind)]
        now = sorted(found, key=lambda f: (not f.holds_on(scope.as_of), f.what not in LASTING))
        told = [f"{named(fact)} {_since(fact, scope.as_of)}".strip() for fact in now]
        return told + [text for kind in kinds for text in _absent(scope, kind)]

    return tell


def events(*kinds: FactKind) -> Callable[[Scope], list[str]]:
    """Tell facts that happen on a day, the latest first."""

    def tell(scope: Scope) -> list[str]:
        told = [_event(fact) for kind in kinds for fact in _latest(scope, kind)]
        return told + [text for kind in kinds for text in _absent(scope, kind)]

    return tell


def _latest(scope: Scope, kind: FactKind) -> list[Fact]:
    return list(reversed(scope.background.facts(kind)))


def named(fact: Fact) -> str:
    """Return the word, with the name that the person gave where it is a medicine or condition."""
    name = " ".join((fact.note or "").split()) if fact.kind in NAMED else ""
    if not name:
        return worded(fact.what)
    return name if fact.what.value == "other" else f"{worded(fact.what)} ({name})"


def _event(fact: Fact) -> str:
    result = f", {worded(fact.result)}" if fact.result else ""
    return f"{named(fact)}{result}{_said_on(fact)}"


def _said_on(fact: Fact) -> str:
    return f", {short_date(fact.start, fact.date_precision)}" if fact.start else ""


def _since(fact: Fact, as_of: date) -> str:
    """Return from when to when; of what is half a year old the month is enough."""
    start, end = (_roughly(day, fact, as_of) if day else None for day in (fact.start, fact.end))
    if start and end:
        return f"{start} to {end}"
    if end:
        return f"until {end}"
    return f"since {start}" if start else ""


def _roughly(day: date, fact: Fact, as_of: date) -> str:
    if fact.date_precision in (None, DatePrecision.DAY) and as_of - day > HALF_A_YEAR:
        return short_date(day, DatePrecision.MONTH)
    return short_date(day, fact.date_precision)


def _absent(scope: Scope, kind: FactKind) -> list[str]:
    return [_no(answer) for answer in _answers(scope.background, kind)]


def _answers(history: History, kind: FactKind) -> list[AbsentFact]:
    """Return the answers of no that no later fact took back."""
    facts = history.facts(kind)
    return [
        answer
        for answer in history.background_absent
        if answer.kind is kind and not any(answer.what in (None, fact.what) for fact in facts)
    ]


def _no(answer: AbsentFact) -> str:
    on = f" (said {short_date(answer.date)})" if answer.date else ""
    return f"no {worded(answer.what) if answer.what else KINDS[answer.kind]}{on}"


LAPSES = (
    *(Symptom.MISSED_PILLS, Symptom.CONTRACEPTION_LAPSE, Symptom.CONDOM_BROKE),
    *(Symptom.IUD_THREADS_MISSING, Symptom.IUD_THREADS_CHANGED),
    *(Symptom.IUD_FELT, Symptom.IUD_EXPELLED),
)

POSSIBLE: dict[Enum, str] = {PregnancyPossible.UNSURE: "not sure if possible"}

LASTING = (Contraception.COPPER_IUD, Contraception.HORMONAL_IUD, Contraception.IMPLANT)

NAMED = frozenset({FactKind.MEDICATION, FactKind.CONDITION})

KINDS = {
    **{kind: kind.value.replace("_", " ") for kind in FactKind},
    FactKind.HRT: "HRT",
    FactKind.MEDICATION: "medicines",
    FactKind.CONDITION: "conditions",
    FactKind.PROCEDURE: "procedures",
    FactKind.INVESTIGATION: "tests",
    FactKind.STI_TEST: "STI test",
    FactKind.STI_EXPOSURE: "partner with an infection",
}
