"""How long the evidence of an emergency or same-day sign stands, and what follows.

A sign stands through the day after its entry, or while it is recorded as going on; a rule that
knows the day until which something can be done gives it (`Fires.stands_until`). Afterwards the
alert says "on DATE you recorded this" and counts as within two weeks, until a visit or a later
entry says that it is over. One that comes 28 days later and does not record the sign says so, too
(our choice: about a cycle); silence alone never does.

A visit ends a sign only where it settled something, and was about it: a smear does not take a
tampon out. One that does not say what it was about counts from the next day on, since on the day
itself nobody knows which came first; not for what is seldom told at a visit for something else
(thoughts of self-harm, unwanted sex, a squeezed neck, sex of young people): it must say so.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from diary.alerts.assessment import Urgency
from diary.alerts.case import Case
from diary.alerts.danger_signs import URGENT_SIGNS
from diary.alerts.follow_up import SETTLES
from diary.alerts.raised import Raised
from diary.alerts.rule import Rule
from diary.alerts.signals.bleeding import is_like_a_period_or_more
from diary.alerts.signals.pain import strongest_possible
from diary.alerts.topics import is_about
from diary.alerts.verdict import QUIET, Fires, Verdict
from diary.model import Entry, Fact, FactKind

STANDS_FOR = timedelta(days=1)
MILD = 3
ONE_DAY = timedelta(days=1)
URGENT = (Urgency.EMERGENCY, Urgency.SAME_DAY)
TOLD_BY_NAME = frozenset({"feelings", "safety", "young_people", "EMG-8"})
"""The families and rules whose signs only a visit ends that says that it was about them."""


def strongest(case: Case, signs: Iterable[Fires], otherwise: Verdict = QUIET) -> Verdict:
    """Choose among the signs of one rule, each with its own urgency.

    The strongest that stands; else the strongest that later entries do not end, of equals the
    latest; else `otherwise`. It keeps those after it, for a visit that has ended it (`not_ended`).
    """
    standing, left = [], []
    for sign in signs:
        if stands(case, sign):
            standing.append(sign)
        elif not _is_taken_back(case, sign):
            left.append(sign)
    chosen = otherwise
    for sign in (*_weakest_first(left), *_weakest_first(standing)):
        chosen = replace(sign, weaker=chosen)
    return chosen


def not_ended(case: Case, rule: Rule, verdict: Verdict) -> Verdict:
    """Return the strongest sign of a rule that no visit has ended, or what it says otherwise."""
    while isinstance(verdict, Fires) and verdict.weaker is not None:
        stays = stands(case, verdict) and verdict.stands_until is None
        if stays or not _was_seen(case, rule, verdict):
            return verdict
        verdict = verdict.weaker
    return verdict


def _weakest_first(signs: Iterable[Fires]) -> list[Fires]:
    return sorted(signs, key=_weight, reverse=True)[::-1]


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
    if is_over(case, raised.rule, raised.fires):
        return None
    return replace(
        raised,
        urgency=Urgency.WITHIN_TWO_WEEKS,
        quiet=False,
        recorded_on=raised.fires.latest,
    )


def is_over(case: Case, rule: Rule, fires: Fires) -> bool:
    """Say whether a visit, or later entries, say that a sign of a rule is over."""
    return _was_seen(case, rule, fires) or _is_taken_back(case, fires)


def _was_seen(case: Case, rule: Rule, fires: Fires) -> bool:
    """Say whether a visit settled a sign."""
    latest = fires.latest or date.min
    visits = (visit for visit in case.facts(FactKind.VISIT) if visit.what in SETTLES)
    return any(_deals_with(visit, rule, latest) for visit in visits)


def _deals_with(visit: Fact, rule: Rule, latest: date) -> bool:
    if visit.start is None:
        return False
    if visit.about:
        return visit.start >= latest and is_about(visit, rule)
    return visit.start > latest and not TOLD_BY_NAME & {rule.family, rule.code}


def _is_taken_back(case: Case, fires: Fires) -> bool:
    """Say whether later entries say that a sign is over, or it is too old to count."""
    latest = fires.latest or date.min
    if latest <= case.lately_since:
        return True
    later = case.since(latest + ONE_DAY)
    return (
        bool(later)
        and not fires.is_event
        and all(is_taken_back(entry, later) for entry in fires.entries)
    )


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
