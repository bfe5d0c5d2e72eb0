"""The planned bleed of a combined method or of sequential HRT."""

from datetime import timedelta

from diary.alerts.case import Case
from diary.alerts.signals.background import ever
from diary.alerts.signals.bleeding import PERIOD_LIKE
from diary.alerts.signals.vaginal_blood import Run, runs
from diary.cycles.methods import AFTER_STOPPING
from diary.model.background_words import Contraception, Hrt
from diary.model.fact import FactWord
from diary.model.vocabulary import Amount, Answer

COMBINED = (Contraception.COMBINED_PILL, Contraception.PATCH, Contraception.RING)
MAY_BE_SEQUENTIAL = (Hrt.SEQUENTIAL, Hrt.OTHER)
A_MONTH_APART = range(24, 33)
"""Days between the starts of two planned bleeds: four weeks, give or take (our choice)."""


def is_planned(case: Case, run: Run) -> bool:
    """Say whether a run is the planned bleed of what the person takes, or looks like it.

    The person's word counts first. Where they did not say, it is when it is like a period, or
    light and about a month from another bleed; spotting and blood after sex never are.
    """
    if run.said is Answer.YES:
        return _takes(case, run, *COMBINED, *MAY_BE_SEQUENTIAL)
    if (
        run.said is Answer.NO
        or run.is_after_sex
        or not _takes(case, run, *COMBINED, Hrt.SEQUENTIAL)
    ):
        return False
    if run.amount in PERIOD_LIKE:
        return True
    return run.amount is not Amount.SPOTTING and _comes_monthly(case, run)


def _takes(case: Case, run: Run, *words: FactWord) -> bool:
    """Say whether one of these was in use when a run began, or was stopped in the week before."""
    days = (run.start, run.start - timedelta(days=AFTER_STOPPING))
    return any(fact.holds_on(day) for fact in ever(case, *words) for day in days)


def _comes_monthly(case: Case, run: Run) -> bool:
    return any(
        abs((other.start - run.start).days) in A_MONTH_APART and not other.is_after_sex
        for other in runs(case)
    )
