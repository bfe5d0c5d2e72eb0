"""Blood from the bottom that cannot wait (REC-4 and 5)."""

from collections.abc import Iterator

from diary.alerts import sources
from diary.alerts.assessment import Urgency
from diary.alerts.case import Case
from diary.alerts.modifiers import BLEEDS_EASILY
from diary.alerts.rule import Numbers, Rule
from diary.alerts.rules.emergency.blood import SHOCK
from diary.alerts.rules.rectal import pages
from diary.alerts.signals import bowel
from diary.alerts.signals.background import holding
from diary.alerts.signals.bleeding import amount_of, is_like_a_period_or_more, looks_heavy
from diary.alerts.signals.pain import BELLY, is_in, pain_at_least
from diary.alerts.signals.symptoms import has_any, has_fever
from diary.alerts.standing import strongest
from diary.alerts.verdict import QUIET, Fires, Verdict, fires
from diary.model import Entry, Symptom
from diary.model.background_words import Medication
from diary.model.vocabulary import Colour, Trend

NOT_WELL = (*SHOCK, Symptom.DIZZY, Symptom.VOMITING, Symptom.HARD_BELLY)


def _heavy(case: Case, n: Numbers) -> Verdict:
    """REC-4."""
    return strongest(case, _heavy_signs(case, n))


def _heavy_signs(case: Case, n: Numbers) -> Iterator[Fires]:
    for entry in case.lately:
        urgency = _how_heavy(case, entry, n)
        if urgency is not None:
            yield fires(entry, urgency=urgency)


def _how_heavy(case: Case, entry: Entry, n: Numbers) -> Urgency | None:
    if bowel.has_red_water(case, entry):
        return Urgency.EMERGENCY
    of = entry.bleeding
    if of is None or not bowel.is_rectal(case, entry):
        return None
    if looks_heavy(entry):
        return Urgency.EMERGENCY
    if of.stopped is not False:
        return None
    if is_like_a_period_or_more(entry):
        is_new = of.duration_hours is not None and of.duration_hours * 60 < n["minutes"]
        slows = is_new or of.trend is Trend.EASING
        return Urgency.SAME_DAY if slows else Urgency.EMERGENCY
    may_be_much = of.trend is Trend.INCREASING or amount_of(entry) is None
    return Urgency.SAME_DAY if may_be_much else None


def _dark(case: Case, n: Numbers) -> Verdict:
    """REC-5; black poo with iron tablets, well, is routine."""
    black = [entry for entry in case.lately if _is_black(case, entry)]
    by_iron = [entry for entry in black if _has_iron(case, entry, n)]
    signs = (
        fires(entry, urgency=Urgency.SAME_DAY)
        for entry in case.lately
        if _is_from_higher_up(case, entry)
        or (_is_black(case, entry) and not _has_iron(case, entry, n))
    )
    otherwise = fires(by_iron, urgency=Urgency.ROUTINE) if by_iron else QUIET
    return strongest(case, signs, otherwise)


def _is_from_higher_up(case: Case, entry: Entry) -> bool:
    red = has_any(entry, Symptom.DARK_RED_STOOL, Symptom.BLOODY_DIARRHOEA)
    return red or bowel.is_dark(case, entry, Colour.DARK_RED)


def _is_black(case: Case, entry: Entry) -> bool:
    return has_any(entry, Symptom.BLACK_STOOL) or bowel.is_dark(case, entry, Colour.BLACK)


def _has_iron(case: Case, entry: Entry, n: Numbers) -> bool:
    """Say whether the person takes iron and records nothing that makes them unwell that day."""
    if not holding(case, Medication.IRON, on=entry.date):
        return False
    return not any(_is_unwell(other, n) for other in case.days[entry.date])


def _is_unwell(entry: Entry, n: Numbers) -> bool:
    hurts = pain_at_least(entry, n["pain"]) and is_in(entry, BELLY) is not False
    return hurts or has_fever(entry) or has_any(entry, *NOT_WELL)


RULES: tuple[Rule, ...] = (
    Rule(
        code="REC-4",
        family=pages.FAMILY,
        urgency=Urgency.EMERGENCY,
        title="Heavy bleeding from the bottom",
        clinical="Heavy or continuous rectal bleeding",
        pattern=(
            "Blood that colours the toilet water, heavy bleeding or large clots from the bottom, "
            "or bleeding that has not stopped after {minutes} minutes. Same day where it eases or "
            "is only begun."
        ),
        what_to_do="Do not eat or drink until a doctor has seen you.",
        why="This is heavy bleeding.",
        what_to_say="I am bleeding a lot from my bottom.",
        less_urgent_if="It is only a few drops, and it has stopped.",
        more_urgent_if="You feel faint, or it gets faster.",
        sources=(pages.NHS_RECTAL, sources.DESIGN),
        numbers={"minutes": 10},
        supersedes=("REC-1", "REC-2", "REC-3", "REC-5", "PAIN-2", "PAIN-1", "PAIN-3", "EMG-1"),
        check=_heavy,
    ),
    Rule(
        code="REC-5",
        family=pages.FAMILY,
        urgency=Urgency.SAME_DAY,
        title="Black or dark red poo, or bloody diarrhoea",
        clinical="Melaena, dark rectal bleeding or bloody diarrhoea",
        pattern=(
            "Black or dark red poo, or bloody diarrhoea. Routine for black poo with iron tablets, "
            "well and with belly pain below {pain} of 10."
        ),
        what_to_do="Say if you take iron, painkillers or a blood thinner.",
        why="Dark blood needs a check the same day, also when nothing hurts.",
        what_to_say="My poo is black or dark red, or I have diarrhoea with blood.",
        less_urgent_if="You take iron tablets, which turn poo black, and you feel well.",
        more_urgent_if="You feel faint, vomit blood, or have strong belly pain.",
        sources=(pages.NHS_RECTAL, sources.DESIGN),
        numbers={"pain": 4},
        supersedes=("REC-1", "REC-2", "PAIN-1"),
        raised_by=BLEEDS_EASILY,
        check=_dark,
    ),
)
