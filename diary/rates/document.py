"""The counts as plain data for another program; `docs/rates.md` says what each name holds."""

from datetime import date
from typing import TypeAlias

from diary.rates.chance import Compared
from diary.rates.changes import Change
from diary.rates.course import Course, Spread
from diary.rates.kinds import Split
from diary.rates.overview import Overview
from diary.rates.rate import Rate
from diary.rates.recorded import Recorded

Json: TypeAlias = "str | int | float | list[Json] | dict[str, Json] | None"

VERSION = 1


def to_document(overview: Overview) -> dict[str, Json]:
    """Return the counts as JSON can hold them; what is not known is null, never 0."""
    window, source = overview.window, overview.source
    return {
        "version": VERSION,
        "as_of": overview.as_of.isoformat(),
        "first_day": _day(window.first),
        "last_day": window.last.isoformat(),
        "source": source.value if source else None,
        "rate": _rate(overview.rate),
        "other_sources": [
            {"source": other.source.value, "rate": _rate(other.rate)}
            for other in overview.elsewhere
        ],
        "kinds": [
            {"kinds": [kind.value for kind in some.kinds], "rate": _rate(some.rate)}
            for some in overview.kinds
        ],
        "lubricant": _split(overview.lubricant),
        "condom": _split(overview.condom),
        "changes": [_change(change) for change in overview.changes],
        "bleeds": _course(overview.course),
        "months": [
            {"month": f"{month.first:%Y-%m}", "rate": _rate(month.rate)}
            for month in overview.months
        ],
        "recorded": _recorded(overview.recorded),
    }


def _day(day: date | None) -> Json:
    return day.isoformat() if day else None


def _rate(rate: Rate) -> Json:
    return {
        "bled": rate.bled,
        "of": rate.of,
        "unknown": rate.unknown,
        "low": rate.low,
        "high": rate.high,
    }


def _split(split: Split) -> Json:
    return {
        "used": _rate(split.used),
        "not_used": _rate(split.not_used),
        "not_known": _rate(split.not_known),
        "compared": _compared(split.compared),
    }


def _change(change: Change) -> Json:
    return {
        "day": change.day.isoformat(),
        "what": [{"kind": fact.kind.value, "what": fact.what.value} for fact in change.facts],
        "days": change.days,
        "before": _rate(change.before),
        "after": _rate(change.after),
        "also": [day.isoformat() for day in change.also],
        "compared": _compared(change.compared),
    }


def _compared(compared: Compared) -> Json:
    return {
        "chance": compared.chance.value,
        "p": compared.p,
        "p_adjusted": compared.adjusted,
    }


def _course(course: Course) -> Json:
    return {
        "count": course.bleeds,
        "during_sex": course.during_sex,
        "hours_until": _spread(course.hours_until),
        "hours_long": _spread(course.hours_long),
        "next_day": course.next_day,
        "amounts": {
            amount.value if amount else "not_recorded": times for amount, times in course.amounts
        },
        "pain": _spread(course.pain),
        "pain_in_words": {
            word.value if word else "not_recorded": times for word, times in course.pain_in_words
        },
    }


def _spread(spread: Spread) -> Json:
    return {"recorded": spread.recorded, "least": spread.least, "most": spread.most}


def _recorded(recorded: Recorded) -> Json:
    return {
        "days_with_entry": recorded.days_with_entry,
        "days": recorded.days,
        "times": recorded.times,
        "longest_gap": recorded.longest_gap,
        "gap_start": _day(recorded.gap_start),
        "gap_end": _day(recorded.gap_end),
    }
