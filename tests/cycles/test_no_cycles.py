"""Who has no cycles, since when, and how that is said."""

import pytest
from made_up import day, period, sex
from made_up_cycles import diary, run

from diary.cycles import chart, why_no_cycles
from diary.model import Fact, History, Profile
from diary.model.background_words import (
    Breastfeeding,
    Contraception,
    Hrt,
    Medication,
    Pregnancy,
    PregnancyTest,
    Procedure,
)
from diary.model.fact import FactWord
from diary.model.vocabulary import DatePrecision, MenstrualStatus, Organ

ALL_PARTS = (Organ.VAGINA, Organ.CERVIX, Organ.UTERUS, Organ.OVARIES)


def fact(what: FactWord, start: str | None = None, end: str | None = None) -> Fact:
    return Fact(what=what, start=day(start) if start else None, end=day(end) if end else None)


def why(history: History, on: str) -> str | None:
    return why_no_cycles(history, day(on))


def lengths(history: History) -> list[int]:
    return [cycle.length for cycle in chart(history).cycles]


def test_without_any_background_there_may_be_cycles() -> None:
    assert why(diary(sex("2026-03-01")), "2026-03-01") is None
    assert why(diary(profile=Profile(organs=ALL_PARTS)), "2026-03-01") is None


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (MenstrualStatus.NOT_STARTED, "have not started"),
        (MenstrualStatus.POSTMENOPAUSE, "past the menopause"),
        (MenstrualStatus.NONE, "no periods at the moment"),
    ],
)
def test_the_time_of_life_is_said(status: MenstrualStatus, words: str) -> None:
    history = diary(run("2026-03-01", "mm"), profile=Profile(menstrual_status=status))
    found = chart(history)
    assert words in (why(history, "2026-03-02") or "")
    assert words in (found.no_cycles or "")
    assert words in (found.day_of_cycle(day("2026-03-02")).reason or "")
    assert found.periods == ()
    assert [str(spell.start) for spell in found.between_periods] == ["2026-03-01"]


@pytest.mark.parametrize("status", [MenstrualStatus.MENSTRUATING, MenstrualStatus.PERIMENOPAUSE])
def test_before_the_menopause_there_are_cycles(status: MenstrualStatus) -> None:
    assert why(diary(profile=Profile(menstrual_status=status)), "2026-03-02") is None


def test_cycles_before_the_menopause_still_count() -> None:
    history = diary(
        period("2024-01-01"),
        period("2024-01-29"),
        run("2026-03-01", "mm"),
        profile=Profile(menstrual_status=MenstrualStatus.POSTMENOPAUSE),
    )
    assert lengths(history) == [28]
    assert len(chart(history).periods) == 2


def test_without_a_womb_there_are_no_periods() -> None:
    no_womb = Profile(organs=(Organ.VAGINA, Organ.OVARIES))
    assert "womb" in (why(diary(run("2026-03-01", "mm"), profile=no_womb), "2026-03-01") or "")
    not_sure = Profile(organs=(Organ.VAGINA, Organ.OVARIES), organs_unsure=(Organ.UTERUS,))
    assert why(diary(profile=not_sure), "2026-03-01") is None


@pytest.mark.parametrize(
    "operation",
    [Procedure.HYSTERECTOMY, Procedure.HYSTERECTOMY_CERVIX_KEPT, Procedure.OOPHORECTOMY],
)
def test_an_operation_ends_cycles_on_its_day(operation: Procedure) -> None:
    history = diary(
        period("2026-01-01"), period("2026-01-29"), facts=[fact(operation, "2026-02-10")]
    )
    assert why(history, "2026-02-09") is None
    assert why(history, "2026-02-10") is not None
    assert lengths(history) == [28]


@pytest.mark.parametrize(
    ("method", "words"),
    [
        (Contraception.COMBINED_PILL, "combined pill sets"),
        (Contraception.PATCH, "patch sets"),
        (Contraception.RING, "ring sets"),
        (Contraception.PROGESTOGEN_PILL, "progestogen-only pill changes"),
        (Contraception.IMPLANT, "implant changes"),
        (Contraception.INJECTION, "injection changes"),
        (Contraception.HORMONAL_IUD, "hormonal IUD (coil) changes"),
        (Medication.TESTOSTERONE, "Testosterone changes"),
        (Hrt.SEQUENTIAL, "HRT sets"),
        (Hrt.CONTINUOUS_COMBINED, "HRT changes"),
        (Hrt.TIBOLONE, "HRT changes"),
    ],
)
def test_a_hormonal_method_is_named_as_the_reason(method: FactWord, words: str) -> None:
    history = diary(run("2026-03-01", "mmm"), facts=[fact(method, "2026-01-01")])
    assert words in (why(history, "2026-03-01") or "")
    assert chart(history).periods == ()


@pytest.mark.parametrize(
    "method",
    [
        Contraception.COPPER_IUD,
        Contraception.CONDOMS,
        Contraception.NONE,
        Contraception.STERILISATION,
        Contraception.FERTILITY_AWARENESS,
        Hrt.VAGINAL_OESTROGEN,
        Medication.IRON,
    ],
)
def test_a_method_without_hormones_leaves_cycles_alone(method: FactWord) -> None:
    history = diary(
        run("2026-03-01", "mmm"), run("2026-03-29", "mmm"), facts=[fact(method, "2026-01-01")]
    )
    assert why(history, "2026-03-29") is None
    assert lengths(history) == [28]


def test_a_change_of_method_keeps_the_cycles_before_and_counts_none_across() -> None:
    history = diary(
        *(period(start) for start in ("2026-01-01", "2026-01-29", "2026-02-26")),
        *(period(start) for start in ("2026-04-20", "2026-05-19")),
        facts=[fact(Contraception.COMBINED_PILL, "2026-03-01", "2026-04-05")],
    )
    found = chart(history)
    assert [(str(c.start), c.length) for c in found.cycles] == [
        ("2026-01-01", 28),
        ("2026-01-29", 28),
        ("2026-04-20", 29),
    ]
    assert [gap.reason for gap in found.gaps] == [
        "The combined pill sets when you bleed, so there are no cycles to count."
    ]


def test_the_bleed_in_the_week_after_stopping_the_pill_starts_no_cycle() -> None:
    pill = fact(Contraception.COMBINED_PILL, "2025-01-01", "2026-01-01")
    history = diary(period("2026-01-04"), period("2026-02-03"), period("2026-03-05"), facts=[pill])
    assert lengths(history) == [30]
    assert [str(gap.start) for gap in chart(history).gaps] == ["2026-01-04"]


def test_after_a_method_ends_the_day_is_unknown_until_the_first_period() -> None:
    implant = fact(Contraception.IMPLANT, "2025-03-01", "2026-02-01")
    history = diary(period("2025-02-01"), sex("2026-02-20"), facts=[implant])
    assert why(history, "2026-02-20") is None
    found = chart(history).day_of_cycle(day("2026-02-20"))
    assert found.reason == "No period is recorded since a time without cycles."


def test_a_method_of_unknown_start_has_always_been_there() -> None:
    history = diary(
        period("2026-01-01"), period("2026-01-29"), facts=[fact(Contraception.INJECTION)]
    )
    assert lengths(history) == []


def test_a_start_known_to_its_month_leaves_that_month_out() -> None:
    pill = Fact(
        what=Contraception.COMBINED_PILL,
        start=day("2026-02-20"),
        date_precision=DatePrecision.MONTH,
    )
    history = diary(period("2026-01-10"), period("2026-02-08"), facts=[pill])
    assert lengths(history) == []


def test_a_bleed_on_the_pill_that_the_person_calls_their_period_stays_one() -> None:
    pill = fact(Contraception.COMBINED_PILL, "2025-01-01")
    history = diary(period("2026-03-01"), run("2026-03-15", "ss"), facts=[pill])
    assert [str(found.start) for found in chart(history).periods] == ["2026-03-01"]
    assert [str(spell.start) for spell in chart(history).between_periods] == ["2026-03-15"]


def test_in_pregnancy_there_are_no_cycles_from_two_weeks_after_the_last_period() -> None:
    history = diary(
        period("2026-01-01"),
        period("2026-01-29"),
        run("2026-03-20", "mm"),
        facts=[fact(Pregnancy.ONGOING, "2026-01-29")],
    )
    assert why(history, "2026-02-11") is None
    assert "pregnancy" in (why(history, "2026-02-12") or "")
    assert lengths(history) == [28]
    assert [str(spell.start) for spell in chart(history).between_periods] == ["2026-03-20"]


def test_a_due_date_dates_a_pregnancy() -> None:
    pregnant = Fact(what=Pregnancy.ONGOING, due_date=day("2026-10-08"))
    assert why(diary(facts=[pregnant]), "2026-01-14") is None
    assert why(diary(facts=[pregnant]), "2026-01-15") is not None


def test_after_a_birth_there_are_no_cycles_until_periods_come_back() -> None:
    birth = [fact(Pregnancy.ONGOING, "2025-01-01"), fact(Pregnancy.BIRTH, "2025-10-05")]
    waiting = diary(run("2025-10-06", "mmml"), run("2025-11-20", "mmm"), facts=birth)
    assert "after the birth" in (why(waiting, "2025-11-25") or "")
    assert chart(waiting).periods == ()
    back = diary(waiting.entries, period("2025-12-20"), period("2026-01-18"), facts=birth)
    assert why(back, "2025-12-20") is None
    assert lengths(back) == [29]


def test_bleeding_like_a_period_8_weeks_after_a_birth_brings_cycles_back() -> None:
    birth = [fact(Pregnancy.BIRTH, "2025-10-05"), fact(Breastfeeding.BREASTFEEDING, "2025-10-05")]
    within = diary(run("2025-11-30", "mmm"), facts=birth)
    assert chart(within).periods == ()
    after = diary(run("2025-12-01", "mmm"), facts=birth)
    assert [str(found.start) for found in chart(after).periods] == ["2025-12-01"]


def test_while_breastfeeding_goes_on_the_wait_for_periods_has_no_end() -> None:
    birth = fact(Pregnancy.BIRTH, "2025-01-01")
    feeding = fact(Breastfeeding.BREASTFEEDING, "2025-01-02")
    assert why(diary(facts=[birth, feeding]), "2026-01-01") is not None
    assert why(diary(facts=[birth]), "2025-03-26") is not None
    assert why(diary(facts=[birth]), "2025-03-27") is None
    assert "breastfeeding" in (why(diary(facts=[feeding]), "2025-06-01") or "")


def test_after_a_miscarriage_bleeding_of_3_weeks_is_no_period() -> None:
    lost = [fact(Pregnancy.ONGOING, "2026-01-01"), fact(Pregnancy.MISCARRIAGE, "2026-02-20")]
    history = diary(run("2026-02-20", "mmmm"), run("2026-03-13", "mm"), facts=lost)
    assert "pregnancy ends" in (why(history, "2026-03-13") or "")
    assert chart(history).periods == ()
    back = diary(run("2026-02-20", "mmmm"), run("2026-03-20", "mmm"), facts=lost)
    assert [str(found.start) for found in chart(back).periods] == ["2026-03-20"]


def test_a_positive_test_alone_means_pregnancy_until_something_else_is_known() -> None:
    positive = fact(PregnancyTest.POSITIVE, "2026-02-01")
    assert why(diary(facts=[positive]), "2026-01-31") is None
    assert "pregnancy" in (why(diary(facts=[positive]), "2026-05-01") or "")
    negative = fact(PregnancyTest.NEGATIVE, "2026-03-01")
    assert why(diary(facts=[positive, negative]), "2026-03-01") is None
    assert why(diary(period("2026-03-10"), facts=[positive]), "2026-03-10") is None


def test_a_positive_test_soon_after_a_miscarriage_is_no_new_pregnancy() -> None:
    facts = [
        fact(Pregnancy.MISCARRIAGE, "2026-02-01"),
        fact(PregnancyTest.POSITIVE, "2026-02-20"),
    ]
    assert why(diary(facts=facts), "2026-06-01") is None


def test_a_pregnancy_that_was_never_closed_ends_after_44_weeks() -> None:
    history = diary(facts=[fact(Pregnancy.ONGOING, "2025-01-01")])
    assert why(history, "2025-11-05") is not None
    assert why(history, "2025-11-06") is None


def test_a_pregnancy_explains_the_status_none_and_dates_it() -> None:
    history = diary(
        *(period(start) for start in ("2025-11-01", "2025-11-29")),
        facts=[fact(Pregnancy.ONGOING, "2025-12-27")],
        profile=Profile(menstrual_status=MenstrualStatus.NONE),
    )
    assert lengths(history) == [28]
    assert why(history, "2025-12-20") is None
    assert why(history, "2026-02-01") == "There are no periods in pregnancy."
