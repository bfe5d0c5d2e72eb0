"""The strip of days: what was recorded, and what was not."""

import io
from dataclasses import replace
from datetime import date
from typing import Any, cast

import pypdf
from made_up import after_sex, day, period, sex

from diary.model import Bleeding, Entry, Fact, History, Pain
from diary.model import Sex as SexEvent
from diary.model.background_words import Contraception
from diary.model.episodes import BANDS
from diary.model.vocabulary import Amount, Answer, BleedingSource, DatePrecision, Severity, Timing
from diary_reports.content import compose
from diary_reports.drawing import drawing, legend
from diary_reports.page import pdf
from diary_reports.strip import MOST_ROWS, WIDTH, described
from diary_reports.values import BLOOD, Content, Day, Mark, Row, Strip

AS_OF = day("2026-11-21")
BLEED = Bleeding(source=BleedingSource.VAGINAL, timing=Timing.AFTER_SEX)


def on(content: Content, text: str) -> Day:
    """Return one day of the strip."""
    return next(d for row in content.strip.rows for d in row.days if d.date == day(text))


def test_there_is_a_row_a_cycle_that_begins_with_the_period(recurrent: History) -> None:
    strip = compose(recurrent, AS_OF).strip
    assert strip.by == "cycle"
    labels = ", ".join(row.label for row in strip.rows)
    assert labels == "30 Jun 2026, 29 Jul 2026, 27 Aug 2026, 24 Sep 2026, 23 Oct 2026"
    assert [len(row.days) for row in strip.rows] == [29, 29, 28, 29, 30]
    assert all(Mark.PERIOD in row.days[0].marks for row in strip.rows)


def test_without_periods_there_is_a_row_a_month(sparse: History) -> None:
    strip = compose(sparse, AS_OF).strip
    assert strip.by == "month"
    may, silence, august, _, november = strip.rows
    assert (may.label, may.column, may.days[0].date) == ("May 2026", 3, day("2026-05-03"))
    assert silence.silent
    assert silence.label == "No entries 1 Jun to 31 Jul 2026"
    assert (august.column, len(august.days)) == (1, 31)
    assert november.days[-1].date == AS_OF


def test_every_kind_of_day_has_its_mark(recurrent: History) -> None:
    content = compose(recurrent, AS_OF)
    assert on(content, "2026-08-08").marks == (Mark.AFTER_SEX, Mark.SEX_BLED)
    assert on(content, "2026-08-08").pain == 4
    assert on(content, "2026-09-10").marks == (Mark.SPOTTING,)
    assert on(content, "2026-09-12").marks == (Mark.SEX,)
    assert on(content, "2026-10-25").marks == (Mark.PERIOD,)


def test_a_day_without_an_entry_is_not_recorded_and_a_day_with_nothing_is() -> None:
    entries = (sex("2026-11-01"), Entry(date=day("2026-11-03"), no_bleeding=True))
    content = compose(History(entries=entries), AS_OF)
    assert not on(content, "2026-11-02").recorded
    nothing = on(content, "2026-11-03")
    assert nothing.recorded
    assert nothing.marks == ()
    assert nothing.pain is None


def test_pain_of_nought_is_a_nought_and_pain_without_a_score_is_a_mark() -> None:
    none = Entry(date=day("2026-11-01"), pain=Pain(score=0))
    ache = Entry(date=day("2026-11-02"), pain=Pain(severity=Severity.MILD))
    content = compose(History(entries=(none, ache)), AS_OF)
    assert on(content, "2026-11-01").pain == 0
    assert on(content, "2026-11-02").marks == (Mark.PAIN,)
    assert on(content, "2026-11-02").pain is None


def test_the_strongest_pain_of_a_day_counts() -> None:
    entries = tuple(Entry(date=day("2026-11-01"), pain=Pain(score=n)) for n in (2, 7, 3))
    assert on(compose(History(entries=entries), AS_OF), "2026-11-01").pain == 7


def test_sex_with_a_bleed_on_the_next_day_keeps_both_days() -> None:
    bleed = Entry(date=day("2026-11-02"), bleeding=BLEED)
    content = compose(History(entries=(sex("2026-11-01"), bleed)), AS_OF)
    assert on(content, "2026-11-01").marks == (Mark.SEX_BLED,)
    assert on(content, "2026-11-02").marks == (Mark.AFTER_SEX,)


def test_sex_whose_bleeding_is_not_known_is_neither_with_nor_without() -> None:
    imported = Entry(date=day("2026-11-01"), sex=SexEvent(), origin="another program")
    content = compose(History(entries=(imported, sex("2026-11-02"))), AS_OF)
    assert on(content, "2026-11-01").marks == (Mark.SEX_UNKNOWN,)
    assert on(content, "2026-11-02").marks == (Mark.SEX,)


def test_other_bleeding_is_told_apart_from_spotting() -> None:
    bleed = Entry(
        date=day("2026-11-02"),
        bleeding=Bleeding(
            source=BleedingSource.VAGINAL,
            amount=Amount.MEDIUM,
            timing=Timing.NOT_AFTER_SEX,
            period=Answer.NO,
        ),
    )
    assert on(compose(History(entries=(bleed,)), AS_OF), "2026-11-02").marks == (Mark.OTHER_BLEED,)


def test_entries_not_known_to_the_day_are_left_to_the_table() -> None:
    vague = Entry(date=day("2026-11-05"), date_precision=DatePrecision.MONTH, sex=SexEvent())
    content = compose(History(entries=(sex("2026-11-01"), vague)), AS_OF)
    assert not on(content, "2026-11-05").recorded
    assert content.strip.remark == "1 entry whose day is not known exactly: only in the table."


def test_a_long_cycle_goes_on_in_another_row_and_silence_is_one_row() -> None:
    entries = (*period("2026-01-01"), *period("2026-06-01"), *period("2026-07-01"))
    rows = compose(History(entries=entries), AS_OF).strip.rows
    assert len(rows[0].days) == WIDTH
    assert rows[1].silent
    assert rows[1].label == "No entries 12 Feb to 31 May 2026"
    assert rows[2].label == "1 Jun 2026"


def test_a_silence_of_a_century_is_one_row() -> None:
    rows = compose(History(entries=(sex("1900-01-15"), sex("2026-11-20"))), AS_OF).strip.rows
    assert [row.label for row in rows] == [
        "Jan 1900",
        "No entries 1 Feb 1900 to 31 Oct 2026",
        "Nov 2026",
    ]
    assert rows[1].days == ()


def test_a_cycle_of_silence_for_years_is_one_row_and_begins_after_the_first_rows() -> None:
    entries = (*period("1980-01-01"), *period("2026-06-01"), *period("2026-07-01"))
    rows = compose(History(entries=entries), AS_OF).strip.rows
    assert (rows[0].label, len(rows[0].days)) == ("1 Jan 1980", WIDTH)
    assert rows[1].label == "No entries 12 Feb 1980 to 31 May 2026"
    assert (rows[2].label, rows[2].column, len(rows[2].days)) == ("1 Jun 2026", 1, 30)


def test_days_before_the_first_period_of_the_range_stand_on_their_cycle_day(
    recurrent: History,
) -> None:
    """30 June is day 1, so 10 July is day 11."""
    first = compose(recurrent, AS_OF, since=day("2026-07-10")).strip.rows[0]
    assert (first.column, first.days[0].date) == (11, day("2026-07-10"))


def test_days_before_the_first_period_end_where_a_cycle_as_long_as_usual_ends() -> None:
    """Cycles of 28 days: the 9 days before the first period end on day 28."""
    starts = ("2026-07-10", "2026-08-07", "2026-09-04", "2026-10-02", "2026-10-30")
    entries = (sex("2026-07-01"), *(entry for start in starts for entry in period(start)))
    first, second, *_ = compose(History(entries=entries), AS_OF).strip.rows
    assert (first.label, first.column, len(first.days)) == ("from 1 Jul", 20, 9)
    assert (second.label, second.column) == ("10 Jul 2026", 1)


def test_many_days_before_the_first_period_go_over_several_rows_that_end_alike() -> None:
    """110 days and cycles of 28: three rows of 28 days, and one of 26 before them."""
    starts = ("2026-07-10", "2026-08-07", "2026-09-04", "2026-10-02", "2026-10-30")
    entries = (sex("2026-03-22"), *(entry for start in starts for entry in period(start)))
    every_day = tuple(
        Entry(date=date.fromordinal(number), no_bleeding=True)
        for number in range(day("2026-03-22").toordinal(), day("2026-07-10").toordinal())
    )
    rows = compose(History(entries=(*entries, *every_day)), AS_OF).strip.rows
    assert [(row.label, row.column, len(row.days)) for row in rows[:4]] == [
        ("from 22 Mar", 3, 26),
        ("from 17 Apr", 1, 28),
        ("from 15 May", 1, 28),
        ("from 12 Jun", 1, 28),
    ]
    assert rows[4].label == "10 Jul 2026"


def test_on_a_method_without_cycles_those_days_stand_by_the_bleeds_that_are_drawn() -> None:
    pill = Fact(what=Contraception.COMBINED_PILL, start=day("2025-10-01"))
    starts = ("2026-07-10", "2026-08-07", "2026-09-04")
    entries = (sex("2026-07-01"), *(entry for start in starts for entry in period(start, days=4)))
    first = compose(History(entries=entries, background=(pill,)), AS_OF).strip.rows[0]
    assert (first.label, first.column) == ("from 1 Jul", 20)


def test_the_latest_rows_are_drawn_where_there_are_too_many() -> None:
    entries = tuple(
        sex(f"{year}-{month:02}-15") for year in range(2020, 2026) for month in range(1, 13)
    )
    strip = compose(History(entries=entries), day("2025-12-31")).strip
    assert len(strip.rows) == MOST_ROWS
    assert strip.rows[-1].label == "Dec 2025"
    assert strip.remark == "The latest 40 rows are drawn; earlier days are in the table."


def test_rows_are_described_in_words_for_those_who_cannot_see_them(recurrent: History) -> None:
    strip = compose(recurrent, AS_OF).strip
    words = described(strip.rows[1:2], strip)
    assert words == (
        "Strip of days, one row a cycle. 29 Jul 2026, 29 days:"
        " bleeding after sex on 8 Aug (light);"
        " period on 29 Jul (medium), 30 Jul (medium), 31 Jul (medium), 1 Aug (medium)"
        " and 2 Aug (medium);"
        " sex without bleeding on 20 Aug;"
        " sex, then bleeding on 8 Aug;"
        " pain 4 on 8 Aug."
    )


def test_only_the_shapes_that_are_in_use_are_explained() -> None:
    texts = _explained(History(entries=(after_sex("2026-11-01"), sex("2026-11-03"))))
    assert texts == [
        "bleeding after sex",
        "sex without bleeding",
        "sex, then bleeding",
        "larger: more blood",
        "no entry that day",
    ]


def test_pain_is_explained_once_it_is_written_as_a_number() -> None:
    painful = Entry(date=AS_OF, pain=Pain(score=9))
    assert _explained(History(entries=(painful,))) == ["pain, 0 to 10"]


def test_days_with_something_are_marked_and_those_without_an_entry_are_hatched() -> None:
    nothing = Entry(date=day("2026-11-20"), no_bleeding=True)
    painful = Entry(date=day("2026-11-21"), pain=Pain(score=9))
    strip = compose(History(entries=(sex("2026-11-01"), nothing, painful)), AS_OF).strip
    assert drawing(strip.rows, strip)["rows"] == [
        {
            "label": "Nov 2026",
            "silent": False,
            "runs": [
                {"column": 1, "length": 1, "recorded": True},
                {"column": 2, "length": 18, "recorded": False},
                {"column": 20, "length": 2, "recorded": True},
            ],
            "days": [
                {"column": 1, "marks": ["SEX"], "amounts": {}, "pain": None},
                {"column": 21, "marks": [], "amounts": {}, "pain": 9},
            ],
        }
    ]


def test_the_most_blood_of_a_day_shows_and_an_amount_that_was_not_said_is_no_amount() -> None:
    said = [replace(BLEED, amount=amount) for amount in (Amount.HEAVY, Amount.SPOTTING, None)]
    entries = tuple(Entry(date=day("2026-11-02"), bleeding=bleeding) for bleeding in said)
    unsaid = Entry(date=day("2026-11-20"), bleeding=BLEED)
    content = compose(History(entries=(*entries, unsaid)), AS_OF)
    assert on(content, "2026-11-02").amount(Mark.AFTER_SEX) is Amount.HEAVY
    assert on(content, "2026-11-20").amount(Mark.AFTER_SEX) is None
    words = described(content.strip.rows, content.strip)
    assert "bleeding after sex on 2 Nov (heavy) and 20 Nov." in words
    (row,) = cast("list[Any]", drawing(content.strip.rows, content.strip)["rows"])
    assert [day["amounts"] for day in row["days"]] == [{"AFTER_SEX": "HEAVY"}, {}]
    explained = [text for _, text in legend(content.strip.rows, content.strip)]
    assert {"larger: more blood", "hollow: how much not said"} <= set(explained)


def test_sex_with_and_without_bleeding_on_one_day_are_both_marked() -> None:
    strip = compose(History(entries=(sex("2026-11-01"), after_sex("2026-11-01"))), AS_OF).strip
    assert strip.rows[0].days[0].marks == (Mark.AFTER_SEX, Mark.SEX, Mark.SEX_BLED)


def test_a_page_with_every_mark_and_every_amount_can_be_drawn() -> None:
    """The template stops at a name that it does not know, be it of a shape or of an amount."""
    content = compose(History(entries=(sex("2026-11-01"),)), AS_OF)
    marks = [(mark, amount) for mark in BLOOD for amount in (None, *BANDS)]
    marks += [(mark, None) for mark in Mark if mark not in BLOOD]
    days = tuple(
        Day(
            date=date.fromordinal(AS_OF.toordinal() - number),
            recorded=True,
            marks=(mark,),
            amounts=() if amount is None else ((mark, amount),),
        )
        for number, (mark, amount) in enumerate(marks)
    )
    strip = Strip(by="month", rows=(Row(label="all", days=days),))
    text = pypdf.PdfReader(io.BytesIO(pdf(replace(content, strip=strip)))).pages[0].extract_text()
    for mark in Mark:
        assert mark.value in text


def _explained(history: History) -> list[str]:
    strip = compose(history, AS_OF).strip
    return [text for _, text in legend(strip.rows, strip)]
