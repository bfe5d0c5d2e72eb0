"""Heavy periods (clinical table, 4.3, HVY).

SAMANTA cannot be scored: three of its six questions have no words in the diary; those that have are
among the signs of HVY-1. An amount called heavy is no sign by itself: for many it is a usual day 2.
"""

from diary.alerts import sources
from diary.alerts.assessment import Urgency
from diary.alerts.case import Case
from diary.alerts.modifiers import BLEEDS_EASILY
from diary.alerts.rule import Numbers, Rule
from diary.alerts.signals.background import holding
from diary.alerts.signals.heavy import heavy_periods
from diary.alerts.signals.symptoms import records
from diary.alerts.verdict import QUIET, Verdict, fires
from diary.alerts.who import UTERUS
from diary.model import Entry, Symptom
from diary.model.background_words import Condition, Investigation, Result

FAMILY = "heavy_periods"

LOW_IRON = (Symptom.FATIGUE, Symptom.BREATHLESS_ON_EXERTION, Symptom.PALPITATIONS)
CLOTS_SLOWLY = (Symptom.EASY_BRUISING, Symptom.NOSEBLEEDS)
HEAVY = {"window_days": 183, "pbac": 100, "days_long": 8}


def _heavy_periods(case: Case, n: Numbers) -> tuple[tuple[Entry, ...], ...]:
    return heavy_periods(case, n["window_days"], pbac=n["pbac"], days_long=n["days_long"])


def _heavy(case: Case, n: Numbers) -> Verdict:
    """HVY-1; a note to watch after one heavy period."""
    heavy = _heavy_periods(case, n)
    if not heavy:
        return QUIET
    return fires(*heavy, urgency=Urgency.WATCH if len(heavy) < n["periods"] else None)


def _low_iron(case: Case, n: Numbers) -> Verdict:
    """HVY-2; a normal blood count of late leaves it to HVY-1."""
    heavy = _heavy_periods(case, n)
    signs = records(case, *LOW_IRON, days=n["recent_days"])
    known = holding(case, Condition.LOW_IRON)
    counts = holding(case, Investigation.BLOOD_COUNT)
    is_cleared = any(
        f.result is Result.NORMAL and f.start and (case.as_of - f.start).days <= n["recent_days"]
        for f in counts
    )
    if not heavy or not (signs or known) or is_cleared:
        return QUIET
    return fires(*heavy, signs, known)


def _slow_clotting(case: Case, n: Numbers) -> Verdict:
    """HVY-3."""
    heavy = _heavy_periods(case, n)
    signs = records(case, *CLOTS_SLOWLY, days=n["window_days"])
    known = holding(case, Condition.HEAVY_SINCE_MENARCHE, Condition.FAMILY_HISTORY_BLEEDING)
    return fires(*heavy, signs, known) if heavy and (signs or known) else QUIET


RULES: tuple[Rule, ...] = (
    Rule(
        code="HVY-1",
        family=FAMILY,
        urgency=Urgency.ROUTINE,
        title="Heavy periods",
        clinical="Heavy menstrual bleeding",
        pattern=(
            "Periods in {window_days} days with a product every 1 to 2 hours, clots over 2.5 cm, "
            "flooding, two products at once, changes at night, a limited life, a PBAC score of "
            "{pbac} or more, or more than {days_long} days. Below {periods} such periods: a note "
            "to watch."
        ),
        what_to_do="Ask for a blood count, and about treatments that make periods lighter.",
        why="Heavy periods are common and treatable.",
        what_to_say="My periods are heavy and get in the way of my life.",
        less_urgent_if="It was only one period.",
        more_urgent_if="You feel tired or short of breath, or soak a pad an hour for two hours.",
        sources=(sources.FIGO, sources.HEAVY_PERIODS, sources.PBAC, sources.SAMANTA),
        who=UTERUS,
        numbers={**HEAVY, "periods": 2},
        raised_by=BLEEDS_EASILY,
        check=_heavy,
    ),
    Rule(
        code="HVY-2",
        family=FAMILY,
        urgency=Urgency.WITHIN_TWO_WEEKS,
        title="Heavy periods, and feeling tired or short of breath",
        clinical="Heavy menstrual bleeding with symptoms of anaemia or known iron deficiency",
        pattern=(
            "A heavy period in {window_days} days (as HVY-1; PBAC {pbac}, over {days_long} days), "
            "with tiredness, shortness of breath on effort or palpitations in {recent_days} days, "
            "or known low iron. Not after a clear blood count in {recent_days} days."
        ),
        what_to_do="Ask for a blood count and an iron test.",
        why="A blood test can show whether you need more iron.",
        what_to_say="My periods are heavy and I am tired or short of breath.",
        less_urgent_if="A blood count in the last three months was fine.",
        more_urgent_if="You are short of breath at rest, or feel faint.",
        sources=(sources.BNSSG_BLEEDING, sources.NG88),
        who=UTERUS,
        numbers={**HEAVY, "recent_days": 90},
        supersedes=("HVY-1",),
        raised_by=BLEEDS_EASILY,
        check=_low_iron,
    ),
    Rule(
        code="HVY-3",
        family=FAMILY,
        urgency=Urgency.ROUTINE,
        title="Heavy periods, and a reason for a clotting test",
        clinical="Heavy menstrual bleeding with features of a bleeding disorder",
        pattern=(
            "A heavy period in {window_days} days (as HVY-1; PBAC {pbac}, over {days_long} days), "
            "with easy bruising or nosebleeds, heavy periods from the first one on, or bleeding "
            "problems in the family."
        ),
        what_to_do="Ask for a blood count and a clotting test.",
        why="A blood test can show how fast your blood clots.",
        what_to_say="My periods are heavy, and I bruise or bleed easily, or my family does.",
        less_urgent_if="Your clotting was tested and is fine.",
        more_urgent_if="You feel tired or short of breath, or soak a pad an hour for two hours.",
        sources=(sources.BLEEDING_DISORDERS, sources.ACOG_785),
        who=UTERUS,
        numbers=HEAVY,
        supersedes=("HVY-1",),
        raised_by=("MOD-1",),
        check=_slow_clotting,
    ),
)
