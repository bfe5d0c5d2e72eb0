"""Tests for infections passed on by sex: the last one, and who may need one."""

from datetime import timedelta

from diary.alerts.case import Case
from diary.model import Entry, Fact, FactKind
from diary.model.background_words import Partners


def last_sti_test(case: Case) -> Fact | None:
    """Return the latest test of known day, whatever its result."""
    tests = [fact for fact in case.facts(FactKind.STI_TEST) if fact.start is not None]
    return tests[-1] if tests else None


def says_never_tested(case: Case) -> bool:
    """Say whether the person was asked for tests and answered that there was none."""
    answers = case.history.background_absent
    return any(a.kind is FactKind.STI_TEST and a.what is None for a in answers)


def partnered_sex(case: Case, days: float) -> tuple[Entry, ...]:
    """Return the entries of the last `days` days with sex that was not alone."""
    return tuple(e for e in case.last_days(days) if e.sex is not None and not e.sex.solo)


def partners(case: Case, days: float) -> Fact | None:
    """Return the person's latest answer on their partners, at most so many days old."""
    first = case.as_of - timedelta(days=days)
    answers = [f for f in case.facts(FactKind.PARTNERS) if f.start is None or f.start >= first]
    return answers[-1] if answers else None


def is_steady_and_tested(answer: Fact | None) -> bool:
    """Say whether there is one partner, both tested since they have been together."""
    return answer is not None and answer.what is Partners.ONE and answer.tested is True
