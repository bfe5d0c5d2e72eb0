"""Reasons to wait: a new method, a recent smear, the edge of a period.

They turn a routine alert of a rule that names them into a note to watch, and nothing else: no
emergency, same-day sign or two-week alert is ever quieted, whatever its rule says.
"""

from dataclasses import replace

from diary.alerts.assessment import QuietedBy, Urgency
from diary.alerts.case import Case
from diary.alerts.danger_signs import URGENT_SIGNS
from diary.alerts.days import day_in_words
from diary.alerts.raised import Raised
from diary.alerts.signals.symptoms import has_fever
from diary.model import Entry


def quiet(case: Case, raised: Raised) -> Raised:
    """Turn a routine alert into a note where every entry that it rests on has a reason to wait."""
    if raised.urgency is not Urgency.ROUTINE or raised.raised_by or not raised.rule.waits_for:
        return raised
    reasons = [_reason(case, raised, entry) for entry in raised.fires.entries]
    found = [reason for reason in reasons if reason is not None]
    if not found or len(found) < len(reasons):
        return raised
    return replace(
        raised,
        urgency=Urgency.WATCH,
        quiet=True,
        quieted_by=found[-1],
        instead=_for_now(found[-1]),
    )


def _for_now(reason: QuietedBy) -> str:
    until = f"after {day_in_words(reason.until)}" if reason.until else "or comes back"
    return f"Nothing to book for now. Keep a note of it here. If it goes on {until}, book a visit."


def _reason(case: Case, raised: Raised, entry: Entry) -> QuietedBy | None:
    if has_fever(entry) or set(entry.symptoms) & URGENT_SIGNS:
        return None
    numbers = raised.rule.numbers
    reasons = (reason(case, entry, numbers) for reason in raised.rule.waits_for)
    return next((reason for reason in reasons if reason is not None), None)
