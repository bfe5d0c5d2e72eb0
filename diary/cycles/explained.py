"""Why a spell was or was not counted as a period, in plain words."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from diary.cycles.chart import Chart
from diary.cycles.periods import Period, is_medium, looks_like_period
from diary.cycles.reasons import reason_on
from diary.cycles.spells import DRY_BEFORE_PERIOD, Spell, has_room
from diary.model.vocabulary import Answer

SAID = "You said that it is your period."
STATED = "You gave the first day of this period."
GOES_ON = "It goes on from the days before it: at most 3 days are missing, and it ends by day 8."
LIKELY = "You did not say, but it had {flow}, and {before}."
SAID_NO = "You said that it is not your period."
AFTER_SEX = "A bleed after sex starts no period, unless you say that it is one."
SPOTTING = "It was spotting only. Spotting alone starts no period, unless you say that it is one."
ONE_LIGHT_DAY = "One light day is not enough. A medium day is, or a second day."
TOO_CLOSE = (
    "Only {dry} {side} the period of {start}. A period has more than {least} dry days before it,"
    " unless you say that it is one."
)


class Cause(Enum):
    """What decided; the words are stable, for other programs."""

    SAID = "said"
    STATED = "first_day_given"
    LIKELY = "likely"
    GOES_ON = "goes_on"
    SAID_NO = "said_no"
    AFTER_SEX = "after_sex"
    SPOTTING = "spotting_only"
    ONE_LIGHT_DAY = "one_light_day"
    TOO_SOON = "too_soon_after_a_period"
    TOO_NEAR = "too_near_the_next_period"
    NO_CYCLES = "no_cycles_then"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How one spell was read: counted as a period or not, by what, in plain words."""

    spell: Spell
    counted: bool
    cause: Cause
    words: str


def readings(chart: Chart) -> tuple[Reading, ...]:
    """Return how each spell and each bleed after sex was read, in the order of their start."""
    found = [_of_spell(chart, spell) for spell in chart.spells]
    found += [
        Reading(spell=spell, counted=False, cause=Cause.AFTER_SEX, words=AFTER_SEX)
        for spell in chart.after_sex
    ]
    return tuple(sorted(found, key=lambda reading: reading.spell.start))


def _of_spell(chart: Chart, spell: Spell) -> Reading:
    cause, words = _counted(chart, spell) if spell.is_period else _not_counted(chart, spell)
    return Reading(spell=spell, counted=spell.is_period, cause=cause, words=words)


def _counted(chart: Chart, spell: Spell) -> tuple[Cause, str]:
    if spell.said is Answer.YES:
        return Cause.SAID, SAID
    period = _period_of(chart, spell)
    if period.entries[0].date < spell.start:
        return Cause.GOES_ON, GOES_ON
    if period.stated:
        return Cause.STATED, STATED
    return Cause.LIKELY, LIKELY.format(flow=_flow(spell), before=_before(chart, period))


def _flow(spell: Spell) -> str:
    if len(spell.flow_days) > 1:
        return f"{len(spell.flow_days)} days with more than spotting"
    return "a medium or heavy day" if is_medium(spell) else "a day with more than spotting"


def _before(chart: Chart, period: Period) -> str:
    if chart.place(period.start) == 0:
        return "it is the first one that is written down"
    return f"more than {DRY_BEFORE_PERIOD} dry days came before it"


def _not_counted(chart: Chart, spell: Spell) -> tuple[Cause, str]:
    if spell.said is Answer.NO:
        return Cause.SAID_NO, SAID_NO
    if not spell.flow_days:
        return Cause.SPOTTING, SPOTTING
    none_then = reason_on(spell.flow_days[0], chart.stretches)
    if none_then is not None:
        return Cause.NO_CYCLES, none_then
    if not looks_like_period(spell):
        return Cause.ONE_LIGHT_DAY, ONE_LIGHT_DAY
    return _too_close(chart, spell)


def _too_close(chart: Chart, spell: Spell) -> tuple[Cause, str]:
    place = chart.place(spell.flow_days[0])
    if place is not None and not has_room(chart.periods[place].last_flow, spell.flow_days[0]):
        last = chart.periods[place]
        dry = _dry_between(last.last_flow, spell.flow_days[0])
        return Cause.TOO_SOON, _close(dry, "after", last.start)
    following = chart.after(place)
    start = following.start if following else spell.end
    return Cause.TOO_NEAR, _close(_dry_between(spell.flow_days[-1], start), "before", start)


def _close(dry: int, side: str, start: date) -> str:
    return TOO_CLOSE.format(
        dry=f"{days(dry, 'dry day')} came", side=side, start=start, least=DRY_BEFORE_PERIOD
    )


def _period_of(chart: Chart, spell: Spell) -> Period:
    place = chart.place(spell.end)
    return chart.periods[place or 0]


def _dry_between(last: date, first: date) -> int:
    return (first - last).days - 1


def days(count: int, what: str = "day") -> str:
    """Return the count with its word: 1 day, 2 days."""
    return f"{count} {what}{'' if count == 1 else 's'}"
