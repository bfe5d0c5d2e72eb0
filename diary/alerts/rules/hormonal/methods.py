"""Bleeding with a hormonal method (HRM-1 to 4)."""

from diary.alerts import reasons
from diary.alerts.assessment import Urgency
from diary.alerts.case import Case
from diary.alerts.modifiers import BLEEDS_EASILY, BLEEDS_EASILY_OR_IMMUNE
from diary.alerts.rule import Numbers, Rule
from diary.alerts.signals import after_sex
from diary.alerts.signals.background import HORMONAL, ever, holding, started_within
from diary.alerts.signals.methods import (
    NOT_IUD,
    bleeding_with_method,
    in_use_since,
    unplanned_with_method,
)
from diary.alerts.signals.person import is_at_least
from diary.alerts.signals.pregnancy import pregnancy_possible
from diary.alerts.signals.vaginal_blood import Run, is_light, is_painless
from diary.alerts.verdict import QUIET, NotEnough, Verdict, fires
from diary.alerts.who import CERVIX, UTERUS
from diary.model import Fact
from diary.model.background_words import Condition, Contraception, Medication

FAMILY = "contraception"

NOTEBOOK = "GPnotebook: Unscheduled bleeding with hormonal contraception, FSRH 2009 (read 2026)"
CARDS = "FSRH 2015 flashcards: Problematic bleeding (read 2026, weak page)"
BMJ_BLEEDING = "BMJ 2013;346:f3251: Bleeding with contraception, summary (read 2026)"
FSRH_BLEEDING = "FSRH: Problematic bleeding with hormonal contraception (not re-read)"

WOMB_RISKS = (
    Condition.BMI_40_PLUS,
    Condition.PCOS,
    Condition.LYNCH_SYNDROME,
    Condition.COWDEN_SYNDROME,
)


def _settling_in(case: Case, n: Numbers) -> Verdict:
    """HRM-1."""
    found = [
        run
        for run in unplanned_with_method(case, n["window_days"], *NOT_IUD)
        if _is_new(case, run, n) and is_light(run) and is_painless(case, run)
        if not reasons.heals(case, run, n)
    ]
    after = [
        bleed
        for bleed in after_sex.episodes(case, n["window_days"])
        if started_within(case, n["new_method_days"], *NOT_IUD, on=bleed.start)
    ]
    is_calm = len(after) < n["times"] and pregnancy_possible(case) is False
    return fires(found, _started(case)) if found and is_calm else QUIET


def _is_new(case: Case, run: Run, n: Numbers) -> bool:
    """Say whether a run began in the first days of a method; an unknown start is none."""
    since = in_use_since(case, run.start)
    return since is not None and (run.start - since).days <= n["new_method_days"]


def _started(case: Case) -> tuple[Fact, ...]:
    return holding(case, *NOT_IUD)


def _needs_a_look(case: Case, n: Numbers) -> Verdict:
    """HRM-2; a quiet note while all of it is light and painless, and not too often or too long."""
    found = _unsettled(case, n)
    is_little = all(is_light(run) and is_painless(case, run) for run in found)
    return fires(found, quiet=is_little and not _is_too_much(found, n)) if found else QUIET


def _unsettled(case: Case, n: Numbers) -> tuple[Run, ...]:
    """Return what is no settling-in: too often, too long, later than that, or more than light."""
    every = bleeding_with_method(case, n["window_days"], *NOT_IUD)
    counted = tuple(run for run in every if not reasons.heals(case, run, n))
    if _is_too_much(counted, n):
        return counted
    return tuple(
        run
        for run in unplanned_with_method(case, n["window_days"], *NOT_IUD)
        if not (_is_new(case, run, n) and is_light(run) and is_painless(case, run))
        and not reasons.heals(case, run, n)
    )


def _is_too_much(found: tuple[Run, ...], n: Numbers) -> bool:
    """Say whether bleeding is frequent or prolonged in 90 days (WHO and Belsey)."""
    return len(found) > n["spells"] or any(run.length >= n["days_long"] for run in found)


def _with_age_or_risk(case: Case, n: Numbers) -> Verdict:
    """HRM-3; also with a hormonal IUD that has settled; missed pills explain it as in HRM-2."""
    found = [
        run for run in (*_unsettled(case, n), *_with_iud(case, n)) if not _has_reason(case, run, n)
    ]
    if not found:
        return QUIET
    risks = (*holding(case, *WOMB_RISKS), *ever(case, Medication.TAMOXIFEN))
    is_older = is_at_least(case, n["age"])
    if is_older or risks:
        return fires(found, risks)
    return NotEnough(needs="your year of birth") if is_older is None else QUIET


def _with_iud(case: Case, n: Numbers) -> tuple[Run, ...]:
    iud = Contraception.HORMONAL_IUD
    return tuple(
        run
        for run in unplanned_with_method(case, n["window_days"], iud)
        if started_within(case, n["iud_days"], iud, on=run.start) is None
        and not reasons.heals(case, run, n)
    )


def _has_reason(case: Case, run: Run, n: Numbers) -> bool:
    return all(
        reasons.missed_pills(case, entry, n) or reasons.emergency_pill(case, entry, n)
        for entry in run.entries
    )


def _after_sex_again(case: Case, n: Numbers) -> Verdict:
    """HRM-4."""
    found = after_sex.not_settled(case, n["window_days"], n["dry_times"])
    used = [bleed for bleed in found if holding(case, *HORMONAL, on=bleed.start)]
    return fires(found, holding(case, *HORMONAL)) if len(used) >= n["times"] else QUIET


UNSETTLED = {
    "window_days": 90,
    "new_method_days": 90,
    "spells": 5,
    "days_long": 14,
    "missed_pill_days": 14,
    "emergency_pill_days": 7,
    **reasons.HEALING_NUMBERS,
}
OTHER_WORDS_FOR_IT = ("IMB-1", "IMB-2", "IMB-3", "IMB-4", "IMB-5", "CYC-2")

RULES: tuple[Rule, ...] = (
    Rule(
        code="HRM-1",
        version=2,
        family=FAMILY,
        urgency=Urgency.WATCH,
        quiet=True,
        title="Light bleeding with a new method",
        clinical="Unscheduled light bleeding in the first 90 days of a hormonal method",
        pattern=(
            "Light, painless, unplanned bleeding in {window_days} days, within {new_method_days} "
            "days of a new pill, patch, ring, implant or injection; not pregnant, and fewer than "
            "{times} bleeds after sex."
        ),
        what_to_do="Keep taking or wearing it as usual, unless you were told otherwise.",
        why="Spotting is common in the first 3 months.",
        what_to_say="I began a new method, and I bleed a little between times.",
        less_urgent_if="It gets lighter from month to month.",
        more_urgent_if="It hurts, gets heavy, comes after sex again, or lasts past three months.",
        sources=(NOTEBOOK, BMJ_BLEEDING, FSRH_BLEEDING),
        who=UTERUS,
        numbers={
            "window_days": 90,
            "new_method_days": 90,
            "times": 2,
            **reasons.HEALING_NUMBERS,
        },
        supersedes=("PCB-1", *OTHER_WORDS_FOR_IT),
        raised_by=BLEEDS_EASILY,
        leaves_out=reasons.HEALING,
        check=_settling_in,
    ),
    Rule(
        code="HRM-2",
        version=2,
        family=FAMILY,
        urgency=Urgency.ROUTINE,
        title="Unplanned bleeding with your method",
        clinical="Unscheduled bleeding with hormonal contraception, persistent or new",
        pattern=(
            "With a hormonal method: unplanned bleeding more than {new_method_days} days after its"
            " start, or more than light, or more than {spells} spells or one of {days_long} days "
            "or more in {window_days} days. A note while it is light and painless and not that "
            "often or long."
        ),
        what_to_do="Ask for an infection test, and whether another method would suit you better.",
        why="After 3 months, or if it changes, have it checked.",
        what_to_say="I use a hormonal method, and I bleed at times when I do not expect it.",
        less_urgent_if="You missed pills. Then see how it is in the next pack.",
        more_urgent_if="It is heavy, hurts, or comes after sex, or you are 45 or older.",
        sources=(NOTEBOOK, CARDS, FSRH_BLEEDING),
        who=UTERUS,
        numbers=UNSETTLED,
        supersedes=("HRM-1", *OTHER_WORDS_FOR_IT),
        raised_by=BLEEDS_EASILY,
        waits_for=(reasons.missed_pills, reasons.emergency_pill),
        leaves_out=reasons.HEALING,
        check=_needs_a_look,
    ),
    Rule(
        code="HRM-3",
        version=2,
        family=FAMILY,
        urgency=Urgency.WITHIN_TWO_WEEKS,
        title="Unplanned bleeding with your method, to be seen sooner",
        clinical="Unscheduled bleeding with hormonal contraception at 45 or over, or with a risk",
        pattern=(
            "As HRM-2 ({window_days} days, {new_method_days} days, {spells} spells, {days_long} "
            "days), also with a hormonal coil of over {iud_days} days, at {age} or over, or with a"
            " BMI of 40 or more, PCOS, Lynch or Cowden syndrome, or tamoxifen. Not counted with "
            "missed pills in the {missed_pill_days} days before or an emergency pill in the "
            "{emergency_pill_days} days before."
        ),
        what_to_do="Ask for an examination, and whether you need a scan.",
        why="At your age or with your other conditions a closer look is advised.",
        what_to_say="I use a hormonal method and bleed at times when I do not expect it.",
        less_urgent_if="You were examined for it, had a scan, and know the plan.",
        more_urgent_if="It gets heavy, does not stop, or you feel faint.",
        sources=(CARDS, FSRH_BLEEDING),
        who=UTERUS,
        numbers={**UNSETTLED, "age": 45, "iud_days": 183},
        supersedes=("HRM-1", "HRM-2", *OTHER_WORDS_FOR_IT),
        raised_by=BLEEDS_EASILY,
        leaves_out=reasons.HEALING,
        check=_with_age_or_risk,
    ),
    Rule(
        code="HRM-4",
        family=FAMILY,
        urgency=Urgency.ROUTINE,
        title="Bleeding after sex that came back, with a hormonal method",
        clinical="Recurrent postcoital bleeding while using hormonal contraception",
        pattern=(
            "{times} or more bleeds after sex with a hormonal method in {window_days} days. Not "
            "after treatment, a negative test since, and then sex {dry_times} times without blood."
        ),
        what_to_do="Ask for an examination and an infection test.",
        why="Spotting is common with a method, but repeat bleeding after sex still needs a look.",
        what_to_say="I use a hormonal method, and I keep bleeding after sex.",
        less_urgent_if="A clinician has checked it and agreed a plan with you.",
        more_urgent_if="It gets heavier or hurts, or your discharge changes.",
        sources=(NOTEBOOK, FSRH_BLEEDING),
        who=CERVIX,
        version=2,
        numbers={"window_days": 183, "times": 2, "dry_times": 3},
        supersedes=("PCB-1", "PCB-2", "PCB-5", "HRM-1", "PCB-7"),
        raised_by=BLEEDS_EASILY_OR_IMMUNE,
        check=_after_sex_again,
    ),
)
