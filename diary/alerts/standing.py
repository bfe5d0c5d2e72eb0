"""How long the evidence of an emergency or same-day sign stands, and what follows.

A sign stands through the day after its entry, or while it is recorded as going on; a rule that
knows the day until which something can be done gives it (`Fires.stands_until`). Afterwards the
alert says "on DATE you recorded this" and counts as within two weeks, until a visit or a later
entry says that it is over. One that comes 28 days later and does not record the sign says so, too
(our choice: about a cycle); silence alone never does.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from diary.alerts.assessment import Urgency
from diary.alerts.case import Case
from diary.alerts.danger_signs import URGENT_SIGNS
from diary.alerts.raised import Raised
from diary.alerts.signals.bleeding import is_like_a_period_or_more
from diary.alerts.signals.pain import strongest_possible
from diary.alerts.verdict import QUIET, Fires, Verdict
from diary.model import Entry, FactKind

STANDS_FOR = timedelta(days=1)
MILD = 3
ONE_DAY = timedelta(days=1)
URGENT = (Urgency.EMERGENCY, Urgency.SAME_DAY)


def strongest(case: Case, signs: Iterable[Fires], otherwise: Verdict = QUIET) -> Verdict:
    """Choose among the signs of one rule, each with its own urgency.

    The strongest that stands; else the strongest that is not over, of equals the latest; else
    `otherwise`.
    """
    found = tuple(signs)
    standing = [sign for sign in found if stands(case, sign)]
    left = standing or [sign for sign in found if not is_over(case, sign)]
    return max(left, key=_weight, default=otherwise)


def _weight(sign: Fires) -> tuple[int, date]:
    return (sign.urgency or Urgency.NONE).rank, sign.latest or date.min


def stands(case: Case, fires: Fires) -> bool:
    """Say whether a sign counts as present on the day of the case."""
    if fires.stands_until is not None:
        return case.as_of <= fires.stands_until
    latest = fires.latest
    if latest is None or case.as_of - latest <= STANDS_FOR:
        return True
    return case.as_of - _goes_on_until(case, fires.entries, latest) <= STANDS_FOR


def settle(case: Case, raised: Raised) -> Raised | None:
    """Let a sign stand, turn it into a two-week alert, or drop it because it is over."""
    if raised.urgency not in URGENT or stands(case, raised.fires):
        return raised
    before_modifiers = raised.fires.urgency or raised.rule.urgency
    if before_modifiers not in URGENT:
        return replace(raised, urgency=Urgency.WITHIN_TWO_WEEKS)
    if is_over(case, raised.fires):
        return None
    return replace(
        raised,
        urgency=Urgency.WITHIN_TWO_WEEKS,
        quiet=False,
        recorded_on=raised.fires.latest,
    )


def is_over(case: Case, fires: Fires) -> bool:
    """Say whether a visit, or later entries, say that a sign is over."""
    latest = fires.latest or date.min
    if any(visit.start and visit.start >= latest for visit in case.facts(FactKind.VISIT)):
        return True
    if latest <= case.lately_since:
        return True
    later = case.since(latest + ONE_DAY)
    return bool(later) and all(is_taken_back(entry, later) for entry in fires.entries)


def is_taken_back(sign: Entry, later: tuple[Entry, ...]) -> bool:
    """Say whether later entries take back all that the sign recorded: blood, pain and symptoms."""
    absent = {symptom for entry in later for symptom in entry.absent}
    gone = all(symptom in absent for symptom in sign.symptoms if symptom in URGENT_SIGNS)
    no_blood = sign.bleeding is None or any(map(_says_no_blood, later))
    no_pain = strongest_possible(sign) <= MILD or any(map(_says_no_pain, later))
    return gone and no_blood and no_pain


def _says_no_blood(entry: Entry) -> bool:
    if entry.bleeding is not None:
        return entry.bleeding.stopped is True
    return bool(entry.no_bleeding) or (entry.sex is not None and entry.origin is None)


def _says_no_pain(entry: Entry) -> bool:
    if entry.pain is None:
        return False
    return entry.pain.stopped is True or strongest_possible(entry) <= MILD


def _goes_on_until(case: Case, signs: tuple[Entry, ...], latest: date) -> date:
    """Return the last of the touching days on which the sign is recorded as going on."""
    day = latest
    while any(
        _goes_on(entry, sign) for entry in case.days.get(day + ONE_DAY, ()) for sign in signs
    ):
        day += ONE_DAY
    return day


def _goes_on(entry: Entry, sign: Entry) -> bool:
    """Say whether an entry of the next day records more of the same."""
    if any(symptom in entry.absent for symptom in sign.symptoms if symptom in URGENT_SIGNS):
        return False
    if entry.bleeding is not None and sign.bleeding is not None:
        return entry.bleeding.stopped is not True and is_like_a_period_or_more(entry) is True
    return (
        entry.pain is not None
        and entry.pain.stopped is not True
        and min(strongest_possible(entry), strongest_possible(sign)) > MILD
    )
