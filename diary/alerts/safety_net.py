"""The sentences under every answer: what cannot wait, whatever was written down.

They follow the body: no pads for somebody without a vagina, no pregnancy where there can be none.
What is not known counts as possible (clinical table, section 3.3).
"""

from diary.alerts.case import Case
from diary.alerts.danger_signs import (
    NOT_A_DIAGNOSIS,
    NOT_STOPPING,
    OTHER_SIGNS,
    PREGNANT,
    SOAKING,
)
from diary.alerts.signals.person import has_vagina_or_neovagina
from diary.alerts.signals.pregnancy import cannot_be_pregnant, ongoing


def safety_net(case: Case) -> str:
    """Return the sentences for this person."""
    blood = NOT_STOPPING if has_vagina_or_neovagina(case) is False else SOAKING
    is_possible = ongoing(case) is not None or not cannot_be_pregnant(case)
    pregnant = (PREGNANT,) if is_possible else ()
    return " ".join([blood, OTHER_SIGNS, *pregnant, NOT_A_DIAGNOSIS])
