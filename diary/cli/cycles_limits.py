"""The limits of FIGO and of WHO/Belsey in plain words, each with the numbers it rests on."""

from collections.abc import Iterator

from diary.cycles.explained import days
from diary.cycles.limits import (
    ENOUGH_CYCLES,
    ENOUGH_RECORDED,
    FREQUENT,
    LONG_FREE,
    LONGEST_USUAL_CYCLE,
    LONGEST_USUAL_PERIOD,
    PROLONGED,
    REFERENCE_DAYS,
    SHORTEST_USUAL_CYCLE,
)
from diary.cycles.summary import OnHormones, Summary
from diary.cycles.volume import HEAVY_PBAC

NOT_ENOUGH = "not enough to say"

NONE_AT_ALL = "No blood at all (amenorrhoea)"
SELDOM = "Seldom (infrequent: 1 or 2 episodes)"
OFTEN = f"Often (frequent: more than {FREQUENT} episodes)"
IRREGULAR = f"Irregular (3 to {FREQUENT} episodes, under 3 times {LONG_FREE} days free of blood)"
LONG = f"Long (prolonged: an episode of {PROLONGED} days or more)"


def against_limits(found: Summary) -> Iterator[str]:
    """Yield what the limits say that fit this person: of cycles, or of 90 days with hormones."""
    if found.hormones is not None:
        yield from _reference(found.hormones)
        return
    yield "Against the usual limits for adults (FIGO 2018), last 365 days:"
    yield f"- How often: {_how_often(found)}"
    yield f"- How regular: {_how_regular(found)}"
    yield f"- How long: {_how_long(found)}"
    yield f"- How much: {_how_much(found)}"
    yield from _counted_products(found)


def _how_often(found: Summary) -> str:
    judged = found.frequency
    if judged is None:
        return f"{NOT_ENOUGH}; no cycle is complete."
    return (
        f"{len(judged.short)} of {_cycles(len(judged.cycles))} shorter than"
        f" {SHORTEST_USUAL_CYCLE} days, {len(judged.long)} longer than {LONGEST_USUAL_CYCLE}."
    )


def _how_regular(found: Summary) -> str:
    judged, limit = found.regularity, found.regularity_limit
    complete = len(found.frequency.cycles) if found.frequency else 0
    if limit is None:
        return "FIGO has no limit for your age (it has one from 18 to 45)."
    if judged is None:
        return f"{NOT_ENOUGH}; it takes {ENOUGH_CYCLES} complete cycles, and there are {complete}."
    verdict = "more than usual" if judged.is_irregular else "within the usual"
    age = "where the age is not known" if found.age_unknown else "at your age"
    return (
        f"the shortest and the longest of {_cycles(complete)} are {days(judged.difference)} apart"
        f" ({judged.shortest} and {judged.longest}); up to {limit} is usual {age}: {verdict}."
    )


def _how_long(found: Summary) -> str:
    judged = found.duration
    if judged is None:
        return f"{NOT_ENOUGH}; no period is written down day by day."
    return (
        f"{len(judged.long)} of {days(len(judged.periods), 'period')} bled for more than"
        f" {LONGEST_USUAL_PERIOD} days."
    )


def _how_much(found: Summary) -> str:
    known = [one for one in found.volumes if one.is_heavy is not None]
    if not known:
        return f"{NOT_ENOUGH}; no period has an amount."
    heavy = sum(one.is_heavy is True for one in known)
    unknown = len(found.volumes) - len(known)
    beside = f" {unknown} more have no amount." if unknown else ""
    return f"{heavy} of {days(len(known), 'period')} with a known amount were heavy.{beside}"


def _counted_products(found: Summary) -> Iterator[str]:
    for one in found.volumes:
        if one.pbac is not None:
            yield (
                f"- Counted pads and tampons, period of {one.period.start}: {one.pbac} points from"
                f" {one.products} on {days(one.days)} (PBAC; {HEAVY_PBAC} or more is heavy)."
            )


def _cycles(count: int) -> str:
    return days(count, "complete cycle")


def _reference(hormones: OnHormones) -> Iterator[str]:
    counted = hormones.reference
    yield hormones.stretch.reason
    yield (
        f"So the last {REFERENCE_DAYS} days are judged, not cycles (WHO/Belsey),"
        f" {counted.first} to {counted.last}. Bleeds after sex are left out."
    )
    yield (
        f"Blood on {days(counted.bleeding_days)}, in {days(counted.episodes, 'episode')}; the"
        f" longest took {days(counted.longest)}. Free of blood for {LONG_FREE} days or more:"
        f" {_times(counted.free_intervals)}."
    )
    yield f"Written down: something on {counted.days_recorded} of these {REFERENCE_DAYS} days."
    if not hormones.is_whole:
        yield (
            f"It began only {days(hormones.days)} ago, so part of the {REFERENCE_DAYS} days is"
            " from before. Bleeding often changes in the first months."
        )
    answers = (
        (NONE_AT_ALL, counted.is_amenorrhoea),
        (SELDOM, counted.is_infrequent),
        (OFTEN, counted.is_frequent),
        (IRREGULAR, counted.is_irregular),
        (LONG, counted.is_prolonged),
    )
    for what, answer in answers:
        yield f"- {what}: {_said(is_so=answer)}."
    if None in [answer for _, answer in answers]:
        yield f"To say more it takes something written down on {ENOUGH_RECORDED} of the days."


def _said(*, is_so: bool | None) -> str:
    return NOT_ENOUGH if is_so is None else "yes" if is_so else "no"


def _times(count: int) -> str:
    return {0: "never", 1: "once", 2: "twice"}.get(count, f"{count} times")
