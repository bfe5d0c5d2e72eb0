"""Which bleeding is a period, and from which day."""

from datetime import timedelta

from made_up import after_sex, day, period, sex
from made_up_cycles import bled, diary, run

from diary.cycles import Period, chart
from diary.model import History, Profile


def starts(history: History) -> list[str]:
    return [str(found.start) for found in chart(history).periods]


def only(history: History) -> Period:
    (found,) = chart(history).periods
    return found


def between(history: History) -> list[str]:
    return [str(spell.start) for spell in chart(history).between_periods]


def test_a_bleed_that_the_person_calls_their_period_is_one_however_light() -> None:
    found = only(diary(bled("2026-03-01", "spotting", period="yes")))
    assert (str(found.start), found.length, found.stated) == ("2026-03-01", 1, True)


def test_a_bleed_that_the_person_says_is_no_period_is_none_however_heavy() -> None:
    history = diary(run("2026-03-01", "hhhhh", period="no"))
    assert starts(history) == []
    assert between(history) == ["2026-03-01"]


def test_spotting_alone_is_no_period() -> None:
    history = diary(run("2026-03-01", "sssss"))
    assert starts(history) == []
    assert between(history) == ["2026-03-01"]


def test_unsaid_bleeding_is_a_period_with_two_light_days_or_one_of_medium_strength() -> None:
    assert starts(diary(run("2026-03-01", "l"))) == []
    assert starts(diary(run("2026-03-01", "ll"))) == ["2026-03-01"]
    assert starts(diary(run("2026-03-01", "m"))) == ["2026-03-01"]
    assert starts(diary(run("2026-03-01", "ls"))) == ["2026-03-01"]
    assert starts(diary(run("2026-03-01", "sl"))) == []


def test_bleeding_of_unsaid_strength_counts_as_light() -> None:
    assert starts(diary(run("2026-03-01", "?"))) == []
    assert starts(diary(run("2026-03-01", "??"))) == ["2026-03-01"]


def test_a_bleed_that_the_person_is_not_sure_about_goes_by_the_same_rule() -> None:
    assert starts(diary(run("2026-03-01", "lll", period="unsure"))) == ["2026-03-01"]
    assert starts(diary(run("2026-03-01", "s", period="unsure"))) == []


def test_unsaid_bleeding_within_12_dry_days_of_the_last_period_is_none() -> None:
    last = period("2026-03-01", days=5)
    too_soon = diary(last, run("2026-03-18", "mmm"))
    assert starts(too_soon) == ["2026-03-01"]
    assert between(too_soon) == ["2026-03-18"]
    assert starts(diary(last, run("2026-03-19", "mmm"))) == ["2026-03-01", "2026-03-19"]


def test_unsaid_bleeding_within_12_dry_days_of_the_next_stated_period_is_none() -> None:
    after = period("2026-03-29", days=5)
    assert starts(diary(run("2026-03-13", "mmmm"), after)) == ["2026-03-29"]
    assert starts(diary(run("2026-03-12", "mmmm"), after)) == ["2026-03-12", "2026-03-29"]


def test_a_stated_period_soon_after_the_last_one_is_still_a_period() -> None:
    history = diary(period("2026-03-01", days=4), period("2026-03-15", days=4))
    assert starts(history) == ["2026-03-01", "2026-03-15"]


def test_a_period_that_stops_and_goes_on_within_10_days_is_one() -> None:
    history = diary(period("2026-03-01", days=3), period("2026-03-07", days=2))
    found = only(history)
    assert (str(found.start), str(found.end), found.length) == ("2026-03-01", "2026-03-08", 8)
    assert all(spell.is_period for spell in chart(history).spells)
    assert between(history) == []


def test_spotting_before_a_period_does_not_start_it() -> None:
    found = only(diary(run("2026-03-01", "ssmml")))
    assert (str(found.start), found.spotting_before) == ("2026-03-03", 2)
    assert [entry.date.day for entry in found.entries] == [3, 4, 5]


def test_spotting_that_the_person_calls_their_period_starts_it() -> None:
    history = diary(run("2026-03-01", "s", period="yes"), run("2026-03-02", "mml"))
    assert starts(history) == ["2026-03-01"]


def test_spotting_right_after_a_period_belongs_to_it() -> None:
    found = only(diary(run("2026-03-01", "mmlss")))
    assert (str(found.end), found.length, str(found.last_flow)) == ("2026-03-05", 5, "2026-03-03")


def test_a_period_named_only_on_its_second_day_starts_with_the_flow_before() -> None:
    history = diary(bled("2026-03-01", "medium"), bled("2026-03-02", "medium", period="yes"))
    assert starts(history) == ["2026-03-01"]


def test_a_bleed_after_sex_is_no_period_and_not_between_periods() -> None:
    history = diary(after_sex("2026-03-10", amount="heavy"), run("2026-03-11", "mm"))
    assert starts(history) == []
    assert between(history) == []


def test_a_bleed_after_sex_is_a_period_where_the_person_says_so() -> None:
    history = diary(bled("2026-03-10", timing="after_sex", period="yes", sex=True))
    assert starts(history) == ["2026-03-10"]


def test_a_bleed_after_sex_the_day_before_a_period_does_not_start_it() -> None:
    history = diary(after_sex("2026-03-09"), period("2026-03-10"))
    assert starts(history) == ["2026-03-10"]
    assert only(history).spotting_before == 0


def test_the_last_period_that_the_person_states_is_one() -> None:
    profile = Profile(last_period_start=day("2026-03-01"), usual_period_length=4)
    found = only(diary(sex("2026-03-20"), profile=profile))
    assert (str(found.start), str(found.end)) == ("2026-03-01", "2026-03-04")
    assert (found.length, found.entries, found.stated) == (None, (), True)


def test_a_stated_last_period_adds_nothing_to_one_that_is_written_down() -> None:
    for stated in ("2026-02-27", "2026-03-01", "2026-03-03"):
        profile = Profile(last_period_start=day(stated))
        assert starts(diary(period("2026-03-01"), profile=profile)) == ["2026-03-01"]


def test_a_later_period_in_the_entries_follows_the_stated_one() -> None:
    profile = Profile(last_period_start=day("2026-03-01"))
    history = diary(period("2026-03-29"), profile=profile)
    assert starts(history) == ["2026-03-01", "2026-03-29"]
    assert [cycle.length for cycle in chart(history).cycles] == [28]


def test_a_stated_start_names_the_bleeding_that_is_written_down_there() -> None:
    profile = Profile(last_period_start=day("2026-03-02"))
    found = only(diary(run("2026-03-01", "sl"), profile=profile))
    assert (str(found.start), str(found.end), found.stated) == ("2026-03-02", "2026-03-02", True)


def test_bleeding_first_written_down_days_after_a_stated_start_is_that_period() -> None:
    profile = Profile(last_period_start=day("2026-03-01"))
    found = only(diary(run("2026-03-03", "mml"), profile=profile))
    assert (str(found.start), str(found.end)) == ("2026-03-01", "2026-03-05")


def test_a_period_logged_late_takes_the_place_of_what_was_only_likely() -> None:
    history = diary(period("2026-03-01"), run("2026-03-22", "mm"))
    assert starts(history) == ["2026-03-01", "2026-03-22"]
    corrected = diary(history.entries, period("2026-03-29"))
    assert starts(corrected) == ["2026-03-01", "2026-03-29"]
    assert between(corrected) == ["2026-03-22"]


def test_a_year_of_unsaid_periods_with_light_first_days_is_found() -> None:
    first = day("2026-01-05")
    runs = [run(first + timedelta(days=28 * number), "lmmls") for number in range(12)]
    found = chart(diary(*runs))
    assert [cycle.length for cycle in found.cycles] == [28] * 11
    assert found.between_periods == ()


def test_bleeding_between_periods_is_told_apart_with_its_days() -> None:
    history = diary(period("2026-03-01"), run("2026-03-14", "ss"), period("2026-03-29"))
    (spell,) = chart(history).between_periods
    assert [found.day for found in spell.days] == [14, 15]
    assert not spell.is_period
