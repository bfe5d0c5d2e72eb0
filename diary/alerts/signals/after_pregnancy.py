"""The weeks after a birth, a loss or an abortion: what is recorded in them, and what got worse."""

from datetime import date, timedelta

from diary.alerts.case import Case
from diary.alerts.signals.background import ever, holding
from diary.alerts.signals.bleeding import PERIOD_LIKE, amount_of, looks_heavy
from diary.alerts.signals.pain import BELLY, has_pain, is_in, pain_at_least, strongest_possible
from diary.alerts.signals.this_pregnancy import is_said_period
from diary.cycles.volume import has_large_clots
from diary.model import Entry, Fact
from diary.model.background_words import Breastfeeding, Pregnancy, Procedure
from diary.model.episodes import BANDS, Bleed
from diary.model.fact import FactWord
from diary.model.vocabulary import Clots, Trend

BIRTHS = (Pregnancy.BIRTH, Pregnancy.STILLBIRTH, Procedure.PERINEAL_REPAIR)
"""Stitches after a birth tell of one, too."""

LOSSES = (
    Pregnancy.MISCARRIAGE,
    Pregnancy.ABORTION,
    Pregnancy.ECTOPIC,
    Procedure.UTERINE_EVACUATION,
)


def last_birth(case: Case) -> Fact | None:
    """Return the latest birth of known day."""
    return _last(case, *BIRTHS)


def heals_after_birth(case: Case, bleed: Bleed, days: float) -> bool:
    """Say whether the sex was the first after a birth, or came while the body still heals.

    It heals for so many days after the birth, and while breastfeeding.
    """
    if bleed.sex is not None and bleed.sex.sex is not None and bleed.sex.sex.first_after_birth:
        return True
    birth = last_birth(case)
    is_soon = (
        birth is not None
        and birth.start is not None
        and timedelta(0) <= bleed.start - birth.start <= timedelta(days=days)
    )
    return is_soon or bool(holding(case, Breastfeeding.BREASTFEEDING, on=bleed.start))


def last_loss(case: Case) -> Fact | None:
    """Return the latest loss or abortion of known day."""
    return _last(case, *LOSSES)


def _last(case: Case, *words: FactWord) -> Fact | None:
    known = [fact for fact in ever(case, *words) if fact.start is not None]
    return max(known, key=lambda fact: fact.start or date.min, default=None)


def entries_after(case: Case, end: Fact, days: float) -> tuple[Entry, ...]:
    """Return the recent entries from the day of a birth or loss to so many days after it."""
    first = end.start or case.as_of
    last = first + timedelta(days=days)
    return tuple(entry for entry in case.lately if first <= entry.date <= last)


def days_after(end: Fact, entry: Entry) -> int:
    """Return the days from a birth or loss to an entry; 0 where its day is not known."""
    return (entry.date - end.start).days if end.start else 0


def bleeds_more_again(case: Case, birth: Fact, entry: Entry, *, heavy_from_days: float) -> bool:
    """Say whether bleeding after a birth got heavier again, or is heavy when it should be less.

    Heavier: as said, or like a period after less was recorded on an earlier day. Large clots are
    a sign on any day, small ones and heavy bleeding from `heavy_from_days` on. What the person
    calls their period is none.
    """
    if not case.is_vaginal(entry) or entry.bleeding is None or is_said_period(entry):
        return False
    is_later = days_after(birth, entry) >= heavy_from_days
    is_much = looks_heavy(entry) or entry.bleeding.clots is Clots.SMALL
    return (
        entry.bleeding.trend is Trend.INCREASING
        or has_large_clots(entry)
        or (is_later and is_much)
        or _was_less(case, birth, entry)
    )


def _was_less(case: Case, birth: Fact, entry: Entry) -> bool:
    amount = amount_of(entry)
    if amount not in PERIOD_LIKE or birth.start is None:
        return False
    earlier = (e for e in case.since(birth.start) if e.date < entry.date and case.is_vaginal(e))
    bands = [BANDS.index(a) for e in earlier if (a := amount_of(e)) is not None]
    return any(band < BANDS.index(amount) for band in bands)


def hurts_more(case: Case, loss: Fact, entry: Entry, score: float) -> bool:
    """Say whether belly pain after a loss got worse: as said, or to `score` from less before."""
    if entry.pain is None or not has_pain(entry) or is_in(entry, BELLY) is False:
        return False
    if entry.pain.trend is Trend.INCREASING:
        return True
    if not pain_at_least(entry, score) or loss.start is None:
        return False
    earlier = (e for e in case.since(loss.start) if e.pain is not None and e.date < entry.date)
    return any(strongest_possible(e) < score for e in earlier)


def still_bleeds(case: Case, loss: Fact, *, days: float, window_days: float) -> tuple[Entry, ...]:
    """Return the recent blood of more than `days` days after a loss that is no period.

    It goes on unless a dry day was recorded in the week before. Bleeding after sex is no part.
    """
    if loss.start is None:
        return ()
    first, last = (loss.start + timedelta(days=d) for d in (days + 1, window_days))
    return tuple(
        entry
        for spell in case.chart.spells
        if not spell.is_period and first <= spell.end <= last and spell.end > case.lately_since
        if spell.start < first or not _was_dry_before(case, spell.start)
        for entry in spell.entries
        if entry.date >= first
    )


def _was_dry_before(case: Case, day: date) -> bool:
    return any(entry.no_bleeding for entry in case.around(day - timedelta(days=1), before=6))
