"""Consent and safety (clinical table, 4.14, SAF): support first, never pushy.

SAF-1, SAF-3 and SAF-4 are support: they never alarm and never raise the urgency of a day. SAF-2
keeps its urgency in the same gentle words: an emergency as the table says; and for today with any
other bleeding, injury or moderate pain of those days, which the table leaves open: injuries are
looked after then, and the care against HIV and pregnancy has its time (NHS.uk, BASHH). It takes up
every emergency sign (4.1) of the days after unwanted sex, so that its words stand in place of
theirs, but for a squeezed neck, which must be named; its clinical title does not name consent, so
that a report can show the emergency and not the reason. What happened is the sign: it stays for
today until the limits of SAF-3 have passed, and no later entry takes it back.

SAF-4 goes beyond the table: fear once, or pressure twice, is enough (NICE PH50), since most harm by
a partner leaves no injury.

C12 (evidence): UK 7 days, US 3 to 5: both are named, and never "too late". SAF-3 has one text for
its three time limits, because a rule has one text.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from diary.alerts.assessment import Urgency
from diary.alerts.case import Case
from diary.alerts.rule import Numbers, Rule
from diary.alerts.rules import emergency
from diary.alerts.signals.bleeding import from_skin, looks_heavy
from diary.alerts.signals.consent import FEAR, unwanted_sex
from diary.alerts.signals.pain import pain_at_least
from diary.alerts.signals.symptoms import has_any, records
from diary.alerts.standing import strongest
from diary.alerts.verdict import QUIET, Fires, Verdict, fires
from diary.model import Entry, Fact, Symptom

EMERGENCY, SAME_DAY, SUPPORT = Urgency.EMERGENCY, Urgency.SAME_DAY, Urgency.SUPPORT
FAMILY = "safety"

INJURY = (
    Symptom.GENITAL_INJURY,
    Symptom.VULVAL_TEAR,
    Symptom.PENILE_TEAR,
    Symptom.GAPING_WOUND,
    Symptom.NECK_PRESSURE,
)

NAMED_BY_IT = tuple(rule.code for rule in emergency.RULES if rule.code != "EMG-8")
"""The emergency rules whose words SAF-2 stands in for: all but the squeezed neck."""

NHS_ASSAULT = "NHS.uk: Help after rape and sexual assault (read 2026)"
VICTIM_SUPPORT = "Victim Support: Possible health issues (read 2026)"
SARC = "caprcp.org.uk and sarcteesside.co.uk: If you have recently been raped (read 2026)"
RCEM = "RCEM Learning: Sexual assault aftercare (read 2026)"
PEP = "Umbrella Health: PEP up to 72 hours (read 2026)"
EVIDENCE_UK = "brainscape.com: Sexual assault, forensic windows (weak page, read 2026)"
EVIDENCE_US = "surviverape.org and evawintl.org: Time limits of examinations (read 2026)"
FFLM = "FFLM 2024: Forensic specimens; BASHH 2021: PEPSE (not re-read)"
DOMESTIC_VIOLENCE = "NICE PH50: Domestic violence and abuse (not re-read)"
SCREEN_FOR_ABUSE = "Coventry and Rugby: Postcoital bleeding (read 2026)"


def _unwanted(case: Case, _numbers: Numbers) -> Verdict:
    """SAF-1; no time limit, since help is useful at any time."""
    found = unwanted_sex(case)
    return fires(found) if found else QUIET


def _injured(case: Case, n: Numbers) -> Verdict:
    """SAF-2."""
    return strongest(case, _injuries(case, n))


def _injuries(case: Case, n: Numbers) -> Iterator[Fires]:
    for event in unwanted_sex(case):
        if event.date <= case.lately_since - timedelta(days=n["days"]):
            continue
        for entry in case.around(event.date, after=int(n["days"])):
            urgency = _injury(case, event, entry, n)
            if urgency is not None:
                yield from _hurt(event, (entry,), urgency, n)
        for sign, urgency in _emergency_signs(case):
            if any(_is_soon_after(event.date, e.date, n) for e in sign.entries):
                yield from _hurt(event, sign.evidence, urgency, n)


def _hurt(
    event: Entry, shown: tuple[Entry | Fact, ...], urgency: Urgency, n: Numbers
) -> Iterator[Fires]:
    """Yield an injury as urgent as it is, and for today while the limits of SAF-3 run."""
    if urgency is EMERGENCY:
        yield fires(event, shown, urgency=EMERGENCY)
    until = event.date + timedelta(days=n["stands_days"])
    yield fires(event, shown, urgency=SAME_DAY, stands_until=until, is_event=True)


def _injury(case: Case, event: Entry, entry: Entry, n: Numbers) -> Urgency | None:
    """Return how soon an injury needs care; what is of a period on another day is none."""
    if entry.date != event.date and case.is_of_period(entry):
        return None
    if looks_heavy(entry) or pain_at_least(entry, n["pain"]):
        return EMERGENCY
    bleeds = entry.bleeding is not None and not case.is_of_period(entry)
    is_hurt = bleeds or has_any(entry, *INJURY) or pain_at_least(entry, n["moderate_pain"])
    return SAME_DAY if is_hurt else None


def _emergency_signs(case: Case) -> Iterator[tuple[Fires, Urgency]]:
    for rule in emergency.RULES:
        verdict = rule.check(case, rule.numbers) if rule.who.includes(case) else QUIET
        if isinstance(verdict, Fires):
            yield verdict, verdict.urgency or rule.urgency


def _is_soon_after(event: date, day: date, n: Numbers) -> bool:
    return timedelta(0) <= day - event <= timedelta(days=n["days"])


def _in_time(case: Case, n: Numbers) -> Verdict:
    """SAF-3."""
    first = case.as_of - timedelta(days=n["days"])
    found = [entry for entry in unwanted_sex(case) if entry.date >= first]
    return fires(found) if found else QUIET


def _afraid(case: Case, n: Numbers) -> Verdict:
    """SAF-4; bleeding after sex counts as well as an injury that is named."""
    afraid = records(case, *FEAR, days=n["window_days"])
    named = [e for e in case.last_days(n["window_days"]) if has_any(e, *INJURY) or from_skin(e)]
    first = case.as_of - timedelta(days=n["window_days"])
    bled = [bleed.entries[0] for bleed in case.bleeds if bleed.after_sex and bleed.start >= first]
    is_often_hurt = len({entry.date for entry in (*named, *bled)}) >= n["times"]
    is_afraid = any(has_any(entry, Symptom.AFRAID_OF_PARTNER) for entry in afraid)
    is_pressed = len({entry.date for entry in afraid}) >= n["times"]
    if not afraid or not (is_afraid or is_pressed or is_often_hurt):
        return QUIET
    return fires(afraid, named, bled) if is_often_hurt else fires(afraid)


RULES: tuple[Rule, ...] = (
    Rule(
        code="SAF-1",
        family=FAMILY,
        urgency=SUPPORT,
        quiet=True,
        title="You are not to blame for what happened",
        clinical="Sex without clear consent recorded",
        pattern="Sex for which consent was recorded as no or unsure.",
        what_to_do=(
            "You decide what happens next. A sexual assault centre, a clinic or a helpline "
            "can listen and look after you. You can bring someone with you."
        ),
        why="You do not have to report to anyone to get care.",
        what_to_say="Something happened that I did not want. I would like some help.",
        less_urgent_if="You feel safe and well, and get the help that you want.",
        more_urgent_if="You are hurt, bleed a lot, or are not safe. Then call {emergency}.",
        sources=(NHS_ASSAULT, VICTIM_SUPPORT, SARC),
        supersedes=("EMO-1",),
        helpline="sexual_violence",
        check=_unwanted,
    ),
    Rule(
        code="SAF-2",
        family=FAMILY,
        urgency=EMERGENCY,
        title="You may be hurt, and your injuries come first",
        clinical="Injury, bleeding or pain after sex",
        pattern=(
            "Up to {days} days after such sex: heavy bleeding, pain of {pain} or more of 10 or any"
            " emergency sign. Other bleeding, an injury, or pain of {moderate_pain} or more: same "
            "day, until {stands_days} days after it."
        ),
        lead={
            EMERGENCY: (
                "Please call {emergency} now, or go to {emergency_place}. You will be looked "
                "after. Do not drive if you feel faint. If you are alone, tell someone you trust. "
                "Take your diary page with you if you want to."
            ),
            SAME_DAY: (
                "Please be seen today. A doctor, a sexual assault centre or {urgent_advice} "
                "can help."
            ),
        },
        what_to_do="You only need to say where you are hurt.",
        why="Your injuries come first. You do not have to report to anyone to get care.",
        what_to_say="I am hurt after sex, and I need care.",
        less_urgent_if="The bleeding has stopped, and the pain is mild.",
        more_urgent_if="You feel faint, cannot breathe well, or are not safe where you are.",
        sources=(SARC, VICTIM_SUPPORT, NHS_ASSAULT, FFLM),
        version=2,
        numbers={"pain": 7, "moderate_pain": 4, "days": 3, "stands_days": 7},
        supersedes=(*NAMED_BY_IT, "bleeding_after_sex", "EMO-1"),
        helpline="sexual_violence",
        afterwards=(
            "If you still hurt or bleed, please call {emergency} or {urgent_advice} now. "
            "You can still be seen and cared for."
        ),
        check=_injured,
    ),
    Rule(
        code="SAF-3",
        family=FAMILY,
        urgency=SUPPORT,
        quiet=True,
        title="Care that can help in the first days, if you want it",
        clinical="Sex without clear consent recorded in the last 7 days",
        pattern="Such sex in the last {days} days.",
        what_to_do=(
            "A clinic or sexual assault centre can give you medicine against HIV. "
            "It works up to 72 hours after, and sooner is better. "
            "Emergency pills work up to 3 or 5 days after, by type. "
            "A copper coil works up to 5 days after. "
            "Evidence can be kept without the police. In the UK that is up to about 7 days. "
            "In the US it is 3 to 5 days."
        ),
        why="Some kinds of care work best early. Care is useful after that, too.",
        what_to_say="I would like to know what care I can have after sex that I did not want.",
        less_urgent_if="You already had the care that you want.",
        more_urgent_if="You are hurt, bleed a lot, or are not safe. Then call {emergency}.",
        sources=(PEP, RCEM, SARC, EVIDENCE_UK, EVIDENCE_US, FFLM),
        numbers={"days": 7},
        supersedes=("EMO-1",),
        helpline="sexual_violence",
        check=_in_time,
    ),
    Rule(
        code="SAF-4",
        family=FAMILY,
        urgency=SUPPORT,
        quiet=True,
        title="You deserve to feel safe",
        clinical="Fear of, or repeated pressure from, a partner",
        pattern=(
            "In {window_days} days: fear of a partner; or pressure from one on {times} or more "
            "days, or once with injury or bleeding after sex on {times} or more days."
        ),
        what_to_do=(
            "A nurse, a doctor or a helpline can talk with you alone. "
            "You can ask for help, and still decide nothing yet."
        ),
        why="Support is available and private.",
        what_to_say="I do not always feel safe with my partner. Can I talk to someone alone?",
        less_urgent_if="You feel safe, and get the help that you want.",
        more_urgent_if="You are in danger. Then call {emergency}.",
        sources=(SCREEN_FOR_ABUSE, DOMESTIC_VIOLENCE),
        version=2,
        supersedes=("EMO-1",),
        numbers={"window_days": 90, "times": 2},
        check=_afraid,
    ),
)
