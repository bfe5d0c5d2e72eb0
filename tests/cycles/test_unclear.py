"""Which bleeds are worth a question: was it your period?"""

from dataclasses import replace

from made_up import after_sex, day, period, sex
from made_up_cycles import bled, diary, run

from diary.cycles import chart
from diary.cycles.unclear import unclear
from diary.model import Entry, Fact, History
from diary.model.background_words import Contraception
from diary.model.vocabulary import Answer

ON = day("2026-06-01")


def asked(history: History) -> list[str]:
    return [f"{one.first:%m-%d} to {one.last:%m-%d}" for one in unclear(chart(history), ON)]


def answered(history: History, answer: Answer) -> History:
    """Write an answer into the entries that the first question is about."""
    first = unclear(chart(history), ON)[0]
    said = {id(entry): entry for entry in first.entries}
    return replace(
        history, entries=tuple(_with(e, answer) if id(e) in said else e for e in history.entries)
    )


def _with(entry: Entry, answer: Answer) -> Entry:
    assert entry.bleeding is not None
    return replace(entry, bleeding=replace(entry.bleeding, period=answer))


def test_bleeding_that_went_on_after_a_bleed_after_sex_is_asked_about_without_its_first_day() -> (
    None
):
    history = diary(after_sex("2026-03-01", amount="medium"), run("2026-03-02", "mmls"))
    assert asked(history) == ["03-02 to 03-05"]
    yes = answered(history, Answer.YES)
    assert [str(p.start) for p in chart(yes).periods] == ["2026-03-02"]
    no = answered(history, Answer.NO)
    assert chart(no).periods == ()


def test_one_more_light_day_after_a_bleed_after_sex_is_not_asked_about() -> None:
    assert asked(diary(after_sex("2026-03-01", amount="light"), run("2026-03-02", "l"))) == []
    assert asked(diary(after_sex("2026-03-01", amount="light"), run("2026-03-02", "sss"))) == []


def test_a_day_that_the_clock_puts_after_sex_is_asked_about_where_a_period_follows() -> None:
    at_ten = replace(sex("2026-03-01"), time=bled("2026-03-01", at="22:00").time)
    history = diary(at_ten, bled("2026-03-02", "light", at="08:00"), run("2026-03-03", "mml"))
    assert [str(p.start) for p in chart(history).periods] == ["2026-03-03"]
    assert asked(history) == ["03-02 to 03-02"]
    yes = answered(history, Answer.YES)
    assert [str(p.start) for p in chart(yes).periods] == ["2026-03-02"]


def test_a_likely_period_right_after_sex_is_asked_about_and_one_without_sex_is_not() -> None:
    assert asked(diary(sex("2026-02-28"), run("2026-03-01", "mml"))) == ["03-01 to 03-03"]
    assert asked(diary(run("2026-03-01", "mml"))) == []


def test_bleeding_close_to_a_period_and_one_light_day_are_asked_about() -> None:
    assert asked(diary(period("2026-03-01"), run("2026-03-15", "mm"))) == ["03-15 to 03-16"]
    assert asked(diary(run("2026-03-01", "l"))) == ["03-01 to 03-01"]


def test_what_comes_within_10_days_is_asked_about_only_where_the_person_named_the_period() -> None:
    more = run("2026-03-08", "ll")
    assert asked(diary(run("2026-03-01", "mm"), more)) == []
    named = diary(run("2026-03-01", "mm", period="yes"), more)
    assert asked(named) == ["03-08 to 03-09"]
    (only,) = chart(answered(named, Answer.YES)).periods
    assert (str(only.start), str(only.end)) == ("2026-03-01", "2026-03-09")


def test_spotting_is_never_asked_about() -> None:
    assert asked(diary(period("2026-03-01"), run("2026-03-15", "sss"))) == []


def test_what_was_answered_is_not_asked_again_not_even_after_not_sure() -> None:
    history = diary(period("2026-03-01"), run("2026-03-15", "mm"))
    for answer in Answer:
        assert asked(answered(history, answer)) == []


def test_at_a_time_without_cycles_nothing_is_asked() -> None:
    implant = Fact(what=Contraception.IMPLANT, start=day("2026-01-01"))
    history = diary(run("2026-03-01", "l"), run("2026-04-01", "mm"), facts=[implant])
    assert asked(history) == []


def test_the_latest_comes_first_and_nothing_older_than_a_year() -> None:
    history = diary(run("2025-05-01", "l"), run("2025-09-01", "l"), run("2026-03-01", "l"))
    assert asked(history) == ["03-01 to 03-01", "09-01 to 09-01"]
