"""Consent and safety (SAF): support first, and injuries in the same gentle words."""

from typing import Any

import pytest
from made_up_signs import after, blood, fact, felt, hurt, on, person, said, sex

from diary.alerts import RULES, Urgency, assess
from diary.alerts.rules import safety
from diary.model import Entry, History
from diary.model.vocabulary import Answer

MADE = {rule.code: rule for rule in safety.RULES}

UNWANTED = sex(0, consent=Answer.NO)
NOT_SURE = sex(0, consent=Answer.UNSURE)
WANTED = sex(0, consent=Answer.YES)


def only(code: str, *records: Any, at: int = 0) -> str | None:
    """Return what one rule says by itself."""
    return said((MADE[code],), *records, at=at).get(code)


class TestSupport:
    """SAF-1: consent no or unsure."""

    @pytest.mark.parametrize("event", [UNWANTED, NOT_SURE], ids=["no", "unsure"])
    def test_support_is_there_whenever_it_is_wanted(self, event: Entry) -> None:
        assert only("SAF-1", event) == "support"
        assert only("SAF-1", event, at=900) == "support"

    @pytest.mark.parametrize("event", [WANTED, sex(0)], ids=["yes", "not asked"])
    def test_is_quiet_for(self, event: Entry) -> None:
        assert only("SAF-1", event) is None

    def test_never_raises_the_urgency_of_the_day_nor_alarms(self) -> None:
        answer = assess(History(profile=person(), entries=(UNWANTED,)), on(0), rules=safety.RULES)
        assert answer.overall is Urgency.NONE
        assert {alert.quiet for alert in answer.alerts} == {True}


class TestInjury:
    """SAF-2: unwanted sex, and an injury, heavy bleeding or severe pain."""

    @pytest.mark.parametrize(
        ("sign", "answer"),
        [
            pytest.param(blood(0, "heavy"), "emergency", id="heavy bleeding"),
            pytest.param(blood(0, "heavy", source="rectal"), "emergency", id="from the bottom"),
            pytest.param(hurt(0, 7, site="anus"), "emergency", id="pain of 7"),
            pytest.param(hurt(0, 6, site="anus"), "same_day", id="pain of 6"),
            pytest.param(hurt(0, 4, site="anus"), "same_day", id="pain of 4"),
            pytest.param(hurt(0, 3, site="anus"), None, id="pain of 3"),
            pytest.param(blood(0, "light", "faint"), "emergency", id="a sign of EMG-1"),
            pytest.param(felt(1, "neck_pressure", "voice_change"), "emergency", id="of EMG-8"),
            pytest.param(felt(1, "neck_pressure"), "same_day", id="neck squeezed, no sign"),
            pytest.param(blood(0, "light"), "same_day", id="light bleeding"),
            pytest.param(felt(1, "vulval_tear"), "same_day", id="a tear"),
            pytest.param(felt(0, "ashamed"), None, id="no injury"),
            pytest.param(blood(0, "light", period="yes"), None, id="a period on that day"),
            pytest.param(blood(2, "heavy", period="yes"), None, id="a period some days later"),
        ],
    )
    def test_weighs_the_injury(self, sign: Entry, answer: str | None) -> None:
        assert only("SAF-2", UNWANTED, sign, at=max(0, (sign.date - on(0)).days)) == answer

    def test_the_injury_may_be_in_the_same_entry(self) -> None:
        assert only("SAF-2", after(0, "heavy", consent=Answer.UNSURE)) == "emergency"

    @pytest.mark.parametrize("event", [WANTED, sex(0)], ids=["yes", "not asked"])
    def test_is_quiet_for(self, event: Entry) -> None:
        assert only("SAF-2", event, blood(0, "heavy")) is None

    @pytest.mark.parametrize(("at", "answer"), [(3, "emergency"), (4, None)])
    def test_counts_what_comes_within_three_days(self, at: int, answer: str | None) -> None:
        assert only("SAF-2", UNWANTED, blood(at, "heavy"), at=at) == answer
        assert only("SAF-2", UNWANTED, blood(at, "light", "faint"), at=at) == answer

    @pytest.mark.parametrize(("at", "answer"), [(7, "same_day"), (8, "within_two_weeks")])
    def test_stays_for_today_while_the_care_that_has_a_time_can_help(
        self, at: int, answer: str
    ) -> None:
        for injury in (blood(0, "heavy"), blood(0, "light")):
            later = felt(at, no_bleeding=True)
            assert only("SAF-2", UNWANTED, injury, later, at=at) == answer

    def test_a_visit_ends_it_only_if_it_says_so(self) -> None:
        for about, answer in ((("safety",), None), ((), "same_day"), (("screening",), "same_day")):
            seen = fact("visit", "treated", 1, about=about)
            assert only("SAF-2", UNWANTED, blood(0, "heavy"), seen, at=3) == answer

    def test_a_squeezed_neck_is_named_beside_it(self) -> None:
        codes = said(RULES, UNWANTED, felt(0, "neck_pressure", "voice_change"))
        assert codes["SAF-2"] == codes["EMG-8"] == "emergency"

    def test_nothing_is_said_that_holds_for_adults_only(self) -> None:
        assert "adult" not in f"{MADE['SAF-2'].why} {MADE['SAF-2'].what_to_do}".lower()

    def test_an_injury_before_has_nothing_to_do_with_it(self) -> None:
        assert only("SAF-2", UNWANTED, blood(-1, "heavy")) is None

    def test_its_words_stand_in_place_of_those_of_the_emergency_rules(self) -> None:
        codes = said((*RULES, *safety.RULES), UNWANTED, blood(0, "heavy", "faint"))
        assert codes["SAF-2"] == "emergency"
        assert not [code for code in codes if code.startswith(("EMG", "PCB"))]

    def test_nothing_that_a_report_shows_of_it_tells_of_consent(self) -> None:
        hurt_entry = after(0, "heavy", consent=Answer.NO)
        history = History(profile=person(), entries=(hurt_entry,))
        (alert,) = assess(history, on(0), rules=(MADE["SAF-2"],)).alerts
        shown = " ".join([alert.clinical, *(item.what for item in alert.evidence)])
        assert shown == "Injury, bleeding or pain after sex heavy bleeding after sex"


class TestFirstDays:
    """SAF-3: the care that has a time."""

    @pytest.mark.parametrize(("at", "answer"), [(0, "support"), (7, "support"), (8, None)])
    def test_is_shown_for_seven_days(self, at: int, answer: str | None) -> None:
        assert only("SAF-3", NOT_SURE, at=at) == answer

    def test_is_quiet_for_wanted_sex(self) -> None:
        assert only("SAF-3", WANTED) is None

    def test_never_says_too_late(self) -> None:
        assert "too late" not in f"{MADE['SAF-3'].what_to_do} {MADE['SAF-3'].why}"
        assert "useful after that" in MADE["SAF-3"].why


class TestAfraid:
    """SAF-4: fear of a partner, pressure from one, or repeated injury with either."""

    AFRAID = felt(0, "afraid_of_partner")
    PRESSED = felt(0, "partner_pressure")
    TORN = felt(-30, "vulval_tear")

    @pytest.mark.parametrize(
        "records",
        [
            pytest.param((AFRAID,), id="afraid once"),
            pytest.param((felt(-1, "partner_pressure"), PRESSED), id="pressed twice"),
            pytest.param((TORN, felt(-3, "genital_injury"), PRESSED), id="two injuries"),
            pytest.param((TORN, after(-3), PRESSED), id="and a bleed"),
            pytest.param((TORN, blood(-3, source="skin"), PRESSED), id="and a bleeding cut"),
        ],
    )
    def test_offers_support(self, records: tuple[Any, ...]) -> None:
        assert only("SAF-4", *records) == "support"

    @pytest.mark.parametrize(
        "records",
        [
            pytest.param((TORN, felt(-3, "genital_injury")), id="no fear"),
            pytest.param((PRESSED,), id="pressed once"),
            pytest.param((felt(0, "partner_pressure"), PRESSED), id="pressed, on one day"),
            pytest.param((TORN, PRESSED), id="one injury"),
            pytest.param((TORN, felt(-30, "genital_injury"), PRESSED), id="one day"),
            pytest.param((blood(-30), blood(-3), PRESSED), id="bleeding that is not after sex"),
            pytest.param((felt(0, "afraid_of_sex"),), id="afraid of sex"),
        ],
    )
    def test_is_quiet_for(self, records: tuple[Any, ...]) -> None:
        assert only("SAF-4", *records) is None

    @pytest.mark.parametrize(("first", "answer"), [(-90, "support"), (-91, None)])
    def test_looks_back_90_days(self, first: int, answer: str | None) -> None:
        torn = felt(first, "vulval_tear")
        assert only("SAF-4", torn, felt(-3, "penile_tear"), self.PRESSED) == answer
        assert only("SAF-4", felt(first, "afraid_of_partner")) == answer


@pytest.mark.parametrize(
    "records",
    [
        pytest.param((felt(0, "afraid_of_partner", distress=9),), id="afraid"),
        pytest.param((UNWANTED, felt(0, distress=9)), id="unwanted sex"),
    ],
)
def test_the_card_on_feelings_is_left_out_beside_one_on_safety(records: tuple[Any, ...]) -> None:
    answers = said(RULES, *records)
    assert "EMO-1" not in answers
    assert {"SAF-1", "SAF-4"} & set(answers)
