"""What is shown of somebody's cycles, with the numbers that it rests on."""

from dataclasses import replace
from datetime import timedelta

from made_up import day, period
from made_up_cycles import diary, dry, run

from diary.cycles.summary import summary
from diary.cycles.volume import volume
from diary.model import Entry, Fact, History, Product, Profile
from diary.model.background_words import Contraception, Medication
from diary.model.vocabulary import Amount, ProductKind, Soaked

ON = day("2026-12-01")


def cycles_of(*lengths: int, last: str = "2026-11-20", profile: Profile | None = None) -> History:
    """Make periods whose cycles have these lengths, the last period on a given day."""
    starts = [day(last)]
    for length in reversed(lengths):
        starts.insert(0, starts[0] - timedelta(days=length))
    return diary(*(period(str(start), days=4) for start in starts), profile=profile)


def test_the_usual_length_is_the_middle_one_of_the_cycles_of_a_year() -> None:
    found = summary(cycles_of(40, 27, 28, 31, 26, 29), ON).usual
    assert found is not None
    assert (found.middle, found.shortest, found.longest, found.count) == (28, 26, 40, 6)


def test_cycles_that_began_more_than_a_year_ago_are_left_out() -> None:
    old = cycles_of(50, 28, last="2025-11-01")
    recent = cycles_of(28, 30)
    found = summary(replace(old, entries=(*old.entries, *recent.entries)), ON)
    assert found.usual is not None
    assert (found.usual.count, found.usual.longest) == (2, 30)
    assert found.frequency is not None
    assert len(found.frequency.cycles) == 2


def test_regularity_goes_by_the_year_of_birth() -> None:
    history = cycles_of(24, 28, 32)
    for born, irregular in ((1990, True), (2004, False), (None, False)):
        found = summary(replace(history, profile=Profile(birth_year=born)), ON)
        assert found.regularity is not None
        assert found.regularity.is_irregular is irregular
        assert found.age_unknown is (born is None)
    assert summary(replace(history, profile=Profile(birth_year=2012)), ON).regularity is None


def test_what_is_dated_later_is_not_seen() -> None:
    found = summary(cycles_of(28, 28), day("2026-11-19"))
    assert len(found.chart.periods) == 2


def test_people_on_hormones_are_judged_by_90_days_and_not_by_cycles() -> None:
    for what in (Contraception.IMPLANT, Contraception.COMBINED_PILL, Medication.TESTOSTERONE):
        fact = Fact(what=what, start=day("2026-01-01"))
        found = summary(replace(cycles_of(28, 28), background=(fact,)), ON)
        assert (found.frequency, found.regularity, found.duration, found.volumes) == (
            None,
            None,
            None,
            (),
        )
        assert found.hormones is not None
        assert found.hormones.is_whole
        assert found.hormones.reference.episodes == 3
        assert found.hormones.reference.bleeding_days == 12


def test_other_methods_leave_the_cycles_to_be_judged() -> None:
    fact = Fact(what=Contraception.COPPER_IUD, start=day("2026-01-01"))
    found = summary(replace(cycles_of(28, 28), background=(fact,)), ON)
    assert found.hormones is None
    assert found.frequency is not None


def test_a_method_that_began_lately_says_how_many_of_the_90_days_are_its_own() -> None:
    facts = [
        Fact(what=Contraception.COMBINED_PILL, start=day("2026-01-01"), end=day("2026-11-01")),
        Fact(what=Contraception.IMPLANT, start=day("2026-11-02")),
    ]
    found = summary(diary(run("2026-11-10", "ll"), facts=facts), ON).hormones
    assert found is not None
    assert (found.days, found.is_whole) == (30, False)


def test_days_with_an_entry_are_counted_since_the_first_one() -> None:
    found = summary(diary(dry("2026-11-02", "2026-11-30", every=7)), ON)
    assert (found.recorded, found.of) == (5, 30)
    empty = summary(diary(), ON)
    assert (empty.recorded, empty.of, empty.usual) == (0, 0, None)


def with_products(entry: Entry, *products: Product) -> Entry:
    assert entry.bleeding is not None
    return replace(entry, bleeding=replace(entry.bleeding, products=products))


def test_counted_products_give_points_and_say_what_they_rest_on() -> None:
    first, second, third = period("2026-11-20", days=3)
    full_pads = Product(kind=ProductKind.PAD, count=4, soaked=Soaked.FULL)
    tampons = Product(kind=ProductKind.TAMPON, count=3, soaked=Soaked.MEDIUM)
    cup = Product(kind=ProductKind.CUP, count=2, soaked=Soaked.FULL)
    history = diary(with_products(first, full_pads, cup), with_products(second, tampons), third)
    (found,) = summary(history, ON).volumes
    assert (found.pbac, found.products, found.days) == (4 * 20 + 3 * 5, 7, 2)
    assert found.is_heavy is False


def test_a_period_is_heavy_by_the_word_or_by_100_points_and_unknown_without_either() -> None:
    def heavy(history: History) -> bool | None:
        found = summary(history, ON)
        return volume(history, found.chart.periods[0]).is_heavy

    pads = Product(kind=ProductKind.PAD, count=5, soaked=Soaked.FULL)
    unsaid = run("2026-11-20", "???")
    assert heavy(diary(run("2026-11-20", "lhl"))) is True
    assert heavy(diary(run("2026-11-20", "lml"))) is False
    assert heavy(diary(unsaid)) is None
    assert heavy(diary(with_products(unsaid[0], pads), unsaid[1:])) is True
    assert Amount.HEAVY not in {e.bleeding.amount for e in unsaid if e.bleeding}
