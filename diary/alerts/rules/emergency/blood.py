"""Losing much blood (EMG-1 to 3)."""

from collections.abc import Iterator

from diary.alerts import sources
from diary.alerts.assessment import Urgency
from diary.alerts.case import Case
from diary.alerts.rule import Numbers, Rule
from diary.alerts.signals.bleeding import (
    blood_with,
    is_like_a_period_or_more,
    may_be_after_sex,
    soaked_an_hour,
    soaking_hours,
)
from diary.alerts.signals.symptoms import has_any
from diary.alerts.standing import strongest
from diary.alerts.verdict import Fires, Verdict, fires
from diary.alerts.who import VAGINA
from diary.model import Entry, Symptom
from diary.model.vocabulary import Trend

EMERGENCY, SAME_DAY = Urgency.EMERGENCY, Urgency.SAME_DAY

SHOCK = (
    Symptom.FAINT,
    Symptom.PASSED_OUT,
    Symptom.CONFUSION,
    Symptom.BREATHLESS,
    Symptom.RACING_HEART,
    Symptom.PALE_CLAMMY,
)


def _blood_and_shock(case: Case, _numbers: Numbers) -> Verdict:
    """EMG-1."""
    return strongest(case, _shock_signs(case))


def _shock_signs(case: Case) -> Iterator[Fires]:
    for entry in case.lately:
        if not has_any(entry, *SHOCK, Symptom.DIZZY):
            continue
        blood = blood_with(case, entry)
        is_grave = has_any(entry, *SHOCK) or any(map(is_like_a_period_or_more, blood))
        if blood:
            yield fires(entry, blood, urgency=EMERGENCY if is_grave else SAME_DAY)


def _pad_an_hour(case: Case, n: Numbers) -> Verdict:
    """EMG-2; a pad an hour for less than two hours, or for an unknown time, is for today."""
    return strongest(
        case,
        (
            fires(entry, urgency=EMERGENCY if soaking_hours(entry) >= n["hours"] else SAME_DAY)
            for entry in case.lately
            if case.is_vaginal(entry) and soaked_an_hour(entry) >= n["pads_per_hour"]
        ),
    )


def _gush_after_sex(case: Case, n: Numbers) -> Verdict:
    """EMG-3."""
    return strongest(
        case,
        (
            fires(entry, urgency=EMERGENCY)
            for entry in case.lately
            if case.is_vaginal(entry)
            and _gushes(entry, n)
            and not _slows(entry, n)
            and may_be_after_sex(case, entry)
        ),
    )


def _gushes(entry: Entry, n: Numbers) -> bool:
    clots = (entry.bleeding and entry.bleeding.large_clot_count) or 0
    return (
        has_any(entry, Symptom.FLOODING)
        or soaked_an_hour(entry) >= n["pads_per_hour"]
        or clots >= n["large_clots"]
    )


def _slows(entry: Entry, n: Numbers) -> bool:
    """Say whether it has stopped, or is easing and not only in its first minutes."""
    bleeding = entry.bleeding
    if bleeding is None or bleeding.stopped:
        return True
    hours = bleeding.duration_hours
    is_past_beginning = hours is None or hours * 60 >= n["minutes"]
    return bleeding.trend is Trend.EASING and is_past_beginning


RULES: tuple[Rule, ...] = (
    Rule(
        code="EMG-1",
        family="emergency",
        urgency=EMERGENCY,
        title="Bleeding, and feeling faint, breathless or very unwell",
        clinical="Bleeding with signs of circulatory compromise",
        pattern=(
            "Any bleeding on the same day as fainting, confusion, shortness of breath at rest, a "
            "racing heart, or pale and clammy skin; or dizziness with bleeding like a period or "
            "more. Dizziness with less bleeding is for the same day."
        ),
        what_to_do="",
        why="You may be losing more blood than your body can cope with.",
        what_to_say="I am bleeding and I feel faint or short of breath.",
        less_urgent_if="You are only dizzy and the bleeding is light. Then be seen today.",
        more_urgent_if="You pass out, or cannot stay awake.",
        sources=(
            sources.NURSE_TRIAGE,
            sources.NHS_ECTOPIC,
            sources.NHS_PID,
            sources.ACOG_557,
        ),
        is_general=True,
        check=_blood_and_shock,
    ),
    Rule(
        code="EMG-2",
        family="emergency",
        urgency=EMERGENCY,
        title="Soaking a pad an hour",
        clinical="Acute heavy vaginal bleeding: one or more soaked products an hour",
        pattern=(
            "Vaginal bleeding that fills {pads_per_hour} or more products an hour for {hours} "
            "hours or more. For a shorter or unknown time it is for the same day."
        ),
        what_to_do="Count how many pads or tampons you soak while you wait.",
        why="Soaking a pad an hour for 2 hours is heavy bleeding that needs help now.",
        what_to_say="I soak a full pad every hour and it goes on.",
        less_urgent_if="A pad lasts 2 to 3 hours.",
        more_urgent_if="You feel faint, or the blood comes faster.",
        sources=(
            sources.LOCAL_HEAVY,
            sources.NURSE_TRIAGE,
            sources.PAD_AN_HOUR,
            sources.WEBMD_HEAVY,
            sources.ACOG_557,
            sources.DESIGN,
        ),
        who=VAGINA,
        numbers={"pads_per_hour": 1, "hours": 2},
        check=_pad_an_hour,
    ),
    Rule(
        code="EMG-3",
        family="emergency",
        urgency=EMERGENCY,
        title="A gush of blood after sex that does not slow down",
        clinical="Postcoital haemorrhage, not settling: possible laceration",
        pattern=(
            "Vaginal bleeding that is or may be after sex, with flooding, {pads_per_hour} or more "
            "products an hour, or {large_clots} or more large clots; not stopped, and not easing "
            "after {minutes} minutes."
        ),
        what_to_do="Lie down and press a clean towel between your legs while you wait.",
        why="Bleeding that comes so fast needs help now. Doctors can stop it.",
        what_to_say="I started bleeding heavily after sex and it is not slowing down.",
        less_urgent_if="It stopped fully and you feel well. Then be seen today.",
        more_urgent_if="You feel faint, or have strong belly pain.",
        sources=(
            sources.PCB_PRIMARY_CARE,
            sources.LACERATIONS,
            sources.PERFORATION,
            sources.DESIGN,
        ),
        who=VAGINA,
        numbers={"pads_per_hour": 1, "large_clots": 2, "minutes": 15},
        check=_gush_after_sex,
    ),
)
