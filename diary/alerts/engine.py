"""From a history and a day to an assessment: ask every rule, then settle what they said."""

from collections.abc import Iterable
from datetime import date

from diary.alerts import countries, follow_up, modifiers, standing, superseded, waiting
from diary.alerts.assessment import Alert, Assessment, NotEnoughToSay, Urgency
from diary.alerts.case import Case
from diary.alerts.danger_signs import SAFETY_NET
from diary.alerts.enough import is_enough
from diary.alerts.raised import Raised
from diary.alerts.rule import Rule
from diary.alerts.rules import RULES, RULES_CHECKED, RULES_VERSION
from diary.alerts.verdict import QUIET, Fires, NotEnough, Verdict
from diary.alerts.wording import be_seen_by, to_alert
from diary.model import History


def assess(history: History, as_of: date, *, rules: tuple[Rule, ...] = RULES) -> Assessment:
    """Say what a history means for a person on a day; entries after it are not seen."""
    case = Case.on(history, as_of)
    verdicts = judge(case, rules)
    alerts = tuple(to_alert(case, raised) for raised in _settled(case, verdicts))
    overall = _overall(alerts)
    return Assessment(
        as_of=as_of,
        rules_version=RULES_VERSION,
        rules_checked=RULES_CHECKED,
        overall=overall,
        enough_recorded=overall is not Urgency.NONE or is_enough(case),
        alerts=alerts,
        not_enough=tuple(
            NotEnoughToSay(rule=rule.code, needs=verdict.needs)
            for rule, verdict in verdicts
            if isinstance(verdict, NotEnough)
        ),
        safety_net=SAFETY_NET,
        contacts=countries.contacts(case.profile),
    )


def judge(case: Case, rules: tuple[Rule, ...] = RULES) -> tuple[tuple[Rule, Verdict], ...]:
    """Return what each rule says by itself, before the rules are weighed against each other."""
    return tuple(
        (rule, rule.check(case, rule.numbers) if rule.who.includes(case) else QUIET)
        for rule in rules
    )


def _settled(case: Case, verdicts: Iterable[tuple[Rule, Verdict]]) -> tuple[Raised, ...]:
    """Weigh what fired: risks, time, reasons to wait, visits, then what says it better."""
    settled = []
    for rule, verdict in verdicts:
        if not isinstance(verdict, Fires):
            continue
        raised = modifiers.raise_a_step(case, Raised.first(rule, verdict))
        standing_today = standing.settle(case, raised)
        if standing_today is not None:
            settled.append(follow_up.quiet(case, waiting.quiet(case, standing_today)))
    left = (raised for raised in settled if raised is not None)
    return tuple(sorted(superseded.without(left), key=_strongest_first))


def _strongest_first(raised: Raised) -> tuple[int, bool, date]:
    """Order by urgency, then alerts before notes, then by the date to be seen by."""
    return -raised.urgency.rank, raised.quiet, be_seen_by(raised) or date.max


def _overall(alerts: tuple[Alert, ...]) -> Urgency:
    """Return the strongest urgency but support; a quiet routine note counts as routine."""
    urgencies = [alert.urgency for alert in alerts if alert.urgency is not Urgency.SUPPORT]
    return max(urgencies, key=lambda urgency: urgency.rank, default=Urgency.NONE)
