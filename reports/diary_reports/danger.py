"""Danger signs: recorded, asked about and absent, and never asked about are three things."""

from collections.abc import Iterator
from datetime import date
from functools import partial

from diary.alerts.danger_signs import DANGER_SIGNS
from diary.model import Entry, FactKind, Symptom
from diary.model.background_words import Pregnancy
from diary.model.episodes import BANDS
from diary.model.vocabulary import Amount, BleedingSource, Clots, MenstrualStatus
from diary_reports.scope import Scope
from diary_reports.values import DangerSigns
from diary_reports.words import dates, short_date, worded

FEVER_C = 38.0
"""Fever from 38.0 degrees Celsius (NHS, HSE)."""
SEVERE = 7
"""Severe pain from 7 of 10, the usual band of the numeric rating scale."""
FEVER = "fever"

GENERAL = (
    *(Symptom.FEVERISH, Symptom.WEIGHT_LOSS, Symptom.FAINT, Symptom.DIZZY),
    *(Symptom.BREATHLESS, Symptom.RACING_HEART),
)
WORTH_ASKING: dict[BleedingSource, tuple[Symptom, ...]] = {
    BleedingSource.VAGINAL: (
        *(Symptom.FLOODING, Symptom.GENITAL_LUMP, *GENERAL),
        *(Symptom.SHOULDER_TIP_PAIN, Symptom.DISCHARGE_BLOODSTAINED),
    ),
    BleedingSource.RECTAL: (
        *(*GENERAL, Symptom.HARD_BELLY, Symptom.BLACK_STOOL, Symptom.BOWEL_HABIT_CHANGE),
        *(Symptom.RECTAL_MUCUS_OR_PUS, Symptom.ANAL_LUMP),
    ),
    BleedingSource.SEMEN: (
        *(Symptom.FEVERISH, Symptom.WEIGHT_LOSS, Symptom.BLOOD_IN_URINE, Symptom.CANNOT_URINATE),
        *(Symptom.BURNING_URINATION, Symptom.PAINFUL_EJACULATION, Symptom.TESTICULAR_LUMP),
        *(Symptom.TESTICULAR_PAIN, Symptom.BONE_PAIN, Symptom.GENITAL_INJURY),
    ),
    BleedingSource.URETHRAL: (
        *(Symptom.FEVERISH, Symptom.CANNOT_URINATE, Symptom.BLOOD_IN_URINE),
        *(Symptom.BURNING_URINATION, Symptom.URETHRAL_DISCHARGE, Symptom.PENILE_BRUISE_OR_BEND),
        *(Symptom.POP_OR_CRACK, Symptom.GENITAL_INJURY),
    ),
    BleedingSource.URINE: (
        *(Symptom.FEVERISH, Symptom.WEIGHT_LOSS, Symptom.CANNOT_URINATE, Symptom.URINE_CLOTS),
        *(Symptom.FLANK_PAIN, Symptom.BURNING_URINATION),
    ),
}
"""What a clinician asks first, by the source of the bleeding; others are named when recorded."""


def danger_signs(scope: Scope) -> DangerSigns:
    """Return the danger signs of the range, the recorded ones with their days."""
    present = _days(scope.entries, "symptoms")
    absent = _days(scope.entries, "absent")
    asked_first = WORTH_ASKING.get(scope.source or BleedingSource.VAGINAL, GENERAL)
    signs = tuple(dict.fromkeys((*asked_first, *DANGER_SIGNS)))
    fever = _fever(scope)
    recorded = [f"{worded(s)} ({dates(present[s], most=3)})" for s in signs if s in present]
    ruled_out = [sign for sign in signs if sign in absent and sign not in present]
    open_ones = [s for s in asked_first if s not in present and s not in absent]
    return DangerSigns(
        recorded=(*bleeding_where_none_is_expected(scope), *_measured(scope), *recorded),
        absent=(
            *_never_heavy(scope),
            *map(worded, ruled_out),
            *([f"{FEVER} (measured)"] if fever is False else []),
        ),
        last_asked=(
            *(f"{name} (by the amounts)" for name in _never_heavy(scope)),
            *(f"{worded(s)} ({short_date(max(absent[s]))})" for s in ruled_out),
            *([f"{FEVER} (measured)"] if fever is False else []),
        ),
        never_asked=tuple(
            worded(s) for s in open_ones if s is not Symptom.FEVERISH or fever is None
        ),
    )


def bleeding_where_none_is_expected(scope: Scope) -> Iterator[str]:
    """Yield vaginal bleeding after the menopause and in pregnancy, with its days."""
    bled = [
        entry.date
        for entry in scope.entries
        if scope.counts(BleedingSource.VAGINAL)(entry) and id(entry) not in scope.period_entries
    ]
    if bled and scope.known.profile.menstrual_status is MenstrualStatus.POSTMENOPAUSE:
        yield f"bleeding after the menopause ({dates(bled, most=3)})"
    ongoing = [
        fact
        for fact in scope.background.facts(FactKind.PREGNANCY)
        if fact.what is Pregnancy.ONGOING and fact.start is not None
    ]
    pregnant = [day for day in bled if any(fact.holds_on(day) for fact in ongoing)]
    if pregnant:
        yield f"bleeding in pregnancy ({dates(pregnant, most=3)})"


def _never_heavy(scope: Scope) -> Iterator[str]:
    """Yield that no bleeding was heavy, where the amount is recorded each time."""
    some = [
        entry.bleeding.amount
        for entry in scope.entries
        if entry.bleeding is not None and entry.bleeding.source is not BleedingSource.SEMEN
    ]
    if some and all(amount in BANDS and amount is not Amount.HEAVY for amount in some):
        yield "heavy bleeding"


def is_danger_sign(symptom: Symptom, source: BleedingSource | None) -> bool:
    """Say whether the danger signs tell of a symptom, so that no other line needs to."""
    return symptom in DANGER_SIGNS or symptom in WORTH_ASKING.get(
        source or BleedingSource.VAGINAL, GENERAL
    )


def _days(entries: tuple[Entry, ...], field: str) -> dict[Symptom, list[date]]:
    found: dict[Symptom, list[date]] = {}
    for entry in entries:
        for symptom in getattr(entry, field):
            found.setdefault(symptom, []).append(entry.date)
    return found


def _fever(scope: Scope) -> bool | None:
    """Say whether a measured temperature reached fever; None: not measured."""
    measured = [entry.temperature_c for entry in scope.entries if entry.temperature_c is not None]
    return max(measured) >= FEVER_C if measured else None


def _measured(scope: Scope) -> Iterator[str]:
    """Yield what amounts and numbers say rather than symptoms, each with the worst of it."""
    for name, of_entry, least in (
        ("heavy bleeding", partial(_heavy, scope, in_period=False), 1),
        ("heavy bleeding in a period", partial(_heavy, scope, in_period=True), 1),
        ("clots of 25 mm or more", _large_clots, 1),
        ("{:g} pads soaked an hour", _pads, 1),
        ("sudden pain {:g} of 10", _sudden_pain, SEVERE),
        (FEVER + " {:g} °C", _temperature, FEVER_C),
    ):
        found = [(of_entry(e), e.date) for e in scope.entries if of_entry(e) >= least]
        if found:
            days = dates((day for _, day in found), most=3)
            yield f"{name.format(max(found)[0])} ({days})"


def _heavy(scope: Scope, entry: Entry, *, in_period: bool) -> float:
    """Return 1 for heavy bleeding; what nobody calls a period is none here."""
    bleeding = entry.bleeding
    heavy = bleeding is not None and bleeding.amount is Amount.HEAVY
    return float(heavy and (id(entry) in scope.stated_period_entries) is in_period)


def _large_clots(entry: Entry) -> float:
    bleeding = entry.bleeding
    if bleeding is None:
        return 0
    return bleeding.large_clot_count or float(bleeding.clots is Clots.LARGE)


def _pads(entry: Entry) -> float:
    return (entry.bleeding.pads_per_hour or 0) if entry.bleeding else 0


def _sudden_pain(entry: Entry) -> float:
    return (entry.pain.score or 0) if entry.pain and entry.pain.sudden else 0


def _temperature(entry: Entry) -> float:
    return entry.temperature_c or 0
