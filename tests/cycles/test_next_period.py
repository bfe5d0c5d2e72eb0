"""When the next period may start, and when nothing is said of it."""

import inspect
from datetime import date, timedelta
from pathlib import Path

import pytest
from made_up import day, period
from made_up_cycles import diary, dry

from diary.cycles import Forecast, forecast, next_period
from diary.cycles.next_length import next_lengths
from diary.model import Fact, Profile
from diary.model.background_words import Contraception, Pregnancy
from diary.model.vocabulary import MenstrualStatus


def starts(*lengths: int) -> list[date]:
    found = [date(2025, 1, 1)]
    for length in lengths:
        found.append(found[-1] + timedelta(days=length))
    return found


def days_ahead(found: Forecast, last: date) -> tuple[int, int, int]:
    assert found.expected is not None
    assert found.earliest is not None
    assert found.latest is not None
    return (
        (found.earliest - last).days,
        (found.expected - last).days,
        (found.latest - last).days,
    )


def test_regular_cycles_are_expected_to_go_on() -> None:
    known = starts(*[28] * 12)
    earliest, expected, latest = days_ahead(forecast(known), known[-1])
    assert expected == 28
    assert 25 <= earliest < expected < latest <= 31


def test_one_start_alone_gives_the_published_mean_with_a_wide_interval() -> None:
    (only,) = starts()
    earliest, expected, latest = days_ahead(forecast([only]), only)
    assert expected == 29
    assert latest - earliest >= 7


def test_without_a_start_there_is_a_reason_and_no_date() -> None:
    assert forecast([]) == Forecast(reason="No period is recorded yet.")


def test_one_long_cycle_alone_moves_the_forecast_less_than_two() -> None:
    usual, once, twice = (
        days_ahead(forecast(starts(*known)), starts(*known)[-1]) for known in ((), (60,), (60, 59))
    )
    assert once[1] <= usual[1] + 1
    assert 57 <= twice[1] <= 61


def test_one_odd_cycle_does_not_move_the_forecast() -> None:
    plain, odd = starts(28, 28, 28, 28, 28, 28), starts(28, 28, 28, 56, 28, 28)
    assert days_ahead(forecast(odd), odd[-1])[1] == days_ahead(forecast(plain), plain[-1])[1]


def test_one_cycle_moves_the_forecast_only_part_of_the_way() -> None:
    known = starts(35)
    assert 30 <= days_ahead(forecast(known), known[-1])[1] <= 33


def test_changing_cycles_have_a_wider_interval_than_regular_ones() -> None:
    regular, changing = starts(*[28, 29] * 6), starts(*[23, 35] * 6)
    narrow, wide = (days_ahead(forecast(known), known[-1]) for known in (regular, changing))
    assert wide[2] - wide[0] > narrow[2] - narrow[0]


def test_an_unlogged_stretch_is_not_taken_for_a_cycle() -> None:
    known = starts(28, 28, 28, 200, 28, 28)
    assert days_ahead(forecast(known), known[-1])[1] == 28


def test_a_period_that_stops_and_goes_on_is_one_start() -> None:
    known = starts(28, 28, 28)
    twice = [*known, known[1] + timedelta(days=6)]
    assert forecast(twice) == forecast(known)


def test_the_next_period_of_a_person_follows_from_their_cycles() -> None:
    history = diary(*(period(str(start)) for start in starts(28, 28, 28, 28)))
    last = starts(28, 28, 28, 28)[-1]
    assert days_ahead(next_period(history, last + timedelta(days=6)), last)[1] == 28


def test_what_the_person_says_of_their_usual_length_counts_while_little_is_known() -> None:
    known, profile = [period("2026-03-01")], Profile(usual_cycle_length=35)
    with_word = next_period(diary(*known, profile=profile), day("2026-03-10")).expected
    without = next_period(diary(*known), day("2026-03-10")).expected
    assert with_word is not None
    assert without is not None
    assert with_word > without


def test_nothing_earlier_than_the_day_itself_is_forecast() -> None:
    history = diary(*(period(str(start)) for start in starts(28, 28, 28, 28)))
    late = starts(28, 28, 28, 28)[-1] + timedelta(days=29)
    found = next_period(history, late)
    assert (found.earliest, found.expected) == (late, late)


def test_of_a_late_period_only_the_days_that_are_left_count() -> None:
    history = diary(*(period(str(start)) for start in starts(27, 30, 28, 26, 29)))
    last = starts(27, 30, 28, 26, 29)[-1]
    in_time = next_period(history, last + timedelta(days=6))
    late = last + timedelta(days=33)
    assert in_time.latest is not None
    assert in_time.latest < late
    found = next_period(history, late)
    assert found.expected is not None
    assert found.latest is not None
    assert found.earliest == late
    assert late <= found.expected <= found.latest


def test_a_period_that_is_overdue_is_not_forecast_into_the_past() -> None:
    history = diary(*(period(str(start)) for start in starts(28, 28, 28, 28)))
    found = next_period(history, starts(28, 28, 28, 28)[-1] + timedelta(days=45))
    assert found.expected is None
    assert found.reason == "The next period was expected by now, and none is recorded yet."


def test_somebody_whose_cycles_differ_much_is_forecast_for_longer() -> None:
    lengths = (26, 41, 29, 45, 33, 24, 38, 43)
    history = diary(*(period(str(start)) for start in starts(*lengths)))
    found = next_period(history, starts(*lengths)[-1] + timedelta(days=45))
    assert found.expected is not None


def test_cycles_of_more_than_90_days_are_too_far_apart_for_a_forecast() -> None:
    known = starts(100, 100)
    history = diary(
        *(period(str(start)) for start in known), dry(str(known[0]), str(known[-1]), every=7)
    )
    found = next_period(history, known[-1] + timedelta(days=6))
    assert found.expected is None
    assert found.reason == (
        "Most of your recorded cycles are longer than 90 days: too few for a forecast."
    )


def test_after_a_long_silence_there_is_a_reason_and_no_date() -> None:
    found = next_period(diary(period("2026-01-01")), day("2026-06-01"))
    assert found.expected is None
    assert found.reason == "A period may have come since the last one whose day is recorded."


def test_with_no_period_recorded_there_is_a_reason_and_no_date() -> None:
    assert next_period(diary(), day("2026-03-01")).reason == "No period is recorded yet."


@pytest.mark.parametrize(
    ("what", "words"),
    [(Contraception.IMPLANT, "implant"), (Pregnancy.ONGOING, "pregnancy")],
)
def test_without_cycles_the_reason_stands_in_place_of_a_forecast(
    what: Contraception | Pregnancy, words: str
) -> None:
    history = diary(period("2026-01-01"), facts=[Fact(what=what, start=day("2026-01-01"))])
    found = next_period(history, day("2026-03-01"))
    assert (found.expected, found.earliest, found.latest) == (None, None, None)
    assert words in (found.reason or "")


def test_after_the_menopause_nothing_is_forecast() -> None:
    profile = Profile(menstrual_status=MenstrualStatus.POSTMENOPAUSE)
    history = diary(period("2026-01-01"), profile=profile)
    assert "menopause" in (next_period(history, day("2026-01-20")).reason or "")


def test_nothing_that_is_said_speaks_of_fertile_days() -> None:
    for code in (next_period, next_lengths):
        text = Path(inspect.getfile(code)).read_text(encoding="utf-8").lower()
        assert not any(word in text for word in ("fertil", "ovulat", "conceiv"))
