"""Bruises and nosebleeds where blood clots slowly (BLD-1), beyond the clinical table.

The table moves other rows up a step with a blood thinner, a bleeding disorder or low platelets
(MOD-1, MOD-2), and has no row for blood that shows elsewhere. New bruises or nosebleeds then call
for a blood test soon, and on the same day where blood shows in two places within a week (NHS.uk on
anticoagulants and on immune thrombocytopenia; not re-read). The vocabulary has no word for tiny red
spots in the skin; "like before" says that a sign is not new.
"""

from collections.abc import Iterator

from diary.alerts.assessment import Urgency
from diary.alerts.case import Case
from diary.alerts.rule import Numbers, Rule
from diary.alerts.signals.background import bleeds_easily_by_medicine, clots_slowly
from diary.alerts.signals.symptoms import has_any
from diary.alerts.standing import strongest
from diary.alerts.verdict import QUIET, Fires, Verdict, fires
from diary.model import Entry, Fact, Symptom
from diary.model.vocabulary import BleedingSource

FAMILY = "bleeding_tendency"
SIGNS = (Symptom.EASY_BRUISING, Symptom.NOSEBLEEDS)
PLACES = {
    Symptom.EASY_BRUISING: "skin",
    Symptom.NOSEBLEEDS: "nose",
    Symptom.BLOOD_IN_URINE: "urine",
    Symptom.URINE_CLOTS: "urine",
    Symptom.BLACK_STOOL: "bowel",
    Symptom.DARK_RED_STOOL: "bowel",
    Symptom.RED_TOILET_WATER: "bowel",
}
SOURCES = {
    BleedingSource.URINE: "urine",
    BleedingSource.RECTAL: "bowel",
    BleedingSource.VAGINAL: "vagina",
}
"""Not a cut, which bleeds in anybody."""

BLOOD_THINNERS = "NHS.uk: Anticoagulant medicines; ITP (not re-read)"


def _bruises_or_nosebleeds(case: Case, n: Numbers) -> Verdict:
    """BLD-1."""
    why = (*clots_slowly(case), *bleeds_easily_by_medicine(case))
    if not why:
        return QUIET
    new = [entry for entry in case.last_days(n["window_days"]) if _is_new_sign(entry)]
    return strongest(case, _in_two_places(case, why, n), fires(new, why) if new else QUIET)


def _is_new_sign(entry: Entry) -> bool:
    return has_any(entry, *SIGNS) and not entry.same_as_before


def _in_two_places(case: Case, why: tuple[Fact, ...], n: Numbers) -> Iterator[Fires]:
    for entry in case.lately:
        if not _places(case, entry):
            continue
        near = [o for o in case.around(entry.date, before=int(n["near_days"])) if _places(case, o)]
        places = set[str]().union(*(_places(case, other) for other in near))
        if len(places) >= n["places"] and any(map(_is_new_sign, near)):
            yield fires(near, why, urgency=Urgency.SAME_DAY)


def _places(case: Case, entry: Entry) -> set[str]:
    """Return where blood shows in an entry, by names of our own; a period is none."""
    found = {PLACES[symptom] for symptom in entry.symptoms if symptom in PLACES}
    if entry.bleeding is not None and not case.is_of_period(entry):
        found |= {SOURCES[source] for source in (entry.bleeding.source,) if source in SOURCES}
    return set() if entry.same_as_before else found


RULES: tuple[Rule, ...] = (
    Rule(
        code="BLD-1",
        family=FAMILY,
        urgency=Urgency.WITHIN_TWO_WEEKS,
        title="New bruises or nosebleeds, and blood that clots slowly",
        clinical="New bruising or epistaxis with anticoagulation or a bleeding tendency",
        pattern=(
            "New bruises or nosebleeds in {window_days} days with a blood thinner, a bleeding "
            "disorder or low platelets. Same day where blood shows in {places} places within "
            "{near_days} days: skin, nose, pee, poo or vagina, but not a period or a cut."
        ),
        what_to_do=(
            "Call the clinic that looks after your blood or your medicine, too. "
            "Do not stop the medicine yourself."
        ),
        why="A blood test can show if your blood clots as it should.",
        what_to_say="I bruise or get nosebleeds, and my blood clots slowly.",
        less_urgent_if="The clinic knows it, and told you what to do.",
        more_urgent_if=(
            "A nosebleed goes on for over 10 minutes, you hit your head, or you feel faint. "
            "Then call {emergency}."
        ),
        sources=(BLOOD_THINNERS,),
        numbers={"window_days": 28, "near_days": 7, "places": 2},
        check=_bruises_or_nosebleeds,
    ),
)
