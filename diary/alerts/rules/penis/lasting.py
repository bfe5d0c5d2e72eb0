"""Blood or discharge from the opening, and what stays or comes back (PEN-4, 5, 6)."""

from datetime import timedelta

from diary.alerts import sources
from diary.alerts.assessment import Urgency
from diary.alerts.case import Case
from diary.alerts.modifiers import BLEEDS_EASILY
from diary.alerts.rule import Numbers, Rule
from diary.alerts.rules.infection.words import ACCESS, SOON
from diary.alerts.rules.penis import pages
from diary.alerts.signals import infection, penis
from diary.alerts.signals.background import ever
from diary.alerts.signals.sexual_health import tested_clear_since, treated_since
from diary.alerts.signals.symptoms import began, course, lasted, records
from diary.alerts.verdict import QUIET, Verdict, fires
from diary.model import Entry, Symptom
from diary.model.background_words import InfectionTreated

SORE_OR_LUMP = (Symptom.GENITAL_SORE, Symptom.GENITAL_LUMP)


def _from_the_opening(case: Case, n: Numbers) -> Verdict:
    """PEN-4; routine after a clear test or treatment, and where the person is not sure."""
    found = [
        entry
        for entry in case.last_days(n["window_days"])
        if penis.is_urethral(entry) or penis.may_be_urethral(entry)
    ]
    without = [e for e in found if not penis.injury_near(case, e, n["injury_days"])]
    left = infection.still_there(case, tuple(without), Symptom.URETHRAL_DISCHARGE)
    if not left:
        return QUIET
    first = min(map(began, left))
    tests = tested_clear_since(case, first)
    is_seen = bool(tests) or treated_since(case, first, InfectionTreated.STI)
    is_less = is_seen or not any(map(penis.is_urethral, left))
    return fires(left, tests, urgency=Urgency.ROUTINE if is_less else None)


def _comes_back(case: Case, n: Numbers) -> Verdict:
    """PEN-5."""
    tears = [e for e in case.last_days(n["window_days"]) if penis.has_tear(case, e)]
    tight = records(case, Symptom.TIGHT_FORESKIN, days=n["window_days"])
    is_again = len(penis.tear_days(case, tears)) >= n["times"]
    found = (*(tears if is_again else ()), *tight)
    return fires(found) if found else QUIET


def _stays(case: Case, n: Numbers) -> Verdict:
    """PEN-6; routine where it is known, or was not seen again after treatment began."""
    found = course(case, *SORE_OR_LUMP)
    if lasted(found) < n["days"] or (case.as_of - found[-1].date).days > n["recent_days"]:
        return QUIET
    since = min(map(began, found))
    is_less = all(entry.same_as_before for entry in found) or _is_treated(case, found)
    return fires(
        found,
        tested_clear_since(case, since),
        urgency=Urgency.ROUTINE if is_less else None,
        raised_on=since + timedelta(days=n["days"]),
    )


def _is_treated(case: Case, found: tuple[Entry, ...]) -> bool:
    treatments = ever(case, InfectionTreated.STI)
    return any(fact.start is not None and fact.start >= found[-1].date for fact in treatments)


RULES: tuple[Rule, ...] = (
    Rule(
        code="PEN-4",
        family=pages.FAMILY,
        urgency=Urgency.WITHIN_TWO_WEEKS,
        title="Blood or fluid from the opening you pee through",
        clinical="Urethral bleeding or discharge without injury",
        pattern=(
            "Blood or discharge from the opening in {window_days} days, with no injury in the "
            "{injury_days} days before. Routine once tested clear or treated, or where the place "
            "is not sure."
        ),
        what_to_do="Try not to pee for two hours before the test. Use condoms until then.",
        why="A test is quick, and what it finds can often be treated.",
        what_to_say="Blood or fluid comes from the opening I pee through.",
        less_urgent_if="A test was clear, or you were treated, since it began.",
        more_urgent_if="You were hurt there, cannot pee, or have a fever.",
        sources=(sources.ARTICLE, pages.CDC_STI, ACCESS, sources.DESIGN),
        who=pages.PENIS,
        numbers={"window_days": 90, "injury_days": 2},
        supersedes=("INF-8",),
        raised_by=BLEEDS_EASILY,
        lead=SOON,
        check=_from_the_opening,
    ),
    Rule(
        code="PEN-5",
        family=pages.FAMILY,
        urgency=Urgency.ROUTINE,
        title="A tight foreskin, or skin that tears again",
        clinical="Phimosis, or recurrent frenular or preputial tears",
        pattern="A tight foreskin, or tears on {times} or more days, in {window_days} days.",
        what_to_do="Ask your doctor or a sexual health clinic to have a look.",
        why="There are simple fixes.",
        what_to_say="The skin of my penis tears, or my foreskin is too tight.",
        less_urgent_if="It has healed and does not come back.",
        more_urgent_if="The foreskin gets stuck back, or a tear does not stop bleeding.",
        sources=(pages.TRAUMA, sources.DESIGN),
        who=pages.PENIS,
        numbers={"window_days": 90, "times": 2},
        supersedes=("PEN-2", "PAIN-1"),
        check=_comes_back,
    ),
    Rule(
        code="PEN-6",
        family=pages.FAMILY,
        urgency=Urgency.WITHIN_TWO_WEEKS,
        title="A sore or lump on the penis that stays",
        clinical="Penile ulcer or mass, 3 weeks or more",
        pattern=(
            "A sore or lump of the penis for {days} days or more, last recorded in {recent_days} "
            "days. Routine where it is known, or was not seen again after treatment."
        ),
        what_to_do="Say since when it has been there, and which tests you had.",
        why="A sore that does not heal should be seen soon.",
        what_to_say="I have a sore or lump on my penis that has not gone in three weeks.",
        less_urgent_if="A clinician knows it, or it went with treatment.",
        more_urgent_if="It grows, bleeds or hurts a lot.",
        sources=(pages.PENILE_NG12, pages.UROLOGICAL, sources.NG12),
        who=pages.PENIS,
        numbers={"days": 21, "recent_days": 28},
        check=_stays,
    ),
)
