"""Pain, injury and illness that cannot wait (EMG-5 to 10)."""

from collections.abc import Iterator
from datetime import timedelta

from diary.alerts import sources
from diary.alerts.assessment import Urgency
from diary.alerts.case import Case
from diary.alerts.rule import Numbers, Rule
from diary.alerts.rules.emergency.blood import SHOCK
from diary.alerts.signals.pain import BELLY, came_with_sex, has_pain, is_in, pain_at_least
from diary.alerts.signals.pregnancy import pregnancy_possible
from diary.alerts.signals.sex import may_be_anal, may_be_vaginal
from diary.alerts.signals.symptoms import has_any, has_fever
from diary.alerts.standing import strongest
from diary.alerts.verdict import Fires, Verdict, fires
from diary.model import Entry, Symptom

EMERGENCY, SAME_DAY = Urgency.EMERGENCY, Urgency.SAME_DAY

UNWELL = (*SHOCK, Symptom.DIZZY, Symptom.VOMITING, Symptom.HARD_BELLY, Symptom.PAIN_WORSE_ON_MOVING)
TOXIC_SHOCK = (
    Symptom.RASH,
    Symptom.FAINT,
    Symptom.PASSED_OUT,
    Symptom.CONFUSION,
    Symptom.VOMITING,
    Symptom.DIZZY,
)
AFTER_NECK_PRESSURE = (
    Symptom.VOICE_CHANGE,
    Symptom.NECK_PAIN,
    Symptom.BREATHLESS,
    Symptom.TROUBLE_SWALLOWING,
    Symptom.PASSED_OUT,
    Symptom.FAINT,
    Symptom.CONFUSION,
    Symptom.LOST_BLADDER_CONTROL,
)
OBJECTS = (Symptom.OBJECT_STUCK, Symptom.OBJECT_STUCK_RECTUM, Symptom.OBJECT_STUCK_VAGINA)
CLOT = (Symptom.BREATHLESS, Symptom.RACING_HEART, Symptom.FAINT, Symptom.PASSED_OUT)
SEPSIS = (Symptom.CONFUSION, Symptom.BREATHLESS, Symptom.PALE_CLAMMY, Symptom.PASSED_OUT)


def _sudden_belly_pain(case: Case, n: Numbers) -> Verdict:
    """EMG-5."""
    return strongest(
        case,
        (
            fires(entry, urgency=SAME_DAY if _passed_quickly(case, entry, n) else EMERGENCY)
            for entry in case.lately
            if pain_at_least(entry, n["pain"])
            and is_in(entry, BELLY) is not False
            and _is_sudden(entry)
            and came_with_sex(case, entry) is not False
        ),
    )


def _is_sudden(entry: Entry) -> bool:
    """Say whether the pain was sudden, or that was not asked and there is another grave sign."""
    sudden = entry.pain.sudden if entry.pain else False
    return has_any(entry, *UNWELL) if sudden is None else sudden


def _passed_quickly(case: Case, entry: Entry, n: Numbers) -> bool:
    pain = entry.pain
    if pain is None or not pain.stopped or pain.duration_hours is None:
        return False
    is_short = pain.duration_hours * 60 < n["minutes"]
    is_well = not has_any(entry, *UNWELL)
    return is_short and is_well and pregnancy_possible(case) is False


def _shoulder_tip(case: Case, _numbers: Numbers) -> Verdict:
    """EMG-6; pregnancy that is not known to be impossible counts as possible."""
    return strongest(case, _shoulder_signs(case))


def _shoulder_signs(case: Case) -> Iterator[Fires]:
    for entry in case.lately:
        if not has_any(entry, Symptom.SHOULDER_TIP_PAIN):
            continue
        near = tuple(case.around(entry.date, before=1))
        blood = [other for other in near if other.bleeding is not None]
        belly = [other for other in near if has_pain(other) and is_in(other, BELLY) is not False]
        if blood or belly or pregnancy_possible(case) is not False:
            yield fires(entry, blood, belly, urgency=EMERGENCY)


def _object_stuck(case: Case, n: Numbers) -> Verdict:
    """EMG-7; where the place is not told, the sex of the entry tells, or else the graver one."""
    return strongest(case, _stuck_signs(case, n))


def _stuck_signs(case: Case, n: Numbers) -> Iterator[Fires]:
    for entry in case.with_symptom(*OBJECTS):
        if entry.date <= case.lately_since:
            continue
        near = case.around(entry.date, after=int(n["days"]))
        ill = [other for other in near if has_fever(other) or has_any(other, *TOXIC_SHOCK)]
        is_grave = bool(ill) or not _is_in_vagina(entry)
        yield fires(entry, ill, urgency=EMERGENCY if is_grave else SAME_DAY)


def _is_in_vagina(entry: Entry) -> bool:
    if has_any(entry, Symptom.OBJECT_STUCK_RECTUM):
        return False
    is_in_vagina = has_any(entry, Symptom.OBJECT_STUCK_VAGINA)
    says_vagina = may_be_vaginal(entry) and not may_be_anal(entry)
    return is_in_vagina or says_vagina


def _neck_pressure(case: Case, n: Numbers) -> Verdict:
    """EMG-8; every case should be seen, and signs may come weeks later (a torn neck artery)."""
    return strongest(case, _neck_signs(case, n))


def _neck_signs(case: Case, n: Numbers) -> Iterator[Fires]:
    afraid = case.with_symptom(Symptom.AFRAID_OF_PARTNER)
    for entry in case.with_symptom(Symptom.NECK_PRESSURE):
        near = case.around(entry.date, after=int(n["days"]))
        if grave := [other for other in near if has_any(other, *AFTER_NECK_PRESSURE)]:
            yield fires(entry, grave, urgency=EMERGENCY)
        until = entry.date + timedelta(days=n["stands_days"])
        yield fires(entry, urgency=SAME_DAY, stands_until=until, is_event=True)
        for fear in afraid:
            until = max(entry.date, fear.date) + timedelta(days=n["fear_days"])
            yield fires(entry, fear, urgency=SAME_DAY, stands_until=until, is_event=True)


def _clot_on_the_lung(case: Case, n: Numbers) -> Verdict:
    """EMG-9."""
    return strongest(case, _clot_signs(case, n))


def _clot_signs(case: Case, n: Numbers) -> Iterator[Fires]:
    for entry in case.lately:
        if not has_any(entry, Symptom.CHEST_PAIN, Symptom.BREATHLESS):
            continue
        near = case.around(entry.date, before=int(n["days"]))
        leg = [other for other in near if has_any(other, Symptom.LEG_SWELLING)]
        if leg or (has_any(entry, Symptom.CHEST_PAIN) and has_any(entry, *CLOT)):
            yield fires(entry, leg, urgency=EMERGENCY)


def _sepsis(case: Case, _numbers: Numbers) -> Verdict:
    """EMG-10."""
    return strongest(
        case,
        (
            fires(entry, urgency=EMERGENCY)
            for entry in case.lately
            if has_fever(entry) and (has_any(entry, *SEPSIS) or _shakes_and_races(entry))
        ),
    )


def _shakes_and_races(entry: Entry) -> bool:
    return has_any(entry, Symptom.RIGORS) and has_any(entry, Symptom.RACING_HEART)


RULES: tuple[Rule, ...] = (
    Rule(
        code="EMG-5",
        family="emergency",
        urgency=EMERGENCY,
        title="Sudden, very strong belly pain with sex",
        clinical="Sudden severe abdominal or pelvic pain during or within 24 h of sex",
        pattern=(
            "Sudden pain of {pain} or more of 10 in the belly or pelvis, during sex or within 24 "
            "hours after it, with or without blood. Gone in under {minutes} minutes, well and "
            "surely not pregnant: same day."
        ),
        what_to_do="Do not eat or drink until a doctor has seen you.",
        why="Sudden strong belly pain with sex can need quick treatment inside the belly.",
        what_to_say="I had sudden, very strong belly pain during or after sex.",
        less_urgent_if="It went in under 30 minutes and you cannot be pregnant. Be seen today.",
        more_urgent_if="You feel faint, are sick, or have pain at the tip of the shoulder.",
        sources=(sources.NHS_PID, sources.HAEMOPERITONEUM, sources.CYST, sources.DESIGN),
        numbers={"pain": 7, "minutes": 30},
        supersedes=("PAIN-3",),
        check=_sudden_belly_pain,
    ),
    Rule(
        code="EMG-6",
        family="emergency",
        urgency=EMERGENCY,
        title="Pain at the tip of the shoulder",
        clinical="Shoulder tip pain: possible intraperitoneal bleeding",
        pattern=(
            "Pain at the tip of the shoulder, with belly pain or bleeding that day or the day "
            "before, or where a pregnancy is possible."
        ),
        what_to_do="Say if there is any chance that you are pregnant.",
        why="Pain in that place can tell of something in the belly that cannot wait.",
        what_to_say="I have pain at the tip of my shoulder, and I did not hurt it.",
        less_urgent_if="You clearly hurt that shoulder and have no other sign.",
        more_urgent_if="You feel faint, or have strong belly pain.",
        sources=(sources.NHS_ECTOPIC, sources.ECTOPIC_TRUST, sources.HAEMOPERITONEUM),
        check=_shoulder_tip,
    ),
    Rule(
        code="EMG-7",
        version=2,
        family="emergency",
        urgency=EMERGENCY,
        title="Something is stuck inside",
        clinical="Retained foreign body, rectal or vaginal",
        pattern=(
            "Something stuck in the back passage; or in the vagina with fever, rash, dizziness, "
            "faintness, confusion or being sick up to {days} days later. In the vagina and well: "
            "same day."
        ),
        what_to_do=(
            "If it is a tampon and comes out easily, take it out. "
            "Never pull hard or push, above all in the bottom. Nobody will judge you."
        ),
        why="It needs to be taken out safely by a team.",
        what_to_say="Something is stuck inside me and I cannot get it out.",
        less_urgent_if="It is a tampon or condom in the vagina and you feel well. Be seen today.",
        more_urgent_if="You feel ill or faint, with fever, a rash, belly pain or bleeding.",
        sources=(sources.ANAL_INJURY, sources.NHS_TSS, sources.DESIGN),
        numbers={"days": 3},
        check=_object_stuck,
    ),
    Rule(
        code="EMG-8",
        family="emergency",
        urgency=EMERGENCY,
        title="Your neck was squeezed",
        clinical="Neck compression during sex",
        pattern=(
            "Pressure on the neck during sex, and that day or up to {days} days later voice "
            "change, neck pain, trouble breathing or swallowing, fainting, confusion or loss of "
            "bladder control. Without these: same day for {stands_days} days, and with fear of a "
            "partner for {fear_days} days, until a visit for it."
        ),
        what_to_do="You do not have to say who did it, or how, to get care.",
        why="Injury from pressure on the neck can show up hours or weeks later.",
        what_to_say="My neck was squeezed, and I want to be checked.",
        less_urgent_if="There is no sign at all. It is still worth a call today.",
        more_urgent_if="Your voice changes, you cannot swallow well, or you pass out.",
        sources=(sources.STRANGULATION,),
        version=2,
        numbers={"days": 28, "stands_days": 14, "fear_days": 90},
        check=_neck_pressure,
    ),
    Rule(
        code="EMG-9",
        family="emergency",
        urgency=EMERGENCY,
        title="Chest pain or short of breath, with a swollen leg or a racing heart",
        clinical="Possible pulmonary embolism",
        pattern=(
            "Chest pain with shortness of breath, a racing heart or fainting; or chest pain or "
            "shortness of breath with a swollen leg up to {days} days before."
        ),
        what_to_do="Say which pill, patch, ring or HRT you use, and if you were pregnant lately.",
        why="These signs together need a check of the lungs and the heart at once.",
        what_to_say="I am short of breath, and my chest hurts or my leg is swollen.",
        less_urgent_if="A clinician has just ruled out a clot.",
        more_urgent_if="It gets worse, or you feel faint.",
        sources=(sources.NICE_CLOT,),
        numbers={"days": 14},
        check=_clot_on_the_lung,
    ),
    Rule(
        code="EMG-10",
        family="emergency",
        urgency=EMERGENCY,
        title="Fever, and feeling very unwell",
        clinical="Fever with signs of possible sepsis",
        pattern=(
            "Fever with confusion, shortness of breath, pale and clammy skin or passing out; or "
            "with shaking chills and a racing heart."
        ),
        what_to_do="Say how high the fever is, and name any birth or operation of late.",
        why="Fever with these signs needs treatment at once.",
        what_to_say="I have a fever, and I am confused, short of breath or my heart is racing.",
        less_urgent_if="The fever is gone and you feel well.",
        more_urgent_if="You cannot stay awake, or your skin turns blue or blotchy.",
        sources=(sources.NHS_SEPSIS,),
        check=_sepsis,
    ),
)
