"""Content as the template reads it: ready strings, and what it draws."""

from collections.abc import Iterator, Mapping, Sequence

from diary_reports.drawing import drawing
from diary_reports.first_page import Json, first_page
from diary_reports.later_pages import later_pages
from diary_reports.printable import MARK, SAYS_SO, printable
from diary_reports.strip import described
from diary_reports.values import Content, Row, Strip
from diary_reports.words import counted

TEXT_SIZES = (11.0, 10.5, 10.0, 9.5, 9.0, 8.5, 8.0)
"""Points, the first that lets page one fit; never less, so that a scan stays readable."""
COMFORTABLE = 9.5
MOST_ROWS_WHOLE = 12
"""Up to so many rows page one may show all; of more rows it shows the latest."""
ROWS_ON_PAGE_ONE = (8, 6, 3)
USUAL_ROWS = 6
"""More rows than this are only shown where the text stays comfortable to read."""
ROWS_A_FIGURE = 20


def sheet_of(content: Content) -> dict[str, Json]:
    """Return the content in the order and the words of the pages, as JSON can hold it."""
    strip = content.strip
    whole = _whole_strip(strip.rows) if len(strip.rows) > min(ROWS_ON_PAGE_ONE) else ()
    latest = [strip.rows[-most:] for most in _rows_on_page_one(len(strip.rows))]
    first = first_page(content)
    said = first.data | later_pages(content, first.in_full)
    shown = {name: _printable(value) for name, value in said.items()}
    return shown | {
        "unshown": SAYS_SO if any(MARK in text for text in _strings(shown)) else "",
        "strips": [_figure(rows, strip) for rows in whole],
        "variants": list(_variants(latest, strip)),
    }


def _rows_on_page_one(rows: int) -> list[int]:
    """Return how many of the latest rows page one may show, the most first."""
    whole = {rows} if rows <= MOST_ROWS_WHOLE else set()
    return sorted({*whole, *(min(most, rows) for most in ROWS_ON_PAGE_ONE)}, reverse=True)


def _whole_strip(rows: Sequence[Row]) -> list[Sequence[Row]]:
    starts = range(0, len(rows), ROWS_A_FIGURE)
    return [rows[start : start + ROWS_A_FIGURE] for start in starts]


def _variants(latest: Sequence[Sequence[Row]], strip: Strip) -> Iterator[Json]:
    """Yield what page one may look like, the best first: more rows, then larger text."""
    for place, rows in enumerate(latest):
        is_last = place == len(latest) - 1
        least = min(TEXT_SIZES) if is_last or len(rows) <= USUAL_ROWS else COMFORTABLE
        figure = _figure(rows, strip)
        for size in TEXT_SIZES:
            if size >= least:
                yield {"size": size, "strip": figure}


def _figure(rows: Sequence[Row], strip: Strip) -> Json:
    if not rows:
        return None
    earlier = len(strip.rows) - len(rows)
    remarks = [f"{counted(earlier, 'earlier row')} overleaf."] if earlier else []
    remarks += [strip.remark] if strip.remark else []
    return {
        "drawing": drawing(rows, strip),
        "alt": described(rows, strip),
        "remark": " ".join(remarks),
        "is_whole": not earlier,
    }


def _strings(data: Json) -> list[str]:
    match data:
        case str():
            return [data]
        case Mapping():
            return [text for value in data.values() for text in _strings(value)]
        case Sequence():
            return [text for value in data for text in _strings(value)]
        case _:
            return []


def _printable(data: Json) -> Json:
    match data:
        case str():
            return printable(data)
        case Mapping():
            return {name: _printable(value) for name, value in data.items()}
        case Sequence():
            return [_printable(value) for value in data]
        case _:
            return data
