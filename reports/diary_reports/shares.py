"""How often bleeding followed, for all recorded times and for parts of them."""

from collections.abc import Callable, Iterator

from diary.model import Sex
from diary.model.episodes import Occasion
from diary.model.vocabulary import BleedingSource, SexKind
from diary.rates import Rate
from diary.rates.kinds import by_kind, split
from diary_reports.scope import Scope
from diary_reports.trend import halves
from diary_reports.values import Share
from diary_reports.words import AFTER_SEX, short_date, worded

KINDS = {
    SexKind.FINGERS: "with fingers",
    SexKind.FIST: "with a fist",
    SexKind.TOY: "with a toy",
    SexKind.DILATOR: "with a dilator",
    SexKind.OTHER: "other sex",
}

USED: tuple[tuple[str, Callable[[Sex], bool | None]], ...] = (
    ("lubricant", lambda sex: sex.lubricant),
    ("condom", lambda sex: sex.condom),
)


def shares(scope: Scope) -> tuple[Share, ...]:
    """Return the shares that have any recorded time, the one of all times first."""
    if not scope.rate.of:
        return ()
    source = scope.source or BleedingSource.VAGINAL
    occasions = scope.occasions(source)
    parts = [*_by_time(occasions), *_by_kind(occasions), *_as_said(occasions)]
    return (Share(label="all recorded times", rate=scope.rate), *parts, *_others(scope, source))


def _share(label: str, found: Rate) -> Iterator[Share]:
    """Yield the share where any answer is known."""
    if found.of:
        yield Share(label=label, rate=found)


def _by_time(occasions: tuple[Occasion, ...]) -> Iterator[Share]:
    found = halves(occasions)
    if found is not None:
        for word, entry, part in (
            ("until", found.ends, found.earlier),
            ("from", found.begins, found.later),
        ):
            day = short_date(entry.date, entry.date_precision)
            yield Share(label=f"{word} {day}", rate=part)


def _by_kind(occasions: tuple[Occasion, ...]) -> Iterator[Share]:
    for some in by_kind(occasions):
        names = [KINDS.get(kind, f"{worded(kind)} sex") for kind in some.kinds]
        yield from _share(", ".join(names) or "kind not recorded", some.rate)


def _as_said(occasions: tuple[Occasion, ...]) -> Iterator[Share]:
    for what, ask in USED:
        parts = split(occasions, ask)
        if parts.is_recorded:
            yield from _share(f"{what} used", parts.used)
            yield from _share(f"{what} not used", parts.not_used)
            yield from _share(f"{what} not recorded", parts.not_known)


def _others(scope: Scope, main: BleedingSource) -> Iterator[Share]:
    """Yield the shares of other sources that bled after sex."""
    for source in BleedingSource:
        found = scope.rate_of(source)
        if source is not main and found.bled:
            yield Share(label=f"{AFTER_SEX[source]}, all times", rate=found)
