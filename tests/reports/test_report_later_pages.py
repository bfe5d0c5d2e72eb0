"""The pages behind page one: rates, cycles against their limits, the timeline, how to read it."""

import datetime as dt
from dataclasses import replace

import pytest
from made_up import after_sex, day, period, sex

from diary import __version__
from diary.alerts import RULES_VERSION
from diary.model import Bleeding, Entry, Fact, History, Profile
from diary.model.background_words import (
    Contraception,
    Medication,
    Pregnancy,
    Procedure,
    Result,
    Tried,
    Visit,
)
from diary.model.vocabulary import Amount, BleedingSource, MenstrualStatus, Organ, Timing
from diary_reports.content import compose
from diary_reports.later_pages import later_pages
from diary_reports.values import Content, Measure

AS_OF = day("2026-11-21")


def measure(content: Content, what: str) -> Measure:
    """Return one row of the cycles."""
    return next(row for row in content.cycles if row.what == what)


def test_each_share_has_its_count_and_from_five_times_on_its_interval(recurrent: History) -> None:
    """Jeffreys (scipy): 8.3 to 56.5, 2.3 to 62.9, 7.7 to 71.4, and 4.4 to 50.3 for 2 of 10."""
    content = compose(recurrent, AS_OF)
    rows = later_pages(content, ())["shares"]
    assert rows == [
        ["all recorded times", "3 of 11", "", "27 %", "8 to 57 %"],
        ["until 3 Sep 2026", "1 of 5", "", "20 %", "2 to 63 %"],
        ["from 12 Sep 2026", "2 of 6", "", "33 %", "8 to 71 %"],
        ["vaginal sex", "3 of 11", "", "27 %", "8 to 57 %"],
        ["lubricant used", "1 of 1", "", "", ""],
        ["lubricant not recorded", "2 of 10", "", "20 %", "4 to 50 %"],
        ["condom not used", "1 of 1", "", "", ""],
        ["condom not recorded", "2 of 10", "", "20 %", "4 to 50 %"],
    ]


def test_without_a_recorded_time_there_is_no_share_and_no_nought() -> None:
    content = compose(History(entries=period("2026-10-01")), AS_OF)
    assert content.shares == ()


def test_cycles_stand_beside_the_limits_of_figo(recurrent: History) -> None:
    content = compose(recurrent, AS_OF)
    assert [(row.what, row.value, row.usual, row.finding) for row in content.cycles] == [
        ("length of cycles", "28 to 29 days, 4 cycles", "24 to 38 days", "within"),
        ("longest minus shortest", "1 day, last 4 cycles", "at most 7 days at this age", "within"),
        ("length of periods", "5 days, 5 periods", "at most 8 days", "within"),
        ("bleeding between periods", "1 recorded", "none", "outside"),
    ]
    assert "FIGO 2018" in content.cycles_note


def test_a_cycle_outside_the_limits_is_counted() -> None:
    starts = ("2026-06-01", "2026-06-21", "2026-08-10", "2026-09-07")
    entries = tuple(entry for start in starts for entry in period(start))
    row = measure(compose(History(entries=entries), AS_OF), "length of cycles")
    assert (row.value, row.finding) == ("20 to 50 days, 3 cycles", "1 shorter, 1 longer")


def on_testosterone(days: int) -> History:
    """Make 90 days with so many entries, and two days of bleeding that are one episode."""
    written = (Entry(date=AS_OF - dt.timedelta(back), no_bleeding=True) for back in range(days))
    bleeding = Bleeding(
        source=BleedingSource.VAGINAL, amount=Amount.LIGHT, timing=Timing.NOT_AFTER_SEX
    )
    bled = (Entry(date=AS_OF - dt.timedelta(back), bleeding=bleeding) for back in (88, 89))
    return History(
        background=(Fact(what=Medication.TESTOSTERONE, start=day("2023-01-01")),),
        entries=(*written, *bled),
    )


def test_where_there_are_no_cycles_90_days_stand_beside_the_limits_of_who_and_belsey() -> None:
    content = compose(on_testosterone(80), AS_OF)
    assert [(row.value, row.finding) for row in content.cycles] == [
        ("82 of 90, 24 Aug to 21 Nov 2026", "enough"),
        ("1, 2 days in all", "infrequent"),
        ("2 days", "within"),
    ]
    assert content.cycles_note.startswith("Testosterone changes when you bleed")


def test_with_little_recorded_there_is_no_finding() -> None:
    content = compose(on_testosterone(20), AS_OF)
    assert [row.finding for row in content.cycles] == ["too few for that", "", ""]


def test_in_pregnancy_no_limits_are_told() -> None:
    history = History(
        background=(Fact(what=Pregnancy.ONGOING, start=day("2026-09-01")),),
        entries=(*period("2026-08-01"), after_sex("2026-11-01")),
    )
    assert compose(history, AS_OF).cycles == ()


@pytest.mark.parametrize(
    "profile",
    [
        Profile(menstrual_status=MenstrualStatus.POSTMENOPAUSE),
        Profile(organs=(Organ.PENIS,)),
    ],
)
def test_after_the_menopause_and_without_a_womb_there_are_no_cycles(profile: Profile) -> None:
    history = History(profile=profile, entries=(after_sex("2026-10-01"),))
    assert compose(history, AS_OF).cycles == ()


def test_the_timeline_goes_back_from_the_latest_and_tells_ends_too() -> None:
    facts = (
        Fact(what=Contraception.COMBINED_PILL, start=day("2019-05-01"), end=day("2026-01-14")),
        Fact(what=Contraception.COPPER_IUD, start=day("2026-01-15")),
        Fact(what=Procedure.COLPOSCOPY, start=day("2020-02-01"), result=Result.NORMAL),
        Fact(what=Visit.REFERRED, start=day("2026-03-05"), about=("pain",)),
        Fact(what=Tried.LUBRICANT, start=day("2026-02-01")),
        Fact(what=Medication.IRON),
    )
    timeline = compose(History(background=facts), AS_OF).timeline
    assert [(line.label, line.text) for line in timeline] == [
        ("5 Mar 2026", "visit: referred (pain)"),
        ("1 Feb 2026", "tried: lubricant"),
        ("15 Jan 2026", "copper IUD began"),
        ("14 Jan 2026", "combined pill ended"),
        ("1 Feb 2020", "colposcopy, normal"),
        ("1 May 2019", "combined pill began"),
    ]


def test_it_says_how_to_read_it_how_complete_it_is_and_by_which_rules(recurrent: History) -> None:
    method = " ".join(compose(recurrent, AS_OF).method)
    for part in (
        "Made on 21 November 2026: entries on 37 of 145 days",
        "longest time without: ",
        "those of Jeffreys",
        "Fisher's exact test",
        "unknown, never no",
        "rules that no clinician has reviewed",
        f"Version {__version__}; rules {RULES_VERSION}",
    ):
        assert part in method


def test_with_another_source_its_own_facts_are_asked_for(rectal: History, semen: History) -> None:
    """A person with a womb who bleeds from the rectum is not asked for screening first."""
    everybody = Profile(organs=tuple(Organ))
    content = compose(replace(rectal, profile=everybody), AS_OF)
    assert not {"cervical screening", "contraception", "last period"} & set(content.not_recorded)
    assert {"STI test", "medicines"} <= set(content.not_recorded)
    assert "bowel habit change" in content.danger.never_asked
    assert "testicular lump" in compose(semen, AS_OF).danger.never_asked
    assert compose(semen, AS_OF).strip.after_sex == "blood in semen"


def test_missed_pills_stand_with_contraception() -> None:
    entries = (replace(sex("2026-10-01"), missed_pill_count=2),)
    content = compose(History(entries=entries), AS_OF)
    (line,) = (line for line in content.facts if line.label == "Missed or changed")
    assert line.text == "2 pills missed 1 Oct 2026"


def test_a_column_that_nothing_stands_in_is_left_out_and_that_is_said() -> None:
    bleed = Bleeding(source=BleedingSource.VAGINAL, amount=Amount.LIGHT, timing=Timing.AFTER_SEX)
    pages = later_pages(compose(History(entries=(Entry(date=AS_OF, bleeding=bleed),)), AS_OF), ())
    assert pages["columns"] == ["Date", "What", "Blood"]
    assert pages["episodes"] == [["21 Nov 2026", "after sex", "light"]]
    note = "Empty: not recorded. Columns left out as empty: pain, sex and symptoms."
    assert pages["episodes_note"] == note


def test_the_list_of_what_is_in_names_only_what_was_said() -> None:
    entry = Entry(date=AS_OF, no_bleeding=True)
    assert not any("birth" in line for line in _included(History(entries=(entry,))))
    told = History(entries=(entry,), profile=Profile(birth_year=1990, organs=(Organ.VAGINA,)))
    assert "year of birth and body parts" in _included(told)


def _included(history: History) -> tuple[str, ...]:
    return compose(history, AS_OF).contents.included
