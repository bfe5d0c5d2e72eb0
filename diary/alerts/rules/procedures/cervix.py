"""On the cervix: a smear, a biopsy, a loop (PROC-1 to 3)."""

from collections.abc import Iterator
from datetime import date

from diary.alerts import sources
from diary.alerts.assessment import Urgency
from diary.alerts.case import Case
from diary.alerts.modifiers import BLEEDS_EASILY
from diary.alerts.rule import Numbers, Rule
from diary.alerts.signals import procedures
from diary.alerts.signals.after_sex import lately
from diary.alerts.signals.background import started_within
from diary.alerts.signals.bleeding import is_light_or_less, is_like_a_period_or_more, soaked_an_hour
from diary.alerts.signals.much_blood import bleeds_much
from diary.alerts.signals.symptoms import DISCHARGE, SMELLY, has_any, has_fever
from diary.alerts.standing import strongest
from diary.alerts.verdict import QUIET, Fires, Verdict, fires
from diary.alerts.who import CERVIX
from diary.model import Entry, Fact, Symptom
from diary.model.background_words import Procedure
from diary.model.episodes import Bleed

FAMILY = "after_procedure"
EXPECTED_DISCHARGE = tuple(symptom for symptom in DISCHARGE if symptom not in SMELLY)
CALL_THE_CLINIC = {
    Urgency.WITHIN_TWO_WEEKS: "Call the clinic that did it, and ask what to do.",
}

SMEAR_LEAFLET = "NHS: Cervical screening, spotting for 1 to 2 days (not re-read)"
CAMBRIDGE_BIOPSY = "Cambridge University Hospitals: After cervical biopsies (read 2026)"
JOS_LOOP = "Jo's Cervical Cancer Trust 2018: LLETZ, what to expect (read 2026)"


def _after_smear(case: Case, n: Numbers) -> Verdict:
    """PROC-1."""
    found = [
        (sample, bleed)
        for sample in procedures.lately_done(case, n["window_days"], *procedures.SMEAR_OR_SWAB)
        for bleed in procedures.bleeds_after(case, sample, n["days"])
        if is_light_or_less(bleed) and _days_after(sample, bleed.end) <= n["days"]
    ]
    return fires(*(record for pair in found for record in pair)) if found else QUIET


def _days_after(procedure: Fact, day: date) -> int:
    """Return the days from a procedure to a day; below 0 where it came before, or is unknown."""
    return (day - procedure.start).days if procedure.start else -1


def _after_biopsy(case: Case, n: Numbers) -> Verdict:
    """PROC-2."""
    done = procedures.lately_done(case, n["window_days"], Procedure.CERVICAL_BIOPSY)
    heals = _biopsy_heals(case, done[-1], n) if done else QUIET
    return strongest(case, _biopsy_signs(case, n), heals)


def _biopsy_signs(case: Case, n: Numbers) -> Iterator[Fires]:
    for entry in case.lately:
        done = procedures.done_before(case, entry, n["late_days"], Procedure.CERVICAL_BIOPSY)
        if done is not None and (has_fever(entry) or bleeds_much(case, entry)):
            yield fires(done, entry, urgency=Urgency.SAME_DAY)


def _biopsy_heals(case: Case, biopsy: Fact, n: Numbers) -> Verdict:
    bleeds = procedures.bleeds_after(case, biopsy, n["late_days"])
    if trouble := [*_too_much(biopsy, bleeds, n), *_sore_after(case, biopsy, n)]:
        raised_on = min(entry.date for entry in trouble)
        urgency = Urgency.WITHIN_TWO_WEEKS
        return fires(biopsy, trouble, urgency=urgency, raised_on=raised_on)
    light = [b for b in bleeds if is_light_or_less(b) and _days_after(biopsy, b.start) <= n["days"]]
    is_recent = _days_after(biopsy, case.as_of) <= n["late_days"]
    return fires(biopsy, light) if light and is_recent else QUIET


def _too_much(biopsy: Fact, bleeds: tuple[Bleed, ...], n: Numbers) -> list[Entry]:
    """Return the blood that is like a period, or goes on late.

    Blood after sex that began late has its own rules.
    """
    return [
        entry
        for bleed in bleeds
        for entry in bleed.entries
        if is_like_a_period_or_more(entry)
        or (
            _days_after(biopsy, entry.date) > n["days"]
            and not (bleed.after_sex and _days_after(biopsy, bleed.start) > n["days"])
        )
    ]


def _sore_after(case: Case, biopsy: Fact, n: Numbers) -> list[Entry]:
    return [
        entry
        for entry in case.since(biopsy.start or case.as_of)
        if _days_after(biopsy, entry.date) <= n["late_days"]
        and (has_any(entry, *SMELLY) or procedures.hurts_near(entry, n["pain"]))
    ]


def _after_loop(case: Case, n: Numbers) -> Verdict:
    """PROC-3."""
    done = procedures.lately_done(case, n["days"], Procedure.LLETZ)
    heals = _loop_heals(case, done[-1], n) if done else QUIET
    return strongest(case, _loop_signs(case, n), heals)


def _loop_signs(case: Case, n: Numbers) -> Iterator[Fires]:
    for bleed in lately(case, case.all_after_sex):
        if loop := started_within(case, n["days"], Procedure.LLETZ, on=bleed.start):
            yield fires(loop, bleed, urgency=Urgency.SAME_DAY)
    for entry in filter(case.is_vaginal, case.lately):
        loop = procedures.done_before(case, entry, n["days"], Procedure.LLETZ)
        if loop is None:
            continue
        if soaked_an_hour(entry) >= n["pads_per_hour"] or has_any(entry, Symptom.FLOODING):
            yield fires(loop, entry, urgency=Urgency.EMERGENCY)
        elif bleeds_much(case, entry):
            yield fires(loop, entry, urgency=Urgency.SAME_DAY)


def _loop_heals(case: Case, loop: Fact, n: Numbers) -> Verdict:
    bleeds = [b for b in procedures.bleeds_after(case, loop, n["days"]) if is_light_or_less(b)]
    discharge = [
        entry
        for entry in case.with_symptom(*EXPECTED_DISCHARGE)
        if _days_after(loop, entry.date) >= 0 and not has_any(entry, *SMELLY)
    ]
    return fires(loop, bleeds, discharge) if bleeds or discharge else QUIET


RULES: tuple[Rule, ...] = (
    Rule(
        code="PROC-1",
        family=FAMILY,
        urgency=Urgency.WATCH,
        title="Spotting after a smear or swab",
        clinical="Light bleeding within 48 hours of a cervical sample",
        pattern="Light bleeding within {days} days after a smear or swab, in {window_days} days.",
        what_to_do="A pad or liner is enough.",
        why="Spotting for a day or two is expected.",
        what_to_say="I had a smear or swab, and I spotted after it.",
        less_urgent_if="It stops within two days.",
        more_urgent_if="It goes on for longer than two days, gets heavy, or hurts.",
        sources=(SMEAR_LEAFLET,),
        who=CERVIX,
        numbers={"days": 2, "window_days": 28},
        supersedes=("PCB-1", "PCB-18", "IMB-2", "IMB-1"),
        raised_by=BLEEDS_EASILY,
        check=_after_smear,
    ),
    Rule(
        code="PROC-2",
        family=FAMILY,
        urgency=Urgency.WATCH,
        title="Bleeding after a biopsy of the cervix",
        clinical="Bleeding, pain or discharge after cervical biopsy",
        pattern=(
            "After a biopsy of the cervix in {window_days} days: light bleeding up to {days} days "
            "after it. Up to {late_days} days after it, bleeding that goes on late or is like a "
            "period, smell, or pain of {pain} or more is for the clinic; fever or heavy bleeding "
            "is for the same day."
        ),
        what_to_do="Wait with sex and tampons until it has stopped.",
        why="Light bleeding for 3 to 7 days is expected. More than that needs a call.",
        what_to_say="A sample was taken from my cervix, and I bleed or feel pain since.",
        less_urgent_if="It is light and stops within a week.",
        more_urgent_if="It gets heavy, smells bad or hurts more, or a fever starts.",
        sources=(sources.CHELWEST_BIOPSY, CAMBRIDGE_BIOPSY, sources.DESIGN),
        who=CERVIX,
        numbers={"days": 7, "late_days": 28, "window_days": 56, "pain": 4},
        supersedes=("PCB-1", "PCB-18", "IMB-2", "EMG-12"),
        raised_by=BLEEDS_EASILY,
        lead=CALL_THE_CLINIC,
        check=_after_biopsy,
    ),
    Rule(
        code="PROC-3",
        family=FAMILY,
        urgency=Urgency.WATCH,
        title="Bleeding after loop treatment of the cervix",
        clinical="Bleeding or discharge within 4 weeks of LLETZ",
        pattern=(
            "Up to {days} days after a loop excision: light blood or discharge. Bleeding after "
            "sex, or heavier than a period, is for the same day; {pads_per_hour} or more products "
            "an hour, or flooding, is an emergency."
        ),
        what_to_do="Do not have sex or use tampons until four weeks have gone by.",
        why="Healing takes about 4 weeks.",
        what_to_say="I had loop treatment of my cervix, and I am bleeding.",
        less_urgent_if="It is light, with no bleeding after sex.",
        more_urgent_if="It is heavier than a period, comes after sex, or soaks pads.",
        sources=(sources.BUCKS_LOOP, JOS_LOOP, sources.DESIGN),
        who=CERVIX,
        numbers={"days": 28, "pads_per_hour": 1},
        supersedes=(
            "PCB-1",
            "PCB-14",
            "PCB-18",
            "IMB-2",
            "INF-5",
            "PROC-2",
            "IUD-7",
            "IMB-1",
            "EMG-12",
        ),
        raised_by=BLEEDS_EASILY,
        check=_after_loop,
    ),
)
