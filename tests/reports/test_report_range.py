"""The ends of a range: what belongs together is linked first, and only then is the range cut."""

import datetime as dt
from dataclasses import replace

import pytest
from made_up import after_sex, day, period, sex

from diary.model import Bleeding, Entry, History, Pain
from diary.model.vocabulary import Amount, BleedingSource, Colour, Timing
from diary_reports.content import compose
from diary_reports.values import Content, Mark

AS_OF = day("2026-11-21")
LAST, NEXT = day("2026-03-10"), day("2026-03-11")


@pytest.fixture
def over_midnight() -> History:
    """Sex at 23:00 on 10 March, and the bleed after it on 11 March."""
    evening = replace(sex("2026-03-10"), id="evening", time=dt.time(23))
    bleed = Entry(
        date=NEXT,
        time=dt.time(2),
        follows="evening",
        bleeding=Bleeding(
            source=BleedingSource.VAGINAL,
            amount=Amount.LIGHT,
            colour=Colour.PINK,
            timing=Timing.AFTER_SEX,
        ),
    )
    return History(entries=(evening, bleed))


def said(content: Content, label: str) -> str:
    """Return the text of a line under the opening sentence."""
    return next((line.text for line in content.summary if line.label == label), "")


def marks(content: Content) -> dict[dt.date, tuple[Mark, ...]]:
    """Return the marks of every day of the strip that has any."""
    return {d.date: d.marks for row in content.strip.rows for d in row.days if d.marks}


def test_sex_on_the_last_day_counts_as_bled_where_the_bleed_came_on_the_next(
    over_midnight: History,
) -> None:
    whole = compose(over_midnight, AS_OF)
    cut = compose(over_midnight, AS_OF, until=LAST)
    assert (whole.rate.bled, whole.rate.of) == (cut.rate.bled, cut.rate.of) == (1, 1)
    assert cut.opening == ("Bleeding after sex on 1 of 1 recorded occasion since 10 March 2026.")
    assert cut.title == "Bleeding after sex"
    assert "no bleeding" not in cut.episodes_note
    assert [(line.when, line.what) for line in cut.episodes] == [
        ("10 Mar 2026 23:00", "sex, then bleeding")
    ]
    assert marks(cut) == {LAST: (Mark.SEX_BLED,)}


def test_nothing_else_of_the_days_after_the_range_is_told(over_midnight: History) -> None:
    cut = compose(over_midnight, AS_OF, until=LAST)
    assert not said(cut, "Blood")
    assert not any(line.blood for line in cut.episodes)
    assert "11" not in cut.opening
    assert (cut.log.days_with_entry, cut.log.days) == (1, 1)


def test_a_bleed_on_the_first_day_is_after_sex_though_the_sex_was_before_the_range(
    over_midnight: History,
) -> None:
    cut = compose(over_midnight, AS_OF, since=NEXT, until=NEXT)
    assert (cut.rate.bled, cut.rate.of) == (0, 0)
    assert cut.opening == "Bleeding after sex once since 11 March 2026."
    assert said(cut, "How often") == "1 bleed after sex on a day before these"
    assert [(line.when, line.what, line.sex) for line in cut.episodes] == [
        ("11 Mar 2026 02:00", "after sex", "")
    ]
    assert marks(cut) == {NEXT: (Mark.AFTER_SEX,)}


def test_a_share_of_nought_is_not_told_beside_a_bleed_whose_sex_was_before_the_range(
    over_midnight: History,
) -> None:
    later = tuple(sex(f"2026-03-{number}") for number in range(15, 21))
    history = replace(over_midnight, entries=(*over_midnight.entries, *later))
    cut = compose(history, AS_OF, since=NEXT)
    assert said(cut, "How often") == (
        "on 0 of 6 recorded occasions; 1 bleed after sex on a day before these"
    )


def test_one_bleed_that_came_after_the_range_is_counted_among_the_others(
    over_midnight: History,
) -> None:
    history = replace(
        over_midnight,
        entries=(after_sex("2026-03-01"), sex("2026-03-04"), *over_midnight.entries),
    )
    cut = compose(history, AS_OF, until=LAST)
    assert cut.opening == (
        "Bleeding after sex on 2 of 3 recorded occasions since 1 March 2026; last on 10 March 2026."
    )
    assert said(cut, "Blood") == "spotting"


def test_a_bleed_that_goes_on_after_the_range_is_told_as_far_as_the_range() -> None:
    first = after_sex("2026-03-10")
    second = Entry(date=NEXT, bleeding=Bleeding(source=BleedingSource.VAGINAL, amount=Amount.HEAVY))
    history = History(entries=(first, second))
    assert said(compose(history, AS_OF), "Blood") == "heavy"
    cut = compose(history, AS_OF, until=LAST)
    assert said(cut, "Blood") == "spotting"
    assert [(line.when, line.blood) for line in cut.episodes] == [("10 Mar 2026", "spotting")]


def test_a_bleed_that_began_before_the_range_is_shown_but_not_counted_again() -> None:
    first = after_sex("2026-03-10")
    second = Entry(
        date=NEXT,
        pain=Pain(score=2),
        bleeding=Bleeding(source=BleedingSource.VAGINAL, amount=Amount.LIGHT),
    )
    cut = compose(History(entries=(first, second)), AS_OF, since=NEXT)
    assert (cut.rate.bled, cut.rate.of) == (0, 0)
    assert [(line.what, line.blood) for line in cut.episodes] == [
        ("bleeding that began before", "light")
    ]
    assert marks(cut) == {NEXT: (Mark.AFTER_SEX,)}


def test_a_period_that_runs_over_the_end_is_still_a_period() -> None:
    history = History(entries=(sex("2026-03-01"), *period("2026-03-09")))
    cut = compose(history, AS_OF, until=LAST)
    assert cut.opening == "No bleeding after sex on 1 recorded occasion since 1 March 2026."
    assert [line.what for line in cut.episodes] == ["period, 2 days"]


def test_what_comes_after_the_day_of_the_report_links_nothing(over_midnight: History) -> None:
    content = compose(over_midnight, LAST)
    assert (content.rate.bled, content.rate.of) == (0, 1)
