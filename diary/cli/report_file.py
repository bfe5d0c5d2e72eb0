"""A report in files: checked before anything is asked, written whole, locked where wanted."""

import logging
import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from diary.cli.screen import paragraph
from diary.errors import MissingInput
from diary.place import FONTS
from diary.whole_files import refuse_taken

if TYPE_CHECKING:
    from diary.cli.report import Wanted
    from diary_reports.values import Content

NO_FILE = 'name the file with "-o page.pdf", or look first with "--preview"'
WORDS = 5
"""About 64 bits from a list of 7,776 words: years of guessing, since the key is stretched."""


def checked(output: Path | None, wanted: "Wanted", *, overwrite: bool) -> Path:
    """Return the name of the file.

    Raises:
        MissingInput: there is none, or its ending or the password does not go with it.
        AlreadyThere: the file is there and may not be written over.
    """
    if output is None:
        raise MissingInput(NO_FILE)
    if output.suffix.lower() not in (".pdf", ".png"):
        raise MissingInput("the name of the file must end in .pdf or .png")
    if wanted.password and output.suffix.lower() != ".pdf":
        raise MissingInput("only a PDF can have a password; let the name end in .pdf")
    if not overwrite:
        refuse_taken(output)
    return output


def keep_fonts_in(folder: Path) -> None:
    """Let the drawing library keep its list of fonts with the diary, and not where others look.

    Where nothing can be written there it does without, and has nothing to say about it.
    """
    os.environ.setdefault("MPLCONFIGDIR", str(folder / FONTS))
    logging.getLogger("matplotlib").setLevel(logging.ERROR)


def write(
    content: "Content", output: Path, wanted: "Wanted", *, overwrite: bool
) -> tuple[Path, ...]:
    """Write the PDF or each page as a PNG, say where it is and how it is kept, and return it."""
    password = _five_words() if wanted.password else None
    written = write_report(content, output, wanted.paper, password=password, overwrite=overwrite)
    for path in written:
        click.echo(f"Written: {path}")
    _say_how_it_is_kept(password)
    return written


def _say_how_it_is_kept(password: str | None) -> None:
    if password is None:
        click.echo(
            paragraph("The file is not encrypted. Keep it where only you look, and delete it.")
        )
        return
    click.echo(paragraph("It only opens with these words. They are shown once and kept nowhere:"))
    click.echo(f"\n  {password}\n")
    click.echo(paragraph("Give them by another way than the file. Some clinics cannot open it."))


def write_report(
    content: "Content",
    output: Path,
    paper: str = "a4",
    *,
    password: str | None = None,
    overwrite: bool = False,
) -> tuple[Path, ...]:
    """Write the PDF, or each page as a PNG, and return the files in their order."""
    from diary_reports import page
    from diary_reports.lock import locked
    from diary_reports.write import write_pdf, write_png

    if output.suffix.lower() == ".png":
        return write_png(output, page.png_pages(content, paper), overwrite=overwrite)
    document = page.pdf(content, paper)
    write_pdf(output, locked(document, password) if password else document, overwrite=overwrite)
    return (output,)


def _five_words() -> str:
    from xkcdpass import xkcd_password

    words = xkcd_password.generate_wordlist("eff-long")
    return str(xkcd_password.generate_xkcdpassword(words, numwords=WORDS))
