"""After birth (PRG-7 and 8) and after a loss or an abortion (PRG-9 and 10)."""

from typing import Any

import pytest
from made_up_signs import after, blood, fact, felt, hurt, person, said, sex

from diary.alerts import RULES
from diary.alerts.rules import pregnancy
from diary.model import Entry, Product
from diary.model.vocabulary import MenstrualStatus, ProductKind, Soaked

MADE = {rule.code: rule for rule in pregnancy.RULES}

BORN = fact("pregnancy", "birth", 0)
LOST = fact("pregnancy", "miscarriage", 0)
THINNER = fact("medication", "anticoagulant", -90)


def only(code: str, *records: Any, at: int, **more: Any) -> str | None:
    """Return what one rule says by itself."""
    return said((MADE[code],), *records, at=at, **more).get(code)


class TestAfterBirth:
    """PRG-7: heavier again, new clots, bad smell, fever, unwell."""

    @pytest.mark.parametrize(
        "sign",
        [
            pytest.param(blood(20, "light", trend="increasing"), id="said to get heavier"),
            pytest.param(blood(20, "heavy"), id="heavy in week 3"),
            pytest.param(blood(20, "light", "flooding"), id="a gush"),
            pytest.param(blood(20, "light", clots="small"), id="new clots"),
            pytest.param(felt(20, "discharge_smelly"), id="a bad smell"),
            pytest.param(felt(20, "unwell"), id="unwell"),
            pytest.param(felt(20, temperature_c=38.0), id="38.0"),
            pytest.param(felt(20, "feverish"), id="hot and ill"),
        ],
    )
    def test_is_for_today(self, sign: Entry) -> None:
        assert only("PRG-7", BORN, sign, at=20) == "same_day"

    @pytest.mark.parametrize(
        "records",
        [
            pytest.param((BORN, blood(20, "light")), id="light bleeding"),
            pytest.param((BORN, blood(20, "medium", trend="easing")), id="getting less"),
            pytest.param((BORN, blood(20, "light"), blood(21, "light")), id="the same amount"),
            pytest.param((BORN, blood(21, "heavy", period="yes")), id="a period"),
            pytest.param((BORN, felt(20, temperature_c=37.9)), id="37.9"),
            pytest.param((BORN, felt(20, "fatigue")), id="tired"),
            pytest.param((blood(20, "heavy"), felt(20, "unwell")), id="no birth"),
            pytest.param((BORN, blood(20, "heavy", source="rectal")), id="from the bottom"),
        ],
    )
    def test_is_quiet_for(self, records: tuple[Any, ...]) -> None:
        assert only("PRG-7", *records, at=21) is None

    def test_more_than_on_an_earlier_day_is_heavier_again(self) -> None:
        less = blood(10, "light")
        assert only("PRG-7", BORN, less, blood(14, "medium"), at=14) == "same_day"
        assert only("PRG-7", BORN, blood(10, "medium"), blood(14, "medium"), at=14) is None

    @pytest.mark.parametrize(("at", "answer"), [(6, None), (7, "same_day")])
    def test_heavy_bleeding_and_small_clots_are_expected_in_the_first_week(
        self, at: int, answer: str | None
    ) -> None:
        assert only("PRG-7", BORN, blood(at, "heavy"), at=at) == answer
        assert only("PRG-7", BORN, blood(at, "medium", clots="small"), at=at) == answer

    def test_large_clots_are_a_sign_on_any_day(self) -> None:
        assert only("PRG-7", BORN, blood(2, "medium", clots="large"), at=2) == "same_day"

    @pytest.mark.parametrize(("at", "answer"), [(84, "same_day"), (85, None)])
    def test_counts_for_12_weeks(self, at: int, answer: str | None) -> None:
        assert only("PRG-7", BORN, felt(at, "unwell"), at=at) == answer

    @pytest.mark.parametrize(
        ("sign", "answer"),
        [
            pytest.param(blood(3, "heavy", pads_per_hour=1), "emergency", id="a pad an hour"),
            pytest.param(blood(9, "heavy", pads_per_hour=0.5), "same_day", id="half of that"),
            pytest.param(blood(9, "light", "faint"), "emergency", id="faint"),
            pytest.param(felt(9, "unwell", "passed_out"), "emergency", id="unwell, passed out"),
            pytest.param(felt(9, "faint"), None, id="faint and nothing else"),
        ],
    )
    def test_soaking_or_fainting_is_an_emergency(self, sign: Entry, answer: str | None) -> None:
        assert only("PRG-7", BORN, sign, at=sign.date.day - 2) == answer

    @pytest.mark.parametrize(
        "birth", [fact("pregnancy", "stillbirth", 0), fact("procedure", "perineal_repair", 0)]
    )
    def test_a_stillbirth_and_stitches_tell_of_a_birth(self, birth: Any) -> None:
        assert only("PRG-7", birth, felt(20, "unwell"), at=20) == "same_day"

    def test_stands_in_place_of_the_rule_for_everybody_who_soaks_pads(self) -> None:
        soaked = blood(20, "heavy", pads_per_hour=1, soaking_hours=2)
        codes = said((*RULES, MADE["PRG-7"]), BORN, soaked, at=20)
        assert codes["PRG-7"] == "emergency"
        assert "EMG-2" not in codes


class TestSexAfterBirth:
    """PRG-8: light bleeding after sex in the time after a birth."""

    FEEDS = fact("breastfeeding", "breastfeeding", 0)

    def test_once_is_to_watch_and_twice_a_routine_visit(self) -> None:
        assert only("PRG-8", BORN, after(50), at=50) == "watch"
        assert only("PRG-8", BORN, after(50), after(57), at=57) == "routine"

    def test_a_blood_thinner_makes_it_more(self) -> None:
        assert only("PRG-8", BORN, THINNER, after(50), after(57), at=57) == "within_two_weeks"

    @pytest.mark.parametrize(
        "records",
        [
            pytest.param((after(50, first_after_birth=True),), id="the first sex after a birth"),
            pytest.param((FEEDS, after(50)), id="breastfeeding"),
        ],
    )
    def test_the_birth_itself_need_not_be_recorded(self, records: tuple[Any, ...]) -> None:
        assert only("PRG-8", *records, at=50) == "watch"

    @pytest.mark.parametrize(
        "records",
        [
            pytest.param((after(50),), id="no birth"),
            pytest.param((BORN, sex(50)), id="sex without a bleed"),
            pytest.param((BORN, after(50, "medium")), id="more than light"),
            pytest.param((BORN, after(50), hurt(50, 4)), id="with pain"),
            pytest.param((BORN, after(50), felt(50, "discharge_smelly")), id="with a bad smell"),
        ],
    )
    def test_is_quiet_for(self, records: tuple[Any, ...]) -> None:
        assert only("PRG-8", *records, at=50) is None

    @pytest.mark.parametrize(("at", "answer"), [(84, "watch"), (85, None)])
    def test_counts_for_12_weeks(self, at: int, answer: str | None) -> None:
        assert only("PRG-8", BORN, after(at), at=at) == answer

    @pytest.mark.parametrize(("at", "answer"), [(233, "watch"), (234, None)])
    def test_looks_back_half_a_year(self, at: int, answer: str | None) -> None:
        assert only("PRG-8", self.FEEDS, after(50), at=at) == answer


class TestSoakingAfterLoss:
    """PRG-9: a pad an hour for two hours, within six weeks."""

    @pytest.mark.parametrize(
        ("hours", "answer"), [(2, "emergency"), (1, "same_day"), (None, "same_day")]
    )
    def test_two_hours_make_it_an_emergency(self, hours: float | None, answer: str) -> None:
        soaked = blood(3, "heavy", pads_per_hour=1, soaking_hours=hours)
        assert only("PRG-9", LOST, soaked, at=3) == answer

    def test_products_that_were_counted_say_the_same(self) -> None:
        pads = (Product(kind=ProductKind.PAD, count=3, soaked=Soaked.FULL),)
        counted = blood(3, None, products=pads, duration_hours=3)
        assert only("PRG-9", LOST, counted, at=3) == "emergency"

    @pytest.mark.parametrize(("at", "answer"), [(42, "emergency"), (43, None)])
    def test_counts_for_six_weeks(self, at: int, answer: str | None) -> None:
        soaked = blood(at, "heavy", pads_per_hour=1, soaking_hours=2)
        assert only("PRG-9", LOST, soaked, at=at) == answer

    @pytest.mark.parametrize(
        "records",
        [
            pytest.param((LOST, blood(3, "heavy")), id="heavy as expected"),
            pytest.param(
                (LOST, blood(3, "heavy", pads_per_hour=0.5, soaking_hours=4)), id="half a pad"
            ),
            pytest.param(
                (LOST, blood(3, "heavy", source="rectal", pads_per_hour=1, soaking_hours=2)),
                id="from the bottom",
            ),
            pytest.param(
                (blood(3, "heavy", pads_per_hour=1, soaking_hours=2),), id="no loss: EMG-2"
            ),
        ],
    )
    def test_is_quiet_for(self, records: tuple[Any, ...]) -> None:
        assert only("PRG-9", *records, at=3) is None

    @pytest.mark.parametrize(
        "loss",
        [
            fact("pregnancy", "abortion", 0),
            fact("pregnancy", "ectopic", 0),
            fact("procedure", "uterine_evacuation", 0),
        ],
    )
    def test_is_for_every_loss_and_abortion(self, loss: Any) -> None:
        soaked = blood(3, "heavy", pads_per_hour=2, soaking_hours=2)
        assert only("PRG-9", loss, soaked, at=3) == "emergency"


class TestIllAfterLoss:
    """PRG-10: signs of infection, bleeding for weeks, or a test that stays positive."""

    @pytest.mark.parametrize(
        "records",
        [
            pytest.param((felt(5, temperature_c=38.0),), id="38.0"),
            pytest.param((felt(5, "rigors"),), id="shaking"),
            pytest.param((felt(5, "discharge_smelly"),), id="a bad smell"),
            pytest.param((hurt(5, 2, trend="increasing"),), id="pain said to get worse"),
            pytest.param((hurt(4, 2), hurt(5, 4)), id="from mild to moderate pain"),
        ],
    )
    def test_signs_of_infection_are_for_today(self, records: tuple[Any, ...]) -> None:
        assert only("PRG-10", LOST, *records, at=5) == "same_day"

    @pytest.mark.parametrize(
        "records",
        [
            pytest.param((felt(5, temperature_c=37.9),), id="37.9"),
            pytest.param((hurt(4, 2), hurt(5, 3)), id="pain that stays mild"),
            pytest.param((hurt(4, 6), hurt(5, 5)), id="pain that gets less"),
            pytest.param((hurt(5, 6),), id="pain on the first day that is recorded"),
            pytest.param((hurt(4, 2), hurt(5, 6, site="anus")), id="pain elsewhere"),
            pytest.param((blood(5, "medium"),), id="bleeding in the first weeks"),
        ],
    )
    def test_is_quiet_for(self, records: tuple[Any, ...]) -> None:
        assert only("PRG-10", LOST, *records, at=5) is None

    @pytest.mark.parametrize(("at", "answer"), [(42, "same_day"), (43, None)])
    def test_counts_for_six_weeks(self, at: int, answer: str | None) -> None:
        assert only("PRG-10", LOST, felt(at, "feverish"), at=at) == answer

    @pytest.mark.parametrize(("at", "answer"), [(21, None), (22, "within_two_weeks")])
    def test_bleeding_for_more_than_three_weeks(self, at: int, answer: str | None) -> None:
        assert only("PRG-10", LOST, blood(at - 6), blood(at), at=at) == answer

    @pytest.mark.parametrize(("at", "answer"), [(42, "within_two_weeks"), (43, None)])
    def test_bleeding_that_begins_after_six_weeks_is_another_matter(
        self, at: int, answer: str | None
    ) -> None:
        assert only("PRG-10", LOST, blood(at), at=at) == answer

    @pytest.mark.parametrize(
        "records",
        [
            pytest.param((blood(28, period="yes"),), id="a period"),
            pytest.param(
                (blood(28, "medium", period=None), blood(29, "medium", period=None)),
                id="what looks like a period",
            ),
            pytest.param((felt(25, no_bleeding=True), blood(28)), id="after dry days"),
            pytest.param((after(28),), id="after sex"),
        ],
    )
    def test_new_bleeding_is_not_the_old_one(self, records: tuple[Any, ...]) -> None:
        assert only("PRG-10", LOST, *records, at=29) is None

    @pytest.mark.parametrize(("tested", "answer"), [(20, None), (21, "within_two_weeks")])
    def test_a_test_that_is_still_positive_at_three_weeks(
        self, tested: int, answer: str | None
    ) -> None:
        test = fact("pregnancy_test", "positive", tested)
        assert only("PRG-10", LOST, test, at=tested) == answer

    @pytest.mark.parametrize(("tested", "answer"), [(42, "within_two_weeks"), (43, None)])
    def test_a_positive_test_after_six_weeks_is_a_new_pregnancy(
        self, tested: int, answer: str | None
    ) -> None:
        test = fact("pregnancy_test", "positive", tested)
        assert only("PRG-10", LOST, test, at=tested) == answer

    def test_a_negative_test_since_then_settles_it(self) -> None:
        tests = (fact("pregnancy_test", "positive", 22), fact("pregnancy_test", "negative", 30))
        assert only("PRG-10", LOST, *tests, at=30) is None

    @pytest.mark.parametrize(("at", "answer"), [(70, "within_two_weeks"), (71, None)])
    def test_the_test_is_asked_about_for_ten_weeks(self, at: int, answer: str | None) -> None:
        test = fact("pregnancy_test", "positive", 22)
        assert only("PRG-10", LOST, test, at=at) == answer

    def test_a_blood_thinner_makes_long_bleeding_a_matter_for_today(self) -> None:
        assert only("PRG-10", LOST, THINNER, blood(22), at=22) == "same_day"


def test_nothing_of_this_needs_a_known_body() -> None:
    unknown = person(organs=None, birth_year=None, menstrual_status=None)
    assert only("PRG-7", BORN, felt(9, "unwell"), at=9, profile=unknown) == "same_day"
    no_periods = person(menstrual_status=MenstrualStatus.NONE)
    assert only("PRG-10", LOST, felt(9, "feverish"), at=9, profile=no_periods) == "same_day"
