"""Cuts and tears outside: pressing does not stop them (EMG-4), or what to do before (EMG-11).

EMG-11 is the less urgent half of the table's EMG-4: it "stops inside 10 minutes" is a note to
watch. That a wound which gapes, or one that bleeds on and was not pressed yet, is for today is the
table's word on the skin of the penis (PEN-2), taken for all skin.
"""

from diary.alerts import sources
from diary.alerts.assessment import Urgency
from diary.alerts.case import Case
from diary.alerts.modifiers import BLEEDS_EASILY
from diary.alerts.rule import Numbers, Rule
from diary.alerts.signals import penis
from diary.alerts.signals.bleeding import bleeds_on_unpressed, from_skin
from diary.alerts.signals.symptoms import has_any
from diary.alerts.standing import strongest
from diary.alerts.verdict import QUIET, Verdict, fires
from diary.model import Entry, Symptom

EMERGENCY, SAME_DAY = Urgency.EMERGENCY, Urgency.SAME_DAY


def _bleeds_on(case: Case, _numbers: Numbers) -> Verdict:
    """EMG-4; the 10 minutes stand in the question itself (`stops_with_pressure`)."""
    pressed = (entry for entry in case.lately if _was_pressed_in_vain(entry))
    return strongest(case, (fires(entry, urgency=EMERGENCY) for entry in pressed))


def _was_pressed_in_vain(entry: Entry) -> bool:
    return entry.bleeding is not None and entry.bleeding.stops_with_pressure is False


def _torn(case: Case, n: Numbers) -> Verdict:
    """EMG-11; the penis has its own row (PEN-2)."""
    found = [entry for entry in case.last_days(n["window_days"]) if _is_torn(case, entry)]
    grave = (
        fires(entry, urgency=SAME_DAY)
        for entry in case.lately
        if _is_torn(case, entry) and _needs_care(entry, n)
    )
    return strongest(case, grave, fires(found) if found else QUIET)


def _is_torn(case: Case, entry: Entry) -> bool:
    is_open = has_any(entry, Symptom.VULVAL_TEAR, Symptom.GAPING_WOUND) or from_skin(entry)
    return is_open and not penis.has_tear(case, entry) and not _was_pressed_in_vain(entry)


def _needs_care(entry: Entry, n: Numbers) -> bool:
    return has_any(entry, Symptom.GAPING_WOUND) or bleeds_on_unpressed(entry, n["minutes"])


RULES: tuple[Rule, ...] = (
    Rule(
        code="EMG-4",
        family="emergency",
        urgency=EMERGENCY,
        title="A cut or tear that pressing does not stop",
        clinical="External laceration, bleeding despite 10 minutes of direct pressure",
        pattern="Bleeding outside that 10 minutes of steady pressing did not stop.",
        what_to_do="Keep pressing firmly, without looking, for 10 minutes more.",
        why="Bleeding that pressing does not stop needs stitches or treatment.",
        what_to_say="I have a tear that still bleeds after 10 minutes of firm pressing.",
        less_urgent_if="It stops inside 10 minutes.",
        more_urgent_if="You take a blood thinner, or feel faint.",
        sources=(
            sources.CUTS,
            sources.ANTICOAGULATION,
            sources.ANTICOAGULANTS,
            sources.DESIGN,
        ),
        supersedes=("EMG-11",),
        check=_bleeds_on,
    ),
    Rule(
        code="EMG-11",
        family="emergency",
        urgency=Urgency.WATCH,
        title="A cut or tear outside",
        clinical="External laceration, bleeding controlled or small",
        pattern=(
            "A cut or tear outside, not on the penis, in {window_days} days. Same day where it "
            "gapes, or was not pressed and bleeds more than lightly or for {minutes} minutes or "
            "more."
        ),
        what_to_do="Press on it firmly for 10 minutes if it bleeds. Rest until it has healed.",
        why="Small tears heal. One that is deep or stays open may need care.",
        what_to_say="I have a cut or tear outside, and it is open or still bleeds.",
        less_urgent_if="It stopped within 10 minutes and the edges lie together.",
        more_urgent_if="It is deep, stays open, or still bleeds after 10 minutes of pressing.",
        sources=(sources.CUTS, sources.DESIGN),
        numbers={"window_days": 28, "minutes": 10},
        supersedes=("PAIN-1",),
        raised_by=BLEEDS_EASILY,
        check=_torn,
    ),
)
