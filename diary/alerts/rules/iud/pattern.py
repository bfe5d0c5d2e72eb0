"""Bleeding with an IUD: settling in, with pain, and after it had settled (IUD-1, 2, 7).

IUD-1: its row is about light bleeding without pain or fever; what is more is routine here, so that
a new coil never silences it. Conflict C13 (how long settling takes): a note to six months, but
repeated bleeding after sex keeps its own rules. IUD-7: an IUD of unknown age counts as settled, and
bleeding as new where no other unexpected spell is recorded in the 90 days before those that count;
one short light spell is no pattern yet, and only watched. A copper coil's goes to IMB-2 as well.
"""

from datetime import timedelta

from diary.alerts import reasons, sources
from diary.alerts.assessment import Urgency
from diary.alerts.case import Case
from diary.alerts.modifiers import BLEEDS_EASILY
from diary.alerts.rule import Numbers, Rule
from diary.alerts.rules.iud import words
from diary.alerts.signals import iud
from diary.alerts.signals.after_sex import episodes
from diary.alerts.signals.background import IUDS, holding
from diary.alerts.signals.bleeding import is_light_or_less
from diary.alerts.signals.cycle import spells_between_periods
from diary.alerts.signals.pain import came_with_sex, strongest_possible
from diary.alerts.signals.symptoms import has_fever
from diary.alerts.verdict import QUIET, Verdict, fires
from diary.cycles import Spell
from diary.model import Entry
from diary.model.episodes import Bleed
from diary.model.vocabulary import Amount

LIGHT = (Amount.SPOTTING, Amount.LIGHT)
EXPLAINING = (
    *reasons.HEALING,
    reasons.after_pregnancy,
)


def _settling(case: Case, n: Numbers) -> Verdict:
    """IUD-1; routine where it is more than light, or comes with pain or a fever."""
    found = [
        spell
        for spell in spells_between_periods(case, n["window_days"])
        if iud.newly_fitted(case, spell.start, n["settling_days"])
    ]
    if not found:
        return QUIET
    is_easy = all(_is_easy(case, spell, n) for spell in found)
    coil = holding(case, *IUDS, on=found[-1].start)
    return fires(found, coil, urgency=None if is_easy else Urgency.ROUTINE)


def _is_easy(case: Case, spell: Spell, n: Numbers) -> bool:
    """Say whether a spell was light, with no more than mild pain and no fever on its days."""
    beside = [entry for day in spell.days for entry in case.days.get(day, ())]
    is_well = all(strongest_possible(e) <= n["pain"] and not has_fever(e) for e in beside)
    return _is_light(case, spell) and is_well


def _is_light(case: Case, spell: Spell) -> bool:
    bleeds = [bleed for entry in spell.entries if (bleed := case.vaginal_bleed_of(entry))]
    return spell.amount in LIGHT and all(map(is_light_or_less, bleeds))


def _pain_and_bleeding(case: Case, n: Numbers) -> Verdict:
    """IUD-2; routine where it was hardly pain, once, and the threads feel as ever."""
    pains = [
        entry
        for entry in case.last_days(n["window_days"])
        if iud.hurts_inside(entry)
        and came_with_sex(case, entry)
        and iud.is_in_place(case, entry.date)
    ]
    unusual = _unusual_bleeding(case, n) if pains else ()
    pairs = [
        (entry, blood)
        for entry in pains
        for blood in unusual
        if _days_apart(entry, blood) <= n["days_apart"]
    ]
    if not pairs:
        return QUIET
    hurting = {id(entry): entry for entry, _ in pairs}.values()
    is_slight = len(hurting) == 1 and all(strongest_possible(e) <= n["pain"] for e in hurting)
    is_little = is_slight and iud.threads_feel_as_ever(case, n["window_days"])
    return fires(
        *(record for pair in pairs for record in pair),
        urgency=Urgency.ROUTINE if is_little else None,
        raised_on=min(max(entry.date, blood.entries[0].date) for entry, blood in pairs),
    )


def _unusual_bleeding(case: Case, n: Numbers) -> tuple[Bleed | Spell, ...]:
    """Return the recent bleeding after sex and between periods with an IUD in place."""
    days = n["window_days"]
    found: tuple[Bleed | Spell, ...] = (
        *episodes(case, days),
        *spells_between_periods(case, days),
    )
    return tuple(blood for blood in found if iud.is_in_place(case, blood.entries[0].date))


def _days_apart(pain: Entry, blood: Bleed | Spell) -> int:
    first, last = blood.entries[0].date, blood.entries[-1].date
    return max((first - pain.date).days, (pain.date - last).days, 0)


def _new_after_settling(case: Case, n: Numbers) -> Verdict:
    """IUD-7; a note to watch where it is one short light spell: that is no pattern yet."""
    found = [s for s in spells_between_periods(case, n["window_days"]) if _is_settled(case, s, n)]
    if not found or _bled_before(case, found[0], n):
        return QUIET
    counted = [spell for spell in found if not _is_explained(case, spell, n)] or found
    is_small = (
        len(counted) == 1 and counted[0].length <= n["short_days"] and _is_light(case, counted[0])
    )
    coil = holding(case, *IUDS)
    return fires(counted, coil, urgency=Urgency.WATCH if is_small else None)


def _is_explained(case: Case, spell: Spell, n: Numbers) -> bool:
    return all(any(reason(case, e, n) for reason in EXPLAINING) for e in spell.entries)


def _is_settled(case: Case, spell: Spell, n: Numbers) -> bool:
    days = iud.fitted_for(case, spell.start)
    is_old = days is None or days > n["settling_days"]
    return is_old and iud.is_in_place(case, spell.start)


def _bled_before(case: Case, first: Spell, n: Numbers) -> bool:
    """Say whether there were such spells in the days before the first one that counts."""
    since = first.start - timedelta(days=n["before_days"])
    earlier = spells_between_periods(case, (case.as_of - since).days)
    return any(spell.end < first.start for spell in earlier)


RULES: tuple[Rule, ...] = (
    Rule(
        code="IUD-1",
        family=words.FAMILY,
        urgency=Urgency.WATCH,
        title="Irregular bleeding while a coil settles",
        clinical="Irregular bleeding within 6 months of IUD insertion",
        pattern=(
            "Bleeding between periods in {window_days} days, within {settling_days} days after a "
            "coil was fitted. Routine where it is more than light, with pain over {pain} of 10 or "
            "with a fever."
        ),
        what_to_do="Write down when it comes, and if sex or pain comes with it.",
        why="Irregular light bleeding is expected for 3 to 6 months.",
        what_to_say="My coil is new, and I have irregular bleeding.",
        less_urgent_if="It gets less from month to month.",
        more_urgent_if="It comes after sex again, gets heavy, or pain or a fever starts.",
        sources=(sources.ARTICLE_IUD, words.CHELWEST_IUD, words.FSRH_BLEEDING),
        who=words.IUD,
        numbers={"window_days": 28, "settling_days": 183, "pain": 3},
        supersedes=("IMB-2",),
        raised_by=BLEEDS_EASILY,
        check=_settling,
    ),
    Rule(
        code="IUD-2",
        family=words.FAMILY,
        urgency=Urgency.WITHIN_TWO_WEEKS,
        title="Pain in sex and unusual bleeding with a coil",
        clinical="Dyspareunia with postcoital or unscheduled bleeding, IUD in place",
        pattern=(
            "Pain inside with sex, and bleeding after sex or between periods within {days_apart} "
            "days of it, in {window_days} days with a coil. Routine for pain up to {pain} of 10 "
            "once, with threads as ever."
        ),
        what_to_do="Use condoms until it was checked.",
        why="With these two together, the place of the coil should be checked.",
        what_to_say="I have a coil. Sex hurts, and I have bleeding that is unusual for me.",
        less_urgent_if="It hurt very little, once, and the threads feel as ever.",
        more_urgent_if="You cannot feel the threads, a fever starts, or the pain gets strong.",
        sources=(sources.ARTICLE_IUD, sources.DESIGN),
        who=words.IUD,
        numbers={"window_days": 90, "days_apart": 28, "pain": 2},
        supersedes=("IUD-1", "IUD-7", "PAIN-1", "PAIN-2", "PCB-1", "IMB-2"),
        check=_pain_and_bleeding,
    ),
    Rule(
        code="IUD-7",
        version=2,
        family=words.FAMILY,
        urgency=Urgency.ROUTINE,
        title="New bleeding with a coil that had settled",
        clinical="New unscheduled bleeding over 6 months after IUD insertion",
        pattern=(
            "Bleeding between periods in {window_days} days, more than {settling_days} days after "
            "a coil was fitted, with none in the {before_days} days before it. One light spell of "
            "up to {short_days} days: a note to watch."
        ),
        what_to_do="Ask for a check of the coil, and an infection test.",
        why="A change after settling is worth a check.",
        what_to_say="I have had my coil for a while, and now I bleed in a new way.",
        less_urgent_if="It is a copper coil, and only your periods are heavier.",
        more_urgent_if="It hurts, you cannot feel the threads, or you may be pregnant.",
        sources=(sources.ARTICLE_IUD, words.FSRH_BLEEDING, sources.DESIGN),
        who=words.IUD,
        numbers={
            "window_days": 90,
            "settling_days": 183,
            "before_days": 90,
            "short_days": 2,
            **reasons.HEALING_NUMBERS,
            "after_pregnancy_days": 42,
        },
        waits_for=EXPLAINING,
        supersedes=("IMB-2",),
        raised_by=BLEEDS_EASILY,
        check=_new_after_settling,
    ),
)
