"""What is said where the person stops: before anything was saved, and after."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click

STAYS = "It stays saved as it is."


class Stopped(click.ClickException):
    """The person stopped before anything was saved."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__("Nothing was saved.")

    def show(self, file: Any = None) -> None:  # noqa: ANN401, ARG002 - as click declares it
        """Print the sentence as it is: stopping is no error."""
        click.echo(f"\n{self.message}", err=True)


@contextmanager
def unsaved() -> Iterator[None]:
    """Ask before anything is saved: to stop says that nothing was.

    Raises:
        Stopped: where the person stopped.
    """
    try:
        yield
    except (click.Abort, KeyboardInterrupt):
        raise Stopped from None


@contextmanager
def stays() -> Iterator[None]:
    """Ask about what is saved already: to stop leaves it as it is."""
    try:
        yield
    except (click.Abort, KeyboardInterrupt):
        click.echo(f"\n{STAYS}")
