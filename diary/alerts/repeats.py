"""What `log` says unasked: only what is new, or what was said long enough ago."""

from datetime import date, timedelta

from diary.alerts.assessment import Alert, Assessment, Urgency

REPEAT_AFTER = timedelta(days=14)
"""The same routine or two-week alert is repeated at most every 14 days, unless it is worse."""

ALWAYS_SAID = (Urgency.EMERGENCY, Urgency.SAME_DAY)


def new_since(before: Assessment, after: Assessment) -> tuple[Alert, ...]:
    """Return the alerts of `after` that `before` did not say, strongest first.

    An alert that was there already is said again where it has become stronger or louder, or where
    new entries support it and it is an emergency, a same-day sign, or 14 days have gone by since
    the entries that it was said for.
    """
    said = {alert.rule: alert for alert in before.alerts}
    return tuple(alert for alert in after.alerts if _is_news(alert, said.get(alert.rule)))


def _is_news(alert: Alert, said: Alert | None) -> bool:
    if said is None or _strength(alert) > _strength(said):
        return True
    new = [item for item in alert.evidence if item not in said.evidence]
    if not new:
        return False
    if alert.urgency in ALWAYS_SAID:
        return True
    return _latest(alert) - _latest(said) >= REPEAT_AFTER


def _strength(alert: Alert) -> tuple[int, bool]:
    return alert.urgency.rank, not alert.quiet


def _latest(alert: Alert) -> date:
    return max((item.date for item in alert.evidence if item.date), default=date.min)
