"""A summary of cycles as the JSON that `diary cycles --json` prints; described in docs/cycles.md.

What is not known is null.
"""

from dataclasses import asdict
from datetime import date
from typing import Any

from diary.cycles import Period
from diary.cycles.explained import Reading, readings
from diary.cycles.summary import OnHormones, Summary
from diary.cycles.volume import Volume

FORMAT = "symptom-diary-cycles"
VERSION = 1


def to_document(found: Summary) -> dict[str, Any]:
    """Return the JSON object of a summary."""
    chart, today = found.chart, found.chart.day_of_cycle(found.as_of)
    lengths = {cycle.start: cycle.length for cycle in chart.cycles}
    gaps = {gap.start: gap.reason for gap in chart.gaps}
    forecast = found.next
    return {
        "format": FORMAT,
        "version": VERSION,
        "as_of": found.as_of.isoformat(),
        "dry_days": found.dry_days,
        "recorded": {"days": found.recorded, "of": found.of},
        "cycle_day": {"day": today.day, "reason": today.reason},
        "periods": [_period(p, lengths.get(p.start), gaps.get(p.start)) for p in chart.periods],
        "usual": asdict(found.usual) if found.usual else None,
        "next": {
            "expected": _day(forecast.expected),
            "earliest": _day(forecast.earliest),
            "latest": _day(forecast.latest),
            "reason": forecast.reason,
        },
        "figo": None if found.hormones else _figo(found),
        "reference_period": _reference(found.hormones) if found.hormones else None,
        "bleeds": [_bleed(reading) for reading in readings(chart)],
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _period(period: Period, length: int | None, gap: str | None) -> dict[str, Any]:
    return {
        "start": period.start.isoformat(),
        "end": period.end.isoformat() if period.length is not None else None,
        "days": period.length,
        "named": period.stated,
        "spotting_before": period.spotting_before,
        "cycle_length": length,
        "no_cycle_reason": gap,
    }


def _figo(found: Summary) -> dict[str, Any]:
    how_often, how_regular, how_long = found.frequency, found.regularity, found.duration
    return {
        "frequency": how_often
        and {
            "cycles": len(how_often.cycles),
            "shorter_than_24": len(how_often.short),
            "longer_than_38": len(how_often.long),
        },
        "regularity": how_regular
        and {
            "cycles": len(how_regular.cycles),
            "shortest": how_regular.shortest,
            "longest": how_regular.longest,
            "limit": how_regular.limit,
            "irregular": how_regular.is_irregular,
        },
        "duration": how_long
        and {"periods": len(how_long.periods), "longer_than_8": len(how_long.long)},
        "volume": [_volume(one) for one in found.volumes],
    }


def _volume(one: Volume) -> dict[str, Any]:
    return {
        "start": one.period.start.isoformat(),
        "most": one.most.value if one.most else None,
        "pbac": one.pbac,
        "products": one.products,
        "days_with_products": one.days,
        "heavy": one.is_heavy,
    }


def _reference(hormones: OnHormones) -> dict[str, Any]:
    period = hormones.reference
    return {
        "first": period.first.isoformat(),
        "last": period.last.isoformat(),
        "days_since_start": hormones.days,
        "days_recorded": period.days_recorded,
        "bleeding_days": period.bleeding_days,
        "episodes": period.episodes,
        "longest": period.longest,
        "free_intervals": period.free_intervals,
        "amenorrhoea": period.is_amenorrhoea,
        "infrequent": period.is_infrequent,
        "frequent": period.is_frequent,
        "irregular": period.is_irregular,
        "prolonged": period.is_prolonged,
    }


def _bleed(reading: Reading) -> dict[str, Any]:
    spell = reading.spell
    return {
        "first": spell.start.isoformat(),
        "last": spell.end.isoformat(),
        "bleeding_days": len(spell.days),
        "days_above_spotting": len(spell.flow_days),
        "most": spell.amount.value if spell.amount else None,
        "counted": reading.counted,
        "cause": reading.cause.value,
        "words": reading.words,
    }
