"""Page one: complete on its own, one page, large enough to read, nothing cut."""

import io
from dataclasses import replace

import pypdf
import pytest
from made_up import after_sex, day, period, sex

from benchmarks.gallery_people import PEOPLE as PEOPLE_OF_THE_GALLERY
from diary.alerts import Urgency
from diary.model import Entry, Fact, History, Symptom
from diary.model.background_words import (
    Condition,
    Contraception,
    Medication,
    Procedure,
    Question,
    StiTest,
    Tried,
    Visit,
)
from diary_reports.content import compose
from diary_reports.page import pdf

AS_OF = day("2026-11-21")
PEOPLE = ("recurrent", "after_menopause", "rectal", "semen", "sparse", "talkative", "three_years")


@pytest.fixture
def talkative(recurrent: History) -> History:
    """Everything there is to say in the background, long questions, long names, every symptom."""
    facts = (
        *(
            Fact(what=word, start=day("2024-01-01"), note="a long name " * 40)
            for word in Medication
        ),
        *(Fact(what=word, start=day("2020-05-05")) for word in (*Condition, *Procedure, *StiTest)),
        *(Fact(what=word, start=day("2019-01-01")) for word in (*Contraception, *Tried, *Visit)),
        *(Fact(what=word, note="What does it mean? " * 60) for word in (*Question, *Question)),
        Fact(what=Question.WORRY, note="w" * 5000),
    )
    symptoms = tuple(Symptom)
    noticed = tuple(
        Entry(date=day("2026-11-01"), symptoms=symptoms[start : start + 6])
        for start in range(0, len(symptoms), 6)
    )
    return replace(recurrent, background=facts, entries=(*recurrent.entries, *noticed))


@pytest.fixture
def three_years() -> History:
    """About 400 entries over three years."""
    months = [f"{year}-{month:02}" for year in (2024, 2025, 2026) for month in range(1, 11)]
    entries: list[Entry] = []
    for number, month in enumerate(months):
        entries += period(f"{month}-01")
        entries += [sex(f"{month}-{on}") for on in (10, 12, 14, 16, 18, 20, 22)]
        entries += [after_sex(f"{month}-25")] if number % 2 else []
    return History(entries=tuple(entries))


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("person", PEOPLE)
def test_page_one_is_one_page_and_complete(
    request: pytest.FixtureRequest, person: str, paper: str
) -> None:
    history: History = request.getfixturevalue(person)
    pages = pypdf.PdfReader(io.BytesIO(pdf(compose(history, AS_OF), paper))).pages
    first, second = (" ".join(page.extract_text().split()) for page in pages[:2])
    for part in ("recorded occasions since", "Key facts", "Alerts", "Danger signs", "Never asked"):
        assert part in first
    assert "No clinician has reviewed the rules behind the alerts." in first
    assert second.startswith("In full Never asked:" if person == "sparse" else "In full")


@pytest.mark.parametrize("person", PEOPLE)
def test_page_one_is_read_in_a_minute(request: pytest.FixtureRequest, person: str) -> None:
    """At most 250 words beside the drawing and what every page one has: lines and disclaimers."""
    content = compose(request.getfixturevalue(person), AS_OF)
    page = pypdf.PdfReader(io.BytesIO(pdf(content))).pages[0]
    text = page.extract_text()
    drawing = text[text.index("Day of") : text.index("Key facts")]
    always = f"Name Date of birth Page 1 of 2 {' '.join(content.disclaimers)}"
    assert len(text.split()) - len(drawing.split()) - len(always.split()) <= 250


def test_page_one_names_the_strongest_alerts_with_their_dates_and_counts_the_others(
    talkative: History,
) -> None:
    content = compose(talkative, AS_OF)
    loud = [n for n in content.notices if n.urgency not in (Urgency.WATCH, Urgency.SUPPORT)]
    assert len(loud) > 3
    pages = pypdf.PdfReader(io.BytesIO(pdf(content))).pages
    first, *rest = (" ".join(page.extract_text().split()) for page in pages)
    told = first[first.index("Alerts") : first.index("Self-reported")]
    shown = sum(notice.text in told for notice in loud)
    assert f"Within 2 weeks: {loud[0].text} (" in told
    assert f"{len(loud) - shown} more alerts" in told
    assert "Rule" not in told
    later = "".join("".join(rest).split())
    for notice in content.notices:
        assert "".join(notice.text.split()) in later
        assert f"{notice.rule},version{notice.version}[" in later


def test_alerts_of_one_urgency_stand_together_on_page_one() -> None:
    """One of the second bleed without a screening ever, the other of the third in 90 days."""
    content = compose(PEOPLE_OF_THE_GALLERY["on-testosterone"](), AS_OF)
    one, other, *_ = content.notices
    assert one.urgency is other.urgency is Urgency.WITHIN_TWO_WEEKS
    page = pypdf.PdfReader(io.BytesIO(pdf(content))).pages[0]
    text = " ".join(page.extract_text().split())
    assert (
        f"Alerts Within 2 weeks: {one.text} (since 30 Sep 2026); {other.text} (since 7 Nov 2026)"
    ) in text


def test_what_page_one_cuts_stands_in_full_later(talkative: History) -> None:
    pages = pypdf.PdfReader(io.BytesIO(pdf(compose(talkative, AS_OF)))).pages
    first = pages[0].extract_text()
    later = " ".join(page.extract_text() for page in pages[1:])
    assert "more overleaf" in first
    assert "w" * 200 in "".join(later.split())
    assert "What does it mean? " * 59 in " ".join(later.split())
