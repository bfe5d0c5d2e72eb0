"""Pain (clinical table, 4.5).

Pain of a period is no sign by itself here: PAIN-2 and PAIN-3 need sex or bleeding that is not a
period. Severe belly pain that still goes on is for today, whatever brought it on (PAIN-3): acute
pelvic pain that does not settle is seen the same day. Moderate cramps with blood are expected in
the two weeks after a birth, loss or abortion (NICE NG140): PAIN-2 waits then.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from diary.alerts import reasons, sources
from diary.alerts.assessment import Urgency
from diary.alerts.case import Case
from diary.alerts.modifiers import BLEEDS_EASILY
from diary.alerts.rule import Numbers, Rule
from diary.alerts.signals.background import holding
from diary.alerts.signals.bleeding import blood_not_of_period, is_like_a_period_or_more
from diary.alerts.signals.pain import (
    BELLY,
    came_with_sex,
    has_pain,
    is_in,
    pain_at_least,
    strongest_possible,
    weakest_possible,
)
from diary.alerts.signals.person import is_at_least
from diary.alerts.signals.symptoms import began, has_any
from diary.alerts.standing import strongest
from diary.alerts.verdict import QUIET, Fires, NotEnough, Verdict, fires
from diary.alerts.who import OVARIES
from diary.model import Entry, Symptom
from diary.model.background_words import Condition

FAMILY = "pain"
A_DAY = 24
CRAMPS = "NICE NG140: Abortion care; cramps and bleeding to expect (not re-read)"


def _recent(case: Case, n: Numbers) -> tuple[Entry, ...]:
    first = case.as_of - timedelta(days=n["window_days"])
    return tuple(entry for entry in case.painful if entry.date >= first)


def _mild_once(case: Case, n: Numbers) -> Verdict:
    """PAIN-1."""
    mild = [
        entry
        for entry in _recent(case, n)
        if 0 < strongest_possible(entry) <= n["pain"] and came_with_sex(case, entry)
    ]
    if len(mild) != 1 or not _is_short(mild[0]):
        return QUIET
    blood = blood_not_of_period(case, mild[0])
    is_little = blood and not any(map(is_like_a_period_or_more, blood))
    return fires(mild, blood) if is_little else QUIET


def _is_short(entry: Entry) -> bool:
    """Say whether neither pain nor blood is recorded as longer than a day."""
    parts = [part for part in (entry.pain, entry.bleeding) if part is not None]
    return all((p.duration_hours or 0) < A_DAY and p.stopped is not False for p in parts)


def _moderate_with_blood(case: Case, n: Numbers) -> Verdict:
    """PAIN-2."""
    found = [
        (entry, blood)
        for entry in _recent(case, n)
        if n["pain"] <= weakest_possible(entry) < n["severe"]
        and (blood := blood_not_of_period(case, entry))
    ]
    return fires(*(record for pair in found for record in pair)) if found else QUIET


def _severe_with_sex(case: Case, n: Numbers) -> Verdict:
    """PAIN-3; belly pain that still goes on is for today."""
    severe = [
        entry
        for entry in _recent(case, n)
        if pain_at_least(entry, n["pain"]) and came_with_sex(case, entry)
    ]
    blood = [record for entry in severe for record in blood_not_of_period(case, entry)]
    settled: Verdict = QUIET
    if severe:
        urgency = Urgency.WITHIN_TWO_WEEKS if blood else Urgency.ROUTINE
        settled = fires(severe, blood, urgency=urgency)
    return strongest(case, _not_settled(case, n), settled)


def _not_settled(case: Case, n: Numbers) -> Iterator[Fires]:
    for entry in case.lately:
        goes_on = entry.pain is not None and entry.pain.stopped is False
        is_severe_belly = pain_at_least(entry, n["pain"]) and is_in(entry, BELLY) is not False
        if goes_on and is_severe_belly and came_with_sex(case, entry) is not False:
            yield fires(entry, urgency=Urgency.SAME_DAY)


def _often_with_sex(case: Case, n: Numbers) -> Verdict:
    """PAIN-4."""
    with_sex = [entry for entry in _recent(case, n) if came_with_sex(case, entry)]
    strong = [entry for entry in with_sex if pain_at_least(entry, n["pain"])]
    long = [entry for entry in with_sex if _hours(entry) > n["hours"]]
    if len({entry.date for entry in strong}) >= n["times"]:
        return fires(strong)
    return fires(long) if len({entry.date for entry in long}) >= n["long_times"] else QUIET


def _hours(entry: Entry) -> float:
    return (entry.pain.duration_hours or 0) if entry.pain else 0


def _frequent_after_50(case: Case, n: Numbers) -> Verdict:
    """PAIN-5; routine where an irritable bowel has been known for years."""
    found = [entry for entry in case.last_days(n["window_days"]) if _is_belly_trouble(entry)]
    days = {day for entry in found for day in _days_of(case, entry, n)}
    if len(days) < n["days"]:
        return QUIET
    is_old_enough = is_at_least(case, n["age"])
    if is_old_enough is None:
        return NotEnough(needs="your year of birth")
    if not is_old_enough:
        return QUIET
    known = [
        fact
        for fact in holding(case, Condition.IBS)
        if fact.start is None or (case.as_of - fact.start).days >= n["ibs_days"]
    ]
    raised_on = sorted(days)[int(n["days"]) - 1]
    return fires(found, urgency=Urgency.ROUTINE if known else None, raised_on=raised_on)


def _is_belly_trouble(entry: Entry) -> bool:
    return has_any(entry, Symptom.BLOATING) or (has_pain(entry) and bool(is_in(entry, BELLY)))


def _days_of(case: Case, entry: Entry, n: Numbers) -> Iterator[date]:
    """Yield the days of the window for which an entry stands."""
    since = began(entry) if has_any(entry, Symptom.BLOATING) else entry.date
    first = max(since, case.as_of - timedelta(days=n["window_days"]))
    for step in range((entry.date - first).days + 1):
        yield first + timedelta(days=step)


RULES: tuple[Rule, ...] = (
    Rule(
        code="PAIN-1",
        family=FAMILY,
        urgency=Urgency.WATCH,
        quiet=True,
        title="A little pain and blood with sex, once",
        clinical="Mild pain with slight bleeding at sex, single occasion, resolved",
        pattern=(
            "One time in {window_days} days of pain up to {pain} of 10 with sex and with light "
            "blood that is not a period, both over within a day."
        ),
        what_to_do="Next time try more lubricant, more time or another position.",
        why="Mild and one-off: think about what was different.",
        what_to_say="Sex hurt a little once, with a little blood.",
        less_urgent_if="It does not come back.",
        more_urgent_if="It comes back, hurts more, or lasts longer than a day.",
        sources=(sources.ARTICLE,),
        numbers={"window_days": 90, "pain": 3},
        raised_by=BLEEDS_EASILY,
        only_if_calm=True,
        check=_mild_once,
    ),
    Rule(
        code="PAIN-2",
        family=FAMILY,
        urgency=Urgency.ROUTINE,
        title="Pain with bleeding",
        clinical="Moderate pain with bleeding outside a period",
        pattern=(
            "Pain of {pain} to under {severe} of 10 with bleeding that is not a period, in "
            "{window_days} days."
        ),
        what_to_do="A sexual health clinic can have a look, too.",
        why="Pain with bleeding is worth a check.",
        what_to_say="I had pain together with bleeding, outside a period.",
        less_urgent_if="A clinician has checked it and agreed a plan with you.",
        more_urgent_if="It comes back or gets worse, or a fever comes.",
        sources=(sources.ARTICLE, sources.ARTICLE_THERAPIST, sources.NRS, sources.DESIGN, CRAMPS),
        version=2,
        numbers={"window_days": 90, "pain": 4, "severe": 7, "after_pregnancy_days": 14},
        waits_for=(reasons.after_pregnancy,),
        supersedes=("PCB-1",),
        raised_by=BLEEDS_EASILY,
        check=_moderate_with_blood,
    ),
    Rule(
        code="PAIN-3",
        family=FAMILY,
        urgency=Urgency.ROUTINE,
        title="Very strong pain with sex",
        clinical="Severe pain with sex",
        pattern=(
            "Pain of {pain} or more of 10 with sex in {window_days} days: within two weeks with "
            "blood, routine without. Belly pain of that strength that goes on: same day."
        ),
        what_to_do="Ask for an examination. You can stop it at any time.",
        why="Severe pain with sex should be seen even if it passes.",
        what_to_say="Sex hurt very badly.",
        less_urgent_if="A clinician knows it and has agreed a plan with you.",
        more_urgent_if="It came suddenly in your belly, it does not go, or you bled.",
        sources=(sources.ARTICLE, sources.NRS, sources.NHS_PID, sources.DESIGN),
        numbers={"window_days": 90, "pain": 7},
        raised_by=BLEEDS_EASILY,
        check=_severe_with_sex,
    ),
    Rule(
        code="PAIN-4",
        family=FAMILY,
        urgency=Urgency.ROUTINE,
        title="Sex that often hurts",
        clinical="Recurrent or lasting dyspareunia",
        pattern=(
            "Pain of {pain} or more of 10 with sex on {times} or more days in {window_days} days, "
            "or pain after sex for more than {hours} hours on {long_times} or more."
        ),
        what_to_do="Ask for a visit with time to talk. A nurse or sex therapist can help too.",
        why="Pain during sex is common but not something to put up with.",
        what_to_say="Sex often hurts, and I would like to find out why.",
        less_urgent_if="A clinician knows it and has agreed a plan with you.",
        more_urgent_if="It gets stronger, you bleed, or a fever comes.",
        sources=(sources.ARTICLE, sources.CRUK, sources.NRS, sources.DESIGN),
        numbers={"window_days": 90, "pain": 4, "times": 3, "hours": 24, "long_times": 2},
        check=_often_with_sex,
    ),
    Rule(
        code="PAIN-5",
        family=FAMILY,
        urgency=Urgency.WITHIN_TWO_WEEKS,
        title="Belly pain or bloating on many days",
        clinical="Frequent abdominal or pelvic pain or bloating, aged 50 or over",
        pattern=(
            "Belly or pelvic pain, or bloating, on {days} or more of {window_days} days, at {age} "
            "or over. Routine where an irritable bowel has been known for {ibs_days} days or more."
        ),
        what_to_do="Ask for an examination and a blood test.",
        why="New, frequent bloating or pain after 50 should be checked.",
        what_to_say="I have had belly pain or bloating on most days this month.",
        less_urgent_if="Your IBS has been known for years, and this is as ever.",
        more_urgent_if="You lose weight without trying, or cannot eat as usual.",
        sources=(sources.OVARIAN, sources.DESIGN),
        who=OVARIES,
        numbers={"window_days": 29, "days": 12, "age": 50, "ibs_days": 730},
        check=_frequent_after_50,
    ),
)
