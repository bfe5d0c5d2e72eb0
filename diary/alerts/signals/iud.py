"""The IUD (coil): whether there is one, since when, and whether it still feels in place."""

from datetime import date, timedelta

from diary.alerts.case import Case
from diary.alerts.signals.background import IUDS, days_since, ever, holding, visits, was_answered_no
from diary.alerts.signals.pain import has_pain, is_in
from diary.alerts.signals.pregnancy import RELIABLE, can_lead_to_pregnancy, cannot_be_pregnant
from diary.model import Entry, Fact, Symptom
from diary.model.background_words import Contraception
from diary.model.vocabulary import PainSite

SIGNS = (
    Symptom.IUD_THREADS_MISSING,
    Symptom.IUD_THREADS_CHANGED,
    Symptom.IUD_FELT,
    Symptom.IUD_EXPELLED,
)
THREADS = (Symptom.IUD_THREADS_MISSING, Symptom.IUD_THREADS_CHANGED)
INSIDE = frozenset(
    {PainSite.VAGINAL_ENTRANCE, PainSite.DEEP_PELVIC, PainSite.LOWER_BELLY, PainSite.BELLY}
)
"""Where pain in sex can have to do with an IUD: the vagina, the pelvis and the belly."""

ABOUT = ("iud", "IUD-", "pregnancy", "PRG-")
"""How the words begin with which a visit is about an IUD or a pregnancy."""

OTHER_RELIABLE = tuple(method for method in RELIABLE if method not in IUDS)


def may_have_iud(case: Case) -> bool | None:
    """Say whether the person has an IUD; None where no method was recorded or it has an end."""
    if holding(case, *IUDS):
        return True
    return False if all(was_answered_no(case, iud) for iud in IUDS) else None


def fitted_for(case: Case, day: date) -> int | None:
    """Return the days since the IUD in place on a day was fitted; None without a known day."""
    found = [days_since(fact, day) for fact in holding(case, *IUDS, on=day)]
    return min((days for days in found if days is not None), default=None)


def is_in_place(case: Case, day: date) -> bool:
    """Say whether an IUD is recorded for a day."""
    return bool(holding(case, *IUDS, on=day))


def newly_fitted(case: Case, day: date, days: float) -> tuple[Fact, ...]:
    """Return the IUD fitted at most so many days before a day and in place on it."""
    return tuple(
        fact
        for fact in holding(case, *IUDS, on=day)
        if fact.start is not None and (day - fact.start).days <= days
    )


def is_replaced_since(case: Case, day: date) -> bool:
    """Say whether another method began after a day, or the IUD was taken out after it."""
    another = any(f.start is not None and f.start > day for f in ever(case, *Contraception))
    return another or any(f.end is not None and f.end > day for f in ever(case, *IUDS))


def threads_feel_as_ever(case: Case, days: float) -> bool:
    """Say whether the threads were looked for lately and neither missing nor changed."""
    recent = case.last_days(days)
    absent = {symptom for entry in recent for symptom in entry.absent}
    present = {symptom for entry in recent for symptom in entry.symptoms}
    return set(THREADS) <= absent and present.isdisjoint(SIGNS)


def relies_on_it(case: Case) -> bool:
    """Say whether nothing else keeps the person from a pregnancy, as far as is known."""
    return not cannot_be_pregnant(case) and not holding(case, *OTHER_RELIABLE)


def open_to_pregnancy(case: Case, days: float) -> tuple[Entry, ...]:
    """Return the recent sex that can lead to a pregnancy, with no condom recorded."""
    first = case.as_of - timedelta(days=days)
    return tuple(
        entry
        for entry in case.since(first)
        if can_lead_to_pregnancy(entry) and entry.sex is not None and not entry.sex.condom
    )


def was_seen_with_it(case: Case, since: date) -> bool:
    """Say whether a visit since a day was about the IUD or the pregnancy, or named nothing."""
    return any(
        visit.start is not None
        and visit.start >= since
        and (not visit.about or any(word.startswith(ABOUT) for word in visit.about))
        for visit in visits(case)
    )


def hurts_inside(entry: Entry) -> bool:
    """Say whether the entry records pain in the vagina, the pelvis or the belly, or of no place."""
    return has_pain(entry) and is_in(entry, INSIDE) is not False
