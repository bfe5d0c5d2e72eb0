"""How much blood, how often, and whether it hurts (REC-1 to 3)."""

from dataclasses import replace

from diary.alerts import sources
from diary.alerts.assessment import Urgency
from diary.alerts.case import Case
from diary.alerts.modifiers import BLEEDS_EASILY, BLEEDS_EASILY_OR_IMMUNE
from diary.alerts.rule import Numbers, Rule
from diary.alerts.rules.rectal import pages
from diary.alerts.signals import anal_sex, bowel
from diary.alerts.signals.background import bleeds_easily_by_medicine
from diary.alerts.signals.bleeding import amount_of, started_within
from diary.alerts.signals.pain import (
    BELLY,
    has_pain,
    is_in,
    pain_at_least,
    strongest_possible,
)
from diary.alerts.signals.symptoms import NOT_OF_THE_BODY, has_fever
from diary.alerts.verdict import QUIET, NotEnough, Verdict, fires
from diary.model import Entry, Symptom
from diary.model.episodes import Bleed
from diary.model.vocabulary import Amount, BleedingSource, PainSite, Trend

HOURS_A_DAY = 24
HARD_POO = frozenset({Symptom.PAINFUL_STOOL, Symptom.CONSTIPATION})
LUBRICANT = "Use lots of lubricant next time."


def _once(case: Case, n: Numbers) -> Verdict:
    """REC-1; a routine note where it is not known to have been small."""
    found = bowel.bleeds(case, n["window_days"])
    if not found:
        return _needs_place(case, n)
    if len(found) > 1:
        return QUIET
    is_small = bowel.is_little(case, found[0]) and not _hurts(case, found[0], n)
    said = fires(found) if is_small else fires(found, urgency=Urgency.ROUTINE, quiet=True)
    return replace(said, also=LUBRICANT) if _had_anal_sex(case, found[0]) else said


def _had_anal_sex(case: Case, bleed: Bleed) -> bool:
    """Say whether anal sex is recorded on the day of a bleed or the day before it."""
    return any(anal_sex.was_receptive(case, e) for e in case.around(bleed.start, before=1))


def _needs_place(case: Case, n: Numbers) -> Verdict:
    for bleed in started_within(case, case.bleeds, n["window_days"]):
        for entry in bleed.entries:
            of = entry.bleeding
            is_open = of and of.source is BleedingSource.UNKNOWN and not of.possible_sources
            if is_open and not case.is_vaginal(entry):
                return NotEnough(needs="where the blood came from")
    return QUIET


def _hurts(case: Case, bleed: Bleed, n: Numbers) -> bool:
    days = {entry.date for entry in bleed.entries}
    near = (entry for day in days for entry in case.days[day])
    return any(strongest_possible(e) > n["pain"] and _may_be_there(case, e) for e in near)


def _may_be_there(case: Case, entry: Entry) -> bool:
    """Say whether pain is, or may be, in the bottom or belly, and not that of a period."""
    if is_in(entry, bowel.BACK_PASSAGE | {PainSite.PERINEUM}) is not False:
        return True
    is_cramp = case.chart.in_period_window(entry.date) is True
    return is_in(entry, BELLY) is True and not is_cramp


def _again_or_long(case: Case, n: Numbers) -> Verdict:
    """REC-2; two weeks for a moderate amount, a note for what a clinician has named before."""
    found = bowel.bleeds(case, n["window_days"])
    moderate = [bleed for bleed in found if bowel.is_moderate(case, bleed)]
    again = found[int(n["times"]) - 1 :]
    long = [bleed for bleed in found if bowel.lasts_over(bleed, n["hours"])]
    sore = _lasting_pain(case, n)
    if moderate:
        return fires(found, sore, urgency=Urgency.WITHIN_TWO_WEEKS, raised_on=moderate[0].start)
    with_thinner = _in_poo_with_thinner(case, found)
    if not (again or long or sore or with_thinner):
        return QUIET
    is_known = not sore and not with_thinner and all(map(bowel.is_known, found))
    raised_on = min(
        (
            *(bleed.start for bleed in again),
            *(bleed.end for bleed in long),
            *(entry.date for entry in (*sore[-1:], *with_thinner)),
        )
    )
    return fires(found, sore, urgency=Urgency.WATCH if is_known else None, raised_on=raised_on)


def _in_poo_with_thinner(case: Case, found: tuple[Bleed, ...]) -> list[Entry]:
    """Return the blood in the poo of a person on a blood thinner, unless it is spotting once."""
    if not bleeds_easily_by_medicine(case):
        return []
    in_poo = [e for bleed in found for e in bleed.entries if bowel.is_in_poo(case, e)]
    is_once = len(in_poo) == 1 and amount_of(in_poo[0]) is Amount.SPOTTING
    return [] if is_once else in_poo


def _lasting_pain(case: Case, n: Numbers) -> tuple[Entry, ...]:
    """Return the entries with pain on the poo, or in the bottom without sex, that go on so long."""
    sore = bowel.latest_course(case, bowel.is_sore_without_sex(case), recent_days=n["recent_days"])
    return sore if bowel.days_of(sore) >= n["pain_days"] else ()


def _with_pain(case: Case, n: Numbers) -> Verdict:
    """REC-3; routine for a tiny tear whose pain falls within a day, or like a fissure."""
    pairs = [
        (bleed, entry)
        for bleed in bowel.bleeds(case, n["window_days"])
        for entry in _beside(case, bleed, n)
        if pain_at_least(entry, n["pain"]) and _may_be_there(case, entry)
    ]
    if not pairs:
        return QUIET
    is_easing = all(_is_easing_tear(case, bleed, entry, n) for bleed, entry in pairs)
    if is_easing or _is_like_fissure(case, pairs, n):
        return fires(*(record for pair in pairs for record in pair), urgency=Urgency.ROUTINE)
    lasting = [entry for bleed, entry in pairs if not _is_easing_tear(case, bleed, entry, n)]
    return fires(
        *(record for pair in pairs for record in pair),
        raised_on=min(entry.date for entry in lasting),
    )


def _is_like_fissure(case: Case, pairs: list[tuple[Bleed, Entry]], n: Numbers) -> bool:
    """Say whether it is spotting with hard or painful poo, for a time, and nothing else beside it.

    The doctor's practice is the place for that, and it is not urgent (NICE CKS on anal fissure).
    """
    near = [entry for bleed, _ in pairs for entry in _beside(case, bleed, n)]
    symptoms = {symptom for entry in near for symptom in entry.symptoms} - NOT_OF_THE_BODY
    days = (pairs[-1][0].end - pairs[0][0].start).days
    is_only_that = bool(symptoms & HARD_POO) and symptoms <= HARD_POO | {Symptom.ANAL_ITCHING}
    return (
        is_only_that and days <= n["fissure_days"] and not any(_is_more(case, e, n) for e in near)
    )


def _is_more(case: Case, entry: Entry, n: Numbers) -> bool:
    """Say whether an entry speaks against a small tear at the edge: more blood, pain or fever."""
    bleeds_more = entry.bleeding is not None and amount_of(entry) is not Amount.SPOTTING
    is_dark = entry.bleeding is not None and bowel.is_dark(case, entry)
    hurts_more = pain_at_least(entry, n["severe"]) or (has_pain(entry) and is_in(entry, BELLY))
    was_hurt = anal_sex.was_receptive(case, entry)
    return bool(bleeds_more or is_dark or hurts_more or was_hurt or has_fever(entry))


def _beside(case: Case, bleed: Bleed, n: Numbers) -> list[Entry]:
    near = int(n["near_days"])
    steps = (bleed.end - bleed.start).days
    return list(case.around(bleed.start, before=near, after=steps + near))


def _is_easing_tear(case: Case, bleed: Bleed, entry: Entry, n: Numbers) -> bool:
    is_tiny = bowel.is_little(case, bleed) or bowel.is_known(bleed)
    return is_tiny and not pain_at_least(entry, n["severe"]) and _falls(case, entry, n)


def _falls(case: Case, entry: Entry, n: Numbers) -> bool:
    """Say whether the pain eases, is gone, or is recorded as less within so many hours."""
    pain = entry.pain
    if pain is None:
        return False
    is_over = pain.stopped is True and (pain.duration_hours or 0) <= n["fall_hours"]
    days = int(n["fall_hours"]) // HOURS_A_DAY
    later = [e for e in case.around(entry.date, after=days) if e.date > entry.date and e.pain]
    is_less = any(strongest_possible(e) < n["pain"] and _may_be_there(case, e) for e in later)
    return is_over or is_less or pain.trend is Trend.EASING


RULES: tuple[Rule, ...] = (
    Rule(
        code="REC-1",
        family=pages.FAMILY,
        urgency=Urgency.WATCH,
        quiet=True,
        title="A little blood from the bottom, once",
        clinical="Minor rectal bleeding, single episode",
        pattern=(
            "One bleed from the bottom in {window_days} days, little, with pain up to {pain} of "
            "10. A routine note where that is not known."
        ),
        what_to_do=("Give it a rest until it has healed. Drink water and eat food with fibre."),
        why="Small tears are common after anal sex or hard poo, and they heal.",
        what_to_say="I bled a little from my bottom once.",
        less_urgent_if="It is gone within two days and does not come back.",
        more_urgent_if="It comes back, lasts over two days, hurts, or the blood is dark.",
        sources=(pages.ARTICLE_ANAL, pages.NHS_RECTAL, sources.DESIGN),
        numbers={"window_days": 90, "pain": 3},
        supersedes=("PAIN-1",),
        raised_by=BLEEDS_EASILY_OR_IMMUNE,
        version=2,
        check=_once,
    ),
    Rule(
        code="REC-2",
        family=pages.FAMILY,
        urgency=Urgency.ROUTINE,
        title="Blood or pain at the bottom that comes back or lasts",
        clinical="Rectal bleeding: recurrent, over 48 hours or moderate; or pain on defecation",
        pattern=(
            "{times} or more bleeds from the bottom in {window_days} days, one of more than "
            "{hours} hours, pain on the poo for {pain_days} days or more (last in {recent_days} "
            "days), or blood in the poo with a blood thinner. Within two weeks for a moderate "
            "amount. A note where a clinician has named it."
        ),
        what_to_do="Ask your doctor or a sexual health clinic to have a look.",
        why="It keeps happening or does not stop, so get it checked.",
        what_to_say="I keep bleeding from my bottom, or it hurts there for days.",
        less_urgent_if="A clinician has named the cause before, and it is the same.",
        more_urgent_if="The blood drips or needs a pad, turns dark, or it hurts a lot.",
        sources=(
            pages.ARTICLE_ANAL,
            pages.NHS_RECTAL,
            pages.NHS_ANTICOAGULANTS,
            sources.DESIGN,
        ),
        numbers={"window_days": 90, "times": 2, "hours": 48, "pain_days": 7, "recent_days": 28},
        supersedes=("REC-1", "PAIN-1"),
        raised_by=BLEEDS_EASILY_OR_IMMUNE,
        check=_again_or_long,
    ),
    Rule(
        code="REC-3",
        family=pages.FAMILY,
        urgency=Urgency.WITHIN_TWO_WEEKS,
        title="Blood from the bottom that hurts",
        clinical="Rectal bleeding with moderate or severe pain",
        pattern=(
            "Bleeding from the bottom in {window_days} days, and within {near_days} day pain of "
            "{pain} or more of 10 there or in the belly. Routine with pain below {severe} for a "
            "tiny tear that hurts less within {fall_hours} hours, or for spotting with hard or "
            "painful poo and nothing else over at most {fissure_days} days."
        ),
        what_to_do="Ask to be seen as soon as possible.",
        why="Painful bleeding should be seen soon.",
        what_to_say="I bleed from my bottom, and it hurts.",
        less_urgent_if="It is a tiny tear and the pain falls within a day.",
        more_urgent_if="There is belly pain or a fever, or it bleeds a lot.",
        sources=(pages.ARTICLE_ANAL, sources.NRS, sources.DESIGN, pages.FISSURE),
        numbers={
            "window_days": 90,
            "near_days": 1,
            "pain": 4,
            "severe": 7,
            "fall_hours": 24,
            "fissure_days": 28,
        },
        version=2,
        supersedes=("REC-1", "PAIN-1", "PAIN-2", "PAIN-3"),
        raised_by=BLEEDS_EASILY,
        check=_with_pain,
    ),
)
