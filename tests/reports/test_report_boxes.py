"""Where every letter stands: none too small, cut or over another, and no heading stands alone.

The people are those of the gallery, whose pages are also looked at.
"""

import io
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Any

import pikepdf
import pytest
from pdfminer.high_level import extract_pages
from pdfminer.layout import LTChar, LTComponent, LTPage

from benchmarks.gallery_people import PEOPLE, TODAY
from diary_reports.content import compose
from diary_reports.page import pdf

SMALLEST = 8
MARGIN = 20
"""Points, about 7 millimetres: what printers leave white."""


@cache
def document(person: str) -> bytes:
    """Make the report of one person, once for all tests."""
    return pdf(compose(PEOPLE[person](), TODAY))


def pages(person: str) -> Iterator[LTPage]:
    """Yield the pages, the letters of the drawings too."""
    yield from extract_pages(io.BytesIO(document(person)), laparams=None)


def letters(part: LTComponent) -> Iterator[LTChar]:
    """Yield every letter that leaves ink."""
    if isinstance(part, LTChar):
        if part.get_text().strip():
            yield part
    elif hasattr(part, "__iter__"):
        for inner in part:
            yield from letters(inner)


@pytest.mark.parametrize("person", PEOPLE)
def test_no_letter_is_smaller_than_8_points_or_outside_the_margins(person: str) -> None:
    for page in pages(person):
        found = list(letters(page))
        assert found
        for letter in found:
            assert letter.height >= SMALLEST - 0.01
            assert page.x0 + MARGIN <= letter.x0 <= letter.x1 <= page.x1 - MARGIN
            assert page.y0 + MARGIN <= letter.y0 <= letter.y1 <= page.y1 - MARGIN


@pytest.mark.parametrize("person", PEOPLE)
def test_no_letter_stands_over_another(person: str) -> None:
    for page in pages(person):
        near: dict[tuple[int, int], list[LTChar]] = {}
        for letter in letters(page):
            column, line = int(letter.x0 // 12), int(letter.y0 // 12)
            for place in ((column + x, line + y) for x in (-1, 0, 1) for y in (-1, 0, 1)):
                assert not any(_overlap(letter, other) for other in near.get(place, ()))
            near.setdefault((column, line), []).append(letter)


def _overlap(one: LTChar, other: LTChar) -> bool:
    """Say whether two letters share more than kerning explains, in both directions."""
    across = min(one.x1, other.x1) - max(one.x0, other.x0)
    down = min(one.y1, other.y1) - max(one.y0, other.y0)
    narrow, low = min(one.width, other.width), min(one.height, other.height)
    return across > 0.6 * narrow and down > 0.4 * low


@pytest.mark.parametrize("person", PEOPLE)
def test_every_heading_has_something_under_it(person: str) -> None:
    with pikepdf.open(io.BytesIO(document(person))) as opened:
        kinds = list(_kinds(opened.Root.StructTreeRoot.K))
    blocks = [kind for kind in kinds if kind in ("/H1", "/H2", "/P", "/L", "/Table", "/Figure")]
    assert blocks[-1] not in ("/H1", "/H2")
    assert not [pair for pair in pairwise(blocks) if pair[0] == pair[1] == "/H2"]


def _kinds(here: Any) -> Iterator[str]:
    """Yield the kinds of the elements in the order in which a screen reader meets them."""
    if isinstance(here, pikepdf.Array):
        for inner in here:
            yield from _kinds(inner)
    elif isinstance(here, pikepdf.Dictionary):
        if "/S" in here:
            yield str(here.S)
        if "/K" in here:
            yield from _kinds(here.K)
