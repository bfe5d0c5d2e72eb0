"""Young people (AGE): urgent where it must be, and care that is private."""

from typing import Any

import pytest
from made_up_signs import after, blood, fact, felt, on, person, said, sex

from diary.alerts import Urgency, assess
from diary.alerts.rules import young_people
from diary.model import Entry, History, Profile
from diary.model.vocabulary import Answer, MenstrualStatus, Organ

MADE = {rule.code: rule for rule in young_people.RULES}
NOT_STARTED = MenstrualStatus.NOT_STARTED


def only(code: str, *records: Any, profile: Profile, at: int = 0) -> str | None:
    """Return what one rule says by itself."""
    return said((MADE[code],), *records, profile=profile, at=at).get(code)


def aged(years: int) -> Profile:
    """Make a person whose birthday of that age is in the year that tests count from."""
    return person(birth_year=2026 - years)


class TestBeforePeriods:
    """AGE-1: blood from the vagina before the first period ever."""

    @pytest.mark.parametrize(
        "entry",
        [
            pytest.param(blood(0, "spotting"), id="spotting"),
            pytest.param(after(0), id="after sex"),
            pytest.param(blood(0, None, period=None), id="nothing more said"),
            pytest.param(blood(0, source="unknown"), id="may be from the vagina"),
        ],
    )
    def test_is_for_today_at_any_age(self, entry: Entry) -> None:
        for years in (9, 14, 20):
            young = person(menstrual_status=NOT_STARTED, birth_year=2026 - years)
            assert only("AGE-1", entry, profile=young) == "same_day"

    @pytest.mark.parametrize(
        ("entry", "profile"),
        [
            pytest.param(
                blood(0, "medium", period="yes"),
                person(menstrual_status=NOT_STARTED),
                id="the first period itself",
            ),
            pytest.param(blood(0), person(), id="periods have started"),
            pytest.param(blood(0), person(menstrual_status=None), id="not known"),
            pytest.param(felt(0), person(menstrual_status=NOT_STARTED), id="no blood"),
            pytest.param(
                blood(0, source="rectal"), person(menstrual_status=NOT_STARTED), id="elsewhere"
            ),
            pytest.param(
                blood(0),
                person(menstrual_status=NOT_STARTED, organs=(Organ.NEOVAGINA, Organ.PROSTATE)),
                id="a vagina made by surgery",
            ),
        ],
    )
    def test_is_quiet_for(self, entry: Entry, profile: Profile) -> None:
        assert only("AGE-1", entry, profile=profile) is None


class TestUnder16:
    """AGE-2: under 16, and sex or bleeding after it."""

    @pytest.mark.parametrize(
        "entry",
        [
            pytest.param(sex(0), id="sex"),
            pytest.param(after(0), id="a bleed after sex"),
            pytest.param(blood(0, timing="after_sex"), id="a bleed after sex not recorded"),
            pytest.param(blood(0, timing="after_sex", source="rectal"), id="from the bottom"),
        ],
    )
    def test_is_for_today(self, entry: Entry) -> None:
        assert only("AGE-2", entry, profile=aged(15)) == "same_day"

    @pytest.mark.parametrize(
        "entry",
        [
            pytest.param(sex(0, solo=True), id="alone"),
            pytest.param(blood(0, "medium", period="yes"), id="a period"),
            pytest.param(felt(0, no_sex=True), id="no sex"),
        ],
    )
    def test_is_quiet_for(self, entry: Entry) -> None:
        assert only("AGE-2", entry, profile=aged(15)) is None

    @pytest.mark.parametrize(("years", "answer"), [(15, "same_day"), (16, None)])
    def test_is_only_for_who_is_surely_under_16(self, years: int, answer: str | None) -> None:
        assert only("AGE-2", sex(0), profile=aged(years)) == answer

    def test_an_unknown_age_raises_nothing(self) -> None:
        assert only("AGE-2", sex(0), profile=person(birth_year=None)) is None

    @pytest.mark.parametrize(("at", "answer"), [(90, "support"), (91, None)])
    def test_its_words_stay_as_support_for_90_days(self, at: int, answer: str | None) -> None:
        assert only("AGE-2", sex(0), felt(40), profile=aged(15), at=at) == answer

    def test_what_happened_is_not_taken_back_by_later_entries_only_by_time(self) -> None:
        for later in (felt(3), felt(3, no_bleeding=True), sex(3, solo=True)):
            assert only("AGE-2", sex(0), later, profile=aged(15), at=3) == "within_two_weeks"
        assert only("AGE-2", sex(0), felt(27), profile=aged(15), at=27) == "within_two_weeks"
        assert only("AGE-2", sex(0), felt(28), profile=aged(15), at=28) == "support"

    @pytest.mark.parametrize("fear", ["afraid_of_partner", "partner_pressure"])
    def test_fear_or_pressure_alone_is_for_today(self, fear: str) -> None:
        assert only("AGE-2", felt(0, fear), profile=aged(15)) == "same_day"
        assert only("AGE-2", felt(0, fear), profile=aged(16)) is None

    @pytest.mark.parametrize(
        ("years", "at", "answer"),
        [
            pytest.param(12, 28, "same_day", id="under 13"),
            pytest.param(12, 29, "support", id="after four weeks"),
            pytest.param(13, 2, "within_two_weeks", id="may be 13"),
        ],
    )
    def test_under_13_it_stays_for_today_for_four_weeks(
        self, years: int, at: int, answer: str
    ) -> None:
        later = felt(at, no_bleeding=True)
        assert only("AGE-2", sex(0), later, profile=aged(years), at=at) == answer

    def test_under_13_a_visit_about_it_ends_it_sooner(self) -> None:
        seen = fact("visit", "plan_agreed", 2, about=("safety",))
        assert only("AGE-2", sex(0), seen, profile=aged(12), at=3) == "support"


class TestUnder18:
    """AGE-4: sex that was not wanted, under 18."""

    @pytest.mark.parametrize("said_to_it", [Answer.NO, Answer.UNSURE])
    def test_is_for_today_for_seven_days(self, said_to_it: Answer) -> None:
        event = sex(0, consent=said_to_it)
        assert only("AGE-4", event, felt(7), profile=aged(17), at=7) == "same_day"
        assert only("AGE-4", event, felt(8), profile=aged(17), at=8) == "within_two_weeks"

    @pytest.mark.parametrize(
        ("event", "profile"),
        [
            pytest.param(sex(0), aged(17), id="not asked"),
            pytest.param(sex(0, consent=Answer.YES), aged(17), id="wanted"),
            pytest.param(sex(0, consent=Answer.NO), aged(18), id="may be 18"),
            pytest.param(sex(0, consent=Answer.NO), person(birth_year=None), id="age not known"),
        ],
    )
    def test_is_quiet_for(self, event: Entry, profile: Profile) -> None:
        assert only("AGE-4", event, profile=profile) is None

    def test_says_it_in_place_of_age_2(self) -> None:
        answers = said(young_people.RULES, sex(0, consent=Answer.NO), profile=aged(14))
        assert answers == {"AGE-4": "same_day"}


class TestSixteenOrSeventeen:
    """AGE-3: the line on private care, beside the usual rules."""

    @pytest.mark.parametrize(
        ("years", "answer"),
        [(15, None), (16, "support"), (17, "support"), (18, "support"), (19, None)],
    )
    def test_is_for_who_may_be_16_or_17(self, years: int, answer: str | None) -> None:
        assert only("AGE-3", sex(0), profile=aged(years)) == answer

    def test_is_quiet_where_nothing_of_sex_or_blood_is_recorded(self) -> None:
        assert only("AGE-3", felt(0), profile=aged(17)) is None
        assert only("AGE-3", blood(0), profile=aged(17)) == "support"

    @pytest.mark.parametrize(("at", "answer"), [(90, "support"), (91, None)])
    def test_looks_back_90_days(self, at: int, answer: str | None) -> None:
        assert only("AGE-3", sex(0), profile=aged(17), at=at) == answer

    def test_never_raises_the_urgency_of_the_day(self) -> None:
        history = History(profile=aged(17), entries=(sex(0),))
        assert assess(history, on(0), rules=young_people.RULES).overall is Urgency.NONE


def test_a_visit_that_says_so_ends_what_was_for_today() -> None:
    seen = fact("visit", "checked_normal", 1, about=("safety",))
    assert only("AGE-2", sex(0), seen, profile=aged(14), at=3) == "support"


def test_a_visit_for_something_else_does_not() -> None:
    for about in ((), ("contraception",)):
        seen = fact("visit", "checked_normal", 1, about=about)
        assert only("AGE-2", sex(0), seen, profile=aged(14), at=3) == "within_two_weeks"
