"""The person: parts of the body, age and where they are between first period and menopause.

Every question is answered True, False, or None where it was not said.
"""

from collections.abc import Callable

from diary.alerts.case import Case
from diary.alerts.once import once
from diary.model import FactKind
from diary.model.background_words import Procedure
from diary.model.fact import FactWord
from diary.model.vocabulary import MenstrualStatus, Organ

Question = Callable[[Case], bool | None]

REMOVED: dict[FactWord, tuple[Organ, ...]] = {
    Procedure.HYSTERECTOMY: (Organ.CERVIX, Organ.UTERUS),
    Procedure.HYSTERECTOMY_CERVIX_KEPT: (Organ.UTERUS,),
    Procedure.OOPHORECTOMY: (Organ.OVARIES,),
}
"""What an operation took out; it counts where the person did not say which parts they have."""


def has(organ: Organ) -> Question:
    """Return the question whether the person has this part of the body."""

    @once
    def ask(case: Case) -> bool | None:
        return _has(case, organ)

    return ask


def _has(case: Case, organ: Organ) -> bool | None:
    profile = case.profile
    if profile.organs is None or organ in profile.organs_unsure:
        return False if _was_removed(case, organ) else None
    return organ in profile.organs


def _was_removed(case: Case, organ: Organ) -> bool:
    return any(organ in REMOVED.get(fact.what, ()) for fact in case.facts(FactKind.PROCEDURE))


def either(*questions: Question) -> Question:
    """Return the question whether any of these holds; None where none does and one is unknown."""

    @once
    def ask(case: Case) -> bool | None:
        answers = {question(case) for question in questions}
        return True if True in answers else None if None in answers else False

    return ask


def lacks(question: Question) -> Question:
    """Return the opposite question; unknown stays unknown."""

    def ask(case: Case) -> bool | None:
        answer = question(case)
        return None if answer is None else not answer

    return ask


def is_known(question: Question) -> Question:
    """Return the question whether this is known to hold: unknown counts as no."""
    return lambda case: question(case) is True


has_cervix = has(Organ.CERVIX)
has_uterus = has(Organ.UTERUS)
has_ovaries = has(Organ.OVARIES)
has_penis = has(Organ.PENIS)
has_neovagina = has(Organ.NEOVAGINA)
has_vagina = has(Organ.VAGINA)
has_vagina_or_neovagina = either(has_vagina, has_neovagina)


def is_at_least(case: Case, years: float) -> bool | None:
    """Say whether the person may have reached an age.

    Only the year of birth is known, so the birthday of this year counts as past: the older age is
    the safe side for rules that begin at an age.
    """
    born = case.profile.birth_year
    return None if born is None else case.as_of.year - born >= years


def is_under(case: Case, years: float) -> bool | None:
    """Say whether the person may still be under an age; this year's birthday counts as to come."""
    born = case.profile.birth_year
    return None if born is None else case.as_of.year - born - 1 < years


def is_postmenopausal(case: Case) -> bool | None:
    """Say whether the person is after the menopause, by their own word."""
    status = case.profile.menstrual_status
    return None if status is None else status is MenstrualStatus.POSTMENOPAUSE


is_before_menopause = lacks(is_postmenopausal)


def years_since_menarche(case: Case) -> int | None:
    """Return how many years ago the first period was at most; None where not known."""
    born, menarche = case.profile.birth_year, case.profile.menarche_age
    return None if born is None or menarche is None else case.as_of.year - born - menarche
