"""Whether pregnancy is possible: what the alerts say of the diary with the entry being written.

The alerts are imported only when they are asked, so that help and mistakes answer at once.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from diary.cli.log.draft import Draft

if TYPE_CHECKING:
    from diary.alerts.case import Case


def is_pregnant(draft: Draft) -> bool | None:
    """Say whether the person is known to be pregnant, or cannot be; None: neither is known."""
    from diary.alerts.signals import pregnancy

    return pregnancy.is_pregnant(_case(draft))


def may_be_pregnant(draft: Draft) -> bool:
    """Say whether pregnancy is possible; not known counts as possible.

    A coil that may have moved does not count as a method (clinical table, IUD-3: assume that it
    does not protect until it is checked).
    """
    from diary.alerts.signals.pregnancy import pregnancy_possible

    case = _case(draft)
    return pregnancy_possible(case) is not False or _relies_on_moved_coil(case)


def may_have_late_period(draft: Draft) -> bool:
    """Say whether a late period would say something: not pregnant yet, and no reliable method."""
    from diary.alerts.signals.background import holding
    from diary.alerts.signals.pregnancy import RELIABLE, is_pregnant

    case = _case(draft)
    return is_pregnant(case) is None and not holding(case, *RELIABLE)


def _case(draft: Draft) -> "Case":
    """Return the diary of today with the entry as it is so far, in place of what it was before."""
    from diary.alerts.case import Case

    entry, history = draft.entry, draft.history
    others = (each for each in history.entries if each.id is None or each.id != entry.id)
    return Case.on(replace(history, entries=(*others, entry)), draft.today)


def _relies_on_moved_coil(case: "Case") -> bool:
    from diary.alerts.signals import iud
    from diary.alerts.signals.pregnancy import RECENT_DAYS

    return iud.relies_on_it(case) and any(
        set(iud.SIGNS) & set(entry.symptoms) and not iud.is_replaced_since(case, entry.date)
        for entry in case.last_days(RECENT_DAYS)
    )
