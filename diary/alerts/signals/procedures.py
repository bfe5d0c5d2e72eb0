"""Procedures and operations: which ones, how long ago, and what came in the time after them."""

from datetime import timedelta

from diary.alerts.case import Case
from diary.alerts.signals.background import ever, started_within
from diary.alerts.signals.infection import GENITAL
from diary.alerts.signals.pain import (
    BELLY,
    has_pain,
    is_in,
    pain_at_least,
    strongest_possible,
    weakest_possible,
)
from diary.alerts.signals.screening import TAKEN
from diary.model import Entry, Fact
from diary.model.background_words import Investigation, Procedure
from diary.model.episodes import Bleed
from diary.model.fact import FactWord
from diary.model.vocabulary import Trend

SMEAR_OR_SWAB = (Procedure.CERVICAL_SMEAR, Investigation.VAGINAL_SWAB, *TAKEN)

GYNAECOLOGICAL = (
    Procedure.CERVICAL_BIOPSY,
    Procedure.LLETZ,
    Procedure.COLPOSCOPY,
    Procedure.ENDOMETRIAL_BIOPSY,
    Procedure.HYSTEROSCOPY,
    Procedure.ENDOMETRIAL_ABLATION,
    Procedure.UTERINE_EVACUATION,
    Procedure.HYSTERECTOMY,
    Procedure.HYSTERECTOMY_CERVIX_KEPT,
    Procedure.OOPHORECTOMY,
    Procedure.PROLAPSE_REPAIR,
    Procedure.PERINEAL_REPAIR,
    Procedure.PELVIC_SURGERY,
    Procedure.OTHER_GYNAECOLOGICAL,
    Procedure.VAGINOPLASTY,
)
OF_OTHER_BODIES = (
    Procedure.VASECTOMY,
    Procedure.PROSTATE_BIOPSY,
    Procedure.HAEMORRHOID_SURGERY,
    Procedure.CYSTOSCOPY,
)
"""Operations nearby whose infections show in the same way."""

WITH_STITCHES_INSIDE = (
    Procedure.HYSTERECTOMY,
    Procedure.HYSTERECTOMY_CERVIX_KEPT,
    Procedure.PROLAPSE_REPAIR,
    Procedure.PELVIC_SURGERY,
    Procedure.VAGINOPLASTY,
)

NEAR = BELLY | GENITAL


def done_before(case: Case, entry: Entry, days: float, *procedures: Procedure) -> Fact | None:
    """Return the last of these procedures at most so many days before an entry."""
    return started_within(case, days, *procedures, on=entry.date)


def bleeds_after(case: Case, procedure: Fact, days: float) -> tuple[Bleed, ...]:
    """Return the vaginal bleeds begun at most so many days after a procedure.

    Those that the person calls their period are left out.
    """
    day = procedure.start
    if day is None:
        return ()
    return tuple(
        bleed
        for bleed in case.vaginal_bleeds
        if 0 <= (bleed.start - day).days <= days and not bleed.is_period
    )


def lately_done(case: Case, days: float, *words: FactWord) -> tuple[Fact, ...]:
    """Return the procedures and samples of these sorts at most so many days old."""
    first = case.as_of - timedelta(days=days)
    return tuple(fact for fact in ever(case, *words) if fact.start and fact.start >= first)


def hurts_more(case: Case, entry: Entry, procedure: Fact, score: float) -> bool:
    """Say whether pain nearby, of at least this score, has grown since a procedure.

    By the person's word, or because an earlier entry since then records less.
    """
    if entry.pain is None or not pain_at_least(entry, score) or is_in(entry, NEAR) is False:
        return False
    if entry.pain.trend is not None:
        return entry.pain.trend is Trend.INCREASING
    earlier = [e for e in case.since(procedure.start or entry.date) if e.date < entry.date]
    before = [e for e in earlier if has_pain(e) and is_in(e, NEAR) is not False]
    return bool(before) and strongest_possible(before[-1]) < weakest_possible(entry)


def hurts_near(entry: Entry, score: float) -> bool:
    """Say whether an entry has such pain in the belly or between the legs, or did not say where."""
    return pain_at_least(entry, score) and is_in(entry, NEAR) is not False
