"""Every word of the model has plain English that a person would say."""

import inspect
import re
from enum import Enum

import pytest

from diary.alerts.danger_signs import LABELS
from diary.cli.words import plain
from diary.model import background_words, fact, symptom, vocabulary

ENUMS = sorted(
    {
        member
        for module in (vocabulary, symptom, background_words, fact)
        for _, member in inspect.getmembers(module, inspect.isclass)
        if issubclass(member, Enum) and member is not Enum
    },
    key=lambda enum: enum.__name__,
)

JARGON = re.compile(
    r"rectal|urethr|\burin|stool|genital|vulval|penile|testic[^l]|rigor|flank|perine|"
    r"postmeno|menarche|anticoag|\biud\b|receptive|insertive|neovag|uterus|\bsti\b|intermenstr"
)


@pytest.mark.parametrize("words", ENUMS, ids=lambda enum: enum.__name__)
def test_every_word_has_its_own_plain_text(words: type[Enum]) -> None:
    texts = [plain(word) for word in words]
    assert len(set(texts)) == len(texts)
    assert all(text.strip() == text and len(text) >= 2 for text in texts)


@pytest.mark.parametrize("words", ENUMS, ids=lambda enum: enum.__name__)
def test_no_text_is_spelt_like_a_file(words: type[Enum]) -> None:
    for word in words:
        text = plain(word)
        assert "_" not in text
        assert not JARGON.search(text.lower()), text


@pytest.mark.parametrize("words", ENUMS, ids=lambda enum: enum.__name__)
def test_texts_are_lower_case_but_for_names_and_initials(words: type[Enum]) -> None:
    names = r"\b(HIV|HPV|HRT|BMI|PCOS|IBS|PID|BV|LLETZ|Lynch|Cowden|Pap)\b"
    for word in words:
        without_names = re.sub(names, "", plain(word))
        assert without_names == without_names.lower()


@pytest.mark.parametrize("words", ENUMS, ids=lambda enum: enum.__name__)
def test_texts_are_short_enough_for_a_list(words: type[Enum]) -> None:
    assert all(len(plain(word)) <= 62 for word in words)


def test_the_danger_signs_are_worded_as_everywhere_else() -> None:
    assert {sign: plain(sign) for sign in LABELS} == LABELS
