"""After the menopause: who is, which bleeding counts as after it, what was checked.

The person's own word comes first. Without it: a year or more without a period that no method,
hormone, pregnancy or breastfeeding explains (the last period stated by the person, or the diary
without a longer silence); ovaries removed; or 55 and over with nothing said, since by then periods
are over for nearly everybody (FSRH, contraception for people over 40).
"""

from collections.abc import Iterator
from datetime import date, timedelta

from diary.alerts.case import Case
from diary.alerts.once import once
from diary.alerts.signals.background import HORMONAL, ever
from diary.alerts.signals.person import has_neovagina, has_ovaries, has_vagina, is_at_least
from diary.alerts.signals.pregnancy import LONGEST_PREGNANCY
from diary.alerts.signals.vaginal_blood import Run, runs
from diary.model import Fact
from diary.model.background_words import (
    Breastfeeding,
    Hrt,
    Investigation,
    Medication,
    Pregnancy,
    Procedure,
    Result,
    Visit,
)
from diary.model.vocabulary import Answer, MenstrualStatus

FAMILY = "bleeding_after_menopause"

PRESUMED_FROM = 55
"""Age in years."""

MENOPAUSE_FROM = 45
"""From this age on, bleeding after a year without periods is not taken for new periods."""

A_YEAR = timedelta(days=365)

SYSTEMIC_HRT = tuple(hrt for hrt in Hrt if hrt is not Hrt.VAGINAL_OESTROGEN)
"""Vaginal oestrogen acts in the place; it neither stops nor sets bleeding."""

STOPS_PERIODS = (*HORMONAL, *SYSTEMIC_HRT, Medication.TESTOSTERONE, Breastfeeding.BREASTFEEDING)

LOOKED_AT_THE_WOMB = (
    Investigation.PELVIC_ULTRASOUND,
    Procedure.HYSTEROSCOPY,
    Procedure.ENDOMETRIAL_BIOPSY,
)
OPEN = (None, MenstrualStatus.NONE)
"""What a person said of their periods that leaves the menopause open."""


def is_after_menopause(case: Case) -> bool:
    """Say whether the person is after the menopause by their word, their body or their age."""
    status = case.profile.menstrual_status
    if status not in OPEN:
        return status is MenstrualStatus.POSTMENOPAUSE
    return has_no_ovaries(case) or _is_presumed(case)


def something_stops_periods(case: Case, day: date) -> bool:
    """Say whether a method, HRT, testosterone or breastfeeding may stop periods on a day."""
    return any(fact.holds_on(day) for fact in ever(case, *STOPS_PERIODS))


def has_no_ovaries(case: Case) -> bool:
    """Say whether the ovaries were removed, or are known to be missing beside a vagina."""
    if (
        has_neovagina(case)
        or has_vagina(case) is False
        or something_stops_periods(case, case.as_of)
    ):
        return False
    return has_ovaries(case) is False or bool(ever(case, Procedure.OOPHORECTOMY))


@once
def bleeding_after_menopause(case: Case, *, no_period_days: float) -> tuple[Run, ...]:
    """Return every run of blood that began after the menopause.

    `no_period_days`: how long no period must have come, where that is what tells.
    """
    if not is_after_menopause(case):
        return tuple(_after_long_without(case, no_period_days))
    since = _last_period_or_operation(case)
    return tuple(run for run in runs(case) if since is None or run.start > since)


def normal_checks(case: Case) -> tuple[Fact, ...]:
    """Return the normal checks of bleeding after the menopause, in order of their days.

    A look at the womb, or a visit that was about it or does not say what about, each after such
    bleeding or naming it.
    """
    visits = [visit for visit in ever(case, Visit.CHECKED_NORMAL) if visit.start]
    looks = [f for f in ever(case, *LOOKED_AT_THE_WOMB) if f.start and f.result is Result.NORMAL]
    found = [visit for visit in visits if not visit.about or is_about_it(visit)]
    return tuple(sorted((*found, *looks), key=lambda fact: fact.start or date.min))


def is_about_it(visit: Fact) -> bool:
    """Say whether a visit names bleeding after the menopause."""
    return any(word == FAMILY or word.startswith("PMB-") for word in visit.about)


def check_before(case: Case, run: Run, found: tuple[Run, ...]) -> Fact | None:
    """Return the last normal check that was done between earlier bleeding and this run."""
    for check in reversed(normal_checks(case)):
        day = check.start
        if day is None or day >= run.start:
            continue
        if is_about_it(check) or any(other.start <= day for other in found):
            return check
    return None


def check_after(case: Case, run: Run) -> Fact | None:
    """Return the last normal check on or after the day on which a run began."""
    after = [check for check in normal_checks(case) if check.start and check.start >= run.start]
    return after[-1] if after else None


def _is_presumed(case: Case) -> bool:
    if not is_at_least(case, PRESUMED_FROM) or something_stops_periods(case, case.as_of):
        return False
    first = case.as_of - A_YEAR
    said = (run for run in runs(case) if run.said is Answer.YES and run.end >= first)
    stated = case.profile.last_period_start
    return not any(said) and (stated is None or stated < first)


def _last_period_or_operation(case: Case) -> date | None:
    """Return the day after which blood is after the menopause; None where nothing limits it."""
    days = [fact.start for fact in ever(case, Procedure.OOPHORECTOMY) if fact.start]
    stated = case.profile.last_period_start
    if stated is not None:
        place = case.chart.place(stated)
        days = [stated if place is None else max(stated, case.chart.periods[place].end)]
    return max(days, default=None)


def _after_long_without(case: Case, days: float) -> Iterator[Run]:
    """Yield the runs after so long without a period, and from 45 on also all that follow."""
    if case.profile.menstrual_status is MenstrualStatus.NOT_STARTED:
        return
    is_over = False
    for run in runs(case):
        if is_over and not something_stops_periods(case, run.start):
            yield run
        elif _came_after(case, run, days):
            is_over = is_at_least(case, MENOPAUSE_FROM) is not False
            yield run


def _came_after(case: Case, run: Run, days: float) -> bool:
    place = _place_before(case, run)
    if place is None:
        return False
    start = case.chart.periods[place].start
    if (run.start - start).days < days or not _is_last_by_word(case, place, run):
        return False
    since = max([start, *_explained_until(case, run.start)])
    return (run.start - since).days >= days


def _place_before(case: Case, run: Run) -> int | None:
    """Return the place in the chart of the last period that began before a run and is not in it."""
    place = case.chart.place(run.start)
    if place is None:
        return None
    period = case.chart.periods[place]
    own = set(map(id, run.entries))
    if period.start < run.start and own.isdisjoint(map(id, period.entries)):
        return place
    return place - 1 if place > 0 else None


def _is_last_by_word(case: Case, place: int, run: Run) -> bool:
    """Say whether the person's word, not a silence, makes it the last period before a run."""
    period, stated = case.chart.periods[place], case.profile.last_period_start
    if stated is not None and period.start <= stated <= period.end:
        return True
    return case.chart.known_until[place] >= run.start - timedelta(days=1)


def _explained_until(case: Case, day: date) -> Iterator[date]:
    """Yield until when, up to a day, each method, hormone or pregnancy explained no periods."""
    for fact in ever(case, *STOPS_PERIODS):
        if fact.start is None or fact.start <= day:
            yield min(fact.end or day, day)
    for fact in ever(case, *Pregnancy):
        if fact.start is not None and fact.start <= day:
            longest = LONGEST_PREGNANCY if fact.what is Pregnancy.ONGOING else timedelta(0)
            yield min(fact.end or fact.start + longest, day)
