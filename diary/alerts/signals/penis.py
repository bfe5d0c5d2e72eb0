"""The penis: tears of its skin, injury, and blood from the opening."""

from collections.abc import Iterable
from datetime import date

from diary.alerts.case import Case
from diary.alerts.signals.bleeding import from_skin
from diary.alerts.signals.pain import has_pain, is_in
from diary.alerts.signals.person import has_penis, has_vagina_or_neovagina
from diary.alerts.signals.symptoms import has_any
from diary.model import Entry, Symptom
from diary.model.vocabulary import BleedingSource, PainSite, PossibleSource

PENIS = frozenset({PainSite.PENIS})
AROUND = frozenset({PainSite.PENIS, PainSite.GROIN, PainSite.PERINEUM})

FRACTURE = (
    Symptom.POP_OR_CRACK,
    Symptom.SUDDEN_LOSS_OF_ERECTION,
    Symptom.PENILE_BRUISE_OR_BEND,
)
INJURY = (*FRACTURE, Symptom.GENITAL_INJURY)

SORE_DAYS = 28
"""Days for which blood from the skin may come from a sore that was recorded: our choice."""


def has_tear(case: Case, entry: Entry) -> bool:
    """Say whether a tear of the skin of the penis is recorded.

    A cut or tear, or a gaping wound, of which no place is told is one in a body that has a penis
    and no vagina; blood from the skin is none where a sore was recorded shortly before.
    """
    if has_any(entry, Symptom.PENILE_TEAR):
        return True
    is_wound = has_any(entry, Symptom.GAPING_WOUND)
    if not is_wound and (not from_skin(entry) or _has_sore(case, entry)):
        return False
    there = is_in(entry, AROUND)
    is_elsewhere = has_pain(entry) and there is False
    is_only_there = has_penis(case) is True and has_vagina_or_neovagina(case) is False
    return (has_pain(entry) and there is True) or (is_only_there and not is_elsewhere)


def _has_sore(case: Case, entry: Entry) -> bool:
    near = case.around(entry.date, before=SORE_DAYS)
    return any(has_any(other, Symptom.GENITAL_SORE, Symptom.BLISTERS) for other in near)


def tear_days(case: Case, entries: Iterable[Entry]) -> tuple[date, ...]:
    """Return the first days of the tears among entries; touching days are one tear."""
    found: list[date] = []
    last: date | None = None
    for entry in entries:
        if not has_tear(case, entry):
            continue
        if last is None or (entry.date - last).days > 1:
            found.append(entry.date)
        last = entry.date
    return tuple(found)


def is_urethral(entry: Entry) -> bool:
    """Say whether blood or discharge from the opening is recorded."""
    source = entry.bleeding.source if entry.bleeding else None
    return source is BleedingSource.URETHRAL or has_any(entry, Symptom.URETHRAL_DISCHARGE)


def may_be_urethral(entry: Entry) -> bool:
    """Say whether the person is not sure where blood came from, and holds the opening possible."""
    bleeding = entry.bleeding
    if bleeding is None or bleeding.source is not BleedingSource.UNKNOWN:
        return False
    return PossibleSource.URETHRAL in bleeding.possible_sources


def injury_near(case: Case, entry: Entry, days: float) -> tuple[Entry, ...]:
    """Return the entries with an injury on the day of an entry, or so many days before it."""
    near = case.around(entry.date, before=int(days))
    return tuple(other for other in near if has_any(other, *INJURY))
