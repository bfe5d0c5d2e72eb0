"""Body and time of life: before the first period, after the menopause, without womb or ovaries.

The profile says what holds now, not since when: where no operation dates it, it holds at most since
the last period that the person stated.
"""

from collections.abc import Iterator
from datetime import date

from diary.cycles.stretch import Starts, Stretch, first_day
from diary.model import FactKind, History
from diary.model.background_words import Procedure
from diary.model.vocabulary import MenstrualStatus, Organ

WOMB_REMOVED = {Procedure.HYSTERECTOMY, Procedure.HYSTERECTOMY_CERVIX_KEPT}
OVARIES_REMOVED = {Procedure.OOPHORECTOMY}

NOT_STARTED = "Your periods have not started yet."
MENOPAUSE = "You are past the menopause, so there are no periods."
NO_WOMB = "There are no periods without a womb."
NO_OVARIES = "There are no cycles without ovaries."
NONE_NOW = "You said that you have no periods at the moment."


def body(history: History, starts: Starts) -> Iterator[Stretch]:
    """Yield the stretches in which the body has no cycles, whatever else holds."""
    status = history.profile.menstrual_status
    if status is MenstrualStatus.NOT_STARTED:
        yield _since(starts.since_last, NOT_STARTED)
    yield from _without(history, starts, Organ.UTERUS, WOMB_REMOVED, NO_WOMB)
    if status is MenstrualStatus.POSTMENOPAUSE:
        yield _since(starts.since_last, MENOPAUSE)
    yield from _without(history, starts, Organ.OVARIES, OVARIES_REMOVED, NO_OVARIES)


def none_now(history: History, starts: Starts) -> Iterator[Stretch]:
    """Yield the stretch of a person who says that they have no periods, without more."""
    if history.profile.menstrual_status is MenstrualStatus.NONE:
        yield _since(starts.since_last, NONE_NOW)


def _without(
    history: History, starts: Starts, organ: Organ, removed: set[Procedure], reason: str
) -> Iterator[Stretch]:
    operations = [fact for fact in history.facts(FactKind.PROCEDURE) if fact.what in removed]
    profile = history.profile
    is_missing = profile.organs is not None and organ not in profile.organs
    if operations:
        days = [day for fact in operations if (day := first_day(fact)) is not None]
        yield _since(min(days, default=starts.since_last), reason)
    elif is_missing and organ not in profile.organs_unsure:
        yield _since(starts.since_last, reason)


def _since(start: date, reason: str) -> Stretch:
    return Stretch(start=start, end=date.max, reason=reason)
