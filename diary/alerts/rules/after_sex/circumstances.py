"""In other bodies, with dryness, and at the edge of a period (PCB-16 to 19)."""

from collections.abc import Iterator

from diary.alerts import sources
from diary.alerts.assessment import Urgency
from diary.alerts.case import Case
from diary.alerts.modifiers import BLEEDS_EASILY
from diary.alerts.rule import Numbers, Rule
from diary.alerts.signals import after_sex
from diary.alerts.signals.after_sex import lately
from diary.alerts.signals.background import started_within
from diary.alerts.signals.bleeding import is_light_or_less, is_like_a_period_or_more, looks_heavy
from diary.alerts.signals.symptoms import records
from diary.alerts.standing import strongest
from diary.alerts.verdict import QUIET, Fires, Verdict, fires
from diary.alerts.who import NEOVAGINA, NO_CERVIX, VAGINA, VAGINA_BEFORE_MENOPAUSE
from diary.model import Symptom
from diary.model.background_words import Procedure

FAMILY = "bleeding_after_sex"


def _without_cervix(case: Case, n: Numbers) -> Verdict:
    """PCB-16."""
    found = after_sex.episodes(case, n["window_days"])
    return fires(found) if found else QUIET


def _in_neovagina(case: Case, n: Numbers) -> Verdict:
    """PCB-17; heavy is an emergency, and any in the weeks after surgery is for today."""
    found = after_sex.episodes(case, n["window_days"])
    return strongest(case, _neovagina_signs(case, n), fires(found) if found else QUIET)


def _neovagina_signs(case: Case, n: Numbers) -> Iterator[Fires]:
    for bleed in lately(case, case.all_after_sex):
        surgery = started_within(case, n["surgery_days"], Procedure.VAGINOPLASTY, on=bleed.start)
        if any(map(looks_heavy, bleed.entries)):
            yield fires(bleed, urgency=Urgency.EMERGENCY)
        elif surgery is not None:
            yield fires(bleed, surgery, urgency=Urgency.SAME_DAY)


def _with_dryness(case: Case, n: Numbers) -> Verdict:
    """PCB-18; a note to watch after one bleed."""
    light = [b for b in after_sex.episodes(case, n["window_days"]) if is_light_or_less(b)]
    dry = records(case, Symptom.DRYNESS, days=n["window_days"])
    if not light or not dry:
        return QUIET
    return fires(light, dry, urgency=Urgency.WATCH if len(light) < n["times"] else None)


def _only_at_edge_of_period(case: Case, n: Numbers) -> Verdict:
    """PCB-19; an amount that was not said counts, since more than light has its own rule."""
    at_edge = after_sex.at_edge_of_period(case, n["window_days"])
    small = [bleed for bleed in at_edge if not any(map(is_like_a_period_or_more, bleed.entries))]
    return fires(small) if small else QUIET


RULES: tuple[Rule, ...] = (
    Rule(
        code="PCB-16",
        family=FAMILY,
        urgency=Urgency.ROUTINE,
        title="Bleeding after sex, without a cervix",
        clinical="Postcoital bleeding after removal of the cervix",
        pattern=(
            "A bleed after sex in {window_days} days, where the cervix was removed or was never "
            "there."
        ),
        what_to_do="Ask for an examination, and say when your operation was.",
        why="Bleeding after sex is worth a check also without a cervix.",
        what_to_say="I have no cervix any more, and I bleed after sex.",
        less_urgent_if="A clinician has checked it and agreed a plan with you.",
        more_urgent_if="Your operation was in the last three months, or it comes back.",
        sources=(sources.DEVON_PMB,),
        who=NO_CERVIX,
        numbers={"window_days": 183},
        raised_by=BLEEDS_EASILY,
        check=_without_cervix,
    ),
    Rule(
        code="PCB-17",
        family=FAMILY,
        urgency=Urgency.ROUTINE,
        title="Bleeding after sex or dilating, after vaginal surgery",
        clinical="Postcoital bleeding in a neovagina",
        pattern=(
            "A bleed after sex or dilating in {window_days} days. Same day within {surgery_days} "
            "days after the surgery; an emergency where it is heavy."
        ),
        what_to_do="Call your surgical team, or the clinic that looks after you.",
        why="Your surgical team knows how this tissue heals, and can treat it.",
        what_to_say="I had surgery to make a vagina, and I bleed after sex or dilating.",
        less_urgent_if="Your team has seen it and told you what to expect.",
        more_urgent_if="It is heavy, you are in the first 12 weeks, or a fever comes.",
        sources=(sources.VAGINOPLASTY,),
        who=NEOVAGINA,
        numbers={"window_days": 183, "surgery_days": 84},
        supersedes=("PCB-14", "PCB-1"),
        raised_by=BLEEDS_EASILY,
        check=_in_neovagina,
    ),
    Rule(
        code="PCB-18",
        family=FAMILY,
        urgency=Urgency.ROUTINE,
        quiet=True,
        title="Light bleeding after sex, and dryness",
        clinical="Light postcoital bleeding with vaginal dryness, before the menopause",
        pattern=(
            "A light bleed after sex and dryness, both in {window_days} days. A note to watch "
            "below {times} bleeds."
        ),
        what_to_do="Take more time, and use plenty of lubricant. A pharmacist can advise you.",
        why="Dryness is common, and it can be treated.",
        what_to_say="I feel dry, and I bleed a little after sex.",
        less_urgent_if="It happened once, and lubricant helps.",
        more_urgent_if="It goes on with lubricant, gets heavier, or hurts.",
        sources=(sources.ARTICLE, sources.ARTICLE_THERAPIST),
        who=VAGINA_BEFORE_MENOPAUSE,
        numbers={"window_days": 90, "times": 2},
        supersedes=("PCB-1",),
        raised_by=BLEEDS_EASILY,
        check=_with_dryness,
    ),
    Rule(
        code="PCB-19",
        family=FAMILY,
        urgency=Urgency.WATCH,
        quiet=True,
        title="Spotting after sex at the edge of a period",
        clinical="Postcoital spotting within 2 days of a period",
        pattern=(
            "Less than a period's bleeding after sex, from 2 days before a period to 2 days after "
            "it, in {window_days} days."
        ),
        what_to_do="Write it down again if it comes at another time of your cycle.",
        why="It came within two days of a period, and spotting is common then.",
        what_to_say="I spotted after sex around my period.",
        less_urgent_if="It turns into your usual period.",
        more_urgent_if="It comes at other times, hurts, or gets heavier.",
        sources=(sources.ARTICLE_IUD, sources.ARTICLE),
        who=VAGINA,
        numbers={"window_days": 28},
        raised_by=BLEEDS_EASILY,
        check=_only_at_edge_of_period,
    ),
)
