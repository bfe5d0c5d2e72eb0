"""Burning when peeing, sores, and swelling (INF-8 to 10).

INF-8: not being able to pee is an emergency here as with sores (INF-9). Where it is not known
whether there is a penis, two weeks count. INF-9: sores and blisters need no pain or blood here,
since some that matter most do not hurt (BASHH: a painless sore is syphilis until tested); a rash
does. "Fever + rash" is read as fever with any of these. INF-10: a lump is tender where tenderness
or pain is recorded with it.
"""

from collections.abc import Iterator

from diary.alerts import sources
from diary.alerts.assessment import Urgency
from diary.alerts.case import Case
from diary.alerts.rule import Numbers, Rule
from diary.alerts.rules.infection import words
from diary.alerts.signals import infection
from diary.alerts.signals.background import ever
from diary.alerts.signals.pain import has_pain, is_in, is_only_during_sex, pain_at_least
from diary.alerts.signals.person import has_penis
from diary.alerts.signals.pregnancy import ongoing
from diary.alerts.signals.symptoms import has_any, has_fever, records
from diary.alerts.standing import strongest
from diary.alerts.verdict import QUIET, Fires, Verdict, fires
from diary.model import Entry, Symptom
from diary.model.background_words import InfectionTreated
from diary.model.vocabulary import PainSite

ON_PEEING = frozenset({PainSite.URINATION})
KIDNEY = (Symptom.FLANK_PAIN, Symptom.VOMITING)
HURTS_THERE = (Symptom.GENITAL_TENDERNESS, Symptom.BURNING_URINATION, Symptom.PAINFUL_STOOL)


def _burning(case: Case, n: Numbers) -> Verdict:
    """INF-8."""
    burning = [e for e in case.last_days(n["window_days"]) if _burns(e)]
    untreated = [e for e in burning if not _is_treated(case, e)]
    left = infection.still_there(case, tuple(untreated), Symptom.BURNING_URINATION)
    urgency = None if has_penis(case) is False else Urgency.WITHIN_TWO_WEEKS
    otherwise = fires(left, urgency=urgency) if left else QUIET
    return strongest(case, _grave_burning(case, n), otherwise)


def _grave_burning(case: Case, n: Numbers) -> Iterator[Fires]:
    pregnancy = ongoing(case)
    for entry in filter(_burns, case.lately):
        near = _near(case, entry, n)
        stuck = [other for other in near if has_any(other, Symptom.CANNOT_URINATE)]
        ill = [other for other in near if has_fever(other) or has_any(other, *KIDNEY)]
        if stuck:
            yield fires(entry, stuck, urgency=Urgency.EMERGENCY)
        elif ill:
            yield fires(entry, ill, urgency=Urgency.SAME_DAY)
        elif pregnancy is not None:
            yield fires(entry, pregnancy, urgency=Urgency.SAME_DAY)


def _burns(entry: Entry) -> bool:
    on_peeing = has_pain(entry) and is_in(entry, ON_PEEING) is True
    return on_peeing or has_any(entry, Symptom.BURNING_URINATION)


def _is_treated(case: Case, entry: Entry) -> bool:
    treatments = ever(case, InfectionTreated.UTI, InfectionTreated.STI)
    return any(fact.start is not None and fact.start >= entry.date for fact in treatments)


def _near(case: Case, entry: Entry, n: Numbers) -> list[Entry]:
    days = int(n["near_days"])
    return list(case.around(entry.date, before=days, after=days))


def _sores(case: Case, n: Numbers) -> Verdict:
    """INF-9; routine where they are as before."""
    kinds = (*infection.SORES, Symptom.RASH)
    recorded = records(case, *kinds, days=n["window_days"])
    left = infection.still_there(case, recorded, *kinds)
    found = [entry for entry in left if _is_sore(case, entry, n)]
    beside = [other for entry in found for other in _pain_or_blood(case, entry, n)]
    is_known = all(entry.same_as_before for entry in found)
    urgency = Urgency.ROUTINE if is_known else None
    return strongest(
        case, _grave_sores(case, n), fires(found, beside, urgency=urgency) if found else QUIET
    )


def _grave_sores(case: Case, n: Numbers) -> Iterator[Fires]:
    for entry in case.lately:
        if not _is_sore(case, entry, n):
            continue
        near = _near(case, entry, n)
        stuck = [other for other in near if has_any(other, Symptom.CANNOT_URINATE)]
        fever = [other for other in near if has_fever(other)]
        if stuck:
            yield fires(entry, stuck, urgency=Urgency.EMERGENCY)
        elif fever:
            yield fires(entry, fever, urgency=Urgency.SAME_DAY)


def _is_sore(case: Case, entry: Entry, n: Numbers) -> bool:
    """Say whether there are sores, or a rash with pain or blood down there."""
    if has_any(entry, *infection.SORES):
        return True
    return has_any(entry, Symptom.RASH) and bool(_pain_or_blood(case, entry, n))


def _pain_or_blood(case: Case, entry: Entry, n: Numbers) -> list[Entry]:
    return [
        other
        for other in _near(case, entry, n)
        if has_any(other, *HURTS_THERE)
        or (other.bleeding is not None and not case.is_of_period(other))
        or (has_pain(other) and _hurts_there(other, with_sore=other is entry))
    ]


def _hurts_there(entry: Entry, *, with_sore: bool) -> bool:
    """Say whether the pain is at the genitals or anus; of unknown place only in the same entry."""
    there = is_in(entry, infection.GENITAL)
    return there is True or (there is None and with_sore)


def _swelling(case: Case, n: Numbers) -> Verdict:
    """INF-10."""
    signs = (*infection.REDNESS_OR_SWELLING, Symptom.GENITAL_LUMP)
    recorded = records(case, *signs, days=n["window_days"])
    left = [e for e in infection.still_there(case, recorded, *signs) if _is_swelling(e)]
    grave = (
        fires(entry, urgency=Urgency.SAME_DAY)
        for entry in case.lately
        if _is_swelling(entry) and _grows_or_hurts(entry, n)
    )
    mild = fires(left, urgency=Urgency.ROUTINE) if left else QUIET
    return strongest(case, grave, mild)


def _is_swelling(entry: Entry) -> bool:
    if has_any(entry, *infection.REDNESS_OR_SWELLING):
        return True
    is_tender = has_any(entry, Symptom.GENITAL_TENDERNESS) or (
        has_pain(entry) and _hurts_there(entry, with_sore=True)
    )
    return has_any(entry, Symptom.GENITAL_LUMP) and is_tender


def _grows_or_hurts(entry: Entry, n: Numbers) -> bool:
    hurts = pain_at_least(entry, n["pain"]) and _hurts_there(entry, with_sore=True)
    grows = has_any(entry, Symptom.SWELLING_SPREADING)
    return grows or (hurts and not is_only_during_sex(entry))


RULES: tuple[Rule, ...] = (
    Rule(
        code="INF-8",
        family=words.FAMILY,
        urgency=Urgency.ROUTINE,
        title="Burning or pain when you pee",
        clinical="Dysuria",
        pattern=(
            "Burning or pain on peeing in {window_days} days: within two weeks with a penis. "
            "Within {near_days} days of fever, pain in the side or being sick, or in pregnancy: "
            "same day. Not able to pee: an emergency."
        ),
        what_to_do="Drink as usual, and do not hold your pee in.",
        why="A test of your pee can tell what you need.",
        what_to_say="It burns when I pee.",
        less_urgent_if="It is gone, or you are being treated and it gets better.",
        more_urgent_if="A fever or pain in your side starts. You are sick, pregnant or cannot pee.",
        sources=(words.MELBOURNE, words.URINE),
        numbers={"window_days": 28, "near_days": 2},
        lead={
            **words.SOON,
            Urgency.ROUTINE: "Ask a pharmacist or your doctor in the next two or three days.",
        },
        check=_burning,
    ),
    Rule(
        code="INF-9",
        family=words.FAMILY,
        urgency=Urgency.WITHIN_TWO_WEEKS,
        title="Sores, blisters or a rash down there",
        clinical="Anogenital ulcers, blisters or rash",
        pattern=(
            "Sores or blisters, or a rash with pain or blood within {near_days} days, in "
            "{window_days} days. With fever: same day. Not able to pee: an emergency. Routine "
            "where they are like before."
        ),
        what_to_do="Phone before you go in. Do not have sex until you were seen.",
        why="Sores can be tested best while they are fresh.",
        what_to_say="I have sores or blisters down there, and I would like a test.",
        less_urgent_if="A clinician knows them, and they are the same as before.",
        more_urgent_if="You cannot pee, or a fever starts.",
        sources=(words.ARTICLE_ANAL, words.SORES),
        numbers={"window_days": 28, "near_days": 3},
        lead=words.SOON,
        check=_sores,
    ),
    Rule(
        code="INF-10",
        family=words.FAMILY,
        urgency=Urgency.SAME_DAY,
        title="Redness, swelling or a sore lump",
        clinical="Genital erythema, swelling or tender lump",
        pattern=(
            "Redness, swelling or a tender lump of the genitals in {window_days} days. Same day "
            "where it spreads, or hurts {pain} or more of 10."
        ),
        what_to_do="Do not squeeze it. Loose clothes help.",
        why="Swelling that grows may need treatment today.",
        what_to_say="I have redness or swelling down there.",
        less_urgent_if="It is mild and does not grow.",
        more_urgent_if="It spreads fast, a fever starts, or you feel very ill.",
        sources=(sources.ARTICLE, sources.DESIGN),
        numbers={"window_days": 28, "pain": 5},
        check=_swelling,
    ),
)
