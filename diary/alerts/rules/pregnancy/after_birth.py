"""The weeks after a birth (PRG-7 and 8)."""

from collections.abc import Iterator

from diary.alerts import sources
from diary.alerts.assessment import Urgency
from diary.alerts.case import Case
from diary.alerts.modifiers import BLEEDS_EASILY
from diary.alerts.rule import Numbers, Rule, Who
from diary.alerts.rules.pregnancy import pages
from diary.alerts.signals import after_sex
from diary.alerts.signals.after_pregnancy import (
    bleeds_more_again,
    entries_after,
    heals_after_birth,
    last_birth,
)
from diary.alerts.signals.bleeding import soaked_an_hour
from diary.alerts.signals.symptoms import has_any, has_fever
from diary.alerts.standing import strongest
from diary.alerts.verdict import QUIET, Fires, Verdict, fires
from diary.alerts.who import VAGINA
from diary.model import Entry, Fact, Symptom

EMERGENCY, SAME_DAY = Urgency.EMERGENCY, Urgency.SAME_DAY
FAMILY = "after_birth"

FAINTED = (Symptom.FAINT, Symptom.PASSED_OUT)
UNWELL = (Symptom.UNWELL, Symptom.DISCHARGE_SMELLY, Symptom.DISCHARGE_PUS)


def _after_birth(case: Case, n: Numbers) -> Verdict:
    """PRG-7."""
    birth = last_birth(case)
    return QUIET if birth is None else strongest(case, _birth_signs(case, birth, n))


def _birth_signs(case: Case, birth: Fact, n: Numbers) -> Iterator[Fires]:
    for entry in entries_after(case, birth, n["days"]):
        bleeds_more = bleeds_more_again(case, birth, entry, heavy_from_days=n["heavy_from_days"])
        soaks = case.is_vaginal(entry) and soaked_an_hour(entry) >= n["pads_per_hour"]
        is_ill = has_any(entry, *UNWELL) or has_fever(entry)
        faints = has_any(entry, *FAINTED) and (_bleeds_that_day(case, entry) or is_ill)
        if soaks or faints:
            yield fires(entry, birth, urgency=EMERGENCY)
        elif bleeds_more or is_ill:
            yield fires(entry, birth, urgency=SAME_DAY)


def _bleeds_that_day(case: Case, entry: Entry) -> bool:
    return any(map(case.is_vaginal, case.around(entry.date)))


def _sex_after_birth(case: Case, n: Numbers) -> Verdict:
    """PRG-8; a note to watch after one bleed."""
    found = after_sex.episodes(case, n["window_days"])
    light = [
        bleed
        for bleed in found
        if heals_after_birth(case, bleed, n["days"]) and after_sex.is_small_and_alone(case, bleed)
    ]
    if not light:
        return QUIET
    return fires(light, urgency=Urgency.WATCH if len(light) < n["times"] else None)


RULES: tuple[Rule, ...] = (
    Rule(
        code="PRG-7",
        family=FAMILY,
        urgency=SAME_DAY,
        title="More bleeding, a bad smell or feeling ill after a birth",
        clinical="Secondary postpartum bleeding, or signs of infection, within 12 weeks of birth",
        pattern=(
            "Up to {days} days after a birth: bleeding that gets heavier again (heavy from day "
            "{heavy_from_days} on), new clots, smelly discharge, fever or feeling unwell. An "
            "emergency with {pads_per_hour} or more products an hour, or fainting."
        ),
        lead={
            SAME_DAY: (
                "Call your midwife, maternity unit or doctor today. "
                "If you cannot reach them, call {urgent_advice}."
            )
        },
        what_to_do="Say when you gave birth, and how fast you fill a pad.",
        why="Bleeding that gets heavier again, or feeling ill, needs care soon after a birth.",
        what_to_say="I gave birth lately. My bleeding got heavier again, or I feel ill.",
        less_urgent_if="Your midwife has seen it today and told you what to do.",
        more_urgent_if="You soak a pad in an hour, feel faint, or shake and cannot stop.",
        sources=(pages.HSE_BIRTH, pages.RCOG_BIRTH, sources.DESIGN),
        who=Who("people in the 12 weeks after a birth"),
        numbers={"days": 84, "heavy_from_days": 7, "pads_per_hour": 1},
        supersedes=(
            "EMG-2",
            "EMG-12",
            "INF-10",
            "bleeding_after_sex",
            "bleeding_between_periods",
            "heavy_periods",
        ),
        check=_after_birth,
    ),
    Rule(
        code="PRG-8",
        family=FAMILY,
        urgency=Urgency.ROUTINE,
        title="Light bleeding after sex in the time after a birth",
        clinical="Light postcoital bleeding, postpartum or breastfeeding",
        pattern=(
            "A small bleed after sex in {window_days} days, within {days} days after a birth or "
            "while breastfeeding. A note to watch below {times} bleeds."
        ),
        what_to_do="Ask at your postnatal check. Take your time, and use plenty of lubricant.",
        why="Healing skin and dryness are common after a birth.",
        what_to_say="I gave birth lately, and I bleed a little after sex.",
        less_urgent_if="It happened only once.",
        more_urgent_if="It gets heavier, smells bad, hurts, or a fever comes.",
        sources=(sources.ARTICLE, sources.ARTICLE_THERAPIST, sources.DESIGN),
        who=VAGINA,
        numbers={"window_days": 183, "days": 84, "times": 2},
        supersedes=("PCB-1", "PCB-2", "PCB-5", "PCB-18"),
        raised_by=BLEEDS_EASILY,
        check=_sex_after_birth,
    ),
)
