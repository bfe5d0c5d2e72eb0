"""Pain: how strong, where, whether it came with sex.

Bands of the numeric rating scale: 1 to 3 mild, 4 to 6 moderate, 7 to 10 severe.
"""

from diary.alerts.case import Case
from diary.model import Entry
from diary.model.vocabulary import PainSite, Severity

BELLY = frozenset({PainSite.DEEP_PELVIC, PainSite.LOWER_BELLY, PainSite.BELLY})
"""The belly and the pelvis."""

_WEAKEST = {Severity.MILD: 1, Severity.MODERATE: 4, Severity.SEVERE: 7}
_STRONGEST = {Severity.MILD: 3, Severity.MODERATE: 6, Severity.SEVERE: 10}


def pain_at_least(entry: Entry, score: float) -> bool:
    """Say whether the entry's pain reaches `score`; a severity counts as its weakest score."""
    return weakest_possible(entry) >= score


def weakest_possible(entry: Entry) -> int:
    """Return the score that the pain has at least; 0 for none, or of unknown strength."""
    pain = entry.pain
    if pain is None:
        return 0
    if pain.score is not None:
        return pain.score
    return _WEAKEST[pain.severity] if pain.severity else 0


def strongest_possible(entry: Entry) -> int:
    """Return the score that the pain has at most; 0 without pain, 10 for unknown strength."""
    pain = entry.pain
    if pain is None:
        return 0
    if pain.score is not None:
        return pain.score
    return _STRONGEST[pain.severity] if pain.severity else 10


def has_pain(entry: Entry) -> bool:
    """Say whether the entry records pain of any or unknown strength."""
    return strongest_possible(entry) > 0


def is_in(entry: Entry, sites: frozenset[PainSite]) -> bool | None:
    """Say whether the pain is in one of `sites`; None where the place is not recorded."""
    pain = entry.pain
    if pain is None:
        return False
    named = {pain.site, *pain.other_sites} - {None}
    if not named:
        return None
    return bool(named & sites)


def came_with_sex(case: Case, entry: Entry) -> bool | None:
    """Say whether the pain came during sex or within 24 hours after it.

    The person's word stands; otherwise sex in the entry or one that it follows says so. Sex in
    another entry of that day or the day before leaves it open.
    """
    pain = entry.pain
    if pain is None:
        return False
    if pain.with_sex is not None:
        return pain.with_sex
    if entry.sex is not None or entry.follows is not None:
        return True
    near = case.around(entry.date, before=1)
    return None if any(other.sex is not None for other in near) else False


def is_only_during_sex(entry: Entry) -> bool:
    """Say whether the pain is recorded as brought on by sex and gone again."""
    return entry.pain is not None and bool(entry.pain.with_sex) and entry.pain.stopped is True
