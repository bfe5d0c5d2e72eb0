"""An entry is changed by options or at prompts, and undo takes the change back."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from running import OpenTerminal, RunDiary

from diary.model import Entry, History, Symptom
from diary.model.vocabulary import Amount, Colour, Timing

Recorded = Callable[[], History]


@pytest.fixture
def episode(diary: RunDiary, recorded: Recorded) -> Entry:
    """Return an entry with sex, a bleed after it and pain."""
    ran = diary(
        *("log", "--on", "2026-03-09", "--sex", "vaginal", "--bleeding", "spotting"),
        *("--source", "vaginal", "--after-sex", "--pain", "3", "--colour", "pink"),
    )
    assert ran.status == 0, ran.err
    return recorded().entries[0]


def test_options_change_what_they_say_and_nothing_else(
    diary: RunDiary, recorded: Recorded, episode: Entry
) -> None:
    ran = diary("edit", str(episode.id), "--bleeding", "light", "--on", "2026-03-10")
    assert ran.status == 0, ran.err
    (after,) = recorded().entries
    assert str(after.date) == "2026-03-10"
    assert after.bleeding is not None
    assert after.bleeding.amount is Amount.LIGHT
    assert (after.bleeding.colour, after.bleeding.timing) == (Colour.PINK, Timing.AFTER_SEX)
    assert (after.id, after.sex, after.pain) == (episode.id, episode.sex, episode.pain)


def test_undo_takes_the_change_back(diary: RunDiary, recorded: Recorded, episode: Entry) -> None:
    diary("edit", str(episode.id), "--pain", "8")
    assert diary("undo", "--yes").status == 0
    assert recorded().entries == (episode,)


def test_a_field_becomes_unknown_again(diary: RunDiary, recorded: Recorded, episode: Entry) -> None:
    diary("edit", str(episode.id), "--clear", "pain", "--clear", "bleeding.colour")
    (after,) = recorded().entries
    assert after.pain is None
    assert after.bleeding is not None
    assert after.bleeding.colour is None


def test_a_note_comes_from_standard_input(
    diary: RunDiary, recorded: Recorded, episode: Entry
) -> None:
    diary("edit", str(episode.id), "--note", input="made-up words")
    assert recorded().entries[0].note == "made-up words"


def test_a_sign_that_is_there_is_no_longer_absent(diary: RunDiary, recorded: Recorded) -> None:
    diary("log", "--on", "yesterday", "--pain", "5", "--absent", "faint", "--absent", "dizzy")
    diary("edit", str(recorded().entries[0].id), "--symptom", "faint")
    (after,) = recorded().entries
    assert (after.symptoms, after.absent) == ((Symptom.FAINT,), (Symptom.DIZZY,))


def test_nothing_to_change_is_said(diary: RunDiary, recorded: Recorded, episode: Entry) -> None:
    ran = diary("edit", str(episode.id))
    assert ran.status == 2
    assert "nothing was said to change" in ran.err
    assert recorded().entries == (episode,)


def test_what_cannot_be_changes_nothing(
    diary: RunDiary, recorded: Recorded, episode: Entry
) -> None:
    ran = diary("edit", str(episode.id), "--pain", "11")
    assert ran.status == 5
    assert "outside 0 to 10" in ran.err
    assert recorded().entries == (episode,)


def test_at_a_terminal_it_asks_and_enter_keeps_what_is_there(
    terminal: OpenTerminal, recorded: Recorded, episode: Entry
) -> None:
    screen = terminal("edit", str(episode.id))
    screen.sees("stays as it is").answers("What kind of sex?")
    screen.answers("Where did the blood come from?").answers("Is this your period?")
    screen.answers("after sex", "").answers("How long after").answers(
        "How much blood?", "medium"
    ).sees("Has it stopped")
    screen.types("end").sees("pain in a testicle").types("").answers("Save?").sees("Changed.")
    assert screen.ends() == 0
    (after,) = recorded().entries
    assert after.bleeding is not None
    assert after.bleeding.amount is Amount.MEDIUM
    assert replace(after, bleeding=episode.bleeding) == episode
