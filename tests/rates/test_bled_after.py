""" "x of y times", with what is not known beside it."""

from made_up import after_sex, period, sex
from made_up_cycles import bled, diary

from diary.model.episodes import is_from, is_vaginal
from diary.model.vocabulary import BleedingSource
from diary.rates import MIN_TIMES, bled_after, rate


def test_times_with_and_without_a_bleed_are_counted() -> None:
    history = diary(
        after_sex("2026-03-01"),
        after_sex("2026-03-10"),
        *(sex(f"2026-03-{number}") for number in (12, 14, 16, 18)),
    )
    found = bled_after(history)
    assert (found.bled, found.of, found.unknown, found.percent) == (2, 6, 0, 33)


def test_a_time_whose_answer_is_unknown_stands_beside_the_rest() -> None:
    history = diary(after_sex("2026-03-01"), sex("2026-03-10"), bled("2026-03-11", "light"))
    found = bled_after(history)
    assert (found.bled, found.of, found.unknown) == (1, 1, 1)


def test_only_blood_that_is_asked_about_counts() -> None:
    history = diary(bled("2026-03-01", source="rectal", timing="after_sex", sex=True))
    assert bled_after(history, is_from(BleedingSource.RECTAL)).bled == 1
    vaginal = bled_after(history, is_vaginal(history.profile))
    assert (vaginal.bled, vaginal.of) == (0, 1)


def test_a_period_is_no_bleed_after_sex() -> None:
    found = bled_after(diary(sex("2026-02-20"), period("2026-03-01")))
    assert (found.bled, found.of) == (0, 1)


def test_with_no_time_recorded_there_is_no_rate() -> None:
    found = bled_after(diary())
    assert (found.bled, found.of, found.unknown) == (0, 0, 0)
    assert (found.low, found.high, found.percent) == (None, None, None)


def test_under_five_times_there_is_no_percentage_but_an_interval() -> None:
    assert MIN_TIMES == 5
    few, enough = rate(2, 2), rate(2, 3)
    assert (few.percent, enough.percent) == (None, 40)
    assert few.low is not None


def test_half_a_percent_is_rounded_up() -> None:
    assert rate(1, 7).percent == 13
    assert rate(0, 8).percent == 0
    assert rate(8, 0).percent == 100
