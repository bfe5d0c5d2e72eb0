"""Nine made-up people whose reports are looked at: none of them exists.

Each is a `History` as known on `TODAY`. Days are counted back from it, so that a reader can see how
long ago a thing was.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from benchmarks.gallery_entries import (
    NO_SIGNS,
    PENIS,
    TODAY,
    WOMB,
    after_sex,
    ago,
    at_another_time,
    bled,
    history,
    period,
    without_bleeding,
)
from benchmarks.gallery_long import three_years
from diary.model import AbsentFact, Bleeding, Entry, Fact, FactKind, History, Pain, Profile, Sex
from diary.model.background_words import (
    Condition,
    Contraception,
    Helped,
    Investigation,
    Medication,
    PelvicExam,
    Pregnancy,
    PregnancyPossible,
    PregnancyTest,
    Procedure,
    Question,
    Result,
    Screening,
    ScreeningTest,
    StiTest,
    Tried,
)
from diary.model.symptom import Symptom
from diary.model.vocabulary import (
    Amount,
    BleedingSource,
    Colour,
    MenstrualStatus,
    NoticedOn,
    PainSite,
    SexKind,
    Timing,
)

__all__ = ["PEOPLE", "TODAY"]


def recurrent_with_iud() -> History:
    """Six bleeds on 15 occasions, more of them lately, with deep pain and a copper IUD."""
    deep = Pain(score=5, site=PainSite.DEEP_PELVIC, with_sex=True)
    painful = {20: 6, 41: 5, 72: 5, 97: 6}
    entries = [entry for start in range(8, 260, 28) for entry in period(start)]
    entries += [without_bleeding(days) for days in (256, 238, 219, 190, 170, 155, 138, 84, 54)]
    for days in (130, 108, 97, 72, 41, 20):
        episode = after_sex(days, bled(days, Amount.LIGHT if days < 120 else Amount.SPOTTING))
        if days in painful:
            episode = replace(episode, pain=replace(deep, score=painful[days]), absent=NO_SIGNS)
        entries.append(episode)
    facts = (
        Fact(what=Contraception.COPPER_IUD, start=ago(330)),
        Fact(what=Contraception.COMBINED_PILL, start=ago(2200), end=ago(331)),
        Fact(what=Screening.NEGATIVE, test=ScreeningTest.HPV, start=ago(800)),
        Fact(what=StiTest.NEGATIVE, start=ago(180)),
        Fact(what=PregnancyTest.NEGATIVE, start=ago(30)),
        Fact(what=PregnancyPossible.NO, start=ago(20)),
        Fact(what=Tried.LUBRICANT, helped=Helped.NO, start=ago(140)),
        Fact(what=Tried.OTHER_POSITION, helped=Helped.A_LITTLE, start=ago(60)),
        Fact(what=Question.QUESTION, note="Could the coil have moved?"),
        Fact(what=Question.WORRY, note="That it is something serious."),
        Fact(what=Question.WISH, note="To be examined by the same person."),
    )
    profile = Profile(
        birth_year=1992, organs=WOMB, menstrual_status=MenstrualStatus.MENSTRUATING, country="GB"
    )
    known = history(profile, facts, entries)
    absent = (
        AbsentFact(kind=FactKind.MEDICATION, date=ago(300)),
        AbsentFact(kind=FactKind.CONDITION, what=Condition.BLEEDING_DISORDER, date=ago(300)),
    )
    return replace(known, background_absent=absent)


def after_menopause() -> History:
    """Bleeding after sex twice and once on another day, seven years after the last period."""
    entries = [
        without_bleeding(70, lubricant=False),
        after_sex(52, bled(52)),
        without_bleeding(40),
        replace(
            after_sex(23, bled(23, Amount.SPOTTING)),
            pain=Pain(score=3, site=PainSite.VAGINAL_ENTRANCE, with_sex=True),
            symptoms=(Symptom.DRYNESS,),
            absent=(Symptom.WEIGHT_LOSS, Symptom.FEVERISH),
        ),
        at_another_time(21, Amount.SPOTTING),
    ]
    facts = (
        Fact(what=Screening.NEGATIVE, start=ago(1500)),
        Fact(what=Medication.ANTICOAGULANT, note="apixaban 5 mg", start=ago(400)),
        Fact(what=Condition.DIABETES, start=ago(2000)),
        Fact(what=Tried.MOISTURISER, helped=Helped.A_LITTLE, start=ago(35)),
        Fact(what=Question.QUESTION, note="Is it the dryness, or do I need a test?"),
    )
    profile = Profile(
        birth_year=1964,
        organs=WOMB,
        menstrual_status=MenstrualStatus.POSTMENOPAUSE,
        country="GB",
    )
    return history(profile, facts, entries)


def on_the_pill() -> History:
    """Bleeding after sex and between planned bleeds, with missed pills."""
    entries = [entry for start in range(10, 170, 28) for entry in period(start, 4)]
    entries += [without_bleeding(days) for days in (160, 149, 131, 120, 104, 92, 63, 48)]
    entries += [after_sex(days, bled(days, Amount.SPOTTING)) for days in (77, 35)]
    entries += [at_another_time(days, Amount.SPOTTING) for days in (74, 73, 31)]
    entries += [Entry(date=ago(79), missed_pill_count=2, absent=(Symptom.DISCHARGE_SMELLY,))]
    facts = (
        Fact(what=Contraception.COMBINED_PILL, start=ago(400)),
        Fact(what=Screening.NEVER),
        Fact(what=StiTest.PENDING, start=ago(12)),
        Fact(what=PregnancyTest.NEGATIVE, start=ago(33)),
        Fact(what=Question.QUESTION, note="Should I change my pill?"),
    )
    profile = Profile(
        birth_year=2003, organs=WOMB, menstrual_status=MenstrualStatus.MENSTRUATING, country="GB"
    )
    return history(profile, facts, entries)


def anal() -> History:
    """Rectal bleeding after anal sex on three of eight occasions, once with pain."""
    entries = [without_bleeding(days, kind=SexKind.ANAL) for days in (150, 128, 101, 74, 33)]
    for days, seen in (
        (88, NoticedOn.WIPING),
        (47, NoticedOn.TOILET_WATER),
        (18, NoticedOn.ON_STOOL),
    ):
        bleeding = replace(bled(days, source=BleedingSource.RECTAL), noticed_on=(seen,))
        entries.append(after_sex(days, bleeding, kind=SexKind.ANAL))
    entries[-1] = replace(
        entries[-1],
        pain=Pain(score=4, site=PainSite.ANUS, with_sex=True),
        absent=(Symptom.BLACK_STOOL, Symptom.WEIGHT_LOSS, Symptom.BOWEL_HABIT_CHANGE),
    )
    facts = (
        Fact(what=StiTest.NEGATIVE, start=ago(95)),
        Fact(what=Condition.HAEMORRHOIDS, start=ago(900)),
        Fact(what=Tried.FIBRE_OR_LAXATIVE, helped=Helped.A_LITTLE, start=ago(45)),
        Fact(what=Question.QUESTION, note="Is it the piles, or do I need to be looked at?"),
    )
    return history(Profile(birth_year=1988, organs=PENIS, country="GB"), facts, entries)


def semen() -> History:
    """Blood in semen on three of nine occasions, after a procedure that may explain it."""
    entries = [
        Entry(date=ago(days), no_bleeding=True, sex=Sex(solo=True))
        for days in (64, 55, 46, 38, 30, 6)
    ]
    for days, colour in ((24, Colour.BRIGHT_RED), (17, Colour.DARK_RED), (11, Colour.BROWN)):
        bleeding = Bleeding(
            source=BleedingSource.SEMEN,
            amount=Amount.SPOTTING,
            timing=Timing.DURING_SEX,
            colour=colour,
        )
        entries.append(
            Entry(
                date=ago(days),
                sex=Sex(solo=True),
                bleeding=bleeding,
                absent=(Symptom.BLOOD_IN_URINE, Symptom.PAINFUL_EJACULATION, Symptom.FEVERISH),
            )
        )
    facts = (
        Fact(what=Procedure.PROSTATE_BIOPSY, start=ago(28), result=Result.PENDING),
        Fact(what=Medication.ANTIPLATELET, note="aspirin 75 mg", start=ago(700)),
        Fact(what=Investigation.URINE_TEST, start=ago(9), result=Result.NORMAL),
        Fact(what=Question.QUESTION, note="How long may it last after the biopsy?"),
    )
    return history(Profile(birth_year=1961, organs=PENIS, country="GB"), facts, entries)


def pregnant() -> History:
    """Spotting after sex in the twelfth week of a pregnancy."""
    entries = [entry for start in (84, 113, 141) for entry in period(start)]
    entries += [without_bleeding(days) for days in (136, 120, 99, 66, 34)]
    entries.append(replace(after_sex(15, bled(15, Amount.SPOTTING)), absent=NO_SIGNS))
    entries.append(
        replace(
            after_sex(2, bled(2, Amount.SPOTTING)),
            pain=Pain(score=2, site=PainSite.LOWER_BELLY),
            absent=(Symptom.FAINT, Symptom.SHOULDER_TIP_PAIN, Symptom.FEVERISH),
        )
    )
    facts = (
        Fact(what=PregnancyTest.POSITIVE, start=ago(48)),
        Fact(what=Pregnancy.ONGOING, start=ago(84), due_date=date(2027, 6, 5)),
        Fact(what=Pregnancy.MISCARRIAGE, start=ago(640)),
        Fact(what=Screening.NEGATIVE, start=ago(500)),
        Fact(what=Investigation.PELVIC_ULTRASOUND, start=ago(20), result=Result.NORMAL),
        Fact(what=Question.WORRY, note="That it is another miscarriage."),
        Fact(what=Question.QUESTION, note="May we have sex?"),
    )
    profile = Profile(
        birth_year=1995, organs=WOMB, menstrual_status=MenstrualStatus.NONE, country="GB"
    )
    return history(profile, facts, entries)


def on_testosterone() -> History:
    """Bleeding after sex and unexpected bleeding three years into testosterone."""
    entries = [without_bleeding(days, lubricant=False) for days in (120, 96, 75, 44)]
    entries += [after_sex(days, bled(days, Amount.SPOTTING)) for days in (83, 52, 14)]
    entries[-1] = replace(
        entries[-1], pain=Pain(score=4, site=PainSite.VAGINAL_ENTRANCE, with_sex=True)
    )
    entries += [at_another_time(days, Amount.LIGHT) for days in (61, 60)]
    entries.append(Entry(date=ago(10), symptoms=(Symptom.DRYNESS,), absent=(Symptom.FEVERISH,)))
    facts = (
        Fact(what=Medication.TESTOSTERONE, start=ago(1100)),
        Fact(what=Contraception.NONE, start=ago(900)),
        Fact(what=PregnancyPossible.UNSURE, start=ago(14)),
        Fact(what=Screening.NEVER),
        Fact(what=PelvicExam.NEVER),
        Fact(what=Question.WISH, note="Please say 'front hole', not 'vagina'."),
    )
    profile = Profile(
        birth_year=1998, organs=WOMB, menstrual_status=MenstrualStatus.NONE, country="GB"
    )
    return history(profile, facts, entries)


def sparse() -> History:
    """Three entries in half a year, and nothing else said."""
    bleeding = Bleeding(source=BleedingSource.VAGINAL, timing=Timing.AFTER_SEX)
    entries = (
        Entry(date=ago(202), sex=Sex(), bleeding=bleeding),
        Entry(date=ago(93), sex=Sex()),
        Entry(date=ago(19), sex=Sex(), bleeding=bleeding),
    )
    return history(Profile(), (), entries)


PEOPLE: dict[str, Callable[[], History]] = {
    "recurrent-with-iud": recurrent_with_iud,
    "after-menopause": after_menopause,
    "on-the-pill": on_the_pill,
    "anal": anal,
    "semen": semen,
    "pregnant": pregnant,
    "on-testosterone": on_testosterone,
    "sparse": sparse,
    "three-years": three_years,
}
