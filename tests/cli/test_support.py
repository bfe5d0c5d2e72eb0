"""Support is never pushed: one line that can be hidden, and the page only for who asks."""

import pytest
from running import RunDiary

LINE = 'If you want it: "diary support"'


@pytest.fixture
def worried(diary: RunDiary) -> RunDiary:
    """Return the program on a diary in which distress of 8 was recorded."""
    ran = diary("log", "--on", "yesterday", "--sex", "vaginal", "--no-bleeding", "--distress", "8")
    assert ran.status == 0, ran.err
    assert LINE not in ran.out
    return diary


def test_alerts_say_in_one_line_that_there_is_support(worried: RunDiary) -> None:
    assert worried("alerts").out.count('diary support"') == 1


def test_the_line_can_be_hidden_and_brought_back(worried: RunDiary) -> None:
    worried("support", "--hide")
    assert LINE not in worried("alerts").out
    worried("support", "--show")
    assert LINE in worried("alerts").out


def test_the_page_is_for_who_asks(worried: RunDiary) -> None:
    ran = worried("support")
    assert ran.status == 0
    assert "counselling" in " ".join(ran.out.split())


def test_without_a_reason_there_is_no_line_and_kind_words_for_who_asks(diary: RunDiary) -> None:
    diary("log", "--on", "yesterday", "--sex", "vaginal", "--no-bleeding")
    assert LINE not in diary("alerts").out
    assert "a nurse will listen" in " ".join(diary("support").out.split())
