"""What a visit quiets, for how long, and what ends that at once."""

import datetime as dt
from dataclasses import replace

import pytest
from alert_rows import BY_CODE, TODAY, ago, blood, dry_sex, entry, fact, pain, pcb, told

from diary.alerts import Alert, Urgency, assess
from diary.alerts.rule import EVERYBODY
from diary.alerts.verdict import fires
from diary.model import Entry, Fact, History, Symptom
from diary.model.background_words import Contraception, InfectionTreated, StiTest, Visit

S = Symptom
TWICE = (pcb(40), pcb(20))


def alert_of(code: str, history: History) -> Alert:
    (alert,) = assess(history, TODAY, rules=(BY_CODE[code],)).alerts
    return alert


def is_quieted(*records: Entry | Fact | tuple[Entry, ...], code: str = "PCB-2") -> bool:
    alert = alert_of(code, told(*records))
    return alert.urgency is Urgency.WATCH and alert.quiet and alert.quieted_by is not None


def seen(days: int, what: Visit = Visit.TREATED, *about: str) -> Fact:
    return fact(what, days, about=about, id="v")


def test_a_visit_after_the_evidence_makes_it_a_note_for_90_days() -> None:
    quieted_by = alert_of("PCB-2", told(TWICE, seen(10))).quieted_by
    assert quieted_by is not None
    assert (quieted_by.fact, quieted_by.until) == ("v", ago(10) + dt.timedelta(days=90))


def test_without_a_visit_nothing_is_quieted() -> None:
    assert not is_quieted(TWICE)


LONG_AGO = (pcb(120), pcb(100))


@pytest.mark.parametrize("what", [Visit.REFERRED, Visit.TESTS_PENDING, Visit.OTHER])
def test_the_90th_day_is_the_last_where_something_is_still_to_come(what: Visit) -> None:
    assert is_quieted(LONG_AGO, seen(90, what))
    assert not is_quieted(LONG_AGO, seen(91, what))


@pytest.mark.parametrize("what", [Visit.CHECKED_NORMAL, Visit.TREATED, Visit.DIAGNOSED])
def test_what_a_visit_settled_and_did_not_come_back_is_not_raised_again(what: Visit) -> None:
    assert is_quieted(LONG_AGO, seen(90, what))
    history = told(LONG_AGO, seen(91, what))
    assert assess(history, TODAY, rules=(BY_CODE["PCB-2"],)).alerts == ()


@pytest.mark.parametrize(
    "later",
    [pcb(5), entry(40, S.DISCHARGE_SMELLY), entry(40, S.FAINT)],
    ids=["it came back", "a new symptom", "a danger sign"],
)
def test_what_is_new_raises_it_again_after_the_90_days_too(later: Entry) -> None:
    assert not is_quieted(LONG_AGO, seen(95, Visit.TREATED), later)


def test_a_test_that_is_due_is_not_settled_for_good_by_a_visit() -> None:
    rule = BY_CODE["SCR-2"]
    tested, sex = fact(StiTest.NEGATIVE, 700), dry_sex(200)
    (alert,) = assess(told(tested, sex, seen(120)), TODAY, rules=(rule,)).alerts
    assert alert.urgency is Urgency.ROUTINE


@pytest.mark.parametrize("source", ["rectal", "semen"])
def test_blood_of_any_place_that_only_goes_on_after_the_visit_has_begun_before_it(
    source: str,
) -> None:
    rule = replace(BY_CODE["PCB-2"], who=EVERYBODY, check=lambda case, _: fires(case.entries))
    goes_on = [entry(days, bleeding=blood(source=source)) for days in (20, 19)]
    (alert,) = assess(told(goes_on, seen(20)), TODAY, rules=(rule,)).alerts
    assert alert.quieted_by is not None


def test_a_two_week_alert_is_quieted_too() -> None:
    history = told(pcb(40), pcb(5), seen(3), birth_year=1980)
    assert alert_of("PCB-3", history).urgency is Urgency.WATCH


def test_a_visit_on_the_day_of_the_last_bleed_follows_it() -> None:
    assert is_quieted(TWICE, seen(20))


def test_a_visit_that_says_nothing_of_what_it_was_about_does_not_quiet_what_came_later() -> None:
    assert not is_quieted(TWICE, seen(30))


@pytest.mark.parametrize("about", ["PCB-2", "bleeding_after_sex"])
def test_a_visit_that_names_the_rule_or_its_family_quiets_what_came_later_too(about: str) -> None:
    assert is_quieted(TWICE, seen(30, Visit.PLAN_AGREED, about))


PILL = fact(Contraception.COMBINED_PILL, 400)


def test_a_visit_about_the_same_part_quiets_what_had_begun_before_it() -> None:
    assert is_quieted(TWICE, PILL, seen(10, Visit.TREATED, "bleeding_after_sex"), code="HRM-4")
    assert is_quieted(
        TWICE, PILL, seen(10, Visit.TREATED, "bleeding_between_periods"), code="PCB-2"
    )


def test_but_not_what_came_after_it_which_only_its_own_name_does() -> None:
    assert not is_quieted(TWICE, PILL, seen(30, Visit.TREATED, "bleeding_after_sex"), code="HRM-4")
    assert is_quieted(TWICE, PILL, seen(30, Visit.TREATED, "contraception"), code="HRM-4")


def test_what_somebody_was_told_to_expect_is_quiet_when_it_comes() -> None:
    assert is_quieted(TWICE, PILL, seen(50, Visit.TOLD_EXPECTED, "heavy_periods"), code="HRM-4")
    assert not is_quieted(TWICE, PILL, seen(50, Visit.TOLD_EXPECTED, "pain"), code="HRM-4")


def test_a_visit_about_something_else_quiets_nothing() -> None:
    assert not is_quieted(TWICE, seen(10, Visit.TREATED, "iud"))


def test_a_visit_without_a_day_quiets_nothing() -> None:
    assert not is_quieted(TWICE, Fact(what=Visit.TREATED, about=("PCB-2",)))


PLANNED = seen(30, Visit.PLAN_AGREED, "PCB-2")


@pytest.mark.parametrize(
    "later",
    [
        pcb(20, amount="medium"),
        pcb(20, pain=pain(4)),
        pcb(20, S.DISCHARGE_SMELLY),
        pcb(20, S.FAINT),
    ],
    ids=["a higher band", "moderate pain", "a new symptom", "a danger sign"],
)
def test_what_is_new_after_the_visit_ends_it_at_once(later: Entry) -> None:
    assert not is_quieted(pcb(40), later, PLANNED)


@pytest.mark.parametrize(
    "later",
    [pcb(20), pcb(20, amount="light"), pcb(20, pain=pain(3)), pcb(20, S.ANXIOUS)],
    ids=["the same", "light where light was", "mild pain", "a feeling"],
)
def test_what_is_not_new_does_not_end_it(later: Entry) -> None:
    assert is_quieted(pcb(40, amount="light"), later, PLANNED)


def test_a_symptom_that_was_there_before_the_visit_is_not_new() -> None:
    assert is_quieted(pcb(40, S.DRYNESS), pcb(20, S.DRYNESS), PLANNED)


def test_a_danger_sign_counts_as_new_even_if_it_was_there_before() -> None:
    assert not is_quieted(pcb(40, S.VOMITING), pcb(20, S.VOMITING), PLANNED)


def test_without_an_amount_before_the_visit_more_than_light_is_a_higher_band() -> None:
    unsaid = pcb(40, amount=None)
    assert is_quieted(unsaid, pcb(20, amount="light"), PLANNED)
    assert not is_quieted(unsaid, pcb(20, amount="medium"), PLANNED)


def test_recurrence_after_a_normal_check_ends_it() -> None:
    assert is_quieted(TWICE, seen(10, Visit.CHECKED_NORMAL, "PCB-2"))
    assert not is_quieted(TWICE, seen(30, Visit.CHECKED_NORMAL, "PCB-2"))


def test_a_bleed_that_only_goes_on_after_the_visit_has_begun_before_it() -> None:
    goes_on = (pcb(40), pcb(20), entry(19, bleeding=pcb(20).bleeding))
    assert is_quieted(goes_on, seen(20))


def test_the_latest_visit_that_deals_with_it_decides() -> None:
    earlier = seen(35, Visit.PLAN_AGREED, "PCB-2")
    normal = seen(30, Visit.CHECKED_NORMAL, "PCB-2")
    assert not is_quieted(TWICE, earlier, normal)


def test_what_came_back_after_treatment_is_not_quieted_by_that_same_check() -> None:
    history = (pcb(80), fact(InfectionTreated.STI, 60), pcb(10))
    about = seen(60, Visit.TREATED, "bleeding_after_sex")
    assert not is_quieted(*history, about, code="PCB-6")
    assert is_quieted(*history, seen(5, Visit.TREATED), code="PCB-6")


def test_an_emergency_and_a_same_day_sign_are_never_quieted() -> None:
    faint = entry(0, S.FAINT, bleeding=pcb(0).bleeding)
    assert alert_of("EMG-1", told(faint, seen(0))).urgency is Urgency.EMERGENCY
    heavy = pcb(0, amount="heavy")
    assert alert_of("PCB-14", told(heavy, seen(0))).urgency is Urgency.SAME_DAY
