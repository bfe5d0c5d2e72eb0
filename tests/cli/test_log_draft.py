"""The flow of questions, without a terminal: what matters after which answer, what is kept."""

from dataclasses import replace
from typing import Any

import pytest
from asking import PENIS, TODAY, WOMB, asked, done, start
from hypothesis import given
from hypothesis import strategies as st
from made_up import entries, sex

from diary.cli.log.command import EVERYTHING
from diary.cli.log.draft import Topic, replay
from diary.cli.log.questions_about import Start
from diary.model import Bleeding, Entry, History, Profile
from diary.model.vocabulary import (
    Amount,
    Answer,
    BleedingSource,
    Clots,
    SexKind,
    Timing,
)


def test_sex_without_bleeding_is_done_after_the_first_answer() -> None:
    answers = {"What happened": Start.NO_BLEEDING}
    assert asked(answers) == ["What happened"]
    entry = done(answers).draft.entry
    assert entry.sex is not None
    assert entry.no_bleeding is True
    assert entry.date == TODAY


def test_skipping_everything_says_nothing() -> None:
    assert done({}).draft.entry == Entry(date=TODAY)


def test_skipping_after_bleeding_keeps_only_what_was_said() -> None:
    entry = done({"What happened": Start.AFTER_SEX}).draft.entry
    bleeding = Bleeding(source=BleedingSource.UNKNOWN, timing=Timing.AFTER_SEX)
    assert entry.bleeding == bleeding
    assert entry.pain is None
    assert entry.symptoms == entry.absent == ()


def test_bleeding_at_another_time_is_not_after_sex_by_the_persons_word() -> None:
    answers = {"What happened": Start.OTHER_TIME}
    assert "It began" not in asked(answers)
    bleeding = done(answers).draft.bleeding
    assert bleeding is not None
    assert bleeding.timing is Timing.NOT_AFTER_SEX


def test_with_sex_recorded_nearby_when_it_began_is_asked_and_skipping_leaves_it_unknown() -> None:
    history = History(entries=(replace(sex("2026-11-20"), id="a1"),))
    answers = {"What happened": Start.OTHER_TIME}
    assert "It began" in asked(answers, history=history)
    bleeding = done(answers, history=history).draft.bleeding
    assert bleeding is not None
    assert bleeding.timing is Timing.UNKNOWN


def test_sex_and_bleeding_of_one_day_are_never_linked_without_asking() -> None:
    answers = {"What happened": Start.SEVERAL, "About": (Topic.SEX, Topic.BLEEDING)}
    assert "It began" in asked(answers)
    bleeding = done(answers).draft.bleeding
    assert bleeding is not None
    assert bleeding.timing is Timing.UNKNOWN


def test_a_period_is_not_asked_about_sex() -> None:
    answers = {
        "What happened": Start.SEVERAL,
        "About": (Topic.SEX, Topic.BLEEDING),
        "Blood from": BleedingSource.VAGINAL,
        "Your period": Answer.YES,
    }
    assert "It began" not in asked(answers)


def test_bleeding_after_sex_can_be_linked_to_the_sex_that_was_recorded() -> None:
    history = History(entries=(replace(sex("2026-11-20"), id="a1"),))
    answers = {"What happened": Start.AFTER_SEX, "After which sex": "a1"}
    names = asked(answers, history=history)
    assert "Sex" not in names
    assert "Which sex" not in names
    entry = done(answers, history=history).draft.entry
    assert entry.follows == "a1"
    assert entry.sex is None


def test_another_time_than_the_recorded_one_is_a_sex_event_of_its_own() -> None:
    history = History(entries=(replace(sex("2026-11-20"), id="a1"),))
    answers = {
        "What happened": Start.AFTER_SEX,
        "After which sex": "",
        "Sex": (SexKind.FINGERS,),
    }
    entry = done(answers, history=history).draft.entry
    assert entry.follows is None
    assert entry.sex is not None
    assert entry.sex.kinds == (SexKind.FINGERS,)


def test_older_sex_is_not_offered_for_linking() -> None:
    history = History(entries=(replace(sex("2026-11-18"), id="a1"),))
    assert "After which sex" not in asked({"What happened": Start.AFTER_SEX}, history=history)


def test_pain_after_recorded_sex_is_linked_too() -> None:
    history = History(entries=(replace(sex("2026-11-20"), id="a1"),))
    answers = {
        "What happened": Start.PAIN_OR_SIGN,
        "Pain": 5,
        "Pain with sex": Answer.YES,
        "Which sex": "a1",
    }
    assert done(answers, history=history).draft.entry.follows == "a1"


@pytest.mark.parametrize(
    ("amount", "then"),
    [
        (Amount.SPOTTING, set()),
        (Amount.LIGHT, set()),
        (Amount.MEDIUM, {"Clots"}),
        (Amount.HEAVY, {"Clots", "Pads an hour"}),
    ],
)
def test_more_blood_brings_more_questions(amount: Amount, then: set[str]) -> None:
    answers = {
        "What happened": Start.OTHER_TIME,
        "Blood from": BleedingSource.VAGINAL,
        "How much": amount,
    }
    assert {"Clots", "Pads an hour"} & set(asked(answers)) == then


def test_soaking_and_large_clots_are_asked_where_there_are_some() -> None:
    answers = {
        "What happened": Start.OTHER_TIME,
        "Blood from": BleedingSource.VAGINAL,
        "How much": Amount.HEAVY,
        "Pads an hour": 1.0,
        "Clots": Clots.LARGE,
    }
    assert {"Soaking for", "Large clots"} <= set(asked(answers))
    assert "Soaking for" not in asked({**answers, "Pads an hour": 0.5})


def test_a_changed_answer_takes_along_what_no_longer_matters() -> None:
    answers = {
        "What happened": Start.OTHER_TIME,
        "Blood from": BleedingSource.VAGINAL,
        "How much": Amount.HEAVY,
        "Pads an hour": 2.0,
    }
    changed = done({**answers, "How much": Amount.SPOTTING}).draft.bleeding
    assert changed is not None
    assert changed.pads_per_hour is None


@pytest.mark.parametrize("score", [0, 1, 3])
def test_no_or_mild_pain_is_not_asked_whether_it_was_sudden(score: int) -> None:
    names = asked({"What happened": Start.PAIN_OR_SIGN, "Pain": score})
    assert "Sudden pain" not in names
    assert ("Pain where" in names) is (score > 0)


@given(st.sampled_from([PENIS, WOMB, Profile()]), st.data())
def test_any_way_through_the_questions_ends_with_an_entry(
    profile: Profile, data: st.DataObject
) -> None:
    """Typing any of the offered numbers, or nothing, is always enough to come to the end."""
    history = History(profile=profile, entries=(replace(sex("2026-11-20"), id="a1"),))
    answers: dict[str, Any] = {}
    while True:
        progress = replay(start(history), EVERYTHING, answers)
        question = progress.question
        if question is None:
            break
        form = question.form_for(progress.draft)
        offered = [str(number) for number, _ in form.choices] or (["1", "3"] if form.hint else [])
        typed = data.draw(st.sampled_from(["", *offered]))
        answers[question.name] = form.read(typed) if typed else None
    assert len(answers) <= len(EVERYTHING)
    assert progress.draft.entry.date == TODAY


@given(entries(with_id=True))
def test_the_same_answers_always_make_the_same_entry(known: Entry) -> None:
    history = History(entries=(known,))
    answers = {"What happened": Start.OTHER_TIME, "How much": Amount.LIGHT}
    assert done(answers, history=history) == done(answers, history=history)
