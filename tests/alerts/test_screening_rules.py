"""Screening, STI tests and the HPV vaccine (SCR)."""

from dataclasses import replace
from typing import Any

import pytest
from made_up_signs import after, blood, fact, hurt, never, on, person, said, sex

from diary.alerts import assess
from diary.alerts.rules import screening
from diary.model import AbsentFact, Entry, Fact, History
from diary.model.vocabulary import Organ

MADE = {rule.code: rule for rule in screening.RULES}
GB = person(country="GB")


def only(code: str, *records: Any, at: int = 0, **more: Any) -> str | None:
    """Return what one rule says by itself."""
    return said((MADE[code],), *records, at=at, **{"profile": GB, **more}).get(code)


def needs(code: str, *records: Any, profile: Any = GB) -> list[str]:
    """Return what a rule would need to decide."""
    history = History(
        profile=profile,
        entries=tuple(r for r in records if isinstance(r, Entry)),
        background=tuple(r for r in records if isinstance(r, Fact)),
        background_absent=tuple(r for r in records if isinstance(r, AbsentFact)),
    )
    answer = assess(history, on(0), rules=(MADE[code],))
    assert answer.alerts == ()
    return [one.needs for one in answer.not_enough]


class TestCervicalScreening:
    """SCR-1: due by the country's programme, never had, or the last one not known."""

    @pytest.mark.parametrize(
        "records",
        [
            pytest.param((fact("screening", "negative", -6 * 365),), id="six years ago"),
            pytest.param((fact("screening", "never"),), id="never"),
            pytest.param((fact("screening", "unknown"),), id="not known when"),
            pytest.param((never("screening"),), id="asked, and none"),
            pytest.param(
                (replace(fact("screening", "negative", -400), next_due=on(-1)),), id="by the letter"
            ),
        ],
    )
    def test_a_note_says_that_it_may_be_due(self, records: tuple[Any, ...]) -> None:
        assert only("SCR-1", *records) == "routine note"

    @pytest.mark.parametrize(
        ("records", "who"),
        [
            pytest.param((fact("screening", "negative", -300),), GB, id="last year"),
            pytest.param((fact("screening", "never"),), person(birth_year=2003), id="too young"),
            pytest.param((fact("screening", "never"),), person(birth_year=1950), id="too old"),
            pytest.param(
                (fact("screening", "never"),), person(organs=(Organ.VAGINA,)), id="no cervix"
            ),
            pytest.param(
                (fact("screening", "never"), fact("procedure", "hysterectomy", -900)),
                person(organs=None),
                id="womb and cervix removed",
            ),
            pytest.param(
                (fact("screening", "never"), fact("pregnancy", "ongoing", -90)), GB, id="pregnant"
            ),
        ],
    )
    def test_is_quiet_for(self, records: tuple[Any, ...], who: Any) -> None:
        assert only("SCR-1", *records, profile=who) is None

    def test_says_what_it_needs_where_nothing_is_known(self) -> None:
        assert needs("SCR-1") == ["when your last cervical screening was"]

    @pytest.mark.parametrize(("born", "answer"), [(-83, None), (-84, "routine note")])
    def test_waits_for_12_weeks_after_a_birth(self, born: int, answer: str | None) -> None:
        records = (fact("screening", "never"), fact("pregnancy", "birth", born))
        assert only("SCR-1", *records) == answer

    @pytest.mark.parametrize(("taken", "answer"), [(-1095, None), (-1096, "routine note")])
    def test_a_smear_recorded_as_a_procedure_counts_for_three_years(
        self, taken: int, answer: str | None
    ) -> None:
        records = (fact("screening", "never"), fact("procedure", "cervical_smear", taken))
        assert only("SCR-1", *records) == answer

    def test_a_result_that_was_not_clear_does_not_wait_for_the_birth(self) -> None:
        result = fact("screening", "hpv_positive", -400)
        assert only("SCR-1", result, fact("pregnancy", "ongoing", -90)) == "routine note"


class TestStiTest:
    """SCR-2: no test in 12 months, or since a new partner."""

    @pytest.mark.parametrize(("tested", "answer"), [(-365, None), (-366, "routine note")])
    def test_a_year_since_the_last_test(self, tested: int, answer: str | None) -> None:
        assert only("SCR-2", sex(-10), fact("sti_test", "negative", tested)) == answer

    @pytest.mark.parametrize(("tested", "answer"), [(-183, None), (-184, "routine note")])
    def test_half_a_year_with_more_than_two_partners(self, tested: int, answer: str | None) -> None:
        many = fact("partners", "more_than_two", -5)
        assert only("SCR-2", sex(-10), many, fact("sti_test", "negative", tested)) == answer

    @pytest.mark.parametrize(
        "new",
        [fact("new_partner", "new_partner", -20), sex(-20, new_partner=True)],
        ids=["as a fact", "in an entry"],
    )
    @pytest.mark.parametrize(("tested", "answer"), [(-21, "routine note"), (-20, None)])
    def test_a_new_partner_since_the_last_test(
        self, new: Any, tested: int, answer: str | None
    ) -> None:
        assert only("SCR-2", sex(-10), new, fact("sti_test", "negative", tested)) == answer

    def test_never_tested_by_their_own_word(self) -> None:
        assert only("SCR-2", sex(-10), never("sti_test")) == "routine note"

    @pytest.mark.parametrize(("active", "answer"), [(-365, "routine note"), (-366, None)])
    def test_is_for_who_had_sex_with_others_in_the_last_year(
        self, active: int, answer: str | None
    ) -> None:
        assert only("SCR-2", sex(active), never("sti_test")) == answer

    @pytest.mark.parametrize(
        "records",
        [
            pytest.param((sex(-10, solo=True), never("sti_test")), id="only alone"),
            pytest.param((blood(0), never("sti_test")), id="no sex"),
            pytest.param(
                (
                    sex(-10),
                    never("sti_test"),
                    replace(fact("partners", "one", -5), tested=True),
                ),
                id="one steady partner, both tested",
            ),
        ],
    )
    def test_is_quiet_for(self, records: tuple[Any, ...]) -> None:
        assert only("SCR-2", *records) is None

    def test_one_partner_not_tested_is_not_left_out(self) -> None:
        one = replace(fact("partners", "one", -5), tested=False)
        assert only("SCR-2", sex(-10), never("sti_test"), one) == "routine note"

    def test_a_diary_without_any_test_says_nothing(self) -> None:
        assert needs("SCR-2", sex(-10)) == ["when your last STI test was"]


class TestExamination:
    """SCR-3: bleeding after sex or pain with it, and long since examined."""

    @pytest.mark.parametrize(("examined", "answer"), [(-1095, None), (-1096, "support")])
    def test_more_than_three_years_ago(self, examined: int, answer: str | None) -> None:
        assert only("SCR-3", after(-5), fact("pelvic_exam", "normal", examined)) == answer

    @pytest.mark.parametrize(
        "known", [fact("pelvic_exam", "never"), never("pelvic_exam")], ids=["said", "asked"]
    )
    def test_never_examined(self, known: Any) -> None:
        assert only("SCR-3", hurt(-5, 3, with_sex=True), known) == "support"

    @pytest.mark.parametrize(("bled", "answer"), [(-183, "support"), (-184, None)])
    def test_looks_back_half_a_year(self, bled: int, answer: str | None) -> None:
        assert only("SCR-3", after(bled), never("pelvic_exam")) == answer
        assert only("SCR-3", hurt(bled, 3, with_sex=True), never("pelvic_exam")) == answer

    @pytest.mark.parametrize("entry", [blood(-5), hurt(-5, 3, with_sex=False), sex(-5)])
    def test_is_quiet_without_bleeding_or_pain_from_sex(self, entry: Entry) -> None:
        assert only("SCR-3", entry, never("pelvic_exam")) is None

    def test_says_what_it_needs(self) -> None:
        assert needs("SCR-3", after(-5)) == ["when you were last examined down there"]


class TestHpvVaccine:
    """SCR-4: no vaccine, within the age of the programmes."""

    @pytest.mark.parametrize(("born", "answer"), [(1999, "support"), (1998, None)])
    def test_is_for_who_may_be_under_27(self, born: int, answer: str | None) -> None:
        none = fact("hpv_vaccine", "none")
        assert only("SCR-4", none, profile=person(birth_year=born)) == answer

    def test_asked_and_none(self) -> None:
        young = person(birth_year=2004)
        assert only("SCR-4", never("hpv_vaccine"), profile=young) == "support"

    @pytest.mark.parametrize("had", ["complete", "partial"])
    def test_is_quiet_for_who_had_it(self, had: str) -> None:
        assert only("SCR-4", fact("hpv_vaccine", had), profile=person(birth_year=2004)) is None

    def test_says_what_it_needs(self) -> None:
        assert needs("SCR-4", profile=person(birth_year=2004)) == ["if you had the HPV vaccine"]
        assert needs("SCR-4", fact("hpv_vaccine", "none"), profile=person(birth_year=None)) == [
            "your year of birth"
        ]
        assert needs("SCR-4", profile=person(birth_year=1980)) == []
