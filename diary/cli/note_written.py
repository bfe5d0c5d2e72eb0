"""Where reports and exports went, noted inside the encrypted diary, so that `erase` finds them."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from diary.cli.screen import paragraph
from diary.errors import BusyDiary, NotSaved

if TYPE_CHECKING:
    from diary.vault import Vault

NOTICED = "Others may notice the new file; once it is opened, also in lists of recent files."


def note_written(vault: "Vault", paths: Iterable[Path]) -> None:
    """Note files that were just written; where that fails, say so, as the files are there."""
    written = tuple(paths)
    if not written:
        return
    try:
        vault.note_files(written)
    except (BusyDiary, NotSaved):
        click.echo(
            paragraph("The diary could not note where that is, so erasing it will not find it."),
            err=True,
        )
