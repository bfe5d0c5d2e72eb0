"""Where reports, exports and backups went, noted inside the encrypted diary: `erase` finds them."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from diary.cli.screen import paragraph
from diary.errors import BusyDiary, NotSaved

if TYPE_CHECKING:
    from diary.vault import Vault

NOTICED = "Others may notice the new file; once it is opened, also in lists of recent files."
NOT_NOTED = "The diary could not note where that is, so erasing it will not find it."
FOLDER_NOT_NOTED = (
    "The diary could not note where the backup goes, so erasing it will not find the backup."
)


def note_written(vault: "Vault", paths: Iterable[Path]) -> None:
    """Note files that were just written; where that fails, say so, as the files are there."""
    written = tuple(paths)
    if written:
        with _said(NOT_NOTED):
            vault.note_files(written)


def note_folder(vault: "Vault", folder: Path) -> None:
    """Note a folder that gets a backup; where that fails, say so: the backup is needed the more."""
    with _said(FOLDER_NOT_NOTED):
        vault.note_backup_folder(folder)


@contextmanager
def _said(sentence: str) -> Iterator[None]:
    try:
        yield
    except (BusyDiary, NotSaved):
        click.echo(paragraph(sentence), err=True)
