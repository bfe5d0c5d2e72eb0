"""Without a womb, near the menopause, with tamoxifen (PMB-8, 9, 10)."""

from diary.alerts import reasons, sources
from diary.alerts.assessment import Urgency
from diary.alerts.case import Case
from diary.alerts.modifiers import BLEEDS_EASILY
from diary.alerts.rule import Numbers, Rule, Who
from diary.alerts.rules.menopause.after import NOT_AFTER_MENOPAUSE
from diary.alerts.signals import after_sex
from diary.alerts.signals.background import ever
from diary.alerts.signals.bleeding import looks_heavy
from diary.alerts.signals.cycle import last_cycles, periods_within, spells_between_periods
from diary.alerts.signals.hrt import unplanned_on_hrt
from diary.alerts.signals.menopause import FAMILY, bleeding_after_menopause, is_after_menopause
from diary.alerts.signals.person import (
    has_neovagina,
    has_uterus,
    has_vagina,
    is_at_least,
    is_known,
    lacks,
)
from diary.alerts.signals.procedures import EXPECTED_DAYS
from diary.alerts.signals.vaginal_blood import runs_within
from diary.alerts.verdict import QUIET, HasEntries, Verdict, fires
from diary.alerts.who import UTERUS
from diary.cycles import Cycle
from diary.model import Entry
from diary.model.background_words import Medication
from diary.model.vocabulary import MenstrualStatus

ELHT = "East Lancashire Hospitals: Bleeding after menopause (read 2026)"
NG23 = "NICE NG23: Menopause (not re-read)"

NO_WOMB = Who(
    "people with a vagina and no womb",
    (has_vagina, is_known(lacks(has_uterus)), lacks(is_known(has_neovagina))),
)


def _without_womb(case: Case, n: Numbers) -> Verdict:
    """PMB-8; before the menopause blood after sex has its own rules."""
    found = runs_within(case, n["window_days"])
    if not is_after_menopause(case):
        found = tuple(run for run in found if not run.is_after_sex)
    return fires(found) if found else QUIET


def _changing_cycles(case: Case, n: Numbers) -> Verdict:
    """PMB-9; where anything else is there, that has its own rules."""
    if not _is_near_menopause(case, n):
        return QUIET
    cycles = last_cycles(case, n["cycles"], recent_days=n["recent_days"])
    outside = [cycle for cycle in cycles if not n["shortest"] <= cycle.length <= n["longest"]]
    if not outside or _has_other_bleeding(case, n):
        return QUIET
    return fires(_first_days(case, outside))


def _is_near_menopause(case: Case, n: Numbers) -> bool:
    """Say whether cycles may change at this age: said so from 40, unsaid once CYC-1 has ended."""
    status = case.profile.menstrual_status
    if status is MenstrualStatus.PERIMENOPAUSE:
        return is_at_least(case, n["age"]) is not False
    is_open = status in (None, MenstrualStatus.MENSTRUATING)
    return is_open and is_at_least(case, n["unsaid_age"]) is True


def _has_other_bleeding(case: Case, n: Numbers) -> bool:
    periods = periods_within(case, n["window_days"])
    return bool(
        after_sex.episodes(case, n["window_days"])
        or spells_between_periods(case, n["window_days"])
        or any((period.length or 0) > n["days_long"] for period in periods)
        or any(looks_heavy(entry) for period in periods for entry in period.entries)
    )


def _first_days(case: Case, cycles: list[Cycle]) -> list[Entry]:
    starts = {day for cycle in cycles for day in (cycle.start, cycle.next_start)}
    return [e for p in case.chart.periods if p.start in starts for e in p.entries[:1]]


def _with_tamoxifen(case: Case, n: Numbers) -> Verdict:
    """PMB-10; before the menopause everything but a period, with HRT everything unplanned."""
    tamoxifen = ever(case, Medication.TAMOXIFEN)
    if not tamoxifen:
        return QUIET
    days = n["window_days"]
    after = bleeding_after_menopause(case, no_period_days=n["no_period_days"])
    found: tuple[HasEntries, ...] = (
        *(run for run in after if (case.as_of - run.end).days <= days),
        *after_sex.episodes(case, days),
        *spells_between_periods(case, days),
        *unplanned_on_hrt(case, days),
    )
    return fires(found, tamoxifen) if found else QUIET


RULES: tuple[Rule, ...] = (
    Rule(
        code="PMB-8",
        version=2,
        family=FAMILY,
        urgency=Urgency.ROUTINE,
        title="Bleeding without a womb",
        clinical="Vaginal bleeding after hysterectomy or without a uterus",
        pattern=(
            "Vaginal bleeding in {window_days} days without a womb. Before the menopause only what"
            " is not after sex."
        ),
        what_to_do="Ask for an examination, and say that there is no womb.",
        why="It is worth a check, and less urgent without a womb.",
        what_to_say="I have no womb, and I bleed from the vagina.",
        less_urgent_if="A clinician has checked it and agreed a plan with you.",
        more_urgent_if="You had surgery there in the last three months, or it gets heavy.",
        sources=(sources.DEVON_PMB,),
        who=NO_WOMB,
        numbers={"window_days": 183, **EXPECTED_DAYS},
        supersedes=("PCB-1", "PCB-2", "PCB-5", "PCB-16", "PCB-18", "PCB-19"),
        raised_by=BLEEDS_EASILY,
        waits_for=(reasons.recent_operation,),
        check=_without_womb,
    ),
    Rule(
        code="PMB-9",
        family=FAMILY,
        urgency=Urgency.WATCH,
        quiet=True,
        title="Your cycles are changing",
        clinical="Perimenopausal change of cycle length alone",
        pattern=(
            "Near the menopause (said so from {age}, or {unsaid_age} and over): one or more of the"
            " last {cycles} cycles, in {recent_days} days, under {shortest} or over {longest} "
            "days, and nothing else. Not with other bleeding, heavy bleeding or periods over "
            "{days_long} days in {window_days} days."
        ),
        what_to_do="Write down each period, so that you can see how they change.",
        why="Changing cycles are expected now.",
        what_to_say="My periods come at other times than they used to.",
        less_urgent_if="You feel well and nothing else has changed.",
        more_urgent_if="You bleed between periods or after sex, or for more than eight days.",
        sources=(ELHT, NG23),
        who=UTERUS,
        numbers={
            "age": 40,
            "unsaid_age": 46,
            "cycles": 4,
            "recent_days": 90,
            "shortest": 24,
            "longest": 38,
            "window_days": 183,
            "days_long": 8,
        },
        supersedes=("CYC-1",),
        check=_changing_cycles,
    ),
    Rule(
        code="PMB-10",
        family=FAMILY,
        urgency=Urgency.WITHIN_TWO_WEEKS,
        title="Unexpected bleeding, and tamoxifen now or earlier",
        clinical="Unscheduled vaginal bleeding, tamoxifen current or past",
        pattern=(
            "Tamoxifen now or ever, and in {window_days} days vaginal blood after the menopause or"
            " after {no_period_days} days without a period, after sex, between periods, or "
            "unplanned on HRT."
        ),
        what_to_do="Say that you take or took tamoxifen.",
        why="Tamoxifen can thicken the womb lining, so any bleed is checked.",
        what_to_say="I take or took tamoxifen, and now I have bled when I did not expect it.",
        less_urgent_if="A clinician has checked this bleed and agreed a plan with you.",
        more_urgent_if="It gets heavy, does not stop, or you feel faint.",
        sources=(sources.SCOTLAND, sources.SCOTLAND_2019, sources.DEVON_PMB),
        who=UTERUS,
        numbers={"window_days": 365, "no_period_days": 365},
        supersedes=(
            *(f"PMB-{number}" for number in (1, 2, 3, 4, 7, 12)),
            *NOT_AFTER_MENOPAUSE,
        ),
        raised_by=BLEEDS_EASILY,
        check=_with_tamoxifen,
    ),
)
