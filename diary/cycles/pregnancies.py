"""Pregnancy, and the time until periods come back after it."""

from collections.abc import Iterable, Iterator
from datetime import date

from diary.cycles.stretch import Starts, Stretch, first_day, last_day
from diary.model import Fact, FactKind, History
from diary.model.background_words import Pregnancy, PregnancyTest
from diary.model.days import shifted

CONCEPTION = 14
"""Weeks are counted from the last period; conception is about 14 days later (NHS)."""

WHOLE = 280
"""Days from the last period to the due date (NHS)."""

LONGEST = 308
"""A pregnancy that was never closed ends at the latest after 44 weeks: our choice."""

QUIET_AFTER_BIRTH = 56
"""Bleeding in so many days is of the birth, no period (Bellagio consensus on LAM, 1995)."""

QUIET_AFTER_LOSS = 21
"""Bleeding of a miscarriage or abortion lasts up to about 3 weeks: our choice."""

WAIT_AFTER_BIRTH = 84
"""With no period recorded the wait ends after 12 weeks, or so long after breastfeeding: ours."""

WAIT_AFTER_LOSS = 56
"""Periods come back within 4 to 8 weeks after a loss (NHS); then the wait ends."""

PREGNANT = "There are no periods in pregnancy."
AFTER_BIRTH = "Your periods have not come back yet after the birth."
AFTER_LOSS = "After a pregnancy ends, it takes some weeks until periods come back."
BREASTFEEDING = "Your periods have not come back yet while you are breastfeeding."


def pregnancies(history: History, starts: Starts) -> Iterator[Stretch]:
    """Yield the stretches of pregnancies, and of waiting for periods to come back."""
    facts = history.facts(FactKind.PREGNANCY)
    ends = [(day, fact) for fact in facts if _is_end(fact) and (day := first_day(fact))]
    going_on = [
        _ongoing(fact, [day for day, _ in ends], starts)
        for fact in facts
        if fact.what is Pregnancy.ONGOING and not (ends and _begun(fact) is None)
    ]
    yield from going_on
    yield from _tested(history, starts, [*going_on, *(_at(day) for day, _ in ends)])
    for day, fact in ends:
        if fact.what in {Pregnancy.BIRTH, Pregnancy.STILLBIRTH}:
            yield from _born(day, history, starts)
        else:
            yield _waiting(day, AFTER_LOSS, starts, quiet=QUIET_AFTER_LOSS, wait=WAIT_AFTER_LOSS)
    yield from _closed(facts, [day for day, _ in ends], starts)
    if not any(fact.what in {Pregnancy.BIRTH, Pregnancy.STILLBIRTH} for _, fact in ends):
        yield from _breastfeeding(history, starts)


def _is_end(fact: Fact) -> bool:
    return fact.what is not Pregnancy.ONGOING


def _begun(fact: Fact) -> date | None:
    """Return the day from which the weeks of an ongoing pregnancy are counted."""
    if fact.start is None and fact.due_date is not None:
        return shifted(fact.due_date, -WHOLE)
    return first_day(fact)


def _ongoing(fact: Fact, ends: list[date], starts: Starts) -> Stretch:
    begun = _begun(fact)
    if begun is None:
        return Stretch(start=starts.since_last, end=last_day(fact), reason=PREGNANT)
    closed = min((day for day in ends if day >= begun), default=date.max)
    end = min(last_day(fact), closed, shifted(begun, LONGEST))
    return Stretch(start=min(shifted(begun, CONCEPTION), end), end=end, reason=PREGNANT)


def _closed(facts: Iterable[Fact], ends: list[date], starts: Starts) -> Iterator[Stretch]:
    """Yield the waiting after an ongoing pregnancy that ended, with no word on how."""
    for fact in facts:
        if fact.what is Pregnancy.ONGOING and fact.end is not None:
            end = last_day(fact)
            if not any(abs((day - end).days) <= 7 or day <= end for day in ends):
                yield _waiting(
                    end, AFTER_LOSS, starts, quiet=QUIET_AFTER_LOSS, wait=WAIT_AFTER_LOSS
                )


def _born(day: date, history: History, starts: Starts) -> Iterator[Stretch]:
    yield Stretch(start=shifted(day, CONCEPTION - WHOLE), end=day, reason=PREGNANT)
    feeding = [
        fact
        for fact in history.facts(FactKind.BREASTFEEDING)
        if _at(day, WAIT_AFTER_BIRTH).meets(first_day(fact) or date.min, last_day(fact))
    ]
    until = max((last_day(fact) for fact in feeding), default=day)
    wait = (until - day).days + WAIT_AFTER_BIRTH
    yield _waiting(day, AFTER_BIRTH, starts, quiet=QUIET_AFTER_BIRTH, wait=wait)


def _waiting(since: date, reason: str, starts: Starts, *, quiet: int, wait: int) -> Stretch:
    """Return the days from `since` to the day before periods came back.

    A period that the person states ends it at once; one that is only likely not within `quiet`
    days; without either it lasts for `wait` days.
    """
    stated = [day for day in starts.stated if day > since]
    likely = [day for day in starts.likely if day > shifted(since, quiet)]
    back = min([*stated[:1], *likely[:1]], default=date.max)
    end = min(shifted(back, -1) if back < date.max else date.max, shifted(since, wait))
    return Stretch(start=since, end=max(end, since), reason=reason, may_bleed=True)


def _breastfeeding(history: History, starts: Starts) -> Iterator[Stretch]:
    """Yield the waiting of a person who breastfeeds and recorded no birth."""
    for fact in history.facts(FactKind.BREASTFEEDING):
        since = first_day(fact) or date.min
        wait = (last_day(fact) - since).days
        quiet = QUIET_AFTER_BIRTH if fact.start else 0
        yield _waiting(since, BREASTFEEDING, starts, quiet=quiet, wait=wait)


def _tested(history: History, starts: Starts, known: list[Stretch]) -> Iterator[Stretch]:
    """Yield the pregnancies that only a positive test tells of."""
    tests = [(day, f.what) for f in history.facts(FactKind.PREGNANCY_TEST) if (day := first_day(f))]
    negative = [day for day, what in tests if what is PregnancyTest.NEGATIVE]
    for day, what in tests:
        just_before = shifted(day, -QUIET_AFTER_LOSS)
        if what is not PregnancyTest.POSITIVE or any(s.meets(just_before, day) for s in known):
            continue
        over = [d for d in (*negative, *starts.stated, *(s.start for s in known)) if d > day]
        end = min([shifted(d, -1) for d in over], default=date.max)
        last = shifted(day, WHOLE - CONCEPTION)
        yield Stretch(start=day, end=min(end, last), reason=PREGNANT)


def _at(day: date, length: int = 0) -> Stretch:
    return Stretch(start=day, end=shifted(day, length), reason=PREGNANT)
