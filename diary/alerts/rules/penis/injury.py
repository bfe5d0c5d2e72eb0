"""Injury of the penis (PEN-1, 2, 3, 7)."""

from collections.abc import Iterator

from diary.alerts import sources
from diary.alerts.assessment import Urgency
from diary.alerts.case import Case
from diary.alerts.modifiers import BLEEDS_EASILY
from diary.alerts.rule import Numbers, Rule
from diary.alerts.rules.penis import pages
from diary.alerts.signals import penis, urine
from diary.alerts.signals.bleeding import bleeds_on_unpressed
from diary.alerts.signals.pain import has_pain, is_in
from diary.alerts.signals.person import has_penis
from diary.alerts.signals.symptoms import began, has_any
from diary.alerts.standing import strongest
from diary.alerts.verdict import QUIET, Fires, Verdict, fires
from diary.model import Entry, Symptom

EMERGENCY, SAME_DAY = Urgency.EMERGENCY, Urgency.SAME_DAY


def _fracture(case: Case, n: Numbers) -> Verdict:
    """PEN-1."""
    return strongest(case, _fracture_signs(case, n))


def _fracture_signs(case: Case, n: Numbers) -> Iterator[Fires]:
    for entry in case.lately:
        pains = [other for other in case.days[entry.date] if _hurts_there(other)]
        bruise = has_any(entry, Symptom.PENILE_BRUISE_OR_BEND)
        limp = has_any(entry, Symptom.SUDDEN_LOSS_OF_ERECTION)
        if has_any(entry, Symptom.POP_OR_CRACK) or (limp and (pains or bruise)):
            yield fires(entry, pains, urgency=EMERGENCY)
        elif bruise:
            yield from _bruise(case, entry, pains, n)
        elif _swells_at_once(case, entry, n):
            yield fires(entry, urgency=EMERGENCY)


def _hurts_there(entry: Entry) -> bool:
    return has_pain(entry) and is_in(entry, penis.AROUND) is not False


def _bruise(case: Case, entry: Entry, pains: list[Entry], n: Numbers) -> Iterator[Fires]:
    """Yield the answer to a bruise, swelling or bend: now, with sex, an injury or pain near it."""
    sex = _sex_near(case, entry, n)
    is_new = (entry.date - began(entry)).days <= n["new_days"]
    is_hurt = has_any(entry, Symptom.GENITAL_INJURY) or sex or pains
    is_now = is_new and is_hurt
    yield fires(entry, sex, pains, urgency=EMERGENCY if is_now else SAME_DAY)


def _sex_near(case: Case, entry: Entry, n: Numbers) -> list[Entry]:
    near = case.around(entry.date, before=int(n["sex_days"]))
    return [other for other in near if other.sex is not None]


def _swells_at_once(case: Case, entry: Entry, n: Numbers) -> bool:
    """Say whether a penis swells, with sudden pain there and after sex."""
    if not has_any(entry, Symptom.GENITAL_SWELLING) or has_penis(case) is not True:
        return False
    is_sudden = entry.pain is not None and entry.pain.sudden is True
    return is_sudden and is_in(entry, penis.PENIS) is True and bool(_sex_near(case, entry, n))


def _torn_skin(case: Case, n: Numbers) -> Verdict:
    """PEN-2; what pressing does not stop is left to EMG-4."""
    small = [
        entry
        for entry in case.last_days(n["window_days"])
        if penis.has_tear(case, entry) and not _was_pressed_in_vain(entry)
    ]
    grave = (
        fires(entry, urgency=SAME_DAY)
        for entry in case.lately
        if penis.has_tear(case, entry) and _needs_care(entry, n)
    )
    return strongest(case, grave, fires(small) if small else QUIET)


def _was_pressed_in_vain(entry: Entry) -> bool:
    return entry.bleeding is not None and entry.bleeding.stops_with_pressure is False


def _needs_care(entry: Entry, n: Numbers) -> bool:
    return has_any(entry, Symptom.GAPING_WOUND) or bleeds_on_unpressed(entry, n["minutes"])


def _urethra(case: Case, n: Numbers) -> Verdict:
    """PEN-3."""
    return strongest(case, _urethra_signs(case, n))


def _urethra_signs(case: Case, n: Numbers) -> Iterator[Fires]:
    for entry in case.lately:
        if has_any(entry, Symptom.CANNOT_URINATE):
            yield fires(entry, urgency=EMERGENCY)
        elif _has_blood_from_there(case, entry):
            yield from _with_injury(case, entry, n)


def _has_blood_from_there(case: Case, entry: Entry) -> bool:
    from_opening = entry.bleeding is not None and penis.is_urethral(entry)
    return from_opening or urine.is_in_urine(case, entry)


def _with_injury(case: Case, entry: Entry, n: Numbers) -> Iterator[Fires]:
    injury = penis.injury_near(case, entry, n["days"])
    if injury:
        yield fires(injury, entry, urgency=EMERGENCY)


def _foreskin_stuck(case: Case, _numbers: Numbers) -> Verdict:
    """PEN-7."""
    stuck = (e for e in case.lately if has_any(e, Symptom.FORESKIN_STUCK))
    return strongest(case, (fires(entry, urgency=EMERGENCY) for entry in stuck))


RULES: tuple[Rule, ...] = (
    Rule(
        code="PEN-1",
        family=pages.FAMILY,
        urgency=EMERGENCY,
        title="A pop, a bend or a dark bruise of the penis",
        clinical="Possible penile fracture",
        pattern=(
            "A pop or crack; a sudden loss of erection with pain or a bruise; a dark bruise, "
            "swelling or bend with sex up to {sex_days} day before, injury or pain, and not older "
            "than {new_days} days. An older bruise, or one without these: same day."
        ),
        what_to_do="Put something cold in a cloth on it. Do not press or bend it.",
        why="An injury like this needs care at once. Early repair works best.",
        what_to_say="I heard a pop, or my penis bent, swelled or turned dark after sex.",
        less_urgent_if="A clinician has looked at it since, and sent you home.",
        more_urgent_if="You cannot pee, or there is blood at the opening.",
        sources=(pages.HEALTHLINK, pages.CUA, sources.DESIGN),
        who=pages.PENIS,
        numbers={"sex_days": 1, "new_days": 7},
        supersedes=("PEN-2", "PEN-5", "INF-10", "PAIN-1", "PAIN-2", "PAIN-3", "PEN-3", "PEN-4"),
        check=_fracture,
    ),
    Rule(
        code="PEN-2",
        family=pages.FAMILY,
        urgency=Urgency.WATCH,
        title="A tear in the skin of the penis",
        clinical="Frenular or preputial tear",
        pattern=(
            "A tear of the frenulum or foreskin in {window_days} days. Same day where it gapes, or"
            " was not pressed and bleeds more than lightly or for {minutes} minutes or more."
        ),
        what_to_do="Press on it firmly for 10 minutes if it bleeds. Rest until it has healed.",
        why="Small tears heal. One that is deep or stays open may need care.",
        what_to_say="I have a tear in the skin of my penis.",
        less_urgent_if="It stopped within 10 minutes and the edges lie together.",
        more_urgent_if="It is deep, stays open, or still bleeds after 10 minutes of pressing.",
        sources=(sources.CUTS, sources.ARTICLE, sources.DESIGN),
        who=pages.PENIS,
        numbers={"window_days": 28, "minutes": 10},
        supersedes=("PAIN-1",),
        raised_by=BLEEDS_EASILY,
        version=2,
        check=_torn_skin,
    ),
    Rule(
        code="PEN-3",
        family=pages.FAMILY,
        urgency=EMERGENCY,
        title="Blood at the opening after an injury, or you cannot pee",
        clinical="Possible urethral injury, or urinary retention",
        pattern=(
            "Blood from the opening or in pee within {days} days of an injury, or not able to pee."
        ),
        what_to_do="Do not push or strain to pee.",
        why="This needs a check at once, so that you can go on peeing safely.",
        what_to_say="I was hurt there and blood comes from the opening, or I cannot pee.",
        less_urgent_if="You pee as usual, and there was no injury.",
        more_urgent_if="Your belly swells or hurts, or it bleeds a lot.",
        sources=(pages.CUA, pages.TRAUMA, sources.DESIGN),
        who=pages.PENIS,
        numbers={"days": 2},
        supersedes=("PEN-4", "SEM-4", "INF-8", "SEM-1", "SEM-2"),
        check=_urethra,
    ),
    Rule(
        code="PEN-7",
        family=pages.FAMILY,
        urgency=EMERGENCY,
        title="The foreskin is stuck back",
        clinical="Possible paraphimosis",
        pattern="A foreskin stuck back.",
        what_to_do="Something cold in a cloth can help while you wait. Do not use force.",
        why="It needs moving back quickly.",
        what_to_say="My foreskin is stuck behind the head of my penis and will not go back.",
        less_urgent_if="It has gone back by itself and looks as usual.",
        more_urgent_if="The head turns blue or dark, or you cannot pee.",
        sources=(pages.TRAUMA,),
        who=pages.PENIS,
        supersedes=("PEN-5", "INF-10", "PAIN-2"),
        check=_foreskin_stuck,
    ),
)
