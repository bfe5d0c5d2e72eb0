"""A day as an option or argument of a command."""

from datetime import date
from typing import Any

import click

from diary.cli.session import Session
from diary.cli.when import read_day
from diary.errors import InvalidValue


class Day(click.ParamType[date]):
    """A day as people say it: today, last friday, 3 days ago, 2026-11-02."""

    name = "day"

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
            return read_day(value, Session.today())
        except InvalidValue as error:
            self.fail(str(error), param, ctx)


DAY = Day()
