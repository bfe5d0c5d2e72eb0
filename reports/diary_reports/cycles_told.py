"""Cycles against the FIGO limits, or 90 days against those of WHO and Belsey where there are none.

The numbers and the limits are those of `diary.cycles.limits`, which names their sources.
"""

from collections.abc import Iterator
from datetime import timedelta

from diary.cycles import limits
from diary.cycles.methods import methods
from diary.model.vocabulary import MenstrualStatus, Organ
from diary_reports.background import may_have
from diary_reports.scope import Scope
from diary_reports.values import Measure
from diary_reports.words import counted, day_range, span

FIGO = "Usual limits: FIGO 2018 (Munro and others, Int J Gynecol Obstet 143:393)."
BELSEY = (
    "Usual limits for 90 days: WHO and Belsey 1986 (Contraception 34:253), FSRH 2015; bleeding"
    " after sex is not counted."
)
ALL = 1000


def cycles(scope: Scope) -> tuple[Measure, ...]:
    """Return what was counted in the range; nothing after the menopause or without a womb.

    The 90 days are for methods and medicines that change bleeding: no limits hold in pregnancy.
    """
    if scope.first is None or not _bleeds_from_the_womb(scope):
        return ()
    if scope.chart.no_cycles:
        changed = any(stretch.covers(scope.last) for stretch in methods(scope.known))
        return tuple(_in_90_days(scope)) if changed else ()
    return tuple(_of_cycles(scope))


def cycles_note(scope: Scope) -> str:
    """Return where the limits come from, and why there are no cycles where there are none."""
    if scope.chart.no_cycles:
        return f"{scope.chart.no_cycles} {BELSEY}"
    return FIGO


def _bleeds_from_the_womb(scope: Scope) -> bool:
    after = scope.known.profile.menstrual_status is MenstrualStatus.POSTMENOPAUSE
    return may_have(scope, Organ.UTERUS) and not after


def _of_cycles(scope: Scope) -> Iterator[Measure]:
    since = scope.first or scope.last
    frequency = limits.frequency(scope.chart, last=ALL, since=since)
    if frequency is not None:
        yield _frequency(frequency)
    limit = limits.regularity_limit_in(scope.known.profile.birth_year, scope.last.year)
    regularity = limits.regularity(scope.chart, limit, since=since)
    if regularity is not None:
        yield _regularity(regularity)
    duration = limits.duration(scope.chart, last=ALL, since=since)
    if duration is not None:
        yield _duration(duration)
    if scope.chart.periods:
        yield _between(sum(scope.covers(spell.entries[0]) for spell in scope.between_periods))


def _frequency(found: limits.Frequency) -> Measure:
    lengths = [cycle.length for cycle in found.cycles]
    outside = [f"{len(found.short)} shorter"] if found.short else []
    outside += [f"{len(found.long)} longer"] if found.long else []
    return Measure(
        what="length of cycles",
        value=f"{span(min(lengths), max(lengths))} days, {counted(len(lengths), 'cycle')}",
        usual=f"{limits.SHORTEST_USUAL_CYCLE} to {limits.LONGEST_USUAL_CYCLE} days",
        finding=", ".join(outside) or "within",
    )


def _regularity(found: limits.Regularity) -> Measure:
    return Measure(
        what="longest minus shortest",
        value=f"{counted(found.difference, 'day')}, last {counted(len(found.cycles), 'cycle')}",
        usual=f"at most {found.limit} days at this age",
        finding="more" if found.is_irregular else "within",
    )


def _duration(found: limits.Duration) -> Measure:
    days = [period.length for period in found.periods if period.length is not None]
    return Measure(
        what="length of periods",
        value=f"{span(min(days), max(days))} days, {counted(len(days), 'period')}",
        usual=f"at most {limits.LONGEST_USUAL_PERIOD} days",
        finding=f"{len(found.long)} longer" if found.long else "within",
    )


def _between(count: int) -> Measure:
    return Measure(
        what="bleeding between periods",
        value=f"{count} recorded",
        usual="none",
        finding="outside" if count else "none recorded",
    )


def _in_90_days(scope: Scope) -> Iterator[Measure]:
    """Yield the counts of the 90 days that end with the report."""
    first = scope.last - timedelta(days=limits.REFERENCE_DAYS - 1)
    recorded = limits.days_recorded(scope.known, first, scope.last)
    found = limits.reference_period(scope.chart, scope.last, days_recorded=recorded)
    said = [
        (found.is_amenorrhoea, "none"),
        (found.is_infrequent, "infrequent"),
        (found.is_frequent, "frequent"),
        (found.is_irregular, "irregular"),
    ]
    yield Measure(
        what="days recorded",
        value=f"{recorded} of {limits.REFERENCE_DAYS}, {day_range(found.first, found.last)}",
        usual=f"from {limits.ENOUGH_RECORDED} on, little bleeding can be judged",
        finding="enough" if recorded >= limits.ENOUGH_RECORDED else "too few for that",
    )
    yield Measure(
        what="bleeding episodes",
        value=f"{found.episodes}, {counted(found.bleeding_days, 'day')} in all",
        usual=f"{limits.INFREQUENT} to {limits.FREQUENT}",
        finding=_finding(said, otherwise=found.is_irregular),
    )
    yield Measure(
        what="longest episode",
        value=counted(found.longest, "day") if found.episodes else "no episode recorded",
        usual=f"under {limits.PROLONGED} days",
        finding=_finding([(found.is_prolonged, "prolonged")], otherwise=found.is_prolonged),
    )


def _finding(said: list[tuple[bool | None, str]], *, otherwise: bool | None) -> str:
    """Return what is so; nothing where it is not known, "within" where none of it is so."""
    so = [word for answer, word in said if answer]
    return ", ".join(so) or ("within" if otherwise is False else "")
