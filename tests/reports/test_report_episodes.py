"""The table of episodes: every bleed, every period, and other days with pain or symptoms."""

import datetime as dt
from dataclasses import replace

from made_up import after_sex, day, period, sex

from diary.model import Bleeding, Entry, History, Pain, Product, Symptom
from diary.model import Sex as SexEvent
from diary.model.vocabulary import (
    Amount,
    BleedingSource,
    Clots,
    Colour,
    DatePrecision,
    NoticedOn,
    PainSite,
    PossibleSource,
    ProductKind,
    SexKind,
    Timing,
)
from diary_reports.content import compose
from diary_reports.values import Episode

AS_OF = day("2026-11-21")


def rows(*entries: Entry) -> tuple[Episode, ...]:
    """Return the table of a person with these entries."""
    return compose(History(entries=entries), AS_OF).episodes


def test_the_latest_comes_first(recurrent: History) -> None:
    days = [episode.day for episode in compose(recurrent, AS_OF).episodes]
    assert days == sorted(days, reverse=True)


def test_a_bleed_after_sex_is_told_with_all_its_details(recurrent: History) -> None:
    episode = next(e for e in compose(recurrent, AS_OF).episodes if e.day == day("2026-08-08"))
    assert episode == Episode(
        day=day("2026-08-08"),
        when="8 Aug 2026 23:10",
        what="during sex",
        blood="light, bright red, no clots",
        pain="4 of 10, deep pelvic",
        sex="vaginal, lubricant, no condom",
        more="new discharge",
    )


def test_amounts_times_and_products_are_told_where_they_are_recorded() -> None:
    (episode,) = rows(
        Entry(
            date=day("2026-10-01"),
            sex=SexEvent(kinds=(SexKind.FINGERS, SexKind.ORAL), vigorous=True, lubricant=False),
            bleeding=Bleeding(
                source=BleedingSource.VAGINAL,
                timing=Timing.AFTER_SEX,
                clots=Clots.LARGE,
                hours_after_sex=2,
                duration_hours=1.5,
                pads_per_hour=0.5,
                volume_ml=20,
                products=(Product(kind=ProductKind.PAD, count=2),),
                noticed_on=(NoticedOn.WIPING, NoticedOn.UNDERWEAR),
            ),
            temperature_c=37.2,
            missed_pill_count=2,
        )
    )
    assert episode.blood == (
        "clots of 25 mm or more, 2 h after sex, lasted 1.5 h, 0.5 pads an hour, 20 ml,"
        " 2 products used, seen on wiping and on underwear"
    )
    assert episode.sex == "oral and fingers, no lubricant, vigorous"
    assert episode.more == "37.2 °C, 2 missed pills"


def test_a_bleed_that_goes_on_is_one_line() -> None:
    first = after_sex("2026-10-01")
    going_on = Entry(
        date=day("2026-10-02"),
        bleeding=Bleeding(source=BleedingSource.VAGINAL, amount=Amount.LIGHT, colour=Colour.BROWN),
    )
    (episode,) = rows(first, going_on)
    assert episode.when == "1 to 2 Oct 2026"
    assert episode.blood == "spotting to light, brown"


def test_a_bleed_on_the_day_after_is_told_with_the_sex_that_it_followed() -> None:
    with_pain = replace(sex("2026-10-01"), pain=Pain(score=3, site=PainSite.VAGINAL_ENTRANCE))
    bleed = Entry(
        date=day("2026-10-02"),
        bleeding=Bleeding(source=BleedingSource.VAGINAL, timing=Timing.AFTER_SEX),
    )
    (episode,) = rows(with_pain, bleed)
    assert (episode.what, episode.sex) == ("after sex", "vaginal")
    assert episode.pain == "3 of 10, vaginal entrance"


def test_a_period_is_one_line() -> None:
    (episode,) = rows(*period("2026-10-01"))
    assert (episode.when, episode.what, episode.blood) == (
        "1 to 5 Oct 2026",
        "period, 5 days",
        "medium",
    )


def test_empty_is_not_recorded_and_nought_is_said() -> None:
    bare = Entry(
        date=day("2026-10-01"),
        bleeding=Bleeding(source=BleedingSource.VAGINAL, timing=Timing.NOT_AFTER_SEX),
    )
    (episode,) = rows(bare)
    assert (episode.blood, episode.pain, episode.sex, episode.more) == ("", "", "", "")
    (painless,) = rows(replace(bare, pain=Pain(score=0, site=PainSite.VULVA)))
    assert painless.pain == "none"


def test_other_sources_and_unsure_ones_are_named() -> None:
    rectal = Entry(
        date=day("2026-10-03"),
        bleeding=Bleeding(source=BleedingSource.RECTAL, timing=Timing.NOT_AFTER_SEX),
    )
    unsure = Entry(
        date=day("2026-10-01"),
        bleeding=Bleeding(
            source=BleedingSource.UNKNOWN,
            possible_sources=(PossibleSource.SKIN, PossibleSource.PARTNER),
        ),
    )
    told = rows(after_sex("2026-10-05"), rectal, unsure)
    assert told[1].what == "rectal bleeding, not after sex"
    assert told[2].what == "bleeding of unknown source, after sex not known"
    assert told[2].blood == "may be from: skin, partner"


def test_sex_without_bleeding_is_listed_where_it_hurt_and_counted_where_it_did_not() -> None:
    painful = replace(sex("2026-10-03"), pain=Pain(score=6))
    content = compose(History(entries=(painful, sex("2026-10-01"), sex("2026-10-02"))), AS_OF)
    assert [(e.what, e.pain) for e in content.episodes] == [("sex without bleeding", "6 of 10")]
    assert content.episodes_note == (
        "Empty: not recorded."
        " Not listed: 2 occasions of sex with no bleeding, pain or symptom recorded."
    )


def test_symptoms_alone_have_a_line() -> None:
    (episode,) = rows(Entry(date=day("2026-10-03"), symptoms=(Symptom.DISCHARGE_SMELLY,)))
    assert (episode.what, episode.more) == ("symptoms", "smelly discharge")


def test_dates_known_to_the_month_stay_so() -> None:
    vague = replace(after_sex("2026-10-03"), date_precision=DatePrecision.MONTH)
    (episode,) = rows(vague)
    assert episode.when == "Oct 2026"


def test_the_time_of_the_sex_is_told() -> None:
    (episode,) = rows(replace(after_sex("2026-10-03"), time=dt.time(7, 5)))
    assert episode.when == "3 Oct 2026 07:05"


def test_without_episodes_the_page_says_so() -> None:
    content = compose(History(), AS_OF)
    assert content.episodes_note == "No episodes are recorded in these days."
