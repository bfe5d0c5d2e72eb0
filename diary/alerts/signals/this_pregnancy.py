"""The pregnancy that is going on: in which week, and which blood and pain belong to it.

Weeks are counted from the first day of the last period, and conception is about 14 days later
(NHS). A positive test up to six weeks after a loss is the old pregnancy's, not a new one.
"""

from datetime import date, timedelta

from diary.alerts.case import Case
from diary.alerts.signals.pain import BELLY, has_pain, is_in
from diary.alerts.signals.pregnancy import last_end, ongoing
from diary.model import Entry, Fact
from diary.model.background_words import Pregnancy, PregnancyTest
from diary.model.vocabulary import Answer

CONCEPTION = timedelta(days=14)
WHOLE = timedelta(days=280)

STILL_POSITIVE = timedelta(days=42)
"""A test can stay positive for some weeks after a loss; 6 weeks are our choice, after PRG-10."""

A_CYCLE = timedelta(days=28)
"""A stated period this long after a positive test says that the pregnancy is over: our choice."""


def this_pregnancy(case: Case) -> Fact | None:
    """Return the pregnancy that is going on, or the positive test that tells of one."""
    found = ongoing(case)
    if found is None or found.what is not PregnancyTest.POSITIVE:
        return found
    return None if _is_of_the_last(case, found) or _came_a_period_after(case, found) else found


def _is_of_the_last(case: Case, test: Fact) -> bool:
    end = last_end(case)
    if end is None or end.start is None or test.start is None:
        return False
    return test.start - end.start <= STILL_POSITIVE


def _came_a_period_after(case: Case, test: Fact) -> bool:
    since = (test.start or date.min) + A_CYCLE
    return any(period.stated and period.start >= since for period in case.chart.periods)


def week_on(pregnancy: Fact, day: date) -> int | None:
    """Return the completed weeks of a pregnancy on a day; None where not known, as for a test."""
    counted_from = _counted_from(pregnancy)
    return None if counted_from is None else (day - counted_from).days // 7


def _counted_from(pregnancy: Fact) -> date | None:
    if pregnancy.what is not Pregnancy.ONGOING:
        return None
    return pregnancy.start or (pregnancy.due_date - WHOLE if pregnancy.due_date else None)


def since(case: Case, pregnancy: Fact) -> date:
    """Return the first day whose blood and pain belong to a pregnancy.

    About conception; for a test about two weeks before it; else 28 days ago.
    """
    counted_from = _counted_from(pregnancy)
    if counted_from is not None:
        return counted_from + CONCEPTION
    if pregnancy.what is PregnancyTest.POSITIVE and pregnancy.start is not None:
        return pregnancy.start - CONCEPTION
    return case.as_of - A_CYCLE


def blood(case: Case, pregnancy: Fact) -> tuple[Entry, ...]:
    """Return the recent entries with vaginal blood in a pregnancy.

    Blood that the person calls their period counts, too, but not before a positive test.
    """
    first = since(case, pregnancy)
    return tuple(
        entry
        for entry in case.lately
        if entry.date >= first
        and case.is_vaginal(entry)
        and not (_is_before_test(entry, pregnancy) and is_said_period(entry))
    )


def _is_before_test(entry: Entry, pregnancy: Fact) -> bool:
    test = pregnancy.start if pregnancy.what is PregnancyTest.POSITIVE else None
    return test is not None and entry.date < test


def is_said_period(entry: Entry) -> bool:
    """Say whether the person calls the blood of an entry their period."""
    return entry.bleeding is not None and entry.bleeding.period is Answer.YES


def belly_pain(case: Case) -> tuple[Entry, ...]:
    """Return the recent entries with pain in the belly or pelvis, or at a place not told."""
    return tuple(e for e in case.lately if has_pain(e) and is_in(e, BELLY) is not False)


def near(case: Case, entry: Entry, days: float) -> tuple[Entry, ...]:
    """Return the entries at most so many days before or after an entry, and itself."""
    return tuple(case.around(entry.date, before=int(days), after=int(days)))
