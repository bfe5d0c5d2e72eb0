"""An assessment as the JSON object of `alerts-v1.schema.json`."""

from typing import Any

from diary.alerts.assessment import Alert, Assessment, Contact, Evidence, QuietedBy

FORMAT = "symptom-diary-alerts"
VERSION = 1


def to_document(assessment: Assessment) -> dict[str, Any]:
    """Return what `diary alerts --json` prints; what is not known is left out."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "rules_version": assessment.rules_version,
        "as_of": assessment.as_of.isoformat(),
        "overall": assessment.overall.value,
        "enough_recorded": assessment.enough_recorded,
        "safety_net": assessment.safety_net,
        "contacts": [_contact(contact) for contact in assessment.contacts],
        "alerts": [_alert(alert) for alert in assessment.alerts],
        "not_enough_to_say": [
            {"rule": rule.rule, "needs": rule.needs} for rule in assessment.not_enough
        ],
    }


def _alert(alert: Alert) -> dict[str, Any]:
    document: dict[str, Any] = {
        "rule": alert.rule,
        "version": alert.version,
        "family": alert.family,
        "urgency": alert.urgency.value,
        "quiet": alert.quiet,
        "title": alert.title,
        "what_to_do": alert.what_to_do,
        "why": alert.why,
        "what_to_say": alert.what_to_say,
        "less_urgent_if": alert.less_urgent_if,
        "more_urgent_if": alert.more_urgent_if,
        "raised_by": list(alert.raised_by),
        "evidence": [_evidence(item) for item in alert.evidence],
        "sources": list(alert.sources),
    }
    if alert.quieted_by is not None:
        document["quieted_by"] = _quieted_by(alert.quieted_by)
    return document


def _evidence(item: Evidence) -> dict[str, Any]:
    return _known(
        entry=item.entry,
        fact=item.fact,
        date=item.date.isoformat() if item.date else None,
        what=item.what,
    )


def _quieted_by(by: QuietedBy) -> dict[str, Any]:
    return _known(fact=by.fact, until=by.until.isoformat() if by.until else None)


def _contact(contact: Contact) -> dict[str, Any]:
    checked = contact.checked.isoformat() if contact.checked else None
    return _known(what=contact.what, number=contact.number, checked=checked)


def _known(**content: str | None) -> dict[str, Any]:
    return {name: value for name, value in content.items() if value is not None}
