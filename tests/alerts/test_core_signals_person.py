"""The questions about the person: body, age, pregnancy, methods, screening."""

import datetime as dt
from typing import Any

import pytest
from alert_rows import FEMALE, MALE, TODAY, a_period, ago, born, dry_sex, entry, fact, told

from diary.alerts.case import Case
from diary.alerts.signals import background, person, pregnancy, screening
from diary.model import AbsentFact, Entry, Fact, FactKind, History, Sex, Symptom
from diary.model.background_words import (
    Condition,
    Contraception,
    Medication,
    Pregnancy,
    PregnancyPossible,
    PregnancyTest,
    Procedure,
    Result,
    Screening,
    ScreeningTest,
)
from diary.model.vocabulary import MenstrualStatus, Organ, SexKind

S = Symptom


def case_of(*records: Entry | Fact | AbsentFact | tuple[Entry, ...], **profile: object) -> Case:
    return Case.on(told(*records, **profile), TODAY)


def test_a_part_is_there_not_there_or_unknown() -> None:
    assert person.has_cervix(case_of(organs=FEMALE)) is True
    assert person.has_cervix(case_of(organs=MALE)) is False
    assert person.has_cervix(case_of(organs=None)) is None
    assert person.has_cervix(case_of(organs=MALE, organs_unsure=(Organ.CERVIX,))) is None


@pytest.mark.parametrize(
    ("operation", "gone"),
    [
        (Procedure.HYSTERECTOMY, [True, True, False]),
        (Procedure.HYSTERECTOMY_CERVIX_KEPT, [False, True, False]),
        (Procedure.OOPHORECTOMY, [False, False, True]),
        (Procedure.LLETZ, [False, False, False]),
    ],
)
def test_what_an_operation_took_out_is_not_there_unless_the_person_says_so(
    operation: Procedure, gone: list[bool]
) -> None:
    parts = (person.has_cervix, person.has_uterus, person.has_ovaries)
    unsaid = case_of(fact(operation, 400), organs=None)
    assert [part(unsaid) is False for part in parts] == gone
    said = case_of(fact(operation, 400))
    assert [part(said) for part in parts] == [True, True, True]


def test_either_part_is_enough_and_one_unknown_leaves_it_open() -> None:
    ask = person.has_vagina_or_neovagina
    assert ask(case_of(organs=(Organ.NEOVAGINA,))) is True
    assert ask(case_of(organs=MALE)) is False
    assert ask(case_of(organs=MALE, organs_unsure=(Organ.NEOVAGINA,))) is None


def test_the_opposite_of_unknown_is_unknown_and_known_means_yes() -> None:
    unknown, male = case_of(organs=None), case_of(organs=MALE)
    assert person.lacks(person.has_cervix)(unknown) is None
    assert person.lacks(person.has_cervix)(male) is True
    assert person.is_known(person.has_cervix)(unknown) is False
    assert person.is_known(person.has_penis)(male) is True


def test_an_age_is_reached_in_the_year_of_the_birthday_and_left_the_year_after() -> None:
    assert person.is_at_least(case_of(**born(35)), 35) is True
    assert person.is_at_least(case_of(**born(34)), 35) is False
    assert person.is_under(case_of(**born(25)), 25) is True
    assert person.is_under(case_of(**born(26)), 25) is False
    assert person.is_at_least(case_of(birth_year=None), 35) is None
    assert person.is_under(case_of(birth_year=None), 25) is None


def test_what_holds_on_a_day() -> None:
    ended = fact(Contraception.IMPLANT, 100, end=ago(10))
    case = case_of(ended, fact(Contraception.CONDOMS))
    assert background.holding(case, Contraception.IMPLANT) == ()
    assert background.holding(case, Contraception.IMPLANT, on=ago(10)) == (ended,)
    assert background.ever(case, Contraception.IMPLANT) == (ended,)
    assert len(background.methods(case, on=ago(50))) == 2


def test_what_began_within_days() -> None:
    case = case_of(fact(Contraception.RING, 90), fact(Contraception.RING, 300))
    found = background.started_within(case, 90, Contraception.RING)
    assert found is not None
    assert found.start == ago(90)
    assert background.started_within(case, 89, Contraception.RING) is None
    assert background.started_within(case, 90, Contraception.RING, on=ago(91)) is None


def test_what_was_answered_with_no() -> None:
    case = case_of(AbsentFact(kind=FactKind.CONDITION, what=Condition.HIV))
    assert background.was_answered_no(case, Condition.HIV)
    assert not background.was_answered_no(case, Condition.PCOS)
    everything = case_of(AbsentFact(kind=FactKind.CONDITION))
    assert background.was_answered_no(everything, Condition.PCOS)


CONDOM_SEX = entry(3, sex=Sex(kinds=(SexKind.VAGINAL,), condom=True))
SEX = entry(3, sex=Sex(kinds=(SexKind.VAGINAL,)))
SOLO = entry(3, sex=Sex(kinds=(SexKind.VAGINAL,), solo=True))
PERIODS = (*a_period(66), *a_period(38), *a_period(10))


@pytest.mark.parametrize(
    ("records", "profile", "possible"),
    [
        ((), {}, None),
        ((SEX,), {}, True),
        ((CONDOM_SEX,), {}, False),
        ((SOLO,), {}, None),
        ((dry_sex(3, "anal"),), {}, None),
        ((*PERIODS, dry_sex(20)), {}, None),
        ((*PERIODS, SEX), {}, True),
        ((SEX, fact(Contraception.IMPLANT, 300)), {}, False),
        ((SEX, fact(Contraception.COPPER_IUD, 300)), {}, False),
        ((SEX, fact(Contraception.COMBINED_PILL, 300), entry(5, S.MISSED_PILLS)), {}, True),
        ((SEX, fact(Contraception.COMBINED_PILL, 300), entry(29, S.MISSED_PILLS)), {}, False),
        ((fact(Medication.EMERGENCY_CONTRACEPTION, 28),), {}, True),
        ((fact(Medication.EMERGENCY_CONTRACEPTION, 29),), {}, None),
        ((fact(PregnancyPossible.UNSURE, 2),), {}, True),
        ((fact(PregnancyPossible.NO, 2),), {}, False),
        ((fact(PregnancyPossible.NO, 5), SEX), {}, True),
        ((SEX, fact(Contraception.NOT_NEEDED)), {}, False),
        ((SEX, fact(Condition.STERILE_OR_PARTNER_STERILE)), {}, False),
        ((SEX,), {"organs": MALE}, False),
        ((SEX,), {"menstrual_status": MenstrualStatus.POSTMENOPAUSE}, False),
        ((fact(PregnancyTest.POSITIVE, 4),), {"organs": MALE}, True),
        ((fact(Pregnancy.ONGOING, 60),), {}, True),
    ],
)
def test_whether_pregnancy_is_possible(
    records: tuple[Entry | Fact, ...], profile: dict[str, object], *, possible: bool | None
) -> None:
    assert pregnancy.pregnancy_possible(case_of(*records, **profile)) is possible


def test_a_period_seven_days_late_makes_pregnancy_possible() -> None:
    late = (*a_period(91), *a_period(63), *a_period(35))
    assert pregnancy.pregnancy_possible(case_of(*late, CONDOM_SEX)) is True
    not_yet = (*a_period(90), *a_period(62), *a_period(34))
    assert pregnancy.pregnancy_possible(case_of(*not_yet, CONDOM_SEX)) is False


def test_a_pregnancy_goes_on_until_it_ends_or_was_forgotten() -> None:
    assert pregnancy.ongoing(case_of(fact(Pregnancy.ONGOING, 310))) is not None
    assert pregnancy.ongoing(case_of(fact(Pregnancy.ONGOING, 311))) is None
    assert (
        pregnancy.ongoing(case_of(fact(Pregnancy.ONGOING, 300), fact(Pregnancy.BIRTH, 20))) is None
    )
    later = case_of(fact(Pregnancy.BIRTH, 300), fact(Pregnancy.ONGOING, 60))
    assert pregnancy.ongoing(later) is not None
    retested = case_of(fact(PregnancyTest.POSITIVE, 9), fact(PregnancyTest.NEGATIVE, 2))
    assert pregnancy.ongoing(retested) is None


def test_completed_weeks_are_counted_from_the_start_or_the_due_date() -> None:
    assert pregnancy.weeks(case_of(fact(Pregnancy.ONGOING, 62))) == 8
    assert pregnancy.weeks(case_of(fact(Pregnancy.ONGOING, due_date=ago(-210)))) == 10
    assert pregnancy.weeks(case_of(fact(PregnancyTest.POSITIVE, 9))) is None


def overdue(*facts: Fact, country: str | None = "AU", age: int = 40, **more: object) -> bool | None:
    return screening.is_overdue(case_of(*facts, country=country, **{**born(age), **more}))


def sampled(years: int, what: Screening = Screening.NEGATIVE, days: int = 0, **more: Any) -> Fact:
    day = TODAY.replace(year=TODAY.year - years)
    return Fact(what=what, start=day.fromordinal(day.toordinal() - days), **more)


def test_screening_is_overdue_the_day_after_the_interval_of_the_country() -> None:
    assert overdue(sampled(5)) is False
    assert overdue(sampled(5, days=1)) is True


@pytest.mark.parametrize(
    ("country", "region", "years"),
    [("AU", None, 5), ("NZ", None, 5), ("US", None, 3), ("GB", "GB-SCT", 5), (None, None, 5)],
)
def test_intervals_differ_by_country(country: str | None, region: str | None, years: int) -> None:
    assert overdue(sampled(years), country=country, region=region) is False
    assert overdue(sampled(years, days=1), country=country, region=region) is True


def test_an_interval_that_changed_holds_for_samples_taken_before() -> None:
    assert overdue(sampled(3, days=1), country="GB", age=40) is True
    assert overdue(sampled(3, days=1), country="GB", age=60) is False
    assert overdue(sampled(3, days=1), country="GB", region="GB-NIR", age=40) is True


def test_a_self_taken_sample_or_cells_alone_bring_the_next_test_nearer() -> None:
    assert overdue(sampled(3, Screening.SELF_SAMPLE_NEGATIVE, 1), country="US") is True
    assert overdue(sampled(4, test=ScreeningTest.HPV), country="US") is False
    assert overdue(sampled(4, test=ScreeningTest.CYTOLOGY)) is True


def test_a_weaker_immune_system_brings_it_nearer_where_the_programme_says_so() -> None:
    assert overdue(sampled(4), fact(Condition.HIV), country="NZ") is True
    assert overdue(sampled(4), fact(Condition.HIV), country="AU") is False


def test_the_letter_decides_where_it_names_a_day() -> None:
    assert overdue(sampled(1, next_due=ago(1))) is True
    assert overdue(sampled(9, next_due=ago(0))) is False


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        ((), None),
        ((fact(Screening.NEVER),), True),
        ((fact(Screening.UNKNOWN),), True),
        ((fact(Screening.NEGATIVE),), True),
        ((fact(Screening.PENDING, 90),), False),
        ((fact(Screening.PENDING, 91),), True),
        ((fact(Screening.ABNORMAL, 365),), False),
        ((fact(Screening.ABNORMAL, 366),), True),
        ((fact(Screening.NEVER), fact(Screening.NEGATIVE, 9)), False),
    ],
)
def test_what_else_makes_screening_overdue(facts: tuple[Fact, ...], *, answer: bool | None) -> None:
    assert overdue(*facts) is answer


def test_outside_the_ages_or_without_a_cervix_nothing_is_overdue() -> None:
    never = fact(Screening.NEVER)
    assert overdue(never, age=25) is True
    assert overdue(never, age=24) is False
    assert overdue(never, age=75) is True
    assert overdue(never, age=76) is False
    assert overdue(never, organs=MALE) is False
    assert overdue(never, birth_year=None) is True


def test_a_smear_recorded_as_a_procedure_is_a_sample_taken() -> None:
    never, smear = fact(Screening.NEVER, 900), fact(Procedure.CERVICAL_SMEAR, 1)
    assert overdue(never) is True
    assert overdue(never, smear) is False
    old = fact(Screening.NEGATIVE, 3000)
    assert overdue(old, smear) is False
    assert overdue(old, fact(Procedure.CERVICAL_SMEAR, 1096)) is True


def test_a_smear_after_a_result_that_was_not_clear_needs_a_result_of_its_own() -> None:
    result = fact(Screening.HPV_POSITIVE, 400)
    assert overdue(result, fact(Procedure.CERVICAL_SMEAR, 90)) is False
    assert overdue(result, fact(Procedure.CERVICAL_SMEAR, 91)) is True
    case = case_of(result, fact(Procedure.CERVICAL_SMEAR, 90))
    waiting = screening.waiting_for_follow_up(case, result_days=42, told_normal_days=183)
    assert waiting == result


def test_a_leap_day_is_no_trouble() -> None:
    history = told(Fact(what=Screening.NEGATIVE, start=dt.date(2024, 2, 29)), country="AU")
    assert screening.is_overdue(Case.on(history, dt.date(2029, 2, 28))) is False
    assert screening.is_overdue(Case.on(history, dt.date(2029, 3, 1))) is True


def test_a_result_that_was_not_clear_waits_until_it_is_seen_to() -> None:
    def waits(*facts: Fact) -> bool:
        case = Case.on(told(*facts), TODAY)
        found = screening.waiting_for_follow_up(case, result_days=42, told_normal_days=183)
        return found is not None

    bad = fact(Screening.ABNORMAL, 400)
    assert waits(bad)
    assert not waits(bad, fact(Procedure.LLETZ, 300))
    assert waits(bad, fact(Procedure.LLETZ, 500))
    assert not waits(bad, fact(Procedure.COLPOSCOPY, 500), fact(Screening.NEGATIVE, 100))
    assert not waits(fact(Screening.NEGATIVE, 400))
    assert waits(
        fact(Screening.ABNORMAL, 100), fact(Procedure.COLPOSCOPY, 300, result=Result.NORMAL)
    )


def test_an_empty_history_answers_every_question_about_the_person_with_unknown() -> None:
    case = Case.on(History(), TODAY)
    assert person.is_postmenopausal(case) is None
    assert person.years_since_menarche(case) is None
    assert pregnancy.is_pregnant(case) is None
    assert screening.is_overdue(case) is None
