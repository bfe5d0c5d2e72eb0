"""The passphrase: from the prompt, or from the file that DIARY_PASSPHRASE_FILE names.

Whatever opens the diary files first what waits in the inbox.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from diary import place
from diary.cli.ask import as_sentence
from diary.cli.screen import paragraph
from diary.cli.session import Session
from diary.errors import DiaryError, MissingInput, NoDiary, WrongPassphrase

if TYPE_CHECKING:
    from diary.vault import Vault

TRIES = 3
LATER = "Passphrase, to file it now (Enter skips it)"


@contextmanager
def unlocked(session: Session) -> "Iterator[Vault]":
    """Open the diary, asking for the passphrase at most three times, and file what waits.

    Raises:
        NoDiary: where there is none yet.
        MissingInput: where the passphrase is in no file and nothing may be asked.
        WrongPassphrase: after the last try; the diary is untouched.
    """
    if not place.is_taken(session.folder / place.FILE):
        raise NoDiary('there is no diary here yet; "diary init" makes one')
    with ExitStack() as stack:
        vault = _opened(session, stack, "Passphrase")
        assert vault is not None  # noqa: S101 - nobody may skip it
        _file(session, vault)
        yield vault


@contextmanager
def unlocked_after_sealing(session: Session) -> "Iterator[Vault | None]":
    """Open the diary after an entry was sealed, without filing it; None where it stays locked.

    The passphrase may be skipped, be wrong, or not be had at all: the entry is saved, so that none
    of this is an error.
    """
    with ExitStack() as stack:
        yield _opened_or_none(session, stack)


def _opened_or_none(session: Session, stack: ExitStack) -> "Vault | None":
    if session.passphrase_file is None and not session.may_ask:
        return None
    try:
        return _opened(session, stack, LATER, may_skip=True)
    except (click.Abort, KeyboardInterrupt):
        click.echo()
    except DiaryError as error:
        click.echo(paragraph(as_sentence(error)), err=True)
    return None


def _opened(
    session: Session, stack: ExitStack, question: str, *, may_skip: bool = False
) -> "Vault | None":
    """Open the diary, which stays open as long as the stack; None where Enter skipped it."""
    from diary import vault

    for passphrase in _passphrases(session, question):
        if may_skip and not passphrase:
            return None
        try:
            return stack.enter_context(vault.opened(session.folder, passphrase))
        except WrongPassphrase as error:
            wrong = error
            _say_wrong(session)
    raise wrong


def _passphrases(session: Session, question: str) -> Iterator[str]:
    if session.passphrase_file is not None:
        yield read_passphrase_file(session.passphrase_file)
        return
    if not session.may_ask:
        raise MissingInput(
            "the passphrase cannot be asked for here; put it in a file and name that file in"
            " DIARY_PASSPHRASE_FILE"
        )
    for _ in range(TRIES):
        yield click.prompt(question, hide_input=True, default="", show_default=False)


def _file(session: Session, vault: "Vault") -> None:
    from diary.cli.filing import file_inbox

    file_inbox(session, vault)


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
