"""Page one in ready strings: at most `WORDS` words, so that it is read in a minute.

What is too long is cut the same way for everything, step by step, until the page is short enough;
all that is cut stands in full on the next page.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import TypeAlias

from diary.alerts.assessment import Urgency
from diary_reports.fitting import fitted, shortened
from diary_reports.values import QUIET, URGENT, Content, Line, Notice
from diary_reports.words import MONTHS, counted, day_range, sentence, short_date

WORDS = 250
"""Beside the drawing and what stands on every page one: `ALWAYS`, and the number of the page."""
HEADINGS = "Key facts Not recorded Danger signs Questions and worries Tried Alerts"
"""What the template adds."""
OWN_WORDS = 40
"""Letters that a question or worry has in any case."""
LATELY = timedelta(days=28)
ALWAYS = ("blanks", "disclaimers")
LAST_ASKED = "Danger signs absent, with the day last asked"
BLANKS = ("Name", "Date of birth")

URGENCIES = {
    Urgency.EMERGENCY: "Emergency",
    Urgency.SAME_DAY: "Same day",
    Urgency.WITHIN_TWO_WEEKS: "Within 2 weeks",
    Urgency.ROUTINE: "Routine",
    Urgency.WATCH: "Watch",
    Urgency.NONE: "Note",
    Urgency.SUPPORT: "Support",
}

Json: TypeAlias = "str | float | Sequence[Json] | Mapping[str, Json] | None"
"""What the template can be given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """How many letters a line may have, and how many of each list are told; one alert always is."""

    letters: int
    alerts: int = 1
    signs: int
    questions: int
    summary: int = 9


STEPS = (
    Step(letters=120, alerts=3, signs=8, questions=3),
    Step(letters=120, alerts=2, signs=5, questions=3),
    Step(letters=100, signs=4, questions=3),
    Step(letters=80, signs=4, questions=3),
    Step(letters=80, signs=3, questions=3),
    Step(letters=70, signs=3, questions=3),
    Step(letters=60, signs=3, questions=3),
    Step(letters=50, signs=3, questions=3),
    Step(letters=50, signs=2, questions=2),
    Step(letters=45, signs=2, questions=2),
    Step(letters=40, signs=2, questions=2),
    Step(letters=40, signs=1, questions=2),
    Step(letters=35, signs=1, questions=2),
    Step(letters=30, signs=1, questions=2),
    Step(letters=30, signs=1, questions=1, summary=5),
    Step(letters=30, signs=1, questions=1, summary=3),
    Step(letters=25, signs=1, questions=1, summary=3),
    Step(letters=20, signs=1, questions=1, summary=2),
    Step(letters=15, signs=1, questions=1, summary=1),
)
"""Signs and further alerts go before facts do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstPage:
    """What the template is given for page one, and the lines that it cuts, in full."""

    data: dict[str, Json]
    in_full: tuple[Line, ...]


def first_page(content: Content) -> FirstPage:
    """Return page one, cut as little as `WORDS` allows."""
    for step in STEPS:
        last = _cut_to(content, step)
        read = {name: text for name, text in last.data.items() if name not in ALWAYS}
        if words_of(read) + len(HEADINGS.split()) <= WORDS:
            break
    return last


def words_of(data: Json) -> int:
    """Count the words of every text, however deep."""
    match data:
        case str():
            return len(data.split())
        case Mapping():
            return sum(map(words_of, data.values()))
        case Sequence():
            return sum(map(words_of, data))
        case _:
            return 0


def lines(some: Iterable[Line]) -> list[dict[str, str]]:
    """Return lines as the template takes them."""
    return [{"label": f"{line.label}:", "text": line.text} for line in some]


def _cut_to(content: Content, step: Step) -> FirstPage:
    cut: list[Line] = []
    told = leading(content, step.alerts)
    room = max(step.letters, OWN_WORDS)
    asked = [_short(line, room, cut) for line in content.questions[: step.questions]]
    said, unsaid = content.summary[: step.summary], content.summary[step.summary :]
    unseen = content.questions[step.questions :]
    tried = Line(label="Tried", text="; ".join(content.tried))
    data: dict[str, Json] = {
        "title": content.title,
        "blanks": BLANKS,
        "covers": f"{content.covers}; {content.log.text}.",
        "opening": _unbroken(content.opening),
        "summary": lines(_fit(line, 2 * step.letters, cut) for line in said),
        "facts": lines(_fit(line, _room(line, step), cut) for line in content.facts),
        "not_recorded": ", ".join(content.not_recorded),
        "danger": lines(_danger(content, step, cut)),
        "questions": lines(asked),
        "questions_remark": f"{len(unseen)} more overleaf." if unseen else "",
        "tried": sentence(_fit(tried, step.letters, cut).text),
        "notices": lines(_by_urgency(content, told)),
        "notices_remark": _notices_remark(content, told),
        "disclaimers": content.disclaimers,
    }
    return FirstPage(data=data, in_full=(*unsaid, *cut, *_last_asked(content), *unseen))


def _room(line: Line, step: Step) -> int:
    """Return how many letters a fact may have; an earlier loss of a pregnancy needs the room."""
    return 2 * step.letters if line.label == "Pregnancy" else step.letters


def _last_asked(content: Content) -> Iterator[Line]:
    if content.danger.last_asked:
        yield Line(label=LAST_ASKED, text=", ".join(content.danger.last_asked))


def _unbroken(text: str) -> str:
    """Keep the parts of a date, and "5 of 10", on one line."""
    parts = rf"\d+ (?:{'|'.join(MONTHS)}) \d+|\d+ of \d+"
    return re.sub(parts, lambda found: found.group().replace(" ", "\N{NO-BREAK SPACE}"), text)


def _fit(line: Line, most: int, cut: list[Line]) -> Line:
    return _kept(line, fitted(line.text, most), cut)


def _short(line: Line, most: int, cut: list[Line]) -> Line:
    return _kept(line, shortened(line.text, most), cut)


def _kept(line: Line, text: str, cut: list[Line]) -> Line:
    """Return the line with a text, and keep the whole one where they differ."""
    if text != line.text:
        cut.append(line)
    return Line(label=line.label, text=text)


def _danger(content: Content, step: Step, cut: list[Line]) -> Iterator[Line]:
    """Yield the three kinds of danger signs, recorded ones never cut to fewer than three."""
    signs = content.danger
    for label, some, most, none in (
        ("Recorded", signs.recorded, max(3, step.signs), "none"),
        ("Asked, absent", signs.absent, step.signs, "nothing was asked"),
        ("Never asked", signs.never_asked, step.signs, "none"),
    ):
        rest = len(some) - most
        text = ", ".join(some[:most]) or none
        if rest > 0:
            text += f" and {rest} more overleaf"
        if rest > 0 and some is not signs.absent:
            cut.append(Line(label=label, text=", ".join(some)))
        yield Line(label=label, text=text)


def leading(content: Content, most: int) -> tuple[Notice, ...]:
    """Return the alerts that are told first: at most so many that stand.

    The latest urgent one that is stronger than all that stand is told with them, unless its rule or
    the one that took over from it is among them: before them if it stood in the last four weeks.
    Where nothing but quiet notes stands, the first of those is told.
    """
    loud = [notice for notice in content.notices if notice.urgency not in QUIET]
    strongest = max((notice.urgency.rank for notice in loud), default=0)
    told = {notice.rule for notice in loud[:most]}
    stronger = [
        notice
        for notice in content.earlier
        if notice.urgency in URGENT
        and notice.urgency.rank > strongest
        and told.isdisjoint((notice.rule, notice.taken_over_by))
    ]
    untold = tuple(sorted(stronger, key=lambda notice: notice.stood[-1][1])[-1:])
    if any(content.last - notice.stood[-1][1] > LATELY for notice in untold):
        return (*loud[:most], *untold)
    return (*untold, *loud[:most]) or content.notices[:1]


def label_of(content: Content, notice: Notice) -> str:
    """Return the urgency of an alert in words; of one that no longer stands it says so."""
    before = "Earlier, " if notice in content.earlier else ""
    words = URGENCIES[notice.urgency]
    return before + (words.lower() if before else words)


def _by_urgency(content: Content, notices: Iterable[Notice]) -> list[Line]:
    """Return a line an urgency, short for page one: days and rules stand overleaf."""
    return [
        Line(label=label, text="; ".join(with_days(content, notice) for notice in some))
        for label, some in groupby(notices, key=lambda notice: label_of(content, notice))
    ]


def with_days(content: Content, notice: Notice) -> str:
    """Return an alert with when it stood, and when the same rule was more urgent."""
    if notice.recorded_on is not None:
        return notice.text
    parts = [_when(content, notice)]
    parts += [
        f"{URGENCIES[more.urgency].lower()} on {day_range(*more.stood[-1])}"
        for more in content.earlier
        if notice in content.notices
        and more.rule == notice.rule
        and more.urgency.rank > notice.urgency.rank
    ][:1]
    told = "; ".join(part for part in parts if part)
    return f"{notice.text} ({told})" if told else notice.text


def _when(content: Content, notice: Notice) -> str:
    """Return since when an alert stands, when it stood, or else the days of its entries."""
    if notice in content.earlier:
        return day_range(*notice.stood[-1])
    if notice.since is not None and notice.since < content.last:
        return stands_since(content, notice.since)
    days = notice.days
    return day_range(days[0], days[-1]).replace(" to ", "-") if days else ""


def stands_since(content: Content, first: date) -> str:
    """Return since when an alert stands; the report does not look at days before its own."""
    or_before = " or before" if content.is_cut and first == content.first else ""
    return f"since {short_date(first)}{or_before}"


def _notices_remark(content: Content, told: Collection[Notice]) -> str:
    """Return what page one says of alerts that it does not show."""
    left = [notice for notice in content.notices if notice not in told]
    quiet = sum(notice.urgency in QUIET for notice in left)
    more = len(left) - quiet
    earlier = sum(notice not in told for notice in content.earlier)
    parts = [counted(more, "more alert")] if more else []
    parts += [counted(quiet, "quiet note")] if quiet else []
    parts += [counted(earlier, "earlier alert")] if earlier else []
    overleaf = f"{', '.join(parts)} overleaf." if parts else ""
    return " ".join(text for text in (content.no_notices, overleaf) if text)
