"""After a check by a clinician: what it quiets, for how long, and what ends that at once.

A visit quiets the routine and two-week alerts of the codes or families that it names, for 90 days.
What had begun before the visit is quieted, too, where it speaks of the same part of the body
(`topics`), or where the visit does not say what it was about; and so is what came later where the
person was told to expect it. A higher band of bleeding, a new symptom, or recurrence after a normal
check ends that at once (Cancer Council Australia: symptoms that recur or persist are referred
whatever the result).

After the 90 days what lies wholly before a visit that settled it does not raise its alert again by
itself: windows are longer than that, and nothing has come back. Not so where a visit only referred
or began tests, nor for rules on what goes on without entries (`Rule.goes_on`).
"""

from dataclasses import replace
from datetime import date, timedelta

from diary.alerts.assessment import QuietedBy, Urgency
from diary.alerts.case import Case
from diary.alerts.danger_signs import URGENT_SIGNS
from diary.alerts.days import day_in_words
from diary.alerts.raised import Raised
from diary.alerts.signals.background import visits
from diary.alerts.signals.bleeding import amount_of
from diary.alerts.signals.pain import pain_at_least
from diary.alerts.signals.symptoms import NOT_OF_THE_BODY
from diary.alerts.topics import is_about
from diary.model import Entry, Fact
from diary.model.background_words import Visit
from diary.model.episodes import BANDS
from diary.model.vocabulary import Amount

QUIET_FOR = timedelta(days=90)
QUIETED = (Urgency.ROUTINE, Urgency.WITHIN_TWO_WEEKS)
MODERATE = 4
EXPECTED = Amount.LIGHT
"""Where no amount was recorded before the visit, more than this counts as a higher band."""


SETTLES = (
    Visit.CHECKED_NORMAL,
    Visit.TREATED,
    Visit.DIAGNOSED,
    Visit.PLAN_AGREED,
    Visit.TOLD_EXPECTED,
)
"""The visits after which nothing is still to come: no referral, no test without a result."""


def quiet(case: Case, raised: Raised) -> Raised | None:
    """Turn an alert that a visit has dealt with into a note; None where it is settled by now."""
    if raised.urgency not in QUIETED or raised.recorded_on:
        return raised
    for visit in reversed(visits(case)):
        day = visit.start
        if day is None:
            break
        if _rests_on_later_facts(raised, day):
            continue
        if not _deals_with(case, visit, day, raised):
            continue
        if case.as_of - day <= QUIET_FOR:
            return raised if _rearms(case, visit, day, raised) else _noted(raised, visit, day)
        if visit.what in SETTLES and _is_all_before(case, day, raised):
            return raised if _rearms(case, visit, day, raised) else None
    return raised


def _rests_on_later_facts(raised: Raised, day: date) -> bool:
    """Say whether an alert has no entry, and a fact that it rests on began after a day."""
    latest = raised.fires.latest
    return not raised.fires.entries and latest is not None and latest > day


def _is_all_before(case: Case, day: date, raised: Raised) -> bool:
    """Say whether all that an alert rests on was there by a day."""
    found = raised.fires
    started = [record.start for record in found.evidence if isinstance(record, Fact)]
    days = [found.raised_on, *started]
    is_old = bool(found.entries) and all(other is None or other <= day for other in days)
    return is_old and not raised.rule.goes_on and not _since(case, day, raised)


def _noted(raised: Raised, visit: Fact, day: date) -> Raised:
    until = day + QUIET_FOR
    return replace(
        raised,
        urgency=Urgency.WATCH,
        quiet=True,
        quieted_by=QuietedBy(fact=visit.id, until=until),
        instead=(
            f"A clinician checked this on {day_in_words(day)}. Keep to what was agreed. "
            "Go back sooner if it gets heavier, something new starts, or it comes back."
        ),
    )


def _deals_with(case: Case, visit: Fact, day: date, raised: Raised) -> bool:
    """Say whether the visit was about the alert: by its name, or by its topic if it came after."""
    is_after = not _since(case, day, raised)
    rule = raised.rule
    if not visit.about:
        return is_after
    is_named = rule.code in visit.about or rule.family in visit.about
    is_told = visit.what is Visit.TOLD_EXPECTED and is_about(visit, rule)
    speaks_of_later = (is_named or is_told) and not rule.follows_a_check
    return speaks_of_later or (is_after and is_about(visit, rule))


def _since(case: Case, day: date, raised: Raised) -> list[Entry]:
    """Return the evidence that began after a day; a bleed that only goes on has begun before."""
    return [entry for entry in raised.fires.entries if _began(case, entry) > day]


def _began(case: Case, entry: Entry) -> date:
    bleed = case.vaginal_bleed_of(entry) or case.bleed_of(entry)
    return bleed.start if bleed else entry.date


def _rearms(case: Case, visit: Fact, day: date, raised: Raised) -> bool:
    came_back = visit.what is Visit.CHECKED_NORMAL and bool(_since(case, day, raised))
    return came_back or _is_more(raised, day) or _has_new_symptom(case, day)


def _is_more(raised: Raised, day: date) -> bool:
    """Say whether bleeding reached a higher band after a day, or pain became moderate."""
    earlier = [entry for entry in raised.fires.entries if entry.date <= day]
    later = [entry for entry in raised.fires.entries if entry.date > day]
    band = max(map(_band, earlier), default=0) or BANDS.index(EXPECTED) + 1
    hurt = any(pain_at_least(entry, MODERATE) for entry in earlier)
    hurts = any(pain_at_least(entry, MODERATE) for entry in later)
    return max(map(_band, later), default=0) > band or (hurts and not hurt)


def _band(entry: Entry) -> int:
    """Return 1 to 4 for the bands of bleeding, 0 where none was recorded."""
    amount = amount_of(entry)
    return 0 if amount is None else BANDS.index(amount) + 1


def _has_new_symptom(case: Case, day: date) -> bool:
    """Say whether something of the body was first recorded after a day, or any danger sign."""
    before = {s for entry in case.entries if entry.date <= day for s in entry.symptoms}
    after = {s for entry in case.entries if entry.date > day for s in entry.symptoms}
    return bool(after & URGENT_SIGNS or after - before - NOT_OF_THE_BODY)
