"""Why each bleed was or was not counted as a period."""

import pytest
from made_up import after_sex, day, period
from made_up_cycles import bled, diary, run

from diary.cycles import chart
from diary.cycles.explained import Cause, readings
from diary.model import Fact, History, Profile
from diary.model.background_words import Contraception


def causes(history: History) -> list[tuple[str, Cause]]:
    return [(f"{r.spell.start:%m-%d}", r.cause) for r in readings(chart(history))]


@pytest.mark.parametrize(
    ("history", "cause"),
    [
        (diary(period("2026-03-01")), Cause.SAID),
        (diary(run("2026-03-01", "mm")), Cause.LIKELY),
        (diary(run("2026-03-01", "mm", period="no")), Cause.SAID_NO),
        (diary(after_sex("2026-03-01")), Cause.AFTER_SEX),
        (diary(run("2026-03-01", "sss")), Cause.SPOTTING),
        (diary(run("2026-03-01", "l")), Cause.ONE_LIGHT_DAY),
        (
            diary(run("2026-03-01", "l"), profile=Profile(last_period_start=day("2026-03-01"))),
            Cause.STATED,
        ),
        (
            diary(run("2026-03-01", "mm"), facts=[Fact(what=Contraception.IMPLANT)]),
            Cause.NO_CYCLES,
        ),
    ],
)
def test_one_bleed_has_one_cause(history: History, cause: Cause) -> None:
    assert causes(history) == [("03-01", cause)]


def test_a_bleed_too_close_to_a_period_says_to_which_one_and_how_close() -> None:
    history = diary(period("2026-03-01", days=5), run("2026-03-16", "mm"))
    last = readings(chart(history))[-1]
    assert last.cause is Cause.TOO_SOON
    assert "Only 10 dry days came after the period of 2026-03-01." in last.words
    before = diary(run("2026-03-01", "mm"), period("2026-03-06"))
    first = readings(chart(before))[0]
    assert first.cause is Cause.TOO_NEAR
    assert "Only 3 dry days came before the period of 2026-03-06." in first.words


def test_days_that_go_on_after_missed_ones_are_told_apart_from_the_first() -> None:
    assert causes(diary(run("2026-03-01", "mm--ll"))) == [
        ("03-01", Cause.LIKELY),
        ("03-05", Cause.GOES_ON),
    ]


def test_a_likely_period_says_what_spoke_for_it() -> None:
    first, second = readings(chart(diary(run("2026-03-01", "sllm"), bled("2026-03-29"))))
    assert "3 days with more than spotting" in first.words
    assert "the first one that is written down" in first.words
    assert "a medium or heavy day, and more than 12 dry days came before it" in second.words


def test_counted_and_cause_never_disagree() -> None:
    counted = {Cause.SAID, Cause.STATED, Cause.LIKELY, Cause.GOES_ON}
    history = diary(
        period("2026-01-01"),
        run("2026-01-14", "ss"),
        run("2026-01-29", "mm--l"),
        after_sex("2026-02-20"),
        run("2026-02-26", "m", period="no"),
    )
    found = readings(chart(history))
    assert all(reading.counted == (reading.cause in counted) for reading in found)
    assert [reading.spell.start for reading in found] == sorted(r.spell.start for r in found)
