"""What goes on for weeks, or comes with a person's age (REC-8 to 10)."""

from collections.abc import Iterator
from datetime import date, timedelta

from diary.alerts import sources
from diary.alerts.assessment import Urgency
from diary.alerts.case import Case
from diary.alerts.modifiers import BLEEDS_EASILY
from diary.alerts.rule import Numbers, Rule
from diary.alerts.rules.rectal import pages
from diary.alerts.signals import bowel
from diary.alerts.signals.background import ever, holding
from diary.alerts.signals.pain import BELLY, came_with_sex, has_pain, is_in, pain_at_least
from diary.alerts.signals.person import is_at_least
from diary.alerts.signals.symptoms import began, course, has_any, has_fever, lasted, records
from diary.alerts.standing import strongest
from diary.alerts.verdict import QUIET, Fires, NotEnough, Verdict, fires
from diary.model import Entry, Fact, Symptom
from diary.model.background_words import Condition, Investigation, Procedure, Result
from diary.model.episodes import Bleed

LUMP_OR_SORE = (Symptom.ANAL_LUMP, Symptom.ANAL_SORE)


def _for_weeks(case: Case, n: Numbers) -> Verdict:
    """REC-8; a note for what a clinician has named before."""
    blood = bowel.latest_course(
        case, lambda entry: bowel.is_in_poo(case, entry), recent_days=n["recent_days"]
    )
    change = course(case, Symptom.BOWEL_HABIT_CHANGE)
    if not change or (case.as_of - change[-1].date).days > n["recent_days"]:
        change = ()
    long = (
        *(blood if bowel.days_of(blood) >= n["days"] else ()),
        *(change if lasted(change) >= n["days"] else ()),
    )
    is_known = all(entry.same_as_before for entry in long)
    return fires(long, urgency=Urgency.WATCH if is_known else None) if long else QUIET


def _unexplained(case: Case, n: Numbers) -> Verdict:
    """REC-9."""
    bleeds = _unexplained_bleeds(case, n)
    weight = records(case, Symptom.WEIGHT_LOSS, days=n["window_days"])
    belly = tuple(e for e in case.last_days(n["window_days"]) if _is_belly_pain(case, e))
    more = _what_weighs_more(case, bleeds, (*weight, *_near(bleeds, belly, n)), n)
    if bleeds and (more or is_at_least(case, n["age"])):
        return fires(bleeds, more, raised_on=_raising(bleeds, more))
    if weight and belly and is_at_least(case, n["younger_age"]):
        return fires(weight, belly, raised_on=max(weight[0].date, belly[0].date))
    is_open = case.profile.birth_year is None and (bleeds or (weight and belly))
    return NotEnough(needs="your year of birth") if is_open else QUIET


def _what_weighs_more(
    case: Case, bleeds: tuple[Bleed, ...], found: tuple[Entry, ...], n: Numbers
) -> tuple[Entry | Fact, ...]:
    """Return what makes blood from the bottom weigh more at any age."""
    if not bleeds:
        return ()
    habit = records(case, Symptom.BOWEL_HABIT_CHANGE, days=n["window_days"])
    return (*found, *habit, *holding(case, Condition.LOW_IRON))


def _near(bleeds: tuple[Bleed, ...], pains: tuple[Entry, ...], n: Numbers) -> list[Entry]:
    return [
        pain
        for pain in pains
        if any(abs((pain.date - bleed.start).days) <= n["near_days"] for bleed in bleeds)
    ]


def _raising(bleeds: tuple[Bleed, ...], more: tuple[Entry | Fact, ...]) -> date:
    """Return the day on which there was first a bleed together with what else is needed."""
    others = [record.date for record in more if isinstance(record, Entry)]
    return max(bleeds[0].start, min(others, default=bleeds[0].start))


def _unexplained_bleeds(case: Case, n: Numbers) -> tuple[Bleed, ...]:
    """Return the bleeds that no clear check followed, and that are no single small tear."""
    every = bowel.bleeds(case, n["window_days"])
    if len(every) == 1 and _is_healed_tear(case, every[0], n):
        return ()
    checked = max((fact.start for fact in _clear_checks(case) if fact.start), default=date.min)
    return tuple(b for b in every if b.start > checked and not bowel.is_known(b))


def _is_healed_tear(case: Case, bleed: Bleed, n: Numbers) -> bool:
    goes_on = bleed.entries[-1].bleeding and bleed.entries[-1].bleeding.stopped is False
    is_short = not bowel.lasts_over(bleed, n["hours"]) and not goes_on
    return bool(bleed.after_sex) and is_short and bowel.is_little(case, bleed)


def _clear_checks(case: Case) -> Iterator[Fact]:
    for fact in ever(case, Investigation.STOOL_TEST, Procedure.COLONOSCOPY):
        if fact.result is Result.NORMAL:
            yield fact


def _is_belly_pain(case: Case, entry: Entry) -> bool:
    """Say whether the entry records belly pain that neither sex nor a period explains."""
    in_belly = has_pain(entry) and is_in(entry, BELLY) is True
    is_cramp = case.chart.in_period_window(entry.date) is True
    return in_belly and not is_cramp and not came_with_sex(case, entry)


def _lump_or_sore(case: Case, n: Numbers) -> Verdict:
    """REC-10; a note for a lump of less than three weeks, and for a pile that is known."""
    found = course(case, *LUMP_OR_SORE)
    if not found or (case.as_of - found[-1].date).days > n["recent_days"]:
        return strongest(case, _sore_lump(case, n))
    otherwise: Verdict = QUIET
    if lasted(found) >= n["days"]:
        is_known = _is_known_pile(case, found)
        raised_on = min(began(entry) for entry in found) + timedelta(days=n["days"])
        otherwise = fires(
            found,
            urgency=Urgency.ROUTINE if is_known else None,
            quiet=is_known,
            raised_on=raised_on,
        )
    elif any(has_any(entry, Symptom.ANAL_LUMP) for entry in found):
        otherwise = fires(found, urgency=Urgency.WATCH)
    return strongest(case, _sore_lump(case, n), otherwise)


def _is_known_pile(case: Case, found: tuple[Entry, ...]) -> bool:
    is_lump = not any(has_any(entry, Symptom.ANAL_SORE) for entry in found)
    is_pile = is_lump and bool(holding(case, Condition.HAEMORRHOIDS))
    return is_pile or all(entry.same_as_before for entry in found)


def _sore_lump(case: Case, n: Numbers) -> Iterator[Fires]:
    for entry in case.lately:
        if not has_any(entry, Symptom.ANAL_LUMP):
            continue
        today = case.days[entry.date]
        ill = [o for o in today if has_fever(o) or _is_sore_there(o, n, is_same=o is entry)]
        if ill:
            yield fires(entry, ill, urgency=Urgency.SAME_DAY)


def _is_sore_there(entry: Entry, n: Numbers, *, is_same: bool) -> bool:
    there = is_in(entry, bowel.BACK_PASSAGE)
    return pain_at_least(entry, n["pain"]) and (there is True or (there is None and is_same))


RULES: tuple[Rule, ...] = (
    Rule(
        code="REC-8",
        family=pages.FAMILY,
        urgency=Urgency.ROUTINE,
        title="Blood in your poo, or a change in pooing, for three weeks",
        clinical="Blood in stool or change in bowel habit for 3 weeks or more",
        pattern=(
            "Blood in the poo, or a change in bowel habit, for {days} days or more, last recorded "
            "in {recent_days} days. A note where a clinician has named it."
        ),
        what_to_do="Ask your doctor. A stool test may be offered.",
        why="The NHS says to see a doctor after three weeks.",
        what_to_say="I have had blood in my poo, or a change in pooing, for three weeks.",
        less_urgent_if="A clinician has named the cause before, and it is the same.",
        more_urgent_if="The blood is dark, you lose weight, or your belly hurts.",
        sources=(pages.NHS_RECTAL,),
        numbers={"days": 21, "recent_days": 28},
        supersedes=("REC-1", "REC-2", "PAIN-1"),
        raised_by=BLEEDS_EASILY,
        check=_for_weeks,
    ),
    Rule(
        code="REC-9",
        family=pages.FAMILY,
        urgency=Urgency.WITHIN_TWO_WEEKS,
        title="Bleeding from the bottom that needs a closer look",
        clinical="Unexplained rectal bleeding, or weight loss with abdominal pain: consider FIT",
        pattern=(
            "Unexplained bleeding from the bottom in {window_days} days at {age} or over, or at "
            "any age with weight loss, a change in bowel habit, low iron, or belly pain within "
            "{near_days} days; or weight loss with belly pain from {younger_age}. A single small "
            "bleed of up to {hours} hours after anal sex is explained."
        ),
        what_to_do="Ask your doctor. A stool test may be offered.",
        why="A quick stool test shows if more is needed.",
        what_to_say="I bleed from my bottom, or lose weight. Do I need a stool test?",
        less_urgent_if="It was one small tear from anal sex, and it has healed.",
        more_urgent_if="It bleeds a lot, the blood is dark, or your belly hurts a lot.",
        sources=(pages.FIT_NOTES, pages.MACMILLAN_BOWEL, sources.NG12, sources.DESIGN),
        numbers={
            "window_days": 90,
            "near_days": 28,
            "age": 50,
            "younger_age": 40,
            "hours": 48,
        },
        supersedes=("REC-1", "REC-8", "PAIN-1", "REC-2"),
        raised_by=BLEEDS_EASILY,
        check=_unexplained,
    ),
    Rule(
        code="REC-10",
        family=pages.FAMILY,
        urgency=Urgency.WITHIN_TWO_WEEKS,
        title="A lump or sore at the bottom that stays",
        clinical="Anal lump or ulcer, 3 weeks or more",
        pattern=(
            "A lump or sore at the anus for {days} days or more, last recorded in {recent_days} "
            "days. Same day for a lump with fever or pain of {pain} or more. A note for a newer "
            "lump or a pile that is known."
        ),
        what_to_do="Ask for an examination there. You can ask for a chaperone.",
        why="A lump or sore that stays should be seen soon.",
        what_to_say="I have a lump or sore at my bottom that does not go.",
        less_urgent_if="A clinician has seen it, and said it is a pile.",
        more_urgent_if="It hurts a lot, or there is a fever. Then be seen today.",
        sources=(pages.MACMILLAN_BOWEL, sources.DESIGN),
        numbers={"days": 21, "recent_days": 28, "pain": 5},
        supersedes=("INF-10",),
        check=_lump_or_sore,
    ),
)
