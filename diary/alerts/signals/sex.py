"""Which part of the body a recorded sex event involved."""

from diary.model import Entry
from diary.model.vocabulary import SexKind, SexSite

_EITHER = frozenset({SexKind.FINGERS, SexKind.FIST, SexKind.TOY, SexKind.DILATOR, SexKind.OTHER})


def may_be_vaginal(entry: Entry) -> bool:
    """Say whether the sex was, or may have been, in or at the vagina or vulva."""
    sex = entry.sex
    if sex is None:
        return False
    if sex.sites:
        return not {SexSite.VAGINA, SexSite.VULVA}.isdisjoint(sex.sites)
    return not sex.kinds or not {SexKind.VAGINAL, SexKind.ORAL, *_EITHER}.isdisjoint(sex.kinds)


def may_be_anal(entry: Entry) -> bool:
    """Say whether the sex was, or may have been, in or at the anus."""
    sex = entry.sex
    if sex is None:
        return False
    if sex.sites:
        return SexSite.ANUS in sex.sites
    return not sex.kinds or not {SexKind.ANAL, *_EITHER}.isdisjoint(sex.kinds)
