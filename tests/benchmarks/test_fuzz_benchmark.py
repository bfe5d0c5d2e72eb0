"""The fuzzing run takes options as the command does."""

import pytest

from benchmarks.fuzz import give_options
from diary.errors import DiaryError


def test_options_are_read_and_judged_complete() -> None:
    give_options(["--on", "yesterday", "--pain", "3"])
    with pytest.raises(DiaryError):
        give_options(["--bleeding", "light"])
