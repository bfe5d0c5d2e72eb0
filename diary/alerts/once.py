"""Ask a signal once for each case and numbers, however many rules want its answer."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar, cast

from diary.alerts.case import Case

P = ParamSpec("P")
T = TypeVar("T")


def once(signal: Callable[Concatenate[Case, P], T]) -> Callable[Concatenate[Case, P], T]:
    """Make a signal keep its answers with the case that it was asked about.

    Beside the case it may take numbers and words only: they are compared by value.
    """

    @wraps(signal)
    def asked(case: Case, /, *args: P.args, **kwargs: P.kwargs) -> T:
        question = (signal, args, *kwargs.items())
        if question not in case.answers:
            case.answers[question] = signal(case, *args, **kwargs)
        return cast("T", case.answers[question])

    return asked
