"""The groups of people that rules are for, by the parts of the body that they have."""

from diary.alerts.rule import EVERYBODY, Who
from diary.alerts.signals.person import (
    has_cervix,
    has_neovagina,
    has_ovaries,
    has_uterus,
    has_vagina_or_neovagina,
    is_before_menopause,
    is_known,
    lacks,
)

__all__ = [
    "CERVIX",
    "CERVIX_AND_UTERUS",
    "EVERYBODY",
    "NEOVAGINA",
    "NO_CERVIX",
    "OVARIES",
    "UTERUS",
    "VAGINA",
    "VAGINA_BEFORE_MENOPAUSE",
]

VAGINA = Who("people with a vagina, also one made by surgery", (has_vagina_or_neovagina,))
VAGINA_BEFORE_MENOPAUSE = Who(
    "people with a vagina, before the menopause", (has_vagina_or_neovagina, is_before_menopause)
)
CERVIX = Who("people with a cervix", (has_cervix,))
UTERUS = Who("people with a womb", (has_uterus,))
CERVIX_AND_UTERUS = Who("people with a cervix and a womb", (has_cervix, has_uterus))
OVARIES = Who("people with ovaries", (has_ovaries,))
NEOVAGINA = Who("people with a vagina made by surgery", (is_known(has_neovagina),))
NO_CERVIX = Who(
    "people with a vagina and no cervix",
    (has_vagina_or_neovagina, is_known(lacks(has_cervix)), lacks(is_known(has_neovagina))),
)
