"""The content of a report: `compose` turns a history into values, and nothing is drawn yet."""

from collections.abc import Collection
from datetime import date

from diary import alerts
from diary.errors import InvalidValue
from diary.model import Fact, FactKind, History
from diary_reports import background, danger, record, told
from diary_reports.episodes import episodes, episodes_note
from diary_reports.scope import Scope, scope_of
from diary_reports.shown import Category, shown
from diary_reports.strip import strip
from diary_reports.summary import AFTER_SEX, opening, since, summary
from diary_reports.values import Content, Contents, Line
from diary_reports.words import counted, day_range, long_date

DISCLAIMERS = (
    "Self-reported diary, not a diagnosis.",
    "No clinician has reviewed the rules behind the alerts.",
)
CATEGORIES = {
    Category.NOTES: "your notes, in your words",
    Category.CONSENT: "consent and safety with a partner",
    Category.DISTRESS: "distress and feelings",
    Category.PARTNER: "facts about partners",
}


def compose(
    history: History,
    as_of: date,
    *,
    since: date | None = None,
    until: date | None = None,
    include: Collection[str] = frozenset(),
) -> Content:
    """Return all that a report says about a history, as known on `as_of`.

    Args:
        history: The whole diary; what may not be shown is taken away first.
        as_of: The day of the report.
        since: The first day that it covers; left out, that of the first entry.
        until: The last day that it covers; left out, `as_of`.
        include: What is in beside the usual: "notes", "consent", "distress", "partner".

    Raises:
        InvalidValue: `include` names something else, or the first day is after the last.
    """
    asked_for = frozenset(include)
    if asked_for - {category.value for category in Category}:
        known = ", ".join(category.value for category in Category)
        raise InvalidValue(f"only these can be included: {known}")
    scope = scope_of(shown(history, asked_for), as_of, since=since, until=until)
    return _content(scope, asked_for, _contents(history, scope, asked_for))


def _content(scope: Scope, asked_for: frozenset[str], contents: Contents) -> Content:
    assessment = alerts.assess(scope.known, scope.last)
    notices = told.notices(assessment, scope, asked_for)
    rows = episodes(scope)
    symptoms = told.other_symptoms(scope)
    return Content(
        title=_title(scope),
        as_of=scope.as_of,
        first=scope.first,
        last=scope.last,
        covers=_covers(scope),
        source=scope.source,
        since=since(scope),
        opening=opening(scope),
        rate=scope.rate,
        summary=summary(scope) + ((Line(label="Also noted", text=symptoms),) if symptoms else ()),
        strip=strip(scope),
        facts=background.facts(scope),
        danger=danger.danger_signs(scope),
        not_recorded=background.not_recorded(scope),
        tried=told.tried(scope),
        questions=told.questions(scope),
        notices=notices,
        no_notices=told.no_notices(assessment, notices),
        log=record.log(scope),
        episodes=rows,
        episodes_note=episodes_note(scope, len(rows)),
        notes=told.notes(scope),
        contents=contents,
        disclaimers=DISCLAIMERS,
    )


def _title(scope: Scope) -> str:
    if scope.source is None:
        return "Symptom diary"
    what = AFTER_SEX[scope.source]
    return what[:1].upper() + what[1:]


def _covers(scope: Scope) -> str:
    if scope.first is None:
        return long_date(scope.last)
    return day_range(scope.first, scope.last)


def _contents(history: History, scope: Scope, asked_for: frozenset[str]) -> Contents:
    """Tell the person, and only them, what will be in the file and what will not."""
    facts = scope.background.background
    questions = sum(fact.kind is FactKind.QUESTION for fact in facts)
    names = sum(_has_name(fact) for fact in facts)
    included = [
        f"{counted(len(scope.entries), 'entry', 'entries')}, {_covers(scope)}",
        "bleeding, sex, pain and symptoms with their dates",
        f"{counted(len(facts) - questions, 'background fact')}, year of birth and body parts",
    ]
    included += [f"names of medicines and conditions as you wrote them: {names}"] if names else []
    included += (
        [f"your questions, worries and wishes, in your words: {questions}"] if questions else []
    )
    included += ["what the alerts say"]
    private = sum(bool(entry.private) for entry in history.entries)
    private += sum(bool(fact.private) for fact in history.background)
    left_out = [words for category, words in CATEGORIES.items() if category.value not in asked_for]
    return Contents(
        included=(*included, *(CATEGORIES[Category(word)] for word in sorted(asked_for))),
        left_out=(
            *left_out,
            *([f"what you marked private: {private}"] if private else []),
            "your name: there is an empty line to write it on",
        ),
    )


def _has_name(fact: Fact) -> bool:
    return fact.kind in (FactKind.MEDICATION, FactKind.CONDITION) and bool(fact.note)
