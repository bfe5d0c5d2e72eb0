"""After any procedure, with stitches inside, and the blood of the weeks after (PROC-4 to 6)."""

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
from diary.alerts.signals.bleeding import (
    is_like_a_period_or_more,
    looks_heavy,
    soaked_an_hour,
)
from diary.alerts.signals.symptoms import SMELLY, has_any, has_fever
from diary.alerts.signals.this_pregnancy import is_said_period
from diary.alerts.standing import strongest
from diary.alerts.verdict import QUIET, Fires, Verdict, fires
from diary.alerts.who import VAGINA
from diary.cycles.volume import has_large_clots
from diary.model import Entry, Fact, Symptom
from diary.model.episodes import Bleed
from diary.model.vocabulary import Colour, SexKind

FAMILY = "after_procedure"

LEAFLETS = "NHS leaflets: After hysteroscopy, ablation and hysterectomy (not re-read)"
DEHISCENCE = "Literature on wounds that open after hysterectomy (not re-read)"


def _infected(case: Case, n: Numbers) -> Verdict:
    """PROC-4."""
    return strongest(case, _infection_signs(case, n))


def _infection_signs(case: Case, n: Numbers) -> Iterator[Fires]:
    every = (*procedures.GYNAECOLOGICAL, *procedures.OF_OTHER_BODIES)
    for entry in case.lately:
        done = procedures.done_before(case, entry, n["days"], *every)
        if done is not None and (
            has_fever(entry)
            or has_any(entry, *SMELLY)
            or procedures.hurts_more(case, entry, done, n["pain"])
        ):
            yield fires(done, entry, urgency=Urgency.SAME_DAY)


def _stitches_inside(case: Case, n: Numbers) -> Verdict:
    """PROC-5."""
    return strongest(case, _stitch_signs(case, n))


def _stitch_signs(case: Case, n: Numbers) -> Iterator[Fires]:
    for bleed in lately(case, case.all_after_sex):
        surgery = started_within(case, n["days"], *procedures.WITH_STITCHES_INSIDE, on=bleed.start)
        if surgery is None or not _may_be_penetration(bleed):
            continue
        days = (bleed.end - bleed.start).days + int(n["near_days"])
        grave = [e for e in case.around(bleed.start, after=days) if _is_grave(e, n)]
        urgency = Urgency.EMERGENCY if grave else Urgency.SAME_DAY
        yield fires(surgery, bleed, grave, urgency=urgency)


def _may_be_penetration(bleed: Bleed) -> bool:
    kinds = bleed.sex.sex.kinds if bleed.sex is not None and bleed.sex.sex is not None else ()
    return not kinds or bool(set(kinds) - {SexKind.ORAL})


def _is_grave(entry: Entry, n: Numbers) -> bool:
    opens = has_any(entry, Symptom.BULGE, Symptom.FLOODING)
    return opens or looks_heavy(entry) or procedures.hurts_near(entry, n["pain"])


def _after_operation(case: Case, n: Numbers) -> Verdict:
    """PROC-6."""
    return strongest(case, _operation_signs(case, n), _operation_heals(case, n))


def _operation_signs(case: Case, n: Numbers) -> Iterator[Fires]:
    for entry in filter(case.is_vaginal, case.lately):
        healing = procedures.healing_on(case, entry.date, n)
        bleed = case.vaginal_bleed_of(entry)
        if healing is None or is_said_period(entry) or bleed is None or bleed.after_sex:
            continue
        if _pours(entry, n):
            yield fires(healing.operation, entry, urgency=Urgency.EMERGENCY)
        elif _is_too_much(case, entry) or _is_fresh_again(case, bleed, healing.operation, n):
            yield fires(healing.operation, entry, urgency=Urgency.SAME_DAY)


def _pours(entry: Entry, n: Numbers) -> bool:
    is_soaking = soaked_an_hour(entry) >= n["pads_per_hour"]
    return is_soaking or has_large_clots(entry) or has_any(entry, Symptom.FLOODING)


def _is_too_much(case: Case, entry: Entry) -> bool:
    """Say whether blood is like a period; one that looks heavy may be the danger sign itself."""
    if looks_heavy(entry):
        return True
    return _is_much(entry) and not case.is_of_period(entry)


def _is_fresh_again(case: Case, bleed: Bleed, operation: Fact, n: Numbers) -> bool:
    """Say whether bright red blood came after earlier blood since the operation had stopped."""
    is_fresh = any(e.bleeding and e.bleeding.colour is Colour.BRIGHT_RED for e in bleed.entries)
    earlier = procedures.bleeds_after(case, operation, (bleed.start - _day(operation)).days - 1)
    gaps = [(bleed.start - other.end).days - 1 for other in earlier if other is not bleed]
    is_own = all(not case.is_of_period(entry) for entry in bleed.entries)
    return is_fresh and is_own and bool(gaps) and min(gaps) >= n["dry_days"]


def _day(fact: Fact) -> date:
    return fact.start or date.max


def _operation_heals(case: Case, n: Numbers) -> Verdict:
    healing = procedures.healing_on(case, case.as_of, n)
    if healing is None:
        return QUIET
    days = (healing.until - _day(healing.operation)).days
    bleeds = procedures.bleeds_after(case, healing.operation, days)
    light = [b for b in bleeds if not b.after_sex and not any(map(_is_much, b.entries))]
    stains = [
        entry
        for entry in case.with_symptom(Symptom.DISCHARGE_BLOODSTAINED)
        if _day(healing.operation) <= entry.date and entry.bleeding is None
    ]
    return fires(healing.operation, light, stains) if light or stains else QUIET


def _is_much(entry: Entry) -> bool:
    return is_like_a_period_or_more(entry) is True


RULES: tuple[Rule, ...] = (
    Rule(
        code="PROC-4",
        family=FAMILY,
        urgency=Urgency.SAME_DAY,
        title="Fever, smelly discharge or growing pain after a procedure",
        clinical="Fever, offensive discharge or increasing pain within 6 weeks of a procedure",
        pattern=(
            "Up to {days} days after a procedure of the genitals, womb, prostate, bladder or anus:"
            " fever, smelly discharge, or pain of {pain} or more that grows."
        ),
        what_to_do="You can also call the clinic that did it.",
        why="A fever, a bad smell or more pain after a procedure needs a check today.",
        what_to_say="I had a procedure, and now I have a fever, a bad smell or more pain.",
        less_urgent_if="The clinic has looked at it since, and you know the plan.",
        more_urgent_if="You shake, are confused or short of breath, or the pain gets very strong.",
        sources=(sources.CHELWEST_BIOPSY, sources.BUCKS_LOOP, sources.DESIGN),
        numbers={"days": 42, "pain": 4},
        supersedes=("INF-1", "INF-3", "INF-4", "INF-5", "PROC-2", "PAIN-2", "INF-10"),
        check=_infected,
    ),
    Rule(
        code="PROC-5",
        family=FAMILY,
        urgency=Urgency.SAME_DAY,
        title="Bleeding after sex, in the first weeks after an operation",
        clinical="Bleeding after penetration within 12 weeks of vaginal or pelvic surgery",
        pattern=(
            "Bleeding after penetration up to {days} days after vaginal or pelvic surgery. An "
            "emergency where it is heavy, or within {near_days} day of a bulge, flooding or pain "
            "of {pain} or more."
        ),
        what_to_do="Put nothing into the vagina until you were seen.",
        why="Stitches inside may have opened.",
        what_to_say="I had an operation, and I bled after something was in my vagina.",
        less_urgent_if="Your surgical team has seen it and told you what to expect.",
        more_urgent_if="It comes in a gush, hurts badly, or something bulges out.",
        sources=(DEHISCENCE, sources.VAGINOPLASTY, sources.DESIGN),
        who=VAGINA,
        numbers={"days": 84, "near_days": 1, "pain": 7},
        supersedes=("PCB-1", "PCB-14", "PCB-16", "PCB-17", "PROC-6"),
        raised_by=BLEEDS_EASILY,
        check=_stitches_inside,
    ),
    Rule(
        code="PROC-6",
        family=FAMILY,
        urgency=Urgency.WATCH,
        title="Bleeding in the weeks after an operation inside",
        clinical="Vaginal bleeding after uterine, vaginal or pelvic surgery",
        pattern=(
            "Light blood, or of unknown amount, up to {womb_look_days} days after hysteroscopy, a "
            "biopsy of the womb or evacuation, {ablation_days} after ablation, {surgery_days} "
            "after hysterectomy or other surgery inside. Same day: like a period, or bright red "
            "again after {dry_days} dry days. Emergency: flooding, large clots, {pads_per_hour} or "
            "more products an hour."
        ),
        what_to_do="Use pads, not tampons. You can also call the unit that did it.",
        why="Light blood is expected for a while. Blood like a period needs a call today.",
        what_to_say="I had an operation inside, and I am bleeding since.",
        less_urgent_if="It is light or brown, and gets less from week to week.",
        more_urgent_if="It gets like a period, turns bright red again, gushes, or brings clots.",
        sources=(LEAFLETS, sources.DESIGN),
        who=VAGINA,
        numbers={**procedures.EXPECTED_DAYS, "pads_per_hour": 1, "dry_days": 2},
        supersedes=(
            *("IMB-1", "IMB-2", "IMB-3", "IUD-1", "IUD-7", "HRM-1", "HRM-2", "PMB-8"),
            *("EMG-2", "EMG-12"),
        ),
        raised_by=BLEEDS_EASILY,
        lead={
            Urgency.SAME_DAY: (
                "Call the unit that did the operation today, or your doctor. "
                "If you cannot reach them, call {urgent_advice}."
            ),
        },
        check=_after_operation,
    ),
)
