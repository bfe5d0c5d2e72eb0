"""What cannot be is refused in one sentence, where the value is made."""

import datetime as dt
from dataclasses import replace

import pytest
from made_up import day

from diary.errors import InvalidValue
from diary.model import AbsentFact, Bleeding, Entry, Fact, FactKind, Pain, Product, Profile, Sex
from diary.model.background_words import Condition, Contraception, Medication, Question, Visit
from diary.model.symptom import Symptom
from diary.model.vocabulary import (
    BleedingSource,
    DatePrecision,
    Organ,
    PainSite,
    ProductKind,
    SexKind,
)

TODAY = day("2026-03-01")
VAGINAL = BleedingSource.VAGINAL


@pytest.mark.parametrize("score", [0, 10])
def test_pain_goes_from_0_to_10(score: int) -> None:
    assert Pain(score=score).score == score


@pytest.mark.parametrize("score", [-1, 11])
def test_pain_outside_0_to_10_is_refused(score: int) -> None:
    with pytest.raises(InvalidValue, match="pain is outside 0 to 10"):
        Pain(score=score)


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"temperature_c": 29.9}, "the temperature is outside 30 to 45"),
        ({"temperature_c": 45.1}, "the temperature is outside 30 to 45"),
        ({"distress": 11}, "distress is outside 0 to 10"),
        ({"cycle_day": 0}, "the cycle day is outside 1 to 400"),
        ({"missed_pill_count": 101}, "the number of missed pills is outside 0 to 100"),
        ({"note": "x" * 10_001}, "the note is longer than 10,000 characters"),
        ({"origin": "x" * 201}, "the origin is longer than 200 characters"),
        ({"note": "\ud800"}, "the note holds half a character that cannot be saved"),
        ({"date": day("1899-12-31")}, "the day is outside the years 1900 to 2100"),
        ({"date": day("2101-01-01")}, "the day is outside the years 1900 to 2100"),
        ({"id": " a"}, "the id is empty, or holds what cannot be shown"),
        ({"id": "a\x1b[2J"}, "the id is empty, or holds what cannot be shown"),
        ({"id": "x" * 201}, "the id is longer than 200 characters"),
        ({"no_bleeding": False}, "no bleeding is either true or left out"),
        ({"no_sex": False}, "no sex is either true or left out"),
        ({"symptoms": (Symptom.FAINT, Symptom.FAINT)}, "the symptoms names something twice"),
        ({"symptoms_since": day("2026-03-02")}, "the symptoms began after the day of the entry"),
        (
            {"bleeding": Bleeding(source=VAGINAL), "no_bleeding": True},
            "an entry cannot say both bleeding and no bleeding",
        ),
        ({"sex": Sex(), "no_sex": True}, "an entry cannot say both sex and no sex"),
    ],
)
def test_an_entry_refuses(values: dict[str, object], sentence: str) -> None:
    with pytest.raises(InvalidValue, match=sentence):
        replace(Entry(date=TODAY), **values)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"large_clot_count": 101}, "the count of large clots is outside 0 to 100"),
        ({"pads_per_hour": 20.5}, "the number of pads an hour is outside 0 to 20"),
        ({"soaking_hours": 241.0}, "the hours of soaking is outside 0 to 240"),
        ({"volume_ml": 5001.0}, "the volume of blood is outside 0 to 5000"),
        ({"duration_hours": -0.5}, "the duration of the bleeding is below 0"),
        ({"duration_hours": float("inf")}, "the duration of the bleeding is not a number"),
        ({"duration_hours": float("nan")}, "the duration of the bleeding is not a number"),
        ({"hours_after_sex": 24.5}, "the hours after sex is outside 0 to 24"),
    ],
)
def test_a_bleed_refuses(values: dict[str, object], sentence: str) -> None:
    with pytest.raises(InvalidValue, match=sentence):
        replace(Bleeding(source=VAGINAL), **values)  # type: ignore[arg-type]


def test_a_product_count_goes_from_1_to_100() -> None:
    with pytest.raises(InvalidValue, match="the count of a product is outside 1 to 100"):
        Product(kind=ProductKind.PAD, count=0)


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"birth_year": 1899}, "the year of birth is outside 1900 to 2100"),
        ({"menarche_age": 4}, "the age at the first period is outside 5 to 25"),
        ({"usual_cycle_length": 9}, "the usual cycle length is outside 10 to 400"),
        ({"usual_period_length": 61}, "the usual period length is outside 1 to 60"),
        ({"country": "gb"}, "the country is not a code of two capital letters"),
        ({"region": "Scotland"}, "the region is not a code such as GB-SCT"),
        ({"organs": (Organ.UTERUS, Organ.UTERUS)}, "the parts names something twice"),
    ],
)
def test_a_profile_refuses(values: dict[str, object], sentence: str) -> None:
    with pytest.raises(InvalidValue, match=sentence):
        replace(Profile(), **values)  # type: ignore[arg-type]


def test_a_fact_cannot_end_before_it_starts() -> None:
    with pytest.raises(InvalidValue, match="the end is before the start"):
        Fact(what=Contraception.COPPER_IUD, start=day("2026-02-02"), end=day("2026-02-01"))


def test_a_start_known_to_its_year_allows_any_end_in_that_year() -> None:
    fact = Fact(
        what=Contraception.IMPLANT,
        start=day("2020-06-15"),
        end=day("2020-03-01"),
        date_precision=DatePrecision.YEAR,
    )
    assert fact.end == day("2020-03-01")


def test_a_detail_of_another_kind_does_not_belong() -> None:
    with pytest.raises(InvalidValue, match="due_date does not belong to a fact about condition"):
        Fact(what=Condition.PCOS, due_date=TODAY)


def test_a_question_needs_its_words() -> None:
    with pytest.raises(InvalidValue, match="a question needs its words in the note"):
        Fact(what=Question.WORRY)


def test_an_absent_fact_names_a_word_of_its_kind() -> None:
    with pytest.raises(InvalidValue, match="a word of another kind"):
        AbsentFact(kind=FactKind.MEDICATION, what=Condition.OTHER)


def test_the_same_word_of_two_kinds_is_not_the_same_fact() -> None:
    assert Fact(what=Condition.OTHER) != Fact(what=Medication.OTHER)


def test_words_are_held_in_one_order_whatever_order_they_came_in() -> None:
    one = Sex(kinds=(SexKind.TOY, SexKind.VAGINAL))
    other = Sex(kinds=(SexKind.VAGINAL, SexKind.TOY))
    assert one == other
    assert Pain(other_sites=(PainSite.GROIN, PainSite.VULVA)).other_sites == (
        PainSite.VULVA,
        PainSite.GROIN,
    )


@pytest.mark.parametrize(
    ("start", "end", "holds"),
    [
        (None, None, True),
        ("2026-03-01", None, True),
        ("2026-03-02", None, False),
        ("2026-01-01", "2026-03-01", True),
        ("2026-01-01", "2026-02-28", False),
    ],
)
def test_a_fact_holds_from_its_start_through_its_end(
    start: str | None, end: str | None, *, holds: bool
) -> None:
    fact = Fact(
        what=Visit.REFERRED, start=day(start) if start else None, end=day(end) if end else None
    )
    assert fact.holds_on(TODAY) is holds


def test_recorded_at_keeps_its_offset() -> None:
    moment = dt.datetime(2026, 3, 1, 22, 0, tzinfo=dt.timezone(dt.timedelta(hours=5)))
    assert Entry(date=TODAY, recorded_at=moment).recorded_at == moment
