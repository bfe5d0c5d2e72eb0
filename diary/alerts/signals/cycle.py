"""Periods, cycles and bleeding between them, as the rules ask; the chart is made in `cycles`."""

from bisect import bisect_right
from datetime import date, timedelta

from diary.alerts.case import Case
from diary.alerts.signals.background import holding
from diary.alerts.signals.person import is_at_least
from diary.cycles import Cycle, Period, Spell
from diary.cycles.limits import regularity_limit_in
from diary.model.background_words import Contraception, Hrt
from diary.model.vocabulary import Amount

MID_CYCLE_SPOTTING = 2
"""Days that spotting at egg release lasts at most (Dasharathy 2012)."""

TOO_MANY_RUNNING = 3
"""Cycles running with spotting in mid-cycle from which on it counts as bleeding between periods."""

UNEXPECTED_FROM = 45
"""Age from which spotting in mid-cycle is bleeding between periods: IMB-1 is for those under 45."""

PLANNED_BLEEDS = (
    Contraception.COMBINED_PILL,
    Contraception.PATCH,
    Contraception.RING,
    Hrt.SEQUENTIAL,
)


def days_late(case: Case) -> int | None:
    """Return how many days a period is late, negative before it is due; None where not known."""
    expected = case.chart.expected
    if expected is None or case.chart.day_of_cycle(case.as_of).day is None:
        return None
    return (case.as_of - expected).days


def last_period_start(case: Case) -> date | None:
    """Return the first day of the last period, recorded or stated."""
    periods = case.chart.periods
    return periods[-1].start if periods else None


def last_cycles(case: Case, count: float, *, recent_days: float) -> tuple[Cycle, ...]:
    """Return the last complete cycles, none where the last one ended longer ago than so."""
    cycles = case.chart.cycles[-int(count) :]
    if not cycles or (case.as_of - cycles[-1].next_start).days > recent_days:
        return ()
    return cycles


def periods_within(case: Case, days: float) -> tuple[Period, ...]:
    """Return the recorded periods that began at most `days` days ago."""
    first = case.as_of - timedelta(days=days)
    return tuple(p for p in case.chart.periods if p.start >= first and p.entries)


def spells_between_periods(case: Case, days: float) -> tuple[Spell, ...]:
    """Return the recent spells of unexpected bleeding that is not after sex.

    Left out: spells at the edge of a period, the planned bleed of a method, and under 45 light
    spotting in mid-cycle that has not come in three cycles running.
    """
    found = _unexplained(case, days)
    if is_at_least(case, UNEXPECTED_FROM):
        return found
    mid_cycle = tuple(spell for spell in found if is_mid_cycle_spotting(case, spell))
    if cycles_running(case, mid_cycle) >= TOO_MANY_RUNNING:
        return found
    left_out = set(map(id, mid_cycle))
    return tuple(spell for spell in found if id(spell) not in left_out)


def mid_cycle_spotting(case: Case, days: float) -> tuple[Spell, ...]:
    """Return the recent spells of light spotting at egg release."""
    return tuple(s for s in _unexplained(case, days) if is_mid_cycle_spotting(case, s))


def _unexplained(case: Case, days: float) -> tuple[Spell, ...]:
    first = case.as_of - timedelta(days=days)
    recent = (spell for spell in case.chart.between_periods if spell.end >= first)
    return tuple(
        spell
        for spell in recent
        if not is_at_edge_of_period(case, spell) and not may_be_planned(case, spell)
    )


def is_mid_cycle_spotting(case: Case, spell: Spell) -> bool:
    """Say whether a spell is spotting of at most 2 days, 10 to 16 days before the next period."""
    return (
        spell.length <= MID_CYCLE_SPOTTING
        and spell.amount in (Amount.SPOTTING, Amount.LIGHT)
        and case.chart.in_mid_cycle_window(spell.start) is True
    )


def is_at_edge_of_period(case: Case, spell: Spell) -> bool:
    """Say whether a spell began and ended within 2 days of a period."""
    in_window = case.chart.in_period_window
    return in_window(spell.start) is True and in_window(spell.end) is True


def may_be_planned(case: Case, spell: Spell) -> bool:
    """Say whether a spell looks like the planned bleed of a combined method or sequential HRT.

    More than spotting, and the person did not say that it is none.
    """
    is_flow = bool(spell.flow_days) and spell.said is None
    return is_flow and bool(holding(case, *PLANNED_BLEEDS, on=spell.start))


def cycles_running(case: Case, spells: tuple[Spell, ...]) -> int:
    """Return in how many cycles running, up to the last of the spells, there is one of them."""
    places = sorted({cycle_of(case, spell) for spell in spells}, reverse=True)
    running = 0
    for place in places:
        if place != places[0] - running:
            break
        running += 1
    return running


def cycle_of(case: Case, spell: Spell) -> int:
    """Return the number of the period that the spell came after; -1 before the first."""
    return bisect_right(case.chart.periods, spell.start, key=lambda period: period.start) - 1


def has_cycles_on(case: Case, day: date) -> bool:
    """Say whether there are cycles on a day: no method, pregnancy or menopause takes them away."""
    return not any(stretch.covers(day) for stretch in case.chart.stretches)


def limit_of_variation(case: Case) -> int | None:
    """Return the days by which cycles may differ at this age; None outside 18 to 45."""
    return regularity_limit_in(case.profile.birth_year, case.as_of.year)
