"""The report as lines of text, from the very strings that the pages are made of.

What is in these lines is on the pages, and nothing else is but the drawing with its remark, the
headings of tables, the lines for a name and the numbers of the pages.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from diary_reports.printable import BREAK_HERE
from diary_reports.sheet import sheet_of
from diary_reports.values import Content


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A titled part of the report, each line one sentence, fact or row of a table."""

    title: str
    lines: tuple[str, ...]


def preview(content: Content) -> tuple[Section, ...]:
    """Return the sections in the order of the pages; those without a line are left out."""
    data: Any = sheet_of(content)
    found = {
        data["title"]: _first(data),
        "Key facts": _key_facts(data),
        "Danger signs": _labelled(data["danger"]),
        "Questions and worries": [*_labelled(data["questions"]), data["questions_remark"]],
        "Tried": [data["tried"]],
        "Alerts": [*_labelled(data["notices"]), data["notices_remark"]],
        "In full": _labelled(data["in_full"]),
        "Episodes": [*_rows(data["episodes"]), data["episodes_note"]],
        "How often bleeding followed": _rows(data["shares"]),
        "Cycles and periods": [*_rows(data["cycles"]), data["cycles_note"]]
        if data["cycles"]
        else [],
        "Alerts of the whole time": [
            *_rows(data["alerts"]),
            data["alert_sources"],
            data["alerts_note"],
        ],
        "Methods, tests and visits": _rows(data["timeline"]),
        "Notes, in the person's own words": _labelled(data["notes"]),
        "How to read this": data["about"],
    }
    sections = (
        Section(title=title, lines=tuple(_on_a_screen(line) for line in lines if line))
        for title, lines in found.items()
    )
    return tuple(section for section in sections if section.lines)


def _on_a_screen(line: str) -> str:
    """Take away what only tells the page where lines may and may not break."""
    return line.replace("\N{NO-BREAK SPACE}", " ").replace(BREAK_HERE, "")


def _first(data: Mapping[str, Any]) -> Iterator[str]:
    yield data["covers"]
    yield data["opening"]
    yield from _labelled(data["summary"])
    yield from data["disclaimers"]
    yield data["unshown"]


def _key_facts(data: Mapping[str, Any]) -> Iterator[str]:
    yield from _labelled(data["facts"])
    if data["not_recorded"]:
        yield f"Not recorded: {data['not_recorded']}."


def _labelled(lines: Sequence[Mapping[str, str]]) -> list[str]:
    return [f"{line['label']} {line['text']}" for line in lines]


def _rows(rows: Sequence[Sequence[str]]) -> list[str]:
    return [" | ".join(cell for cell in row if cell) for row in rows]
