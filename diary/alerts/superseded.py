"""One thing is said once: an alert gives way to one that says it better."""

from collections.abc import Iterable

from diary.alerts.raised import Raised


def without(raised: Iterable[Raised]) -> tuple[Raised, ...]:
    """Leave out what another alert supersedes at least as strongly."""
    everything = tuple(raised)
    return tuple(one for one in everything if not any(_says_better(o, one) for o in everything))


def _says_better(other: Raised, one: Raised) -> bool:
    names = other.rule.supersedes
    return (
        other is not one
        and (one.rule.code in names or one.rule.family in names)
        and _strength(other) >= _strength(one)
    )


def _strength(raised: Raised) -> tuple[int, bool]:
    return raised.urgency.rank, not raised.quiet
