"""Pregnancy, early and later (PRG-3 to 6 and 11)."""

from dataclasses import replace
from typing import Any

import pytest
from made_up import period
from made_up_signs import after, blood, fact, felt, hurt, on, said, sex

from diary.alerts.rules import pregnancy
from diary.model import Entry, Fact
from diary.model.background_words import Pregnancy, Result

MADE = {rule.code: rule for rule in pregnancy.RULES}

UNSURE = fact("pregnancy_possible", "unsure", 0)
TESTED = fact("pregnancy_test", "positive", 0)
COIL = fact("contraception", "copper_iud", -400)
LATE = felt(-1, "period_late")


def only(code: str, *records: Any, at: int = 0, **more: Any) -> str | None:
    """Return what one rule says by itself."""
    return said((MADE[code],), *records, at=at, **more).get(code)


def pregnant(weeks: int, days: int = 0) -> Fact:
    """Make a pregnancy of so many weeks and days on the day that tests count from."""
    return Fact(what=Pregnancy.ONGOING, start=on(-7 * weeks - days))


def scan(at: int, result: str = "normal") -> Fact:
    """Make a pelvic scan."""
    return replace(fact("investigation", "pelvic_ultrasound", at), result=Result(result))


def cycles(*starts: int) -> tuple[Entry, ...]:
    """Make periods that the person calls so."""
    return tuple(e for start in starts for e in period(on(start).isoformat()))


class TestPainAlone:
    """PRG-3: pregnant, belly pain, no bleeding."""

    @pytest.mark.parametrize(
        ("pain", "answer"),
        [
            pytest.param(hurt(0, 1), "same_day", id="any pain"),
            pytest.param(hurt(0, 6), "same_day", id="6"),
            pytest.param(hurt(0, 7), "emergency", id="7"),
            pytest.param(hurt(0, 3, sudden=True), "same_day", id="sudden and mild"),
            pytest.param(hurt(0, 4, sudden=True), "emergency", id="sudden and moderate"),
            pytest.param(hurt(0, 3, "pale_clammy"), "emergency", id="pale"),
            pytest.param(hurt(0, 3, "vomiting"), "same_day", id="being sick is common"),
            pytest.param(hurt(0, 3, site="vaginal_entrance"), None, id="pain at the entrance"),
        ],
    )
    def test_weighs_the_pain(self, pain: Entry, answer: str | None) -> None:
        assert only("PRG-3", TESTED, pain) == answer

    def test_is_only_for_a_known_pregnancy(self) -> None:
        assert only("PRG-3", UNSURE, hurt(0, 6)) is None

    @pytest.mark.parametrize(("score", "answer"), [(3, "routine"), (4, "same_day")])
    def test_mild_cramps_after_a_scan_that_was_fine_are_for_the_midwife(
        self, score: int, answer: str
    ) -> None:
        assert only("PRG-3", pregnant(9), scan(-3), hurt(0, score)) == answer

    @pytest.mark.parametrize(
        "seen", [scan(-3, "abnormal"), scan(-100)], ids=["not fine", "before the pregnancy"]
    )
    def test_another_scan_changes_nothing(self, seen: Fact) -> None:
        assert only("PRG-3", pregnant(9), seen, hurt(0, 3)) == "same_day"

    @pytest.mark.parametrize(("bled", "answer"), [(-2, None), (-3, "same_day")])
    def test_gives_way_to_pain_with_bleeding(self, bled: int, answer: str | None) -> None:
        assert only("PRG-3", TESTED, blood(bled), hurt(0)) == answer

    def test_pain_before_the_pregnancy_is_no_sign(self) -> None:
        assert only("PRG-3", fact("pregnancy_test", "positive", 0), hurt(-20, 8)) is None


class TestEarlyBleeding:
    """PRG-4: bleeding before 13 weeks, no pain."""

    @pytest.mark.parametrize(
        "records",
        [
            pytest.param((TESTED, blood(0, "spotting")), id="spotting, weeks not known"),
            pytest.param((pregnant(8), after(0)), id="after sex"),
            pytest.param((pregnant(8), blood(0, "medium", period="yes")), id="taken for a period"),
        ],
    )
    def test_is_for_today(self, records: tuple[Any, ...]) -> None:
        assert only("PRG-4", *records) == "same_day"

    @pytest.mark.parametrize(
        ("week", "answer"), [((12, 6), "same_day"), ((13, 0), None)], ids=["12+6", "13+0"]
    )
    def test_ends_at_13_weeks(self, week: tuple[int, int], answer: str | None) -> None:
        assert only("PRG-4", pregnant(*week), blood(0)) == answer

    @pytest.mark.parametrize(
        ("records", "answer"),
        [
            pytest.param((pregnant(5, 6), blood(0)), "within_two_weeks", id="5+6, light"),
            pytest.param((pregnant(6), blood(0)), "same_day", id="6+0"),
            pytest.param((pregnant(5), blood(0, "medium")), "same_day", id="more than light"),
            pytest.param((pregnant(5), blood(0, None)), "same_day", id="amount not said"),
            pytest.param((pregnant(5), COIL, blood(0)), "same_day", id="with a coil"),
            pytest.param(
                (fact("pregnancy", "ectopic", -900), pregnant(5), blood(0)),
                "same_day",
                id="after one outside the womb",
            ),
            pytest.param(
                (pregnant(5), blood(0), fact("medication", "anticoagulant", -90)),
                "same_day",
                id="with a blood thinner",
            ),
        ],
    )
    def test_before_six_weeks_light_bleeding_can_be_asked_about_by_phone(
        self, records: tuple[Any, ...], answer: str
    ) -> None:
        assert only("PRG-4", *records) == answer

    @pytest.mark.parametrize(("pained", "answer"), [(2, None), (3, "same_day")])
    def test_gives_way_to_pain_within_two_days(self, pained: int, answer: str | None) -> None:
        assert only("PRG-4", TESTED, hurt(-pained), blood(0)) == answer

    @pytest.mark.parametrize(
        "records",
        [
            pytest.param((UNSURE, blood(0)), id="only possible"),
            pytest.param((TESTED, sex(0)), id="no bleeding"),
            pytest.param((TESTED, blood(-15)), id="two weeks before the test"),
            pytest.param((TESTED, blood(-3, period="yes")), id="the period before the test"),
            pytest.param((TESTED, fact("pregnancy", "abortion", 0), blood(0)), id="ended"),
            pytest.param(
                (fact("pregnancy", "miscarriage", -42), TESTED, blood(0)),
                id="the test is still that of the lost pregnancy",
            ),
            pytest.param(
                (fact("pregnancy_test", "positive", -60), *cycles(-30), blood(0)),
                id="a period came a month after the test",
            ),
        ],
    )
    def test_is_quiet_for(self, records: tuple[Any, ...]) -> None:
        assert only("PRG-4", *records) is None

    def test_a_test_long_after_a_loss_tells_of_a_new_pregnancy(self) -> None:
        lost = fact("pregnancy", "miscarriage", -43)
        assert only("PRG-4", lost, TESTED, blood(0)) == "same_day"

    def test_weeks_may_follow_from_the_due_date(self) -> None:
        due = Fact(what=Pregnancy.ONGOING, due_date=on(280 - 13 * 7))
        assert only("PRG-4", due, blood(0)) is None


class TestLaterBleeding:
    """PRG-5: bleeding from 12 weeks."""

    @pytest.mark.parametrize(
        ("week", "answer"), [((11, 6), None), ((12, 0), "same_day")], ids=["11+6", "12+0"]
    )
    def test_begins_at_12_weeks(self, week: tuple[int, int], answer: str | None) -> None:
        assert only("PRG-5", pregnant(*week), blood(0)) == answer

    @pytest.mark.parametrize(
        ("sign", "answer"),
        [
            pytest.param(blood(0, "heavy"), "emergency", id="heavy"),
            pytest.param(blood(0, "medium"), "same_day", id="like a period"),
            pytest.param(hurt(-1, 1), "emergency", id="pain the day before"),
            pytest.param(hurt(-2, 5), "same_day", id="pain two days before"),
            pytest.param(hurt(0, 5, site="vulva"), "same_day", id="pain outside"),
            pytest.param(felt(-1, "contractions"), "emergency", id="tightenings"),
            pytest.param(felt(0, "fluid_leak"), "emergency", id="waters"),
            pytest.param(felt(0, "less_fetal_movement"), "emergency", id="less movement"),
            pytest.param(felt(-2, "contractions"), "same_day", id="tightenings two days before"),
        ],
    )
    def test_another_sign_makes_it_an_emergency(self, sign: Entry, answer: str) -> None:
        assert only("PRG-5", pregnant(20), blood(0), sign) == answer

    def test_signs_of_labour_stand_for_the_weeks(self) -> None:
        assert only("PRG-5", TESTED, blood(0), felt(0, "contractions")) == "emergency"
        assert only("PRG-5", TESTED, blood(0)) is None

    def test_says_it_in_place_of_the_rules_for_early_pregnancy(self) -> None:
        assert said(pregnancy.RULES, pregnant(12), blood(0)) == {"PRG-5": "same_day"}


class TestLowPlacenta:
    """PRG-6: told that the placenta is low, and any bleeding."""

    TOLD = fact("condition", "placenta_praevia", -20)

    def test_any_blood_is_an_emergency(self) -> None:
        assert only("PRG-6", pregnant(24), self.TOLD, blood(0, "spotting")) == "emergency"

    def test_the_pregnancy_itself_need_not_be_recorded(self) -> None:
        assert only("PRG-6", self.TOLD, blood(0, "spotting")) == "emergency"

    @pytest.mark.parametrize(
        "records",
        [
            pytest.param((pregnant(24), blood(0)), id="not told so"),
            pytest.param((pregnant(24), TOLD), id="no bleeding"),
            pytest.param((fact("pregnancy", "birth", -10), TOLD, blood(0)), id="born since"),
            pytest.param(
                (fact("condition", "placenta_praevia", -311), blood(0)), id="311 days ago"
            ),
            pytest.param((pregnant(24), replace(TOLD, end=on(-5)), blood(0)), id="no longer low"),
            pytest.param(
                (
                    fact("pregnancy", "birth", -300),
                    fact("condition", "placenta_praevia"),
                    blood(0),
                ),
                id="of an earlier pregnancy",
            ),
        ],
    )
    def test_is_quiet_for(self, records: tuple[Any, ...]) -> None:
        assert only("PRG-6", *records) is None

    def test_an_earlier_birth_does_not_end_it(self) -> None:
        born = fact("pregnancy", "birth", -900)
        assert only("PRG-6", born, pregnant(24), self.TOLD, blood(0)) == "emergency"


class TestSignsOfLabour:
    """PRG-11: tightenings, waters or less movement, no bleeding."""

    @pytest.mark.parametrize("sign", ["contractions", "fluid_leak", "less_fetal_movement"])
    def test_is_for_today(self, sign: str) -> None:
        assert only("PRG-11", pregnant(30), felt(0, sign)) == "same_day"

    @pytest.mark.parametrize(("bled", "answer"), [(-1, None), (-2, "same_day")])
    def test_gives_way_to_bleeding(self, bled: int, answer: str | None) -> None:
        assert only("PRG-11", pregnant(30), blood(bled), felt(0, "contractions")) == answer

    @pytest.mark.parametrize(
        "records",
        [
            pytest.param((felt(0, "contractions"),), id="not known to be pregnant"),
            pytest.param((pregnant(30), felt(0, "fatigue")), id="tired"),
        ],
    )
    def test_is_quiet_for(self, records: tuple[Any, ...]) -> None:
        assert only("PRG-11", *records) is None


def test_a_sign_of_some_days_ago_counts_as_within_two_weeks_until_it_is_over() -> None:
    bled = blood(0)
    dry = felt(4, no_bleeding=True)
    assert only("PRG-4", pregnant(8), bled, at=3) == "within_two_weeks"
    assert only("PRG-4", pregnant(8), bled, dry, at=4) is None
