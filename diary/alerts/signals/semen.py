"""Blood in semen: the episodes, and how long it has been there."""

from datetime import date, timedelta

from diary.alerts.case import Case
from diary.alerts.signals.background import started_within as fact_within
from diary.alerts.signals.bleeding import started_within
from diary.model import Entry, Fact
from diary.model.background_words import Procedure
from diary.model.episodes import Bleed
from diary.model.vocabulary import BleedingSource, PossibleSource

AFTER_WHICH_EXPECTED = (Procedure.PROSTATE_BIOPSY, Procedure.VASECTOMY)


def is_in_semen(entry: Entry) -> bool:
    """Say whether the blood is in semen, or the person is not sure and holds that possible."""
    bleeding = entry.bleeding
    if bleeding is None:
        return False
    if bleeding.source is BleedingSource.UNKNOWN:
        return PossibleSource.SEMEN in bleeding.possible_sources
    return bleeding.source is BleedingSource.SEMEN


def episodes(case: Case, days: float) -> tuple[Bleed, ...]:
    """Return the episodes of blood in semen that began at most `days` days ago, in order.

    What is seen on touching days is one, unless new sex is recorded between.
    """
    recent = started_within(case, case.bleeds, days)
    return tuple(bleed for bleed in recent if any(map(is_in_semen, bleed.entries)))


def days_present(found: tuple[Bleed, ...]) -> int:
    """Return the days from the first blood to the last, or as long as one entry says."""
    if not found:
        return 0
    hours = [e.bleeding.duration_hours or 0 for b in found for e in b.entries if e.bleeding]
    between = max(bleed.end for bleed in found) - found[0].start
    return max(between.days, int(max(hours)) // 24)


def procedure_before(case: Case, day: date, days: float) -> Fact | None:
    """Return the prostate biopsy or vasectomy at most so many days before a day."""
    return fact_within(case, days, *AFTER_WHICH_EXPECTED, on=day)


def not_expected(case: Case, found: tuple[Bleed, ...], days: float) -> tuple[Bleed, ...]:
    """Return the episodes that began more than so many days after a biopsy or vasectomy."""
    return tuple(bleed for bleed in found if procedure_before(case, bleed.start, days) is None)


def near(found: tuple[Bleed, ...], day: date, days: float) -> tuple[Bleed, ...]:
    """Return the episodes at most so many days before or after a day."""
    within = timedelta(days=days)
    return tuple(b for b in found if b.start - within <= day <= b.end + within)
