"""`diary calendar`: one month, with what was written down and when a period is expected."""

from datetime import date
from typing import Any

import click

from diary.cli.dry_days import dry_days
from diary.cli.months import read_month
from diary.cli.session import Session, pass_session
from diary.cli.unlock import unlocked
from diary.errors import InvalidValue


class Month(click.ParamType[date]):
    """A month as people say it; the value is its first day."""

    name = "month"

    def convert(
        self,
        value: Any,  # noqa: ANN401 - as click declares it
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> date:
        """Read the month, or say how to write one."""
        try:
            return read_month(value, Session.today())
        except InvalidValue as error:
            self.fail(str(error), param, ctx)


@click.command()
@click.argument("month", type=Month(), default="this month")
@click.option("--list", "as_list", is_flag=True, help="A line for each day instead of a grid.")
@pass_session
def calendar(session: Session, *, month: date, as_list: bool) -> None:
    """Show MONTH (this one, if left out): periods, bleeds, sex, pain, and the expected period.

    A month is written as people say it: march, 'march 2026', 2026-03, 'last month'. No fertile
    days are shown, ever.
    """
    with unlocked(session) as vault:
        history, ends = vault.history(), dry_days(vault)
    from diary.cli.calendar_text import show
    from diary.cycles.marks import marks

    today = session.today()
    show(marks(history, today, dry_days=ends), month, today=today, as_list=as_list)
