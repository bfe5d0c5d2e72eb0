"""Which signs are asked about: the warning signs, the short list, and the rest in groups."""

from dataclasses import replace

import pytest
from asking import PENIS, TODAY, WOMB, asked, done, start
from hypothesis import given
from hypothesis import strategies as st

from diary.cli.log.draft import Answers, Topic
from diary.cli.log.questions_about import Start
from diary.cli.log.questions_felt import DANGER, SIGNS
from diary.cli.log.signs import AT_MOST, GROUPS, danger_signs, groups_for, short_list
from diary.model import Bleeding, Entry, Fact, History, Profile, Symptom
from diary.model.background_words import Condition, Contraception
from diary.model.vocabulary import Amount, BleedingSource, Organ

STERILE = History(
    background=(Fact(what=Condition.STERILE_OR_PARTNER_STERILE),),
    profile=WOMB,
)


@pytest.mark.parametrize(
    ("answers", "are_asked"),
    [
        ({"What happened": Start.OTHER_TIME, "How much": Amount.SPOTTING, "Pain": 0}, False),
        ({"What happened": Start.OTHER_TIME, "How much": Amount.LIGHT, "Pain": 3}, False),
        ({"What happened": Start.OTHER_TIME, "How much": Amount.MEDIUM, "Pain": 0}, True),
        ({"What happened": Start.OTHER_TIME, "How much": Amount.SPOTTING, "Pain": 4}, True),
        ({"What happened": Start.OTHER_TIME, "Pain": 0}, True),
        ({"What happened": Start.PAIN_OR_SIGN, "Pain": 4}, True),
        ({"What happened": Start.PAIN_OR_SIGN, "Pain": 3}, False),
    ],
)
def test_the_warning_signs_are_asked_above_light_bleeding_or_mild_pain(
    answers: Answers, *, are_asked: bool
) -> None:
    assert ("Warning signs" in asked(answers, history=STERILE)) is are_asked


def test_the_warning_signs_are_asked_where_pregnancy_is_possible() -> None:
    answers = {"What happened": Start.OTHER_TIME, "How much": Amount.SPOTTING, "Pain": 0}
    assert "Warning signs" in asked(answers, history=History(profile=WOMB))
    assert "Warning signs" in asked(answers)
    assert "Warning signs" not in asked(answers, history=History(profile=PENIS))


def test_none_of_these_writes_every_warning_sign_that_was_shown_to_absent() -> None:
    answers = {"What happened": Start.OTHER_TIME, "How much": Amount.HEAVY}
    shown = tuple(
        danger_signs(
            replace(
                start(), entry=Entry(date=TODAY, bleeding=Bleeding(source=BleedingSource.UNKNOWN))
            )
        )
    )
    entry = done({**answers, "Warning signs": ()}).draft.entry
    assert set(entry.absent) == set(shown)
    assert Symptom.FAINT in entry.absent


def test_a_chosen_warning_sign_says_nothing_about_the_others() -> None:
    answers = {"What happened": Start.OTHER_TIME, "Warning signs": (Symptom.FAINT,)}
    entry = done(answers).draft.entry
    assert entry.symptoms == (Symptom.FAINT,)
    assert entry.absent == ()


def test_a_sign_that_is_told_later_is_no_longer_absent() -> None:
    answers = {
        "What happened": Start.OTHER_TIME,
        "How much": Amount.HEAVY,
        "Warning signs": (),
        "Other signs": (Symptom.FEVERISH,),
    }
    entry = done(answers).draft.entry
    assert entry.symptoms == (Symptom.FEVERISH,)
    assert Symptom.FEVERISH not in entry.absent
    assert Symptom.FAINT in entry.absent


def test_where_every_warning_sign_was_asked_already_the_question_does_not_come() -> None:
    heavy = done({"What happened": Start.OTHER_TIME, "How much": Amount.HEAVY}).draft
    assert DANGER.matters(heavy)
    assert not DANGER.matters(heavy.with_entry(absent=tuple(danger_signs(heavy))))


def test_not_sure_about_the_warning_signs_writes_nothing() -> None:
    entry = done({"What happened": Start.OTHER_TIME, "Warning signs": (None,)}).draft.entry
    assert entry.symptoms == entry.absent == ()


def test_a_sign_that_was_asked_is_not_asked_again() -> None:
    answers = {"What happened": Start.OTHER_TIME, "Warning signs": ()}
    entry = done(answers).draft.entry
    again = replace(start(), entry=entry, topics=frozenset({Topic.BLEEDING}))
    assert not set(short_list(again)) & set(entry.absent)


def test_fever_brings_the_thermometer() -> None:
    answers = {"What happened": Start.PAIN_OR_SIGN, "Warning signs": (Symptom.FEVERISH,)}
    assert "Temperature" in asked(answers)
    assert "Temperature" not in asked({**answers, "Warning signs": ()})


def test_missed_pills_bring_their_number() -> None:
    history = History(background=(Fact(what=Contraception.COMBINED_PILL),), profile=WOMB)
    answers = {"What happened": Start.OTHER_TIME, "Other signs": (Symptom.MISSED_PILLS,)}
    assert "Pills missed" in asked(answers, history=history)


def test_each_body_is_asked_about_its_own_parts() -> None:
    with_penis, with_womb = (start(History(profile=each)) for each in (PENIS, WOMB))
    assert Symptom.URETHRAL_DISCHARGE in short_list(with_penis)
    assert Symptom.DISCHARGE_NEW not in short_list(with_penis)
    assert Symptom.DISCHARGE_NEW in short_list(with_womb)
    assert Symptom.URETHRAL_DISCHARGE not in short_list(with_womb)
    assert "penis and testicles" not in [group.title for group in groups_for(with_womb)]


@given(st.none() | st.lists(st.sampled_from(Organ), unique=True).map(tuple))
def test_the_short_list_is_short_and_never_empty(organs: tuple[Organ, ...] | None) -> None:
    assert 1 <= len(short_list(start(History(profile=Profile(organs=organs))))) <= AT_MOST


def test_every_sign_is_in_exactly_one_group() -> None:
    assert [sign for group in GROUPS for sign in group.signs] == list(Symptom)


def test_with_a_warning_sign_the_quick_way_to_what_to_do_is_said() -> None:
    answers = {"What happened": Start.OTHER_TIME, "Warning signs": (Symptom.FAINT,)}
    with_sign = done(answers).draft
    assert "type end" in SIGNS.words(with_sign)
    assert "type end" not in SIGNS.words(start())
