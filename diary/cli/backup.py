"""`diary backup`: an encrypted copy that was looked at, in a folder of its own or another."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from diary.cli.note_written import note_folder
from diary.cli.screen import paragraph
from diary.cli.session import Session, pass_session
from diary.cli.unlock import unlocked
from diary.errors import NotSaved

if TYPE_CHECKING:
    from diary.vault import Vault

NOT_WRITTEN = (
    "the backup could not be written, and nothing that you wrote is changed; see that its disk has"
    ' room and that its folder can be written to, or name another folder: "diary backup FOLDER"'
)


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), required=False)
@pass_session
def backup(session: Session, folder: Path | None) -> None:
    """Make an encrypted copy of the diary and see that it is whole.

    It goes into FOLDER, such as one on a USB stick, or beside the diary. The last few are kept.
    """
    from diary.vault.backup import KEPT

    with unlocked(session) as vault:
        if folder is not None:
            note_folder(vault, folder)
        made = _made(vault, folder)
    click.echo(f"The backup is here: {made}")
    click.echo(
        paragraph(
            "It was opened and is whole. It opens with the passphrase that the diary has today,"
            f" also after you choose another one. The last {KEPT} backups in a folder are kept;"
            " no other file is touched."
        )
    )
    click.echo('"diary restore" brings it back.')


def _made(vault: "Vault", folder: Path | None) -> Path:
    """Make the copy; where it cannot be written, the folder of the copies is the one to look at."""
    try:
        return vault.back_up(folder)
    except NotSaved:
        raise NotSaved(NOT_WRITTEN) from None
