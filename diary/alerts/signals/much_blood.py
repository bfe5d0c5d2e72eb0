"""Heavy bleeding that a period does not explain."""

from diary.alerts.case import Case
from diary.alerts.signals.bleeding import looks_heavy
from diary.model import Entry
from diary.model.vocabulary import Answer


def bleeds_much(case: Case, entry: Entry) -> bool:
    """Say whether blood, maybe from the vagina, looks heavy and is not called their period.

    Only the person's word makes it a period here: what looks like one may be the danger sign.
    """
    is_period = entry.bleeding is not None and entry.bleeding.period is Answer.YES
    return case.is_vaginal(entry) and looks_heavy(entry) and not is_period
