"""Key facts, danger signs, alerts, and what was not recorded."""

from dataclasses import replace
from typing import Any

import pytest
from made_up import after_sex, day, period, sex

from diary.alerts import Urgency
from diary.model import AbsentFact, Fact, FactKind, History, Profile
from diary.model.background_words import (
    Condition,
    Contraception,
    Helped,
    InfectionTreated,
    Investigation,
    Medication,
    Pregnancy,
    PregnancyPossible,
    Procedure,
    Question,
    Result,
    Tried,
    Visit,
)
from diary.model.vocabulary import (
    DatePrecision,
    MenstrualStatus,
    Organ,
)
from diary_reports.content import compose
from diary_reports.first_page import FirstPage, first_page
from diary_reports.values import Content

AS_OF = day("2026-11-21")


def fact(content: Content, label: str) -> str:
    """Return the text of a key fact, empty where there is none."""
    return next((line.text for line in content.facts if line.label == label), "")


def shown(page: FirstPage, part: str) -> dict[str, str]:
    """Return the lines of a part of page one, each text by its label."""
    lines: Any = page.data[part]
    return {line["label"]: line["text"] for line in lines}


def with_facts(*facts: Fact) -> Content:
    """Return the report of a person of whom only these facts are known."""
    return compose(History(background=facts), AS_OF)


def test_the_key_facts_stand_with_their_dates(recurrent: History) -> None:
    content = compose(recurrent, AS_OF)
    assert fact(content, "Age") == "about 34 (born 1992)"
    assert fact(content, "Has") == "vagina, cervix, uterus, ovaries"
    assert fact(content, "Last period") == "23 Oct 2026"
    assert fact(content, "Cycle") == "28 to 29 days (4 complete); bleeds 5 days"
    assert fact(content, "Contraception") == (
        "copper IUD since Jan 2026; combined pill May 2019 to Jan 2026"
    )
    assert fact(content, "Pregnancy") == "test negative, 20 Oct 2026"
    assert fact(content, "Cervical screening") == (
        "negative (HPV), 2 Sep 2021, next due 2 Sep 2026"
    )
    assert fact(content, "STI test") == "negative, 20 Feb 2026"
    assert fact(content, "Procedures and tests") == "colposcopy, normal, 1 Feb 2020"
    assert fact(content, "Visits") == "checked, normal, 5 Mar 2026 (bleeding after sex)"


def test_medicines_and_conditions_bear_the_names_that_the_person_gave() -> None:
    content = with_facts(
        Fact(what=Medication.OTHER, note="sertraline 50 mg", start=day("2025-03-01")),
        Fact(what=Medication.ANTICOAGULANT, note="apixaban"),
        Fact(what=Condition.OTHER, note="coeliac disease"),
    )
    assert fact(content, "Medicines") == (
        "sertraline 50 mg since Mar 2025; anticoagulant (apixaban)"
    )
    assert fact(content, "Conditions") == "coeliac disease"


def test_what_was_asked_about_and_absent_is_told_as_such(recurrent: History) -> None:
    content = compose(recurrent, AS_OF)
    assert fact(content, "Medicines").endswith("no anticoagulant (said 7 Nov 2026)")
    assert fact(content, "Conditions") == "no bleeding disorder"
    none = History(background_absent=(AbsentFact(kind=FactKind.MEDICATION),))
    assert fact(compose(none, AS_OF), "Medicines") == "no medicines"


def test_a_fact_takes_back_an_earlier_no() -> None:
    history = History(
        background=(Fact(what=Medication.ANTICOAGULANT, start=day("2026-10-01")),),
        background_absent=(
            AbsentFact(kind=FactKind.MEDICATION, what=Medication.ANTICOAGULANT),
            AbsentFact(kind=FactKind.MEDICATION),
        ),
    )
    assert fact(compose(history, AS_OF), "Medicines") == "anticoagulant since 1 Oct 2026"


@pytest.mark.parametrize(
    ("precision", "told"),
    [
        (DatePrecision.WEEK, "haemorrhoids since week of 14 Mar 2024"),
        (DatePrecision.MONTH, "haemorrhoids since Mar 2024"),
        (DatePrecision.YEAR, "haemorrhoids since 2024"),
    ],
)
def test_dates_are_told_no_more_exactly_than_they_are_known(
    precision: DatePrecision, told: str
) -> None:
    content = with_facts(
        Fact(what=Condition.HAEMORRHOIDS, start=day("2024-03-14"), date_precision=precision)
    )
    assert fact(content, "Conditions") == told


def test_pregnancy_is_told_with_weeks_and_what_the_person_thinks_possible() -> None:
    """24 September to 21 November is 58 days: 8 weeks and 2 days."""
    content = with_facts(
        Fact(what=Pregnancy.ONGOING, start=day("2026-09-24"), due_date=day("2027-07-01"))
    )
    assert fact(content, "Pregnancy") == "pregnant, 8 weeks 2 days; due 1 Jul 2027"
    possible = with_facts(Fact(what=PregnancyPossible.UNSURE, start=day("2026-11-01")))
    assert fact(possible, "Pregnancy") == "not sure if possible, 1 Nov 2026"


def test_treatments_tests_and_visits_are_told() -> None:
    content = with_facts(
        Fact(what=InfectionTreated.PID, start=day("2026-02-01")),
        Fact(what=Investigation.PELVIC_ULTRASOUND, result=Result.PENDING, start=day("2026-11-02")),
        Fact(what=Procedure.LLETZ, start=day("2020-05-05")),
        Fact(what=Visit.REFERRED, start=day("2026-11-02"), next_due=day("2026-12-05")),
    )
    assert fact(content, "Infection treated") == "pelvic inflammatory disease, 1 Feb 2026"
    assert fact(content, "Procedures and tests") == (
        "LLETZ, 5 May 2020; pelvic ultrasound, pending, 2 Nov 2026"
    )
    assert fact(content, "Visits") == "referred, 2 Nov 2026, next 5 Dec 2026"


def test_facts_that_do_not_fit_on_page_one_stand_in_full_later() -> None:
    names = [f"a medicine with a long name, number {number}" for number in range(5)]
    content = with_facts(*(Fact(what=Medication.OTHER, note=name) for name in names))
    (line,) = (line for line in content.facts if line.label == "Medicines")
    assert all(name in line.text for name in names)
    page = first_page(content)
    assert shown(page, "facts")["Medicines:"] == f"{names[4]}; {names[3]}; {names[2]}; 2 more"
    assert line in page.in_full


def test_what_was_not_recorded_is_named_and_nothing_is_a_nought(sparse: History) -> None:
    content = compose(sparse, AS_OF)
    assert content.facts == ()
    assert content.not_recorded == (
        *("age", "last period", "cycle", "contraception", "pregnancy", "cervical screening"),
        *("HPV vaccine", "STI test", "medicines", "conditions"),
    )


def test_only_what_concerns_the_body_is_missed(semen: History) -> None:
    missed = ("STI test", "medicines", "conditions", "procedures and tests")
    assert compose(semen, AS_OF).not_recorded == missed


def test_after_the_menopause_nobody_misses_a_last_period(after_menopause: History) -> None:
    content = compose(after_menopause, AS_OF)
    assert fact(content, "Periods") == "after the menopause"
    assert not {"last period", "cycle", "pregnancy"}.intersection(content.not_recorded)


def test_stated_lengths_count_where_no_cycle_is_recorded() -> None:
    profile = Profile(
        usual_cycle_length=28, usual_period_length=5, last_period_start=day("2026-11-01")
    )
    content = compose(History(profile=profile), AS_OF)
    assert fact(content, "Cycle") == "usually 28 days, as stated; bleeds 5 days, as stated"
    assert fact(content, "Last period") == "1 Nov 2026"


def test_a_birth_year_that_has_not_come_yet_gives_no_age() -> None:
    assert fact(compose(History(profile=Profile(birth_year=2100)), AS_OF), "Age") == ""


def test_alerts_stand_in_clinical_words_with_the_days_of_their_entries(
    recurrent: History,
) -> None:
    content = compose(recurrent, AS_OF)
    strongest = content.notices[0]
    assert strongest.urgency is Urgency.WITHIN_TWO_WEEKS
    assert strongest.text.startswith("Postcoital bleeding")
    assert strongest.days == (day("2026-08-08"), day("2026-10-10"), day("2026-11-07"))
    assert content.no_notices == ""


def test_with_nothing_recorded_the_page_says_that_it_cannot_tell() -> None:
    content = compose(History(), AS_OF)
    assert content.notices == ()
    assert content.no_notices == "Not enough is recorded for the rules to say anything."


def test_questions_stand_in_the_words_of_the_person(recurrent: History) -> None:
    told = [(line.label, line.text) for line in compose(recurrent, AS_OF).questions]
    assert told == [
        ("Question", "Could the coil be the reason?"),
        ("Worry", "That it is something serious."),
    ]


def test_a_long_question_is_cut_at_a_word_and_kept_in_full() -> None:
    words = "Why does it come back each time? " * 20
    content = with_facts(Fact(what=Question.QUESTION, note=words))
    assert [line.text for line in content.questions] == [words.strip()]
    page = first_page(content)
    (text,) = shown(page, "questions").values()
    assert text.endswith("…")
    assert words.startswith(text.removesuffix("…") + " ")
    assert len(text) <= 120
    assert content.questions[0] in page.in_full


def test_what_was_tried_is_told_with_whether_it_helped() -> None:
    content = with_facts(
        Fact(what=Tried.LUBRICANT, helped=Helped.A_LITTLE),
        Fact(what=Tried.MORE_TIME, helped=Helped.NO),
        Fact(what=Tried.REST),
    )
    assert content.tried == ("lubricant (helped a little)", "more time (did not help)", "rest")


def test_background_is_told_as_it_is_on_the_day_of_the_report() -> None:
    later = Fact(what=Contraception.HORMONAL_IUD, start=day("2026-11-10"))
    history = History(background=(later,), entries=(sex("2026-10-01"),))
    content = compose(history, AS_OF, until=day("2026-10-31"))
    assert fact(content, "Contraception") == "hormonal IUD since 10 Nov 2026"


def test_on_a_method_without_cycles_the_page_says_that_none_are_counted() -> None:
    history = History(
        profile=Profile(organs=(Organ.VAGINA, Organ.UTERUS)),
        background=(Fact(what=Contraception.COMBINED_PILL, start=day("2025-01-01")),),
        entries=(*period("2026-10-01"), after_sex("2026-10-20")),
    )
    assert fact(compose(history, AS_OF), "Cycle").startswith("none counted now")


def test_no_bleed_is_between_periods_after_the_menopause(after_menopause: History) -> None:
    assert after_menopause.profile.menstrual_status is MenstrualStatus.POSTMENOPAUSE
    content = compose(after_menopause, AS_OF)
    assert all("between periods" not in episode.what for episode in content.episodes)
    menstruating = replace(after_menopause, profile=Profile(), entries=after_menopause.entries)
    with_periods = replace(
        menstruating, entries=(*menstruating.entries, *period("2026-08-25"), *period("2026-10-22"))
    )
    told = compose(with_periods, AS_OF).episodes
    assert [e.what for e in told if e.day == day("2026-10-02")] == ["between periods"]
