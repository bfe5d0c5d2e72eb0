"""The day on which an alert first asked to be seen within two weeks, so that its date is true.

A rule that counts, or puts two things together, asks for nothing before the entry that completes
it. Where the rule does not say which one that was, it is asked again about the days of its
evidence, each as the diary was known then.
"""

from bisect import bisect_left
from datetime import date, timedelta

from diary.alerts import modifiers
from diary.alerts.assessment import Urgency
from diary.alerts.case import Case
from diary.alerts.raised import Raised
from diary.alerts.verdict import Fires
from diary.model import Fact, FactKind, History

LOOK_BACK = timedelta(days=730)
"""Entries before this are not read again: no window of a rule is longer."""


def first_raised(case: Case, raised: Raised) -> date | None:
    """Return the first day of the evidence on which the alert was as urgent as it is now.

    What lies before the last visit does not count, where something has come after it: an alert that
    is there again asks anew.
    """
    if raised.fires.raised_on is not None:
        return raised.fires.raised_on
    days = _days_of_evidence(case, raised)
    if len(days) < 2:
        return days[0] if days else None
    recent = case.since(days[0] - LOOK_BACK)
    history = History(
        profile=case.profile,
        background=case.history.background,
        background_absent=case.history.background_absent,
        entries=recent,
    )
    place = bisect_left(days, 1, key=lambda day: int(_was_as_urgent(history, day, raised)))
    return days[min(place, len(days) - 1)]


def _days_of_evidence(case: Case, raised: Raised) -> list[date]:
    fires = raised.fires
    entries = {entry.date for entry in fires.entries}
    facts = {fact.start for fact in fires.evidence if isinstance(fact, Fact)}
    days = sorted(day for day in entries | facts if day is not None)
    visits = (visit.start for visit in case.facts(FactKind.VISIT) if visit.start)
    seen = max(visits, default=date.min)
    return [day for day in days if day > seen] or days


def _was_as_urgent(history: History, day: date, raised: Raised) -> bool:
    case = Case.on(history, day)
    verdict = raised.rule.check(case, raised.rule.numbers)
    if not isinstance(verdict, Fires):
        return False
    then = modifiers.raise_a_step(case, Raised.first(raised.rule, verdict))
    return then.urgency.rank >= Urgency.WITHIN_TWO_WEEKS.rank
