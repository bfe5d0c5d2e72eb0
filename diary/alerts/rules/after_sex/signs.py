"""With other signs (PCB-8, 13 to 15)."""

from collections.abc import Iterator

from diary.alerts import sources
from diary.alerts.assessment import Urgency
from diary.alerts.case import Case
from diary.alerts.modifiers import BLEEDS_EASILY
from diary.alerts.rule import Numbers, Rule
from diary.alerts.signals import after_sex
from diary.alerts.signals.after_sex import lately
from diary.alerts.signals.background import ever, holding
from diary.alerts.signals.bleeding import (
    from_skin,
    is_like_a_period_or_more,
    looks_heavy,
)
from diary.alerts.signals.symptoms import began, course, has_any, lasted, records
from diary.alerts.standing import strongest
from diary.alerts.verdict import QUIET, Fires, Verdict, fires
from diary.alerts.who import CERVIX, VAGINA
from diary.cycles.volume import has_large_clots
from diary.model import Entry, Symptom
from diary.model.background_words import Condition, InfectionTreated

FAMILY = "bleeding_after_sex"

LASTING_DISCHARGE = (
    Symptom.DISCHARGE_WATERY,
    Symptom.DISCHARGE_SMELLY,
    Symptom.DISCHARGE_BLOODSTAINED,
)
LUMP_OR_SORE = (Symptom.GENITAL_LUMP, Symptom.GENITAL_SORE)
KNOWN_SKIN = (Condition.LICHEN_SCLEROSUS, Condition.HERPES)


def _with_lasting_discharge(case: Case, n: Numbers) -> Verdict:
    """PCB-8; routine once it is being treated."""
    found = after_sex.episodes(case, n["window_days"])
    discharge = course(case, *LASTING_DISCHARGE)
    if not found or lasted(discharge) < n["discharge_days"] or not _is_recent(case, discharge, n):
        return QUIET
    since = min(map(began, discharge))
    treated = [f for f in ever(case, *InfectionTreated) if f.start and f.start >= since]
    urgency = Urgency.ROUTINE if treated else None
    return fires(found, discharge, treated, urgency=urgency, raised_on=discharge[-1].date)


def _is_recent(case: Case, entries: tuple[Entry, ...], n: Numbers) -> bool:
    return bool(entries) and (case.as_of - entries[-1].date).days <= n["recent_days"]


def _with_lump_or_sore(case: Case, n: Numbers) -> Verdict:
    """PCB-13; a lump, sore or skin change for three weeks with blood, or one that itself bleeds."""
    skin = course(case, *LUMP_OR_SORE, Symptom.SKIN_CHANGE)
    if not _is_recent(case, skin, n):
        return QUIET
    from_there = [entry for entry in case.last_days(n["window_days"]) if from_skin(entry)]
    episodes = after_sex.episodes(case, n["window_days"])
    bleeds_itself = any(from_skin(e) and has_any(e, *LUMP_OR_SORE) for e in skin)
    lasts = lasted(skin) >= n["skin_days"]
    if not bleeds_itself and not (lasts and (episodes or from_there)):
        return QUIET
    is_known = all(e.same_as_before for e in skin) or holding(case, *KNOWN_SKIN)
    return fires(skin, episodes, from_there, urgency=Urgency.ROUTINE if is_known else None)


def _like_a_period(case: Case, n: Numbers) -> Verdict:
    """PCB-14; also while it has not stopped, since what is gushing has its own rule."""
    return strongest(case, _large_bleeds(case), _medium_at_edge(case, n))


def _large_bleeds(case: Case) -> Iterator[Fires]:
    counted = set(map(id, case.bleeds_after_sex))
    for bleed in lately(case, case.all_after_sex):
        is_heavy = any(map(looks_heavy, bleed.entries)) or any(map(has_large_clots, bleed.entries))
        is_medium = any(map(is_like_a_period_or_more, bleed.entries))
        if is_heavy or (is_medium and id(bleed) in counted):
            yield fires(bleed, urgency=Urgency.SAME_DAY)


def _medium_at_edge(case: Case, n: Numbers) -> Verdict:
    at_edge = after_sex.at_edge_of_period(case, n["edge_days"])
    medium = [bleed for bleed in at_edge if any(map(is_like_a_period_or_more, bleed.entries))]
    return fires(medium, urgency=Urgency.WATCH) if medium else QUIET


def _with_other_changes(case: Case, n: Numbers) -> Verdict:
    """PCB-15; weight loss at once, the other changes from three weeks."""
    found = after_sex.episodes(case, n["window_days"])
    weight = records(case, Symptom.WEIGHT_LOSS, days=n["window_days"])
    lasting = [
        entry
        for symptom in (Symptom.NIGHT_SWEATS, Symptom.LEG_SWELLING, Symptom.BACK_PAIN)
        if lasted(found_course := course(case, symptom)) >= n["lasting_days"]
        and _is_recent(case, found_course, n)
        for entry in found_course
    ]
    return fires(found, weight, lasting) if found and (weight or lasting) else QUIET


RULES: tuple[Rule, ...] = (
    Rule(
        code="PCB-8",
        family=FAMILY,
        urgency=Urgency.WITHIN_TWO_WEEKS,
        title="Bleeding after sex, and changed discharge for three weeks",
        clinical="Postcoital bleeding with watery, smelly or bloodstained discharge over 3 weeks",
        pattern=(
            "Bleeding after sex in {window_days} days, and watery, smelly or bloodstained "
            "discharge for {discharge_days} days or more, last recorded in {recent_days} days. "
            "Routine once treated."
        ),
        what_to_do="Ask for an examination of the cervix and swabs.",
        why="This mix of signs should be examined soon.",
        what_to_say="I bleed after sex, and my discharge has been different for three weeks.",
        less_urgent_if="Swabs were taken and you are being treated.",
        more_urgent_if="Belly pain or a fever comes with it.",
        sources=(sources.GPONE, sources.CARE_PATHWAYS, sources.CRUK, sources.DESIGN),
        who=CERVIX,
        numbers={"window_days": 183, "discharge_days": 21, "recent_days": 28},
        supersedes=("PCB-1", "PCB-2", "PCB-5"),
        raised_by=BLEEDS_EASILY,
        check=_with_lasting_discharge,
    ),
    Rule(
        code="PCB-13",
        family=FAMILY,
        urgency=Urgency.WITHIN_TWO_WEEKS,
        title="A lump, sore or skin change that bleeds or stays",
        clinical="Vulval or vaginal lump, ulcer or skin change of 3 weeks, or bleeding, with blood",
        pattern=(
            "A lump, sore or skin change of the vulva or vagina, last recorded in {recent_days} "
            "days, that bleeds itself; or one for {skin_days} days or more with bleeding after sex"
            " or from there in {window_days} days. Routine where a clinician has named it."
        ),
        what_to_do="Ask for the place to be looked at.",
        why="A new lump or sore that does not heal should be seen soon.",
        what_to_say="I have a lump or sore down there that bleeds or does not heal.",
        less_urgent_if="A clinician knows it, and it is as it was before.",
        more_urgent_if="It grows fast, hurts a lot, or a fever comes.",
        sources=(sources.SCOTLAND, sources.SCOTLAND_2019, sources.NG12),
        who=VAGINA,
        numbers={"window_days": 183, "skin_days": 21, "recent_days": 28},
        supersedes=("PCB-1", "INF-10"),
        raised_by=BLEEDS_EASILY,
        check=_with_lump_or_sore,
    ),
    Rule(
        code="PCB-14",
        family=FAMILY,
        urgency=Urgency.SAME_DAY,
        title="A lot of blood after sex",
        clinical="Postcoital bleeding as heavy as a period or more, or with large clots",
        pattern=(
            "Bleeding after sex that was heavy or with large clots, or like a period and not at "
            "the edge of one. Like a period at the edge of one in {edge_days} days: a note to "
            "watch."
        ),
        what_to_do="Rest, and do not have sex until you were seen.",
        why="That was more than spotting, so get checked today even though it stopped.",
        what_to_say="I bled as much as in a period after sex.",
        less_urgent_if="It was no more than a usual period day, and your period was due.",
        more_urgent_if="It starts again, comes in a gush, or you feel faint.",
        sources=(
            sources.PCB_PRIMARY_CARE,
            sources.ARTICLE_THERAPIST,
            sources.ARTICLE_IUD,
            sources.DESIGN,
        ),
        who=VAGINA,
        numbers={"edge_days": 28},
        supersedes=("PCB-1",),
        raised_by=BLEEDS_EASILY,
        check=_like_a_period,
    ),
    Rule(
        code="PCB-15",
        family=FAMILY,
        urgency=Urgency.WITHIN_TWO_WEEKS,
        title="Bleeding after sex, and other changes in your body",
        clinical="Postcoital bleeding with weight loss, night sweats, leg swelling or back pain",
        pattern=(
            "Bleeding after sex in {window_days} days, with weight loss without trying; or with "
            "night sweats, leg swelling or back pain for {lasting_days} days or more, last "
            "recorded in {recent_days} days."
        ),
        what_to_do="Tell them about all of these changes at once.",
        why="These are worth telling a doctor about together.",
        what_to_say="I bleed after sex, and I have other changes that I want to tell you about.",
        less_urgent_if="A clinician knows the reason for the other changes.",
        more_urgent_if="One leg is suddenly swollen or sore. Then be seen today.",
        sources=(sources.GPONLINE, sources.CARE_PATHWAYS, sources.CRUK),
        who=CERVIX,
        numbers={"window_days": 183, "lasting_days": 21, "recent_days": 28},
        supersedes=("PCB-1", "PCB-2", "PCB-5"),
        raised_by=BLEEDS_EASILY,
        check=_with_other_changes,
    ),
)
