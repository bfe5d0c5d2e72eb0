"""The report in few words: a note of at most eight lines, and what to say."""

from collections.abc import Iterator, Sequence

from diary_reports.first_page import QUIET, URGENCIES
from diary_reports.fitting import BETWEEN, fitted
from diary_reports.values import Content, DangerSigns, Notice

LONGEST = 320
"""Characters of a line of the note, about four lines of a screen."""
WHAT_TO_ASK = (
    "What could it come from, and what do you want to rule out?",
    "Do I need to be examined, or a test, and who can do it?",
    "When should I come back, and what would make it urgent?",
)
"""Where the person wrote no question down."""


def note(content: Content) -> tuple[str, ...]:
    """Return five to eight lines to paste into a record or read out; nothing recorded gives two."""
    if content.first is None:
        return (content.opening, _disclaimer(content))
    lines = [
        content.opening,
        f"Diary of {content.covers}: {content.log.text}.",
        *_joined("", [f"{line.label}: {line.text}" for line in content.summary]),
        *_joined("", [f"{line.label}: {line.text}" for line in content.facts]),
        _danger(content.danger),
        _alerts(content),
        *_joined("Asks: ", [line.text for line in content.questions]),
        _disclaimer(content),
    ]
    return tuple(lines)


def say(content: Content) -> tuple[str, ...]:
    """Return what to say in the room, what to ask, and what to say when booking."""
    asked = [line.text for line in content.questions]
    loud = [notice for notice in content.notices if notice.urgency not in QUIET]
    return (
        "To begin with, say or show:",
        f'"{content.opening}"',
        "Ask:",
        *(f'"{words}"' for words in asked or WHAT_TO_ASK),
        *_on_the_phone(content, loud),
    )


def _on_the_phone(content: Content, loud: Sequence[Notice]) -> Iterator[str]:
    """Yield the words of the strongest alert, or else what the visit would be about."""
    if loud or content.source is not None:
        what = f"{content.title[:1].lower()}{content.title[1:]}"
        yield "On the phone when booking:"
        yield f'"{loud[0].say if loud else f"I would like to be seen about {what}."}"'


def _joined(before: str, items: Sequence[str]) -> Iterator[str]:
    """Yield one line of items, cut at whole ones; nothing where there is none."""
    if items:
        text = " ".join(fitted(BETWEEN.join(items), LONGEST).split())
        yield f"{before}{text}{'' if text[-1] in '.?…' else '.'}"


def _danger(signs: DangerSigns) -> str:
    recorded, absent = f"recorded: {_list(signs.recorded)}", f"absent: {_list(signs.absent)}"
    return (
        f"Danger signs {recorded}; asked about and {absent}; never asked: {len(signs.never_asked)}."
    )


def _list(signs: Sequence[str]) -> str:
    return fitted("; ".join(signs), LONGEST).replace("; ", ", ") or "none"


def _alerts(content: Content) -> str:
    loud = [notice for notice in content.notices if notice.urgency not in QUIET]
    if not loud:
        return content.no_notices or "No alert stands."
    told = [f"{URGENCIES[notice.urgency].lower()}: {notice.text}" for notice in loud]
    return f"Alerts, {fitted('; '.join(told), LONGEST)}."


def _disclaimer(content: Content) -> str:
    return " ".join(content.disclaimers)
