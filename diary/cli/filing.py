"""Filing what waits in the inbox, and saying what came of it: on standard error, in few lines."""

from collections.abc import Iterator
from datetime import time
from typing import TYPE_CHECKING

import click

from diary.cli.ids import find
from diary.cli.screen import paragraph
from diary.cli.session import Session
from diary.errors import DiaryError, NoSuchEntry
from diary.inbox import file as inbox_file
from diary.model import Entry, History

if TYPE_CHECKING:
    from diary.vault import Filed, Vault

LAST = "last"
"""Said for the sex that was recorded last before the entry."""

NOT_NOW = (
    "What waits in the inbox could not be filed now, so nothing here counts it. It stays there,"
    " safe, until the next time."
)
FOREIGN = (
    "The inbox had the key of another diary: a copy was put back, or somebody changed it. What was"
    " written down since then cannot be opened here; write it down again."
)
DAMAGED = (
    'The inbox was not whole and was made anew. See with "diary list" whether something is missing.'
)


def file_inbox(session: Session, vault: "Vault", *, own: str | None = None) -> "Filed | None":
    """File what waits and say so; None where it could not be filed, which stops no command.

    `own` is the id of the entry that this command has just sealed: it is not news.
    """
    try:
        filed = vault.file_inbox(session.folder, session.now(), follows=_sex, own=own)
    except DiaryError as error:
        if inbox_file.count(session.folder):
            click.echo(paragraph(f"{NOT_NOW} ({error})"), err=True)
        return None
    for line in _lines(session, filed, own):
        click.echo(paragraph(line), err=True)
    return filed


def _sex(typed: str, entry: Entry, history: History) -> str | None:
    """Return the id of the sex that was meant: "last", or the beginning of an id."""
    sexes = [each for each in history.entries if each.sex is not None]
    if typed.strip().lower() == LAST:
        before = [sex for sex in sexes if _is_before(sex, entry)]
        return before[-1].id if before else None
    try:
        return find(sexes, typed).id
    except NoSuchEntry:
        return None


def _is_before(sex: Entry, entry: Entry) -> bool:
    return (sex.date, sex.time or time.min) <= (entry.date, entry.time or time.max)


def _lines(session: Session, filed: "Filed", own: str | None) -> Iterator[str]:
    waited = [entry for entry in filed.entries if entry.id != own]
    if waited:
        many = "1 entry" if len(waited) == 1 else f"{len(waited)} entries"
        yield f'{many} from the inbox filed. "diary list --inbox" shows what came that way.'
    for entry in filed.unlinked:
        name = str(entry.id)
        yield (
            f"No sex has the id that was given for {name[:8]}, so that one is filed without the"
            f' link. "diary edit {name[:8]} --follows ID" makes it.'
        )
    if filed.is_foreign:
        yield FOREIGN
    if filed.is_damaged:
        yield DAMAGED
    if filed.aside:
        many = "1 record" if filed.aside == 1 else f"{filed.aside} records"
        yield (
            f"{many} in the inbox could not be opened, kept in"
            f" {inbox_file.aside_in(session.folder)}. See with"
            ' "diary list" what is missing, and write it down again.'
        )
