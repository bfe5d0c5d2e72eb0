"""Hormonal methods and testosterone: since when, what let them down, sex that nothing covers.

A hormonal IUD has its own rules; here it counts where a rule asks for any hormonal method.
"""

from datetime import date, timedelta

from diary.alerts.case import Case
from diary.alerts.once import once
from diary.alerts.signals.background import HORMONAL, IUDS, ever, holding
from diary.alerts.signals.courses import Course, course
from diary.alerts.signals.planned import is_planned
from diary.alerts.signals.pregnancy import can_lead_to_pregnancy, cannot_be_pregnant
from diary.alerts.signals.symptoms import has_any
from diary.alerts.signals.vaginal_blood import Run, runs_within
from diary.model import Entry, Fact, Symptom
from diary.model.background_words import Contraception, Medication

NOT_IUD = tuple(method for method in HORMONAL if method not in IUDS)
PILLS = (Contraception.COMBINED_PILL, Contraception.PROGESTOGEN_PILL)
WORN_OR_GIVEN = (Contraception.PATCH, Contraception.RING, Contraception.INJECTION)
WEAKENED_BY_MEDICINE = (
    *PILLS,
    Contraception.PATCH,
    Contraception.RING,
    Contraception.IMPLANT,
)
"""What enzyme inducers weaken; injection and IUD are not (FSRH)."""

TOO_MANY_COMBINED = 2
"""Combined pills missed from which protection is lower; one is made up for (FSRH)."""


def in_use_since(case: Case, day: date) -> date | None:
    """Return since when the newest hormonal method but an IUD has been used on a day.

    Injections written down one by one are one method; None where none is used, or not known.
    """
    used = holding(case, *NOT_IUD, on=day)
    starts = [
        [fact.start for fact in used if fact.what is method]
        for method in NOT_IUD
        if any(fact.what is method for fact in used)
    ]
    known = [min(s for s in dates if s) for dates in starts if all(dates)]
    return max(known, default=None)


def unplanned_with_method(case: Case, days: float, *methods: Contraception) -> tuple[Run, ...]:
    """Return the recent unplanned bleeding that is not after sex, begun while using one of these.

    What the person calls their period is no unplanned bleeding.
    """
    return tuple(
        run for run in bleeding_with_method(case, days, *methods) if not _is_expected(case, run)
    )


@once
def bleeding_with_method(case: Case, days: float, *methods: Contraception) -> tuple[Run, ...]:
    """Return all recent bleeding that is not after sex, begun while using one of these."""
    return tuple(
        run
        for run in runs_within(case, days)
        if not run.is_after_sex and holding(case, *methods, on=run.start)
    )


def _is_expected(case: Case, run: Run) -> bool:
    return is_planned(case, run) or any(map(case.is_of_period, run.entries))


def testosterone_on(case: Case, day: date) -> Course | None:
    """Return the course of testosterone on a day."""
    return course(case, Medication.TESTOSTERONE, on=day)


def lapses(case: Case, days: float) -> tuple[Entry, ...]:
    """Return the recent entries that say that a pill, patch, ring or injection may have failed.

    Combined pills: two missed, or an unknown number; progestogen-only: one, or late. Vomiting
    counts with any pill. Where no method is recorded, missed pills speak of one.
    """
    return tuple(entry for entry in case.last_days(days) if _is_lapse(case, entry))


def _is_lapse(case: Case, entry: Entry) -> bool:
    if has_any(entry, Symptom.MISSED_PILLS) or entry.missed_pill_count:
        return _missed_too_many(case, entry)
    if has_any(entry, Symptom.VOMITING):
        return bool(holding(case, *PILLS, on=entry.date))
    lapsed = has_any(entry, Symptom.CONTRACEPTION_LAPSE)
    return lapsed and bool(holding(case, *PILLS, *WORN_OR_GIVEN, on=entry.date))


def _missed_too_many(case: Case, entry: Entry) -> bool:
    is_combined = bool(holding(case, Contraception.COMBINED_PILL, on=entry.date))
    if not is_combined or entry.missed_pill_count is None:
        return entry.missed_pill_count != 0
    return entry.missed_pill_count >= TOO_MANY_COMBINED


def interacting_medicine(case: Case, day: date) -> tuple[Fact, ...]:
    """Return the enzyme inducers taken on a day together with a method that they weaken."""
    if not holding(case, *WEAKENED_BY_MEDICINE, on=day):
        return ()
    return holding(case, Medication.ENZYME_INDUCER, on=day)


def sex_to_cover(case: Case, days: float) -> tuple[Entry, ...]:
    """Return the sex of the last days that can lead to pregnancy and that nothing covers.

    A condom that was not said counts as none, and one that broke tells of sex. Emergency pills
    taken since then cover it, and so do an IUD, also one fitted since, or sterilisation.
    """
    if cannot_be_pregnant(case):
        return ()
    taken = [f.start for f in ever(case, Medication.EMERGENCY_CONTRACEPTION) if f.start]
    return tuple(
        entry
        for entry in case.last_days(days)
        if _is_open(entry)
        and not any(day >= entry.date for day in taken)
        and not any(f.start is not None and f.start >= entry.date for f in ever(case, *IUDS))
        and not holding(case, *IUDS, Contraception.STERILISATION, on=entry.date)
    )


def _is_open(entry: Entry) -> bool:
    broke = has_any(entry, Symptom.CONDOM_BROKE)
    if entry.sex is None:
        return broke
    return can_lead_to_pregnancy(entry) and (broke or not entry.sex.condom)


def emergency_pills(case: Case, days: float) -> Fact | None:
    """Return the emergency pills taken last, at most so many days ago."""
    first = case.as_of - timedelta(days=days)
    taken = [f for f in ever(case, Medication.EMERGENCY_CONTRACEPTION) if f.start]
    recent = [fact for fact in taken if fact.start and fact.start >= first]
    return recent[-1] if recent else None
