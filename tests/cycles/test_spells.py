"""Bleeding days to spells: what belongs together, and what stays out."""

from dataclasses import replace
from datetime import time

from made_up import after_sex, day, sex
from made_up_cycles import bled, diary, run

from diary.cycles import DRY_DAYS, chart
from diary.model import Bleeding, Entry, History, Profile
from diary.model.vocabulary import (
    Amount,
    Answer,
    BleedingSource,
    DatePrecision,
    Organ,
    PossibleSource,
)


def spans(history: History, dry_days: int = DRY_DAYS) -> list[tuple[str, str]]:
    found = chart(history, dry_days=dry_days).spells
    return [(str(spell.start), str(spell.end)) for spell in found]


def test_one_dry_day_does_not_end_a_spell_and_two_do() -> None:
    assert spans(diary(run("2026-03-01", "mm-l"))) == [("2026-03-01", "2026-03-04")]
    assert spans(diary(run("2026-03-01", "mm--l"))) == [
        ("2026-03-01", "2026-03-02"),
        ("2026-03-05", "2026-03-05"),
    ]


def test_the_dry_days_that_end_a_spell_can_be_set() -> None:
    history = diary(run("2026-03-01", "mm--l"))
    assert spans(history, dry_days=3) == [("2026-03-01", "2026-03-05")]
    assert len(spans(diary(run("2026-03-01", "mm-l")), dry_days=1)) == 2


def test_a_bleed_after_sex_is_no_spell() -> None:
    assert spans(diary(after_sex("2026-03-10"), sex("2026-03-12"))) == []


def test_what_goes_on_after_a_bleed_after_sex_belongs_to_it() -> None:
    history = diary(after_sex("2026-03-10", amount="light"), run("2026-03-11", "ls"))
    assert spans(history) == []


def test_what_grows_heavier_than_the_bleed_after_sex_is_a_spell_of_its_own() -> None:
    history = diary(after_sex("2026-03-10", amount="spotting"), run("2026-03-11", "mm"))
    assert spans(history) == [("2026-03-11", "2026-03-12")]


def test_a_spell_that_was_there_before_goes_on_past_a_bleed_after_sex() -> None:
    for amount in ("spotting", "heavy"):
        followed = after_sex("2026-03-12", amount=amount)
        history = diary(run("2026-03-10", "mm"), followed, run("2026-03-13", "ll"))
        assert spans(history) == [("2026-03-10", "2026-03-14")]


def test_a_bleed_within_24_hours_after_sex_by_the_clock_is_no_spell() -> None:
    at_ten = replace(sex("2026-03-10"), time=time(22))
    assert spans(diary(at_ten, bled("2026-03-11", "light", at="21:59"))) == []
    assert spans(diary(at_ten, bled("2026-03-11", "light", at="22:01"))) == [
        ("2026-03-11", "2026-03-11")
    ]


def test_sex_during_a_bleed_does_not_make_its_next_day_a_bleed_after_sex() -> None:
    at_ten = replace(sex("2026-03-10"), time=time(22))
    history = diary(
        bled("2026-03-10", "medium", at="08:00"), at_ten, bled("2026-03-11", "medium", at="08:00")
    )
    assert spans(history) == [("2026-03-10", "2026-03-11")]


def test_after_a_dry_day_a_bleed_soon_after_sex_by_the_clock_is_no_more_of_the_spell() -> None:
    at_ten = replace(sex("2026-03-11"), time=time(22))
    history = diary(run("2026-03-10", "m"), at_ten, bled("2026-03-12", "light", at="08:00"))
    assert spans(history) == [("2026-03-10", "2026-03-10")]


def test_a_bleed_after_sex_that_the_person_calls_their_period_is_a_spell() -> None:
    history = diary(bled("2026-03-10", timing="after_sex", period="yes", sex=True))
    assert spans(history) == [("2026-03-10", "2026-03-10")]


def test_what_the_person_says_is_not_their_period_stands_apart() -> None:
    history = diary(
        run("2026-03-01", "mml", period="yes"), bled("2026-03-04", "light", period="no")
    )
    assert spans(history) == [("2026-03-01", "2026-03-03"), ("2026-03-04", "2026-03-04")]
    assert [spell.said for spell in chart(history).spells] == [Answer.YES, Answer.NO]


def test_what_goes_on_from_a_bleed_that_is_said_to_be_no_period_is_none_either() -> None:
    history = diary(bled("2026-03-10", "medium", period="no"), run("2026-03-11", "ml"))
    assert spans(history) == [("2026-03-10", "2026-03-12")]
    assert chart(history).periods == ()


def test_only_blood_that_is_or_may_be_vaginal_makes_a_spell() -> None:
    for source in ("rectal", "urethral", "urine", "skin", "semen"):
        assert spans(diary(bled("2026-03-01", source=source))) == []
    assert len(spans(diary(bled("2026-03-01", source="unknown")))) == 1


def test_unknown_blood_counts_as_vaginal_only_where_it_may_be() -> None:
    without = Profile(organs=(Organ.PENIS, Organ.TESTES))
    assert spans(diary(bled("2026-03-01", source="unknown"), profile=without)) == []
    rectal = Bleeding(
        source=BleedingSource.UNKNOWN,
        possible_sources=(PossibleSource.RECTAL,),
        amount=Amount.LIGHT,
    )
    assert spans(diary(Entry(date=day("2026-03-01"), bleeding=rectal))) == []


def test_an_entry_known_only_to_its_month_has_no_day_in_a_spell() -> None:
    vague = Entry(
        date=day("2026-03-01"),
        date_precision=DatePrecision.MONTH,
        bleeding=Bleeding(source=BleedingSource.VAGINAL, period=Answer.YES),
    )
    assert spans(diary(vague)) == []


def test_one_entry_for_several_days_stands_for_each_of_them() -> None:
    untimed = diary(bled("2026-03-05", hours=72))
    assert spans(untimed) == [("2026-03-03", "2026-03-05")]
    assert [str(d)[-2:] for d in chart(untimed).spells[0].days] == ["03", "04", "05"]
    assert spans(diary(bled("2026-03-05", hours=10, at="09:00"))) == [("2026-03-04", "2026-03-05")]
    assert spans(diary(bled("2026-03-05", hours=9, at="09:00"))) == [("2026-03-05", "2026-03-05")]


def test_flow_after_weeks_of_spotting_begins_a_new_spell() -> None:
    history = diary(run("2026-03-01", "mm" + "s" * 13 + "mm"))
    assert spans(history) == [("2026-03-01", "2026-03-15"), ("2026-03-16", "2026-03-17")]


def test_spotting_before_the_first_flow_stays_with_it() -> None:
    history = diary(run("2026-02-01", "mm"), run("2026-03-01", "ssmm"))
    assert spans(history) == [("2026-02-01", "2026-02-02"), ("2026-03-01", "2026-03-04")]


def test_a_spell_says_how_much_at_most_and_how_long() -> None:
    (spell,) = chart(diary(run("2026-03-01", "slh-l"))).spells
    assert (spell.amount, spell.length) == (Amount.HEAVY, 5)
    (unsaid,) = chart(diary(run("2026-03-01", "??"))).spells
    assert unsaid.amount is None


def test_a_spell_may_be_after_sex_where_only_the_day_of_the_sex_is_known() -> None:
    (near,) = chart(diary(sex("2026-03-09"), bled("2026-03-10", "light"))).spells
    (far,) = chart(diary(sex("2026-03-08"), bled("2026-03-10", "light"))).spells
    (said,) = chart(
        diary(sex("2026-03-09"), bled("2026-03-10", "light", timing="not_after_sex"))
    ).spells
    assert (near.may_be_after_sex, far.may_be_after_sex, said.may_be_after_sex) == (
        True,
        False,
        False,
    )
