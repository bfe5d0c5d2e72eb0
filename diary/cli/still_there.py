"""What is left elsewhere of the diary, named for a person: copies, reports, exports."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from diary.cli.screen import paragraph

if TYPE_CHECKING:
    from diary.vault.copies import Copies
    from diary.vault.elsewhere import Elsewhere

NO_COPY_NOW = "These folders had backups. They have none now, or cannot be reached:"
MISSING = (
    "These cannot be found now. They were deleted or moved, or are on a disk that is not connected:"
)


def say_copies(found: "Copies", why: str) -> None:
    """Name the copies of the diary, and what else there may be."""
    if found.ours:
        name(why, found.ours)
        click.echo("Delete those that you do not need.")
    name(NO_COPY_NOW, found.without)
    click.echo(paragraph("Copies that you or a backup service made are not known here."))


def say_files(known: "Elsewhere", why: str) -> None:
    """Name the reports and exports that the program wrote."""
    name(why, (*known.unchanged, *known.changed))
    name(MISSING, known.missing)


def name(title: str, paths: Sequence[Path]) -> None:
    """Print paths under a title, each on its line; nothing where there are none."""
    if paths:
        click.echo("\n".join([paragraph(title), *(f"  {path}" for path in paths)]))
