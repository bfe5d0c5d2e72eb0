"""Which bleed followed which sex, rule by rule."""

import datetime as dt
from dataclasses import replace

import pytest
from made_up import after_sex, day, period, sex
from made_up_cycles import bled, diary, run

from diary.model import Bleeding, Entry, History, Profile
from diary.model import Sex as SexEvent
from diary.model.episodes import Bleed, any_source, bleeds, is_from, is_vaginal, occasions
from diary.model.vocabulary import (
    Amount,
    BleedingSource,
    DatePrecision,
    Organ,
    PossibleSource,
    SexKind,
)


def had_sex(on: str, at: str | None = None, *, id: str | None = None) -> Entry:  # noqa: A002 - the field
    time = dt.time.fromisoformat(at) if at else None
    return Entry(date=day(on), time=time, id=id, sex=SexEvent(kinds=(SexKind.VAGINAL,)))


def only(history: History) -> Bleed:
    (found,) = bleeds(history)
    return found


def answers(history: History) -> list[bool | None]:
    return [occasion.bled for occasion in occasions(history)]


# The person's word.


@pytest.mark.parametrize(
    ("timing", "expected"),
    [("after_sex", True), ("during_sex", True), ("not_after_sex", False), ("unknown", None)],
)
def test_what_the_person_says_of_the_timing_stands(timing: str, *, expected: bool | None) -> None:
    assert only(diary(bled("2026-03-10", timing=timing))).after_sex is expected


def test_the_persons_word_stands_against_the_clock() -> None:
    said = bled("2026-03-10", timing="not_after_sex", at="23:00")
    assert only(diary(had_sex("2026-03-10", "22:00"), said)).after_sex is False
    late = bled("2026-03-12", timing="after_sex", at="23:00")
    assert only(diary(had_sex("2026-03-10", "22:00"), late)).after_sex is True


def test_hours_after_sex_or_a_link_say_that_it_followed() -> None:
    hours = Bleeding(source=BleedingSource.VAGINAL, hours_after_sex=3)
    assert only(diary(Entry(date=day("2026-03-10"), bleeding=hours))).after_sex is True
    assert only(diary(bled("2026-03-10", follows="elsewhere"))).after_sex is True


def test_a_bleed_that_the_person_calls_their_period_is_not_after_sex_by_the_clock() -> None:
    named = bled("2026-03-10", period="yes", at="23:00")
    found = only(diary(had_sex("2026-03-10", "22:00"), named))
    assert (found.after_sex, found.is_period) == (False, True)


def test_sex_and_bleeding_in_one_entry_belong_together() -> None:
    entry = bled("2026-03-10", sex=True)
    found = only(diary(entry))
    assert found.after_sex is True
    assert found.sex == entry


def test_sex_and_bleeding_in_one_entry_of_unknown_timing_is_not_known() -> None:
    history = diary(bled("2026-03-10", sex=True, timing="unknown"))
    assert only(history).after_sex is None
    assert answers(history) == [None]


# The clock.


@pytest.mark.parametrize(
    ("on", "at", "expected"),
    [
        ("2026-03-10", "21:59", None),
        ("2026-03-10", "22:00", True),
        ("2026-03-11", "22:00", True),
        ("2026-03-11", "22:01", None),
    ],
)
def test_within_24_hours_goes_by_the_clock(on: str, at: str, *, expected: bool | None) -> None:
    found = only(diary(had_sex("2026-03-10", "22:00"), bled(on, at=at)))
    assert found.after_sex is expected


def test_how_long_it_lasted_moves_its_beginning_back() -> None:
    late = bled("2026-03-12", at="02:00", hours=4)
    assert only(diary(had_sex("2026-03-10", "22:00"), late)).after_sex is True
    before = bled("2026-03-10", at="23:00", hours=2)
    assert only(diary(had_sex("2026-03-10", "22:00"), before)).after_sex is None


@pytest.mark.parametrize(("sex_at", "bled_at"), [(None, "23:00"), ("22:00", None), (None, None)])
def test_where_only_the_day_is_known_it_is_not_assumed(
    sex_at: str | None, bled_at: str | None
) -> None:
    history = diary(had_sex("2026-03-10", sex_at), bled("2026-03-10", at=bled_at))
    assert only(history).after_sex is None
    assert answers(history) == [None]


def test_of_several_times_the_latest_before_the_bleed_is_the_one_it_followed() -> None:
    first, second = had_sex("2026-03-10", "08:00"), had_sex("2026-03-10", "20:00")
    third = had_sex("2026-03-10", "23:30")
    history = diary(first, second, third, bled("2026-03-10", at="21:00"))
    assert only(history).sex == second
    assert answers(history) == [False, True, False]


def test_a_bleed_said_to_be_after_sex_is_not_linked_to_sex_that_came_later() -> None:
    history = diary(
        had_sex("2026-03-09"),
        bled("2026-03-10", at="08:00", timing="after_sex"),
        had_sex("2026-03-10", "22:00"),
    )
    assert only(history).sex == had_sex("2026-03-09")
    assert answers(history) == [True, False]


def test_a_bleed_said_to_be_after_sex_is_linked_to_sex_of_that_day_or_the_day_before() -> None:
    for on in ("2026-03-09", "2026-03-10"):
        history = diary(had_sex(on), bled("2026-03-10", timing="after_sex"))
        assert only(history).sex == had_sex(on)
    far = diary(had_sex("2026-03-08"), bled("2026-03-10", timing="after_sex"))
    assert only(far).sex is None


def test_a_day_known_only_to_its_month_is_linked_by_the_persons_word_alone() -> None:
    vague = replace(had_sex("2026-03-10"), date_precision=DatePrecision.MONTH)
    history = diary(vague, bled("2026-03-10", timing="after_sex"))
    assert only(history).sex is None
    named = replace(vague, id="s1")
    linked = diary(named, bled("2026-03-10", follows="s1"))
    assert only(linked).sex == named


# The link.


def test_a_link_names_the_sex_whatever_the_days() -> None:
    history = diary(
        had_sex("2026-03-10", id="s1"),
        had_sex("2026-03-11", id="s2"),
        bled("2026-03-12", follows="s1"),
    )
    assert only(history).sex == had_sex("2026-03-10", id="s1")
    assert answers(history) == [True, False]


def test_entries_that_follow_the_same_sex_are_one_bleed() -> None:
    history = diary(
        had_sex("2026-03-10", id="s1"),
        bled("2026-03-10", "spotting", follows="s1"),
        bled("2026-03-12", "light", follows="s1"),
    )
    found = only(history)
    assert (str(found.start), str(found.end), found.amount) == (
        "2026-03-10",
        "2026-03-12",
        Amount.LIGHT,
    )


def test_a_link_to_sex_that_is_gone_still_says_that_the_bleed_was_after_sex() -> None:
    found = only(diary(bled("2026-03-12", follows="deleted")))
    assert (found.after_sex, found.sex) == (True, None)


# What goes on.


@pytest.mark.parametrize("timing", [None, "unknown", "not_after_sex", "after_sex"])
def test_the_next_days_bleed_is_the_same_bleed_whatever_its_timing(timing: str | None) -> None:
    found = only(diary(after_sex("2026-03-10"), bled("2026-03-11", "light", timing=timing)))
    assert found.after_sex is True
    assert len(found.entries) == 2


def test_after_a_day_without_blood_a_new_bleed_begins() -> None:
    history = diary(after_sex("2026-03-10"), bled("2026-03-12", "light", timing="not_after_sex"))
    assert [bleed.after_sex for bleed in bleeds(history)] == [True, False]


def test_a_new_sex_event_begins_a_new_bleed() -> None:
    history = diary(after_sex("2026-03-10"), after_sex("2026-03-11"))
    assert [str(bleed.start) for bleed in bleeds(history)] == ["2026-03-10", "2026-03-11"]
    assert answers(history) == [True, True]


def test_sex_during_a_bleed_begins_no_new_one_by_the_clock_alone() -> None:
    history = diary(
        bled("2026-03-10", at="08:00"),
        had_sex("2026-03-10", "22:00"),
        bled("2026-03-11", at="08:00"),
    )
    assert only(history).after_sex is None
    assert answers(history) == [False]


def test_a_bleed_that_the_person_says_followed_sex_is_a_new_one_beside_another() -> None:
    history = diary(run("2026-03-10", "mm"), after_sex("2026-03-12"), run("2026-03-13", "l"))
    assert [bleed.after_sex for bleed in bleeds(history)] == [None, True]


def test_a_period_goes_on_past_a_bleed_after_sex() -> None:
    first, second, third = period("2026-03-10", days=3)
    history = diary(first, second, after_sex("2026-03-11"), third)
    named, followed = bleeds(history)
    assert (len(named.entries), named.is_period) == (3, True)
    assert (followed.after_sex, followed.is_period, followed.amount) == (
        True,
        False,
        Amount.SPOTTING,
    )


def test_a_period_that_begins_the_day_after_a_bleed_after_sex_is_a_bleed_of_its_own() -> None:
    history = diary(after_sex("2026-03-10"), period("2026-03-11", days=2))
    assert [bleed.is_period for bleed in bleeds(history)] == [False, True]
    assert answers(history) == [True]


def test_bleeds_from_different_sources_are_different_bleeds() -> None:
    history = diary(
        bled("2026-03-10", source="rectal", timing="after_sex", sex=True), run("2026-03-11", "mm")
    )
    assert [len(bleed.entries) for bleed in bleeds(history)] == [1, 2]


def test_blood_of_unknown_source_goes_on_from_any() -> None:
    history = diary(after_sex("2026-03-10"), bled("2026-03-11", "light", source="unknown"))
    assert len(only(history).entries) == 2


def test_days_known_only_to_their_month_do_not_touch() -> None:
    vague = [
        replace(bled(f"2026-03-{number:02}"), date_precision=DatePrecision.MONTH)
        for number in (1, 2)
    ]
    assert len(bleeds(diary(vague))) == 2


def test_the_order_of_writing_on_one_day_does_not_matter() -> None:
    followed, unsaid = after_sex("2026-03-10"), bled("2026-03-10", "spotting")
    assert len(bleeds(diary(followed, unsaid))) == len(bleeds(diary(unsaid, followed))) == 1


def test_a_bleed_says_the_most_that_was_recorded() -> None:
    assert only(diary(run("2026-03-10", "shl"))).amount is Amount.HEAVY
    assert only(diary(bled("2026-03-10", "unspecified"))).amount is None
    assert only(diary(bled("2026-03-10", None))).amount is None


# Occasions.


def test_sex_recorded_here_without_a_bleed_counts_as_without() -> None:
    assert answers(diary(sex("2026-03-10"))) == [False]


def test_sex_from_another_program_counts_as_without_only_where_it_says_so() -> None:
    imported = replace(sex("2026-03-10"), origin="another")
    assert answers(diary(imported)) == [None]
    assert answers(diary(replace(imported, no_bleeding=True))) == [False]


def test_a_bleed_that_follows_in_another_entry_counts_against_no_bleeding() -> None:
    without = replace(had_sex("2026-03-10", id="s1"), no_bleeding=True)
    assert answers(diary(without, bled("2026-03-11", follows="s1"))) == [True]


def test_a_bleed_of_unknown_time_the_next_day_leaves_the_answer_open() -> None:
    assert answers(diary(sex("2026-03-10"), bled("2026-03-11"))) == [None]
    assert answers(diary(sex("2026-03-10"), bled("2026-03-12"))) == [False]
    said = bled("2026-03-11", timing="not_after_sex")
    assert answers(diary(sex("2026-03-10"), said)) == [False]


def test_a_period_that_may_have_begun_in_the_next_24_hours_leaves_the_answer_open() -> None:
    named = bled("2026-03-11", period="yes")
    assert answers(diary(sex("2026-03-10"), named)) == [None]
    assert answers(diary(bled("2026-03-10", period="yes", timing="after_sex", sex=True))) == [None]


def test_sex_on_a_later_day_of_a_period_counts_as_without() -> None:
    assert answers(diary(period("2026-03-08"), sex("2026-03-10"))) == [False]


def test_blood_known_to_be_from_elsewhere_is_no_bleed_that_is_asked_about() -> None:
    rectal = diary(bled("2026-03-10", source="rectal", timing="after_sex", sex=True))
    assert [o.bled for o in occasions(rectal, is_from(BleedingSource.VAGINAL))] == [False]
    unknown = diary(bled("2026-03-10", source="unknown", timing="after_sex", sex=True))
    assert [o.bled for o in occasions(unknown, is_from(BleedingSource.VAGINAL))] == [None]


def test_each_sex_event_is_an_occasion_with_its_bleed() -> None:
    history = diary(after_sex("2026-03-10"), sex("2026-03-15"), bled("2026-03-20"))
    found = occasions(history)
    assert [occasion.bled for occasion in found] == [True, False]
    assert found[0].bleed == bleeds(history)[0]
    assert found[1].bleed is None


# Whose blood is counted.


def test_unknown_blood_may_be_vaginal_unless_the_person_or_the_body_says_no() -> None:
    blood = bled("2026-03-10", source="unknown")
    assert is_vaginal(Profile())(blood)
    assert is_vaginal(Profile(organs=(Organ.NEOVAGINA,)))(blood)
    assert not is_vaginal(Profile(organs=(Organ.PENIS,)))(blood)
    assert not is_vaginal(Profile())(sex("2026-03-10"))
    for possible, expected in ((PossibleSource.VAGINAL, True), (PossibleSource.URINE, False)):
        said = Bleeding(source=BleedingSource.UNKNOWN, possible_sources=(possible,))
        assert is_vaginal(Profile())(Entry(date=day("2026-03-10"), bleeding=said)) is expected


def test_any_source_counts_every_blood() -> None:
    assert any_source(bled("2026-03-10", source="urine"))
    assert not any_source(sex("2026-03-10"))


def test_the_first_and_last_days_that_can_be_recorded_are_days_like_any_other() -> None:
    history = diary(
        had_sex("1900-01-01", "08:00"),
        bled("1900-01-01", at="09:00", hours=300),
        bled("2100-12-31", timing="after_sex"),
        had_sex("2100-12-31"),
    )
    assert [bleed.after_sex for bleed in bleeds(history)] == [None, True]
    assert answers(history) == [False, True]
