"""The questions about semen, pee and the penis, each asked alone."""

from typing import Any

from alert_rows import FEMALE, MALE, TODAY, ago, blood, entry, fact, pain, pcb, told

from diary.alerts.case import Case
from diary.alerts.signals import penis, semen, urine
from diary.model import Entry, Fact, Sex, Symptom
from diary.model.background_words import Procedure
from diary.model.vocabulary import Clots, Organ, PossibleSource, SexKind, Timing

S = Symptom


def case(*records: Entry | Fact, organs: tuple[Organ, ...] | None = MALE) -> Case:
    return Case.on(told(*records, organs=organs), TODAY)


def in_semen(days: int, **of: Any) -> Entry:
    return entry(days, bleeding=blood(source="semen", **of))


def unsure(*places: PossibleSource) -> Entry:
    return entry(0, bleeding=blood(source="unknown", possible_sources=places))


def test_days_that_touch_are_one_episode_and_new_sex_begins_another() -> None:
    assert len(semen.episodes(case(in_semen(2), in_semen(1), in_semen(0)), 90)) == 1
    both = [
        entry(
            days,
            sex=Sex(kinds=(SexKind.ORAL,)),
            bleeding=blood(source="semen", timing=Timing.DURING_SEX),
        )
        for days in (1, 0)
    ]
    assert len(semen.episodes(case(*both), 90)) == 2


def test_it_is_in_semen_where_the_person_holds_that_possible() -> None:
    assert semen.is_in_semen(unsure(PossibleSource.SEMEN, PossibleSource.PARTNER))
    assert not semen.is_in_semen(unsure(PossibleSource.PARTNER))
    assert not semen.is_in_semen(entry(0))


def test_it_has_been_there_from_the_first_blood_to_the_last() -> None:
    assert semen.days_present(semen.episodes(case(in_semen(40), in_semen(3)), 90)) == 37
    assert semen.days_present(semen.episodes(case(in_semen(0, duration_hours=72)), 90)) == 3
    assert semen.days_present(()) == 0


def test_blood_is_expected_for_some_weeks_after_a_biopsy() -> None:
    known = case(in_semen(20), in_semen(0), fact(Procedure.PROSTATE_BIOPSY, 40))
    found = semen.episodes(known, 90)
    assert [bleed.start for bleed in semen.not_expected(known, found, 30)] == [TODAY]


def test_blood_in_pee_is_told_by_source_or_symptom() -> None:
    of_source = entry(0, bleeding=blood(source="urine"))
    of_symptom = entry(0, S.BLOOD_IN_URINE)
    from_opening = entry(0, bleeding=blood(source="urethral"))
    assert urine.is_in_urine(case(of_source), of_source)
    assert urine.is_in_urine(case(of_symptom), of_symptom)
    assert not urine.is_in_urine(case(from_opening), from_opening)
    assert not urine.is_in_urine(case(from_opening, organs=None), from_opening)
    assert urine.is_in_urine(case(from_opening, organs=FEMALE), from_opening)
    assert urine.may_be_in_urine(unsure(PossibleSource.VAGINAL, PossibleSource.URINE))
    assert not urine.may_be_in_urine(of_source)


def test_clots_are_those_in_pee() -> None:
    assert urine.has_clots(entry(0, bleeding=blood(source="urine", clots=Clots.SMALL)))
    assert urine.has_clots(entry(0, S.URINE_CLOTS))
    assert not urine.has_clots(entry(0, bleeding=blood(source="urine", clots=Clots.NONE)))
    assert not urine.has_clots(entry(0, bleeding=blood(source="vaginal", clots=Clots.LARGE)))


def test_vaginal_blood_of_the_day_can_colour_pee() -> None:
    same_day, later = entry(0, S.BLOOD_IN_URINE), entry(1, S.BLOOD_IN_URINE)
    known = case(pcb(0), same_day, later, organs=FEMALE)
    assert urine.is_with_vaginal_blood(known, same_day)
    assert not urine.is_with_vaginal_blood(known, later)


def test_a_cut_of_no_place_is_of_the_penis_where_nothing_else_is_likely() -> None:
    cut = entry(0, bleeding=blood(source="skin"))
    both = (Organ.PENIS, Organ.VAGINA)
    assert penis.has_tear(case(cut), cut)
    assert not penis.has_tear(case(cut, organs=both), cut)
    assert not penis.has_tear(case(cut, organs=None), cut)
    hurts = entry(0, bleeding=blood(source="skin"), pain=pain(2, "penis"))
    assert penis.has_tear(case(hurts, organs=both), hurts)


def test_tears_on_touching_days_are_one() -> None:
    tears = [entry(days, S.PENILE_TEAR) for days in (9, 8, 7, 0)]
    assert penis.tear_days(case(*tears), tears) == (ago(9), TODAY)


def test_an_injury_counts_on_its_day_and_some_days_after() -> None:
    blow, bleed = entry(2, S.GENITAL_INJURY), entry(0, bleeding=blood(source="urethral"))
    known = case(blow, bleed)
    assert penis.injury_near(known, bleed, 2) == (blow,)
    assert penis.injury_near(known, bleed, 1) == ()
    assert penis.is_urethral(bleed)
    assert penis.is_urethral(entry(0, S.URETHRAL_DISCHARGE))
    assert penis.may_be_urethral(unsure(PossibleSource.URETHRAL))
