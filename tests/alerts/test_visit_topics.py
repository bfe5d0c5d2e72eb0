"""What a visit was about, and which rules that speaks of."""

import pytest
from alert_rows import BY_CODE, fact

from diary.alerts import topics
from diary.alerts.rules import RULES
from diary.alerts.topics import is_about
from diary.cli.visit import ABOUT
from diary.model.background_words import Visit


def covers(word: str, code: str) -> bool:
    return is_about(fact(Visit.TREATED, 1, about=(word,)), BY_CODE[code])


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("PCB-2", "PCB-2"),
        ("bleeding_after_sex", "PCB-2"),
        ("hrt", "PMB-1"),
        ("heavy_periods", "IUD-7"),
        ("bleeding_between_periods", "AGE-1"),
        ("after_birth", "PRG-10"),
        ("pregnancy", "PRG-7"),
        ("pregnancy", "IUD-4"),
        ("after_procedure", "PCB-17"),
        ("penis", "SEM-4"),
        ("blood_in_urine", "SEM-5"),
        ("blood_in_semen", "PEN-4"),
        ("rectal_bleeding", "EMG-1"),
        ("pain", "EMG-6"),
        ("infection", "IUD-5"),
        ("safety", "AGE-2"),
        ("safety", "EMG-8"),
    ],
)
def test_a_topic_covers_what_speaks_of_the_same_part_of_the_body(word: str, code: str) -> None:
    assert covers(word, code)


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("contraception", "PRG-2"),
        ("contraception", "PCB-2"),
        ("iud", "HVY-1"),
        ("contraception", "EMG-6"),
        ("screening", "EMG-7"),
        ("screening", "EMO-2"),
        ("screening", "PCB-2"),
        ("feelings", "EMG-1"),
        ("safety", "EMG-1"),
        ("pain", "EMG-8"),
        ("bleeding_after_sex", "REC-5"),
        ("bleeding_after_sex", "IUD-3"),
        ("iud", "CYC-3"),
        ("infection", "SAF-2"),
        ("something else", "PCB-2"),
    ],
)
def test_a_topic_does_not_cover_what_it_does_not_look_at(word: str, code: str) -> None:
    assert not covers(word, code)


def test_one_of_several_words_is_enough() -> None:
    visit = fact(Visit.TREATED, 1, about=("feelings", "pain"))
    assert is_about(visit, BY_CODE["PAIN-2"])


def test_a_visit_that_does_not_say_is_about_nothing_by_its_own_words() -> None:
    assert not is_about(fact(Visit.TREATED, 1), BY_CODE["PCB-2"])


def test_every_topic_can_be_chosen_and_covers_rules_that_there_are() -> None:
    there_are = {name for rule in RULES for name in (rule.code, rule.family)}
    assert set(topics.COVERS) <= set(ABOUT)
    assert set().union(*topics.COVERS.values()) <= there_are
