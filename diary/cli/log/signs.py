"""The lists of signs to choose from: what is asked first, and all the rest in groups."""

from collections.abc import Callable
from dataclasses import dataclass

from diary.cli.log.draft import Draft
from diary.cli.log.pregnancy import is_pregnant, may_have_late_period
from diary.model import FactKind, Symptom
from diary.model.background_words import Contraception
from diary.model.vocabulary import BleedingSource, Organ, SexKind

AT_MOST = 8
"""Signs in the short list: as many as the eye takes in at once."""

COILS = (Contraception.COPPER_IUD, Contraception.HORMONAL_IUD)
PILLS = (Contraception.COMBINED_PILL, Contraception.PROGESTOGEN_PILL)
VAGINA = (Organ.VAGINA, Organ.NEOVAGINA)


def danger_signs(draft: Draft) -> dict[Symptom, str]:
    """Return the signs that mean "do not wait" for this body and bleed, with their words."""
    from diary.alerts.danger_signs import LABELS, to_ask

    source = draft.bleeding.source if draft.bleeding else None
    signs = to_ask(draft.profile, source, pregnant=is_pregnant(draft))
    return {sign: LABELS[sign] for sign in signs if sign not in _asked(draft)}


def short_list(draft: Draft) -> tuple[Symptom, ...]:
    """Return the signs that are asked first, for this body, method and bleed."""
    fitting = (sign for sign, fits in COMMON if fits(draft) and sign not in _asked(draft))
    return tuple(fitting)[:AT_MOST]


def _asked(draft: Draft) -> frozenset[Symptom]:
    return frozenset((*draft.entry.symptoms, *draft.entry.absent))


def _has(*organs: Organ) -> Callable[[Draft], bool]:
    return lambda draft: draft.may_have(*organs)


def _from_bottom(draft: Draft) -> bool:
    bleeding, sex = draft.bleeding, draft.entry.sex
    is_rectal = bleeding is not None and bleeding.source is BleedingSource.RECTAL
    return is_rectal or (sex is not None and SexKind.ANAL in sex.kinds)


def _uses(*methods: Contraception) -> Callable[[Draft], bool]:
    def ask(draft: Draft) -> bool:
        facts = draft.history.facts(FactKind.CONTRACEPTION)
        return any(fact.what in methods and fact.holds_on(draft.entry.date) for fact in facts)

    return ask


def _everybody(_draft: Draft) -> bool:
    return True


COMMON: tuple[tuple[Symptom, Callable[[Draft], bool]], ...] = (
    (Symptom.PAINFUL_STOOL, _from_bottom),
    (Symptom.RECTAL_MUCUS_OR_PUS, _from_bottom),
    (Symptom.IUD_THREADS_MISSING, _uses(*COILS)),
    (Symptom.IUD_FELT, _uses(*COILS)),
    (Symptom.MISSED_PILLS, _uses(*PILLS)),
    (Symptom.DISCHARGE_NEW, _has(*VAGINA)),
    (Symptom.DISCHARGE_SMELLY, _has(*VAGINA)),
    (Symptom.URETHRAL_DISCHARGE, _has(Organ.PENIS)),
    (Symptom.BURNING_URINATION, _everybody),
    (Symptom.ITCHING, _everybody),
    (Symptom.DRYNESS, _has(*VAGINA)),
    (Symptom.PERIOD_LATE, may_have_late_period),
    (Symptom.FEVERISH, _everybody),
    (Symptom.PAINFUL_EJACULATION, _has(Organ.PENIS)),
    (Symptom.PENILE_TEAR, _has(Organ.PENIS)),
    (Symptom.UNWELL, _everybody),
)


@dataclass(frozen=True, slots=True)
class Group:
    """Signs of one part of the body or of life; `organs` empty: everybody's."""

    title: str
    first: Symptom
    last: Symptom
    organs: tuple[Organ, ...] = ()

    @property
    def signs(self) -> tuple[Symptom, ...]:
        """All signs between the first and the last, in the order of their enum."""
        every = list(Symptom)
        return tuple(every[every.index(self.first) : every.index(self.last) + 1])


GROUPS = (
    Group("feeling ill, all of the body", Symptom.FAINT, Symptom.PAIN_WORSE_ON_MOVING),
    Group("discharge", Symptom.DISCHARGE_NEW, Symptom.DISCHARGE_THICK_WHITE, VAGINA),
    Group("peeing", Symptom.BURNING_URINATION, Symptom.FLANK_PAIN),
    Group("skin, sores, lumps, dryness", Symptom.GENITAL_SWELLING, Symptom.BULGE),
    Group(
        "heavy bleeding, periods", Symptom.FLOODING, Symptom.PERIOD_LATE, (*VAGINA, Organ.UTERUS)
    ),
    Group("coil, pill, condom", Symptom.IUD_THREADS_MISSING, Symptom.CONDOM_BROKE),
    Group("pregnancy", Symptom.CONTRACTIONS, Symptom.LESS_FETAL_MOVEMENT, (Organ.UTERUS,)),
    Group("bottom and poo", Symptom.PAINFUL_STOOL, Symptom.ENEMA_USE),
    Group(
        "penis and testicles",
        Symptom.POP_OR_CRACK,
        Symptom.PAINFUL_EJACULATION,
        (Organ.PENIS, Organ.TESTES),
    ),
    Group("something stuck, or the neck", Symptom.OBJECT_STUCK, Symptom.PASSED_OUT),
    Group("feelings and safety", Symptom.AFRAID_OF_SEX, Symptom.SELF_HARM_THOUGHTS),
)
"""All symptoms, in the order of their enum: each in one group."""


def groups_for(draft: Draft) -> tuple[Group, ...]:
    """Return the groups that can matter for this body."""
    return tuple(g for g in GROUPS if not g.organs or draft.may_have(*g.organs))


def not_asked_yet(draft: Draft, group: Group) -> tuple[Symptom, ...]:
    """Return the signs of a group that no earlier list had."""
    return tuple(sign for sign in group.signs if sign not in _asked(draft))
