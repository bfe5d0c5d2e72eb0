"""The times before and after a change."""

from datetime import timedelta

from made_up import after_sex, day, sex
from made_up_cycles import diary

from diary.model import Entry, Fact, History
from diary.model.background_words import Contraception, Question, Visit
from diary.model.episodes import occasions
from diary.model.fact import FactWord
from diary.model.vocabulary import DatePrecision
from diary.rates.changes import MOST_DAYS, Change, changes
from diary.rates.window import Window

COIL = Fact(what=Contraception.COPPER_IUD, start=day("2026-03-31"))
TREATED = Fact(what=Visit.TREATED, start=day("2026-03-31"))


def found(history: History, first: str, last: str) -> tuple[Change, ...]:
    return changes(history, occasions(history), Window(first=day(first), last=day(last)))


def bled(change: Change) -> tuple[tuple[int, int], tuple[int, int]]:
    return (change.before.bled, change.before.of), (change.after.bled, change.after.of)


def test_as_many_days_before_as_after_are_looked_at() -> None:
    """The window ends 30 days after the change: what is 31 days before it is left out."""
    history = diary(
        after_sex("2026-02-28"),
        sex("2026-03-01"),
        sex("2026-03-30"),
        after_sex("2026-04-01"),
        sex("2026-04-30"),
        facts=[COIL],
    )
    (change,) = found(history, "2026-01-01", "2026-04-30")
    assert change.days == 30
    assert bled(change) == ((0, 2), (1, 2))


def test_never_more_than_half_a_year() -> None:
    start = day("2026-03-31")
    edge = [start - timedelta(days=n) for n in (MOST_DAYS, MOST_DAYS + 1)]
    history = diary(*(sex(str(d)) for d in edge), sex("2026-05-01"), facts=[COIL])
    (change,) = found(history, "2024-01-01", "2027-12-31")
    assert (change.days, change.before.of) == (183, 1)


def test_the_day_itself_belongs_to_neither_side() -> None:
    history = diary(sex("2026-03-30"), after_sex("2026-03-31"), sex("2026-04-01"), facts=[COIL])
    (change,) = found(history, "2026-03-01", "2026-04-30")
    assert bled(change) == ((0, 1), (0, 1))


def test_changes_of_one_day_are_one_change_and_another_nearby_is_named() -> None:
    another = Fact(what=Visit.REFERRED, start=day("2026-04-10"))
    history = diary(sex("2026-03-25"), sex("2026-04-20"), facts=[another, TREATED, COIL])
    first, second = found(history, "2026-03-01", "2026-04-30")
    assert {fact.what for fact in first.facts} == {Visit.TREATED, Contraception.COPPER_IUD}
    assert first.also == (day("2026-04-10"),)
    assert second.also == (day("2026-03-31"),)


def test_only_a_change_on_a_known_day_with_times_around_it_counts() -> None:
    def facts(what: FactWord, start: str | None, precision: str = "day") -> list[Fact]:
        on = day(start) if start else None
        return [Fact(what=what, start=on, date_precision=DatePrecision(precision))]

    times = sex("2026-03-25"), after_sex("2026-04-20")
    method = Contraception.RING
    for given in (
        facts(method, None),
        facts(method, "2026-03-31", "month"),
        facts(method, "2025-03-31"),
        facts(method, "2026-04-30"),
        [Fact(what=Question.QUESTION, note="Why?", start=day("2026-03-31"))],
    ):
        assert found(diary(*times, facts=given), "2026-03-01", "2026-04-30") == ()
    empty = diary(sex("2026-03-31"), facts=[COIL])
    assert found(empty, "2026-03-01", "2026-04-30") == ()


def test_a_time_that_may_lie_on_either_side_lies_on_none() -> None:
    vague = Entry(
        date=day("2026-04-10"), date_precision=DatePrecision.YEAR, sex=sex("2026-04-10").sex
    )
    history = diary(vague, sex("2026-04-20"), facts=[COIL])
    (change,) = found(history, "2026-03-01", "2026-04-30")
    assert bled(change) == ((0, 0), (0, 1))
