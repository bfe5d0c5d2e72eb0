"""A made-up year for `diary demo`: periods, times without bleeding, and a bleed that comes back."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time, timedelta

from diary.interchange.identity import with_ids
from diary.model import AbsentFact, Bleeding, Entry, Fact, FactKind, History, Pain, Profile, Sex
from diary.model.background_words import Contraception, Question, Screening
from diary.model.symptom import Symptom
from diary.model.vocabulary import (
    Amount,
    Answer,
    BleedingSource,
    Colour,
    MenstrualStatus,
    Organ,
    PainSite,
    SexKind,
    Timing,
)

DAYS = 365
SEED = 11
PERIOD = (Amount.LIGHT, Amount.MEDIUM, Amount.MEDIUM, Amount.LIGHT, Amount.SPOTTING)
CYCLE_LENGTHS = (27, 28, 29, 30)
DAYS_WITHOUT_BLEEDING = (340, 301, 262, 230, 174, 148, 121, 96, 66, 38, 12)
DAYS_WITH_BLEEDING = (203, 108, 52, 24)


def made_up_year(today: date) -> History:
    """Return a year up to `today` of a person who does not exist."""
    entries = [
        *_periods(today),
        *(_sex(today - timedelta(days=back)) for back in DAYS_WITHOUT_BLEEDING),
        *(_episode(today - timedelta(days=back), back) for back in DAYS_WITH_BLEEDING),
    ]
    return History(
        profile=Profile(
            birth_year=today.year - 34,
            organs=(Organ.VAGINA, Organ.CERVIX, Organ.UTERUS, Organ.OVARIES),
            menstrual_status=MenstrualStatus.MENSTRUATING,
            country="GB",
        ),
        background=with_ids(_background(today)),
        background_absent=(AbsentFact(kind=FactKind.MEDICATION, date=today - timedelta(days=300)),),
        entries=with_ids(sorted(entries, key=lambda entry: entry.date)),
    )


def _background(today: date) -> Iterator[Fact]:
    yield Fact(what=Contraception.COPPER_IUD, start=today - timedelta(days=290))
    yield Fact(what=Screening.NEGATIVE, start=today - timedelta(days=800))
    yield Fact(what=Question.QUESTION, note="Could the coil have moved?")


def _periods(today: date) -> Iterator[Entry]:
    lengths = random.Random(SEED)  # noqa: S311 - made-up cycles, no secret
    start = today - timedelta(days=DAYS)
    while start + timedelta(days=len(PERIOD)) < today:
        for number, amount in enumerate(PERIOD):
            bleeding = Bleeding(
                source=BleedingSource.VAGINAL,
                amount=amount,
                timing=Timing.NOT_AFTER_SEX,
                period=Answer.YES,
            )
            yield Entry(date=start + timedelta(days=number), bleeding=bleeding)
        start += timedelta(days=lengths.choice(CYCLE_LENGTHS))


def _sex(on: date) -> Entry:
    return Entry(date=on, no_bleeding=True, sex=Sex(kinds=(SexKind.VAGINAL,), lubricant=True))


def _episode(on: date, back: int) -> Entry:
    deep = back < 60
    return replace(
        _sex(on),
        time=time(23, 10),
        no_bleeding=None,
        sex=Sex(kinds=(SexKind.VAGINAL,), lubricant=False),
        bleeding=Bleeding(
            source=BleedingSource.VAGINAL,
            amount=Amount.LIGHT if deep else Amount.SPOTTING,
            timing=Timing.AFTER_SEX,
            period=Answer.NO,
            colour=Colour.BRIGHT_RED,
            stopped=True,
            hours_after_sex=0.5,
        ),
        pain=Pain(score=5 if deep else 2, site=PainSite.DEEP_PELVIC, with_sex=True),
        absent=(Symptom.FAINT, Symptom.DIZZY, Symptom.PALE_CLAMMY, Symptom.RIGORS),
    )
