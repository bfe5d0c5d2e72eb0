"""The content of a report: `compose` turns a history into values, and nothing is drawn yet."""

from collections.abc import Collection
from datetime import date

from diary.errors import InvalidValue
from diary.model import History
from diary_reports import alerts_told, danger, record, told, topics
from diary_reports.contents import contents
from diary_reports.cycles_told import cycles, cycles_note
from diary_reports.episodes import episodes, episodes_note
from diary_reports.method import method
from diary_reports.opening import opening, since
from diary_reports.scope import Scope, last_visit, scope_of
from diary_reports.shares import shares
from diary_reports.shown import ON_REQUEST, Category, shown
from diary_reports.strip import strip
from diary_reports.summary import before_visit, summary
from diary_reports.timeline import timeline
from diary_reports.values import Content, Line
from diary_reports.words import AFTER_SEX, day_range, long_date, short_date, worded

DISCLAIMERS = (
    "Self-reported diary, not a diagnosis.",
    "No clinician has reviewed the rules behind the alerts.",
)


def compose(  # noqa: PLR0913 - each is named, and most are left out
    history: History,
    as_of: date,
    *,
    since: date | None = None,
    until: date | None = None,
    since_visit: bool = False,
    include: Collection[str] = frozenset(),
    leave_out: Collection[str] = frozenset(),
) -> Content:
    """Return all that a report says about a history, as known on `as_of`.

    Args:
        history: The whole diary; what may not be shown is taken away first.
        as_of: The day of the report.
        since: The first day that it covers; left out, that of the first entry.
        until: The last day that it covers; left out, `as_of`.
        since_visit: Where `since` is left out, begin at the last visit that has entries after it.
        include: What is in beside the usual: "notes", "consent", "distress", "partner".
        leave_out: What is taken out of the usual, such as "sex" for its details.

    Raises:
        InvalidValue: a category is unknown or both in and out, or the first day is after the last.
    """
    left_out = _left_out(frozenset(include), frozenset(leave_out))
    may_be_shown = shown(history, left_out)
    visit = last_visit(may_be_shown, until or as_of) if since_visit and since is None else None
    scope = scope_of(may_be_shown, as_of, since=since or visit, until=until, left_out=left_out)
    return _content(history, scope, visit)


def _left_out(include: frozenset[str], leave_out: frozenset[str]) -> frozenset[Category]:
    on_request = {category.value for category in ON_REQUEST}
    if include - on_request:
        known = ", ".join(category.value for category in Category if category in ON_REQUEST)
        raise InvalidValue(f"only these can be included: {known}")
    if leave_out - {category.value for category in Category}:
        known = ", ".join(category.value for category in Category)
        raise InvalidValue(f"only these can be left out: {known}")
    if include & leave_out:
        raise InvalidValue(f"{min(include & leave_out)} cannot be both in and left out")
    return frozenset(map(Category, (on_request - include) | leave_out))


def _content(history: History, scope: Scope, visit: date | None) -> Content:
    alerts = alerts_told.told(scope)
    rows = episodes(scope)
    covers = _covers(scope, visit)
    return Content(
        title=_title(scope),
        as_of=scope.as_of,
        first=scope.first,
        last=scope.last,
        is_cut=scope.first is not None and scope.known.entries[0].date < scope.first,
        covers=covers,
        visit=visit,
        source=scope.source,
        since=since(scope),
        opening=opening(scope),
        rate=scope.rate,
        summary=_summary(scope, visit),
        strip=strip(scope),
        facts=topics.facts(scope),
        danger=danger.danger_signs(scope),
        not_recorded=topics.not_recorded(scope),
        tried=told.tried(scope),
        questions=told.questions(scope),
        notices=alerts.now,
        no_notices=alerts.nothing,
        earlier=alerts.earlier,
        asked_on=alerts.asked_on,
        shares=shares(scope),
        cycles=cycles(scope),
        cycles_note=cycles_note(scope),
        timeline=timeline(scope),
        log=record.log(scope),
        episodes=rows,
        episodes_note=episodes_note(scope, len(rows)),
        notes=told.notes(scope),
        method=method(scope, alerts.asked_on),
        contents=contents(history, scope, covers),
        disclaimers=DISCLAIMERS,
    )


def _summary(scope: Scope, visit: date | None) -> tuple[Line, ...]:
    """Return the lines under the opening sentence; where a visit cut it, one on the time before."""
    more = {
        "Before that visit": before_visit(scope) if visit else "",
        "Also noted": told.other_symptoms(scope),
    }
    lines = (Line(label=label, text=text) for label, text in more.items() if text)
    return (*summary(scope), *lines)


def _title(scope: Scope) -> str:
    if scope.source is None:
        return "Symptom diary"
    what = AFTER_SEX[scope.source] if scope.is_after_sex else worded(scope.source)
    return what[:1].upper() + what[1:]


def _covers(scope: Scope, visit: date | None) -> str:
    days = long_date(scope.last) if scope.first is None else day_range(scope.first, scope.last)
    return f"{days}, since the visit of {short_date(visit)}" if visit else days
