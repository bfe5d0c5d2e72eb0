"""Sex that the person did not want, or is not sure that they wanted, and fear of a partner."""

from diary.alerts.case import Case
from diary.model import Entry, Symptom
from diary.model.vocabulary import Answer

NOT_A_YES = (Answer.NO, Answer.UNSURE)
FEAR = (Symptom.AFRAID_OF_PARTNER, Symptom.PARTNER_PRESSURE)


def unwanted_sex(case: Case) -> tuple[Entry, ...]:
    """Return the entries with sex to which the person's answer was no, or not sure."""
    return tuple(e for e in case.entries if e.sex is not None and e.sex.consent in NOT_A_YES)
