"""What each day of a calendar shows."""

from dataclasses import replace

from made_up import after_sex, day, period, sex
from made_up_cycles import bled, diary, dry, run

from diary.cycles.marks import Mark, marks
from diary.model import Entry, Fact, History, Pain
from diary.model.background_words import Contraception
from diary.model.vocabulary import DatePrecision

ON = day("2026-04-01")


def on(history: History, text: str) -> set[str]:
    """Return the marks of a day in words, without that of any entry."""
    found = marks(history, ON).days.get(day(text), frozenset())
    return {mark.value for mark in found - {Mark.ENTRY}}


def test_period_days_and_the_spotting_before_them_are_told_apart() -> None:
    history = diary(run("2026-03-01", "smm-l"))
    assert on(history, "2026-03-01") == {"other bleed"}
    assert on(history, "2026-03-02") == {"period"}
    assert on(history, "2026-03-04") == set()
    assert on(history, "2026-03-05") == {"period"}


def test_a_bleed_after_sex_shows_the_sex_too_and_what_goes_on_the_next_day() -> None:
    history = diary(after_sex("2026-03-10", amount="light"), run("2026-03-11", "l"))
    assert on(history, "2026-03-10") == {"bleed after sex", "sex"}
    assert on(history, "2026-03-11") == {"bleed after sex"}


def test_a_bleed_after_sex_in_a_period_shows_both() -> None:
    history = diary(period("2026-03-01"), after_sex("2026-03-03"))
    assert on(history, "2026-03-03") == {"period", "bleed after sex", "sex"}


def test_bleeding_from_elsewhere_is_an_other_bleed_or_after_sex_by_the_word() -> None:
    assert on(diary(bled("2026-03-03", source="rectal")), "2026-03-03") == {"other bleed"}
    after = diary(bled("2026-03-03", source="rectal", timing="after_sex"))
    assert on(after, "2026-03-03") == {"bleed after sex"}


def test_pain_shows_unless_it_was_none() -> None:
    def with_pain(pain: Pain) -> History:
        return diary(replace(sex("2026-03-03"), pain=pain))

    assert on(with_pain(Pain(score=4)), "2026-03-03") == {"sex", "pain"}
    assert on(with_pain(Pain(with_sex=True)), "2026-03-03") == {"sex", "pain"}
    assert on(with_pain(Pain(score=0)), "2026-03-03") == {"sex"}


def test_a_day_with_any_entry_differs_from_one_without() -> None:
    found = marks(diary(dry("2026-03-03", "2026-03-03")), ON).days
    assert found == {day("2026-03-03"): frozenset({Mark.ENTRY})}


def test_the_expected_days_are_those_of_the_forecast_and_none_where_there_is_a_reason() -> None:
    history = diary(period("2026-01-15"), period("2026-02-12"), period("2026-03-12"))
    found = marks(history, ON)
    expected = sorted(d for d, here in found.days.items() if Mark.EXPECTED in here)
    assert expected[0] == found.next.earliest
    assert expected[-1] == found.next.latest
    assert found.next.earliest is not None
    assert len(expected) == (expected[-1] - expected[0]).days + 1
    implant = replace(history, background=(Fact(what=Contraception.IMPLANT),))
    without = marks(implant, ON)
    assert without.next.reason is not None
    assert not any(Mark.EXPECTED in here for here in without.days.values())


def test_what_has_no_day_is_counted_and_not_placed() -> None:
    vague = Entry(date=day("2026-03-01"), date_precision=DatePrecision.MONTH, pain=Pain(score=3))
    found = marks(diary(vague, bled("2026-02-01")), ON)
    assert found.not_placed == 1
    assert day("2026-03-01") not in found.days


def test_what_is_dated_later_is_not_seen() -> None:
    assert marks(diary(sex("2026-04-02")), ON).days == {}


def test_a_period_of_which_only_the_start_is_stated_shows_its_first_day() -> None:
    history = diary(replace(sex("2026-03-20"), cycle_day=10))
    assert on(history, "2026-03-11") == {"period"}
    assert on(history, "2026-03-12") == set()
