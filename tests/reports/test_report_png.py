"""The same pages as pictures."""

import io
import struct
from collections.abc import Iterator

import pypdf
from made_up import day

from diary.model import History
from diary_reports.content import compose
from diary_reports.page import pdf, png_pages

AS_OF = day("2026-11-21")


def chunks(picture: bytes) -> Iterator[bytes]:
    """Yield the names of the chunks of a PNG."""
    place = 8
    while place < len(picture):
        (length,) = struct.unpack(">I", picture[place : place + 4])
        yield picture[place + 4 : place + 8]
        place += 12 + length


def test_there_is_a_picture_for_every_page(recurrent: History) -> None:
    content = compose(recurrent, AS_OF)
    pages = pypdf.PdfReader(io.BytesIO(pdf(content))).pages
    assert len(png_pages(content)) == len(pages)


def test_a_picture_holds_nothing_but_the_picture(recurrent: History) -> None:
    for page in png_pages(compose(recurrent, AS_OF)):
        assert page.startswith(b"\x89PNG\r\n\x1a\n")
        assert set(chunks(page)) <= {b"IHDR", b"pHYs", b"IDAT", b"IEND"}


def test_the_same_diary_gives_the_same_pictures(recurrent: History) -> None:
    once, again = (png_pages(compose(recurrent, AS_OF), "letter") for _ in range(2))
    assert once == again
