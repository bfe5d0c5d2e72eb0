"""What holds for every diary: order, bleeds after sex, late periods, unrelated entries."""

import datetime as dt
from dataclasses import replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st
from made_up import days, histories
from made_up_cycles import bled, period_runs

from diary.cycles import Chart, chart, next_period, why_no_cycles
from diary.cycles.explained import readings
from diary.cycles.limits import duration, frequency, reference_period, regularity
from diary.cycles.marks import marks
from diary.cycles.summary import summary as summarise
from diary.cycles.unclear import unclear
from diary.model import Entry, History, Pain, Sex, Symptom
from diary.model.after_sex import is_exact
from diary.model.vocabulary import Amount, Answer

UNSAID = st.sampled_from([None, "no", "unsure"])
AMOUNTS = st.sampled_from([None, "spotting", "light", "medium", "heavy"])
A_DAY = st.dates(dt.date(2020, 12, 1), dt.date(2022, 12, 31))
A_TIME = st.sampled_from([None, "07:30", "12:00", "22:15"])

CLOSE_DAYS = st.builds(
    bled,
    st.dates(dt.date(2021, 1, 1), dt.date(2021, 3, 1)),
    AMOUNTS,
    period=st.sampled_from([None, "yes", "no", "unsure"]),
    timing=st.sampled_from([None, "after_sex", "during_sex", "not_after_sex", "unknown"]),
    source=st.sampled_from(["vaginal", "vaginal", "unknown", "rectal"]),
    at=A_TIME,
    hours=st.sampled_from([None, 1, 30, 100]),
    sex=st.booleans(),
)

AFTER_SEX = st.builds(
    bled,
    A_DAY,
    AMOUNTS,
    period=UNSAID,
    timing=st.sampled_from(["after_sex", "during_sex"]),
    at=A_TIME,
    sex=st.booleans(),
)

UNRELATED = st.builds(
    Entry,
    date=A_DAY,
    sex=st.none() | st.just(Sex()),
    pain=st.none() | st.just(Pain(score=4)),
    symptoms=st.sampled_from([(), (Symptom.FATIGUE,)]),
    note=st.none() | st.just("a walk"),
)

Runs = tuple[tuple[Entry, ...], ...]


def of(runs: Runs, more: list[Entry] | None = None) -> History:
    entries = [entry for run in runs for entry in run]
    return History(entries=(*entries, *(more or [])))


def spans(found: Chart) -> list[tuple[dt.date, dt.date]]:
    return [(period.start, period.end) for period in found.periods]


def summary(found: Chart) -> tuple[object, ...]:
    """Return all that a chart says but the order in which one day's entries stand."""
    return (
        spans(found),
        found.cycles,
        found.gaps,
        found.no_cycles,
        [(spell.days, spell.flow_days, spell.said, spell.is_period) for spell in found.spells],
        [(spell.days, spell.said) for spell in found.between_periods],
    )


@given(st.lists(CLOSE_DAYS | UNRELATED, max_size=25), st.randoms(use_true_random=False))
def test_the_order_in_which_entries_were_written_does_not_matter(
    entries: list[Entry], luck: Random
) -> None:
    shuffled = luck.sample(entries, len(entries))
    first, again = (chart(History(entries=tuple(given))) for given in (entries, shuffled))
    assert summary(again) == summary(first)


@given(period_runs(period="yes"), st.lists(AFTER_SEX, min_size=1, max_size=6))
def test_a_bleed_after_sex_never_moves_a_period_that_the_person_names(
    runs: Runs, bleeds: list[Entry]
) -> None:
    plain, with_bleeds = chart(of(runs)), chart(of(runs, bleeds))
    assert spans(with_bleeds) == spans(plain)
    assert with_bleeds.cycles == plain.cycles
    assert with_bleeds.between_periods == plain.between_periods


def goes_on_into(bleed: Entry, runs: Runs) -> bool:
    """Say whether a run would be more of the same bleed after sex: it touches and is no heavier."""
    is_spotting = bleed.bleeding is not None and bleed.bleeding.amount is Amount.SPOTTING
    first_days = [(run[0].date - bleed.date).days for run in runs]
    return not is_spotting and any(ahead in {0, 1} for ahead in first_days)


@given(period_runs(period=None), st.lists(AFTER_SEX, min_size=1, max_size=6))
def test_a_bleed_after_sex_never_moves_a_period_that_nobody_names_unless_it_goes_on_into_it(
    runs: Runs, bleeds: list[Entry]
) -> None:
    apart = [bleed for bleed in bleeds if not goes_on_into(bleed, runs)]
    plain, with_bleeds = chart(of(runs)), chart(of(runs, apart))
    assert spans(with_bleeds) == spans(plain)
    assert with_bleeds.cycles == plain.cycles


@given(period_runs(period=None), st.lists(AFTER_SEX, min_size=1, max_size=6))
def test_a_bleed_after_sex_alone_never_adds_a_period(runs: Runs, bleeds: list[Entry]) -> None:
    assert chart(History(entries=tuple(bleeds))).periods == ()
    plain, with_bleeds = chart(of(runs)), chart(of(runs, bleeds))
    assert {start for start, _ in spans(with_bleeds)} <= {
        entry.date for run in runs for entry in run
    }
    assert len(with_bleeds.periods) <= len(plain.periods)


@given(period_runs(period="yes"), st.data())
def test_a_period_logged_late_gives_the_days_it_would_have_given_at_once(
    runs: Runs, data: st.DataObject
) -> None:
    late = data.draw(st.sampled_from(runs))
    without = of(tuple(run for run in runs if run is not late))
    corrected = History(entries=(*without.entries, *late))
    assert summary(chart(corrected)) == summary(chart(of(runs)))
    for number, entry in enumerate(late, start=1):
        assert chart(corrected).cycle_day(replace(entry, bleeding=None)).day == number


@given(period_runs(period="yes"), st.lists(UNRELATED, max_size=10))
def test_unrelated_entries_change_nothing(runs: Runs, others: list[Entry]) -> None:
    plain, more = chart(of(runs)), chart(of(runs, others))
    assert more.cycles == plain.cycles
    assert more.gaps == plain.gaps
    assert more.periods == plain.periods
    assert more.known_until == plain.known_until


@given(period_runs(period="yes"))
def test_every_day_of_a_cycle_has_its_number(runs: Runs) -> None:
    found = chart(of(runs))
    for cycle in found.cycles:
        for number in range(cycle.length):
            on = cycle.start + dt.timedelta(days=number)
            assert found.day_of_cycle(on).day == number + 1


@given(st.lists(CLOSE_DAYS, max_size=25), st.integers(1, 5))
def test_every_spell_is_either_in_a_period_or_between_periods(
    entries: list[Entry], dry_days: int
) -> None:
    found = chart(History(entries=tuple(entries)), dry_days=dry_days)
    between = [spell for spell in found.spells if not spell.is_period]
    assert found.between_periods == tuple(between)
    assert all(spell.is_period for spell in found.spells if spell.said is Answer.YES)
    assert not any(spell.is_period for spell in found.spells if spell.said is Answer.NO)
    starts = [period.start for period in found.periods]
    assert starts == sorted(set(starts))


@given(st.lists(CLOSE_DAYS | AFTER_SEX, max_size=25))
def test_each_bleed_is_read_once_and_as_the_chart_counts_it(entries: list[Entry]) -> None:
    found = chart(History(entries=tuple(entries)))
    read = readings(found)
    assert sorted(r.spell.start for r in read) == [r.spell.start for r in read]
    assert [r.spell for r in read if r.counted] == [s for s in found.spells if s.is_period]
    assert len(read) == len(found.spells) + len(found.after_sex)


@given(st.lists(CLOSE_DAYS, max_size=25), st.sampled_from(Answer))
def test_a_question_that_was_answered_never_comes_again(
    entries: list[Entry], answer: Answer
) -> None:
    history, on = History(entries=tuple(entries)), dt.date(2021, 3, 1)
    asked: set[int] = set()
    while questions := unclear(chart(history), on):
        answered = {id(entry): _answered(entry, answer) for entry in questions[0].entries}
        assert not asked & set(answered)
        history = replace(history, entries=tuple(answered.get(id(e), e) for e in history.entries))
        asked |= {id(entry) for entry in answered.values()}
        assert len(asked) <= len(entries)


def _answered(entry: Entry, answer: Answer) -> Entry:
    assert entry.bleeding is not None
    assert entry.bleeding.period is None
    return replace(entry, bleeding=replace(entry.bleeding, period=answer))


@given(histories(most=8), days())
def test_a_chart_answers_for_any_history(history: History, on: dt.date) -> None:
    found = chart(history)
    for entry in history.entries:
        answer = found.cycle_day(entry)
        assert (answer.day is None) == (answer.reason is not None)
        assert found.in_period_window(entry.date) in {True, False, None}
        assert found.in_mid_cycle_window(entry.date) in {True, False, None}
    expected = next_period(history, on)
    assert (expected.expected is None) == (expected.reason is not None)
    assert why_no_cycles(history, on) != ""
    assert frequency(found) is None or found.cycles
    assert regularity(found, 7) is None or len(found.cycles) >= 3
    assert duration(found) is None or found.periods
    assert set(marks(history, on).days) >= {
        e.date for e in history.known_on(on).entries if is_exact(e)
    }
    shown = summarise(history, on)
    assert shown.recorded <= max(shown.of, 0)
    assert reference_period(found, on, days_recorded=0).bleeding_days <= 90
