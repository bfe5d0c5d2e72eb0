"""The questions about infections, coils and procedures, each asked of a short diary."""

from typing import Any

import pytest
from alert_rows import (
    TODAY,
    a_period,
    ago,
    between,
    blood,
    dry_sex,
    entry,
    fact,
    pain,
    pcb,
    told,
)

from diary.alerts.case import Case
from diary.alerts.signals import infection, iud, procedures, sexual_health
from diary.alerts.signals.much_blood import bleeds_much
from diary.model import AbsentFact, Entry, FactKind, Sex, Symptom
from diary.model.background_words import (
    Contraception,
    InfectionTreated,
    NewPartner,
    Procedure,
    StiExposure,
    StiTest,
)
from diary.model.vocabulary import SexKind, Timing, Trend

S = Symptom
COPPER = Contraception.COPPER_IUD


def case(*records: Any, **profile: Any) -> Case:
    return Case.on(told(*records, **profile), TODAY)


def aches(days: int, score: int = 2, **of: Any) -> Entry:
    return entry(days, pain=pain(score, **of))


def test_discharge_like_one_that_a_clinician_has_named_is_not_changed() -> None:
    assert infection.has_changed_discharge(entry(0, S.DISCHARGE_THICK_WHITE))
    assert not infection.has_changed_discharge(entry(0, S.DISCHARGE_NEW, same_as_before=True))
    assert not infection.has_changed_discharge(entry(0, S.DISCHARGE_NEW), S.DISCHARGE_PUS)


@pytest.mark.parametrize(
    ("of", "is_only"),
    [
        ({"with_sex": True, "stopped": True}, True),
        ({"with_sex": True}, True),
        ({"with_sex": True, "stopped": False}, False),
        ({"with_sex": True, "duration_hours": 24}, True),
        ({"with_sex": True, "duration_hours": 25}, False),
        ({"with_sex": False}, False),
        ({}, False),
    ],
)
def test_pain_is_only_with_sex_unless_it_is_recorded_as_going_on(
    of: dict[str, Any], *, is_only: bool
) -> None:
    hurt = aches(0, **of)
    assert infection.is_only_with_sex(case(hurt), hurt, 24) is is_only


def test_pain_on_three_days_running_lasts_over_a_day() -> None:
    days = [aches(number) for number in (2, 1, 0)]
    assert infection.lasts_over(case(days), days[-1], 24)
    assert not infection.lasts_over(case(days), days[1], 24)


def test_pain_with_a_day_without_it_in_between_does_not_last() -> None:
    days = [aches(number) for number in (3, 2, 0)]
    assert not infection.lasts_over(case(days), days[-1], 24)


def test_beside_pain_of_a_period_only_discharge_without_blood_counts() -> None:
    hurt = aches(0)
    smelly, stained = entry(4, S.DISCHARGE_SMELLY), entry(0, S.DISCHARGE_BLOODSTAINED)
    asked = case(pcb(12), a_period(1), smelly, stained, hurt)
    assert infection.beside_pelvic_pain(asked, hurt, before=28, after=7) == (smelly,)


def test_a_bleed_within_the_time_that_discharge_is_recorded_for_is_no_days_away() -> None:
    (bleed,) = case(pcb(5)).bleeds_after_sex
    assert infection.days_between(bleed, entry(0, S.DISCHARGE_NEW, symptoms_since=ago(9))) == 0
    assert infection.days_between(bleed, entry(0, S.DISCHARGE_NEW)) == 5
    assert infection.days_between(bleed, entry(9, S.DISCHARGE_NEW)) == 4


def test_a_symptom_is_still_there_until_all_of_it_is_said_to_be_gone() -> None:
    both = entry(5, S.GENITAL_SORE, S.BLISTERS)
    sores = (S.GENITAL_SORE, S.BLISTERS)
    half = case(both, entry(0, absent=(S.BLISTERS,)))
    assert infection.still_there(half, (both,), *sores) == (both,)
    healed = case(both, entry(0, absent=sores))
    assert infection.still_there(healed, (both,), *sores) == ()


def test_a_test_on_the_day_itself_is_a_test_since() -> None:
    asked = case(fact(StiTest.PENDING, 3))
    assert sexual_health.tested_since(asked, ago(3))
    assert not sexual_health.tested_since(asked, ago(2))
    assert sexual_health.tested_since(asked, None)
    assert sexual_health.tested_clear_since(asked, ago(3)) == ()


def test_an_exposure_is_dealt_with_by_a_test_or_by_treatment_of_an_sti() -> None:
    exposure = fact(StiExposure.CONTACT_NOTIFIED, 9)
    assert not sexual_health.is_dealt_with(case(exposure), exposure)
    for done, dealt_with in (
        (fact(StiTest.NEGATIVE, 8), True),
        (fact(InfectionTreated.STI, 8), True),
        (fact(InfectionTreated.THRUSH, 8), False),
        (fact(StiTest.NEGATIVE, 10), False),
    ):
        assert sexual_health.is_dealt_with(case(exposure, done), exposure) is dealt_with


def test_a_new_partner_is_found_in_facts_and_in_entries_but_not_after_the_day() -> None:
    known = fact(NewPartner.NEW_PARTNER, 20)
    night = entry(10, sex=Sex(kinds=(SexKind.VAGINAL,), new_partner=True))
    asked = case(known, night)
    assert sexual_health.new_partner_before(asked, ago(0), 90) == (known, night)
    assert sexual_health.new_partner_before(asked, ago(11), 90) == (known,)
    assert sexual_health.new_partner_before(asked, ago(21), 90) == ()


def test_rectal_blood_of_unknown_timing_may_be_after_anal_sex_but_not_vaginal() -> None:
    bleed = entry(0, bleeding=blood(source="rectal"))
    dry = entry(0, bleeding=blood(source="rectal", timing=Timing.NOT_AFTER_SEX))
    after_anal = case(dry_sex(5, "anal"), bleed)
    assert len(sexual_health.rectal_after_sex(after_anal, 90, sex_before=28)) == 1
    after_vaginal = case(dry_sex(5), bleed)
    assert sexual_health.rectal_after_sex(after_vaginal, 90, sex_before=28) == ()
    not_after = case(dry_sex(5, "anal"), dry)
    assert sexual_health.rectal_after_sex(not_after, 90, sex_before=28) == ()


def test_whether_there_is_a_coil_is_unknown_until_it_was_said() -> None:
    assert iud.may_have_iud(case(fact(COPPER, 9))) is True
    assert iud.may_have_iud(case()) is None
    assert iud.may_have_iud(case(AbsentFact(kind=FactKind.CONTRACEPTION))) is False


def test_a_coil_replaced_by_a_new_one_counts_from_the_new_one() -> None:
    asked = case(fact(COPPER, 900, end=ago(30)), fact(Contraception.HORMONAL_IUD, 30))
    assert iud.fitted_for(asked, ago(0)) == 30
    assert iud.fitted_for(asked, ago(40)) == 860
    assert iud.fitted_for(case(fact(COPPER)), ago(0)) is None


def test_threads_feel_as_ever_only_where_both_questions_were_answered_with_no() -> None:
    assert iud.threads_feel_as_ever(case(entry(3, absent=iud.THREADS)), 90)
    assert not iud.threads_feel_as_ever(case(entry(3, absent=iud.THREADS[:1])), 90)
    felt_it = case(entry(3, absent=iud.THREADS), entry(0, S.IUD_FELT))
    assert not iud.threads_feel_as_ever(felt_it, 90)


def test_sex_alone_or_with_a_condom_is_not_open_to_pregnancy() -> None:
    condom = entry(1, sex=Sex(kinds=(SexKind.VAGINAL,), condom=True))
    alone = entry(1, sex=Sex(solo=True))
    open_to_it = dry_sex(5)
    asked = case(condom, alone, open_to_it, dry_sex(6))
    assert iud.open_to_pregnancy(asked, 5) == (open_to_it,)


def test_bleeds_after_a_procedure_leave_out_what_came_before_and_what_is_a_period() -> None:
    done = fact(Procedure.LLETZ, 20)
    asked = case(done, between(25), between(15), a_period(5))
    (bleed,) = procedures.bleeds_after(asked, done, 28)
    assert bleed.start == ago(15)


@pytest.mark.parametrize(
    ("earlier", "now", "grows"),
    [
        (None, aches(0, 4, trend=Trend.INCREASING), True),
        (aches(5, 1), aches(0, 4), True),
        (aches(5, 1), aches(0, 4, trend=Trend.EASING), False),
        (aches(5, 5), aches(0, 4), False),
        (aches(12, 1), aches(0, 4), False),
        (None, aches(0, 8), False),
        (aches(5, 1), aches(0, 3), False),
    ],
)
def test_pain_grows_by_the_persons_word_or_against_the_entry_before(
    earlier: Entry | None, now: Entry, *, grows: bool
) -> None:
    done = fact(Procedure.LLETZ, 9)
    asked = case(done, *([earlier] if earlier else []), now)
    assert procedures.hurts_more(asked, now, done, 4) is grows


def test_heavy_blood_is_much_unless_the_person_calls_it_their_period() -> None:
    heavy = entry(0, bleeding=blood("heavy"))
    (period,) = a_period(0, 1, amount="heavy")
    rectal = entry(0, bleeding=blood("heavy", source="rectal"))
    assert bleeds_much(case(heavy), heavy)
    assert not bleeds_much(case(period), period)
    assert not bleeds_much(case(rectal), rectal)
