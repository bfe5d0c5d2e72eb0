"""The note to paste and what to say: short, true, and the same words as the page."""

import pytest
from made_up import after_sex, day, sex

from benchmarks.gallery_people import PEOPLE, TODAY
from diary.alerts import assess
from diary.model import Fact, History
from diary.model.background_words import Question
from diary_reports.content import compose
from diary_reports.spoken import WHAT_TO_ASK, note, say

AS_OF = day("2026-11-21")


@pytest.mark.parametrize("person", PEOPLE)
def test_the_note_has_five_to_eight_lines_and_begins_with_the_sentence(person: str) -> None:
    content = compose(PEOPLE[person](), TODAY)
    lines = note(content)
    assert 5 <= len(lines) <= 8
    assert lines[0] == content.opening
    assert lines[-1].startswith("Self-reported diary, not a diagnosis.")
    assert max(map(len, lines)) <= 800
    assert all("\n" not in line for line in lines)


def test_the_note_keeps_the_three_kinds_of_danger_signs_apart(recurrent: History) -> None:
    (line,) = (line for line in note(compose(recurrent, AS_OF)) if line.startswith("Danger"))
    assert line == (
        "Danger signs recorded: bloodstained discharge (7 Nov 2026);"
        " asked about and absent: heavy bleeding, flooding, feverish, fainting; never asked:"
        " genital lump, weight loss, dizzy, breathless at rest, racing heart at rest,"
        " shoulder-tip pain."
    )


def test_what_to_say_is_the_sentence_the_questions_and_the_words_for_the_phone(
    recurrent: History,
) -> None:
    content = compose(recurrent, AS_OF)
    lines = say(content)
    assert lines[1] == f'"{content.opening}"'
    assert lines[2:6] == (
        "What worries me:",
        '"That it is something serious."',
        "Ask:",
        '"Could the coil be the reason?"',
    )
    strongest = assess(recurrent, AS_OF).alerts[0]
    assert lines[6:] == ("On the phone when booking:", f'"{strongest.what_to_say}"')


def test_a_wish_such_as_which_words_to_use_comes_first() -> None:
    wish = Fact(what=Question.WISH, note="Please say 'front hole'.")
    history = History(entries=(sex("2026-11-01"),), background=(wish,))
    lines = say(compose(history, AS_OF))
    assert lines[:2] == ("What I wish for:", "\"Please say 'front hole'.\"")


def test_without_questions_there_are_some_and_without_an_alert_nothing_to_book() -> None:
    lines = say(compose(History(entries=(sex("2026-11-01"),)), AS_OF))
    assert lines[3:] == tuple(f'"{words}"' for words in WHAT_TO_ASK)


def test_what_no_alert_stands_for_can_still_be_booked() -> None:
    """One light bleed after sex more than two years ago, and nothing since."""
    content = compose(History(entries=(after_sex("2024-01-05"),)), AS_OF)
    assert not content.notices
    assert say(content)[-1] == '"I would like to be seen about bleeding after sex."'


def test_where_nothing_is_recorded_the_note_says_no_more() -> None:
    assert note(compose(History(), AS_OF))[0] == "Nothing is recorded yet."


def test_a_long_question_does_not_make_the_note_long() -> None:
    history = History(
        entries=(after_sex("2026-11-01"),),
        background=(Fact(what=Question.QUESTION, note="Why does it come back? " * 40),),
    )
    (line,) = (line for line in note(compose(history, AS_OF)) if line.startswith("Question:"))
    assert len(line) < 400
