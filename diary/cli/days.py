"""A day as an option or argument of a command."""

from datetime import date
from typing import Any

import click

from diary.cli.session import Session
from diary.cli.when import read_day
from diary.errors import InvalidValue
from diary.interchange.codec import DATE
from diary.model.limits import check_day


class Day(click.ParamType[date]):
    """A day as people say it: today, last friday, 3 days ago, 2026-11-02.

    `may_come`: a date that has not come yet is a day, too, written as 2026-11-02.
    """

    name = "day"

    def __init__(self, *, may_come: bool = False) -> None:
        """Keep whether the day may lie ahead."""
        self.may_come = may_come

    def convert(
        self,
        value: Any,  # noqa: ANN401 - as click declares it
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> date:
        """Read the day, or say how to write one."""
        if isinstance(value, date):
            return value
        try:
            day = self._read(value)
            check_day("the day", day)
        except ValueError:
            self.fail("there is no such day", param, ctx)
        except InvalidValue as error:
            self.fail(str(error), param, ctx)
        return day

    def _read(self, text: str) -> date:
        if self.may_come and DATE.fullmatch(text):
            return date.fromisoformat(text)
        return read_day(text, Session.today())


DAY = Day()
ANY_DAY = Day(may_come=True)
