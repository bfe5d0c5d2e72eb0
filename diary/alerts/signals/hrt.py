"""HRT: bleeding on it and after it, whether it still settles, and what makes a bleed weigh more."""

from datetime import date

from diary.alerts.case import Case
from diary.alerts.once import once
from diary.alerts.signals.background import ever, holding
from diary.alerts.signals.courses import Course, course, last_end
from diary.alerts.signals.menopause import SYSTEMIC_HRT
from diary.alerts.signals.planned import is_planned
from diary.alerts.signals.vaginal_blood import Run, runs_within
from diary.model import Fact
from diary.model.background_words import Condition, Contraception, Hrt
from diary.model.fact import FactWord

MAJOR = (Condition.BMI_40_PLUS, Condition.LYNCH_SYNDROME, Condition.COWDEN_SYNDROME)
MINOR = (Condition.BMI_30_39, Condition.DIABETES, Condition.PCOS)


def hrt_on(case: Case, day: date) -> Course | None:
    """Return the course of HRT on a day; a hormonal IUD fitted during it counts as a change."""
    found = course(case, *SYSTEMIC_HRT, on=day)
    if found is None:
        return None
    first = found.started or date.min
    iuds = [
        fact
        for fact in ever(case, Contraception.HORMONAL_IUD)
        if fact.start and first < fact.start <= day and fact.holds_on(day)
    ]
    return Course((*found.facts, *iuds))


@once
def bleeding_on_hrt(case: Case, days: float) -> tuple[Run, ...]:
    """Return the recent runs that began while on HRT."""
    return tuple(r for r in runs_within(case, days) if hrt_on(case, r.start) is not None)


def unplanned_on_hrt(case: Case, days: float) -> tuple[Run, ...]:
    """Return the recent runs on HRT that are not the planned bleed of a sequential one."""
    return tuple(run for run in bleeding_on_hrt(case, days) if not is_planned(case, run))


def is_settling(case: Case, run: Run, *, start_days: float, change_days: float) -> bool:
    """Say whether a run began so soon after HRT was started or changed; unknown is no."""
    found = hrt_on(case, run.start)
    return found is not None and (
        found.started_within(start_days, run.start) or found.changed_within(change_days, run.start)
    )


def stopped_before(case: Case, day: date) -> Fact | None:
    """Return the HRT that was stopped last before a day on which there was none."""
    return last_end(case, *SYSTEMIC_HRT, before=day)


def hrt_explains(case: Case, run: Run, *, stop_days: float) -> bool:
    """Say whether a run began on HRT, or was over in less than so many days after its end."""
    if hrt_on(case, run.start) is not None:
        return True
    stopped = stopped_before(case, run.start)
    return stopped is not None and days_after(stopped, run.end) < stop_days


def days_after(stopped: Fact, day: date) -> int:
    """Return the days from the end of a fact to a day."""
    return (day - (stopped.end or day)).days


def taken_for(case: Case, day: date, *words: FactWord) -> int | None:
    """Return for how many days one of these has been taken without a break; None: not known."""
    found = course(case, *words, on=day)
    if found is None or found.started is None:
        return None
    return (day - found.started).days


def oestrogen_alone_for(case: Case, day: date) -> int | None:
    """Return for how many days oestrogen has been taken without any progestogen.

    A hormonal IUD serves as the progestogen part.
    """
    if holding(case, Contraception.HORMONAL_IUD, on=day):
        return None
    return taken_for(case, day, Hrt.OESTROGEN_ONLY)


def low_progestogen_for(case: Case, day: date) -> int | None:
    """Return for how many days the progestogen has been lower than the oestrogen needs."""
    days = [
        (day - fact.start).days
        for fact in holding(case, *SYSTEMIC_HRT, on=day)
        if fact.low_progestogen and fact.start
    ]
    return max(days, default=None)
