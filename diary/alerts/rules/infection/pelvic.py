"""Infection inside the pelvis, and fever (INF-1 to 3).

INF-1 is for today where the pain is moderate, or lasts; mild and short pain, pain of unknown
strength and pain of unknown place make two weeks of it, since what was not recorded never makes a
same-day sign. INF-2 needs the pain of a same-day sign, and reads the row as fever with severe pain,
or rigors, or any other of its signs; a hard belly counts as pain that is worse on moving. Bleeding
after a birth, loss, smear, biopsy or loop is no bleeding between periods here: it has rows of its
own that name its danger signs. With mild and short pain, that of a settling method is none either.
Conflict C9: a fever is 38.0 C.
"""

from collections.abc import Iterator

from diary.alerts import reasons, sources
from diary.alerts.assessment import Urgency
from diary.alerts.case import Case
from diary.alerts.rule import Numbers, ReasonToWait, Rule
from diary.alerts.rules.infection import words
from diary.alerts.signals import infection
from diary.alerts.signals.much_blood import bleeds_much
from diary.alerts.signals.pain import BELLY, has_pain, is_in, pain_at_least
from diary.alerts.signals.pregnancy import pregnancy_possible
from diary.alerts.signals.symptoms import has_any, has_fever
from diary.alerts.standing import strongest
from diary.alerts.verdict import QUIET, Fires, Verdict, fires
from diary.alerts.who import UTERUS
from diary.cycles import Spell
from diary.model import Entry, Symptom
from diary.model.episodes import Bleed

GRAVE = (
    Symptom.RIGORS,
    Symptom.VOMITING,
    Symptom.FAINT,
    Symptom.PASSED_OUT,
    Symptom.PAIN_WORSE_ON_MOVING,
    Symptom.HARD_BELLY,
)
WITH_FEVER = (
    *infection.REDNESS_OR_SWELLING,
    Symptom.GENITAL_TENDERNESS,
    Symptom.GENITAL_LUMP,
    Symptom.URETHRAL_DISCHARGE,
    Symptom.TESTICULAR_PAIN,
)
AFTER_PROCEDURES = (
    reasons.after_pregnancy,
    reasons.recent_smear,
    reasons.recent_biopsy,
    reasons.recent_loop,
)
SETTLING = (
    *AFTER_PROCEDURES,
    reasons.new_method,
    reasons.new_iud,
    reasons.emergency_pill,
    reasons.missed_pills,
)
TOGETHER = {
    "pain": 4,
    "hours": 24,
    "days_before": 28,
    "days_after": 7,
    "after_pregnancy_days": 42,
    "smear_days": 2,
    "biopsy_days": 7,
    "loop_days": 28,
}

Beside = Bleed | Spell | Entry


def _pelvic_infection(case: Case, n: Numbers) -> Verdict:
    """INF-1."""
    return strongest(
        case,
        (
            fires(pain, beside, urgency=Urgency.SAME_DAY if is_more else Urgency.WITHIN_TWO_WEEKS)
            for is_more in (True, False)
            for pain, beside in _pelvic_signs(case, n, is_more=is_more)
        ),
    )


def _pelvic_signs(case: Case, n: Numbers, *, is_more: bool) -> Iterator[tuple[Entry, list[Beside]]]:
    """Yield pain that is, or is not, enough for today, with what else tells of an infection."""
    explaining = AFTER_PROCEDURES if is_more else SETTLING
    for pain in infection.pelvic_pain(case, n["hours"]):
        if _is_more(case, pain, n) is not is_more:
            continue
        found = infection.beside_pelvic_pain(
            case, pain, before=n["days_before"], after=n["days_after"]
        )
        if beside := [sign for sign in found if not _is_explained(case, sign, n, explaining)]:
            yield pain, beside


def _is_more(case: Case, pain: Entry, n: Numbers) -> bool:
    """Say whether pain is moderate, or lasts, and its place is known."""
    is_strong = pain_at_least(pain, n["pain"]) or infection.lasts_over(case, pain, n["hours"])
    return is_strong and is_in(pain, BELLY) is True


def _is_explained(
    case: Case, sign: Beside, n: Numbers, explaining: tuple[ReasonToWait, ...]
) -> bool:
    """Say whether the sign is bleeding, not after sex, for which there is one of the reasons."""
    return isinstance(sign, Spell) and all(
        any(reason(case, entry, n) for reason in explaining) for entry in sign.entries
    )


def _grave_pelvic_infection(case: Case, n: Numbers) -> Verdict:
    """INF-2."""
    return strongest(case, _grave_signs(case, n))


def _grave_signs(case: Case, n: Numbers) -> Iterator[Fires]:
    for pain, beside in _pelvic_signs(case, n, is_more=True):
        is_severe = pain_at_least(pain, n["severe"])
        near = case.around(pain.date, before=int(n["near_days"]), after=int(n["near_days"]))
        grave = [other for other in near if _is_grave(case, other, is_severe=is_severe)]
        if grave or (is_severe and pregnancy_possible(case) is not False):
            yield fires(pain, beside, grave, urgency=Urgency.EMERGENCY)


def _is_grave(case: Case, entry: Entry, *, is_severe: bool) -> bool:
    is_worse = has_any(entry, *GRAVE) or bleeds_much(case, entry)
    return is_worse or (is_severe and has_fever(entry))


def _fever_with_signs(case: Case, n: Numbers) -> Verdict:
    """INF-3; only a note where a cold explains the fever and blood after sex is all else."""
    return strongest(case, _fever_signs(case, n), _cold_with_blood(case, n))


def _fever_signs(case: Case, n: Numbers) -> Iterator[Fires]:
    for fever in infection.fevers(case):
        has_cold = _has_cold(case, fever)
        near = case.around(fever.date, before=int(n["days_before"]), after=int(n["days_after"]))
        local = [other for other in near if _is_local(case, other, has_cold=has_cold)]
        blood = _blood_near(case, fever, n)
        if local or (blood and not has_cold):
            yield fires(fever, local, blood, urgency=Urgency.SAME_DAY)


def _has_cold(case: Case, fever: Entry) -> bool:
    return any(has_any(o, Symptom.COLD_OR_FLU) for o in case.days.get(fever.date, ()))


def _is_local(case: Case, entry: Entry, *, has_cold: bool) -> bool:
    """Say whether the entry records a sign at the genitals or in the pelvis.

    Beside a cold, pain around a period is that of the period.
    """
    if has_any(entry, *WITH_FEVER) or infection.has_changed_discharge(entry):
        return True
    is_expected = has_cold and case.chart.in_period_window(entry.date) is True
    return has_pain(entry) and is_in(entry, BELLY) is True and not is_expected


def _blood_near(case: Case, fever: Entry, n: Numbers) -> list[Bleed]:
    return [
        bleed
        for bleed in case.bleeds_after_sex
        if -n["days_after"] <= (fever.date - bleed.start).days <= n["days_before"]
    ]


def _cold_with_blood(case: Case, n: Numbers) -> Verdict:
    for fever in reversed(infection.fevers(case)):
        blood = _blood_near(case, fever, n)
        if blood and (case.as_of - fever.date).days <= n["days_before"]:
            return fires(fever, blood, urgency=Urgency.WATCH)
    return QUIET


RULES: tuple[Rule, ...] = (
    Rule(
        code="INF-1",
        family=words.FAMILY,
        urgency=Urgency.SAME_DAY,
        title="Low belly pain with bleeding, discharge or deep pain in sex",
        clinical="Pelvic pain with postcoital or intermenstrual bleeding, discharge or dyspareunia",
        pattern=(
            "Pain in the belly or pelvis of {pain} or more of 10 or for more than {hours} hours, "
            "not only with sex, and up to {days_before} days before or {days_after} days after it "
            "bleeding after sex or between periods, new discharge or deep pain in sex. Milder, "
            "shorter or of unknown place: within two weeks."
        ),
        what_to_do="A sexual health clinic can help too.",
        why="These signs together need a check soon. Early treatment protects you.",
        what_to_say="I have pain low in my belly, and I bled or my discharge has changed.",
        less_urgent_if="The pain is mild, gone within a day, and nothing else is new.",
        more_urgent_if="You get a fever, are sick or faint, or the pain gets very strong.",
        sources=(sources.NHS_PID, words.PID_TABLE, sources.DESIGN),
        who=UTERUS,
        numbers={
            **TOGETHER,
            "new_method_days": 90,
            "new_iud_days": 183,
            "emergency_pill_days": 7,
            "missed_pill_days": 14,
        },
        supersedes=("INF-3", "INF-4", "INF-5", "PCB-1", "PAIN-2", "INF-7", "PAIN-3"),
        leaves_out=SETTLING,
        check=_pelvic_infection,
    ),
    Rule(
        code="INF-2",
        family=words.FAMILY,
        urgency=Urgency.EMERGENCY,
        title="Strong belly pain, and feeling very unwell",
        clinical="Possible severe pelvic infection, or pregnancy-related emergency",
        pattern=(
            "As INF-1 (pain of {pain} or for {hours} hours, signs {days_before} days before to "
            "{days_after} days after), and within {near_days} day of the pain shaking chills, "
            "being sick, fainting, a hard belly, pain worse on moving or heavy bleeding; or pain "
            "of {severe} or more with fever or a possible pregnancy."
        ),
        what_to_do="Say if there is any chance that you are pregnant.",
        why="You may need hospital treatment.",
        what_to_say="I have pain low in my belly, and I feel very unwell with it.",
        less_urgent_if="The pain is gone and you feel well. Then be seen today.",
        more_urgent_if="You pass out, or cannot stay awake.",
        sources=(sources.NHS_PID, sources.DESIGN),
        who=UTERUS,
        numbers={**TOGETHER, "severe": 7, "near_days": 1},
        supersedes=("INF-1", "INF-3", "INF-4", "INF-5", "PCB-1", "PAIN-2", "INF-7", "PAIN-3"),
        leaves_out=AFTER_PROCEDURES,
        check=_grave_pelvic_infection,
    ),
    Rule(
        code="INF-3",
        family=words.FAMILY,
        urgency=Urgency.SAME_DAY,
        title="Fever with bleeding, discharge, swelling or belly pain",
        clinical="Fever with postcoital bleeding, discharge, genital swelling or pelvic pain",
        pattern=(
            "Fever, and up to {days_before} days before or {days_after} day after it bleeding "
            "after sex, changed discharge, swelling, redness or a lump of the genitals, or pelvic "
            "pain. With a cold and only blood after sex beside it: a note to watch."
        ),
        what_to_do="Take your temperature again and write it down.",
        why="Fever with these signs needs a check and treatment today.",
        what_to_say="I have a fever, and other signs that may come from an infection.",
        less_urgent_if="A cold or flu clearly explains the fever, and nothing else is new.",
        more_urgent_if="You shake, are confused or short of breath, or the pain gets strong.",
        sources=(sources.ARTICLE, sources.NHS_PID, words.PID_CDC, sources.DESIGN),
        numbers={"days_before": 7, "days_after": 1},
        supersedes=("INF-4", "INF-5", "INF-7", "INF-10"),
        check=_fever_with_signs,
    ),
)
