"""A course of hormones: facts that follow each other without a break; when it began and changed.

A change of method or dose is an end and a new start, so that one course can be several facts.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from diary.alerts.case import Case
from diary.alerts.signals.background import ever
from diary.model import Fact
from diary.model.fact import FactWord

SHORT_BREAK = timedelta(days=28)
"""A longer break begins a new course: our choice, after the 4 weeks in which HRT wears off."""


@dataclass(frozen=True, slots=True)
class Course:
    """The facts of a course up to a day, in order; at least one holds on that day."""

    facts: tuple[Fact, ...]

    @property
    def started(self) -> date | None:
        """Its first day; None where not known."""
        starts = [fact.start for fact in self.facts]
        return None if None in starts else min(start for start in starts if start)

    @property
    def changed(self) -> date | None:
        """The day of its last change; None where it never changed."""
        starts = sorted({fact.start for fact in self.facts if fact.start})
        return starts[-1] if len(starts) > 1 or (starts and self.started is None) else None

    def started_within(self, days: float, day: date) -> bool:
        """Say whether it began at most so many days before a day; unknown is no."""
        return self.started is not None and (day - self.started).days <= days

    def changed_within(self, days: float, day: date) -> bool:
        """Say whether it changed at most so many days before a day."""
        return self.changed is not None and (day - self.changed).days <= days


def course(case: Case, *words: FactWord, on: date) -> Course | None:
    """Return the course of any of these that holds on a day, without what begins later."""
    begun = [fact for fact in ever(case, *words) if fact.start is None or fact.start <= on]
    found = [fact for fact in begun if fact.holds_on(on)]
    if not found:
        return None
    for fact in sorted(begun, key=lambda fact: fact.start or date.min, reverse=True):
        if fact not in found and _goes_over_into(fact, found):
            found.append(fact)
    return Course(tuple(sorted(found, key=lambda fact: fact.start or date.min)))


def last_end(case: Case, *words: FactWord, before: date) -> Fact | None:
    """Return the fact of any of these that ended last before a day, with none of them on it."""
    facts = ever(case, *words)
    if any(fact.holds_on(before) for fact in facts):
        return None
    ended = [fact for fact in facts if fact.end is not None and fact.end < before]
    return max(ended, key=lambda fact: fact.end or date.min, default=None)


def _goes_over_into(fact: Fact, later: list[Fact]) -> bool:
    first = min(other.start or date.min for other in later)
    return fact.end is not None and first - min(fact.end, first) <= SHORT_BREAK
