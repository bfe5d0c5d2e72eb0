"""Cycle change and long bleeding (clinical table, 4.3, CYC)."""

from datetime import date

from diary.alerts import sources
from diary.alerts.assessment import Urgency
from diary.alerts.case import Case
from diary.alerts.modifiers import BLEEDS_EASILY
from diary.alerts.rule import Numbers, Rule
from diary.alerts.signals.background import HORMONAL, IUDS, holding, started_within
from diary.alerts.signals.cycle import (
    has_cycles_on,
    last_cycles,
    last_period_start,
    limit_of_variation,
    periods_within,
)
from diary.alerts.signals.person import is_at_least, is_under, years_since_menarche
from diary.alerts.signals.pregnancy import cannot_be_pregnant
from diary.alerts.signals.symptoms import records
from diary.alerts.verdict import QUIET, NotEnough, Verdict, fires
from diary.alerts.who import UTERUS
from diary.cycles import Cycle
from diary.model import Entry, FactKind, Symptom
from diary.model.background_words import Breastfeeding, PregnancyTest
from diary.model.vocabulary import MenstrualStatus

FAMILY = "cycle_change"


def _out_of_range(case: Case, n: Numbers) -> Verdict:
    """CYC-1; a note to watch where changing cycles are expected."""
    if not _is_of_age(case, n) or case.chart.no_cycles:
        return QUIET
    last = last_cycles(case, n["cycles"], recent_days=n["recent_days"])
    outside = [cycle for cycle in last if not n["shortest"] <= cycle.length <= n["longest"]]
    longer_run = last_cycles(case, n["range_cycles"], recent_days=n["recent_days"])
    if len(outside) >= n["outside"]:
        found = outside
    elif len(longer_run) >= n["range_cycles"] and _varies(case, longer_run):
        found = list(longer_run)
    else:
        return QUIET
    shown = _first_days(case, found)
    return fires(shown, urgency=Urgency.WATCH if _is_expected(case, n) else None)


def _is_of_age(case: Case, n: Numbers) -> bool:
    too_young = is_at_least(case, n["from_age"]) is False
    too_old = is_under(case, n["to_age"] + 1) is False
    return not too_young and not too_old


def _varies(case: Case, cycles: tuple[Cycle, ...]) -> bool:
    limit = limit_of_variation(case)
    lengths = [cycle.length for cycle in cycles]
    return limit is not None and max(lengths) - min(lengths) > limit


def _is_expected(case: Case, n: Numbers) -> bool:
    since_first = years_since_menarche(case)
    return (
        case.profile.menstrual_status is MenstrualStatus.PERIMENOPAUSE
        or bool(holding(case, Breastfeeding.BREASTFEEDING))
        or (since_first is not None and since_first <= n["years_since_first"])
    )


def _first_days(case: Case, cycles: list[Cycle]) -> list[Entry]:
    """Return the entries with which the cycles began and ended."""
    starts = {day for cycle in cycles for day in (cycle.start, cycle.next_start)}
    periods = [period for period in case.chart.periods if period.start in starts]
    return [entry for period in periods for entry in period.entries[:1]]


def _long_bleeding(case: Case, n: Numbers) -> Verdict:
    """CYC-2; very long bleeding is routine while a method settles, or with a hormonal one."""
    very_long = [
        spell
        for spell in case.chart.spells
        if spell.length >= n["very_long"] and (case.as_of - spell.end).days <= n["recent_days"]
    ]
    if very_long:
        settles = holding(case, *HORMONAL) or started_within(case, n["iud_days"], *IUDS)
        urgency = None if settles else Urgency.WITHIN_TWO_WEEKS
        return fires(very_long, urgency=urgency, raised_on=_day(very_long[0].days, n["very_long"]))
    periods = periods_within(case, n["window_days"])
    long = [p for p in periods if (p.length or 0) > n["days_long"] and has_cycles_on(case, p.start)]
    return fires(long) if len(long) >= n["periods"] else QUIET


def _day(days: tuple[date, ...], count: float) -> date:
    """Return the first of the bleeding days on which the spell had lasted so long."""
    return next(day for day in days if (day - days[0]).days + 1 >= count)


def _no_period(case: Case, n: Numbers) -> Verdict:
    """CYC-3; without a test since the last period, pregnancy is the first question."""
    start = last_period_start(case)
    if start is None or case.chart.no_cycles or not _is_of_age(case, n):
        return QUIET
    late = records(case, Symptom.PERIOD_LATE, days=n["recent_days"])
    number = case.chart.day_of_cycle(case.as_of).day
    is_missing = number is not None and number > n["days"]
    if not is_missing and not (late and (case.as_of - start).days >= n["days"]):
        return QUIET
    tests = [
        test
        for test in case.facts(FactKind.PREGNANCY_TEST)
        if test.start is not None and (test.start - start).days >= n["test_after_days"]
    ]
    if tests and tests[-1].what is not PregnancyTest.NEGATIVE:
        return QUIET
    if not tests and not cannot_be_pregnant(case):
        return NotEnough(needs="a pregnancy test since your last period")
    last = [entry for period in case.chart.periods[-1:] for entry in period.entries]
    return fires(last, late, tests[-1:])


RULES: tuple[Rule, ...] = (
    Rule(
        code="CYC-1",
        family=FAMILY,
        urgency=Urgency.ROUTINE,
        title="Your cycle has changed",
        clinical="Cycle frequency or regularity outside FIGO limits",
        pattern=(
            "From {from_age} to {to_age}: {outside} or more of the last {cycles} cycles under "
            "{shortest} or over {longest} days, or the last {range_cycles} cycles differing by "
            "more than the limit for the age; in {recent_days} days. A note near the menopause, "
            "while breastfeeding, or in the first {years_since_first} years of periods."
        ),
        what_to_do="Show them the dates of your periods.",
        why="Your cycle has changed from the usual range.",
        what_to_say="My cycles have become much shorter, longer or more uneven.",
        less_urgent_if="You are breastfeeding or near the menopause.",
        more_urgent_if="You bleed between periods or after sex, or your periods are heavy.",
        sources=(sources.FIGO, sources.MUNRO),
        who=UTERUS,
        numbers={
            "from_age": 18,
            "to_age": 45,
            "shortest": 24,
            "longest": 38,
            "cycles": 4,
            "outside": 2,
            "range_cycles": 6,
            "recent_days": 90,
            "years_since_first": 2,
        },
        check=_out_of_range,
    ),
    Rule(
        code="CYC-2",
        family=FAMILY,
        urgency=Urgency.ROUTINE,
        title="Long bleeding",
        clinical="Prolonged menstrual bleeding",
        pattern=(
            "Periods of more than {days_long} days, {periods} or more of them in {window_days} "
            "days: routine. Any bleeding for {very_long} days or more, in {recent_days} days: "
            "within two weeks, but routine with a hormonal method or in the first {iud_days} days "
            "of a coil."
        ),
        what_to_do="Ask for an examination and a blood count.",
        why="Your bleeding is longer than most.",
        what_to_say="My bleeding lasts much longer than a week.",
        less_urgent_if="You began a new method lately.",
        more_urgent_if="It lasts 15 days, you soak a pad an hour, or you feel faint.",
        sources=(sources.FIGO, sources.DESIGN),
        who=UTERUS,
        numbers={
            "days_long": 8,
            "periods": 2,
            "window_days": 183,
            "very_long": 15,
            "recent_days": 28,
            "iud_days": 183,
        },
        supersedes=("IMB-2", "IMB-3"),
        raised_by=BLEEDS_EASILY,
        check=_long_bleeding,
    ),
    Rule(
        code="CYC-3",
        family=FAMILY,
        urgency=Urgency.ROUTINE,
        title="No period for three months",
        clinical="Secondary amenorrhoea of 90 days or more, pregnancy test negative",
        pattern=(
            "From {from_age} to {to_age}: no period for {days} days or more, by the days or by a "
            "late period said in {recent_days} days, with a negative pregnancy test "
            "{test_after_days} or more days after the last one began."
        ),
        what_to_do="Say when your last period was, and that your pregnancy test was negative.",
        why="Missing periods have many causes and can be checked.",
        what_to_say="I have had no period for three months and am not pregnant.",
        less_urgent_if="A method, breastfeeding or a medicine stops your periods.",
        more_urgent_if="Belly pain comes with it, or you may be pregnant.",
        sources=(sources.NG88,),
        who=UTERUS,
        numbers={
            "days": 90,
            "recent_days": 90,
            "test_after_days": 28,
            "from_age": 16,
            "to_age": 44,
        },
        goes_on=True,
        check=_no_period,
    ),
)
