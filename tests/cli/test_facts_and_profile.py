"""The person and the background: every kind of fact can be written down, ended and seen."""

from collections.abc import Callable

import pytest
from running import OpenTerminal, RunDiary

from diary.model import AbsentFact, FactKind, History
from diary.model.background_words import Condition, Contraception, Medication, Tried
from diary.model.fact import WORDS
from diary.model.vocabulary import Organ


@pytest.mark.parametrize("kind", list(FactKind), ids=lambda kind: str(kind.value))
def test_every_kind_of_fact_can_be_added(
    diary: RunDiary, recorded: Callable[[], History], kind: FactKind
) -> None:
    word = next(iter(WORDS[kind]))
    given = ("--kind", kind.value, "--what", word.value, "--start", "2026-01-05")
    note = ("--note",) if kind is FactKind.QUESTION else ()
    ran = diary("background", "add", *given, *note, input="a made-up question")
    assert ran.status == 0, ran.err
    (fact,) = recorded().background
    assert (fact.what, str(fact.start)) == (word, "2026-01-05")


def test_details_of_a_kind(diary: RunDiary, recorded: Callable[[], History]) -> None:
    visit = ("background", "add", "--kind", "visit", "--what", "referred", "--start", "2026-01-05")
    diary(*visit, "--about", "pain", "--about", "iud", "--next-due", "2027-02-01", "--private")
    (fact,) = recorded().background
    assert fact.about == ("pain", "iud")
    assert str(fact.next_due) == "2027-02-01"
    assert fact.private is True


def test_a_detail_of_another_kind_is_refused(
    diary: RunDiary, recorded: Callable[[], History]
) -> None:
    ran = diary("background", "add", "--kind", "condition", "--what", "pcos", "--helped", "yes")
    assert ran.status == 5
    assert "helped does not belong to a fact about condition" in ran.err
    assert recorded().background == ()


def test_a_word_of_another_kind_is_refused_with_those_that_fit(diary: RunDiary) -> None:
    ran = diary("background", "add", "--kind", "hrt", "--what", "implant")
    assert ran.status == 5
    assert "choose from continuous_combined, sequential" in ran.err


def test_a_fact_that_has_not_begun_is_refused(diary: RunDiary) -> None:
    given = ("--kind", "condition", "--what", "pcos", "--start", "2099-01-01")
    ran = diary("background", "add", *given)
    assert ran.status in (2, 5)
    assert "not come yet" in ran.err


def test_no_is_an_answer_and_a_later_fact_replaces_it(
    diary: RunDiary, recorded: Callable[[], History]
) -> None:
    diary("background", "add", "--kind", "medication", "--what", "anticoagulant", "--no")
    (answer,) = recorded().background_absent
    assert (answer.kind, answer.what) == (FactKind.MEDICATION, Medication.ANTICOAGULANT)
    diary("background", "add", "--kind", "medication", "--what", "anticoagulant")
    assert recorded().background_absent == ()
    assert recorded().background[0].what is Medication.ANTICOAGULANT


def test_none_of_a_kind_is_an_answer(diary: RunDiary, recorded: Callable[[], History]) -> None:
    diary("background", "add", "--kind", "condition", "--no", "--start", "2026-01-05")
    (answer,) = recorded().background_absent
    assert answer == AbsentFact(kind=FactKind.CONDITION, date=answer.date)


def test_a_fact_ends(diary: RunDiary, recorded: Callable[[], History]) -> None:
    diary("background", "add", "--kind", "contraception", "--what", "implant")
    name = diary("background", "list").out.split()[0]
    ran = diary("background", "end", name, "--on", "2026-02-01")
    assert ran.status == 0
    (fact,) = recorded().background
    assert (fact.what, str(fact.end)) == (Contraception.IMPLANT, "2026-02-01")


def test_a_fact_is_asked_for_at_a_terminal(
    terminal: OpenTerminal, recorded: Callable[[], History]
) -> None:
    screen = terminal("background", "add")
    screen.answers("What is it about?", "4").answers("Which?", "5")
    screen.answers("on which day", "2 march 2026").sees("Noted:")
    assert screen.ends() == 0
    (fact,) = recorded().background
    assert fact.what is Condition.PCOS
    assert str(fact.start) == "2026-03-02"


def test_what_was_tried_and_whether_it_helped_is_asked(
    terminal: OpenTerminal, recorded: Callable[[], History]
) -> None:
    screen = terminal("background", "add", "--kind", "tried")
    screen.answers("Which?", "1").answers("on which day").answers("Did it help?", "2")
    assert screen.sees("Noted:").ends() == 0
    (fact,) = recorded().background
    assert fact.what is Tried.LUBRICANT
    assert fact.helped is not None
    assert fact.helped.value == "a_little"


def test_the_profile_is_set_shown_and_made_unknown_again(
    diary: RunDiary, recorded: Callable[[], History]
) -> None:
    diary("profile", "--birth-year", "1990", "--part", "penis", "--part", "prostate")
    assert recorded().profile.organs == (Organ.PENIS, Organ.PROSTATE)
    shown = diary("profile").out
    assert "birth year: 1990" in shown
    diary("profile", "--clear", "birth_year", "--country", "IE")
    assert recorded().profile.birth_year is None
    assert recorded().profile.country == "IE"
    assert diary("undo", "--yes").status == 0
    assert recorded().profile.birth_year == 1990


def test_the_profile_refuses_what_cannot_be(
    diary: RunDiary, recorded: Callable[[], History]
) -> None:
    ran = diary("profile", "--birth-year", "1066")
    assert ran.status == 5
    assert ran.err == "Error: the year of birth is outside 1900 to 2100\n"
    assert recorded() == History()


def test_the_profile_is_changed_at_a_terminal(
    terminal: OpenTerminal, recorded: Callable[[], History]
) -> None:
    screen = terminal("profile")
    screen.answers("Change something?", "y").answers("born?", "abcd").sees("whole number")
    screen.types("1985").answers("parts do you have?").answers("menopause")
    screen.answers("country", "IE").sees("Noted.")
    assert screen.ends() == 0
    assert recorded().profile.birth_year == 1985
