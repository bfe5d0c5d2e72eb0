"""The way in: the group of commands and the one place where errors become sentences."""

import gc
import os
import sys
from contextlib import contextmanager
from errno import EIO, EPIPE
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from diary import __version__
from diary.cli.guard import guard
from diary.cli.session import from_environment
from diary.errors import DiaryError, NoAccess

if TYPE_CHECKING:
    from collections.abc import Iterator

COMMANDS = {
    "init": "init:init",
    "log": "log:log",
    "period": "period:period",
    "cycles": "cycles:cycles",
    "calendar": "calendar:calendar",
    "list": "listing:list_entries",
    "show": "show:show",
    "edit": "edit:edit",
    "delete": "delete:delete",
    "undo": "undo:undo",
    "profile": "profile:profile",
    "background": "background:background",
    "visit": "visit:visit",
    "alerts": "alerts:alerts",
    "rates": "rates:rates",
    "rules": "rules:rules",
    "support": "support:support",
    "report": "report:report",
    "export": "export:export",
    "import": "bring_in:import_file",
    "backup": "backup:backup",
    "restore": "restore:restore",
    "passphrase": "passphrase:passphrase",
    "doctor": "doctor:doctor",
    "forget": "forget:forget",
    "erase": "erase:erase",
    "demo": "demo:demo",
}
"""Each command with its module and function, in the order of the help.

Only the one that is asked for is loaded: all of them take longer to load than `log` takes to save.
"""


OBJECTS_BEFORE_GARBAGE = 100_000
"""New objects after which Python looks for garbage. By its default of 700 it does so again and
again while modules load, and finds none: a fifth of the time that `log` takes.
"""


NO_ACCESS = (
    "a file, a folder or the output could not be read or written ({reason}); what was saved before"
    ' is still there: put that right, then see with "diary list" before you write it down again'
)


class Refused(click.ClickException):
    """A `DiaryError` as click shows and ends with it."""

    def __init__(self, error: DiaryError) -> None:
        """Take over the sentence and the exit status."""
        super().__init__(str(error))
        self.exit_code = error.exit_status  # type: ignore[misc]


@contextmanager
def _in_sentences() -> "Iterator[None]":
    """Let what a person can meet become one line on standard error."""
    try:
        yield
    except DiaryError as error:
        raise Refused(error) from None
    except OSError as error:
        if error.errno == EPIPE:  # who reads the output has had enough: click ends in silence
            raise
        _forget_output()
        reason = os.strerror(error.errno or EIO).lower()
        raise Refused(NoAccess(NO_ACCESS.format(reason=reason))) from None


def _forget_output() -> None:
    """Drop what standard output does not take, or Python tries again at the end and complains."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


class DiaryGroup(click.Group):
    """A group that shows a `DiaryError` as its sentence and leaves with its exit status."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - as click declares it
        """Return the names of all commands."""
        return [*COMMANDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Load a command; None where there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        module, _, function = COMMANDS[cmd_name].partition(":")
        command: click.Command = getattr(import_module(f"diary.cli.{module}"), function)
        return command

    def make_context(self, *args: Any, **more: Any) -> click.Context:  # noqa: ANN401 - as click
        """Read what was typed; `--help` writes here."""
        with _in_sentences():
            return super().make_context(*args, **more)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - as click declares it
        """Run the command."""
        with _in_sentences():
            return super().invoke(ctx)


@click.group(cls=DiaryGroup, invoke_without_command=True)
@click.option("--no-input", is_flag=True, help="Never ask; run with what is given.")
@click.version_option(__version__, prog_name="diary")
@click.pass_context
def cli(ctx: click.Context, no_input: bool) -> None:
    """A private diary for bleeding after sex: encrypted, offline, yours."""
    ctx.obj = from_environment(no_input=no_input)
    if ctx.invoked_subcommand is None:
        from diary.cli.today import show_today

        show_today(ctx.obj)


def main() -> None:
    """Run the `diary` command; what it writes is for this person's eyes alone."""
    guard()
    gc.set_threshold(OBJECTS_BEFORE_GARBAGE)
    cli(prog_name="diary")
