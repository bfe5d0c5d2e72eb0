"""What is said where the person stops: before anything was saved, and after."""

from collections.abc import Callable, Iterator
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
def until_saved() -> Iterator[Callable[[], None]]:
    """Say at a stop whether it is saved: it is once that was called which this gives.

    Raises:
        Stopped: where the person stopped before.
    """
    is_saved = False

    def saved() -> None:
        nonlocal is_saved
        is_saved = True

    try:
        yield saved
    except (click.Abort, KeyboardInterrupt):
        if not is_saved:
            raise Stopped from None
        click.echo(f"\n{STAYS}")


@contextmanager
def stays() -> Iterator[None]:
    """Ask about what is saved already: to stop leaves it as it is."""
    try:
        yield
    except (click.Abort, KeyboardInterrupt):
        click.echo(f"\n{STAYS}")
