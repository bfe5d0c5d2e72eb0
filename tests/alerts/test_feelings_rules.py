"""Feelings (EMO): support, and thoughts of self-harm that are for today."""

import datetime as dt
from typing import Any

import pytest
from made_up_signs import blood, fact, felt, hurt, on, person, said

from diary.alerts import Urgency, assess
from diary.alerts.rules import feelings
from diary.model import Entry, History, Profile
from diary.model.vocabulary import MenstrualStatus

MADE = {rule.code: rule for rule in feelings.RULES}


def only(code: str, *records: Any, at: int = 0, profile: Profile | None = None) -> str | None:
    """Return what one rule says by itself."""
    return said((MADE[code],), *records, at=at, profile=profile).get(code)


def weighs(number: int, distress: int) -> Entry:
    """Make a day on which the person says how much it weighs on them."""
    return felt(number, distress=distress)


class TestWeighsHeavily:
    """EMO-1: distress, or avoiding sex."""

    @pytest.mark.parametrize(("distress", "answer"), [(6, None), (7, "support")])
    def test_once_very_much(self, distress: int, answer: str | None) -> None:
        assert only("EMO-1", weighs(0, distress)) == answer

    @pytest.mark.parametrize(
        ("said_before", "answer"),
        [
            pytest.param([4, 4, 4], "support", id="three times"),
            pytest.param([4, 4, 3], None, id="twice"),
            pytest.param([4, 4, 4, 0, 0], "support", id="three of the last five"),
            pytest.param([4, 4, 4, 0, 0, 0], None, id="three of the last six"),
        ],
    )
    def test_often_somewhat(self, said_before: list[int], answer: str | None) -> None:
        days = [weighs(number - 10, much) for number, much in enumerate(said_before)]
        assert only("EMO-1", *days) == answer

    @pytest.mark.parametrize(("at", "answer"), [(90, "support"), (91, None)])
    def test_what_was_said_long_ago_is_left_alone(self, at: int, answer: str | None) -> None:
        assert only("EMO-1", weighs(0, 9), at=at) == answer

    @pytest.mark.parametrize(("first", "answer"), [(-30, "support"), (-31, None)])
    def test_avoiding_sex_twice_in_30_days(self, first: int, answer: str | None) -> None:
        assert only("EMO-1", felt(first, "avoiding_sex"), felt(0, "avoiding_sex")) == answer

    def test_avoiding_sex_once_is_nothing_to_speak_of(self) -> None:
        assert only("EMO-1", felt(0, "avoiding_sex")) is None

    def test_never_raises_the_urgency_of_the_day_nor_alarms(self) -> None:
        answer = assess(History(entries=(weighs(0, 10),)), on(0), rules=feelings.RULES)
        assert answer.overall is Urgency.NONE
        assert [alert.quiet for alert in answer.alerts] == [True]


class TestSelfHarm:
    """EMO-2: thoughts of self-harm."""

    def test_is_for_today(self) -> None:
        assert only("EMO-2", felt(0, "self_harm_thoughts")) == "same_day"

    def test_is_asked_about_until_it_is_said_to_be_over(self) -> None:
        thought = felt(0, "self_harm_thoughts")
        over = Entry(date=on(4), absent=thought.symptoms)
        assert only("EMO-2", thought, at=3) == "within_two_weeks"
        assert only("EMO-2", thought, felt(4), at=4) == "within_two_weeks"
        assert only("EMO-2", thought, over, at=4) is None

    @pytest.mark.parametrize("feeling", ["low_mood", "anxious", "ashamed"])
    def test_is_quiet_for_other_feelings(self, feeling: str) -> None:
        assert only("EMO-2", felt(0, feeling)) is None

    def test_the_thought_itself_is_never_shown_as_evidence(self) -> None:
        history = History(entries=(felt(0, "self_harm_thoughts"),))
        (alert,) = assess(history, on(0), rules=(MADE["EMO-2"],)).alerts
        assert [item.what for item in alert.evidence] == ["this entry"]


class TestChecksAgain:
    """EMO-3: the same light bleeding noted three times in 24 hours."""

    SURE = fact("pregnancy_possible", "no", 0)

    @pytest.mark.parametrize(
        ("records", "answer"),
        [
            pytest.param((blood(0), blood(0), blood(0, "spotting")), "support", id="three"),
            pytest.param((blood(0), blood(0)), None, id="two"),
            pytest.param((blood(0), blood(0), blood(0, "medium")), None, id="one more than light"),
            pytest.param((blood(0), blood(0), blood(0, None)), None, id="one not said"),
            pytest.param((blood(0), blood(0), blood(0), hurt(0, 3)), "support", id="pain of 3"),
            pytest.param((blood(0), blood(0), blood(0), hurt(0, 4)), None, id="pain of 4"),
            pytest.param((blood(0), blood(0), blood(0, "light", "itching")), None, id="a sign"),
            pytest.param((blood(0), blood(0), blood(0, "light", "anxious")), "support", id="fear"),
            pytest.param(
                (blood(0), blood(0), blood(0), felt(0, "self_harm_thoughts")), None, id="thoughts"
            ),
            pytest.param(
                (blood(0), blood(0), blood(0), felt(0, temperature_c=38.0)), None, id="fever"
            ),
        ],
    )
    def test_reassures_about_the_noting_only(
        self, records: tuple[Any, ...], answer: str | None
    ) -> None:
        assert only("EMO-3", self.SURE, *records) == answer

    @pytest.mark.parametrize(("last", "answer"), [((21, 59), "support"), ((22, 0), None)])
    def test_counts_24_hours(self, last: tuple[int, int], answer: str | None) -> None:
        notes = (
            blood(-1, time=dt.time(22)),
            blood(0, time=dt.time(8)),
            blood(0, time=dt.time(*last)),
        )
        assert only("EMO-3", self.SURE, *notes) == answer

    @pytest.mark.parametrize(("at", "answer"), [(1, "support"), (2, None)])
    def test_is_said_on_the_day_and_the_next(self, at: int, answer: str | None) -> None:
        assert only("EMO-3", self.SURE, blood(0), blood(0), blood(0), at=at) == answer

    @pytest.mark.parametrize(
        ("known", "profile"),
        [
            pytest.param(fact("pregnancy_possible", "unsure", 0), None, id="may be pregnant"),
            pytest.param(fact("medication", "anticoagulant", -9), None, id="a blood thinner"),
            pytest.param(fact("condition", "low_platelets", -9), None, id="slow clotting"),
            pytest.param(
                SURE, person(menstrual_status=MenstrualStatus.POSTMENOPAUSE), id="after menopause"
            ),
            pytest.param(
                SURE, person(menstrual_status=MenstrualStatus.NOT_STARTED), id="before periods"
            ),
        ],
    )
    def test_is_quiet_where_a_little_blood_is_more_than_a_note(
        self, known: Any, profile: Profile | None
    ) -> None:
        sure = (
            () if known is self.SURE or known.kind.value == "pregnancy_possible" else (self.SURE,)
        )
        notes = (blood(0), blood(0), blood(0))
        assert only("EMO-3", *sure, known, *notes, profile=profile) is None
