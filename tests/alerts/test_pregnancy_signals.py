"""The questions about pregnancy and the time after it, each by itself."""

from dataclasses import replace
from typing import Any

import pytest
from made_up import period
from made_up_signs import after, blood, fact, felt, hurt, never, on, person, sex

from diary.alerts.case import Case
from diary.alerts.signals.after_pregnancy import last_birth, last_loss, still_bleeds
from diary.alerts.signals.consent import unwanted_sex
from diary.alerts.signals.late_period import days_late_on, said_late
from diary.alerts.signals.sti_tests import (
    is_steady_and_tested,
    last_sti_test,
    partnered_sex,
    partners,
    says_never_tested,
)
from diary.alerts.signals.this_pregnancy import (
    belly_pain,
    since,
    this_pregnancy,
    week_on,
)
from diary.alerts.signals.this_pregnancy import blood as blood_in
from diary.model import AbsentFact, Entry, Fact, History
from diary.model.background_words import Pregnancy
from diary.model.vocabulary import Answer

TESTED = fact("pregnancy_test", "positive", 0)
ONGOING = fact("pregnancy", "ongoing", -70)


def case(*records: Any, at: int = 0) -> Case:
    """Make the case of a person with these entries and facts."""
    history = History(
        profile=person(),
        entries=tuple(r for r in records if isinstance(r, Entry)),
        background=tuple(r for r in records if isinstance(r, Fact)),
        background_absent=tuple(r for r in records if isinstance(r, AbsentFact)),
    )
    return Case.on(history, on(at))


@pytest.mark.parametrize(
    ("records", "found"),
    [
        pytest.param((), None, id="nothing"),
        pytest.param((ONGOING,), ONGOING, id="said so"),
        pytest.param((TESTED,), TESTED, id="a positive test"),
        pytest.param((TESTED, fact("pregnancy", "abortion", 0)), None, id="ended"),
        pytest.param((fact("pregnancy", "miscarriage", -42), TESTED), None, id="the lost one's"),
        pytest.param((fact("pregnancy", "miscarriage", -43), TESTED), TESTED, id="a new one"),
    ],
)
def test_this_pregnancy(records: tuple[Any, ...], found: Fact | None) -> None:
    assert this_pregnancy(case(*records)) == found


@pytest.mark.parametrize(("days", "over"), [(27, False), (28, True)])
def test_a_stated_period_four_weeks_after_the_test_says_that_it_is_over(
    days: int, *, over: bool
) -> None:
    came = period(on(days).isoformat())
    assert (this_pregnancy(case(TESTED, *came, at=40)) is None) is over


def test_weeks_count_from_the_last_period_or_the_due_date() -> None:
    assert week_on(ONGOING, on(0)) == 10
    assert week_on(ONGOING, on(-1)) == 9
    assert week_on(Fact(what=Pregnancy.ONGOING, due_date=on(70)), on(0)) == 30
    assert week_on(TESTED, on(0)) is None


def test_a_pregnancy_begins_two_weeks_after_the_last_period() -> None:
    made = case(ONGOING)
    assert since(made, ONGOING) == on(-56)
    assert since(made, TESTED) == on(-14)
    assert since(made, Fact(what=Pregnancy.ONGOING)) == on(-28)


def test_blood_in_a_pregnancy_leaves_out_the_period_before_the_test() -> None:
    earlier, later = blood(-3, "medium", period="yes"), blood(2, "light", period="yes")
    made = case(TESTED, earlier, later, blood(3, source="rectal"), at=4)
    assert blood_in(made, TESTED) == (later,)


def test_belly_pain_may_be_at_a_place_not_told() -> None:
    belly, untold, elsewhere = hurt(0), hurt(0, site=None), hurt(0, site="vulva")
    assert belly_pain(case(belly, untold, elsewhere, hurt(0, 0))) == (belly, untold)


@pytest.mark.parametrize(("day", "late"), [(28, 0), (35, 7), (27, -1)])
def test_days_late_count_from_the_day_the_period_was_due(day: int, late: int) -> None:
    months = (e for start in (-84, -56, -28, 0) for e in period(on(start).isoformat()))
    assert days_late_on(case(*months, at=60), on(day)) == late


def test_days_late_are_unknown_without_cycles() -> None:
    assert days_late_on(case(blood(0)), on(0)) is None


def test_said_to_be_late() -> None:
    late = felt(-3, "period_late")
    assert said_late(case(late), on(0), 3) == (late,)
    assert said_late(case(late), on(0), 2) == ()


def test_the_last_birth_and_the_last_loss() -> None:
    first, second = fact("pregnancy", "birth", -900), fact("pregnancy", "birth", -90)
    lost = fact("pregnancy", "abortion", -300)
    made = case(first, second, lost, fact("pregnancy", "miscarriage"))
    assert last_birth(made) == second
    assert last_loss(made) == lost
    assert last_birth(case(lost)) is None


def test_still_bleeding_after_a_loss() -> None:
    lost = fact("pregnancy", "miscarriage", 0)
    days = {"days": 21, "window_days": 42}
    going_on = blood(24)
    assert still_bleeds(case(lost, going_on, at=24), lost, **days) == (going_on,)
    assert still_bleeds(case(lost, blood(21), at=24), lost, **days) == ()
    dry = felt(20, no_bleeding=True)
    assert still_bleeds(case(lost, dry, going_on, at=24), lost, **days) == ()


def test_unwanted_sex_is_what_the_person_says() -> None:
    no, unsure = sex(-9, consent=Answer.NO), sex(0, consent=Answer.UNSURE)
    assert unwanted_sex(case(no, unsure, sex(0), sex(0, consent=Answer.YES))) == (no, unsure)


def test_sti_tests_and_partners() -> None:
    first, last = fact("sti_test", "negative", -90), fact("sti_test", "pending", -2)
    assert last_sti_test(case(last, first)) == last
    assert last_sti_test(case(fact("sti_test", "negative"))) is None
    assert says_never_tested(case(never("sti_test")))
    assert not says_never_tested(case(first))
    assert partnered_sex(case(sex(0, solo=True), after(-3), blood(0)), 3) == (after(-3),)
    assert partnered_sex(case(after(-3)), 2) == ()
    one = replace(fact("partners", "one", -5), tested=True)
    assert partners(case(one), 5) == one
    assert partners(case(one), 4) is None
    assert is_steady_and_tested(one)
    assert not is_steady_and_tested(replace(one, tested=None))
    assert not is_steady_and_tested(None)
