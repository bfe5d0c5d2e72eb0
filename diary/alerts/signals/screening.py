"""Cervical screening: the last test, whether one is due, and results that need follow-up."""

from datetime import date, timedelta

from diary.alerts.case import Case
from diary.alerts.countries import Programme, programme
from diary.alerts.signals.background import ever, heals_less_well
from diary.alerts.signals.person import has_cervix, is_at_least, is_under
from diary.model import Fact, FactKind
from diary.model.background_words import Procedure, Result, Screening, ScreeningTest

TAKEN = (
    Screening.NEGATIVE,
    Screening.SELF_SAMPLE_NEGATIVE,
    Screening.HPV_POSITIVE,
    Screening.ABNORMAL,
    Screening.INADEQUATE,
    Screening.PENDING,
)
NOT_CLEAR = (Screening.HPV_POSITIVE, Screening.ABNORMAL)
SEEN_TO = (Procedure.COLPOSCOPY, Procedure.LLETZ, Procedure.CERVICAL_BIOPSY)
SELF_TAKEN = (ScreeningTest.HPV_SELF_SAMPLE,)

RESULT_DUE = timedelta(days=90)
"""A sample without a result, or one that could not be read, after this long is out of date."""

YEARLY = timedelta(days=365)
"""After a result that was not clear the next test is due within a year."""


SMEAR_COUNTS = timedelta(days=1095)
"""A smear recorded only as a procedure says nothing of its result or kind: the shorter interval."""


def last_result(case: Case) -> Fact | None:
    """Return the last screening record of known day; a smear that says no result is none."""
    taken = [fact for fact in ever(case, *TAKEN) if fact.start is not None]
    return taken[-1] if taken else None


def last_test(case: Case) -> Fact | None:
    """Return the last screening sample of known day, also a smear recorded as a procedure."""
    smears = [fact for fact in ever(case, Procedure.CERVICAL_SMEAR) if fact.start is not None]
    results = (last_result(case),)
    samples = [*smears[-1:], *(fact for fact in results if fact is not None)]
    return max(reversed(samples), key=lambda fact: fact.start or date.min, default=None)


def is_overdue(case: Case) -> bool | None:
    """Say whether a screening test is due by the country's programme.

    True, too, where the person has never had one or does not know when. False without a cervix or
    outside the programme's ages. None where nothing is recorded of screening.
    """
    where = programme(case.profile)
    if has_cervix(case) is False or is_at_least(case, where.from_age) is False:
        return False
    if is_under(case, where.to_age + 1) is False:
        return False
    test = last_test(case)
    if test is None:
        return True if _never_or_unknown(case) else None
    return case.as_of > _next_due(case, test, where)


def overdue_since(case: Case) -> date | None:
    """Return the first day on which the next test was overdue; None where no test is recorded."""
    test = last_test(case)
    if test is None or not is_overdue(case):
        return None
    return _next_due(case, test, programme(case.profile)) + timedelta(days=1)


def _never_or_unknown(case: Case) -> bool:
    if ever(case, Screening.NEVER, Screening.UNKNOWN, *TAKEN):
        return True
    answers = case.history.background_absent
    return any(a.kind is FactKind.SCREENING and a.what is None for a in answers)


def _next_due(case: Case, test: Fact, where: Programme) -> date:
    if test.next_due is not None:
        return test.next_due
    taken = test.start or case.as_of
    if test.what is Procedure.CERVICAL_SMEAR:
        before = last_result(case)
        was_clear = before is None or before.what not in NOT_CLEAR
        return taken + (SMEAR_COUNTS if was_clear else RESULT_DUE)
    if test.what in (Screening.PENDING, Screening.INADEQUATE):
        return taken + RESULT_DUE
    if test.what in NOT_CLEAR:
        return taken + YEARLY
    return _years_later(taken, _interval(case, test, where))


def _interval(case: Case, test: Fact, where: Programme) -> int:
    """Return the years to the next test after a clear one; the shorter where in doubt."""
    born = case.profile.birth_year
    age = None if born is None or test.start is None else test.start.year - born
    years = [where.years]
    if where.unnamed_test_years is not None and test.test is None:
        years.append(where.unnamed_test_years)
    if test.what is Screening.SELF_SAMPLE_NEGATIVE or test.test in SELF_TAKEN:
        years.append(where.self_sample_years)
    if test.test is ScreeningTest.CYTOLOGY:
        years.append(where.cytology_years)
    if where.younger is not None and (age is None or age <= where.younger.under_age):
        years.append(where.younger.years)
    earlier = where.earlier
    if earlier is not None and test.start is not None and test.start <= earlier.until:
        years += [earlier.years] if age is None or age <= earlier.under_age else []
    if where.immune_years is not None and heals_less_well(case):
        years.append(where.immune_years)
    return min(years)


def _years_later(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def not_clear_before(case: Case) -> tuple[Fact, ...]:
    """Return every screening result that was HPV positive or abnormal."""
    return ever(case, *NOT_CLEAR)


def waiting_for_follow_up(
    case: Case, *, result_days: float, told_normal_days: float
) -> Fact | None:
    """Return the screening result that still needs something: a look, or the result itself.

    A result that was not clear, with no later colposcopy, treatment, biopsy or clear test; or a
    sample without a result after `result_days`. None where a colposcopy within `told_normal_days`
    was normal.
    """
    test = last_result(case)
    if test is None or test.start is None or _told_normal(case, told_normal_days):
        return None
    if test.what is Screening.PENDING:
        return test if (case.as_of - test.start).days > result_days else None
    if test.what not in NOT_CLEAR:
        return None
    start = test.start
    seen_to = any(fact.start is not None and fact.start >= start for fact in ever(case, *SEEN_TO))
    return None if seen_to else test


def waits_since(result: Fact, *, result_days: float) -> date:
    """Return the day since when a result of `waiting_for_follow_up` has needed something."""
    day = result.start or date.min
    is_late = result.what is Screening.PENDING
    return day + timedelta(days=result_days + 1) if is_late else day


def _told_normal(case: Case, days: float) -> bool:
    first = case.as_of - timedelta(days=days)
    return any(
        fact.result is Result.NORMAL and fact.start is not None and fact.start >= first
        for fact in ever(case, Procedure.COLPOSCOPY)
    )
