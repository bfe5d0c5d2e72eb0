"""The signs that mean "do not wait", asked as one list whenever they could matter.

Asked when bleeding is above light, pain is 4 or more or pregnancy is possible. They are the signs
of the emergency and same-day rules: NHS.uk on ectopic pregnancy, pelvic inflammatory disease,
rectal bleeding and bleeding in pregnancy; ACOG Committee Opinion 557 on acute bleeding.
"""

from diary.model.profile import Profile
from diary.model.symptom import Symptom
from diary.model.vocabulary import BleedingSource, Organ

SOAKING = "Whatever stands here, get help at once if you soak a pad an hour for two hours."
NOT_STOPPING = "Whatever stands here, get help at once if you bleed a lot and it does not stop."
OTHER_SIGNS = (
    "Do so too if you faint, are short of breath, or have sudden strong belly pain. "
    "Pain at the tip of the shoulder, or a fever with belly pain, cannot wait either."
)
PREGNANT = "Nor can bleeding in pregnancy, or pain with it when you may be pregnant."
NOT_A_DIAGNOSIS = "This is not a diagnosis."
SAFETY_NET = f"{SOAKING} {OTHER_SIGNS} {PREGNANT} {NOT_A_DIAGNOSIS}"
"""What is said to somebody of whom nothing is known; `safety_net` fits it to the body."""

LABELS: dict[Symptom, str] = {
    Symptom.FAINT: "fainted, or nearly fainted",
    Symptom.PASSED_OUT: "passed out",
    Symptom.DIZZY: "dizzy or light-headed",
    Symptom.PALE_CLAMMY: "very pale, cold or clammy",
    Symptom.BREATHLESS: "short of breath at rest",
    Symptom.CHEST_PAIN: "chest pain",
    Symptom.RACING_HEART: "heart racing at rest",
    Symptom.CONFUSION: "confused or very drowsy",
    Symptom.SHOULDER_TIP_PAIN: "pain at the tip of the shoulder, with no injury there",
    Symptom.HARD_BELLY: "hard, very tender belly",
    Symptom.PAIN_WORSE_ON_MOVING: "belly pain that is worse on moving",
    Symptom.VOMITING: "being sick",
    Symptom.RIGORS: "shaking that cannot be stopped",
    Symptom.FEVERISH: "hot and ill, like a fever",
    Symptom.FLOODING: "a gush of blood, or blood running down the legs",
    Symptom.DISCHARGE_SMELLY: "bad-smelling discharge",
    Symptom.CONTRACTIONS: "tightenings or labour pains",
    Symptom.FLUID_LEAK: "water leaking from the vagina",
    Symptom.LESS_FETAL_MOVEMENT: "baby moving less",
    Symptom.RED_TOILET_WATER: "toilet water red with blood",
    Symptom.BLACK_STOOL: "black or tarry poo",
    Symptom.LEAKAGE_OR_NUMBNESS: "new leaking of poo, or a numb bottom",
    Symptom.CANNOT_URINATE: "cannot pee",
    Symptom.PENILE_BRUISE_OR_BEND: "penis swollen, bruised or bent",
    Symptom.TESTICULAR_PAIN: "pain in a testicle",
}
"""Each sign in plain words, as a person would tick it."""

DANGER_SIGNS: tuple[Symptom, ...] = tuple(LABELS)

URGENT_SIGNS: frozenset[Symptom] = frozenset(DANGER_SIGNS) | {
    Symptom.BLOODY_DIARRHOEA,
    Symptom.CANNOT_PASS_WIND,
    Symptom.DARK_RED_STOOL,
    Symptom.FLANK_PAIN,
    Symptom.FORESKIN_STUCK,
    Symptom.GAPING_WOUND,
    Symptom.LEG_SWELLING,
    Symptom.LOST_BLADDER_CONTROL,
    Symptom.NECK_PAIN,
    Symptom.NECK_PRESSURE,
    Symptom.OBJECT_STUCK,
    Symptom.OBJECT_STUCK_RECTUM,
    Symptom.OBJECT_STUCK_VAGINA,
    Symptom.POP_OR_CRACK,
    Symptom.SELF_HARM_THOUGHTS,
    Symptom.SUDDEN_LOSS_OF_ERECTION,
    Symptom.SWELLING_SPREADING,
    Symptom.TROUBLE_SWALLOWING,
    Symptom.URINE_CLOTS,
    Symptom.VOICE_CHANGE,
}
"""The danger signs and those that need no asking: what must be gone for a sign to be over."""

_PREGNANT = frozenset({Symptom.CONTRACTIONS, Symptom.FLUID_LEAK, Symptom.LESS_FETAL_MOVEMENT})
_BOWEL = frozenset({Symptom.RED_TOILET_WATER, Symptom.BLACK_STOOL, Symptom.LEAKAGE_OR_NUMBNESS})
_PENIS = frozenset({Symptom.PENILE_BRUISE_OR_BEND, Symptom.TESTICULAR_PAIN})
_VAGINA = frozenset({Symptom.FLOODING, Symptom.DISCHARGE_SMELLY})
_BOWEL_SOURCES = (BleedingSource.RECTAL, BleedingSource.UNKNOWN)


def to_ask(
    profile: Profile, source: BleedingSource | None = None, *, pregnant: bool | None = None
) -> tuple[Symptom, ...]:
    """Return the danger signs that can matter for this body, source of blood and pregnancy.

    A part that was not said to be there or not counts as possible. The signs of the bowel are asked
    with blood from there, those of pregnancy only in a known pregnancy.
    """
    left_out: set[Symptom] = set()
    if pregnant is not True:
        left_out |= _PREGNANT
    if source not in _BOWEL_SOURCES:
        left_out |= _BOWEL
    if not _may_have(profile, Organ.PENIS, Organ.TESTES):
        left_out |= _PENIS
    if not _may_have(profile, Organ.VAGINA, Organ.NEOVAGINA):
        left_out |= _VAGINA
    return tuple(sign for sign in DANGER_SIGNS if sign not in left_out)


def _may_have(profile: Profile, *organs: Organ) -> bool:
    known = profile.organs
    return known is None or any(o in known or o in profile.organs_unsure for o in organs)
