"""How often bleeding followed, for all recorded times and for parts of them."""

from collections.abc import Callable, Iterator

from diary.model import Sex
from diary.model.episodes import Occasion
from diary.model.vocabulary import BleedingSource, SexKind
from diary.rates import rate
from diary_reports.scope import Scope
from diary_reports.trend import halves
from diary_reports.values import Share
from diary_reports.words import AFTER_SEX, short_date, worded

IsAmong = Callable[[Occasion], bool]

KINDS = {
    SexKind.FINGERS: "with fingers",
    SexKind.FIST: "with a fist",
    SexKind.TOY: "with a toy",
    SexKind.DILATOR: "with a dilator",
    SexKind.OTHER: "other sex",
}

SAID: tuple[tuple[str, IsAmong], ...] = (
    ("lubricant used", lambda occasion: _sex(occasion).lubricant is True),
    ("lubricant not used", lambda occasion: _sex(occasion).lubricant is False),
    ("condom used", lambda occasion: _sex(occasion).condom is True),
    ("condom not used", lambda occasion: _sex(occasion).condom is False),
)


def shares(scope: Scope) -> tuple[Share, ...]:
    """Return the shares that have any recorded time, the one of all times first."""
    if not scope.rate.of:
        return ()
    source = scope.source or BleedingSource.VAGINAL
    occasions = scope.occasions(source)
    parts = [*_by_time(occasions), *_by_kind(occasions), *_as_said(occasions)]
    return (Share(label="all recorded times", rate=scope.rate), *parts, *_others(scope, source))


def _share(label: str, occasions: tuple[Occasion, ...]) -> Iterator[Share]:
    """Yield the share of these occasions where any answer is known."""
    answers = [occasion.bled for occasion in occasions]
    found = rate(answers.count(True), answers.count(False), unknown=answers.count(None))
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
    for kind in SexKind:
        of_kind = tuple(occasion for occasion in occasions if kind in _sex(occasion).kinds)
        yield from _share(KINDS.get(kind, f"{worded(kind)} sex"), of_kind)


def _as_said(occasions: tuple[Occasion, ...]) -> Iterator[Share]:
    for label, is_among in SAID:
        yield from _share(label, tuple(filter(is_among, occasions)))


def _others(scope: Scope, main: BleedingSource) -> Iterator[Share]:
    """Yield the shares of other sources that bled after sex."""
    for source in BleedingSource:
        found = scope.rate_of(source)
        if source is not main and found.bled:
            yield Share(label=f"{AFTER_SEX[source]}, all times", rate=found)


def _sex(occasion: Occasion) -> Sex:
    """Return the sex of an occasion: every one has it."""
    return occasion.sex.sex or Sex()
