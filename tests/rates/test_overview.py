"""All counts of a diary together: sources, the cut to some days, and what always holds."""

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import time, timedelta
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from made_up import FLAG, LAST_DAY, after_sex, day, days, everything, maybe, one, period, sex, words
from made_up_cycles import bled, diary

from diary.model import Bleeding, Entry, Fact, History, Profile, Sex
from diary.model.background_words import Contraception
from diary.model.vocabulary import (
    Answer,
    BleedingSource,
    DatePrecision,
    Organ,
    SexKind,
    Timing,
)
from diary.rates import Rate, overview
from diary.rates.chance import Chance
from diary.rates.changes import CHANGES
from diary.rates.document import to_document
from diary.rates.overview import Overview

AS_OF = LAST_DAY + timedelta(days=20)


def entries_of(*, most: int = 8) -> st.SearchStrategy[list[Entry]]:
    """Some entries of different days of one spring, so that bleeds follow sex and go on."""
    blood = st.builds(
        Bleeding,
        source=st.sampled_from([BleedingSource.VAGINAL, BleedingSource.RECTAL]),
        timing=one(Timing),
        period=one(Answer),
    )
    had = st.builds(Sex, kinds=words(SexKind), lubricant=FLAG, condom=FLAG)
    entry = st.builds(
        Entry,
        date=days(day("2026-03-01"), day("2026-03-31")),
        time=maybe(st.sampled_from([time(8), time(22)])),
        date_precision=one(DatePrecision),
        sex=maybe(had),
        bleeding=maybe(blood),
        origin=maybe(st.just("another program")),
    )
    return st.lists(entry, max_size=most, unique_by=lambda e: e.date)


def known(rate: Rate) -> tuple[int, int]:
    return rate.bled, rate.of


def known_parts(counted: Overview) -> dict[str, tuple[int, int]]:
    """Return the known counts of every part that has any, by its name."""
    splits = {"lubricant": counted.lubricant, "condom": counted.condom}
    parts = {"whole": counted.rate}
    for name, split in splits.items():
        parts[name], parts[f"no {name}"] = split.used, split.not_used
        parts[f"{name} not known"] = split.not_known
    for change in counted.changes:
        parts[f"before {change.day}"], parts[f"after {change.day}"] = change.before, change.after
    for month in counted.months:
        parts[f"{month.first}"] = month.rate
    for some in counted.kinds:
        parts[f"{some.kinds}"] = some.rate
    return {name: known(rate) for name, rate in parts.items() if rate.of}


def total(rates: Iterable[Rate]) -> tuple[int, int, int]:
    every = list(rates)
    return sum(r.bled for r in every), sum(r.of for r in every), sum(r.unknown for r in every)


def test_a_year_with_known_truth() -> None:
    """Four bleeds in 14 times; a period, a time not known and the day of the coil beside them."""

    def of(entry: Entry, *, lubricant: bool) -> Entry:
        return replace(entry, sex=Sex(kinds=(SexKind.VAGINAL,), lubricant=lubricant))

    history = diary(
        *(of(after_sex(f"2026-0{n}-05"), lubricant=False) for n in (1, 2, 3, 4)),
        *(of(sex(f"2026-0{n}-15"), lubricant=True) for n in range(1, 10)),
        period("2026-03-20"),
        sex("2026-07-01"),
        bled("2026-07-02", "light"),
        sex("2026-05-01"),
        facts=[Fact(what=Contraception.COPPER_IUD, start=day("2026-05-01"))],
    )
    counted = overview(history, day("2026-09-30"))
    assert counted.source is BleedingSource.VAGINAL
    assert (*known(counted.rate), counted.rate.unknown) == (4, 14, 1)
    assert known(counted.lubricant.not_used) == (4, 4)
    assert known(counted.lubricant.used) == (0, 9)
    (coil,) = counted.changes
    assert coil.days == (day("2026-05-01") - day("2026-01-05")).days == 116
    assert (known(coil.before), known(coil.after)) == ((4, 8), (0, 4))
    assert counted.lubricant.compared.chance is Chance.UNUSUAL
    assert (counted.course.bleeds, counted.recorded.times) == (4, 15)


def test_the_vagina_comes_first_and_other_sources_are_named_beside() -> None:
    anal = (bled(f"2026-03-0{n}", source="rectal", timing="after_sex", sex=True) for n in (1, 3, 5))
    counted = overview(diary(*anal, after_sex("2026-03-10"), sex("2026-03-12")), AS_OF)
    assert counted.source is BleedingSource.VAGINAL
    assert known(counted.rate) == (1, 5)
    (other,) = counted.elsewhere
    assert (other.source, known(other.rate)) == (BleedingSource.RECTAL, (3, 5))


def test_without_blood_from_the_vagina_the_most_frequent_source_comes_first() -> None:
    history = diary(
        bled("2026-03-01", source="urine", timing="after_sex", sex=True),
        *(bled(f"2026-03-1{n}", source="semen", timing="during_sex", sex=True) for n in (0, 5)),
        profile=Profile(organs=(Organ.PENIS,)),
    )
    assert overview(history, AS_OF).source is BleedingSource.SEMEN
    asked = overview(history, AS_OF, source=BleedingSource.URINE)
    assert (asked.source, known(asked.rate)) == (BleedingSource.URINE, (1, 3))


def test_blood_of_unknown_source_may_be_vaginal_only_where_there_is_a_vagina() -> None:
    unknown = bled("2026-03-01", source="unknown", timing="after_sex", sex=True)
    assert overview(diary(unknown), AS_OF).source is BleedingSource.VAGINAL
    without = diary(unknown, profile=Profile(organs=(Organ.PENIS,)))
    assert overview(without, AS_OF).source is BleedingSource.UNKNOWN


def test_where_there_was_no_bleed_blood_from_anywhere_is_asked_about() -> None:
    counted = overview(diary(sex("2026-03-01"), sex("2026-03-05")), AS_OF)
    assert counted.source is None
    assert known(counted.rate) == (0, 2)
    assert counted.elsewhere == ()


def test_a_bleed_after_the_last_day_still_tells_about_the_sex_before_it() -> None:
    history = diary(
        Entry(id="one", date=day("2026-03-31"), sex=Sex()),
        bled("2026-04-01", follows="one"),
    )
    march = overview(history, AS_OF, until=day("2026-03-31"))
    assert known(march.rate) == (1, 1)
    as_then_known = overview(history, day("2026-03-31"))
    assert known(as_then_known.rate) == (0, 1)
    april = overview(history, AS_OF, since=day("2026-04-01"))
    assert (known(april.rate), april.course.bleeds) == ((0, 0), 1)


def test_an_empty_diary_has_no_numbers() -> None:
    counted = overview(History(), AS_OF)
    assert (counted.window.first, counted.months, counted.kinds) == (None, (), ())
    assert known(counted.rate) == (0, 0)
    assert counted.recorded.days == 0


COIL = Fact(what=Contraception.COPPER_IUD, start=day("2026-03-16"))


def test_a_diary_in_which_every_word_occurs_can_be_counted() -> None:
    history = everything()
    counted = overview(history, AS_OF)
    assert counted.recorded.times == sum(entry.sex is not None for entry in history.entries)
    assert {fact.kind for change in counted.changes for fact in change.facts} <= CHANGES
    assert json.loads(json.dumps(to_document(counted))) == to_document(counted)


@settings(deadline=None)
@given(entries_of())
def test_the_parts_never_add_up_to_more_than_the_whole(written: list[Entry]) -> None:
    counted = overview(diary(written, facts=[COIL]), AS_OF)
    rate = counted.rate
    whole = (rate.bled, rate.of, rate.unknown)
    assert total(some.rate for some in counted.kinds) == whole
    for split in (counted.lubricant, counted.condom):
        assert total((split.used, split.not_used, split.not_known)) == whole
    for change in counted.changes:
        sides = total((change.before, change.after))
        assert all(part <= of for part, of in zip(sides, whole, strict=True))
    in_months = total(month.rate for month in counted.months)
    assert all(part <= of for part, of in zip(in_months, whole, strict=True))
    assert rate.of + rate.unknown == counted.recorded.times


@settings(deadline=None)
@given(entries_of(), st.builds(Sex, kinds=words(SexKind), lubricant=FLAG, condom=FLAG))
def test_a_time_that_is_not_known_changes_no_known_count(written: list[Entry], had: Sex) -> None:
    not_known = Entry(
        date=day("2026-04-20"),
        sex=had,
        bleeding=Bleeding(source=BleedingSource.VAGINAL, timing=Timing.UNKNOWN),
    )
    before, after = (
        overview(diary(some, facts=[COIL]), AS_OF, source=BleedingSource.VAGINAL)
        for some in (written, [*written, not_known])
    )
    assert known_parts(after) == known_parts(before)
    assert after.rate.unknown == before.rate.unknown + 1
    assert after.lubricant.compared == before.lubricant.compared


@settings(deadline=None)
@given(entries_of(), st.randoms())
def test_the_order_of_writing_does_not_matter(written: list[Entry], random: Random) -> None:
    shuffled = random.sample(written, len(written))
    assert overview(diary(written), AS_OF) == overview(diary(shuffled), AS_OF)
