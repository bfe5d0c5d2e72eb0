"""Whether enough is recorded for silence to mean "nothing found"."""

from diary.alerts.case import Case

RECORDED_DAYS = 5
WITHIN_DAYS = 90


def is_enough(case: Case) -> bool:
    """Say whether the last 90 days hold entries on at least 5 days (design choice).

    Five is the number under which the diary gives no rates either; 90 days is the window of most
    rules.
    """
    days = {entry.date for entry in case.last_days(WITHIN_DAYS)}
    return len(days) >= RECORDED_DAYS
