"""Signs that stand for as long as something can be done, not only through the day after."""

import pytest
from alert_rows import BY_CODE, answer_of, blood, dry_sex, entry, fact, told

from diary.alerts import assess
from diary.model import Fact, Symptom
from diary.model.background_words import (
    Contraception,
    Infection,
    Pregnancy,
    PregnancyTest,
    StiExposure,
    Visit,
)

S = Symptom
PILL = fact(Contraception.COMBINED_PILL, 500)
MISSED = entry(4, missed_pill_count=3)
COIL = fact(Contraception.COPPER_IUD, 900)
THREADS = entry(4, S.IUD_THREADS_MISSING)
POSITIVE = fact(PregnancyTest.POSITIVE, 20)


def hiv(told_ago: int, contact_ago: int) -> Fact:
    contact = dry_sex(contact_ago).date
    return fact(
        StiExposure.PARTNER_DIAGNOSED, told_ago, infection=Infection.HIV, last_contact=contact
    )


@pytest.mark.parametrize(("days", "answer"), [(4, "same_day"), (5, "same_day"), (6, "quiet")])
def test_sex_after_missed_pills_is_for_today_for_five_days(days: int, answer: str) -> None:
    history = told(entry(7, missed_pill_count=3), dry_sex(days), PILL)
    assert answer_of(BY_CODE["HRM-9"], history) == answer


def test_sex_that_was_not_the_last_entry_counts_too() -> None:
    history = told(MISSED, dry_sex(3), entry(1, S.ANXIOUS), PILL)
    assert answer_of(BY_CODE["HRM-9"], history) == "same_day"


@pytest.mark.parametrize(
    ("days", "answer"), [(4, "same_day"), (5, "same_day"), (6, "within_two_weeks")]
)
def test_sex_with_a_coil_out_of_place_is_for_today_for_five_days(days: int, answer: str) -> None:
    assert answer_of(BY_CODE["IUD-3"], told(COIL, THREADS, dry_sex(days))) == answer


@pytest.mark.parametrize(
    ("days", "answer"), [(2, "same_day"), (3, "same_day"), (4, "within_two_weeks")]
)
def test_contact_with_hiv_is_for_today_for_three_days(days: int, answer: str) -> None:
    assert answer_of(BY_CODE["INF-6"], told(hiv(days, days))) == answer


@pytest.mark.parametrize(
    "pregnancy", [POSITIVE, fact(Pregnancy.ONGOING, 60)], ids=["a test", "a pregnancy"]
)
def test_a_pregnancy_with_a_coil_is_for_today_as_long_as_both_are_there(pregnancy: Fact) -> None:
    history = told(COIL, pregnancy, entry(1, no_bleeding=True), country="GB")
    assert answer_of(BY_CODE["IUD-4"], history) == "same_day"


def test_a_pregnancy_with_a_coil_ends_as_an_alert_with_a_visit_about_it() -> None:
    about = {
        name: told(COIL, POSITIVE, fact(Visit.PLAN_AGREED, 9, about=(name,))) for name in ABOUT
    }
    answers = {name: answer_of(BY_CODE["IUD-4"], history) for name, history in about.items()}
    assert answers == ABOUT


ABOUT = {"iud": "quiet", "pregnancy": "quiet", "bleeding_after_sex": "same_day"}


def test_of_two_signs_that_no_longer_stand_the_stronger_one_is_named() -> None:
    fainted = entry(9, S.FAINT, bleeding=blood("heavy"))
    dizzy = entry(5, S.DIZZY, bleeding=blood())
    rule = BY_CODE["EMG-1"]
    (alert,) = assess(told(fainted, dizzy, country="GB"), entry(0).date, rules=(rule,)).alerts
    assert alert.recorded_on == fainted.date
