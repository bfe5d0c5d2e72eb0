"""The reasons to wait, each a question of a case and an entry: is it explained for now?

A rule names those that may quiet it (`Rule.waits_for`) and gives their windows in its numbers.
"""

from datetime import timedelta

from diary.alerts.assessment import QuietedBy
from diary.alerts.case import Case
from diary.alerts.rule import Numbers, ReasonToWait
from diary.alerts.signals.after_pregnancy import heals_after_birth, last_birth
from diary.alerts.signals.after_sex import is_small_and_alone
from diary.alerts.signals.background import HORMONAL, IUDS, ever, started_within
from diary.alerts.signals.bleeding import is_light_or_brown
from diary.alerts.signals.pregnancy import ENDS
from diary.alerts.signals.procedures import EXPECTED_DAYS, healing_on
from diary.alerts.signals.screening import TAKEN
from diary.alerts.signals.symptoms import has_any
from diary.alerts.verdict import HasEntries
from diary.model import Entry, Symptom
from diary.model.background_words import Medication, Procedure
from diary.model.fact import FactWord

NOT_IUD = tuple(method for method in HORMONAL if method not in IUDS)
JUST_BEFORE = 7
"""Days by which bleeding may begin before a birth or loss is complete."""

LAPSES = (Symptom.MISSED_PILLS, Symptom.CONTRACEPTION_LAPSE)


def _new_method(case: Case, entry: Entry, n: Numbers) -> QuietedBy | None:
    return _since(case, entry, n["new_method_days"], *NOT_IUD)


def _new_iud(case: Case, entry: Entry, n: Numbers) -> QuietedBy | None:
    return _since(case, entry, n["new_iud_days"], *IUDS)


def _recent_smear(case: Case, entry: Entry, n: Numbers) -> QuietedBy | None:
    return _since(case, entry, n["smear_days"], Procedure.CERVICAL_SMEAR, *TAKEN)


def _recent_biopsy(case: Case, entry: Entry, n: Numbers) -> QuietedBy | None:
    return _since(case, entry, n["biopsy_days"], Procedure.CERVICAL_BIOPSY)


def _recent_loop(case: Case, entry: Entry, n: Numbers) -> QuietedBy | None:
    return _since(case, entry, n["loop_days"], Procedure.LLETZ)


def _recent_operation(case: Case, entry: Entry, n: Numbers) -> QuietedBy | None:
    """Light blood that is not after sex: PROC-6 says the same in its own words."""
    bleed = case.vaginal_bleed_of(entry)
    healing = healing_on(case, entry.date, n)
    if healing is None or not _is_little(case, entry) or (bleed and bleed.after_sex):
        return None
    return QuietedBy(fact=healing.operation.id, until=healing.until)


def _is_little(case: Case, entry: Entry) -> bool:
    """Say whether an entry belongs to a light or brown bleed, or is a stain alone."""
    bleed = case.vaginal_bleed_of(entry)
    return bleed is None or is_light_or_brown(bleed)


def _after_pregnancy(case: Case, entry: Entry, n: Numbers) -> QuietedBy | None:
    days = n["after_pregnancy_days"]
    for end in reversed(ever(case, *ENDS)):
        if end.start and -JUST_BEFORE <= (entry.date - end.start).days <= days:
            return QuietedBy(fact=end.id, until=end.start + timedelta(days=days))
    return None


def _sex_after_birth(case: Case, entry: Entry, n: Numbers) -> QuietedBy | None:
    """The body heals: PRG-8 says the same in its own words."""
    bleed = case.vaginal_bleed_of(entry)
    if bleed is None or not is_small_and_alone(case, bleed):
        return None
    if not heals_after_birth(case, bleed, n["after_birth_days"]):
        return None
    birth = last_birth(case)
    return QuietedBy(fact=birth.id if birth else None)


def _emergency_pill(case: Case, entry: Entry, n: Numbers) -> QuietedBy | None:
    return _since(case, entry, n["emergency_pill_days"], Medication.EMERGENCY_CONTRACEPTION)


def _missed_pills(case: Case, entry: Entry, n: Numbers) -> QuietedBy | None:
    days = int(n["missed_pill_days"])
    missed = [
        other.date
        for other in case.around(entry.date, before=days)
        if has_any(other, *LAPSES) or (other.missed_pill_count or 0) > 0
    ]
    return QuietedBy(until=max(missed) + timedelta(days=days)) if missed else None


def _since(case: Case, entry: Entry, days: float, *words: FactWord) -> QuietedBy | None:
    fact = started_within(case, days, *words, on=entry.date)
    if fact is None or fact.start is None:
        return None
    return QuietedBy(fact=fact.id, until=fact.start + timedelta(days=days))


new_method = ReasonToWait(
    "A pill, patch, ring, implant or injection begun up to {new_method_days} days before",
    _new_method,
)
new_iud = ReasonToWait("A coil fitted up to {new_iud_days} days before", _new_iud)
recent_smear = ReasonToWait("A smear up to {smear_days} days before", _recent_smear)
recent_biopsy = ReasonToWait(
    "A biopsy of the cervix up to {biopsy_days} days before", _recent_biopsy
)
recent_loop = ReasonToWait(
    "A loop excision of the cervix (LLETZ) up to {loop_days} days before", _recent_loop
)
recent_operation = ReasonToWait(
    "Light blood up to {womb_look_days} days after a look into the womb, a sample from it or its "
    "emptying, {ablation_days} after an ablation, {surgery_days} after a hysterectomy or other "
    "surgery inside",
    _recent_operation,
)
after_pregnancy = ReasonToWait(
    "A birth, miscarriage or abortion up to {after_pregnancy_days} days before, or within a week",
    _after_pregnancy,
)
sex_after_birth = ReasonToWait(
    "A little blood after sex up to {after_birth_days} days after a birth", _sex_after_birth
)
emergency_pill = ReasonToWait(
    "An emergency pill up to {emergency_pill_days} days before", _emergency_pill
)
missed_pills = ReasonToWait(
    "Pills missed, or a patch or ring off, up to {missed_pill_days} days before", _missed_pills
)

HEALING = (recent_smear, recent_biopsy, recent_loop, recent_operation)
"""For light blood in the time after something was done, with a hormonal method or without."""

HEALING_NUMBERS = {"smear_days": 2, "biopsy_days": 7, "loop_days": 28, **EXPECTED_DAYS}
"""Their windows: clinical table, PROC-1 to 3, and those of PROC-6."""

SETTLING = (
    new_iud,
    *HEALING,
    after_pregnancy,
    emergency_pill,
    missed_pills,
)
"""For unexpected bleeding that is not after sex, and without a hormonal method."""

SETTLING_NUMBERS = {
    "new_iud_days": 183,
    **HEALING_NUMBERS,
    "after_pregnancy_days": 42,
    "emergency_pill_days": 7,
    "missed_pill_days": 14,
}
"""Their windows: clinical table, IUD-1, PRG-7, HRM-6 and HRM-5, and those of healing.

14 days after missed pills is our choice: the table says to look again with the next pack.
"""


def explain(case: Case, bleed: HasEntries, n: Numbers) -> bool:
    """Say whether a bleed has a reason to wait that holds for each of its entries."""
    return all(_has_one(case, entry, n, SETTLING) for entry in bleed.entries)


def heals(case: Case, bleed: HasEntries, n: Numbers) -> bool:
    """Say whether a bleed is light, and what was done to the womb or cervix explains all of it."""
    return all(
        _is_little(case, entry) and _has_one(case, entry, n, HEALING) for entry in bleed.entries
    )


def _has_one(case: Case, entry: Entry, n: Numbers, reasons: tuple[ReasonToWait, ...]) -> bool:
    return any(reason(case, entry, n) is not None for reason in reasons)
