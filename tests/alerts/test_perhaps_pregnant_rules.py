"""A pregnancy that may be (PRG-1 and 2)."""

from dataclasses import replace
from typing import Any

import pytest
from alert_rows import HEALING
from made_up import period
from made_up_signs import after, blood, fact, felt, hurt, on, person, said

from diary.alerts.rules import pregnancy
from diary.model import Entry, Fact
from diary.model.background_words import Pregnancy, Result
from diary.model.vocabulary import MenstrualStatus, Organ

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


class TestTestFirst:
    """PRG-1: unexpected bleeding, and pregnancy is possible."""

    @pytest.mark.parametrize(
        "records",
        [
            pytest.param((after(0), UNSURE), id="after sex"),
            pytest.param((blood(0), UNSURE), id="between periods"),
            pytest.param((blood(0),), id="nothing known of sex or methods counts as possible"),
            pytest.param((after(0), COIL, felt(0, "period_late")), id="late despite a coil"),
        ],
    )
    def test_asks_for_a_test_in_a_note(self, records: tuple[Any, ...]) -> None:
        assert only("PRG-1", *records) == "routine note"

    @pytest.mark.parametrize(
        "records",
        [
            pytest.param((UNSURE,), id="no bleeding"),
            pytest.param((after(0), COIL), id="a method that works"),
            pytest.param((after(0, condom=True),), id="a condom"),
            pytest.param((after(0), fact("contraception", "not_needed")), id="cannot be"),
            pytest.param((*cycles(0), UNSURE), id="a period"),
            pytest.param((blood(0), TESTED), id="known to be pregnant: PRG-4 says it better"),
        ],
    )
    def test_is_quiet_for(self, records: tuple[Any, ...]) -> None:
        assert only("PRG-1", *records) is None

    def test_is_not_for_a_body_without_a_womb(self) -> None:
        no_womb = person(organs=(Organ.VAGINA, Organ.OVARIES))
        assert only("PRG-1", after(0), UNSURE, profile=no_womb) is None

    @pytest.mark.parametrize(("at", "answer"), [(28, "routine note"), (29, None)])
    def test_looks_back_28_days(self, at: int, answer: str | None) -> None:
        assert only("PRG-1", after(0), UNSURE, at=at) == answer

    @pytest.mark.parametrize(("at", "answer"), [(6, None), (7, "routine note")])
    def test_one_negative_test_tells_for_a_week(self, at: int, answer: str | None) -> None:
        test = fact("pregnancy_test", "negative", 0)
        assert only("PRG-1", after(0), UNSURE, test, at=at) == answer

    @pytest.mark.parametrize(("tested", "answer"), [(6, "routine note"), (7, None)])
    def test_a_test_a_week_after_the_bleed_tells_for_good(
        self, tested: int, answer: str | None
    ) -> None:
        test = fact("pregnancy_test", "negative", tested)
        assert only("PRG-1", after(0), UNSURE, test, at=20) == answer

    def test_a_test_before_the_bleed_tells_nothing(self) -> None:
        test = fact("pregnancy_test", "negative", -1)
        assert only("PRG-1", after(0), UNSURE, test) == "routine note"

    def test_a_period_since_tells(self) -> None:
        assert only("PRG-1", after(0), UNSURE, *cycles(10), at=20) is None

    @pytest.mark.parametrize(("born", "answer"), [(1971, "routine note"), (1970, None)])
    def test_is_for_people_who_may_be_under_55(self, born: int, answer: str | None) -> None:
        assert only("PRG-1", after(0), UNSURE, profile=person(birth_year=born)) == answer

    @pytest.mark.parametrize(("birth", "answer"), [(-42, None), (-43, "routine note")])
    def test_waits_for_six_weeks_after_a_birth(self, birth: int, answer: str | None) -> None:
        assert only("PRG-1", after(0), UNSURE, fact("pregnancy", "birth", birth)) == answer

    @pytest.mark.parametrize(("taken", "answer"), [(-7, None), (-8, "routine note")])
    def test_bleeding_soon_after_emergency_pills_is_left_to_the_rule_for_them(
        self, taken: int, answer: str | None
    ) -> None:
        pills = fact("medication", "emergency_contraception", taken)
        assert only("PRG-1", blood(0), pills) == answer

    @pytest.mark.parametrize(("missed", "answer"), [(-14, None), (-15, "routine note")])
    def test_bleeding_soon_after_missed_pills_is_left_to_the_rule_for_them(
        self, missed: int, answer: str | None
    ) -> None:
        assert only("PRG-1", blood(0), felt(missed, "missed_pills")) == answer

    @pytest.mark.parametrize(("done", "days"), [(done.value, days) for _, done, days in HEALING])
    def test_light_blood_while_something_heals_is_left_to_the_rule_for_that(
        self, done: str, days: int
    ) -> None:
        for shift, answer in ((0, None), (1, "routine note")):
            healing = fact("procedure", done, -days - shift)
            assert only("PRG-1", blood(0, "light"), UNSURE, healing) == answer
        assert only("PRG-1", after(0), UNSURE, fact("procedure", done, -days)) == "routine note"

    @pytest.mark.parametrize(("noted", "answer"), [(-14, "routine note"), (-15, None)])
    def test_a_period_that_is_late_asks_for_a_test_all_the_same(
        self, noted: int, answer: str | None
    ) -> None:
        missed = felt(-3, "missed_pills")
        assert only("PRG-1", blood(0), missed, felt(noted, "period_late")) == answer


class TestPainAndBleeding:
    """PRG-2: period late or test positive, with belly pain and bleeding."""

    @pytest.mark.parametrize(
        "records",
        [
            pytest.param((TESTED, blood(0), hurt(0)), id="positive test"),
            pytest.param((pregnant(8), blood(0), hurt(0)), id="known pregnancy"),
            pytest.param((pregnant(8), after(0), hurt(0)), id="bleeding after sex"),
            pytest.param((pregnant(8), blood(0), hurt(0, site=None)), id="place not told"),
            pytest.param((LATE, blood(0), hurt(0)), id="late by their own word"),
            pytest.param((LATE, COIL, blood(0), hurt(0)), id="late, with a coil"),
            pytest.param((LATE, blood(0, "medium", period="unsure"), hurt(0)), id="not sure"),
            pytest.param(
                (fact("pregnancy_test", "unclear", 0), blood(0), hurt(0)), id="unclear test"
            ),
        ],
    )
    def test_is_for_today(self, records: tuple[Any, ...]) -> None:
        assert only("PRG-2", *records) == "same_day"

    @pytest.mark.parametrize(
        "records",
        [
            pytest.param((blood(0), hurt(0)), id="no late period and no test"),
            pytest.param((TESTED, hurt(0)), id="no bleeding"),
            pytest.param((TESTED, blood(0), hurt(0, 0)), id="no pain"),
            pytest.param((TESTED, blood(0), hurt(0, site="vulva")), id="pain outside"),
            pytest.param((LATE, blood(0, period="yes"), hurt(0)), id="the late period came"),
            pytest.param(
                (LATE, blood(0), hurt(0), fact("contraception", "not_needed")), id="cannot be"
            ),
            pytest.param(
                (TESTED, fact("pregnancy", "miscarriage", 0), blood(0), hurt(0)), id="ended"
            ),
        ],
    )
    def test_is_quiet_for(self, records: tuple[Any, ...]) -> None:
        assert only("PRG-2", *records) is None

    @pytest.mark.parametrize(
        ("pain", "answer"),
        [
            pytest.param(hurt(0, 6), "same_day", id="6"),
            pytest.param(hurt(0, 7), "emergency", id="7"),
            pytest.param(hurt(0, 3, sudden=True), "same_day", id="sudden and mild"),
            pytest.param(hurt(0, 4, sudden=True), "emergency", id="sudden and moderate"),
            pytest.param(hurt(0, 2, "dizzy"), "emergency", id="dizzy"),
            pytest.param(hurt(0, 2, "faint"), "emergency", id="faint"),
            pytest.param(hurt(0, 2, "shoulder_tip_pain"), "emergency", id="shoulder tip"),
            pytest.param(hurt(0, 2, "vomiting"), "emergency", id="being sick"),
            pytest.param(hurt(0, 2, "fatigue"), "same_day", id="tired"),
        ],
    )
    def test_a_danger_sign_makes_it_an_emergency(self, pain: Entry, answer: str) -> None:
        assert only("PRG-2", TESTED, blood(0), pain) == answer

    @pytest.mark.parametrize(("bled", "answer"), [(-2, "same_day"), (-3, None)])
    def test_pain_and_blood_belong_together_within_two_days(
        self, bled: int, answer: str | None
    ) -> None:
        assert only("PRG-2", TESTED, blood(bled), hurt(0)) == answer

    @pytest.mark.parametrize(
        ("week", "answer"), [((12, 6), "same_day"), ((13, 0), None)], ids=["12+6", "13+0"]
    )
    def test_is_for_the_first_13_weeks(self, week: tuple[int, int], answer: str | None) -> None:
        assert only("PRG-2", pregnant(*week), blood(0), hurt(0)) == answer

    @pytest.mark.parametrize(("last", "answer"), [(-35, "same_day"), (-34, None)])
    def test_a_period_is_late_after_seven_days(self, last: int, answer: str | None) -> None:
        months = cycles(last - 84, last - 56, last - 28, last)
        assert only("PRG-2", *months, blood(0), hurt(0)) == answer

    @pytest.mark.parametrize(("score", "answer"), [(3, None), (4, "same_day")])
    def test_by_days_alone_what_looks_like_a_period_needs_moderate_pain(
        self, score: int, answer: str | None
    ) -> None:
        months = cycles(-124, -96, -68, -40)
        flow = [blood(day, "medium", period=None) for day in (0, 1)]
        assert only("PRG-2", *months, *flow, hurt(0, score)) == answer

    @pytest.mark.parametrize(("noted", "answer"), [(-14, "same_day"), (-15, None)])
    def test_said_to_be_late_counts_for_two_weeks(self, noted: int, answer: str | None) -> None:
        assert only("PRG-2", felt(noted, "period_late"), blood(0), hurt(0)) == answer

    def test_said_to_be_late_after_the_blood_counts_up_to_the_pain(self) -> None:
        late = felt(-1, "period_late")
        assert only("PRG-2", blood(-2), late, hurt(0)) == "same_day"
        assert only("PRG-2", blood(-2), hurt(-2), late) is None

    def test_a_period_that_came_after_it_was_said_to_be_late_answers_it(self) -> None:
        late = felt(-12, "period_late")
        assert only("PRG-2", late, *cycles(-10), blood(0), hurt(0)) is None
        assert only("PRG-2", *cycles(-20), late, blood(0), hurt(0)) == "same_day"

    @pytest.mark.parametrize(("last", "answer"), [(-35, "same_day"), (-34, None)])
    def test_days_late_count_until_the_pain_where_the_blood_is_no_period(
        self, last: int, answer: str | None
    ) -> None:
        months = cycles(last - 84, last - 56, last - 28, last)
        assert only("PRG-2", *months, blood(-2, "spotting"), hurt(0)) == answer

    def test_a_period_that_began_in_time_is_not_late_because_it_hurts_on_its_last_days(
        self,
    ) -> None:
        months = cycles(-115, -87, -59, -31)
        flow = [blood(day, "medium", period=None) for day in range(-2, 6)]
        assert only("PRG-2", *months, *flow, hurt(5, 6), at=5) is None

    @pytest.mark.parametrize(
        ("records", "answer"),
        [
            pytest.param((blood(-1), hurt(0, 3, "dizzy")), "same_day", id="dizzy"),
            pytest.param((blood(-1), hurt(0, 3, "faint")), "same_day", id="faint"),
            pytest.param((blood(-1), hurt(0, 3, "vomiting")), None, id="being sick alone"),
            pytest.param((blood(-1), hurt(0, 3)), None, id="no danger sign"),
            pytest.param((*cycles(-1), hurt(0, 3, "dizzy")), None, id="a period"),
            pytest.param((COIL, blood(-1), hurt(0, 3, "dizzy")), None, id="a method that works"),
            pytest.param((blood(-3), hurt(0, 3, "dizzy")), None, id="blood days before"),
        ],
    )
    def test_dizzy_with_pain_and_blood_is_for_today_where_pregnancy_may_be(
        self, records: tuple[Any, ...], answer: str | None
    ) -> None:
        assert only("PRG-2", *records) == answer

    @pytest.mark.parametrize(("tested", "answer"), [(-28, "same_day"), (-29, None)])
    def test_an_unclear_test_counts_for_four_weeks(self, tested: int, answer: str | None) -> None:
        test = fact("pregnancy_test", "unclear", tested)
        assert only("PRG-2", test, blood(0), hurt(0)) == answer

    def test_the_period_that_weeks_are_counted_from_is_no_sign(self) -> None:
        first_days = (blood(-20, "medium", period="yes"), hurt(-20, 5))
        assert only("PRG-2", Fact(what=Pregnancy.ONGOING, start=on(-20)), *first_days) is None

    def test_says_it_in_place_of_the_other_rules_for_early_pregnancy(self) -> None:
        assert said(pregnancy.RULES, TESTED, blood(0), hurt(0)) == {"PRG-2": "same_day"}


class TestNobodyTold:
    """PRG-12: a positive test and no care since."""

    @pytest.mark.parametrize(
        ("records", "answer"),
        [
            pytest.param((TESTED,), "routine note", id="alone"),
            pytest.param((fact("pregnancy_test", "positive"),), "routine note", id="no day"),
            pytest.param((TESTED, fact("visit", "other", -1)), "routine note", id="seen before"),
            pytest.param(
                (TESTED, fact("visit", "treated", 0, about=("screening",))),
                "routine note",
                id="seen for something else",
            ),
            pytest.param((TESTED, fact("visit", "other", 0)), None, id="seen"),
            pytest.param(
                (TESTED, fact("visit", "referred", 0, about=("pregnancy",))), None, id="for it"
            ),
            pytest.param(
                (TESTED, fact("visit", "referred", 0, about=("PRG-12",))), None, id="by its code"
            ),
            pytest.param((TESTED, COIL), None, id="a coil: IUD-4 says it"),
            pytest.param((pregnant(8),), None, id="a pregnancy that is known of"),
            pytest.param((fact("pregnancy_test", "negative", 0),), None, id="negative"),
            pytest.param((TESTED, fact("pregnancy", "abortion", 0)), None, id="ended"),
            pytest.param(
                (TESTED, fact("pregnancy", "ectopic", -900)), "within_two_weeks", id="ectopic"
            ),
            pytest.param(
                (TESTED, fact("contraception", "sterilisation", -900)),
                "within_two_weeks",
                id="sterilisation",
            ),
            pytest.param(
                (TESTED, fact("medication", "anticoagulant", -90)),
                "within_two_weeks",
                id="a blood thinner",
            ),
            pytest.param(
                (TESTED, fact("medication", "antiplatelet", -90)), "routine note", id="one only"
            ),
        ],
    )
    def test_answers(self, records: tuple[Any, ...], answer: str | None) -> None:
        assert only("PRG-12", *records) == answer

    @pytest.mark.parametrize(("years", "answer"), [(18, "within_two_weeks"), (19, "routine note")])
    def test_who_may_be_under_18_is_seen_sooner(self, years: int, answer: str) -> None:
        assert only("PRG-12", TESTED, profile=person(birth_year=2026 - years)) == answer

    @pytest.mark.parametrize("sign", [blood(0), hurt(0)], ids=["blood", "pain"])
    def test_gives_way_to_what_is_for_today(self, sign: Entry) -> None:
        answers = said(pregnancy.RULES, TESTED, sign)
        assert "PRG-12" not in answers
        assert "same_day" in answers.values()


def test_pregnancy_is_not_thought_of_after_the_menopause() -> None:
    after_menopause = person(menstrual_status=MenstrualStatus.POSTMENOPAUSE, birth_year=1975)
    assert only("PRG-1", blood(0), profile=after_menopause) is None
    assert only("PRG-2", LATE, blood(0), hurt(0, 6), profile=after_menopause) is None


def test_the_words_on_a_test_say_from_when_on_it_is_sure() -> None:
    words = MADE["PRG-1"].what_to_do
    assert "three weeks or more after sex" in words
    assert "test again when three weeks have gone by" in words
