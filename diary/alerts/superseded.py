"""One thing is said once: an alert gives way to one that says it better."""

from collections.abc import Iterable

from diary.alerts.assessment import Urgency
from diary.alerts.raised import Raised


def without(raised: Iterable[Raised]) -> tuple[Raised, ...]:
    """Leave out what another alert supersedes at least as strongly, and that stays itself.

    What gave way takes nothing away with it: a vaginal bleed must not get lost because the note
    that named it was said better by one on rectal blood.
    """
    everything = left = tuple(raised)
    kept: list[Raised] = []
    while left:
        best = [one for one in left if not any(_says_better(o, one) for o in left)] or [left[0]]
        kept += best
        left = tuple(one for one in left if one not in best and not _is_said(kept, one))
    is_calm = all(one.urgency.rank <= Urgency.WATCH.rank for one in kept)
    return tuple(one for one in everything if one in kept and (is_calm or _may_stay(one)))


def _may_stay(one: Raised) -> bool:
    return not one.rule.only_if_calm


def _is_said(kept: Iterable[Raised], one: Raised) -> bool:
    return any(_says_better(other, one) for other in kept)


def _says_better(other: Raised, one: Raised) -> bool:
    names = other.rule.supersedes
    return (
        other is not one
        and (one.rule.code in names or one.rule.family in names)
        and _strength(other) >= _strength(one)
    )


def _strength(raised: Raised) -> tuple[int, bool]:
    return raised.urgency.rank, not raised.quiet
