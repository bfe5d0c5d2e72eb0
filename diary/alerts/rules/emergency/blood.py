"""Losing much blood (EMG-1 to 3), also outside a period (EMG-12).

EMG-12: the first week after a birth and the first two days after a loss bleed heavily; PRG-7, PRG-9
and PROC-6 tell what is too much then. Blood after sex has EMG-3 and PCB-14.
"""

from collections.abc import Iterator

from diary.alerts import sources
from diary.alerts.assessment import Urgency
from diary.alerts.case import Case
from diary.alerts.rule import Numbers, Rule
from diary.alerts.signals.after_pregnancy import BIRTHS, LOSSES
from diary.alerts.signals.background import started_within
from diary.alerts.signals.bleeding import (
    amount_of,
    blood_with,
    is_like_a_period_or_more,
    may_be_after_sex,
    soaked_an_hour,
    soaking_hours,
)
from diary.alerts.signals.menopause import bleeding_after_menopause
from diary.alerts.signals.symptoms import has_any
from diary.alerts.standing import strongest
from diary.alerts.verdict import Fires, Verdict, fires
from diary.alerts.who import VAGINA
from diary.cycles.volume import has_large_clots
from diary.model import Entry, Symptom
from diary.model.vocabulary import Amount, Answer, Trend

EMERGENCY, SAME_DAY = Urgency.EMERGENCY, Urgency.SAME_DAY

SHOCK = (
    Symptom.FAINT,
    Symptom.PASSED_OUT,
    Symptom.CONFUSION,
    Symptom.BREATHLESS,
    Symptom.RACING_HEART,
    Symptom.PALE_CLAMMY,
)

SAYS_LESS = ("IMB-1", "IMB-2", "IMB-3", "IUD-1", "IUD-7", "HRM-1", "HRM-2", "HRM-7", "PMB-8")


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


def _much_outside_a_period(case: Case, n: Numbers) -> Verdict:
    """EMG-12."""
    return strongest(case, _signs_outside_a_period(case, n))


def _signs_outside_a_period(case: Case, n: Numbers) -> Iterator[Fires]:
    for entry in filter(case.is_vaginal, case.lately):
        if amount_of(entry) not in (Amount.HEAVY, None) or _is_expected(case, entry, n):
            continue
        fast = [other for other in case.around(entry.date) if _comes_fast(case, other, n)]
        if fast and not _is_period(case, entry, n):
            gushes = any(has_any(other, Symptom.FLOODING) for other in fast)
            yield fires(entry, fast, urgency=EMERGENCY if gushes and _goes_on(entry) else SAME_DAY)


def _comes_fast(case: Case, entry: Entry, n: Numbers) -> bool:
    """Say whether it comes with flooding, large clots, or a product changed every 1 to 2 hours."""
    if has_any(entry, Symptom.FLOODING, Symptom.CHANGING_EVERY_1_2_HOURS):
        return True
    fills = soaked_an_hour(entry) * n["hours_a_product"] >= 1
    return case.is_vaginal(entry) and (has_large_clots(entry) or fills)


def _goes_on(entry: Entry) -> bool:
    """Say whether it is recorded as not stopped, and not as easing."""
    bleeding = entry.bleeding
    return bleeding is not None and bleeding.stopped is False and bleeding.trend is not Trend.EASING


def _is_expected(case: Case, entry: Entry, n: Numbers) -> bool:
    """Say whether the blood is after sex, or of the first days after a birth or loss."""
    bleed = case.vaginal_bleed_of(entry)
    return (
        bool(bleed and bleed.after_sex)
        or started_within(case, n["birth_days"], *BIRTHS, on=entry.date) is not None
        or started_within(case, n["loss_days"], *LOSSES, on=entry.date) is not None
    )


def _is_period(case: Case, entry: Entry, n: Numbers) -> bool:
    """Say whether the person calls it their period, or it counts as one before the menopause."""
    said = entry.bleeding.period if entry.bleeding else None
    if said is Answer.YES or not case.is_of_period(entry):
        return said is Answer.YES
    after = bleeding_after_menopause(case, no_period_days=n["no_period_days"])
    return not any(entry is other for run in after for other in run.entries)


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
        supersedes=("EMG-12", *SAYS_LESS),
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
        supersedes=("EMG-12", *SAYS_LESS),
        check=_gush_after_sex,
    ),
    Rule(
        code="EMG-12",
        family="emergency",
        urgency=SAME_DAY,
        title="Heavy bleeding that is not a period",
        clinical="Heavy vaginal bleeding outside menstruation, with flooding, clots or soaking",
        pattern=(
            "Vaginal bleeding that is no period and not after sex, heavy or of unknown amount, "
            "with flooding, large clots, or a product every {hours_a_product} hours or faster. An "
            "emergency with flooding that goes on. No period after {no_period_days} days without "
            "one. Not for {birth_days} days after a birth, {loss_days} after a loss."
        ),
        what_to_do="Count how many pads or tampons you soak until then.",
        why="Heavy bleeding at a time with no period needs a check today.",
        what_to_say="I am bleeding heavily, and it is not my period.",
        less_urgent_if="It is your period, and as heavy as it is for you each time.",
        more_urgent_if="It gushes and goes on, you soak a pad in an hour, or you feel faint.",
        sources=(
            sources.LOCAL_HEAVY,
            sources.NURSE_TRIAGE,
            sources.FIGO,
            sources.ACOG_557,
            sources.DESIGN,
        ),
        who=VAGINA,
        numbers={"hours_a_product": 2, "no_period_days": 365, "birth_days": 7, "loss_days": 2},
        supersedes=SAYS_LESS,
        check=_much_outside_a_period,
    ),
)
