"""A signal that many rules ask for is computed once for each case."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar, cast

from diary.alerts.case import Case

T = TypeVar("T")


def once(signal: Callable[[Case], T]) -> Callable[[Case], T]:
    """Let a signal keep its answer in the case that it was asked about."""

    @wraps(signal)
    def asked(case: Case) -> T:
        if signal not in case.answers:
            case.answers[signal] = signal(case)
        return cast("T", case.answers[signal])

    return asked
