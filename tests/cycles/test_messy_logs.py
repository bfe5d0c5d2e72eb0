"""Diaries as people keep them: what is found in each, as one would read it by hand."""

from dataclasses import replace
from datetime import timedelta

from made_up import after_sex, day, period, sex
from made_up_cycles import bled, diary, dry, run

from diary.cycles import chart
from diary.model import Entry, Fact, History
from diary.model.background_words import Contraception


def found(history: History) -> list[str]:
    """Show each period as its first and last day, such as "03-01 to 03-05"."""
    return [f"{p.start:%m-%d} to {p.end:%m-%d}" for p in chart(history).periods]


def between(history: History) -> list[str]:
    return [f"{spell.start:%m-%d}" for spell in chart(history).between_periods]


def from_program(name: str, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    return tuple(replace(entry, origin=name) for entry in entries)


def test_days_missed_in_a_period_leave_it_one_period() -> None:
    assert found(diary(run("2026-03-01", "lm-ml"))) == ["03-01 to 03-05"]
    assert found(diary(run("2026-03-01", "lm--ml"))) == ["03-01 to 03-06"]
    assert found(diary(run("2026-03-01", "mm---ll"))) == ["03-01 to 03-07"]


def test_flow_after_4_missed_days_or_past_day_8_is_not_taken_for_the_same_period() -> None:
    for history in (diary(run("2026-03-01", "mm----l")), diary(run("2026-03-01", "mmmmm--ll"))):
        assert len(found(history)) == 1
        assert len(between(history)) == 1


def test_days_that_the_person_calls_dry_end_a_period() -> None:
    history = diary(run("2026-03-01", "mm--ll"), dry("2026-03-03", "2026-03-04"))
    assert found(history) == ["03-01 to 03-02"]
    assert between(history) == ["03-05"]


def test_spotting_after_missed_days_stays_apart_because_it_may_be_a_sign() -> None:
    history = diary(run("2026-03-01", "mm--s"))
    assert found(history) == ["03-01 to 03-02"]
    assert between(history) == ["03-05"]


def test_a_bleed_that_may_be_after_sex_is_not_taken_for_more_of_the_period() -> None:
    history = diary(run("2026-03-01", "mm"), sex("2026-03-05"), bled("2026-03-05", "light"))
    assert found(history) == ["03-01 to 03-02"]
    assert between(history) == ["03-05"]


def test_a_period_that_stops_and_goes_on_counts_from_its_first_day() -> None:
    named = diary(run("2026-03-01", "mm---", period="yes"), run("2026-03-06", "lls", period="yes"))
    assert found(named) == ["03-01 to 03-08"]


def test_spotting_before_and_after_a_period_moves_neither_its_start_nor_the_next() -> None:
    history = diary(run("2026-03-01", "ssmmlss"), run("2026-03-29", "s-mmlls"))
    assert found(history) == ["03-03 to 03-07", "03-31 to 04-04"]
    assert [cycle.length for cycle in chart(history).cycles] == [28]


def test_a_light_first_day_is_day_1_and_a_spotting_one_is_not() -> None:
    assert found(diary(run("2026-03-01", "lmml"))) == ["03-01 to 03-04"]
    assert found(diary(run("2026-03-01", "smml"))) == ["03-02 to 03-04"]


def test_spotting_after_sex_the_day_before_a_period_nobody_named_does_not_move_it() -> None:
    before = period("2026-02-01")
    for flow in ("lmml", "mmll", "hhmml"):
        history = diary(before, after_sex("2026-02-28"), run("2026-03-01", flow))
        assert found(history)[1].startswith("03-01")
        assert [cycle.length for cycle in chart(history).cycles] == [28]


def test_a_light_bleed_after_sex_does_not_hide_the_light_first_day_of_a_period() -> None:
    history = diary(after_sex("2026-02-28", amount="light"), run("2026-03-01", "lmml"))
    assert found(history) == ["03-01 to 03-04"]
    (aside,) = chart(history).after_sex
    assert [f"{on:%m-%d}" for on in aside.days] == ["02-28"]


def test_spotting_that_goes_on_from_a_bleed_after_sex_stays_with_it() -> None:
    history = diary(after_sex("2026-02-27", amount="light"), run("2026-02-28", "slmml"))
    assert found(history) == ["03-01 to 03-04"]


def test_a_bleed_after_sex_that_goes_on_and_tails_off_is_no_period_without_a_word() -> None:
    history = diary(after_sex("2026-02-28", amount="medium"), run("2026-03-01", "mmls"))
    assert found(history) == []
    (aside,) = chart(history).after_sex
    assert aside.length == 5


def test_what_grows_heavier_only_after_days_is_no_period_from_the_start() -> None:
    history = diary(after_sex("2026-02-28", amount="light"), run("2026-03-01", "llllmm"))
    assert found(history) == ["03-05 to 03-06"]


def test_two_programs_with_the_same_period_a_day_apart_make_one_period() -> None:
    one = from_program("one", period("2026-03-01", days=5))
    other = from_program("other", run("2026-03-02", "mmmll"))
    history = diary(one, other, from_program("one", period("2026-03-29")))
    assert found(history) == ["03-01 to 03-06", "03-29 to 04-02"]
    assert [cycle.length for cycle in chart(history).cycles] == [28]


def test_a_day_written_down_twice_counts_once_with_the_most_that_was_said() -> None:
    (only,) = chart(diary(run("2026-03-01", "ss"), run("2026-03-01", "ml"))).periods
    assert (str(only.start), only.length, len(only.entries)) == ("2026-03-01", 2, 4)


def test_only_the_last_days_called_a_period_name_the_days_before_in_the_same_run() -> None:
    history = diary(run("2026-03-01", "lm"), run("2026-03-03", "ml", period="yes"))
    assert found(history) == ["03-01 to 03-04"]


def test_months_without_a_word_are_a_gap_and_no_long_cycle() -> None:
    history = diary(period("2026-01-01"), period("2026-01-29"), period("2026-06-10"))
    assert [cycle.length for cycle in chart(history).cycles] == [28]
    (gap,) = chart(history).gaps
    assert (str(gap.start), str(gap.end)) == ("2026-01-29", "2026-06-10")


def test_cycles_stop_with_a_pill_and_begin_again_with_the_first_period_after_it() -> None:
    pill = Fact(what=Contraception.COMBINED_PILL, start=day("2026-03-01"), end=day("2026-05-31"))
    starts = [day("2026-01-01") + timedelta(days=28 * number) for number in range(9)]
    history = diary(*(run(start, "mmml") for start in starts), facts=[pill])
    assert found(history)[:3] == ["01-01 to 01-04", "01-29 to 02-01", "02-26 to 03-01"]
    assert found(history)[3].startswith("06-18")
    assert [str(cycle.start) for cycle in chart(history).cycles] == [
        "2026-01-01",
        "2026-01-29",
        "2026-06-18",
        "2026-07-16",
    ]


def test_no_period_begins_within_12_dry_days_of_the_last_without_a_word() -> None:
    history = diary(run("2026-03-01", "mmmm"), run("2026-03-16", "mmm"))
    assert found(history) == ["03-01 to 03-04"]
    assert between(history) == ["03-16"]
