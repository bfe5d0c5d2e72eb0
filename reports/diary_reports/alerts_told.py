"""The alerts of the whole report in clinical words: those that stand, and those that stood."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from diary import alerts
from diary.alerts.assessment import Alert, Assessment, Urgency
from diary_reports.asked_days import asked_days, day_after
from diary_reports.scope import Scope
from diary_reports.shown import Category
from diary_reports.values import QUIET, URGENT, Notice
from diary_reports.words import short_date

SAYS_BETTER = {rule.code: frozenset(rule.supersedes) for rule in alerts.RULES}
"""The rules and families that each rule says better."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The alerts on the last day, strongest first; those that stood before; the days asked."""

    now: tuple[Notice, ...]
    nothing: str
    earlier: tuple[Notice, ...]
    asked_on: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Standing:
    """An alert as it was last, with the runs of days on which it stood.

    `at_least` are the runs of days on which its rule raised an alert as urgent or more.
    """

    alert: Alert
    runs: tuple[tuple[date, date], ...]
    at_least: tuple[tuple[date, date], ...]

    def told(self, notice: Notice, assessments: dict[date, Assessment]) -> Notice:
        """Return the notice with its days and the date to be seen by that was advised first."""
        return replace(
            notice,
            stood=self.runs,
            since=self.at_least[-1][0],
            be_seen_by=self._advised(assessments),
            taken_over_by=self._taken_over_by(assessments),
        )

    def _advised(self, assessments: dict[date, Assessment]) -> date | None:
        """Return the date that its last run began with: later days may count from later entries.

        None where the rule had raised nothing by then, so that nobody was told of that date, and
        for an urgent sign that was for the same day.
        """
        first = (a for a in assessments[self.runs[-1][0]].alerts if _key(a) == _key(self.alert))
        alert = next(first, None)
        if alert is None or alert.be_seen_by is None or alert.recorded_on is not None:
            return None
        return alert.be_seen_by if self.at_least[-1][0] <= alert.be_seen_by else None

    def _taken_over_by(self, assessments: dict[date, Assessment]) -> str:
        """Return the rule that says the same better on the next day that was asked about."""
        after = (day for day in assessments if day > self.runs[-1][1])
        told = assessments[following].alerts if (following := next(after, None)) else ()
        names = (self.alert.rule, self.alert.family)
        return next((a.rule for a in told if not SAYS_BETTER[a.rule].isdisjoint(names)), "")


def told(scope: Scope) -> Told:
    """Ask the rules on the days of the report and tell what they said.

    Support is for the person alone: it is in only where they asked for what it is about. Quiet
    notes are told of the last day alone.
    """
    entries = {entry.date for entry in scope.known.entries}
    assessments = _asked(scope)
    days = tuple(assessments)
    last = assessments[scope.last]
    found = _stood(assessments)
    stood = {
        key: _Standing(
            alert=alert, runs=_runs(on, days), at_least=_runs(_as_urgent(alert, found), days)
        )
        for key, (alert, on) in found.items()
        if _may_tell(alert, scope)
    }
    loud = {
        key: standing.told(_notice(standing.alert, entries), assessments)
        for key, standing in stood.items()
    }
    now = [
        _notice(alert, entries) if alert.quiet else loud.get(_key(alert), _notice(alert, entries))
        for alert in last.alerts
        if _may_tell(alert, scope)
    ]
    still = {_key(alert) for alert in last.alerts if not alert.quiet}
    earlier = [notice for key, notice in loud.items() if key not in still]
    return Told(
        now=tuple(now),
        nothing=_nothing(last, now),
        earlier=tuple(sorted(earlier, key=_latest_first)),
        asked_on=len(days),
    )


def _asked(scope: Scope) -> dict[date, Assessment]:
    """Ask on the days that can tell something, and on the next after an urgent alert."""
    found: dict[date, Assessment] = {}
    waiting = list(asked_days(scope))
    while waiting:
        day = waiting.pop()
        if day not in found:
            found[day] = alerts.assess(scope.known, day)
            urgent = any(a.urgency in URGENT or a.recorded_on for a in found[day].alerts)
            waiting += day_after(scope, day) if urgent else ()
    return dict(sorted(found.items()))


def _key(alert: Alert) -> tuple[str, Urgency]:
    return alert.rule, alert.urgency


def _may_tell(alert: Alert, scope: Scope) -> bool:
    with_support = not {Category.CONSENT, Category.DISTRESS} <= scope.left_out
    return with_support or alert.urgency is not Urgency.SUPPORT


def _stood(
    assessments: dict[date, Assessment],
) -> dict[tuple[str, Urgency], tuple[Alert, list[date]]]:
    """Return each rule with each of its urgencies: the latest alert and all days of it."""
    found: dict[tuple[str, Urgency], tuple[Alert, list[date]]] = {}
    for day, assessment in assessments.items():
        for alert in assessment.alerts:
            if alert.quiet or alert.urgency in QUIET:
                continue
            _, days = found.get(_key(alert), (alert, []))
            found[_key(alert)] = (alert, [*days, day])
    return found


def _as_urgent(
    alert: Alert, found: dict[tuple[str, Urgency], tuple[Alert, list[date]]]
) -> set[date]:
    """Return the days on which the rule of an alert raised one as urgent or more."""
    return {
        day
        for (rule, urgency), (_, on) in found.items()
        if rule == alert.rule and urgency.rank >= alert.urgency.rank
        for day in on
    }


def _runs(on: Collection[date], asked: Sequence[date]) -> tuple[tuple[date, date], ...]:
    """Return first and last of the asked days that lie one behind the other."""
    runs: list[tuple[date, date]] = []
    goes_on = False
    for day in asked:
        if day in on:
            runs = [*runs[:-1], (runs[-1][0], day)] if goes_on else [*runs, (day, day)]
        goes_on = day in on
    return tuple(runs)


def _latest_first(notice: Notice) -> tuple[int, int]:
    return -notice.urgency.rank, -notice.stood[-1][1].toordinal()


def _notice(alert: Alert, days: Collection[date]) -> Notice:
    entries = {record.date for record in alert.evidence if record.date and record.fact is None}
    text = alert.clinical
    if alert.recorded_on is not None:
        text += f" (an urgent sign, recorded on {short_date(alert.recorded_on)})"
    return Notice(
        urgency=Urgency.WATCH if alert.quiet else alert.urgency,
        text=text,
        days=tuple(sorted(day for day in entries if day in days)),
        rule=alert.rule,
        version=alert.version,
        sources=alert.sources,
        say=alert.what_to_say,
        be_seen_by=alert.be_seen_by,
        recorded_on=alert.recorded_on,
    )


def _nothing(assessment: Assessment, now: Collection[Notice]) -> str:
    """Return what to say where there is no alert to tell."""
    if now:
        return ""
    if not assessment.enough_recorded:
        return "Not enough is recorded for the rules to say anything."
    return "No rule raised an alert."
