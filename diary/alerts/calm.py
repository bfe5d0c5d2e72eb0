"""Which entry is never urgent by itself: most are, and no rule needs to be loaded to seal them."""

from diary.model import Bleeding, Entry, Pain, Sex, Symptom
from diary.model.vocabulary import Amount, BleedingSource, SexKind

MILD_PAIN = 3
MODERATE_PAIN = range(7)
"""Severe is from 7 of 10 on the numeric rating scale."""
HARMLESS = frozenset(
    {
        *(Symptom.ITCHING, Symptom.DRYNESS, Symptom.ANAL_ITCHING),
        *(Symptom.DISCHARGE_WATERY, Symptom.DISCHARGE_THICK_WHITE),
        *(Symptom.FATIGUE, Symptom.BLOATING, Symptom.CONSTIPATION),
        *(Symptom.LIFE_AFFECTED, Symptom.EMBARRASSED, Symptom.ANXIOUS, Symptom.LOW_MOOD),
    }
)
"""Symptoms that never make a small bleed or mild pain urgent; a test asks all rules."""


def is_calm(entry: Entry) -> bool:
    """Say whether the entry alone can raise nothing for now or today, so that no rule is loaded.

    Only what a test holds against all rules counts: sex by itself, no more than light bleeding with
    a few plain answers, and mild pain and harmless symptoms, or moderate pain with sex. Whatever
    else is said, the rules are asked.
    """
    more = (entry.temperature_c, entry.missed_pill_count, entry.distress)
    if any(number is not None for number in more) or not HARMLESS.issuperset(entry.symptoms):
        return False
    if not (_is_mild(entry.pain) or (_is_of_sex(entry) and not entry.symptoms)):
        return False
    bleeding = entry.bleeding
    if bleeding is None:
        return True
    plain = Bleeding(
        source=bleeding.source,
        amount=bleeding.amount,
        timing=bleeding.timing,
        period=bleeding.period,
        stopped=bleeding.stopped,
    )
    return (
        bleeding == plain
        and bleeding.amount in (Amount.SPOTTING, Amount.LIGHT)
        and (entry.sex is None or _is_plain(entry.sex))
    )


def _is_mild(pain: Pain | None) -> bool:
    """Say whether there is no more pain than a low number, and nothing else is said of it."""
    if pain is None:
        return True
    return pain.score is not None and pain.score <= MILD_PAIN and pain == Pain(score=pain.score)


def _is_of_sex(entry: Entry) -> bool:
    """Say whether moderate pain came with sex that was not anal, and no blood from elsewhere."""
    pain, sex = entry.pain, entry.sex
    if pain is None or sex is None or SexKind.ANAL in sex.kinds or not _is_plain(sex):
        return False
    if entry.bleeding is not None and entry.bleeding.source is not BleedingSource.VAGINAL:
        return False
    plain = Pain(score=pain.score, site=pain.site, with_sex=pain.with_sex)
    return pain == plain and pain.with_sex is not False and pain.score in MODERATE_PAIN


def _is_plain(sex: Sex) -> bool:
    return sex == Sex(kinds=sex.kinds)
