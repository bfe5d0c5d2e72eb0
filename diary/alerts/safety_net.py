"""The sentences under every answer: what cannot wait, whatever was written down.

They follow the body: no pads for somebody without a vagina, no pregnancy where there can be none.
What is not known counts as possible (clinical table, section 3.3).
"""

from diary.alerts.case import Case
from diary.alerts.signals.person import has_vagina_or_neovagina
from diary.alerts.signals.pregnancy import cannot_be_pregnant, ongoing

SOAKING = "Whatever stands here, get help at once if you soak a pad an hour for two hours."
NOT_STOPPING = "Whatever stands here, get help at once if you bleed a lot and it does not stop."
SIGNS = (
    "Do so too if you faint, are short of breath, or have sudden strong belly pain. "
    "Pain at the tip of the shoulder, or a fever with belly pain, cannot wait either."
)
PREGNANT = "Nor can bleeding in pregnancy, or pain with it when you may be pregnant."
NOT_A_DIAGNOSIS = "This is not a diagnosis."


def safety_net(case: Case) -> str:
    """Return the sentences for this person."""
    blood = NOT_STOPPING if has_vagina_or_neovagina(case) is False else SOAKING
    is_possible = ongoing(case) is not None or not cannot_be_pregnant(case)
    pregnant = (PREGNANT,) if is_possible else ()
    return " ".join([blood, SIGNS, *pregnant, NOT_A_DIAGNOSIS])
