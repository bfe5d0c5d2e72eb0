"""The times before and after a change: a new method, medicine or treatment, or a visit.

As many days before as after are looked at, at most half a year each: long enough to outlast the
first 3 to 6 months in which bleeding on a new hormonal method often settles (FSRH 2015, Problematic
Bleeding with Hormonal Contraception), short enough that it is still the same time of life.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from diary.model import Fact, FactKind, History
from diary.model.days import shifted
from diary.model.episodes import Occasion
from diary.model.vocabulary import DatePrecision
from diary.rates.chance import TOO_LITTLE, Compared
from diary.rates.rate import Rate, count
from diary.rates.window import Window

MOST_DAYS = 183
CHANGES = frozenset(
    {
        FactKind.CONTRACEPTION,
        FactKind.HRT,
        FactKind.MEDICATION,
        FactKind.INFECTION_TREATED,
        FactKind.PROCEDURE,
        FactKind.VISIT,
        FactKind.TRIED,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """The times in so many `days` before and after the day on which `facts` began.

    The day itself belongs to neither side: what came first on it is not known. `also` are the days
    of other changes among those that are looked at.
    """

    day: date
    facts: tuple[Fact, ...]
    days: int
    before: Rate
    after: Rate
    also: tuple[date, ...]
    compared: Compared = TOO_LITTLE


def changes(history: History, occasions: Sequence[Occasion], window: Window) -> tuple[Change, ...]:
    """Return the changes inside the window with a recorded time on either side, in their order.

    Only a change whose day is known counts. Changes of one day are one change.
    """
    begun = _begun(history)
    found = (_change(day, begun, occasions, window) for day in begun)
    return tuple(change for change in found if change is not None)


def _begun(history: History) -> dict[date, list[Fact]]:
    days: dict[date, list[Fact]] = {}
    for fact in sorted(history.background, key=lambda fact: fact.start or date.min):
        is_exact = fact.date_precision in (None, DatePrecision.DAY)
        if fact.kind in CHANGES and fact.start is not None and is_exact:
            days.setdefault(fact.start, []).append(fact)
    return days


def _change(
    day: date, begun: dict[date, list[Fact]], occasions: Sequence[Occasion], window: Window
) -> Change | None:
    first, last = window.first or window.last, window.last
    days = min(MOST_DAYS, (day - first).days, (last - day).days)
    if days < 1:
        return None
    earlier = Window(first=shifted(day, -days), last=shifted(day, -1))
    later = Window(first=shifted(day, 1), last=shifted(day, days))
    before = [o for o in occasions if earlier.surely_covers(o.sex)]
    after = [o for o in occasions if later.surely_covers(o.sex)]
    if not before and not after:
        return None
    return Change(
        day=day,
        facts=tuple(begun[day]),
        days=days,
        before=count(before),
        after=count(after),
        also=tuple(d for d in begun if d != day and abs((d - day).days) <= days),
    )
