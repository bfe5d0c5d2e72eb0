"""On which days of the report the rules are asked.

On each day with an entry. Where there are more than `MOST` of them, days that only say that a
period went on, or that nothing happened, are left out, but for the last before a period that came
late, the last before four weeks without an entry, those beside a method, test or visit that began
or ended, and those after a day with an urgent alert. What began and ended between the days that are
left is then missed: one routine alert in two made-up diaries of 400 entries, and the page says so.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from diary.model import Entry
from diary.model.vocabulary import Amount, Answer
from diary_reports.scope import Scope

MOST = 120
SILENCE = timedelta(days=28)
LATE = timedelta(days=35)
USUAL = (Amount.SPOTTING, Amount.LIGHT, Amount.MEDIUM)


def asked_days(scope: Scope) -> tuple[date, ...]:
    """Return the days in order; the last day of the report is always among them."""
    by_day: dict[date, list[Entry]] = {}
    for entry in scope.entries:
        by_day.setdefault(entry.date, []).append(entry)
    days = list(by_day)
    if len(days) > MOST:
        days = [*_telling(by_day, _late_periods(scope)), *_beside_facts(scope, days)]
    return tuple(sorted({*days, scope.last}))


def day_after(scope: Scope, day: date) -> tuple[date, ...]:
    """Return the next day with an entry, none after the last."""
    return tuple(entry.date for entry in scope.entries if entry.date > day)[:1]


def _beside_facts(scope: Scope, days: Sequence[date]) -> Iterator[date]:
    """Yield the days with an entry before and after a method, test or visit began or ended."""
    facts = scope.background.background
    changes = [day for fact in facts for day in (fact.start, fact.end) if day is not None]
    for place in (bisect_left(days, day) for day in changes):
        yield from days[max(0, place - 1) : place + 1]


def _late_periods(scope: Scope) -> list[date]:
    """Return the first days of periods that ended a cycle longer than `LATE`."""
    return [cycle.next_start for cycle in scope.chart.cycles if timedelta(cycle.length) > LATE]


def _telling(by_day: dict[date, list[Entry]], late: Sequence[date]) -> Iterator[date]:
    plain = {day: all(map(_is_plain, entries)) for day, entries in by_day.items()}
    yield from (day for day in by_day if not plain[day])
    for day, following in pairwise(by_day):
        is_late = any(start - LATE < day < start <= following for start in late)
        if is_late or following - day > SILENCE:
            yield day


def _is_plain(entry: Entry) -> bool:
    """Say whether an entry says no more than that a period went on, or that nothing happened."""
    felt = entry.pain or entry.symptoms or entry.missed_pill_count
    measured = (entry.temperature_c, entry.distress, entry.sex and entry.sex.consent)
    if felt or any(number is not None for number in measured):
        return False
    bleeding = entry.bleeding
    if bleeding is None:
        return True
    numbers = (bleeding.pads_per_hour, bleeding.volume_ml, bleeding.large_clot_count)
    is_counted = bleeding.products or bleeding.clots or any(n is not None for n in numbers)
    return bleeding.period is Answer.YES and bleeding.amount in USUAL and not is_counted
