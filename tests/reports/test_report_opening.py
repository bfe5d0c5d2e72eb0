"""The opening sentence and the lines under it: what a clinician reads first."""

import datetime as dt
from dataclasses import replace

import pytest
from made_up import after_sex, day, period, sex

from diary.errors import InvalidValue
from diary.model import Bleeding, Entry, Fact, History, Pain, Profile
from diary.model import Sex as SexEvent
from diary.model.background_words import Pregnancy, Visit
from diary.model.vocabulary import (
    Amount,
    Answer,
    BleedingSource,
    DatePrecision,
    Organ,
    PossibleSource,
    Severity,
    Timing,
)
from diary_reports.content import compose
from diary_reports.values import Content

AS_OF = day("2026-11-21")


def said(content: Content, label: str) -> str:
    """Return the text of a line under the opening sentence."""
    return next((line.text for line in content.summary if line.label == label), "")


def test_the_opening_says_how_often_out_of_how_many_since_when_and_when_last(
    recurrent: History,
) -> None:
    content = compose(recurrent, AS_OF)
    assert content.opening == (
        "Bleeding after sex on 3 of 11 recorded occasions since 10 July 2026;"
        " deep pain 2 to 4 of 10 on two of them; last on 7 November 2026."
    )
    assert (content.rate.bled, content.rate.of, content.rate.unknown) == (3, 11, 0)


def test_the_share_has_its_exact_interval(recurrent: History) -> None:
    """Jeffreys for 3 of 11: 8.3 to 56.5 in 100; the sixth time was on 12 September."""
    often = said(compose(recurrent, AS_OF), "How often")
    assert often == "27 % (95 % interval 8 to 57 %); 1 of 5 to 3 Sep 2026, then 2 of 6"


def test_under_five_times_there_is_no_percentage() -> None:
    content = compose(History(entries=(after_sex("2026-10-01"), sex("2026-10-05"))), AS_OF)
    assert content.opening.startswith("Bleeding after sex on 1 of 2 recorded occasions")
    assert "%" not in content.opening + said(content, "How often")


def test_five_times_are_enough_for_a_percentage() -> None:
    entries = (after_sex("2026-10-01"), *(sex(f"2026-10-0{number}") for number in range(5, 9)))
    assert said(compose(History(entries=entries), AS_OF), "How often").startswith("20 % (95")


def test_occasions_where_it_is_not_known_are_told_apart() -> None:
    unsure = Entry(
        date=day("2026-10-09"),
        sex=SexEvent(),
        bleeding=Bleeding(source=BleedingSource.VAGINAL, timing=Timing.UNKNOWN),
    )
    content = compose(History(entries=(after_sex("2026-10-01"), unsure)), AS_OF)
    assert (content.rate.of, content.rate.unknown) == (1, 1)
    assert "not known on 1 more" in said(content, "How often")


def test_bleeds_after_sex_that_was_not_written_down_are_counted_without_a_denominator() -> None:
    bleed = Entry(
        date=day("2026-10-09"),
        bleeding=Bleeding(source=BleedingSource.VAGINAL, timing=Timing.AFTER_SEX),
    )
    content = compose(History(entries=(bleed,)), AS_OF)
    assert content.opening == "Bleeding after sex once since 9 October 2026."
    assert said(content, "How often") == "1 bleed after sex that is not recorded itself"


def test_how_much_how_soon_and_how_painful(recurrent: History) -> None:
    content = compose(recurrent, AS_OF)
    assert said(content, "Blood") == (
        "spotting to light, most often spotting; no clots; bright red; seen on wiping"
    )
    assert said(content, "How soon") == "during sex once; 0.5 to 6 hours after sex, twice"
    assert said(content, "Sex") == "vaginal, lubricant on 1 of 1, condom on 0 of 1"
    assert said(content, "Other bleeding") == "between periods once (10 Sep 2026)"
    assert said(content, "Also noted") == "new discharge once"


def test_pain_of_nought_is_told_as_none_and_pain_that_was_not_asked_about_is_not_told() -> None:
    painless = Entry(date=day("2026-10-01"), sex=SexEvent(), pain=Pain(score=0))
    content = compose(History(entries=(painless, sex("2026-10-02"))), AS_OF)
    assert said(content, "Pain") == "none with sex, once"
    assert not said(compose(History(entries=(sex("2026-10-02"),)), AS_OF), "Pain")


def test_pain_at_other_times_and_without_a_score_is_told_apart() -> None:
    ache = Entry(date=day("2026-10-03"), pain=Pain(severity=Severity.SEVERE, with_sex=False))
    content = compose(History(entries=(sex("2026-10-02"), ache)), AS_OF)
    assert said(content, "Pain") == "at other times severe, once"


def test_after_the_menopause_the_opening_says_so(after_menopause: History) -> None:
    content = compose(after_menopause, AS_OF)
    assert content.opening == (
        "Bleeding after sex on 1 of 2 recorded occasions since 12 September 2026,"
        " after the menopause; last on 30 September 2026."
    )
    assert said(content, "Other bleeding") == "not after sex once (2 Oct 2026)"


def test_the_opening_follows_the_source_of_the_bleeding(rectal: History, semen: History) -> None:
    assert compose(rectal, AS_OF).opening == (
        "Rectal bleeding after sex on 2 of 5 recorded occasions since 1 August 2026;"
        " last on 20 September 2026."
    )
    assert compose(semen, AS_OF).opening == (
        "Blood in semen on 1 of 2 recorded occasions since 1 October 2026."
    )
    assert compose(rectal, AS_OF).title == "Rectal bleeding after sex"


def test_periods_do_not_make_vaginal_bleeding_the_subject() -> None:
    rectal = Entry(
        date=day("2026-10-20"),
        sex=SexEvent(),
        bleeding=Bleeding(source=BleedingSource.RECTAL, timing=Timing.AFTER_SEX),
    )
    content = compose(History(entries=(*period("2026-10-01"), rectal)), AS_OF)
    assert content.source is BleedingSource.RECTAL
    assert "vaginal" not in said(content, "Other bleeding")


def test_one_vaginal_bleed_after_sex_comes_before_more_from_elsewhere(rectal: History) -> None:
    entries = (*rectal.entries, after_sex("2026-10-20"))
    content = compose(History(entries=entries), AS_OF)
    assert content.opening.startswith("Bleeding after sex on 1 of")
    assert said(content, "Other bleeding") == "rectal bleeding twice (twice after sex)"


def test_blood_that_may_be_vaginal_counts_as_vaginal_where_there_is_a_vagina() -> None:
    unsure = Entry(
        date=day("2026-10-09"),
        sex=SexEvent(),
        bleeding=Bleeding(
            source=BleedingSource.UNKNOWN,
            timing=Timing.AFTER_SEX,
            possible_sources=(PossibleSource.VAGINAL, PossibleSource.RECTAL),
        ),
    )
    assert compose(History(entries=(unsure,)), AS_OF).source is BleedingSource.VAGINAL
    elsewhere = Profile(organs=(Organ.PENIS,))
    other = Entry(
        date=day("2026-10-09"),
        bleeding=Bleeding(source=BleedingSource.UNKNOWN, timing=Timing.AFTER_SEX),
    )
    content = compose(History(profile=elsewhere, entries=(other,)), AS_OF)
    assert content.opening == "Bleeding of unknown source after sex once since 9 October 2026."


def test_bleeding_at_other_times_only_is_told_with_the_times_of_sex_without() -> None:
    bleed = Entry(
        date=day("2026-10-09"),
        bleeding=Bleeding(
            source=BleedingSource.VAGINAL,
            amount=Amount.SPOTTING,
            timing=Timing.NOT_AFTER_SEX,
            period=Answer.NO,
        ),
    )
    content = compose(History(entries=(bleed, sex("2026-10-20"))), AS_OF)
    assert content.opening == (
        "Vaginal bleeding once since 9 October 2026, and after sex on 0 of 1 recorded occasion."
    )


@pytest.mark.parametrize(
    ("entries", "opening"),
    [
        ((), "Nothing is recorded yet."),
        (
            (sex("2026-10-01"), sex("2026-10-05")),
            "No bleeding after sex on 2 recorded occasions since 1 October 2026.",
        ),
        (
            (Entry(date=day("2026-10-01"), pain=Pain(score=3)),),
            "Pain on 1 day and no bleeding recorded since 1 October 2026.",
        ),
        (
            (Entry(date=day("2026-10-01"), no_bleeding=True),),
            "No bleeding recorded since 1 October 2026.",
        ),
        (
            period("2026-10-01"),
            "No bleeding but periods since 1 October 2026.",
        ),
        (
            (*period("2026-10-01"), sex("2026-10-20")),
            "No bleeding after sex on 1 recorded occasion since 20 October 2026.",
        ),
        (
            (replace(sex("2026-05-05"), pain=Pain(score=8)),),
            "Pain with sex once and no bleeding after sex on 1 recorded occasion since 5 May 2026.",
        ),
    ],
)
def test_the_opening_never_says_more_than_is_recorded(
    entries: tuple[Entry, ...], opening: str
) -> None:
    assert compose(History(entries=entries), AS_OF).opening == opening


def test_bleeding_beside_periods_is_told_apart_from_them() -> None:
    spotting = Entry(
        date=day("2026-10-15"),
        bleeding=Bleeding(
            source=BleedingSource.VAGINAL,
            amount=Amount.SPOTTING,
            timing=Timing.NOT_AFTER_SEX,
            period=Answer.NO,
        ),
    )
    content = compose(History(entries=(*period("2026-10-01"), spotting)), AS_OF)
    assert content.opening == "Vaginal bleeding outside periods once since 15 October 2026."


def test_only_the_days_asked_for_are_counted(recurrent: History) -> None:
    content = compose(recurrent, AS_OF, since=day("2026-10-01"), until=day("2026-11-02"))
    assert (content.rate.bled, content.rate.of) == (1, 3)
    assert content.covers == "10 Oct to 2 Nov 2026"
    assert content.opening == (
        "Bleeding after sex on 1 of 3 recorded occasions since 10 October 2026."
    )


def test_days_after_the_day_of_the_report_are_never_seen() -> None:
    content = compose(History(entries=(sex("2026-10-01"), after_sex("2026-12-01"))), AS_OF)
    assert (content.rate.bled, content.rate.of) == (0, 1)


def test_a_first_day_after_the_last_is_refused(recurrent: History) -> None:
    with pytest.raises(InvalidValue, match="after its last day"):
        compose(recurrent, AS_OF, since=dt.date(2026, 11, 22))


def test_the_log_says_how_complete_it_is() -> None:
    entries = (sex("2026-11-01"), sex("2026-11-01"), sex("2026-11-12"))
    log = compose(History(entries=entries), AS_OF).log
    assert (log.days_with_entry, log.days, log.longest_gap) == (2, 21, 10)
    assert (log.gap_start, log.gap_end) == (day("2026-11-02"), day("2026-11-11"))
    assert log.text == "entries on 2 of 21 days"
    assert log.gap == "longest time without: 10 days, 2 to 11 Nov 2026"


def test_days_known_only_to_the_month_are_no_days_with_an_entry() -> None:
    vague = Entry(date=day("2026-11-05"), date_precision=DatePrecision.MONTH, sex=SexEvent())
    assert compose(History(entries=(vague, sex("2026-11-20"))), AS_OF).log.days_with_entry == 1


def test_a_share_of_nought_is_not_told_where_bleeds_after_unrecorded_sex_are_known() -> None:
    bleed = Entry(
        date=day("2026-11-09"),
        bleeding=Bleeding(source=BleedingSource.VAGINAL, timing=Timing.AFTER_SEX),
    )
    without = (sex(f"2026-10-0{number}") for number in range(1, 7))
    content = compose(History(entries=(*without, bleed)), AS_OF)
    assert said(content, "How often") == (
        "on 0 of 6 recorded occasions; 1 bleed after sex that is not recorded itself"
    )


def test_the_opening_is_no_more_exact_than_the_entries() -> None:
    vague = replace(after_sex("2026-05-15"), date_precision=DatePrecision.MONTH)
    content = compose(History(entries=(vague, after_sex("2026-10-02"))), AS_OF)
    assert "since May 2026; last on 2 October 2026" in content.opening


def test_bleeding_that_may_have_been_after_sex_is_neither_after_sex_nor_not() -> None:
    unclear = Entry(date=day("2026-10-09"), bleeding=Bleeding(source=BleedingSource.VAGINAL))
    content = compose(History(entries=(after_sex("2026-10-01"), unclear)), AS_OF)
    assert said(content, "Other bleeding") == "after sex not known once (9 Oct 2026)"


def with_lubricant(entry: Entry, *, used: bool) -> Entry:
    assert entry.sex is not None
    return replace(entry, sex=replace(entry.sex, lubricant=used))


def test_what_lubricant_changes_is_told_where_chance_hardly_explains_it() -> None:
    """0 of 5 against 5 of 5: p = 2 / 252 = 0.008; 1 of 2 against 2 of 2 is chance."""
    bled = [with_lubricant(after_sex(f"2026-10-{on}"), used=False) for on in range(10, 15)]
    dry = [with_lubricant(sex(f"2026-10-{on}"), used=True) for on in range(20, 25)]
    content = compose(History(entries=(*bled, *dry)), AS_OF)
    assert said(content, "Lubricant") == "bleeding on 0 of 5 with, 5 of 5 without"
    few = compose(History(entries=(*bled[:2], dry[0])), AS_OF)
    assert said(few, "Lubricant") == ""


def test_bleeds_at_the_edge_of_a_period_are_counted_apart() -> None:
    """Days 1 to 5 of October are a period: 7 October is within 2 days of it, 8 October is not."""
    entries = (*period("2026-10-01"), after_sex("2026-10-07"), after_sex("2026-10-20"))
    content = compose(History(entries=entries), AS_OF)
    assert said(content, "How often") == "1 of 2 bleeds in a period or within 2 days of one"
    later = (*period("2026-10-01"), after_sex("2026-10-08"), after_sex("2026-10-20"))
    assert "period" not in said(compose(History(entries=later), AS_OF), "How often")


def test_where_the_last_visit_cut_the_story_the_time_before_it_is_told_in_one_line() -> None:
    before = (after_sex("2026-03-02"), sex("2026-03-10"), after_sex("2026-04-01"))
    after = (sex("2026-06-01"), after_sex("2026-06-09"))
    visit = Fact(what=Visit.PLAN_AGREED, start=day("2026-05-01"))
    history = History(entries=(*before, *after), background=(visit,))
    cut = compose(history, AS_OF, since_visit=True)
    assert cut.opening.startswith("Bleeding after sex on 1 of 2 recorded occasions")
    told = "bleeding on 2 of 3 recorded occasions since 2 Mar 2026"
    assert said(cut, "Before that visit") == told
    assert said(compose(history, AS_OF), "Before that visit") == ""


def test_the_times_in_a_pregnancy_are_counted_apart_from_those_before_it() -> None:
    pregnant = Fact(what=Pregnancy.ONGOING, start=day("2026-08-29"))
    entries = (sex("2026-07-08"), sex("2026-09-10"), after_sex("2026-11-02"))
    content = compose(History(entries=entries, background=(pregnant,)), AS_OF)
    assert "on 1 of 3 recorded occasions since 8 July 2026" in content.opening
    told = "bleeding on 1 of 2 recorded occasions since 10 Sep 2026"
    assert said(content, "In this pregnancy") == told
    all_in_it = compose(History(entries=entries[1:], background=(pregnant,)), AS_OF)
    assert said(all_in_it, "In this pregnancy") == ""


@pytest.mark.parametrize(("start", "told"), [("2026-08-29", "12 weeks pregnant: "), (None, "")])
def test_a_pregnancy_stands_before_all_else(start: str | None, told: str) -> None:
    """29 August to 21 November is 84 days."""
    facts = (Fact(what=Pregnancy.ONGOING, start=day(start)),) if start else ()
    content = compose(History(entries=(after_sex("2026-11-02"),), background=facts), AS_OF)
    assert content.opening.lower().startswith(f"{told}bleeding after sex on 1 of 1")
