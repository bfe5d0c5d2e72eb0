"""Content as the template reads it: ready strings, and the figures that it names."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeAlias

from diary.alerts.assessment import Urgency
from diary_reports.fitting import fitted
from diary_reports.printable import MARK, SAYS_SO, printable
from diary_reports.strip import described
from diary_reports.values import Content, Line, Notice, Row, Strip
from diary_reports.words import counted, dates, day_range, long_date, sentence, short_date

TEXT_SIZES = (10.0, 9.5, 9.0, 8.5, 8.0)
"""Points, the first that lets page one fit; never less, so that a scan stays readable."""
COMFORTABLE = 9.5
ROWS_ON_PAGE_ONE = (8, 6, 3)
USUAL_ROWS = 6
"""More rows than this are only shown where the text stays comfortable to read."""
ROWS_A_FIGURE = 10
NOTICES_ON_PAGE_ONE = 3
QUESTIONS_ON_PAGE_ONE = 3
NEVER_ASKED_ON_PAGE_ONE = 3
BLANKS = ("Name", "Date of birth")
COLUMNS = ("Date", "What", "Blood", "Pain", "Sex", "Symptoms")

QUIET = (Urgency.WATCH, Urgency.SUPPORT, Urgency.NONE)
URGENCIES = {
    Urgency.EMERGENCY: "Emergency",
    Urgency.SAME_DAY: "Same day",
    Urgency.WITHIN_TWO_WEEKS: "Within 2 weeks",
    Urgency.ROUTINE: "Routine",
    Urgency.WATCH: "Watch",
    Urgency.NONE: "Note",
    Urgency.SUPPORT: "Support",
}

ABOUT = """\
An occasion is one recorded time of sex. It counts as bleeding after sex where the person says so, \
or where a bleed began within 24 hours after it; otherwise as without bleeding, unless that is not \
known. The interval is that of Jeffreys.
What was not recorded is unknown, never no: an empty cell, a hatched day and a sign that was never \
asked about say nothing either way.
Never in this report: what the person keeps private. Only where the person chose it: their notes, \
consent, distress and facts about partners. Counts and alerts leave these out too."""

Json: TypeAlias = "str | float | Sequence[Json] | Mapping[str, Json] | None"
"""What the template can be given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """Rows of the strip that are drawn as one figure."""

    file: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What the template is given: data that JSON can hold, and figures by name."""

    data: dict[str, Json]
    pictures: tuple[Picture, ...]


def sheet_of(content: Content) -> Sheet:
    """Return the content in the order and the words of the pages."""
    strip = content.strip
    whole = _whole_strip(strip.rows) if len(strip.rows) > min(ROWS_ON_PAGE_ONE) else ()
    latest = [
        Picture(file=f"latest-{most}.svg", rows=strip.rows[-most:])
        for most in sorted({min(rows, len(strip.rows)) for rows in ROWS_ON_PAGE_ONE}, reverse=True)
    ]
    data = _first_page(content) | _later_pages(content)
    data["strips"] = [_figure(picture, strip) for picture in whole]
    data["variants"] = list(_variants(latest, strip))
    shown = {name: _printable(value) for name, value in data.items()}
    shown["unshown"] = SAYS_SO if any(MARK in text for text in _strings(shown)) else ""
    drawn = tuple(picture for picture in (*latest, *whole) if picture.rows)
    return Sheet(data=shown, pictures=drawn)


def _first_page(content: Content) -> dict[str, Json]:
    loud = [notice for notice in content.notices if notice.urgency not in QUIET]
    notices = loud[:NOTICES_ON_PAGE_ONE]
    questions = content.questions[:QUESTIONS_ON_PAGE_ONE]
    asked = len(content.questions) - len(questions)
    return {
        "title": content.title,
        "blanks": BLANKS,
        "covers": f"{content.covers}; {content.log.text}.",
        "opening": content.opening,
        "summary": _lines(content.summary),
        "facts": _lines(content.facts),
        "not_recorded": ", ".join(content.not_recorded),
        "notices": _lines(_by_urgency(notices)),
        "notices_remark": _notices_remark(content, len(loud) - len(notices)),
        "danger": _lines(_danger(content)),
        "questions": _lines(questions),
        "questions_remark": f"{asked} more overleaf." if asked else "",
        "tried": sentence(_tried(content).text),
        "disclaimers": content.disclaimers,
    }


def _later_pages(content: Content) -> dict[str, Json]:
    return {
        "in_full": _lines(_in_full(content)),
        "all_notices": _lines(map(_whole_notice, content.notices)),
        "columns": COLUMNS,
        "episodes": [[e.when, e.what, e.blood, e.pain, e.sex, e.more] for e in content.episodes],
        "episodes_note": content.episodes_note,
        "notes": _lines(content.notes),
        "about": [*_made(content), *ABOUT.splitlines()],
    }


def _tried(content: Content) -> Line:
    return fitted("Tried", content.tried)


def _in_full(content: Content) -> list[Line]:
    """Return all that page one cuts or leaves out."""
    unseen = [line for line in content.questions[QUESTIONS_ON_PAGE_ONE:] if line.full is None]
    cut = [line for line in (*content.facts, *content.questions, _tried(content)) if line.full]
    whole = [Line(label=line.label, text=line.full or "") for line in cut]
    return [*whole, *unseen, *_danger_in_full(content)]


def _made(content: Content) -> list[str]:
    gap = f"; {content.log.gap}" if content.log.gap else ""
    return [f"Made on {long_date(content.as_of)}: {content.log.text}{gap}."]


def _danger(content: Content) -> list[Line]:
    lines = [
        Line(label=label, text=_at_most(signs, most)) for label, signs, most in _signs(content)
    ]
    never = content.danger.never_asked
    if len(never) > NEVER_ASKED_ON_PAGE_ONE:
        lines[-1] = Line(label=lines[-1].label, text=f"{len(never)} signs, named overleaf")
    return lines


def _danger_in_full(content: Content) -> list[Line]:
    return [
        Line(label=label, text=", ".join(signs))
        for label, signs, most in _signs(content)
        if len(signs) > most
    ]


def _signs(content: Content) -> tuple[tuple[str, tuple[str, ...], int], ...]:
    """Return the three kinds, each with how many of it page one names."""
    return (
        ("Recorded", content.danger.recorded, 5),
        ("Asked, absent", content.danger.absent, 6),
        ("Never asked", content.danger.never_asked, NEVER_ASKED_ON_PAGE_ONE),
    )


def _at_most(signs: Sequence[str], most: int) -> str:
    shown = ", ".join(signs[:most]) or "none"
    rest = len(signs) - most
    return f"{shown} and {rest} more" if rest > 0 else shown


def _by_urgency(notices: Iterable[Notice]) -> list[Line]:
    """Return a line an urgency, short for page one: days and rules stand overleaf."""
    return [
        Line(label=URGENCIES[urgency], text="; ".join(map(_with_days, some)))
        for urgency, some in groupby(notices, key=lambda notice: notice.urgency)
    ]


def _with_days(notice: Notice) -> str:
    """Return an alert with the first and last of its days."""
    if not notice.days:
        return notice.text
    first, last = notice.days[0], notice.days[-1]
    return f"{notice.text} ({day_range(first, last).replace(' to ', '-')})"


def _notices_remark(content: Content, more: int) -> str:
    """Return what page one says of alerts that it does not show."""
    quiet = sum(notice.urgency in QUIET for notice in content.notices)
    parts = [counted(more, "more alert")] if more else []
    parts += [counted(quiet, "quiet note")] if quiet else []
    return content.no_notices or (f"{' and '.join(parts)} overleaf." if parts else "")


def _whole_notice(notice: Notice) -> Line:
    """Return an alert with each of its days, the rule and the day to be seen by."""
    text = f"{notice.text}. Rule {notice.rule}"
    if notice.days:
        text += f"; entries of {dates(notice.days, most=len(notice.days))}"
    if notice.be_seen_by is not None:
        text += f"; advised to be seen by {short_date(notice.be_seen_by)}"
    return Line(label=URGENCIES[notice.urgency], text=f"{text}.")


def _lines(lines: Iterable[Line]) -> list[dict[str, str]]:
    return [{"label": f"{line.label}:", "text": line.text} for line in lines]


def _whole_strip(rows: Sequence[Row]) -> tuple[Picture, ...]:
    starts = range(0, len(rows), ROWS_A_FIGURE)
    return tuple(
        Picture(file=f"days-{start}.svg", rows=tuple(rows[start : start + ROWS_A_FIGURE]))
        for start in starts
    )


def _variants(latest: Sequence[Picture], strip: Strip) -> Iterator[Json]:
    """Yield what page one may look like, the best first: more rows, then larger text."""
    for place, picture in enumerate(latest):
        is_last = place == len(latest) - 1
        least = min(TEXT_SIZES) if is_last or len(picture.rows) <= USUAL_ROWS else COMFORTABLE
        for size in TEXT_SIZES:
            if size >= least:
                yield {"size": size, "strip": _figure(picture, strip)}


def _figure(picture: Picture, strip: Strip) -> Json:
    if not picture.rows:
        return None
    earlier = len(strip.rows) - len(picture.rows)
    remarks = [f"{counted(earlier, 'earlier row')} overleaf."] if earlier else []
    remarks += [strip.remark] if strip.remark else []
    return {
        "file": picture.file,
        "alt": described(picture.rows, strip.by),
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
