"""`diary doctor`: how it stands with the file, its folder and its backups."""

from typing import TYPE_CHECKING

import click

from diary.cli.screen import paragraph
from diary.cli.session import Session, pass_session
from diary.cli.unlock import unlocked
from diary.errors import DamagedDiary, DiaryError, MissingInput

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from diary.vault.examining import Finding

MARGIN = " " * 6


@click.command()
@pass_session
def doctor(session: Session) -> None:
    """Look whether the diary, its folder and its backups are well.

    It shows nothing of what is written. The exit status is 6 where something is wrong.
    """
    from diary.vault.examining import Level

    worst = 0
    for finding in _findings(session):
        click.echo(paragraph(f"{finding.level.value:<6}{finding.what}", hanging=MARGIN))
        if finding.way_out:
            click.echo(paragraph(f"{MARGIN}{finding.way_out}", hanging=MARGIN))
        worst += finding.level is Level.WRONG
    if worst:
        raise DamagedDiary("something is wrong; what to do stands beside it")


def _findings(session: Session) -> "Iterator[Finding]":
    from diary.vault.examining import Finding, Level, of_folder

    yield from of_folder(session.folder)
    try:
        yield from _of_open_diary(session)
    except MissingInput as error:
        yield Finding(Level.LOOK, "the diary was not opened, so not all was looked at", str(error))
    except DiaryError as error:
        words = f'{error}; "diary restore" brings a backup back'
        yield Finding(Level.WRONG, "the diary does not open", words)


def _of_open_diary(session: Session) -> "Iterable[Finding]":
    with unlocked(session) as vault:
        return vault.examine()
