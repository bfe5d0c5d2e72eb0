"""After anal sex: belly pain, infection, numbness (REC-6, 7, 11)."""

from collections.abc import Iterator

from diary.alerts import sources
from diary.alerts.assessment import Urgency
from diary.alerts.case import Case
from diary.alerts.rule import Numbers, Rule
from diary.alerts.rules.infection.words import SOON
from diary.alerts.rules.rectal import pages
from diary.alerts.signals import anal_sex, bowel, infection
from diary.alerts.signals.pain import (
    BELLY,
    came_with_sex,
    has_pain,
    is_in,
    pain_at_least,
    strongest_possible,
)
from diary.alerts.signals.sexual_health import tested_clear_since, treated_since
from diary.alerts.signals.symptoms import began, has_any, has_fever, records
from diary.alerts.standing import strongest
from diary.alerts.verdict import QUIET, Fires, Verdict, fires
from diary.model import Entry, Symptom
from diary.model.background_words import InfectionTreated

EMERGENCY, SAME_DAY = Urgency.EMERGENCY, Urgency.SAME_DAY

GRAVE = (Symptom.HARD_BELLY, Symptom.SHOULDER_TIP_PAIN, Symptom.FAINT, Symptom.PASSED_OUT)
LIKE_PROCTITIS = (Symptom.RECTAL_MUCUS_OR_PUS, Symptom.URGE_TO_PASS_STOOL)
NERVE_OR_MUSCLE = (Symptom.LEAKAGE_OR_NUMBNESS, Symptom.CANNOT_PASS_WIND)
BLADDER = (Symptom.CANNOT_URINATE, Symptom.LOST_BLADDER_CONTROL)
TENDER_BELLY = (Symptom.HARD_BELLY, Symptom.PAIN_WORSE_ON_MOVING)


def _after_anal_sex(case: Case, n: Numbers) -> Verdict:
    """REC-6."""
    return strongest(case, _signs_after_anal_sex(case, n), _cramp(case, n))


def _signs_after_anal_sex(case: Case, n: Numbers) -> Iterator[Fires]:
    for entry in case.lately:
        urgency = _how_grave(case, entry, n)
        if urgency is None:
            continue
        cause = anal_sex.before(case, entry.date, n["days"])
        if cause:
            yield fires(cause, entry, urgency=urgency)


def _how_grave(case: Case, entry: Entry, n: Numbers) -> Urgency | None:
    if has_any(entry, *GRAVE) or _has_unexplained_fever(case, entry):
        return EMERGENCY
    if not pain_at_least(entry, n["pain"]) or is_in(entry, BELLY) is not True:
        return None
    if _is_of_period(case, entry):
        return SAME_DAY if pain_at_least(entry, n["severe"]) else None
    return SAME_DAY if _passed(case, entry, n) else EMERGENCY


def _has_unexplained_fever(case: Case, entry: Entry) -> bool:
    """Say whether there is a fever, and no cold, or else blood or pain beside it."""
    if not has_fever(entry):
        return False
    today = case.days[entry.date]
    has_cold = any(has_any(other, Symptom.COLD_OR_FLU) for other in today)
    near = tuple(case.around(entry.date, before=1))
    local = any(bowel.is_rectal(case, o) or bowel.hurts_there(o) for o in near)
    belly = any(has_pain(o) and is_in(o, BELLY) is True for o in today)
    return not has_cold or local or belly


def _is_of_period(case: Case, entry: Entry) -> bool:
    """Say whether pain is where and when that of a period is, and nothing else is said of it."""
    pain = entry.pain
    is_expected = case.chart.in_period_window(entry.date) is True
    says_more = pain is None or pain.sudden or came_with_sex(case, entry)
    return is_expected and not says_more and not has_any(entry, *TENDER_BELLY)


def _passed(case: Case, entry: Entry, n: Numbers) -> bool:
    """Say whether pain below severe was gone within so many hours, with no blood beside it."""
    pain = entry.pain
    if pain is None or not pain.stopped or pain.duration_hours is None:
        return False
    is_short = pain.duration_hours < n["hours"] and not pain_at_least(entry, n["severe"])
    blood = any(bowel.is_rectal(case, other) for other in case.around(entry.date, before=1))
    return is_short and not blood and not has_any(entry, *TENDER_BELLY)


def _cramp(case: Case, n: Numbers) -> Verdict:
    mild = [
        entry
        for entry in case.last_days(n["days"])
        if 0 < strongest_possible(entry) < n["pain"]
        and is_in(entry, BELLY) is True
        and not _is_of_period(case, entry)
    ]
    found = [(e, c) for e in mild if (c := anal_sex.before(case, e.date, n["days"]))]
    if not found:
        return QUIET
    return fires(*(r for entry, cause in found for r in (entry, *cause)), urgency=Urgency.WATCH)


def _like_proctitis(case: Case, n: Numbers) -> Verdict:
    """REC-7; routine after a clear test or treatment, and without sex that may have caused it."""
    recorded = records(case, *LIKE_PROCTITIS, days=n["window_days"])
    signs = infection.still_there(case, recorded, *LIKE_PROCTITIS)
    pain = bowel.latest_course(case, _is_sore_inside(case), recent_days=n["recent_days"])
    if bowel.days_of(pain) < n["pain_days"]:
        pain = ()
    sex = _sex_before(case, (*signs, *pain), n)
    found = (*signs, *(pain if sex else ()))
    if not found:
        return strongest(case, _ill_with_it(case, n))
    since = min(began(entry) for entry in found)
    tests = tested_clear_since(case, since)
    is_seen = bool(tests) or treated_since(case, since, InfectionTreated.STI)
    is_known = all(entry.same_as_before for entry in found)
    is_less = is_seen or is_known or not sex
    otherwise = fires(
        sex, found, tests, urgency=Urgency.ROUTINE if is_less else None, raised_on=found[0].date
    )
    return strongest(case, _ill_with_it(case, n), otherwise)


def _is_sore_inside(case: Case) -> bowel.IsOne:
    sore = bowel.is_sore_without_sex(case)
    return lambda e: has_pain(e) and is_in(e, bowel.BACK_PASSAGE) is True and sore(e)


def _sex_before(case: Case, signs: tuple[Entry, ...], n: Numbers) -> tuple[Entry, ...]:
    """Return the last sex that was or may have been receptive before the first of the signs."""
    if not signs:
        return ()
    return anal_sex.possible_before(case, min(map(began, signs)), n["sex_days"])[-1:]


def _ill_with_it(case: Case, n: Numbers) -> Iterator[Fires]:
    for entry in case.lately:
        pus = has_any(entry, Symptom.RECTAL_MUCUS_OR_PUS)
        if not (pus or has_any(entry, Symptom.URGE_TO_PASS_STOOL) or _is_sore_inside(case)(entry)):
            continue
        near = list(case.around(entry.date, before=int(n["near_days"]), after=int(n["near_days"])))
        ill = [other for other in near if has_fever(other) or _is_severe(case, other, n)]
        if ill and (pus or anal_sex.possible_before(case, entry.date, n["sex_days"])):
            yield fires(entry, ill, urgency=SAME_DAY)


def _is_severe(case: Case, entry: Entry, n: Numbers) -> bool:
    return pain_at_least(entry, n["severe"]) and _is_sore_inside(case)(entry)


def _nerve_or_muscle(case: Case, n: Numbers) -> Verdict:
    """REC-11."""
    return strongest(case, _nerve_signs(case, n))


def _nerve_signs(case: Case, n: Numbers) -> Iterator[Fires]:
    for entry in case.lately:
        if not has_any(entry, *NERVE_OR_MUSCLE):
            continue
        near = list(case.around(entry.date, before=int(n["near_days"]), after=int(n["near_days"])))
        belly = [o for o in near if _has_belly_pain(o)]
        bladder = [o for o in near if has_any(o, *BLADDER)]
        if not has_any(entry, Symptom.LEAKAGE_OR_NUMBNESS):
            bladder = []
        is_grave = belly or bladder
        yield fires(entry, belly, bladder, urgency=EMERGENCY if is_grave else SAME_DAY)


def _has_belly_pain(entry: Entry) -> bool:
    in_belly = has_pain(entry) and is_in(entry, BELLY) is True
    return in_belly or has_any(entry, *TENDER_BELLY)


RULES: tuple[Rule, ...] = (
    Rule(
        code="REC-6",
        family=pages.FAMILY,
        urgency=EMERGENCY,
        title="Belly pain, fever or feeling faint after anal sex",
        clinical="Abdominal pain, fever or collapse within 72 h of anal penetration or enema",
        pattern=(
            "Up to {days} days after anal sex, a toy, a fist or an enema in the back passage: "
            "belly pain of {pain} or more of 10, a hard belly, shoulder tip pain, fever or "
            "fainting. Same day for pain below {severe} that was gone within {hours} hour, without"
            " blood. Mild cramp: a note to watch."
        ),
        what_to_do="Do not eat or drink until a doctor has seen you. Nobody will judge you.",
        why="After anal sex these signs are rare. It is safest to be checked now.",
        what_to_say="I had anal sex or used a toy, and now my belly hurts or I feel ill.",
        less_urgent_if="It was a mild cramp, gone within the hour, with no blood and no fever.",
        more_urgent_if="Your belly goes hard, you shake, or you pass out.",
        sources=(sources.ANAL_INJURY, pages.ANAL_SURGERY, sources.DESIGN),
        numbers={"days": 3, "pain": 4, "severe": 7, "hours": 1},
        supersedes=("REC-1", "REC-2", "REC-3", "INF-3", "PAIN-1", "PAIN-2", "PAIN-3"),
        lead={
            Urgency.WATCH: (
                "Nothing to book for now. If it is not gone within the hour, call your doctor, "
                "or {urgent_advice}."
            ),
        },
        check=_after_anal_sex,
    ),
    Rule(
        code="REC-7",
        family=pages.FAMILY,
        urgency=Urgency.WITHIN_TWO_WEEKS,
        title="Pus or mucus from the bottom, or a constant urge to poo",
        clinical="Symptoms of proctitis",
        pattern=(
            "Pus or mucus from the bottom or an urge that stays, in {window_days} days; or pain "
            "inside for {pain_days} days or more, last in {recent_days} days, up to {sex_days} "
            "days after sex there. Same day with fever or pain of {severe} or more within "
            "{near_days} days. Routine after a clear test or treatment."
        ),
        what_to_do="Ask for a swab from the bottom. Use condoms until you were tested.",
        why="A test is quick, and what it finds can be treated.",
        what_to_say="I have pus, pain or an urge to poo all the time, and may need a swab there.",
        less_urgent_if="A test was clear, or you were treated, since it began.",
        more_urgent_if="There is a fever or very strong pain. Then be seen today.",
        sources=(pages.WHO_ANORECTAL, pages.CDC_1998, pages.ARTICLE_ANAL, pages.PROCTITIS),
        numbers={
            "window_days": 90,
            "sex_days": 90,
            "recent_days": 28,
            "pain_days": 2,
            "near_days": 2,
            "severe": 7,
        },
        supersedes=("REC-1", "INF-7", "PAIN-1"),
        lead=SOON,
        check=_like_proctitis,
    ),
    Rule(
        code="REC-11",
        family=pages.FAMILY,
        urgency=SAME_DAY,
        title="New leaking, a numb bottom, or no wind or poo",
        clinical="New faecal leakage, perianal numbness, or absolute constipation",
        pattern=(
            "New leakage or numbness, or no wind or poo can be passed. An emergency with belly "
            "pain within {near_days} day, or numbness with bladder trouble."
        ),
        what_to_do="Say what came before it, such as anal sex, a toy or a fall.",
        why="The muscle or nerves there need a look.",
        what_to_say="I leak poo, feel numb down there, or cannot pass wind or poo.",
        less_urgent_if="It has been so for long, and a clinician knows it.",
        more_urgent_if="Your belly hurts, you cannot pee, or you leak pee.",
        sources=(sources.ANAL_INJURY, pages.ANAL_SURGERY, pages.NHS_BACK_PAIN),
        numbers={"near_days": 1},
        check=_nerve_or_muscle,
    ),
)
