"""Made-up people whose reports the tests read."""

import datetime as dt
from dataclasses import replace

import pytest
from made_up import after_sex, day, period, sex

from diary.model import (
    AbsentFact,
    Bleeding,
    Entry,
    Fact,
    FactKind,
    History,
    Pain,
    Profile,
    Symptom,
)
from diary.model import Sex as SexEvent
from diary.model.background_words import (
    Condition,
    Contraception,
    Helped,
    Medication,
    NewPartner,
    PregnancyTest,
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
    Answer,
    BleedingSource,
    Clots,
    Colour,
    MenstrualStatus,
    NoticedOn,
    Organ,
    PainSite,
    SexKind,
    Timing,
)

VISIT_DAY = day("2026-11-21")


@pytest.fixture
def as_of() -> dt.date:
    """The day of every report here."""
    return VISIT_DAY


@pytest.fixture
def recurrent() -> History:
    """Bleeding after sex on 3 of 11 occasions with a copper IUD, periods recorded."""
    starts = ("2026-06-30", "2026-07-29", "2026-08-27", "2026-09-24", "2026-10-23")
    periods = [entry for start in starts for entry in period(start)]
    without = (
        *("2026-07-10", "2026-07-18", "2026-08-20", "2026-09-03"),
        *("2026-09-12", "2026-10-15", "2026-11-01", "2026-11-03"),
    )
    between = Entry(
        date=day("2026-09-10"),
        bleeding=Bleeding(
            source=BleedingSource.VAGINAL,
            amount=Amount.SPOTTING,
            timing=Timing.NOT_AFTER_SEX,
            period=Answer.NO,
        ),
    )
    return History(
        profile=Profile(
            birth_year=1992,
            organs=(Organ.VAGINA, Organ.CERVIX, Organ.UTERUS, Organ.OVARIES),
            menstrual_status=MenstrualStatus.MENSTRUATING,
        ),
        background=_recurrent_background(),
        background_absent=(
            AbsentFact(
                kind=FactKind.MEDICATION, what=Medication.ANTICOAGULANT, date=day("2026-11-07")
            ),
            AbsentFact(kind=FactKind.CONDITION, what=Condition.BLEEDING_DISORDER),
        ),
        entries=(*periods, *map(sex, without), between, *_recurrent_bleeds()),
    )


def _recurrent_bleeds() -> tuple[Entry, ...]:
    first, second, third = (
        after_sex("2026-08-08", amount="light"),
        after_sex("2026-10-10"),
        after_sex("2026-11-07"),
    )
    assert first.bleeding is not None
    assert first.sex is not None
    assert second.bleeding is not None
    assert third.bleeding is not None
    return (
        replace(
            first,
            time=dt.time(23, 10),
            bleeding=replace(
                first.bleeding,
                timing=Timing.DURING_SEX,
                colour=Colour.BRIGHT_RED,
                clots=Clots.NONE,
            ),
            sex=replace(first.sex, lubricant=True, condom=False),
            pain=Pain(score=4, site=PainSite.DEEP_PELVIC),
            symptoms=(Symptom.DISCHARGE_NEW,),
            absent=(Symptom.FAINT, Symptom.FEVERISH),
        ),
        replace(second, bleeding=replace(second.bleeding, hours_after_sex=0.5)),
        replace(
            third,
            bleeding=replace(third.bleeding, hours_after_sex=6, noticed_on=(NoticedOn.WIPING,)),
            pain=Pain(score=2, site=PainSite.DEEP_PELVIC),
            absent=(Symptom.FLOODING,),
            symptoms=(Symptom.DISCHARGE_BLOODSTAINED,),
        ),
    )


def _recurrent_background() -> tuple[Fact, ...]:
    return (
        Fact(what=Contraception.COPPER_IUD, start=day("2026-01-15")),
        Fact(what=Contraception.COMBINED_PILL, start=day("2019-05-01"), end=day("2026-01-14")),
        Fact(
            what=Screening.NEGATIVE,
            test=ScreeningTest.HPV,
            start=day("2021-09-02"),
            next_due=day("2026-09-02"),
        ),
        Fact(what=StiTest.NEGATIVE, start=day("2026-02-20")),
        Fact(what=PregnancyTest.NEGATIVE, start=day("2026-10-20")),
        Fact(what=Medication.OTHER, note="sertraline 50 mg", start=day("2025-03-01")),
        Fact(what=Procedure.COLPOSCOPY, start=day("2020-02-01"), result=Result.NORMAL),
        Fact(what=Visit.CHECKED_NORMAL, start=day("2026-03-05"), about=("bleeding_after_sex",)),
        Fact(what=Tried.LUBRICANT, helped=Helped.A_LITTLE, start=day("2026-08-10")),
        Fact(what=Question.QUESTION, note="Could the coil be the reason?"),
        Fact(what=Question.WORRY, note="That it is something serious."),
        Fact(what=NewPartner.NEW_PARTNER, start=day("2026-05-20")),
    )


@pytest.fixture
def after_menopause() -> History:
    """Bleeding after sex and on another day, years after the last period."""
    return History(
        profile=Profile(birth_year=1964, menstrual_status=MenstrualStatus.POSTMENOPAUSE),
        entries=(
            sex("2026-09-12"),
            after_sex("2026-09-30", amount="light"),
            Entry(
                date=day("2026-10-02"),
                bleeding=Bleeding(source=BleedingSource.VAGINAL, timing=Timing.NOT_AFTER_SEX),
            ),
        ),
    )


@pytest.fixture
def rectal() -> History:
    """Bleeding from the rectum after anal sex on 2 of 5 occasions."""
    days = ("2026-08-01", "2026-08-15", "2026-09-05", "2026-09-20", "2026-10-11")
    return History(
        profile=Profile(organs=(Organ.PENIS, Organ.PROSTATE, Organ.TESTES)),
        entries=tuple(
            Entry(
                date=day(on),
                sex=SexEvent(kinds=(SexKind.ANAL,)),
                bleeding=Bleeding(source=BleedingSource.RECTAL, timing=Timing.AFTER_SEX)
                if on in ("2026-08-15", "2026-09-20")
                else None,
                absent=(Symptom.BLACK_STOOL,) if on == "2026-08-15" else (),
            )
            for on in days
        ),
    )


@pytest.fixture
def semen() -> History:
    """Blood in semen on 1 of 2 occasions."""
    return History(
        profile=Profile(birth_year=1979, organs=(Organ.PENIS, Organ.PROSTATE, Organ.TESTES)),
        entries=(
            Entry(
                date=day("2026-10-01"),
                sex=SexEvent(solo=True),
                bleeding=Bleeding(source=BleedingSource.SEMEN, timing=Timing.DURING_SEX),
            ),
            sex("2026-10-12"),
        ),
    )


@pytest.fixture
def sparse() -> History:
    """Three entries in half a year, and nothing else said."""
    return History(entries=(after_sex("2026-05-03"), sex("2026-08-20"), after_sex("2026-11-02")))
