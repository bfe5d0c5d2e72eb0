"""The report in few words: a note of at most eight lines, and what to say."""

from collections.abc import Iterator, Sequence

from diary_reports.first_page import label_of, leading, with_days
from diary_reports.fitting import BETWEEN, fitted
from diary_reports.values import QUIET, Content, DangerSigns, Notice

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
        *_joined("", [*_tried(content), *_said(content)]),
        _disclaimer(content),
    ]
    return tuple(lines)


def say(content: Content) -> tuple[str, ...]:
    """Return what to say in the room, what to ask, and what to say when booking.

    Wishes, such as which words to use, come before the rest.
    """
    loud = [notice for notice in content.notices if notice.urgency not in QUIET]
    asked = _words_of(content, "Question") or WHAT_TO_ASK
    return (
        *_spoken("What I wish for:", _words_of(content, "Wish")),
        *_spoken("To begin with, say or show:", (content.opening,)),
        *_spoken("What worries me:", _words_of(content, "Worry")),
        *_spoken("Ask:", asked),
        *_on_the_phone(content, loud),
    )


def _words_of(content: Content, label: str) -> tuple[str, ...]:
    return tuple(line.text for line in content.questions if line.label == label)


def _spoken(title: str, words: Sequence[str]) -> tuple[str, ...]:
    return (title, *(f'"{each}"' for each in words)) if words else ()


def _tried(content: Content) -> list[str]:
    return [f"Tried: {', '.join(content.tried)}"] if content.tried else []


def _said(content: Content) -> list[str]:
    return [f"{line.label}: {line.text.rstrip('.')}" for line in content.questions]


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
    return (
        f"Danger signs recorded: {_list(signs.recorded)}; asked about and absent: "
        f"{_list(signs.absent)}; never asked: {_list(signs.never_asked)}."
    )


def _list(signs: Sequence[str]) -> str:
    return fitted("; ".join(signs), LONGEST).replace("; ", ", ") or "none"


def _alerts(content: Content) -> str:
    some = leading(content, len(content.notices))
    if not some:
        return content.no_notices or "No alert stands."
    told = [f"{label_of(content, each).lower()}: {with_days(content, each)}" for each in some]
    return f"Alerts, {fitted('; '.join(told), LONGEST)}."


def _disclaimer(content: Content) -> str:
    return " ".join(content.disclaimers)
