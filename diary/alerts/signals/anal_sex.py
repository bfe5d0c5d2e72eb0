"""What went into this person's bottom: anal sex, toys, fingers, an enema."""

from datetime import date
from math import floor

from diary.alerts.case import Case
from diary.alerts.signals.person import has_vagina_or_neovagina
from diary.alerts.signals.symptoms import has_any
from diary.model import Entry, Symptom
from diary.model.vocabulary import BleedingSource, Role, SexKind, SexSite

_OF_ANY_PLACE = frozenset(
    {SexKind.FINGERS, SexKind.FIST, SexKind.TOY, SexKind.DILATOR, SexKind.OTHER}
)
_FOR_INSIDE = frozenset({SexKind.FIST, SexKind.DILATOR})


def was_receptive(case: Case, entry: Entry) -> bool | None:
    """Say whether something went into this person's bottom in sex; None: not said where.

    The parts involved say it; else the kind of sex, but for who was only inserting. Anal sex
    without a word on the role counts. Fingers and toys can be anywhere; a fist or dilator in a body
    that is known to have no vagina cannot.
    """
    sex = entry.sex
    if sex is None:
        return False
    if sex.sites:
        return SexSite.ANUS in sex.sites
    if sex.role is Role.INSERTIVE:
        return False
    if SexKind.ANAL in sex.kinds:
        return True
    if _FOR_INSIDE & set(sex.kinds) and has_vagina_or_neovagina(case) is False:
        return True
    return None if not sex.kinds or _OF_ANY_PLACE & set(sex.kinds) else False


def before(case: Case, day: date, days: float) -> tuple[Entry, ...]:
    """Return what is known to have gone into the bottom on a day, or so many days before it.

    Anal sex, an enema, and blood from the bottom that came after sex of which no more is recorded.
    """
    return tuple(
        entry
        for entry in case.around(day, before=floor(days))
        if was_receptive(case, entry)
        or has_any(entry, Symptom.ENEMA_USE)
        or _bled_after_sex(case, entry)
    )


def possible_before(case: Case, day: date, days: float) -> tuple[Entry, ...]:
    """Return the sex on a day, or so many days before it, that was or may have been receptive."""
    near = case.around(day, before=floor(days))
    return tuple(e for e in near if was_receptive(case, e) is not False or _bled_after_sex(case, e))


def _bled_after_sex(case: Case, entry: Entry) -> bool:
    bleeding = entry.bleeding
    if bleeding is None or entry.sex is not None or entry.follows is not None:
        return False
    return bleeding.source is BleedingSource.RECTAL and case.began_after_sex(entry) is True
