"""Fever with a tampon or cup, or in a period (EMG-13).

The NHS page on toxic shock, from memory, asks for help at once with a fever and a rash, being sick,
dizziness, fainting or confusion. What is stuck in the vagina is left to EMG-7. Where nothing is
recorded of what was used in a period, the same signs ask for a check that day.
"""

from collections.abc import Iterator

from diary.alerts import sources
from diary.alerts.assessment import Urgency
from diary.alerts.case import Case
from diary.alerts.rule import Numbers, Rule
from diary.alerts.rules.emergency.body import TOXIC_SHOCK
from diary.alerts.signals.symptoms import has_any, has_fever
from diary.alerts.signals.this_pregnancy import is_said_period
from diary.alerts.standing import strongest
from diary.alerts.verdict import Fires, Verdict, fires
from diary.alerts.who import VAGINA
from diary.model import Entry, Symptom
from diary.model.vocabulary import ProductKind

WORN_INSIDE = (ProductKind.TAMPON, ProductKind.CUP)
WITHOUT_A_TAMPON = (Symptom.RASH, Symptom.RIGORS, Symptom.VOMITING)


def _fever_with_a_tampon(case: Case, n: Numbers) -> Verdict:
    """EMG-13."""
    return strongest(case, _signs(case, n))


def _signs(case: Case, n: Numbers) -> Iterator[Fires]:
    near_days = int(n["near_days"])
    for entry in filter(has_fever, case.lately):
        near = tuple(case.around(entry.date, before=near_days, after=near_days))
        used = [e for e in case.around(entry.date, before=int(n["days"])) if _products(e)]
        inside = [other for other in used if _products(other) & set(WORN_INSIDE)]
        period = [other for other in near if case.is_of_period(other) or is_said_period(other)]
        may_be = bool(period) and not used and not has_any(entry, Symptom.COLD_OR_FLU)
        if inside and (ill := _with_any(near, *TOXIC_SHOCK)):
            yield fires(entry, ill, inside, urgency=Urgency.EMERGENCY)
        elif may_be and (ill := _with_any(near, *WITHOUT_A_TAMPON)):
            yield fires(entry, ill, period, urgency=Urgency.SAME_DAY)


def _with_any(entries: tuple[Entry, ...], *symptoms: Symptom) -> list[Entry]:
    return [entry for entry in entries if has_any(entry, *symptoms)]


def _products(entry: Entry) -> set[ProductKind]:
    return {product.kind for product in entry.bleeding.products} if entry.bleeding else set()


RULES: tuple[Rule, ...] = (
    Rule(
        code="EMG-13",
        family="emergency",
        urgency=Urgency.EMERGENCY,
        title="Fever and a rash or feeling ill, with a tampon or in a period",
        clinical="Fever with rash, vomiting, dizziness, syncope or confusion, tampon or cup in use",
        pattern=(
            "Fever, within {near_days} day of a rash, being sick, dizziness, fainting or "
            "confusion, with a tampon or cup in the {days} days before. Same day in a period with "
            "no product recorded, with a rash, shaking chills or being sick, and no cold."
        ),
        what_to_do="Take the tampon or cup out if it is easy. Say that you used one, and when.",
        why="A fever with these signs at such a time needs a check at once.",
        what_to_say="I have a fever and feel ill, and I used a tampon or cup, or have my period.",
        less_urgent_if="A clinician has looked at it today, and you know the plan.",
        more_urgent_if="You faint, get confused, or your skin looks burnt by the sun.",
        sources=(sources.NHS_TSS, sources.DESIGN),
        who=VAGINA,
        numbers={"days": 3, "near_days": 1},
        supersedes=("INF-3",),
        check=_fever_with_a_tampon,
    ),
)
