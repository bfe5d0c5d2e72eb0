"""The PDF as a reader, a screen reader and a curious person meet it."""

import io
from collections.abc import Iterator
from dataclasses import replace

import pikepdf
import pypdf
import pytest
from made_up import day, sex

from diary.errors import DiaryError, InvalidValue
from diary.model import History
from diary_reports.content import compose
from diary_reports.page import pdf

AS_OF = day("2026-11-21")


def reader(document: bytes) -> pypdf.PdfReader:
    """Open a PDF for reading."""
    return pypdf.PdfReader(io.BytesIO(document))


def text_of(document: bytes) -> str:
    """Return the text of all pages with its line ends made spaces."""
    return " ".join(" ".join(page.extract_text() for page in reader(document).pages).split())


def elements(document: pikepdf.Pdf) -> Iterator[pikepdf.Dictionary]:
    """Yield every element of the structure tree."""
    waiting = [document.Root.StructTreeRoot.K]
    while waiting:
        here = waiting.pop()
        if isinstance(here, pikepdf.Array):
            waiting.extend(here)
        elif isinstance(here, pikepdf.Dictionary):
            if "/S" in here:
                yield here
            if "/K" in here:
                waiting.append(here.K)


@pytest.fixture
def document(recurrent: History) -> bytes:
    """The report of somebody with recurrent bleeding after sex."""
    return pdf(compose(recurrent, AS_OF))


def test_the_text_can_be_found_and_copied(document: bytes) -> None:
    text = text_of(document)
    for part in (
        "Bleeding after sex on 3 of 11 recorded occasions since 10 July 2026",
        "27 % (95 % interval 8 to 57 %)",
        "copper IUD since Jan 2026",
        "Could the coil be the reason?",
        "Self-reported diary, not a diagnosis.",
        "No clinician has reviewed the rules behind the alerts.",
        "light, bright red, no clots",
        "24 Sep 2026",
        "Name",
        "Date of birth",
    ):
        assert part in text


def test_it_is_tagged_and_says_its_language_and_title(document: bytes) -> None:
    with pikepdf.open(io.BytesIO(document)) as opened:
        root = opened.Root
        assert bool(root.MarkInfo.Marked)
        assert str(root.Lang) == "en-GB"
        assert bool(root.ViewerPreferences.DisplayDocTitle)
        kinds = {str(element.S) for element in elements(opened)}
        assert {"/H1", "/H2", "/P", "/Table", "/TH", "/TD", "/Figure"} <= kinds
        assert b"<pdfuaid:part>1</pdfuaid:part>" in root.Metadata.read_bytes()


def test_every_figure_has_words_for_those_who_cannot_see_it(document: bytes) -> None:
    with pikepdf.open(io.BytesIO(document)) as opened:
        figures = [element for element in elements(opened) if element.S == "/Figure"]
        words = [str(figure.Alt) for figure in figures]
    assert any("29 Jul 2026, 29 days: bleeding after sex on 8 Aug" in alt for alt in words)
    assert all(words)


def test_every_font_is_embedded_and_there_is_only_one_family(document: bytes) -> None:
    with pikepdf.open(io.BytesIO(document)) as opened:
        descriptors = [
            stored
            for stored in opened.objects
            if isinstance(stored, pikepdf.Dictionary) and stored.get("/Type") == "/FontDescriptor"
        ]
        assert descriptors
        for descriptor in descriptors:
            assert "DejaVuSans" in str(descriptor.FontName)
            assert "/FontFile2" in descriptor or "/FontFile3" in descriptor


def test_the_only_metadata_is_a_neutral_title(document: bytes) -> None:
    with pikepdf.open(io.BytesIO(document)) as opened:
        assert dict(opened.docinfo.items()) == {"/Title": "Diary report"}
        packet = opened.Root.Metadata.read_bytes()
    for word in (b"Creator", b"Producer", b"Date", b"Typst", b"InstanceID", b"pikepdf", b"qpdf"):
        assert word not in packet
    for word in (b"Typst", b"pikepdf", b"qpdf", b"atplotlib", b"/CreationDate", b"/Producer"):
        assert word not in document


def test_the_same_diary_gives_the_same_bytes(recurrent: History) -> None:
    once, again = (pdf(compose(recurrent, AS_OF)) for _ in range(2))
    assert once == again


@pytest.mark.parametrize(
    ("paper", "points"), [("a4", (595.28, 841.89)), ("letter", (612.0, 792.0))]
)
def test_both_papers_are_there(recurrent: History, paper: str, points: tuple[float, float]) -> None:
    box = reader(pdf(compose(recurrent, AS_OF), paper)).pages[0].mediabox
    assert (float(box.width), float(box.height)) == pytest.approx(points, abs=0.01)


def test_another_paper_is_refused(recurrent: History) -> None:
    with pytest.raises(InvalidValue, match="a4 or letter"):
        pdf(compose(recurrent, AS_OF), "a3")


def test_notes_are_on_the_page_once_they_are_asked_for() -> None:
    history = History(entries=(replace(sex("2026-10-01"), note="it stung a little"),))
    assert "it stung a little" not in text_of(pdf(compose(history, AS_OF)))
    assert "it stung a little" in text_of(pdf(compose(history, AS_OF, include={"notes"})))


def test_a_page_that_cannot_be_made_is_told_without_a_word_of_it(recurrent: History) -> None:
    """A heading without text is against PDF/UA-1, and the typesetter would quote the page."""
    broken = replace(compose(recurrent, AS_OF), title="")
    with pytest.raises(DiaryError) as told:
        pdf(broken)
    assert str(told.value) == "the report could not be laid out; nothing was written"
    assert told.value.__cause__ is None
    assert told.value.__context__ is None
