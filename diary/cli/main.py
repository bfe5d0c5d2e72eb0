"""The way in: the group of commands and the one place where errors become sentences."""

import os
from typing import Any

import click

from diary import __version__
from diary.cli.alerts import alerts
from diary.cli.background import background
from diary.cli.backup import backup
from diary.cli.bring_in import import_file
from diary.cli.delete import delete
from diary.cli.demo import demo
from diary.cli.doctor import doctor
from diary.cli.edit import edit
from diary.cli.erase import erase
from diary.cli.export import export
from diary.cli.forget import forget
from diary.cli.init import init
from diary.cli.listing import list_entries
from diary.cli.log import log
from diary.cli.passphrase import passphrase
from diary.cli.period import period
from diary.cli.profile import profile
from diary.cli.report import report
from diary.cli.restore import restore
from diary.cli.rules import rules
from diary.cli.session import from_environment
from diary.cli.show import show
from diary.cli.support import support
from diary.cli.today import show_today
from diary.cli.undo import undo
from diary.cli.visit import visit
from diary.errors import DiaryError


class Refused(click.ClickException):
    """A `DiaryError` as click shows and ends with it."""

    def __init__(self, error: DiaryError) -> None:
        """Take over the sentence and the exit status."""
        super().__init__(str(error))
        self.exit_code = error.exit_status  # type: ignore[misc]


class DiaryGroup(click.Group):
    """A group that shows a `DiaryError` as its sentence and leaves with its exit status."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - as click declares it
        """Run the command; what a person can meet becomes one line on standard error."""
        try:
            return super().invoke(ctx)
        except DiaryError as error:
            raise Refused(error) from None


@click.group(cls=DiaryGroup, invoke_without_command=True)
@click.option("--no-input", is_flag=True, help="Never ask; run with what is given.")
@click.version_option(__version__, prog_name="diary")
@click.pass_context
def cli(ctx: click.Context, no_input: bool) -> None:
    """A private diary for bleeding after sex: encrypted, offline, yours."""
    ctx.obj = from_environment(no_input=no_input)
    if ctx.invoked_subcommand is None:
        show_today(ctx.obj)


COMMANDS = (
    init,
    log,
    period,
    list_entries,
    show,
    edit,
    delete,
    undo,
    profile,
    background,
    visit,
    alerts,
    rules,
    support,
    report,
    export,
    import_file,
    backup,
    restore,
    passphrase,
    doctor,
    forget,
    erase,
    demo,
)

for command in COMMANDS:
    cli.add_command(command)


def main() -> None:
    """Run the `diary` command; what it writes is for this person's eyes alone."""
    os.umask(0o077)
    cli(prog_name="diary")
