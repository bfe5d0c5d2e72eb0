"""Signs of infection: changed discharge, fever, pain in the pelvis, sores, redness and swelling.

What a clinician has named before and the person says is the same (`same_as_before`) is no changed
discharge.
"""

from datetime import date, timedelta

from diary.alerts.case import Case
from diary.alerts.signals.cycle import spells_between_periods
from diary.alerts.signals.pain import BELLY, came_with_sex, has_pain, is_in
from diary.alerts.signals.symptoms import DISCHARGE, began, has_any, has_fever
from diary.cycles import Spell
from diary.model import Entry, Symptom
from diary.model.episodes import Bleed
from diary.model.vocabulary import PainSite

HOURS_A_DAY = 24
ONE_DAY = timedelta(days=1)

LIKE_AN_INFECTION = (
    Symptom.DISCHARGE_NEW,
    Symptom.DISCHARGE_SMELLY,
    Symptom.DISCHARGE_PUS,
)
"""The discharge that, with blood after sex, asks for an infection test soon."""

WITHOUT_BLOOD = tuple(s for s in DISCHARGE if s is not Symptom.DISCHARGE_BLOODSTAINED)

GENITAL = frozenset(
    {
        PainSite.VAGINAL_ENTRANCE,
        PainSite.VULVA,
        PainSite.PERINEUM,
        PainSite.GROIN,
        PainSite.ANUS,
        PainSite.RECTUM,
        PainSite.PENIS,
        PainSite.TESTICLE,
        PainSite.URINATION,
    }
)
"""The genitals and the anus; pain on peeing counts, since skin that is sore stings then."""

REDNESS_OR_SWELLING = (
    Symptom.GENITAL_REDNESS,
    Symptom.GENITAL_SWELLING,
    Symptom.SWELLING_SPREADING,
    Symptom.TESTICULAR_SWELLING,
)
SORES = (Symptom.GENITAL_SORE, Symptom.BLISTERS, Symptom.ANAL_SORE)


def has_changed_discharge(entry: Entry, *kinds: Symptom) -> bool:
    """Say whether the entry records discharge, of these kinds or any, that is not as known."""
    return has_any(entry, *(kinds or DISCHARGE)) and not entry.same_as_before


def fevers(case: Case) -> tuple[Entry, ...]:
    """Return the entries with a fever that can still count."""
    return tuple(entry for entry in case.lately if has_fever(entry))


def pelvic_pain(case: Case, hours: float) -> tuple[Entry, ...]:
    """Return the entries with pain that is, or may be, in the belly or pelvis, not only with sex.

    Only those that can still count; pain with sex counts where it lasts longer than so many hours.
    """
    return tuple(entry for entry in case.lately if _is_pelvic_pain(case, entry, hours))


def _is_pelvic_pain(case: Case, entry: Entry, hours: float) -> bool:
    in_belly = has_pain(entry) and is_in(entry, BELLY) is not False
    return in_belly and not is_only_with_sex(case, entry, hours)


def is_only_with_sex(case: Case, entry: Entry, hours: float) -> bool:
    """Say whether pain came with sex and is not recorded as going on, or lasting over the hours."""
    pain = entry.pain
    if pain is None or not came_with_sex(case, entry):
        return False
    return pain.stopped is not False and (pain.duration_hours or 0) <= hours


def is_deep_pain_in_sex(case: Case, entry: Entry) -> bool:
    """Say whether the entry records pain with sex that is felt deep, in the belly or pelvis."""
    return has_pain(entry) and is_in(entry, BELLY) is True and came_with_sex(case, entry) is True


def lasts_over(case: Case, entry: Entry, hours: float) -> bool:
    """Say whether belly pain is recorded as lasting longer than so many hours.

    In its own entry, or on touching days: from one day to the day after the next is over a day.
    """
    pain = entry.pain
    if pain is None:
        return False
    whole_days = (entry.date - _first_day(case, entry, hours)).days - 1
    is_long = pain.duration_hours is not None and pain.duration_hours > hours
    return is_long or (whole_days > 0 and whole_days * HOURS_A_DAY >= hours)


def _first_day(case: Case, entry: Entry, hours: float) -> date:
    """Return the first of the touching days with belly pain, up to that of the entry."""
    day = entry.date
    while any(_is_pelvic_pain(case, other, hours) for other in case.days.get(day - ONE_DAY, ())):
        day -= ONE_DAY
    return day


def beside_pelvic_pain(
    case: Case, pain: Entry, *, before: float, after: float
) -> tuple[Bleed | Spell | Entry, ...]:
    """Return what, with pelvic pain, can tell of an infection inside.

    Bleeding after sex or between periods, changed discharge, or deep pain in sex, up to so many
    days before and after; nothing after pain that is said to be gone. Pain around a period is
    expected then: only discharge without blood counts beside it.
    """
    first = pain.date - timedelta(days=before)
    stopped = pain.pain is not None and pain.pain.stopped is True
    last = pain.date if stopped else pain.date + timedelta(days=after)
    near = [entry for entry in case.since(first) if entry.date <= last]
    if case.chart.in_period_window(pain.date) is True:
        return tuple(e for e in near if has_changed_discharge(e, *WITHOUT_BLOOD))
    since = (case.as_of - first).days
    return (
        *(b for b in case.bleeds_after_sex if first <= b.start <= last),
        *(s for s in spells_between_periods(case, since) if s.start <= last),
        *(e for e in near if has_changed_discharge(e)),
        *(e for e in near if e is not pain and is_deep_pain_in_sex(case, e)),
    )


def days_between(bleed: Bleed, discharge: Entry) -> int:
    """Return the days between a bleed and the time that discharge is recorded for; 0 within it."""
    return max(
        (began(discharge) - bleed.start).days,
        (bleed.start - discharge.date).days,
        0,
    )


def still_there(case: Case, entries: tuple[Entry, ...], *symptoms: Symptom) -> tuple[Entry, ...]:
    """Return those of the entries whose symptoms, of these, no later entry says are gone."""
    return tuple(
        entry for entry in entries if not _is_gone(case, entry, set(symptoms) & set(entry.symptoms))
    )


def _is_gone(case: Case, entry: Entry, recorded: set[Symptom]) -> bool:
    later = case.since(entry.date + ONE_DAY)
    absent = {symptom for other in later for symptom in other.absent}
    return bool(recorded) and recorded <= absent
