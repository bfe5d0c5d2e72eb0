"""Methods, HRT and testosterone: what sets or changes bleeding, so that there are no cycles.

After FSRH and BMS guidance: a combined method or sequential HRT has planned bleeds; methods with
progestogen alone, other HRT and testosterone change or stop bleeding. A copper IUD, barriers,
sterilisation and fertility awareness do neither, nor does vaginal oestrogen. A method that is only
called "other" is not taken to change anything.
"""

from collections.abc import Iterator
from datetime import date

from diary.cycles.stretch import Stretch, first_day, last_day
from diary.model import Fact, FactKind, History
from diary.model.background_words import Contraception, Hrt, Medication
from diary.model.days import shifted

AFTER_STOPPING = 7
"""Days after a combined method is stopped in which its planned bleed still comes (FSRH)."""

COMBINED = {
    Contraception.COMBINED_PILL: "combined pill",
    Contraception.PATCH: "contraceptive patch",
    Contraception.RING: "contraceptive ring",
}

PROGESTOGEN_ONLY = {
    Contraception.PROGESTOGEN_PILL: "progestogen-only pill",
    Contraception.IMPLANT: "contraceptive implant",
    Contraception.INJECTION: "contraceptive injection",
    Contraception.HORMONAL_IUD: "hormonal IUD (coil)",
}

SETS = "{what} sets when you bleed, so there are no cycles to count."
CHANGES = "{what} changes when you bleed, so there are no cycles to count."


def methods(history: History) -> Iterator[Stretch]:
    """Yield the stretches in which a medicine or method sets or changes bleeding."""
    yield from _hormones(history)
    for fact in history.facts(FactKind.HRT):
        if fact.what is not Hrt.VAGINAL_OESTROGEN:
            words = SETS if fact.what is Hrt.SEQUENTIAL else CHANGES
            yield _stretch(fact, words.format(what="HRT"))


def hormones_on(history: History, day: date) -> Stretch | None:
    """Return the hormonal method or testosterone of a day, of several the one that began last.

    The bleeding of people who use one is judged by 90 days, not by cycles (WHO/Belsey).
    """
    held = [stretch for stretch in _hormones(history) if stretch.covers(day)]
    return max(held, key=lambda stretch: stretch.start, default=None)


def _hormones(history: History) -> Iterator[Stretch]:
    for fact in history.facts(FactKind.MEDICATION):
        if fact.what is Medication.TESTOSTERONE:
            yield _stretch(fact, CHANGES.format(what="Testosterone"))
    for fact in history.facts(FactKind.CONTRACEPTION):
        if isinstance(fact.what, Contraception):
            yield from _contraception(fact, fact.what)


def _contraception(fact: Fact, what: Contraception) -> Iterator[Stretch]:
    if what in COMBINED:
        reason = SETS.format(what=f"The {COMBINED[what]}")
        yield _stretch(fact, reason, goes_on=AFTER_STOPPING)
    elif what in PROGESTOGEN_ONLY:
        yield _stretch(fact, CHANGES.format(what=f"The {PROGESTOGEN_ONLY[what]}"))


def _stretch(fact: Fact, reason: str, *, goes_on: int = 0) -> Stretch:
    start, end = first_day(fact) or date.min, shifted(last_day(fact), goes_on)
    return Stretch(start=start, end=end, reason=reason, may_bleed=True)
