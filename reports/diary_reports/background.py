"""Key facts: who, on what, and what was tested or done, each with its dates."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from diary.model import AbsentFact, Fact, FactKind, History
from diary.model.background_words import Pregnancy
from diary.model.vocabulary import BleedingSource, DatePrecision, MenstrualStatus, Organ
from diary_reports.fitting import fitted
from diary_reports.scope import Scope
from diary_reports.shown import PARTNER_KINDS
from diary_reports.values import Line
from diary_reports.words import listed, short_date, span, worded

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A line of the key facts: how to tell it, and of whom it is asked.

    `part`: asked of those who may have it, None: of everybody. A topic that is not `expected` is
    left out in silence where nothing is recorded, and so is one `until_menopause` after it.
    """

    label: str
    tell: Callable[[Scope], Iterable[str]]
    part: Organ | None = None
    expected: bool = True
    until_menopause: bool = False


def facts(scope: Scope) -> tuple[Line, ...]:
    """Return the lines of all topics that something is recorded about."""
    return tuple(
        fitted(topic.label, items)
        for topic in TOPICS
        if (items := [t for t in topic.tell(scope) if t])
    )


def not_recorded(scope: Scope) -> tuple[str, ...]:
    """Return the topics that a clinician would ask about and that nothing is recorded about."""
    return tuple(
        topic.label if topic.label[:2].isupper() else topic.label.lower()
        for topic in TOPICS
        if topic.expected and _is_asked(topic, scope) and not any(topic.tell(scope))
    )


def _is_asked(topic: Topic, scope: Scope) -> bool:
    """Say whether a topic concerns this body; parts that are not told count as vagina and womb."""
    profile = scope.background.profile
    if topic.until_menopause and profile.menstrual_status is MenstrualStatus.POSTMENOPAUSE:
        return False
    return topic.part is None or _may_have(scope, topic.part)


def _may_have(scope: Scope, part: Organ) -> bool:
    profile = scope.background.profile
    if profile.organs is None:
        return scope.source in (None, BleedingSource.VAGINAL, BleedingSource.UNKNOWN)
    return part in profile.organs or part in profile.organs_unsure


def _age(scope: Scope) -> list[str]:
    born = scope.background.profile.birth_year
    if born is None or born > scope.as_of.year:
        return []
    return [f"about {scope.as_of.year - born} (born {born})"]


def _parts(scope: Scope) -> list[str]:
    profile = scope.background.profile
    told = [", ".join(worded(part) for part in profile.organs)] if profile.organs else []
    unsure = [f"not sure: {listed([worded(part) for part in profile.organs_unsure])}"]
    return told + (unsure if profile.organs_unsure else [])


def _cycle(scope: Scope) -> list[str]:
    chart, profile = scope.chart, scope.background.profile
    after = profile.menstrual_status is MenstrualStatus.POSTMENOPAUSE
    if chart.no_cycles and not chart.cycles and (after or not _may_have(scope, Organ.UTERUS)):
        return []
    items = ["none counted now"] if chart.no_cycles else []
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


def _last_period(scope: Scope) -> list[str]:
    periods = scope.chart.periods
    if periods:
        return [short_date(periods[-1].start)]
    stated = scope.known.profile.last_period_start
    return [f"{short_date(stated)}, as stated"] if stated else []


def _menopause(scope: Scope) -> list[str]:
    status = scope.background.profile.menstrual_status
    words = {
        MenstrualStatus.POSTMENOPAUSE: "after the menopause",
        MenstrualStatus.PERIMENOPAUSE: "around the menopause",
        MenstrualStatus.NOT_STARTED: "periods not started",
        MenstrualStatus.NONE: "no periods now",
    }
    return [words[status]] if status in words else []


def _pregnancy(scope: Scope) -> list[str]:
    items = [_pregnancy_now(fact, scope.as_of) for fact in _latest(scope, FactKind.PREGNANCY)]
    items += _absent(scope, FactKind.PREGNANCY)
    items += [
        f"breastfeeding {_since(f, scope.as_of)}" for f in _latest(scope, FactKind.BREASTFEEDING)
    ]
    items += [f"test {_event(fact)}" for fact in _latest(scope, FactKind.PREGNANCY_TEST)]
    possible = _latest(scope, FactKind.PREGNANCY_POSSIBLE)[:1]
    return [f"{worded(fact.what)}{_said_on(fact)}" for fact in possible] + items


def _pregnancy_now(fact: Fact, as_of: date) -> str:
    if fact.what is not Pregnancy.ONGOING:
        return _event(fact)
    if fact.start is None or not fact.holds_on(as_of):
        return f"pregnancy {_since(fact, as_of)}"
    weeks, days = divmod((as_of - fact.start).days, 7)
    due = f", due {short_date(fact.due_date)}" if fact.due_date else ""
    return f"pregnant, {weeks} weeks {days} days{due}"


def _screening(scope: Scope) -> list[str]:
    items = []
    for fact in _latest(scope, FactKind.SCREENING):
        test = f" ({worded(fact.test)})" if fact.test else ""
        due = f", next due {short_date(fact.next_due)}" if fact.next_due else ""
        items.append(f"{worded(fact.what)}{test}{_said_on(fact)}{due}")
    return items + _absent(scope, FactKind.SCREENING)


def _partner(scope: Scope) -> list[str]:
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


def _visits(scope: Scope) -> list[str]:
    items = []
    for fact in _latest(scope, FactKind.VISIT):
        about = [word.replace("_", " ") for word in fact.about if word in VISIT_TOPICS]
        told = f" ({listed(about)})" if about else ""
        due = f", next {short_date(fact.next_due)}" if fact.next_due else ""
        items.append(f"{worded(fact.what)}{_said_on(fact)}{told}{due}")
    return items


def _spans(*kinds: FactKind) -> Callable[[Scope], list[str]]:
    """Tell facts that last, those that hold now first."""

    def tell(scope: Scope) -> list[str]:
        found = [fact for kind in kinds for fact in _latest(scope, kind)]
        now = sorted(found, key=lambda fact: not fact.holds_on(scope.as_of))
        told = [f"{_named(fact)} {_since(fact, scope.as_of)}".strip() for fact in now]
        return told + [text for kind in kinds for text in _absent(scope, kind)]

    return tell


def _events(*kinds: FactKind) -> Callable[[Scope], list[str]]:
    """Tell facts that happen on a day, the latest first."""

    def tell(scope: Scope) -> list[str]:
        told = [_event(fact) for kind in kinds for fact in _latest(scope, kind)]
        return told + [text for kind in kinds for text in _absent(scope, kind)]

    return tell


def _latest(scope: Scope, kind: FactKind) -> list[Fact]:
    return list(reversed(scope.background.facts(kind)))


def _named(fact: Fact) -> str:
    """Return the word, with the name that the person gave where it is a medicine or condition."""
    name = " ".join((fact.note or "").split()) if fact.kind in NAMED else ""
    if not name:
        return worded(fact.what)
    return name if fact.what.value == "other" else f"{worded(fact.what)} ({name})"


def _event(fact: Fact) -> str:
    result = f", {worded(fact.result)}" if fact.result else ""
    return f"{_named(fact)}{result}{_said_on(fact)}"


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
    return f"no {worded(answer.what) if answer.what else KINDS[answer.kind]}"


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

TOPICS: tuple[Topic, ...] = (
    Topic(label="Age", tell=_age),
    Topic(label="Has", tell=_parts, expected=False),
    Topic(label="Menopause", tell=_menopause, expected=False),
    Topic(label="Last period", tell=_last_period, part=Organ.UTERUS, until_menopause=True),
    Topic(label="Cycle", tell=_cycle, part=Organ.UTERUS, until_menopause=True),
    Topic(
        label="Contraception",
        tell=_spans(FactKind.CONTRACEPTION),
        part=Organ.UTERUS,
        until_menopause=True,
    ),
    Topic(label="HRT", tell=_spans(FactKind.HRT), expected=False),
    Topic(label="Pregnancy", tell=_pregnancy, part=Organ.UTERUS, until_menopause=True),
    Topic(label="Cervical screening", tell=_screening, part=Organ.CERVIX),
    Topic(label="HPV vaccine", tell=_events(FactKind.HPV_VACCINE), expected=False),
    Topic(label="STI test", tell=_events(FactKind.STI_TEST)),
    Topic(label="Infection treated", tell=_events(FactKind.INFECTION_TREATED), expected=False),
    Topic(label="Partners", tell=_partner, expected=False),
    Topic(label="Medicines", tell=_spans(FactKind.MEDICATION)),
    Topic(label="Conditions", tell=_spans(FactKind.CONDITION)),
    Topic(
        label="Procedures and tests",
        tell=_events(FactKind.PROCEDURE, FactKind.INVESTIGATION, FactKind.PELVIC_EXAM),
        expected=False,
    ),
    Topic(label="Visits", tell=_visits, expected=False),
)
