"""Bleeding on HRT and after it (PMB-3 to 7)."""

from diary.alerts import sources
from diary.alerts.assessment import Urgency
from diary.alerts.case import Case
from diary.alerts.modifiers import BLEEDS_EASILY
from diary.alerts.rule import Numbers, Rule
from diary.alerts.rules.menopause.after import NOT_AFTER_MENOPAUSE
from diary.alerts.signals.background import holding
from diary.alerts.signals.hrt import (
    MAJOR,
    MINOR,
    bleeding_on_hrt,
    days_after,
    hrt_on,
    is_settling,
    low_progestogen_for,
    oestrogen_alone_for,
    stopped_before,
    taken_for,
    unplanned_on_hrt,
)
from diary.alerts.signals.planned import is_planned
from diary.alerts.signals.vaginal_blood import Run, bleeding_days, is_heavy, runs_within
from diary.alerts.verdict import QUIET, Verdict, fires
from diary.alerts.who import UTERUS
from diary.model import Fact
from diary.model.background_words import Hrt
from diary.model.vocabulary import Answer, Clots, MenstrualStatus

FAMILY = "hrt"

PULSE = "Pulse: New guidelines on unexpected bleeding with HRT, BMS 2024 (read 2026)"
DEVON_HRT = "Devon formulary: Unscheduled bleeding on HRT (read 2026)"
NOTEBOOK_HRT = "Primary Care Notebook: Unscheduled bleeding on HRT (read 2026)"
BNSSG_HRT = "Remedy BNSSG: Unscheduled bleeding on HRT, draft, quotes BMS 2024 (read 2026)"
LOTHIAN_HRT = "NHS Lothian RefHelp: Unscheduled bleeding on HRT, 2026 (read 2026)"

STILL_HAS_PERIODS = (MenstrualStatus.MENSTRUATING, MenstrualStatus.PERIMENOPAUSE)


def _settles(case: Case, n: Numbers) -> Verdict:
    """PMB-3; a planned bleed is a note to watch."""
    unplanned = unplanned_on_hrt(case, n["window_days"])
    early = [run for run in unplanned if _is_early(case, run, n)]
    if early:
        return fires(early, _hrt_of(case, early[-1]))
    planned = [
        run
        for run in bleeding_on_hrt(case, n["planned_window_days"])
        if is_planned(case, run) and run.length <= n["planned_days"]
    ]
    return fires(planned, urgency=Urgency.WATCH) if planned else QUIET


def _is_early(case: Case, run: Run, n: Numbers) -> bool:
    return is_settling(
        case, run, start_days=n["settles_days"], change_days=n["change_settles_days"]
    )


def _hrt_of(case: Case, run: Run) -> tuple[Fact, ...]:
    found = hrt_on(case, run.start)
    return found.facts if found else ()


def _settled(case: Case, n: Numbers) -> Verdict:
    """PMB-4; HRT of unknown start counts as settled."""
    unplanned = unplanned_on_hrt(case, n["window_days"])
    late = [run for run in unplanned if not _is_early(case, run, n)]
    return fires(late, _hrt_of(case, late[-1])) if late else QUIET


def _more_than_settling(case: Case, n: Numbers) -> Verdict:
    """PMB-5; of a planned bleed only one that is heavy or long."""
    on_hrt = bleeding_on_hrt(case, n["window_days"])
    found = [
        run
        for run in on_hrt
        if is_heavy(run)
        or run.length > n["days_long"]
        or (_has_clots(run) and not is_planned(case, run))
    ]
    if found:
        return fires(found, _hrt_of(case, found[-1]))
    most = [
        run
        for run in on_hrt
        if bleeding_days(on_hrt, until=run.end, days=n["most_of_days"]) >= n["most_days"]
    ]
    return fires(on_hrt, _hrt_of(case, most[-1]), raised_on=most[0].end) if most else QUIET


def _has_clots(run: Run) -> bool:
    return any(entry.bleeding and entry.bleeding.clots is Clots.SMALL for entry in run.entries)


def _with_risks(case: Case, n: Numbers) -> Verdict:
    """PMB-6."""
    found = [
        run
        for run in unplanned_on_hrt(case, n["window_days"])
        if _major(case, run, n) or _minor(case, run, n) >= n["minor_risks"]
    ]
    if not found:
        return QUIET
    return fires(found, _hrt_of(case, found[-1]), holding(case, *MAJOR, *MINOR))


def _major(case: Case, run: Run, n: Numbers) -> bool:
    return (
        bool(holding(case, *MAJOR))
        or (oestrogen_alone_for(case, run.start) or 0) > n["oestrogen_days"]
        or (taken_for(case, run.start, Hrt.SEQUENTIAL) or 0) > n["sequential_days"]
        or (low_progestogen_for(case, run.start) or 0) > n["low_progestogen_days"]
    )


def _minor(case: Case, run: Run, n: Numbers) -> int:
    """Count the smaller risks, each once."""
    return sum(
        (
            len({fact.what for fact in holding(case, *MINOR)}),
            (oestrogen_alone_for(case, run.start) or 0) >= n["oestrogen_minor_days"],
            (low_progestogen_for(case, run.start) or 0) >= n["low_progestogen_minor_days"],
        )
    )


def _after_stopping(case: Case, n: Numbers) -> Verdict:
    """PMB-7; in the first weeks a note, since it may still stop by itself."""
    after = [
        (run, stopped)
        for run in runs_within(case, n["window_days"])
        if (stopped := _stopped(case, run, n)) and not _may_be_period(case, run)
    ]
    late = [(r, s) for r, s in after if days_after(s, r.end) >= n["stop_days"]]
    shown = late or after
    if not shown:
        return QUIET
    records = [record for pair in shown for record in pair]
    return fires(*records) if late else fires(*records, urgency=Urgency.ROUTINE, quiet=True)


def _stopped(case: Case, run: Run, n: Numbers) -> Fact | None:
    stopped = stopped_before(case, run.end)
    if stopped is None or days_after(stopped, run.end) > n["ex_days"]:
        return None
    return stopped


def _may_be_period(case: Case, run: Run) -> bool:
    return run.said is Answer.YES and case.profile.menstrual_status in STILL_HAS_PERIODS


SETTLING = {"window_days": 183, "settles_days": 183, "change_settles_days": 90}

RULES: tuple[Rule, ...] = (
    Rule(
        code="PMB-3",
        family=FAMILY,
        urgency=Urgency.ROUTINE,
        title="Bleeding while HRT settles in",
        clinical="Bleeding within 6 months of starting or 3 months of changing HRT, or planned",
        pattern=(
            "Unplanned bleeding in {window_days} days, within {settles_days} days after HRT began "
            "or {change_settles_days} days after it changed. A planned bleed of sequential HRT of "
            "up to {planned_days} days, in {planned_window_days} days: a note to watch."
        ),
        what_to_do="Tell the person who prescribes your HRT.",
        why="Spotting is common while HRT settles.",
        what_to_say="I began or changed my HRT lately, and I bleed.",
        less_urgent_if="It is the monthly bleed that your kind of HRT plans for.",
        more_urgent_if="It is heavy, lasts more than a week, or goes on after six months.",
        sources=(PULSE, DEVON_HRT, BNSSG_HRT, sources.HRT_BLEEDING),
        who=UTERUS,
        numbers={**SETTLING, "planned_window_days": 35, "planned_days": 7},
        supersedes=NOT_AFTER_MENOPAUSE,
        raised_by=BLEEDS_EASILY,
        check=_settles,
    ),
    Rule(
        code="PMB-4",
        family=FAMILY,
        urgency=Urgency.WITHIN_TWO_WEEKS,
        title="Unplanned bleeding on HRT",
        clinical="Unscheduled bleeding on HRT after the settling-in time",
        pattern=(
            "Unplanned bleeding in {window_days} days, more than {settles_days} days after HRT "
            "began and more than {change_settles_days} days after it changed."
        ),
        what_to_do="Say which HRT you take, since when, and on which days you bled.",
        why=(
            "Bleeding after the settling-in time should be looked into. "
            "Most causes are not serious."
        ),
        what_to_say="I have taken HRT for a while, and now I bleed when I should not expect it.",
        less_urgent_if="Your prescriber is changing the dose and told you to wait.",
        more_urgent_if="It gets heavy, does not stop, or you feel faint.",
        sources=(PULSE, DEVON_HRT, NOTEBOOK_HRT, BNSSG_HRT, LOTHIAN_HRT, sources.HRT_BLEEDING),
        who=UTERUS,
        numbers=SETTLING,
        supersedes=("PMB-3", *NOT_AFTER_MENOPAUSE),
        raised_by=BLEEDS_EASILY,
        check=_settled,
    ),
    Rule(
        code="PMB-5",
        family=FAMILY,
        urgency=Urgency.WITHIN_TWO_WEEKS,
        title="Heavy or long bleeding on HRT",
        clinical="Heavy, prolonged or persistent bleeding on HRT",
        pattern=(
            "On HRT, in {window_days} days: bleeding that is heavy, unplanned with clots, or "
            "longer than {days_long} days; or bleeding on {most_days} or more of {most_of_days} "
            "days."
        ),
        what_to_do="Say how much and for how many days you bled.",
        why="This is more than settling-in bleeding.",
        what_to_say="I take HRT, and my bleeding is heavy or goes on and on.",
        less_urgent_if="Your prescriber knows of it, and the plan is clear.",
        more_urgent_if="You soak a pad an hour, or feel faint.",
        sources=(BNSSG_HRT, sources.HRT_BLEEDING, sources.DESIGN),
        who=UTERUS,
        numbers={"window_days": 183, "days_long": 7, "most_days": 15, "most_of_days": 28},
        supersedes=("PMB-3", "PMB-4", *NOT_AFTER_MENOPAUSE),
        raised_by=BLEEDS_EASILY,
        check=_more_than_settling,
    ),
    Rule(
        code="PMB-6",
        family=FAMILY,
        urgency=Urgency.WITHIN_TWO_WEEKS,
        title="Bleeding on HRT, and something that makes it weigh more",
        clinical="Unscheduled bleeding on HRT with endometrial risk factors",
        pattern=(
            "Unplanned bleeding on HRT in {window_days} days with one large risk (BMI of 40 or "
            "more, Lynch or Cowden syndrome, oestrogen alone over {oestrogen_days} days, "
            "sequential HRT over {sequential_days} days, little progestogen over "
            "{low_progestogen_days} days), or {minor_risks} smaller ones (BMI of 30 to 39, "
            "diabetes, PCOS, oestrogen alone from {oestrogen_minor_days} days, little progestogen "
            "from {low_progestogen_minor_days} days)."
        ),
        what_to_do="Tell them about the conditions and medicines in your diary.",
        why="Your personal risk is higher, so go sooner.",
        what_to_say="I take HRT and bleed, and I have other risks to tell you about.",
        less_urgent_if="You had a scan for this bleed, and the plan is clear.",
        more_urgent_if="It gets heavy, does not stop, or you feel faint.",
        sources=(DEVON_HRT, BNSSG_HRT, sources.HRT_BLEEDING),
        who=UTERUS,
        numbers={
            "window_days": 183,
            "minor_risks": 3,
            "oestrogen_days": 183,
            "oestrogen_minor_days": 90,
            "sequential_days": 1826,
            "low_progestogen_days": 365,
            "low_progestogen_minor_days": 183,
        },
        supersedes=("PMB-3", "PMB-4", *NOT_AFTER_MENOPAUSE),
        raised_by=BLEEDS_EASILY,
        check=_with_risks,
    ),
    Rule(
        code="PMB-7",
        family=FAMILY,
        urgency=Urgency.WITHIN_TWO_WEEKS,
        title="Bleeding after HRT was stopped",
        clinical="Bleeding 4 weeks or more after stopping HRT",
        pattern=(
            "Bleeding in {window_days} days that goes on {stop_days} or more days after HRT was "
            "stopped, for up to {ex_days} days after it. Before that a note."
        ),
        what_to_do="Say when you stopped HRT, and on which days you bled since.",
        why="Bleeding should stop within about 4 weeks of stopping HRT.",
        what_to_say="I stopped HRT more than four weeks ago, and I still bleed.",
        less_urgent_if="You stopped less than four weeks ago. Then wait and see if it stops.",
        more_urgent_if="It gets heavy, does not stop, or you feel faint.",
        sources=(PULSE, LOTHIAN_HRT),
        who=UTERUS,
        numbers={"window_days": 183, "stop_days": 28, "ex_days": 183},
        supersedes=("PMB-1", "PMB-2", "PMB-3", "PMB-4", *NOT_AFTER_MENOPAUSE),
        raised_by=BLEEDS_EASILY,
        check=_after_stopping,
        lead={
            Urgency.ROUTINE: (
                "Tell the person who prescribed your HRT. There is no rush. "
                "If you still bleed four weeks after stopping, ask to be seen within two weeks."
            ),
        },
    ),
)
