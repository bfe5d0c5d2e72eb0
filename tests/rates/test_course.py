"""How soon, how long, how much, and the pain at the same time."""

import datetime as dt

from made_up import day, sex
from made_up_cycles import diary

from diary.model import Bleeding, Entry, Pain
from diary.model.episodes import bleeds
from diary.model.vocabulary import Amount, BleedingSource, Severity, Timing
from diary.rates.course import Course, Spread, course


def bleed(on: str, *, pain: Pain | None = None, id: str | None = None, **said: object) -> Entry:  # noqa: A002 - the name of the field
    timing = said.pop("timing", Timing.AFTER_SEX)
    return Entry(
        id=id,
        date=day(on),
        sex=sex(on).sex,
        pain=pain,
        bleeding=Bleeding(source=BleedingSource.VAGINAL, timing=timing, **said),  # type: ignore[arg-type]
    )


def told(*entries: Entry) -> Course:
    return course([b for b in bleeds(diary(*entries)) if b.after_sex])


def test_hours_are_those_of_the_bleeds_that_say_them() -> None:
    found = told(
        bleed("2026-03-01", timing=Timing.DURING_SEX),
        bleed("2026-03-10", hours_after_sex=0.5, duration_hours=2),
        bleed("2026-03-20", hours_after_sex=6, duration_hours=30),
        bleed("2026-03-30"),
    )
    assert (found.bleeds, found.during_sex) == (4, 1)
    assert found.hours_until == Spread(recorded=2, least=0.5, most=6)
    assert found.hours_long == Spread(recorded=2, least=2, most=30)


def test_a_bleed_of_two_days_is_one_with_its_larger_amount() -> None:
    next_day = Entry(
        date=day("2026-03-02"),
        bleeding=Bleeding(
            source=BleedingSource.VAGINAL, amount=Amount.MEDIUM, timing=Timing.AFTER_SEX
        ),
    )
    found = told(bleed("2026-03-01", amount=Amount.SPOTTING), next_day, bleed("2026-03-20"))
    assert (found.bleeds, found.next_day) == (2, 1)
    assert found.amounts == ((Amount.MEDIUM, 1), (None, 1))


def test_pain_is_the_worst_score_with_each_bleed_and_no_pain_is_a_score() -> None:
    worse = Entry(
        date=day("2026-03-01"),
        time=dt.time(23, 30),
        pain=Pain(score=6),
        bleeding=Bleeding(source=BleedingSource.VAGINAL, timing=Timing.AFTER_SEX),
    )
    found = told(
        bleed("2026-03-01", pain=Pain(score=2)),
        worse,
        bleed("2026-03-10", pain=Pain(score=0)),
        bleed("2026-03-20", pain=Pain(severity=Severity.MILD)),
        bleed("2026-03-30"),
    )
    assert found.bleeds == 4
    assert found.pain == Spread(recorded=2, least=0, most=6)
    assert found.pain_in_words == ((Severity.MILD, 1),)


def test_pain_written_down_with_the_sex_counts_for_the_bleed_after_it() -> None:
    felt = Entry(id="one", date=day("2026-03-01"), sex=sex("2026-03-01").sex, pain=Pain(score=4))
    later = Entry(
        date=day("2026-03-02"),
        follows="one",
        bleeding=Bleeding(source=BleedingSource.VAGINAL),
    )
    assert told(felt, later).pain == Spread(recorded=1, least=4, most=4)


def test_pain_without_a_score_is_told_in_the_words_of_the_person() -> None:
    found = told(
        bleed("2026-03-01", pain=Pain(severity=Severity.SEVERE)),
        bleed("2026-03-10", pain=Pain()),
        bleed("2026-03-20", pain=Pain(severity=Severity.MILD)),
    )
    assert found.pain.recorded == 0
    assert found.pain_in_words == ((Severity.MILD, 1), (Severity.SEVERE, 1), (None, 1))


def test_what_nobody_wrote_down_has_no_numbers() -> None:
    found = told(bleed("2026-03-01"))
    nothing = Spread(recorded=0, least=None, most=None)
    assert (found.hours_until, found.hours_long, found.pain) == (nothing, nothing, nothing)
    assert found.amounts == ((None, 1),)
