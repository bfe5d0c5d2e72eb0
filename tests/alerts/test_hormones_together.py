"""Menopause, HRT, methods and testosterone with all other rules: one thing is said once."""

from alert_rows import TODAY, a_period, ago, between, blood, born, entry, fact, pcb, told
from made_up_menopause import AFTER, SOON, all_say, normal

from diary.alerts import assess
from diary.alerts.rules import hormonal, menopause
from diary.model import Symptom
from diary.model.background_words import Contraception, Hrt, Medication

RULES = (*menopause.RULES, *hormonal.RULES)
IMPLANT = fact(Contraception.IMPLANT, 40)
SETTLED = fact(Hrt.CONTINUOUS_COMBINED, 900)


def test_blood_after_sex_after_the_menopause_is_one_alert_and_none_about_sex() -> None:
    assert all_say(told(pcb(20), pcb(5), **AFTER)) == {"PMB-1": SOON}


def test_bleeding_that_came_back_soon_after_a_check_is_not_also_called_new() -> None:
    found = all_say(told(between(200), normal(100), between(5), **AFTER))
    assert found == {"PMB-11": "routine"}


def test_a_stain_in_the_discharge_is_shown_with_its_day() -> None:
    stain = entry(5, Symptom.DISCHARGE_BLOODSTAINED)
    (alert,) = assess(told(stain, **AFTER), TODAY, rules=RULES).alerts
    assert [(e.date, e.what) for e in alert.evidence] == [(ago(5), "bloodstained discharge")]


def test_the_day_to_be_seen_by_counts_from_the_first_bleed() -> None:
    (alert,) = assess(told(between(10), between(3), **AFTER), TODAY, rules=RULES).alerts
    assert alert.be_seen_by == ago(-4)


def test_from_45_what_follows_a_late_bleed_is_no_new_period() -> None:
    history = told(
        between(200), a_period(100, 3), a_period(5, 3), last_period_start=ago(900), **born(50)
    )
    (alert,) = assess(history, TODAY, rules=RULES).alerts
    assert alert.rule == "PMB-1"
    assert alert.evidence[-1].date == ago(3)


def test_under_45_what_follows_the_first_period_in_a_year_are_periods_again() -> None:
    history = told(
        between(200), a_period(100, 3), a_period(5, 3), last_period_start=ago(900), **born(30)
    )
    (alert,) = assess(history, TODAY, rules=RULES).alerts
    assert alert.rule == "PMB-2"
    assert [e.date for e in alert.evidence] == [ago(day) for day in (200, 100, 99, 98)]


def test_on_hrt_after_the_menopause_one_alert_speaks_of_the_hrt() -> None:
    new = fact(Hrt.CONTINUOUS_COMBINED, 40)
    assert all_say(told(between(5), new, **AFTER)) == {"PMB-3": "routine"}
    assert all_say(told(pcb(20), pcb(5), SETTLED, **AFTER)) == {"PMB-4": SOON}


def test_after_hrt_one_alert_says_when_it_was_stopped() -> None:
    stopped = fact(Hrt.CONTINUOUS_COMBINED, 900, end=ago(40))
    assert all_say(told(between(5), stopped, **AFTER)) == {"PMB-7": SOON}


def test_in_the_first_weeks_after_stopping_the_text_says_what_to_do_after_four() -> None:
    stopped = fact(Hrt.CONTINUOUS_COMBINED, 900, end=ago(20))
    (alert,) = assess(told(between(5), stopped, **AFTER), TODAY, rules=RULES).alerts
    assert "If you still bleed four weeks after stopping" in alert.what_to_do


def test_soaking_a_pad_an_hour_stands_before_heavy_bleeding_on_hrt() -> None:
    soaking = blood("heavy", pads_per_hour=1, soaking_hours=2)
    found = all_say(told(entry(0, bleeding=soaking), SETTLED, **AFTER))
    assert next(iter(found.items())) == ("EMG-2", "emergency")


def test_bleeding_after_sex_with_a_method_is_said_once() -> None:
    assert all_say(told(pcb(20), pcb(5), IMPLANT)) == {"HRM-4": "routine"}


def test_light_bleeding_with_a_new_method_is_one_note() -> None:
    assert all_say(told(between(5), IMPLANT)) == {"HRM-1": "watch"}


def test_bleeding_on_testosterone_is_said_once() -> None:
    history = told(between(40), between(5), fact(Medication.TESTOSTERONE, 500))
    assert all_say(history) == {"HRM-8": "routine"}


def test_on_testosterone_after_the_menopause_the_menopause_speaks() -> None:
    history = told(between(5), fact(Medication.TESTOSTERONE, 500), **AFTER)
    assert all_say(history) == {"PMB-1": SOON}
