"""A last question before something changes."""

import click

from diary.cli.session import Session
from diary.errors import MissingInput


def confirmed(session: Session, question: str, *, yes: bool, default: bool = True) -> bool:
    """Ask, unless `--yes` answered already; `default` is what Enter alone means.

    Raises:
        MissingInput: where nothing may be asked and `--yes` was not given.
    """
    if yes:
        return True
    if not session.may_ask:
        raise MissingInput('this needs a yes, and nothing can be asked here; add "--yes"')
    if click.confirm(question, default=default):
        return True
    click.echo("Nothing was changed.")
    return False
