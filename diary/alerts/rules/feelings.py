"""Feelings (clinical table, 4.15, EMO): support, never an alarm, but for thoughts of self-harm.

EMO-1 asks how much it weighs on the person of the last 90 days only: what was felt long ago is no
reason to speak of it now (our choice; the table names no time).

EMO-3 is for days on which every note is to watch only. A rule cannot see what others say, so that
it asks the same of the entries: blood of spotting or light bleeding, little pain, no fever, no
other sign, and nobody who is or may be pregnant, is after the menopause, has not had a first
period, or takes a blood thinner. Its words do not say that all is well.
"""

from datetime import datetime, time, timedelta

from diary.alerts import sources
from diary.alerts.assessment import Urgency
from diary.alerts.case import Case
from diary.alerts.rule import Numbers, Rule
from diary.alerts.signals.background import bleeds_easily_by_medicine, clots_slowly
from diary.alerts.signals.bleeding import looks_heavy
from diary.alerts.signals.pain import strongest_possible
from diary.alerts.signals.person import is_postmenopausal
from diary.alerts.signals.pregnancy import pregnancy_possible
from diary.alerts.signals.symptoms import NOT_OF_THE_BODY, has_any, has_fever, records
from diary.alerts.standing import strongest
from diary.alerts.verdict import QUIET, Verdict, fires
from diary.model import Entry, Symptom
from diary.model.vocabulary import Amount, MenstrualStatus

SUPPORT = Urgency.SUPPORT
FAMILY = "feelings"

NATSAL = "tiptopaware.com: Natsal-3 on avoiding sex, copy of the Guardian (read 2026)"
ARTICLE_IMAGERY = "Consumer article: Bleeding after sex, a therapist's page, 2 (read 2026)"
REASSURE = "NHS service manual: Help users decide when and where to get care (read 2026)"
CRISIS = "Helplines and crisis lines of each country (not re-read)"


def _weighs_heavily(case: Case, n: Numbers) -> Verdict:
    """EMO-1."""
    said = [entry for entry in case.last_days(n["recent_days"]) if entry.distress is not None]
    much = [entry for entry in said if _distress(entry) >= n["distress"]]
    lately = said[-int(n["of_last"]) :]
    often = [entry for entry in lately if _distress(entry) >= n["often_distress"]]
    avoiding = records(case, Symptom.AVOIDING_SEX, days=n["avoiding_days"])
    is_often, is_avoiding = len(often) >= n["often"], len(avoiding) >= n["avoiding"]
    if not (much or is_often or is_avoiding):
        return QUIET
    return fires(much, often if is_often else (), avoiding if is_avoiding else ())


def _distress(entry: Entry) -> int:
    return entry.distress or 0


def _self_harm(case: Case, _numbers: Numbers) -> Verdict:
    """EMO-2."""
    return strongest(
        case,
        (
            fires(entry, urgency=Urgency.SAME_DAY)
            for entry in case.lately
            if has_any(entry, Symptom.SELF_HARM_THOUGHTS)
        ),
    )


def _checks_again_and_again(case: Case, n: Numbers) -> Verdict:
    """EMO-3."""
    if _may_be_more(case):
        return QUIET
    notes = [e for e in case.last_days(n["recent_days"]) if e.bleeding is not None]
    if not all(map(_is_little, notes)) or _has_other_signs(case, n):
        return QUIET
    for place in range(len(notes) - int(n["notes"]), -1, -1):
        together = notes[place : place + int(n["notes"])]
        if _moment(together[-1]) - _moment(together[0]) < timedelta(hours=n["hours"]):
            return fires(together)
    return QUIET


def _may_be_more(case: Case) -> bool:
    """Say whether even a little blood is more than a note to watch for this person."""
    return bool(
        pregnancy_possible(case) is not False
        or is_postmenopausal(case)
        or case.profile.menstrual_status is MenstrualStatus.NOT_STARTED
        or bleeds_easily_by_medicine(case)
        or clots_slowly(case)
    )


def _is_little(entry: Entry) -> bool:
    amount = entry.bleeding.amount if entry.bleeding else None
    return amount in (Amount.SPOTTING, Amount.LIGHT) and not looks_heavy(entry)


def _has_other_signs(case: Case, n: Numbers) -> bool:
    return any(
        set(entry.symptoms) - NOT_OF_THE_BODY
        or has_any(entry, Symptom.SELF_HARM_THOUGHTS)
        or has_fever(entry)
        or strongest_possible(entry) > n["pain"]
        for entry in case.last_days(n["recent_days"])
    )


def _moment(entry: Entry) -> datetime:
    return datetime.combine(entry.date, entry.time or time.min)


RULES: tuple[Rule, ...] = (
    Rule(
        code="EMO-1",
        family=FAMILY,
        urgency=SUPPORT,
        quiet=True,
        title="It is all right that this weighs on you",
        clinical="Distress, or avoiding sex",
        pattern=(
            "In {recent_days} days: distress of {distress} or more of 10 once, or {often_distress}"
            " or more in {often} of the last {of_last} entries that say; or avoiding sex in "
            "{avoiding} entries in {avoiding_days} days."
        ),
        what_to_do=(
            "You can tell a doctor or nurse how you feel, too. "
            "Sex therapy or counselling can help alongside a check."
        ),
        why="Many people feel anxious, or avoid sex, when something is not as it was.",
        what_to_say="This worries me a lot. I would like to talk about that, too.",
        less_urgent_if="Someone listens to you, and it is getting easier.",
        more_urgent_if="You cannot cope, or think of hurting yourself. Then call a helpline.",
        sources=(
            sources.ARTICLE_THERAPIST,
            ARTICLE_IMAGERY,
            NATSAL,
            sources.DESIGN,
        ),
        numbers={
            "distress": 7,
            "often_distress": 4,
            "often": 3,
            "of_last": 5,
            "recent_days": 90,
            "avoiding": 2,
            "avoiding_days": 30,
        },
        check=_weighs_heavily,
    ),
    Rule(
        code="EMO-2",
        family=FAMILY,
        urgency=Urgency.SAME_DAY,
        title="You deserve support now",
        clinical="Thoughts of self-harm recorded",
        pattern="Thoughts of self-harm were recorded.",
        lead={
            Urgency.SAME_DAY: (
                "Please talk to someone today. Call a crisis line, your doctor or "
                "{urgent_advice}. Stay with someone you trust if you can."
            )
        },
        what_to_do="If you might act on these thoughts, call {emergency} now.",
        why="Thoughts like these can pass, and talking helps.",
        what_to_say="I have thoughts of hurting myself. I need to talk to someone today.",
        less_urgent_if="You talked to someone, and you feel safe.",
        more_urgent_if="You feel that you cannot stay safe. Then call {emergency} now.",
        sources=(CRISIS,),
        afterwards=(
            "If the thoughts are still there, please talk to a crisis line, your doctor or "
            "{urgent_advice} today."
        ),
        helpline="crisis",
        check=_self_harm,
    ),
    Rule(
        code="EMO-3",
        family=FAMILY,
        urgency=SUPPORT,
        quiet=True,
        title="Writing it down was the right thing to do",
        clinical="Repeated notes of the same light bleeding within 24 hours",
        pattern=(
            "{notes} or more notes of spotting or light bleeding within {hours} hours, up to "
            "{recent_days} day ago, with pain up to {pain} of 10 and no other sign."
        ),
        what_to_do=(
            "One note a day is enough for now. "
            "A nurse or doctor can answer your questions if it worries you."
        ),
        why="What the diary says stays the same until something changes.",
        what_to_say="I keep checking for blood, and I would like to talk about it.",
        less_urgent_if="It stops.",
        more_urgent_if="It gets heavier, hurts, or anything new comes.",
        sources=(REASSURE, sources.DESIGN),
        numbers={"notes": 3, "hours": 24, "recent_days": 1, "pain": 3},
        only_if_calm=True,
        check=_checks_again_and_again,
    ),
)
