"""Blood in pee, seen with the eye."""

from diary.alerts.case import Case
from diary.alerts.signals.person import has_penis
from diary.alerts.signals.symptoms import has_any
from diary.model import Entry, Symptom
from diary.model.vocabulary import BleedingSource, Clots, PossibleSource


def is_in_urine(case: Case, entry: Entry) -> bool:
    """Say whether blood in pee is recorded.

    Blood from the opening counts, too, in a body that is known to have no penis: there, its other
    rules do not apply.
    """
    if has_any(entry, Symptom.BLOOD_IN_URINE, Symptom.URINE_CLOTS):
        return True
    source = entry.bleeding.source if entry.bleeding else None
    if source is BleedingSource.URETHRAL:
        return has_penis(case) is False
    return source is BleedingSource.URINE


def may_be_in_urine(entry: Entry) -> bool:
    """Say whether the person is not sure where blood came from, and holds pee possible."""
    bleeding = entry.bleeding
    if bleeding is None or bleeding.source is not BleedingSource.UNKNOWN:
        return False
    return PossibleSource.URINE in bleeding.possible_sources


def has_clots(entry: Entry) -> bool:
    """Say whether clots in pee are recorded."""
    if has_any(entry, Symptom.URINE_CLOTS):
        return True
    bleeding = entry.bleeding
    if bleeding is None or bleeding.source is not BleedingSource.URINE:
        return False
    return bleeding.clots in (Clots.SMALL, Clots.LARGE) or (bleeding.large_clot_count or 0) > 0


def is_with_vaginal_blood(case: Case, entry: Entry) -> bool:
    """Say whether blood from the vagina, which can colour pee, is recorded on the same day."""
    return any(case.is_vaginal(other) for other in case.days[entry.date])
