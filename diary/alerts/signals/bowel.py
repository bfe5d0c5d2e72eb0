"""Blood from the bottom, in the poo, and pain there."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from diary.alerts.case import Case
from diary.alerts.signals.anal_sex import was_receptive
from diary.alerts.signals.bleeding import is_like_a_period_or_more, looks_heavy, started_within
from diary.alerts.signals.pain import came_with_sex, has_pain, is_in
from diary.alerts.signals.sex import may_be_vaginal
from diary.alerts.signals.symptoms import STILL_THE_SAME, began, has_any, records
from diary.model import Entry, Symptom
from diary.model.episodes import Bleed
from diary.model.vocabulary import (
    Amount,
    BleedingSource,
    Colour,
    NoticedOn,
    PainSite,
    PossibleSource,
)

BACK_PASSAGE = frozenset({PainSite.ANUS, PainSite.RECTUM})
"""In and around the bottom."""

DARK = (Colour.BLACK, Colour.DARK_RED)
BLOOD_SIGNS = (Symptom.DARK_RED_STOOL, Symptom.BLOODY_DIARRHOEA, Symptom.RED_TOILET_WATER)
"""Blood of the bowel that stands beside another bleed, or alone."""

_IN_POO = frozenset({NoticedOn.ON_STOOL, NoticedOn.MIXED_IN_STOOL})
_ONLY_OUTSIDE = frozenset(
    {NoticedOn.WIPING, NoticedOn.UNDERWEAR, NoticedOn.CONDOM, NoticedOn.FINGERS_OR_TOY}
)
_OTHER_SIGNS = (
    Symptom.DARK_RED_STOOL,
    Symptom.BLOODY_DIARRHOEA,
    Symptom.BLACK_STOOL,
    Symptom.PAINFUL_STOOL,
)
ONE_DAY = timedelta(days=1)
IsOne = Callable[[Entry], bool]
HOURS_A_DAY = 24


def is_rectal(case: Case, entry: Entry) -> bool:
    """Say whether the entry's blood is from the bottom, by its source or as far as can be told.

    Where the person is not sure, what they hold possible counts; with no word on that, blood seen
    in the poo or after sex that was anal alone.
    """
    bleeding = entry.bleeding
    if bleeding is None:
        return False
    if bleeding.source is not BleedingSource.UNKNOWN:
        return bleeding.source is BleedingSource.RECTAL
    if bleeding.possible_sources:
        return PossibleSource.RECTAL in bleeding.possible_sources
    is_of_poo = _IN_POO & set(bleeding.noticed_on) or has_any(entry, *_OTHER_SIGNS)
    return bool(is_of_poo) or (was_receptive(case, entry) is True and not may_be_vaginal(entry))


def has_red_water(case: Case, entry: Entry) -> bool:
    """Say whether toilet water red with blood is recorded; not that of a period and no more."""
    if not has_any(entry, Symptom.RED_TOILET_WATER):
        return False
    is_of_bowel = has_any(entry, *_OTHER_SIGNS) or is_in(entry, BACK_PASSAGE) is True
    return is_of_bowel or not case.is_of_period(entry)


def is_in_poo(case: Case, entry: Entry) -> bool:
    """Say whether the blood was on or in the poo; not where it came after sex and was not seen so.

    Blood from the bottom, for which neither place nor timing is recorded, counts.
    """
    if _is_sign(case, entry):
        return True
    if not is_rectal(case, entry) or entry.bleeding is None:
        return False
    seen = set(entry.bleeding.noticed_on)
    return bool(_IN_POO & seen) or (not seen and case.began_after_sex(entry) is not True)


def bleeds(case: Case, days: float) -> tuple[Bleed, ...]:
    """Return the bleeds from the bottom that began at most `days` days ago, in order.

    Also those that are told only by a sign, such as dark red poo; on touching days it is the same
    bleed.
    """
    recent = started_within(case, case.bleeds, days)
    found = [bleed for bleed in recent if any(is_rectal(case, e) for e in bleed.entries)]
    in_one = {id(entry) for bleed in found for entry in bleed.entries}
    for entry in records(case, *BLOOD_SIGNS, days=days):
        if id(entry) not in in_one and _is_sign(case, entry):
            _add(found, entry)
    return tuple(sorted(found, key=lambda bleed: bleed.start))


def _is_sign(case: Case, entry: Entry) -> bool:
    in_poo = has_any(entry, Symptom.DARK_RED_STOOL, Symptom.BLOODY_DIARRHOEA)
    return in_poo or has_red_water(case, entry)


def _add(found: list[Bleed], entry: Entry) -> None:
    for place, bleed in enumerate(found):
        if bleed.start - ONE_DAY <= entry.date <= bleed.end + ONE_DAY:
            entries = sorted((*bleed.entries, entry), key=lambda e: e.date)
            found[place] = replace(bleed, entries=tuple(entries))
            return
    found.append(Bleed(entries=(entry,), after_sex=None))


def is_little(case: Case, bleed: Bleed) -> bool:
    """Say whether all that is recorded of a bleed is spotting or light, and none of it dark."""
    return all(_is_little(case, entry) for entry in bleed.entries)


def _is_little(case: Case, entry: Entry) -> bool:
    if entry.bleeding is None or _is_sign(case, entry) or not is_rectal(case, entry):
        return False
    is_light = entry.bleeding.amount in (Amount.SPOTTING, Amount.LIGHT) and not looks_heavy(entry)
    return is_light and not is_dark(case, entry)


def is_moderate(case: Case, bleed: Bleed) -> bool:
    """Say whether a bleed is recorded as dripping, needing a pad, or more."""
    return any(is_rectal(case, e) and is_like_a_period_or_more(e) for e in bleed.entries)


def is_dark(case: Case, entry: Entry, *colours: Colour) -> bool:
    """Say whether blood from the bottom was black or dark red, and not seen only outside."""
    bleeding = entry.bleeding
    if bleeding is None or not is_rectal(case, entry):
        return False
    seen = set(bleeding.noticed_on)
    is_outside = bool(seen) and seen <= _ONLY_OUTSIDE
    return bleeding.colour in (colours or DARK) and not is_outside


def lasts_over(bleed: Bleed, hours: float) -> bool:
    """Say whether a bleed is recorded as longer than so many hours, in an entry or over days."""
    days = (bleed.end - bleed.start).days
    longest = max((e.bleeding.duration_hours or 0 for e in bleed.entries if e.bleeding), default=0)
    return longest > hours or days * HOURS_A_DAY >= hours


def is_known(bleed: Bleed) -> bool:
    """Say whether the person calls all of a bleed like earlier ones that a clinician has named."""
    return all(entry.same_as_before for entry in bleed.entries)


def hurts_there(entry: Entry) -> bool:
    """Say whether pain in or around the bottom is recorded, or pain with poo."""
    in_place = has_pain(entry) and is_in(entry, BACK_PASSAGE) is True
    return in_place or has_any(entry, Symptom.PAINFUL_STOOL)


def latest_course(case: Case, is_one: IsOne, *, recent_days: float) -> tuple[Entry, ...]:
    """Return the entries of a sign that is still recorded, back to where it began, in order.

    Empty where none is at most `recent_days` days old; two weeks without any end a course.
    """
    oldest = case.as_of - timedelta(days=recent_days)
    found: list[Entry] = []
    for entry in reversed(case.entries):
        if entry.date < oldest:
            break
        if is_one(entry):
            before = began(entry) - STILL_THE_SAME
            oldest = min(oldest, before) if found else before
            found.append(entry)
    return tuple(reversed(found))


def is_sore_without_sex(case: Case) -> IsOne:
    """Return the question whether an entry records pain on the poo, or there and not with sex."""

    def ask(entry: Entry) -> bool:
        if has_any(entry, Symptom.PAINFUL_STOOL):
            return True
        in_place = has_pain(entry) and is_in(entry, BACK_PASSAGE) is True
        return in_place and not came_with_sex(case, entry)

    return ask


def days_of(entries: tuple[Entry, ...]) -> int:
    """Return the days from the first to the last entry of a course, or since its symptoms began.

    What an entry says of the duration of its bleed or pain counts as well; 0 for none.
    """
    if not entries:
        return 0
    parts = (part for entry in entries for part in (entry.bleeding, entry.pain))
    hours = [part.duration_hours or 0 for part in parts if part is not None]
    since = min(began(entry) for entry in entries)
    return max((entries[-1].date - since).days, int(max(hours, default=0)) // HOURS_A_DAY)
