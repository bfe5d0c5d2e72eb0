"""Methods, medicines, tests, procedures, pregnancies and visits in the order of their days."""

from collections.abc import Iterator
from datetime import date

from diary.model import Fact, FactKind
from diary.model.background_words import Contraception
from diary_reports.background import KINDS, about_and_next, named
from diary_reports.scope import Scope
from diary_reports.values import Line
from diary_reports.words import short_date, worded

LASTING = frozenset(
    {
        *(FactKind.CONTRACEPTION, FactKind.HRT, FactKind.MEDICATION),
        *(FactKind.CONDITION, FactKind.BREASTFEEDING),
    }
)
NOT_TOLD = frozenset({FactKind.QUESTION, FactKind.PREGNANCY_POSSIBLE, FactKind.PARTNERS})
BEARS_ITS_NAME = frozenset({FactKind.PROCEDURE, FactKind.NEW_PARTNER, FactKind.PELVIC_EXAM})


def timeline(scope: Scope) -> tuple[Line, ...]:
    """Return each dated fact, what lasts also with its end, the latest first."""
    found = [event for fact in scope.background.background for event in _events(fact, scope.as_of)]
    found.sort(key=lambda event: event[0], reverse=True)
    return tuple(line for _, line in found)


def _events(fact: Fact, as_of: date) -> Iterator[tuple[date, Line]]:
    if fact.kind in NOT_TOLD:
        return
    lasts = fact.kind in LASTING
    if fact.start is not None:
        day = short_date(fact.start, fact.date_precision)
        yield fact.start, Line(label=day, text=_told(fact) + (" began" if lasts else ""))
    if lasts and fact.end is not None and fact.end <= as_of:
        day = short_date(fact.end, fact.date_precision)
        yield fact.end, Line(label=day, text=f"{_told(fact)} ended")


def _told(fact: Fact) -> str:
    if fact.what is Contraception.NONE:
        return "time without contraception"
    kind = "" if fact.kind in LASTING | BEARS_ITS_NAME else f"{KINDS[fact.kind]}: "
    more = about_and_next(fact) if fact.kind is FactKind.VISIT else ""
    result = f", {worded(fact.result)}" if fact.result else ""
    helped = f", helped: {worded(fact.helped)}" if fact.helped else ""
    return f"{kind}{named(fact)}{result}{helped}{more}"
