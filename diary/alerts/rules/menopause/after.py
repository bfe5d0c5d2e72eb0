"""Blood after the menopause, with a womb and without HRT (PMB-1, 2, 11, 12)."""

from diary.alerts import sources
from diary.alerts.assessment import Urgency
from diary.alerts.case import Case
from diary.alerts.modifiers import BLEEDS_EASILY
from diary.alerts.rule import Numbers, Rule
from diary.alerts.signals.background import ever, holding
from diary.alerts.signals.hrt import hrt_explains
from diary.alerts.signals.menopause import (
    FAMILY,
    LOOKED_AT_THE_WOMB,
    bleeding_after_menopause,
    check_after,
    check_before,
    is_after_menopause,
    something_stops_periods,
)
from diary.alerts.signals.person import is_at_least
from diary.alerts.signals.pregnancy import ongoing
from diary.alerts.signals.procedures import EXPECTED_DAYS, healing_on
from diary.alerts.signals.vaginal_blood import Run, runs_within
from diary.alerts.verdict import QUIET, NotEnough, Verdict, fires
from diary.alerts.who import UTERUS
from diary.model import Fact
from diary.model.background_words import Hrt, Result
from diary.model.vocabulary import MenstrualStatus

NHS_PMB = "NHS.uk text: Postmenopausal bleeding, em-doctors.com (read 2026)"
NG12_SUMMARY = "Macmillan: NICE NG12 summary, gynaecological cancer (read 2026)"
LOTHIAN_PMB = "NHS Lothian RefHelp: Postmenopausal bleeding (read 2026)"
BMS_VAGINAL = "BMS 2024: Unscheduled bleeding, vaginal oestrogen (not re-read)"

LAST_PERIOD = NotEnough(needs="when your last period was")
COUNTED = {"window_days": 365, "no_period_days": 365, "stop_days": 28, "checked_days": 90}
SAID_OTHERWISE = (MenstrualStatus.MENSTRUATING, MenstrualStatus.NONE)

NOT_AFTER_MENOPAUSE = (
    *(f"PCB-{number}" for number in (1, 2, 3, 5, 7, 10, 11, 12, 16, 18, 19)),
    *(f"IMB-{number}" for number in range(1, 7)),
    *(f"CYC-{number}" for number in range(1, 4)),
    "HVY-1",
    "HVY-3",
    *(f"HRM-{number}" for number in range(1, 9)),
)
"""What bleeding after the menopause says better: it is no period and no bleeding between them."""


def unexplained(case: Case, n: Numbers) -> tuple[Run, ...]:
    """Return the recent blood after the menopause that began without HRT, nor as it wore off."""
    return tuple(
        run
        for run in _all(case, n)
        if (case.as_of - run.end).days <= n["window_days"]
        and not hrt_explains(case, run, stop_days=n["stop_days"])
    )


def unchecked(case: Case, n: Numbers) -> tuple[Run, ...]:
    """Return those that no normal check has dealt with; PMB-11 is for those that came back."""
    found = unexplained(case, n)
    return tuple(
        run
        for run in found
        if check_before(case, run, _all(case, n)) is None and not _was_checked(case, run, n)
    )


def _all(case: Case, n: Numbers) -> tuple[Run, ...]:
    return bleeding_after_menopause(case, no_period_days=n["no_period_days"])


def _was_checked(case: Case, run: Run, n: Numbers) -> bool:
    """Say whether a normal check after it is older than the time for which a visit quiets."""
    check = check_after(case, run)
    if check is None or check.start is None:
        return False
    return (case.as_of - check.start).days > n["checked_days"]


def _from_45(case: Case, n: Numbers) -> Verdict:
    """PMB-1; an age that was not said counts as 45."""
    if is_at_least(case, n["age"]) is False:
        return QUIET
    found = unchecked(case, n)
    if found:
        return fires(found)
    return LAST_PERIOD if runs_within(case, n["window_days"]) and _is_open(case) else QUIET


def _is_open(case: Case) -> bool:
    """Say whether nothing is known of periods, nor of what may stop them."""
    is_known = case.profile.menstrual_status is not None or case.chart.periods
    return not (is_known or is_after_menopause(case) or something_stops_periods(case, case.as_of))


def _under_45(case: Case, n: Numbers) -> Verdict:
    """PMB-2; a pregnancy, a method or breastfeeding explains a year without periods.

    Where the person says that they have periods, or none for another reason, an old date of the
    last period is more likely out of date.
    """
    if is_at_least(case, n["age"]) is not False or ongoing(case) is not None:
        return QUIET
    found = unchecked(case, n)
    if found and case.profile.menstrual_status in SAID_OTHERWISE and not is_after_menopause(case):
        return LAST_PERIOD
    return fires(found) if found else QUIET


def _after_normal_check(case: Case, n: Numbers) -> Verdict:
    """PMB-11; routine, with a call to the clinic, soon after the check or while a result is due.

    What comes in the healing time after an operation did not come back: it has PROC-6.
    """
    every = _all(case, n)
    counted = [run for run in unexplained(case, n) if healing_on(case, run.start, n) is None]
    checked = [(run, check_before(case, run, every)) for run in counted]
    again = [(run, check) for run, check in checked if check is not None]
    if not again:
        return QUIET
    late = [
        (run, check)
        for run, check in again
        if _days(run, check) >= n["new_look_days"] and not _is_awaited(case, run, n)
    ]
    shown = late or again
    return fires(
        *(run for run, _ in shown),
        shown[-1][1],
        urgency=None if late else Urgency.ROUTINE,
        raised_on=shown[0][0].start,
    )


def _is_awaited(case: Case, run: Run, n: Numbers) -> bool:
    """Say whether a look at the womb before a run, not long ago, has no result yet."""
    looks = [look for look in ever(case, *LOOKED_AT_THE_WOMB) if look.result is Result.PENDING]
    return any(
        look.start is not None
        and look.start <= run.start
        and (case.as_of - look.start).days <= n["pending_days"]
        for look in looks
    )


def _days(run: Run, check: Fact) -> int:
    return (run.start - (check.start or run.start)).days


def _vaginal_oestrogen(case: Case, n: Numbers) -> Verdict:
    """PMB-12."""
    found = [r for r in unchecked(case, n) if holding(case, Hrt.VAGINAL_OESTROGEN, on=r.start)]
    return fires(found, ever(case, Hrt.VAGINAL_OESTROGEN)) if found else QUIET


RULES: tuple[Rule, ...] = (
    Rule(
        code="PMB-1",
        family=FAMILY,
        urgency=Urgency.WITHIN_TWO_WEEKS,
        title="Bleeding after the menopause",
        clinical="Postmenopausal bleeding, no HRT recorded, aged 45 or over",
        pattern=(
            "Any vaginal blood in {window_days} days, after the menopause or after "
            "{no_period_days} days without a period, at {age} or over or of unknown age, not on "
            "HRT nor in the {stop_days} days after it. Not again for blood that a clear check "
            "followed more than {checked_days} days ago."
        ),
        what_to_do="Say that it is bleeding after the menopause, even if it was one spot.",
        why=(
            "Any bleeding after the menopause should be checked soon. Most causes are not serious."
        ),
        what_to_say="My periods stopped more than a year ago, and now I have bled.",
        less_urgent_if="A clinician has checked this bleed and agreed a plan with you.",
        more_urgent_if="It gets heavy, does not stop, or you feel faint.",
        sources=(
            NHS_PMB,
            NG12_SUMMARY,
            sources.SCOTLAND,
            sources.AU_BLEEDING,
            sources.DEVON_PMB,
            sources.PCB_PRIMARY_CARE,
        ),
        who=UTERUS,
        numbers={**COUNTED, "age": 45},
        supersedes=NOT_AFTER_MENOPAUSE,
        raised_by=BLEEDS_EASILY,
        check=_from_45,
    ),
    Rule(
        code="PMB-2",
        family=FAMILY,
        urgency=Urgency.WITHIN_TWO_WEEKS,
        title="Bleeding after a year without periods",
        clinical="Vaginal bleeding after 12 months or more of amenorrhoea, under 45",
        pattern=(
            "As PMB-1 (blood in {window_days} days, {no_period_days} days without a period, "
            "{stop_days} days after HRT, {checked_days} days after a check), under {age}, where no"
            " pregnancy, method, testosterone or breastfeeding explains it."
        ),
        what_to_do="Do a pregnancy test first, and tell them the result.",
        why="A year without periods and then bleeding needs a check at any age.",
        what_to_say="I had no period for a year or more, and now I have bled.",
        less_urgent_if="A method, a medicine or breastfeeding had stopped your periods.",
        more_urgent_if="The test is positive, or your belly hurts. Then be seen today.",
        sources=(NG12_SUMMARY, sources.DESIGN),
        who=UTERUS,
        numbers={**COUNTED, "age": 45},
        supersedes=NOT_AFTER_MENOPAUSE,
        raised_by=BLEEDS_EASILY,
        check=_under_45,
    ),
    Rule(
        code="PMB-11",
        version=2,
        family=FAMILY,
        urgency=Urgency.WITHIN_TWO_WEEKS,
        title="Bleeding after the menopause came back after a check",
        clinical="Recurrent postmenopausal bleeding after a normal investigation",
        pattern=(
            "Blood after the menopause (as PMB-1: {window_days} days, {no_period_days} days "
            "without a period, {stop_days} days after HRT) that came back after a clear check. "
            "Routine before {new_look_days} days, or with a result awaited for up to "
            "{pending_days}. Not in the healing time of PROC-6 ({womb_look_days}, {ablation_days} "
            "or {surgery_days} days)."
        ),
        what_to_do="Call the clinic that checked you, and say that it came back.",
        why="Even after a clear check, a new bleed needs a new look.",
        what_to_say="I was checked for bleeding after the menopause, and now I bled again.",
        less_urgent_if="The check was less than six months ago. Then a call is enough for now.",
        more_urgent_if="It gets heavy, does not stop, or you feel faint.",
        sources=(LOTHIAN_PMB, sources.DESIGN),
        who=UTERUS,
        numbers={
            "window_days": COUNTED["window_days"],
            "no_period_days": COUNTED["no_period_days"],
            "stop_days": COUNTED["stop_days"],
            "new_look_days": 183,
            "pending_days": 90,
            **EXPECTED_DAYS,
        },
        supersedes=("PMB-1", "PMB-2", "PMB-12", *NOT_AFTER_MENOPAUSE),
        raised_by=BLEEDS_EASILY,
        follows_a_check=True,
        check=_after_normal_check,
    ),
    Rule(
        code="PMB-12",
        family=FAMILY,
        urgency=Urgency.WITHIN_TWO_WEEKS,
        title="Bleeding after the menopause, with vaginal oestrogen",
        clinical="Postmenopausal bleeding on vaginal oestrogen alone",
        pattern=(
            "As PMB-1 (blood in {window_days} days, {no_period_days} days without a period, "
            "{stop_days} days after HRT, {checked_days} days after a check), with vaginal "
            "oestrogen alone."
        ),
        what_to_do="Say that you use vaginal oestrogen, and that you bled.",
        why="A cream, ring or tablet in the vagina does not usually explain bleeding.",
        what_to_say="I use vaginal oestrogen after the menopause, and now I have bled.",
        less_urgent_if="A clinician has checked this bleed and agreed a plan with you.",
        more_urgent_if="It gets heavy, does not stop, or you feel faint.",
        sources=(BMS_VAGINAL,),
        who=UTERUS,
        numbers=COUNTED,
        supersedes=("PMB-1", "PMB-2", *NOT_AFTER_MENOPAUSE),
        raised_by=BLEEDS_EASILY,
        check=_vaginal_oestrogen,
    ),
)
