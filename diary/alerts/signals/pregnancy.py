"""Pregnancy: known, possible, or ended; True, False, or None where it cannot be told.

Not knowing counts as possible (clinical table, section 3): RCGP 2025 on ectopic pregnancy asks to
consider it unless the womb and both ovaries are gone.
"""

from datetime import date, timedelta

from diary.alerts.case import Case
from diary.alerts.once import once
from diary.alerts.signals.background import HORMONAL, ever, holding, started_within
from diary.alerts.signals.cycle import days_late, last_period_start
from diary.alerts.signals.person import has_ovaries, has_uterus, is_postmenopausal
from diary.model import Entry, Fact, FactKind, Symptom
from diary.model.background_words import (
    Condition,
    Contraception,
    Medication,
    Pregnancy,
    PregnancyPossible,
    PregnancyTest,
)
from diary.model.vocabulary import SexKind

LONGEST_PREGNANCY = timedelta(days=310)
"""An open record older than this was never closed: 44 weeks."""

LATE_AFTER = 7
RECENT_DAYS = 28

ENDS = (
    Pregnancy.BIRTH,
    Pregnancy.STILLBIRTH,
    Pregnancy.MISCARRIAGE,
    Pregnancy.ABORTION,
    Pregnancy.ECTOPIC,
)
RELIABLE = (*HORMONAL, Contraception.COPPER_IUD, Contraception.STERILISATION)
LAPSES = (Symptom.MISSED_PILLS, Symptom.CONTRACEPTION_LAPSE, Symptom.CONDOM_BROKE)


def ongoing(case: Case) -> Fact | None:
    """Return the pregnancy that is going on, or the positive test that tells of one."""
    found = [
        fact
        for fact in (*holding(case, Pregnancy.ONGOING), *_last_test_if_positive(case))
        if not _has_ended(case, fact)
    ]
    return found[-1] if found else None


def is_pregnant(case: Case) -> bool | None:
    """Say whether the person is known to be pregnant, or cannot be; None: neither is known."""
    if ongoing(case) is not None:
        return True
    return False if cannot_be_pregnant(case) else None


def last_end(case: Case) -> Fact | None:
    """Return the latest birth, loss or abortion of known day."""
    ends = [fact for fact in ever(case, *ENDS) if fact.start is not None]
    return ends[-1] if ends else None


def weeks(case: Case) -> int | None:
    """Return the completed weeks of the pregnancy that is going on; None where not known."""
    fact = ongoing(case)
    if fact is None or fact.what is not Pregnancy.ONGOING:
        return None
    start = fact.start or (fact.due_date - timedelta(days=280) if fact.due_date else None)
    return (case.as_of - start).days // 7 if start else None


def cannot_be_pregnant(case: Case) -> bool:
    """Say whether body, age or circumstances rule a pregnancy out."""
    return (
        has_uterus(case) is False
        or has_ovaries(case) is False
        or is_postmenopausal(case) is True
        or bool(holding(case, Contraception.NOT_NEEDED, Condition.STERILE_OR_PARTNER_STERILE))
    )


@once
def pregnancy_possible(case: Case) -> bool | None:
    """Say whether the person may be pregnant; None where too little is known, which counts as may.

    A late period, a lapse of the method, emergency pills, the person's own doubt, or sex without
    any method since the last period make it possible; their own no, a reliable method, or no sex
    that can lead to it make it not so.
    """
    if ongoing(case) is not None:
        return True
    if cannot_be_pregnant(case):
        return False
    if _has_sign(case):
        return True
    if _said_no(case) or _uses_reliable_method(case):
        return False
    return _had_sex_without_method(case)


def _has_ended(case: Case, fact: Fact) -> bool:
    start = fact.start or date.min
    is_too_old = fact.start is not None and case.as_of - fact.start > LONGEST_PREGNANCY
    return is_too_old or any((end.start or date.max) >= start for end in ever(case, *ENDS))


def _last_test_if_positive(case: Case) -> tuple[Fact, ...]:
    tests = case.facts(FactKind.PREGNANCY_TEST)
    return tests[-1:] if tests and tests[-1].what is PregnancyTest.POSITIVE else ()


def _last_answer(case: Case) -> Fact | None:
    answers = case.facts(FactKind.PREGNANCY_POSSIBLE)
    return answers[-1] if answers else None


def _has_sign(case: Case) -> bool:
    late = days_late(case)
    answer = _last_answer(case)
    recent = case.last_days(RECENT_DAYS)
    return (
        (late is not None and late >= LATE_AFTER)
        or any({*LAPSES, Symptom.PERIOD_LATE} & set(entry.symptoms) for entry in recent)
        or started_within(case, RECENT_DAYS, Medication.EMERGENCY_CONTRACEPTION) is not None
        or (answer is not None and answer.what is not PregnancyPossible.NO)
    )


def _said_no(case: Case) -> bool:
    answer = _last_answer(case)
    if answer is None or answer.what is not PregnancyPossible.NO or answer.start is None:
        return False
    return not any(can_lead_to_pregnancy(entry) for entry in case.since(answer.start))


def _uses_reliable_method(case: Case) -> bool:
    return bool(holding(case, *RELIABLE))


def _had_sex_without_method(case: Case) -> bool | None:
    """Say whether recorded sex since the last period could lead to a pregnancy."""
    first = last_period_start(case) or case.as_of - timedelta(days=RECENT_DAYS)
    sexes = [entry for entry in case.since(first) if can_lead_to_pregnancy(entry)]
    if any(entry.sex is not None and not entry.sex.condom for entry in sexes):
        return True
    return False if sexes else None


def can_lead_to_pregnancy(entry: Entry) -> bool:
    """Say whether the entry records sex that may be vaginal and with a partner."""
    sex = entry.sex
    if sex is None or sex.solo:
        return False
    return not sex.kinds or SexKind.VAGINAL in sex.kinds
