"""Bleeding between periods (clinical table, 4.3, IMB).

IMB-1 to 3 take every unexpected bleed from the vagina that is not after sex, also in pregnancy,
with HRT or after the menopause: the rules for those supersede them, and nobody is left without a
word. With a hormonal method or testosterone the rules for those count instead. IMB-4 to 6 need
cycles. IMB-4: guidance differs on the age from which
persistent bleeding is urgent (40 or 45); here 45, by IMB-5, and any age with a risk.
"""

from datetime import date

from diary.alerts import reasons, sources
from diary.alerts.assessment import Urgency
from diary.alerts.case import Case
from diary.alerts.modifiers import BLEEDS_EASILY
from diary.alerts.rule import Numbers, Rule
from diary.alerts.signals.background import HORMONAL, ever, holding
from diary.alerts.signals.bleeding import looks_heavy
from diary.alerts.signals.cycle import (
    cycle_of,
    cycles_running,
    has_cycles_on,
    mid_cycle_spotting,
    periods_within,
    spells_between_periods,
)
from diary.alerts.signals.person import is_at_least
from diary.alerts.verdict import QUIET, NotEnough, Verdict, fires
from diary.alerts.who import UTERUS
from diary.cycles import Spell
from diary.model.background_words import Condition, Investigation, Medication

FAMILY = "bleeding_between_periods"
A_YEAR = 365

WOMB_RISKS = (
    Condition.BMI_40_PLUS,
    Condition.PCOS,
    Condition.DIABETES,
    Condition.LYNCH_SYNDROME,
)


def _mid_cycle(case: Case, n: Numbers) -> Verdict:
    """IMB-1; from 45 on such spotting counts with all that is unexpected (IMB-2 to 5)."""
    if is_at_least(case, n["age"]):
        return QUIET
    found = mid_cycle_spotting(case, n["window_days"])
    latest = [spell for spell in found if (case.as_of - spell.end).days <= n["recent_days"]]
    if not latest or cycles_running(case, found) >= n["cycles_running"]:
        return QUIET
    return fires(latest)


def _one_spell(case: Case, n: Numbers) -> Verdict:
    """IMB-2; where every spell has a reason to wait, they stand together as one note to watch.

    What looks heavy is an alert, and no note.
    """
    found = _without_hormones(case, n)
    unexplained = [spell for spell in found if not reasons.explain(case, spell, n)]
    if len(unexplained) > 1 or not found:
        return QUIET
    shown = unexplained or found
    is_heavy = any(looks_heavy(entry) for spell in shown for entry in spell.entries)
    return fires(shown, quiet=False if is_heavy else None)


def _came_back_or_lasts(case: Case, n: Numbers) -> Verdict:
    """IMB-3."""
    found = [s for s in _without_hormones(case, n) if not reasons.explain(case, s, n)]
    long = [spell for spell in found if spell.length >= n["days_long"]]
    return fires(found) if len(found) >= n["spells"] or long else QUIET


def _without_hormones(case: Case, n: Numbers) -> tuple[Spell, ...]:
    """Return the recent spells on days without a hormonal method or testosterone."""
    found = spells_between_periods(case, n["window_days"])
    return tuple(
        spell
        for spell in found
        if not holding(case, *HORMONAL, Medication.TESTOSTERONE, on=spell.start)
    )


def _months_running(case: Case, n: Numbers) -> Verdict:
    """IMB-4; a scan since it began makes it routine."""
    found = _with_cycles(case, spells_between_periods(case, A_YEAR))
    running = _in_running_months(found)
    months = {_month(spell.start) for spell in running}
    if len(months) < n["months"] or (case.as_of - running[-1].end).days > n["recent_days"]:
        return QUIET
    risks = (*holding(case, *WOMB_RISKS), *ever(case, Medication.TAMOXIFEN))
    scans = ever(case, Investigation.PELVIC_ULTRASOUND)
    is_scanned = any(scan.start and scan.start >= running[0].start for scan in scans)
    urgency = Urgency.WITHIN_TWO_WEEKS if risks and not is_scanned else None
    raising = sorted(months)[int(n["months"]) - 1]
    raised_on = next(spell.start for spell in running if _month(spell.start) == raising)
    return fires(running, risks, urgency=urgency, raised_on=raised_on)


def _with_cycles(case: Case, spells: tuple[Spell, ...]) -> tuple[Spell, ...]:
    return tuple(spell for spell in spells if has_cycles_on(case, spell.start))


def _in_running_months(spells: tuple[Spell, ...]) -> list[Spell]:
    """Return the latest spells that each began at most one month after the one before."""
    running: list[Spell] = []
    for spell in reversed(spells):
        if running and _month(running[-1].start) - _month(spell.start) > 1:
            break
        running.append(spell)
    return running[::-1]


def _month(day: date) -> int:
    return day.year * 12 + day.month


def _from_45(case: Case, n: Numbers) -> Verdict:
    """IMB-5."""
    found = _with_cycles(case, spells_between_periods(case, n["window_days"]))
    cycles = [cycle_of(case, spell) for spell in found]
    if len(set(cycles)) < n["cycles"]:
        return QUIET
    is_old_enough = is_at_least(case, n["age"])
    if is_old_enough is None:
        return NotEnough(needs="your year of birth")
    raising = sorted(set(cycles))[int(n["cycles"]) - 1]
    raised_on = found[cycles.index(raising)].start
    return fires(found, raised_on=raised_on) if is_old_enough else QUIET


def _before_periods(case: Case, n: Numbers) -> Verdict:
    """IMB-6."""
    found = [
        period
        for period in periods_within(case, n["window_days"])
        if period.spotting_before > n["days"]
    ]
    return fires(found) if len(found) >= n["cycles"] else QUIET


RULES: tuple[Rule, ...] = (
    Rule(
        code="IMB-1",
        version=2,
        family=FAMILY,
        urgency=Urgency.WATCH,
        quiet=True,
        title="Light spotting in the middle of your cycle",
        clinical="Mid-cycle spotting, up to 2 days",
        pattern=(
            "Spotting for up to 2 days in the middle of the cycle, in {window_days} days and last "
            "in {recent_days} days; fewer than {cycles_running} cycles running, under {age}."
        ),
        what_to_do="Write it down if it comes again.",
        why="Light spotting at egg release is common.",
        what_to_say="I spot for a day or two in the middle of my cycle.",
        less_urgent_if="It stays at a day or two now and then.",
        more_urgent_if="It comes three cycles running, lasts longer, or comes after sex.",
        sources=(sources.MID_CYCLE_PAGE, sources.DASHARATHY),
        who=UTERUS,
        numbers={"window_days": 120, "recent_days": 35, "cycles_running": 3, "age": 45},
        raised_by=BLEEDS_EASILY,
        check=_mid_cycle,
    ),
    Rule(
        code="IMB-2",
        version=2,
        family=FAMILY,
        urgency=Urgency.ROUTINE,
        quiet=True,
        title="Bleeding between periods",
        clinical="Intermenstrual or unscheduled bleeding, single episode",
        pattern=(
            "One bleed outside the periods and the middle of the cycle in {window_days} days, not "
            "after sex, without a hormonal method or testosterone. No note where it looks heavy."
        ),
        what_to_do="A sexual health clinic can help, too.",
        why="The NHS says to have bleeding between periods checked, without a rush.",
        what_to_say="I had bleeding between my periods.",
        less_urgent_if="You missed pills, took an emergency pill, or began a new method.",
        more_urgent_if="It comes back, gets heavier, hurts, or comes after sex.",
        sources=(sources.NHS_BLEEDING, sources.ARTICLE_THERAPIST),
        who=UTERUS,
        numbers={"window_days": 90, **reasons.SETTLING_NUMBERS},
        raised_by=BLEEDS_EASILY,
        waits_for=reasons.SETTLING,
        check=_one_spell,
    ),
    Rule(
        code="IMB-3",
        version=2,
        family=FAMILY,
        urgency=Urgency.ROUTINE,
        title="Bleeding between periods that came back or lasted",
        clinical="Intermenstrual or unscheduled bleeding, recurrent or for 3 days or more",
        pattern=(
            "{spells} or more bleeds outside the periods and the middle of the cycle in "
            "{window_days} days, or one of {days_long} days or more; not after sex, without a "
            "hormonal method or testosterone."
        ),
        what_to_do="Ask for an examination and an infection test.",
        why="It has come back or lasted, so it is worth a check.",
        what_to_say="I keep bleeding between my periods.",
        less_urgent_if="You missed pills, took an emergency pill, or began a new method.",
        more_urgent_if="It gets heavier or hurts, or you bleed after sex too.",
        sources=(sources.NHS_BLEEDING, sources.ARTICLE_THERAPIST, sources.DESIGN),
        who=UTERUS,
        numbers={"window_days": 90, "spells": 2, "days_long": 3, **reasons.SETTLING_NUMBERS},
        supersedes=("IMB-2",),
        raised_by=BLEEDS_EASILY,
        leaves_out=reasons.SETTLING,
        check=_came_back_or_lasts,
    ),
    Rule(
        code="IMB-4",
        family=FAMILY,
        urgency=Urgency.ROUTINE,
        title="Bleeding between periods for more than three months",
        clinical="Persistent intermenstrual bleeding, over 3 consecutive months",
        pattern=(
            "Bleeding between periods in {months} or more calendar months running, the last in "
            "{recent_days} days. Within two weeks with a BMI of 40 or more, PCOS, diabetes, Lynch "
            "syndrome or tamoxifen, unless a scan was done since it began."
        ),
        what_to_do="Ask for an examination, and whether you need a scan.",
        why="Bleeding between periods for over 3 months should be examined, often with a scan.",
        what_to_say="I have bled between my periods for more than three months.",
        less_urgent_if="You had a scan for it and know the plan.",
        more_urgent_if="It gets heavier, or you bleed after sex too.",
        sources=(
            sources.WHEN_TO_INVESTIGATE,
            sources.MORGAN,
            sources.BNSSG_BLEEDING,
            sources.CORNWALL,
            sources.CARE_PATHWAYS,
        ),
        who=UTERUS,
        numbers={"months": 4, "recent_days": 60},
        supersedes=("IMB-2", "IMB-3"),
        raised_by=BLEEDS_EASILY,
        check=_months_running,
    ),
    Rule(
        code="IMB-5",
        version=2,
        family=FAMILY,
        urgency=Urgency.WITHIN_TWO_WEEKS,
        title="New bleeding between periods from 45",
        clinical="Intermenstrual bleeding in 2 or more cycles, aged 45 or over",
        pattern=(
            "Bleeding between periods, also in mid-cycle, in {cycles} or more cycles in "
            "{window_days} days, at {age} or over."
        ),
        what_to_do="Ask for an examination, and whether you need a scan.",
        why="From 45, new bleeding between periods should be seen soon.",
        what_to_say="I am over 45 and bleed between my periods.",
        less_urgent_if="You were examined, had a scan, and know the plan.",
        more_urgent_if="It gets heavier, or you bleed after sex too.",
        sources=(sources.MORGAN, sources.CORNWALL, sources.ACOG_128),
        who=UTERUS,
        numbers={"window_days": 183, "cycles": 2, "age": 45},
        supersedes=("IMB-2", "IMB-3", "IMB-4"),
        raised_by=BLEEDS_EASILY,
        check=_from_45,
    ),
    Rule(
        code="IMB-6",
        family=FAMILY,
        urgency=Urgency.ROUTINE,
        title="Spotting for days before your periods",
        clinical="Premenstrual spotting for more than 2 days in 3 or more cycles",
        pattern=(
            "More than {days} days of spotting before the period in {cycles} or more cycles in "
            "{window_days} days."
        ),
        what_to_do="Show them the days in your diary.",
        why="A pattern worth showing your doctor.",
        what_to_say="I spot for some days before each period.",
        less_urgent_if="It stops by itself for some cycles.",
        more_urgent_if="Your periods hurt more, or you bleed after sex too.",
        sources=(sources.HEITMANN,),
        who=UTERUS,
        numbers={"window_days": 183, "days": 2, "cycles": 3},
        raised_by=BLEEDS_EASILY,
        check=_before_periods,
    ),
)
