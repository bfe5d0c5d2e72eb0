"""Whatever a person writes is printed as it is, never obeyed and never a reason to fail."""

import io

import pypdf
import pytest
from hypothesis import HealthCheck, given, settings
from made_up import after_sex, day, histories, texts

from diary.model import Fact, History
from diary.model.background_words import Condition, Medication, Question
from diary_reports.content import compose
from diary_reports.page import pdf
from diary_reports.printable import BREAK_HERE, MARK, SAYS_SO, printable

AS_OF = day("2026-11-21")


def page_with(words: str) -> str:
    """Return the text of a report in which the person wrote `words` wherever they can."""
    history = History(
        background=(
            Fact(what=Question.WORRY, note=words),
            Fact(what=Medication.OTHER, note=words),
            Fact(what=Condition.HAEMORRHOIDS, note=words),
        ),
        entries=(after_sex("2026-10-01"),),
    )
    document = pdf(compose(history, AS_OF))
    return "\n".join(p.extract_text() for p in pypdf.PdfReader(io.BytesIO(document)).pages)


@pytest.mark.parametrize(
    "words",
    [
        '#panic("x")',
        '#read("data.json")',
        "*bold* _slant_ `raw` $x^2$",
        "= Heading",
        "@reference <label> https://example.org",
        "// comment /* comment */ \\ [x] {y}",
        "\"quoted\" 'twice' -- --- ... ~",
    ],
)
def test_markup_is_printed_as_it_was_written(words: str) -> None:
    """A line may break at a space, and nothing else of it changes."""
    assert words in " ".join(page_with(words).split())


@pytest.mark.parametrize("words", ["Grüße, čeština, Ελληνικά, русский", "½ ≥ 38 °C → ♥"])
def test_other_scripts_and_signs_are_printed(words: str) -> None:
    page = page_with(words)
    assert words in page
    assert SAYS_SO not in page


@pytest.mark.parametrize("words", ["שלום", "مرحبا"])
def test_scripts_that_run_from_right_to_left_are_printed(words: str) -> None:
    page = page_with(words)
    assert SAYS_SO not in page
    assert any(letter in page for letter in (words[0], words[-1]))


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("ouch 🩸👩\u200d🩹 again", f"ouch {MARK} again"),
        ("疼痛", MARK),
        ("a\x00b", f"a{MARK}b"),
        ("tab\there", "tab here"),
        ("one\r\ntwo\u2028three", "one\ntwo\nthree"),
        ("left \u202eright\u202c", "left right"),
        ("e\u0301", "é"),
        ("\ufeffhidden", "hidden"),
    ],
)
def test_what_the_font_does_not_have_is_marked(written: str, printed: str) -> None:
    assert printable(written) == printed


def test_the_page_says_what_the_mark_means() -> None:
    page = page_with("ouch 🩸")
    assert MARK in page
    assert SAYS_SO in page


@pytest.mark.parametrize(
    "words",
    [
        "word " * 2000,
        "x" * 10_000,
        "e\u0301\u0302\u0303\u0304" * 2000,
        "line\n" * 2000,
        "\n\u0301accent on nothing",
        "\u200b\u200d\ufe0f",
        "\U0010ffff\ue000\ufffe",
        "🩸" * 5000,
    ],
)
def test_very_long_or_odd_text_is_printed_too(words: str) -> None:
    assert "Bleeding after sex" in page_with(words)


def test_a_long_word_can_break_but_never_between_a_letter_and_its_accent() -> None:
    broken = printable("a\u0323" * 60)
    assert BREAK_HERE in broken
    assert all(not piece.startswith("\u0323") for piece in broken.split(BREAK_HERE))


@settings(max_examples=25, deadline=None)
@given(words=texts(300))
def test_any_text_can_be_printed(words: str) -> None:
    assert "Key facts" in page_with(words)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(history=histories(most=6))
def test_any_diary_can_be_printed(history: History) -> None:
    everything = {"notes", "consent", "distress", "partner"}
    document = pdf(compose(history, AS_OF, include=everything))
    assert len(pypdf.PdfReader(io.BytesIO(document)).pages) >= 2


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(history=histories(most=8))
def test_any_diary_has_a_content_that_adds_up(history: History) -> None:
    content = compose(history, AS_OF)
    assert content.opening.endswith(".")
    assert content.rate.bled <= content.rate.of
    assert content.log.days_with_entry <= content.log.days
    drawn = [d.date for row in content.strip.rows for d in row.days]
    assert drawn == sorted(set(drawn))
