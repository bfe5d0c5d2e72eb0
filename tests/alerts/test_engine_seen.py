"""Which visits end an emergency or same-day sign, and which leave it."""

import pytest
from alert_rows import BY_CODE as RULE
from alert_rows import TODAY, a_period, ago, answer_of, blood, entry, fact, pain, told

from diary.alerts import assess
from diary.model import Entry, Fact, History, Sex, Symptom
from diary.model.background_words import PregnancyTest, Visit
from diary.model.vocabulary import MenstrualStatus, SexKind

S = Symptom
FAINTED = entry(5, S.FAINT, bleeding=blood("heavy"))


def after(visit: Visit, days: int = 4, *about: str) -> str:
    """Return what EMG-1 answers to a sign of five days ago and a visit."""
    return answer_of(RULE["EMG-1"], told(FAINTED, fact(visit, days, about=about)))


@pytest.mark.parametrize(
    "kind",
    [
        Visit.CHECKED_NORMAL,
        Visit.TREATED,
        Visit.DIAGNOSED,
        Visit.PLAN_AGREED,
        Visit.TOLD_EXPECTED,
    ],
)
def test_a_visit_that_settled_something_ends_a_sign(kind: Visit) -> None:
    assert after(kind) == "quiet"


@pytest.mark.parametrize("kind", [Visit.TESTS_PENDING, Visit.REFERRED, Visit.OTHER])
def test_a_visit_after_which_something_is_still_to_come_does_not(kind: Visit) -> None:
    assert after(kind) == "within_two_weeks"
    assert after(kind, 4, "heavy_periods") == "within_two_weeks"


def test_a_visit_of_the_same_day_ends_it_only_if_it_says_what_it_was_about() -> None:
    assert after(Visit.TREATED, 5) == "within_two_weeks"
    assert after(Visit.TREATED, 5, "heavy_periods") == "quiet"
    assert after(Visit.TREATED, 5, "EMG-1") == "quiet"
    assert after(Visit.TREATED, 6, "EMG-1") == "within_two_weeks"


def test_a_visit_on_a_day_that_is_not_known_ends_nothing() -> None:
    visit = fact(Visit.TREATED, None, about=("EMG-1",))
    assert answer_of(RULE["EMG-1"], told(FAINTED, visit)) == "within_two_weeks"


CONTRACEPTION = fact(Visit.CHECKED_NORMAL, 2, about=("contraception",))
SMEAR = fact(Visit.CHECKED_NORMAL, 2, about=("screening",))
SEX = entry(4, sex=Sex(kinds=(SexKind.VAGINAL,)))
ECTOPIC = told(
    fact(PregnancyTest.POSITIVE, 5),
    entry(4, bleeding=blood("light"), pain=pain(8, sudden=True)),
)
STUCK = told(entry(4, S.OBJECT_STUCK_VAGINA), a_period(20))
HURTING_ONESELF = told(entry(4, S.SELF_HARM_THOUGHTS))


def and_then(history: History, *records: Entry | Fact) -> History:
    entries = tuple(r for r in records if isinstance(r, Entry))
    facts = tuple(r for r in records if isinstance(r, Fact))
    return History(
        profile=history.profile,
        entries=(*history.entries, *entries),
        background=(*history.background, *facts),
        background_absent=history.background_absent,
    )


@pytest.mark.parametrize(
    ("code", "history", "visit"),
    [
        ("PRG-2", ECTOPIC, CONTRACEPTION),
        ("EMG-7", STUCK, SMEAR),
        ("EMO-2", HURTING_ONESELF, SMEAR),
    ],
    ids=["ectopic signs and a method", "a stuck condom and a smear", "self-harm and a smear"],
)
def test_a_visit_about_something_else_does_not_end_a_sign(
    code: str, history: History, visit: Fact
) -> None:
    assert answer_of(RULE[code], and_then(history, visit)) == "within_two_weeks"


@pytest.mark.parametrize(
    ("code", "history", "topic"),
    [
        ("PRG-2", ECTOPIC, "pregnancy"),
        ("EMG-7", STUCK, "infection"),
        ("EMO-2", HURTING_ONESELF, "feelings"),
    ],
)
def test_a_visit_about_it_ends_it(code: str, history: History, topic: str) -> None:
    seen = fact(Visit.TREATED, 2, about=(topic,))
    assert answer_of(RULE[code], and_then(history, seen)) == "quiet"


def test_what_is_seldom_told_at_another_visit_needs_a_visit_that_says_so() -> None:
    not_said = fact(Visit.TREATED, 2)
    assert answer_of(RULE["EMG-7"], and_then(STUCK, not_said)) == "quiet"
    assert answer_of(RULE["EMO-2"], and_then(HURTING_ONESELF, not_said)) == "within_two_weeks"
    child = told(entry(4, bleeding=blood()), not_said, menstrual_status=MenstrualStatus.NOT_STARTED)
    assert answer_of(RULE["AGE-1"], child) == "within_two_weeks"


def test_thoughts_that_are_said_to_be_gone_are_over() -> None:
    gone = entry(1, absent=(S.SELF_HARM_THOUGHTS,))
    assert answer_of(RULE["EMO-2"], and_then(HURTING_ONESELF, gone)) == "quiet"


def test_a_visit_ends_the_sign_before_it_and_leaves_the_one_after_it() -> None:
    dizzy = entry(3, S.DIZZY, bleeding=blood())
    history = told(FAINTED, fact(Visit.TREATED, 4), dizzy, country="GB")
    (alert,) = assess(history, TODAY, rules=(RULE["EMG-1"],)).alerts
    assert alert.recorded_on == ago(3)


def test_a_sign_of_today_stands_whatever_visit_there_was() -> None:
    history = told(entry(0, S.FAINT, bleeding=blood("heavy")), fact(Visit.TREATED, 0))
    assert answer_of(RULE["EMG-1"], history) == "emergency"
