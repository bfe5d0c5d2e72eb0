"""What has been said so far, and the questions that may add to it: all of them immutable.

The answers are kept as they were given and the draft is made from them anew each time, question by
question. So an answer that is changed later takes along what no longer matters after it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import Enum, auto
from typing import Any, Generic, TypeVar

from diary.cli.ask import Form
from diary.errors import InvalidValue
from diary.model import Bleeding, Entry, History, Pain, Profile, Sex
from diary.model.vocabulary import BleedingSource, Organ

T = TypeVar("T")

Answers = Mapping[str, Any]
"""Each question's name with its answer; None where it was skipped, `Chosen` where from a list."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """An answer with the list that it was chosen from: for another list it does not hold.

    "None of these" says no to what was shown, and to nothing else.
    """

    answer: Any
    shown: tuple[tuple[int, str], ...]


class Topic(Enum):
    """What the person wants to write down."""

    SEX = auto()
    BLEEDING = auto()
    PAIN = auto()
    SIGNS = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The entry so far, what it is about, and what it is written into.

    `settled` names the questions that need no asking, because options answered them. `more` names
    the groups of further signs that the person wants to see. `is_done`: nothing more is asked.
    `is_locked`: the diary stays closed until the entry is saved, so that `history` holds only what
    was told just now; `open_days` names what of that has a day still to be asked for.
    """

    entry: Entry
    now: datetime
    history: History
    topics: frozenset[Topic] = frozenset()
    settled: frozenset[str] = frozenset()
    more: tuple[str, ...] = ()
    is_done: bool = False
    is_locked: bool = False
    open_days: frozenset[str] = frozenset()

    @property
    def bleeding(self) -> Bleeding | None:
        """The bleeding so far."""
        return self.entry.bleeding

    @property
    def pain(self) -> Pain | None:
        """The pain so far."""
        return self.entry.pain

    @property
    def today(self) -> date:
        """The day on which this is written."""
        return self.now.date()

    @property
    def profile(self) -> Profile:
        """The person."""
        return self.history.profile

    def may_have(self, *organs: Organ) -> bool:
        """Say whether the person has one of these parts, or may have it as far as is known."""
        known = self.profile.organs
        return known is None or any(
            organ in known or organ in self.profile.organs_unsure for organ in organs
        )

    def sex_nearby(self) -> tuple[Entry, ...]:
        """Return the recorded sex of the entry's day and the two days before, latest first."""
        first = self.entry.date - timedelta(days=2)
        near = [e for e in self.history.entries if e.sex and first <= e.date <= self.entry.date]
        return tuple(reversed(near))

    def with_entry(self, **fields: Any) -> "Draft":  # noqa: ANN401 - any field of the entry
        """Return the draft with fields of the entry changed."""
        return replace(self, entry=replace(self.entry, **fields))

    def with_bleeding(self, **fields: Any) -> "Draft":  # noqa: ANN401 - any field of it
        """Return the draft with fields of the bleeding changed."""
        so_far = self.bleeding or Bleeding(source=BleedingSource.UNKNOWN)
        return self.with_entry(bleeding=replace(so_far, **fields))

    def with_sex(self, **fields: Any) -> "Draft":  # noqa: ANN401 - any field of it
        """Return the draft with fields of the sex changed."""
        return self.with_entry(sex=replace(self.entry.sex or Sex(), **fields))

    def with_pain(self, **fields: Any) -> "Draft":  # noqa: ANN401 - any field of it
        """Return the draft with fields of the pain changed."""
        return self.with_entry(pain=replace(self.pain or Pain(), **fields))


def _as_it_is(draft: Draft) -> Draft:
    return draft


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(Generic[T]):
    """One question: what it says, when it matters, and how its answer changes the draft.

    `name` is unique and heads its line in the summary. `explanation` is shown for "?". `skip`
    changes the draft where Enter was the answer, and `skipped_as` says so in the summary. `always`:
    asked even after "end".
    """

    name: str
    text: str | Callable[[Draft], str]
    form: Form[T] | Callable[[Draft], Form[T]]
    matters: Callable[[Draft], bool]
    change: Callable[[Draft, T], Draft]
    explanation: str = ""
    skip: Callable[[Draft], Draft] = _as_it_is
    skipped_as: str = ""
    always: bool = False

    def words(self, draft: Draft) -> str:
        """Return the question as it is put now."""
        return self.text if isinstance(self.text, str) else self.text(draft)

    def form_for(self, draft: Draft) -> Form[T]:
        """Return the form that its answer has now."""
        return self.form if isinstance(self.form, Form) else self.form(draft)

    def answered(self, draft: Draft, answer: T | None) -> Draft:
        """Return the draft as the answer changes it."""
        return self.skip(draft) if answer is None else self.change(draft, answer)

    def said(self, draft: Draft, answer: T | None) -> str:
        """Return the answer in words; empty where there is nothing to say about it."""
        return self.skipped_as if answer is None else self.form_for(draft).say(answer)


Flow = tuple[Question[Any], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One answered question in the summary."""

    name: str
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far the answers reach: the draft, the next question if any, and what was said."""

    draft: Draft
    question: Question[Any] | None
    lines: tuple[Line, ...]


def replay(start: Draft, flow: Flow, answers: Answers) -> Progress:
    """Go through the questions that matter until one has no answer that still holds.

    A question may stand in the flow more than once: it comes at the first place where it matters.
    """
    draft, lines, passed = start, list[Line](), set[str]()
    for question in flow:
        if draft.is_done:
            break
        if question.name in passed | draft.settled or not question.matters(draft):
            continue
        passed.add(question.name)
        if question.name not in answers:
            return Progress(draft=draft, question=question, lines=tuple(lines))
        answer = answers[question.name]
        if isinstance(answer, Chosen):
            if answer.shown != question.form_for(draft).choices:
                return Progress(draft=draft, question=question, lines=tuple(lines))
            answer = answer.answer
        try:
            changed = question.answered(draft, answer)
        except InvalidValue:
            return Progress(draft=draft, question=question, lines=tuple(lines))
        said = question.said(draft, answer)
        if said:
            lines.append(Line(name=question.name, said=said))
        draft = changed
    return Progress(draft=draft, question=None, lines=tuple(lines))
