"""Bleeding that may or may not have been a period, where the person's word would settle it.

Asked is only what nobody has said anything of, not even "not sure", and where both answers make
sense: bleeding that went on for days after a bleed after sex, that may have begun after sex, that
came close to a period, or that was one light day. Spotting alone is not asked about, nor is a
bleed at a time without cycles.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from diary.cycles.chart import Chart
from diary.cycles.explained import Cause, readings
from diary.cycles.parting import is_flow
from diary.cycles.periods import SHORTEST_CYCLE
from diary.cycles.reasons import reason_on
from diary.cycles.spells import Spell, has_room
from diary.model import Entry
from diary.model.after_sex import says_after_sex
from diary.model.days import shifted

LOOKS_BACK = 365
"""Days after which nobody is asked to remember: our choice."""

WENT_ON = 2
"""Days of flow after a bleed after sex from which on it may have been a period: our choice."""

AFTER_SEX = "It went on from a bleed after sex."
PERHAPS_AFTER_SEX = "Sex was written down just before it."
CLOSE = "It came close to a period that is counted."
ONE_LIGHT_DAY = "It was one light day."

ASKED = {
    Cause.TOO_SOON: CLOSE,
    Cause.TOO_NEAR: CLOSE,
    Cause.ONE_LIGHT_DAY: ONE_LIGHT_DAY,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Unclear:
    """Days of bleeding to ask about: the entries that an answer would be written to, and why."""

    first: date
    last: date
    entries: tuple[Entry, ...]
    why: str


def unclear(chart: Chart, as_of: date) -> tuple[Unclear, ...]:
    """Return what is worth asking about on a day, the latest first; nothing older than a year."""
    oldest = shifted(as_of, -LOOKS_BACK)
    found = [*_after_sex(chart), *_of_spells(chart)]
    recent = (one for one in found if oldest <= one.last <= as_of)
    return tuple(sorted(recent, key=lambda one: one.first, reverse=True))


def _of_spells(chart: Chart) -> Iterator[Unclear]:
    for reading in readings(chart):
        why = ASKED.get(reading.cause)
        if reading.cause is Cause.LIKELY and reading.spell.may_be_after_sex:
            why = PERHAPS_AFTER_SEX
        if why is None or _is_answered(reading.spell.entries):
            continue
        if not _is_late_part(chart, reading.spell):
            yield _asking(reading.spell.entries, why)


def _is_late_part(chart: Chart, spell: Spell) -> bool:
    """Say whether a spell comes days after a period began that nobody named either.

    A yes to it alone would take the place of that period.
    """
    place = chart.place(shifted(spell.flow_days[0], -1))
    if place is None or chart.periods[place].stated:
        return False
    return (spell.flow_days[0] - chart.periods[place].start).days < SHORTEST_CYCLE


def _after_sex(chart: Chart) -> Iterator[Unclear]:
    """Yield what went on after a bleed after sex, or ran into a period, and may be a period's."""
    for spell in chart.after_sex:
        went_on = tuple(entry for entry in spell.entries if not says_after_sex(entry))
        flow = sorted({entry.date for entry in went_on if is_flow(entry)})
        if not flow or _is_answered(went_on) or reason_on(flow[0], chart.stretches) is not None:
            continue
        place = chart.place(flow[0])
        following = chart.after(place)
        runs_into_one = following is not None and (following.start - flow[-1]).days <= 1
        if place is not None and not has_room(chart.periods[place].last_flow, flow[0]):
            continue
        has_room_after = following is None or has_room(flow[-1], following.start)
        if runs_into_one or (len(flow) >= WENT_ON and has_room_after):
            yield _asking(went_on, AFTER_SEX)


def _is_answered(entries: tuple[Entry, ...]) -> bool:
    return any(entry.bleeding and entry.bleeding.period is not None for entry in entries)


def _asking(entries: tuple[Entry, ...], why: str) -> Unclear:
    days = [entry.date for entry in entries]
    return Unclear(first=min(days), last=max(days), entries=entries, why=why)
