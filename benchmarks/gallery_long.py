"""The longest diary of the gallery: 400 entries of a person who does not exist."""

import random
from dataclasses import replace

from benchmarks.gallery_entries import (
    TODAY,
    WOMB,
    after_sex,
    ago,
    bled,
    history,
    period,
    without_bleeding,
)
from diary.model import Entry, Fact, History, Pain, Profile
from diary.model.background_words import (
    Contraception,
    Helped,
    Medication,
    Procedure,
    Question,
    Result,
    Screening,
    ScreeningTest,
    StiTest,
    Tried,
    Visit,
)
from diary.model.vocabulary import (
    Amount,
    MenstrualStatus,
    PainSite,
)

SEED = 7
LUBRICANT = 0.6
"""Share of times with lubricant, whether or not a bleed followed: it changes nothing here."""


def three_years() -> History:
    """400 entries in nearly three years, a normal check in the middle, pain at the end."""
    chance = random.Random(SEED)  # noqa: S311 - made-up days, no secret
    entries: list[Entry] = []
    start = 1085
    while start > 5:
        entries += period(start)
        for place in sorted(chance.sample(range(7, 25), 6)):
            entries.append(_perhaps(start - place, chance))
        start -= chance.choice((26, 27, 28, 29, 31))
    facts = (
        Fact(what=Contraception.COPPER_IUD, start=ago(1300)),
        Fact(what=Contraception.CONDOMS, start=ago(200)),
        Fact(what=Screening.HPV_POSITIVE, test=ScreeningTest.HPV, start=ago(600)),
        Fact(what=Procedure.COLPOSCOPY, start=ago(540), result=Result.NORMAL),
        Fact(what=Visit.CHECKED_NORMAL, start=ago(540), about=("bleeding_after_sex",)),
        Fact(what=StiTest.CHLAMYDIA, start=ago(610)),
        Fact(what=StiTest.NEGATIVE, start=ago(500)),
        Fact(what=Medication.ANTIBIOTIC, note="doxycycline", start=ago(605), end=ago(598)),
        Fact(what=Tried.LUBRICANT, helped=Helped.NO, start=ago(300)),
        Fact(what=Question.QUESTION, note="Why does it come back?"),
    )
    profile = Profile(
        birth_year=1990, organs=WOMB, menstrual_status=MenstrualStatus.MENSTRUATING, country="GB"
    )
    return history(profile, facts, [entry for entry in entries if entry.date <= TODAY][-400:])


def _perhaps(days: int, chance: random.Random) -> Entry:
    """Return sex so many days ago, with a bleed more often in the last year."""
    lubricant = chance.random() < LUBRICANT
    if chance.random() > (0.4 if days < 365 else 0.12):
        return without_bleeding(days, lubricant=lubricant)
    blood = bled(days, chance.choice((Amount.SPOTTING, Amount.LIGHT)))
    episode = after_sex(days, blood, lubricant=lubricant)
    if days < 365:
        score = chance.choice((3, 4, 5))
        return replace(episode, pain=Pain(score=score, site=PainSite.DEEP_PELVIC, with_sex=True))
    return episode
