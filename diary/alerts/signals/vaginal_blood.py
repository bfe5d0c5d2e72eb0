"""All blood from the vagina, after sex or not, in runs of days; also a stain in the discharge.

For the rules that ask for any blood at all: after the menopause, and with hormones. Pink or brown
discharge counts there as blood (NHS.uk, postmenopausal bleeding).
"""

from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil
from operator import attrgetter

from diary.alerts.case import TWO_YEARS, Case
from diary.alerts.once import once
from diary.alerts.signals.bleeding import looks_heavy
from diary.alerts.signals.pain import strongest_possible
from diary.cycles import DRY_DAYS
from diary.model import Entry, Symptom
from diary.model.episodes import BANDS, Bleed
from diary.model.vocabulary import Amount, Answer

MILD_PAIN = 3


@dataclass(frozen=True, slots=True)
class Run:
    """Bleeds with fewer dry days between them than end a spell."""

    bleeds: tuple[Bleed, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries of all its bleeds."""
        return tuple(entry for bleed in self.bleeds for entry in bleed.entries)

    @property
    def start(self) -> date:
        """The day of its first entry."""
        return self.bleeds[0].start

    @property
    def end(self) -> date:
        """The day of its last entry."""
        return max(bleed.end for bleed in self.bleeds)

    @property
    def length(self) -> int:
        """Days from the first to the last, both counted, or as long as one entry says."""
        hours = [e.bleeding.duration_hours or 0 for e in self.entries if e.bleeding]
        return max((self.end - self.start).days + 1, *(ceil(h / 24) for h in hours), 1)

    @property
    def amount(self) -> Amount | None:
        """The most that was recorded; None where no entry says."""
        known = [bleed.amount for bleed in self.bleeds if bleed.amount]
        return max(known, key=BANDS.index, default=None)

    @property
    def said(self) -> Answer | None:
        """The person's word on whether it is their period or a planned bleed."""
        words = {entry.bleeding.period for entry in self.entries if entry.bleeding}
        return next((word for word in (Answer.YES, Answer.NO) if word in words), None)

    @property
    def is_after_sex(self) -> bool:
        """Whether all of it began after sex."""
        return all(bleed.after_sex for bleed in self.bleeds)


@once
def runs(case: Case) -> tuple[Run, ...]:
    """Return all runs of blood from the vagina of two years, in order; no rule looks further."""
    found: list[list[Bleed]] = []
    end = date.min
    for bleed in _all_blood(case):
        if (bleed.start - end).days <= DRY_DAYS:
            found[-1].append(bleed)
        else:
            found.append([bleed])
        end = max(end, bleed.end)
    return tuple(Run(tuple(bleeds)) for bleeds in found)


@once
def runs_within(case: Case, days: float) -> tuple[Run, ...]:
    """Return the runs that still bled at most `days` days ago."""
    first = case.as_of - timedelta(days=days)
    return tuple(run for run in runs(case) if run.end >= first)


def is_light(run: Run) -> bool:
    """Say whether a run was spotting or light; no amount counts as light only for a stain."""
    is_stain = all(entry.bleeding is None for entry in run.entries)
    is_little = is_stain or run.amount in (Amount.SPOTTING, Amount.LIGHT)
    return is_little and not is_heavy(run)


def is_heavy(run: Run) -> bool:
    """Say whether any of it is recorded as heavy in any way."""
    return any(map(looks_heavy, run.entries))


def is_painless(case: Case, run: Run) -> bool:
    """Say whether no pain above mild was recorded on its days; not recorded counts as none."""
    days = {entry.date for entry in run.entries}
    near = (entry for day in days for entry in case.days.get(day, ()))
    return all(strongest_possible(entry) <= MILD_PAIN for entry in near)


def bleeding_days(found: tuple[Run, ...], *, until: date, days: float) -> int:
    """Count the days with blood among the `days` days that end with `until`."""
    first = until - timedelta(days=days - 1)
    dates = {entry.date for run in found for entry in run.entries}
    return sum(first <= day <= until for day in dates)


def _all_blood(case: Case) -> list[Bleed]:
    first = case.as_of - TWO_YEARS
    stains = (
        Bleed(entries=(entry,), after_sex=None)
        for entry in case.with_symptom(Symptom.DISCHARGE_BLOODSTAINED)
        if entry.date >= first and case.vaginal_bleed_of(entry) is None
    )
    return sorted((*case.vaginal_bleeds, *stains), key=attrgetter("start"))
