"""The passphrase: from the prompt, or from the file that DIARY_PASSPHRASE_FILE names."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from diary.cli.session import Session
from diary.errors import MissingInput, NoDiary, WrongPassphrase

if TYPE_CHECKING:
    from diary.vault import Vault

TRIES = 3


@contextmanager
def unlocked(session: Session) -> "Iterator[Vault]":
    """Open the diary, asking for the passphrase at most three times.

    Raises:
        NoDiary: where there is none yet.
        MissingInput: where the passphrase is in no file and nothing may be asked.
        WrongPassphrase: after the last try; the diary is untouched.
    """
    from diary import vault

    if not vault.is_there(session.folder):
        raise NoDiary('there is no diary here yet; "diary init" makes one')
    with ExitStack() as stack:
        for passphrase in _passphrases(session):
            try:
                opened = stack.enter_context(vault.opened(session.folder, passphrase))
            except WrongPassphrase as error:
                wrong = error
                _say_wrong(session)
                continue
            yield opened
            return
        raise wrong


def _passphrases(session: Session) -> Iterator[str]:
    if session.passphrase_file is not None:
        yield read_passphrase_file(session.passphrase_file)
        return
    if not session.may_ask:
        raise MissingInput(
            "the passphrase cannot be asked for here; put it in a file and name that file in"
            " DIARY_PASSPHRASE_FILE"
        )
    for _ in range(TRIES):
        yield click.prompt("Passphrase", hide_input=True, default="", show_default=False)


def _say_wrong(session: Session) -> None:
    if session.may_ask and session.passphrase_file is None:
        click.echo("That did not open the diary.", err=True)


def read_passphrase_file(path: Path) -> str:
    """Return the first line of the file.

    Raises:
        MissingInput: where there is no such file, or it is not text.
    """
    try:
        return path.read_text(encoding="utf-8").split("\n", 1)[0].removesuffix("\r")
    except (OSError, UnicodeDecodeError):
        raise MissingInput(
            "the file that DIARY_PASSPHRASE_FILE names cannot be read; check its name"
        ) from None
