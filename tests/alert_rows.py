"""Rows that say what one rule answers to one short diary, and the builders to write them with.

A row holds a rule's code, what it shows, the diary, and the answer: an urgency ("routine"), one
shown as a note ("routine note"), "not enough", or "quiet".
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from diary.alerts.case import Case
from diary.alerts.engine import assess
from diary.alerts.rule import Rule
from diary.alerts.rules import RULES, after_sex, between_periods, cycle, emergency, heavy
from diary.alerts.rules import pain as pains
from diary.alerts.verdict import NotEnough
from diary.model import AbsentFact, Bleeding, Entry, Fact, History, Pain, Profile, Sex, Symptom
from diary.model.background_words import InfectionTreated, Procedure, StiTest
from diary.model.fact import FactWord
from diary.model.vocabulary import (
    Amount,
    Answer,
    BleedingSource,
    Organ,
    PainSite,
    SexKind,
    Timing,
)

TODAY = dt.date(2026, 6, 30)
BY_CODE = {rule.code: rule for rule in RULES}
FIRST_RULES = (
    *emergency.RULES,
    *after_sex.RULES,
    *between_periods.RULES,
    *cycle.RULES,
    *heavy.RULES,
    *pains.RULES,
)
"""Enough families to see how alerts are weighed, without all others joining in."""

HEALING = (
    ("a smear", Procedure.CERVICAL_SMEAR, 2),
    ("a biopsy", Procedure.CERVICAL_BIOPSY, 7),
    ("a loop", Procedure.LLETZ, 28),
    ("a look into the womb", Procedure.HYSTEROSCOPY, 14),
    ("an ablation", Procedure.ENDOMETRIAL_ABLATION, 28),
    ("a repair", Procedure.PROLAPSE_REPAIR, 42),
)
"""What was done, with the last day after it on which light blood is expected."""

FEMALE = (Organ.VAGINA, Organ.CERVIX, Organ.UTERUS, Organ.OVARIES)
MALE = (Organ.PENIS, Organ.PROSTATE, Organ.TESTES)


@dataclass(frozen=True, slots=True)
class Row:
    """What one rule answers to one diary on TODAY."""

    code: str
    shows: str
    history: History
    answer: str

    def __str__(self) -> str:
        """Name the row as a test is named."""
        return f"{self.code} {self.shows}"


def rows(code: str, *answers: tuple[str, History, str]) -> list[Row]:
    """Return the rows of one rule."""
    return [Row(code, *answer) for answer in answers]


def ago(days: int) -> dt.date:
    """Return the day so many days before TODAY."""
    return TODAY - dt.timedelta(days=days)


def told(*records: Entry | Fact | AbsentFact | Iterable[Entry], **profile: Any) -> History:
    """Put entries and facts together; the person is 30 and has all female parts unless said."""
    entries: list[Entry] = []
    facts: list[Fact] = []
    absent: list[AbsentFact] = []
    for record in records:
        match record:
            case Entry():
                entries.append(record)
            case Fact():
                facts.append(record)
            case AbsentFact():
                absent.append(record)
            case _:
                entries.extend(record)
    about = {"birth_year": 1996, "organs": FEMALE, **profile}
    return History(
        profile=Profile(**about),
        entries=tuple(entries),
        background=tuple(facts),
        background_absent=tuple(absent),
    )


def entry(days: int, *symptoms: Symptom, **content: Any) -> Entry:
    """Make an entry so many days ago, with symptoms and whatever else."""
    return Entry(date=ago(days), symptoms=symptoms, **content)


def blood(amount: str | None = "spotting", *, source: str = "vaginal", **more: Any) -> Bleeding:
    """Make bleeding of an amount."""
    return Bleeding(
        source=BleedingSource(source), amount=Amount(amount) if amount else None, **more
    )


def pcb(days: int, *symptoms: Symptom, amount: str | None = "spotting", **more: Any) -> Entry:
    """Make sex with vaginal bleeding after it, so many days ago; `bleeding` fields go in `of`."""
    of = {"timing": Timing.AFTER_SEX, "period": Answer.NO, "stopped": True, **more.pop("of", {})}
    vaginal = Sex(kinds=(SexKind.VAGINAL,))
    content = {"sex": vaginal, "bleeding": blood(amount, **of), **more}
    return entry(days, *symptoms, **content)


def dry_sex(days: int, kind: str = "vaginal") -> Entry:
    """Make sex without bleeding."""
    return entry(days, sex=Sex(kinds=(SexKind(kind),)), no_bleeding=True)


def treated_and_gone(*, dry: int = 3, tested: int = 40) -> tuple[Entry | Fact, ...]:
    """Make an infection treated 50 days ago, a negative test, and sex without blood after that."""
    facts = (fact(InfectionTreated.STI, 50), fact(StiTest.NEGATIVE, tested))
    return (*facts, *(dry_sex(5 + step) for step in range(dry)))


def between(days: int, length: int = 1, *, amount: str = "spotting") -> tuple[Entry, ...]:
    """Make a spell of bleeding that is no period and not after sex, begun so many days ago."""
    return tuple(
        entry(
            days - step,
            bleeding=blood(amount, timing=Timing.NOT_AFTER_SEX, period=Answer.NO),
        )
        for step in range(length)
    )


def a_period(
    days: int, length: int = 5, *symptoms: Symptom, amount: str = "medium", **of: Any
) -> tuple[Entry, ...]:
    """Make a period begun so many days ago; symptoms on its first day."""
    first, *rest = (
        entry(days - step, bleeding=blood(amount, period=Answer.YES, **of))
        for step in range(length)
    )
    return (replace(first, symptoms=symptoms), *rest)


def pain(score: int, site: str | None = "lower_belly", **more: Any) -> Pain:
    """Make pain of a score at a site."""
    return Pain(score=score, site=PainSite(site) if site else None, **more)


def fact(what: FactWord, days: int | None = None, **more: Any) -> Fact:
    """Make a fact that began so many days ago, or on an unknown day."""
    return Fact(what=what, start=None if days is None else ago(days), **more)


def while_healing(
    code: str, answers: tuple[str, str], *records: Any, days: int = 0, **profile: Any
) -> list[Row]:
    """Return rows with light blood so many days ago, on the last day of each healing and the next.

    `answers`: what the rule says while it heals, and what on the day after.
    """
    return [
        Row(
            code,
            f"{after + shift} days after {name}",
            told(between(days), *records, fact(done, days + after + shift), **profile),
            answer,
        )
        for name, done, after in HEALING
        for shift, answer in enumerate(answers)
    ]


def born(age: int) -> dict[str, int]:
    """Return the year of birth of somebody who turns this age in the year of TODAY."""
    return {"birth_year": TODAY.year - age}


def answer_of(rule: Rule, history: History) -> str:
    """Return what a rule alone answers on TODAY."""
    assessment = assess(history, TODAY, rules=(rule,))
    if assessment.alerts:
        (alert,) = assessment.alerts
        is_loud_note = alert.quiet and alert.urgency.value != "watch"
        return f"{alert.urgency.value} note" if is_loud_note else alert.urgency.value
    case = Case.on(history, TODAY)
    if rule.who.includes(case) and isinstance(rule.check(case, rule.numbers), NotEnough):
        return "not enough"
    return "quiet"


def without_answers(rows: Iterable[Row], rules: Iterable[Rule]) -> list[str]:
    """Return the rules for which there is no row that fires, or none that is quiet."""
    answers: dict[str, set[bool]] = {rule.code: set() for rule in rules}
    for row in rows:
        answers[row.code].add(row.answer in ("quiet", "not enough"))
    return [code for code, found in answers.items() if found != {True, False}]


def unheld_numbers(rows: Iterable[Row], rules: Iterable[Rule]) -> list[str]:
    """Return the numbers that could be one more or one less without any row noticing."""
    by_code: dict[str, list[Row]] = {}
    for row in rows:
        by_code.setdefault(row.code, []).append(row)
    return [
        f"{rule.code} {name} {step:+}"
        for rule in rules
        for name in rule.numbers
        for step in (-1, 1)
        if not _is_noticed(_shifted(rule, name, step), by_code.get(rule.code, []))
    ]


def _shifted(rule: Rule, name: str, step: int) -> Rule:
    return replace(rule, numbers={**rule.numbers, name: rule.numbers[name] + step})


def _is_noticed(rule: Rule, rows: list[Row]) -> bool:
    return any(answer_of(rule, row.history) != row.answer for row in rows)
