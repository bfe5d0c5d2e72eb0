"""How far the days after a period are known: days without an entry count as dry only so long."""

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date
from operator import attrgetter

from diary.cycles.parting import is_said_period
from diary.cycles.periods import Period
from diary.cycles.spells import Spell
from diary.model import History
from diary.model.after_sex import is_exact
from diary.model.days import shifted
from diary.model.episodes import is_vaginal
from diary.model.limits import earliest_day, latest_day

LONGEST_SILENCE = 90
"""Days between two period starts over which days without an entry count as dry.

Bull and others 2019 (npj Digital Medicine 2:83) leave longer cycles out, too.
"""

WORD_EVERY = 7
"""Beyond that the person's word that they did not bleed is needed at least so often: our choice."""

AGREES = 3
"""Days by which a stated cycle day may differ and still speak of the same period: our choice."""


def known_until(
    history: History, periods: tuple[Period, ...], spells: Iterable[Spell]
) -> tuple[date, ...]:
    """Return for each period the last day up to which it is known to be the last one."""
    words = sorted({*said_dry(history), *(day for spell in spells for day in spell.days)})
    unbroken = _unbroken(words)
    reached = [
        max(shifted(period.start, LONGEST_SILENCE - 1), _reach(period.end, words, unbroken))
        for period in periods
    ]
    _add_stated(history, periods, reached)
    vague = _unplaced(history)
    for place, period in enumerate(periods):
        following = periods[place + 1].start if place + 1 < len(periods) else date.max
        missed = [first for first, last in vague if period.end < first and last < following]
        reached[place] = min(reached[place], shifted(min([*missed, following]), -1))
    return tuple(reached)


def _unplaced(history: History) -> tuple[tuple[date, date], ...]:
    """Return the first and last day of each stated period known only to its week, month or year."""
    is_counted = is_vaginal(history.profile)
    return tuple(
        (earliest_day(e.date, e.date_precision), latest_day(e.date, e.date_precision))
        for e in history.entries
        if is_said_period(e) and not is_exact(e) and is_counted(e)
    )


def said_dry(history: History) -> frozenset[date]:
    """Return the days on which the person says that they did not bleed."""
    return frozenset(e.date for e in history.entries if e.no_bleeding and is_exact(e))


def _unbroken(words: list[date]) -> list[date]:
    """Return for each day of the person's word the last one that follows without a longer break."""
    ends = list(words)
    for place in range(len(words) - 2, -1, -1):
        if (words[place + 1] - words[place]).days <= WORD_EVERY:
            ends[place] = ends[place + 1]
    return ends


def _reach(end: date, words: list[date], unbroken: list[date]) -> date:
    """Return how far the person's word goes on after a day."""
    place = bisect_right(words, end)
    if place < len(words) and (words[place] - end).days <= WORD_EVERY:
        end = unbroken[place]
    return shifted(end, WORD_EVERY)


def _add_stated(history: History, periods: tuple[Period, ...], reached: list[date]) -> None:
    """Let a stated cycle day reach as far as its entry, for the period that it speaks of."""
    for entry in history.entries:
        if entry.cycle_day is None or not is_exact(entry):
            continue
        place = bisect_right(periods, entry.date, key=attrgetter("start")) - 1
        if place < 0:
            continue
        derived = (entry.date - periods[place].start).days + 1
        if abs(derived - entry.cycle_day) <= AGREES:
            reached[place] = max(reached[place], entry.date)
