"""Why a person has no cycles, and since when."""

from collections.abc import Iterable
from datetime import date

from diary.cycles.body import body, none_now
from diary.cycles.methods import methods
from diary.cycles.periods import FoundPeriod, looks_like_period, stated_periods
from diary.cycles.pregnancies import pregnancies
from diary.cycles.spells import Spell, spells
from diary.cycles.stretch import Starts, Stretch
from diary.model import History


def why_no_cycles(history: History, as_of: date) -> str | None:
    """Return in plain words why there are no cycles on `as_of`; None where there may be.

    Cut the history to what is known on `as_of` first.
    """
    found = spells(history).own
    return reason_on(as_of, stretches(history, found, stated_periods(history, found)))


def stretches(
    history: History, found: Iterable[Spell], stated: Iterable[FoundPeriod]
) -> tuple[Stretch, ...]:
    """Return the stretches without cycles; of several on one day the first gives the reason."""
    likely = (spell.flow_days[0] for spell in found if looks_like_period(spell))
    starts = Starts(stated=tuple(period.start for period in stated), likely=tuple(likely))
    known = (*pregnancies(history, starts), *body(history, starts), *methods(history))
    is_explained = any(stretch.end >= last_known(history) for stretch in known)
    return known if is_explained else (*known, *none_now(history, starts))


def last_known(history: History) -> date:
    """Return the last day that anything is known of; the last of the calendar where none is."""
    days = [entry.date for entry in history.entries[-1:]]
    days += [fact.start for fact in history.background if fact.start is not None]
    if history.profile.last_period_start is not None:
        days.append(history.profile.last_period_start)
    return max(days, default=date.max)


def reason_on(day: date, known: Iterable[Stretch]) -> str | None:
    """Return the reason that holds on a day, None where there may be cycles."""
    return next((stretch.reason for stretch in known if stretch.covers(day)), None)
