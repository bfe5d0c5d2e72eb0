"""After any procedure, and with stitches inside (PROC-4 and 5)."""

from collections.abc import Iterator

from diary.alerts import sources
from diary.alerts.assessment import Urgency
from diary.alerts.case import Case
from diary.alerts.modifiers import BLEEDS_EASILY
from diary.alerts.rule import Numbers, Rule
from diary.alerts.signals import procedures
from diary.alerts.signals.after_sex import lately
from diary.alerts.signals.background import started_within
from diary.alerts.signals.bleeding import looks_heavy
from diary.alerts.signals.symptoms import SMELLY, has_any, has_fever
from diary.alerts.standing import strongest
from diary.alerts.verdict import Fires, Verdict, fires
from diary.alerts.who import VAGINA
from diary.model import Entry, Symptom
from diary.model.episodes import Bleed
from diary.model.vocabulary import SexKind

FAMILY = "after_procedure"

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
        supersedes=("INF-1", "INF-3", "INF-4", "INF-5", "PROC-2", "PAIN-2"),
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
        supersedes=("PCB-1", "PCB-14", "PCB-16", "PCB-17"),
        raised_by=BLEEDS_EASILY,
        check=_stitches_inside,
    ),
)
