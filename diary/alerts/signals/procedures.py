"""Procedures and operations: which ones, how long ago, and what came in the time after them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

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

THROUGH_THE_CERVIX = (
    Procedure.HYSTEROSCOPY,
    Procedure.ENDOMETRIAL_BIOPSY,
    Procedure.UTERINE_EVACUATION,
)
OPERATIONS = (
    ("womb_look_days", THROUGH_THE_CERVIX),
    ("ablation_days", (Procedure.ENDOMETRIAL_ABLATION,)),
    ("surgery_days", WITH_STITCHES_INSIDE),
)
"""Operations after which light blood is expected, with the number that says for how many days."""

EXPECTED_DAYS = {"womb_look_days": 14, "ablation_days": 28, "surgery_days": 42}
"""NHS leaflets: up to two weeks, up to four, about six (from memory; the safe end is ours)."""

NEAR = BELLY | GENITAL


@dataclass(frozen=True, slots=True)
class Healing:
    """An operation, and the last day of the time in which light blood after it is expected."""

    operation: Fact
    until: date


def healing_on(case: Case, day: date, numbers: Mapping[str, float]) -> Healing | None:
    """Return the operation whose healing time a day falls in; of several the one that lasts."""
    found = [
        Healing(fact, fact.start + timedelta(days=numbers[name]))
        for name, words in OPERATIONS
        if (fact := started_within(case, numbers[name], *words, on=day)) and fact.start
    ]
    return max(found, key=lambda healing: healing.until, default=None)


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
