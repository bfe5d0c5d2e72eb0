"""`diary report`: the page for the visit, as PDF or PNG."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from diary.cli.confirm import confirmed
from diary.cli.days import DAY
from diary.cli.note_written import note_written
from diary.cli.screen import paragraph
from diary.cli.session import Session, pass_session
from diary.cli.unlock import unlocked
from diary.errors import MissingInput
from diary.whole_files import refuse_taken

if TYPE_CHECKING:
    from diary_reports.values import Content

ON_REQUEST = ("notes", "consent", "distress", "partner")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the options ask for."""

    since: date | None = None
    until: date | None = None
    paper: str = "a4"
    include: tuple[str, ...] = ()


@click.command()
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    help="The file to write, ending in .pdf or .png.",
)
@click.option("--since", type=DAY, help="First day to tell about.")
@click.option("--until", type=DAY, help="Last day to tell about.")
@click.option(
    "--paper", type=click.Choice(["a4", "letter"]), default="a4", help="Size of the page."
)
@click.option(
    "--include",
    type=click.Choice(ON_REQUEST),
    multiple=True,
    help="Put in what is left out otherwise; may be given more than once.",
)
@click.option(
    "--overwrite",
    is_flag=True,
    help="Write over what is there; older pages NAME-3.png and so on go.",
)
@click.option("--yes", is_flag=True, help="Do not ask.")
@pass_session
def report(
    session: Session,
    /,
    output: Path,
    *,
    overwrite: bool,
    yes: bool,
    **wanted: Any,  # noqa: ANN401 - the options that `Wanted` holds
) -> None:
    """Make the page for a visit. The file is NOT encrypted.

    It says what is in it and what is left out before it is written. Further PNG pages are called
    NAME-2.png and so on.
    """
    if output.suffix.lower() not in (".pdf", ".png"):
        raise MissingInput("the name of the file must end in .pdf or .png")
    if not overwrite:
        refuse_taken(output)
    options = Wanted(**wanted)
    from diary_reports.content import compose

    with unlocked(session) as vault:
        content = compose(
            vault.history(),
            session.today(),
            since=options.since,
            until=options.until,
            include=options.include,
        )
        _say_what_is_in(content)
        if session.may_ask and not confirmed(session, "Write it?", yes=yes):
            return
        written = write_report(content, output, options.paper, overwrite=overwrite)
        for path in written:
            click.echo(f"Written: {path}")
        note_written(vault, written)
    click.echo(paragraph("The file is not encrypted. Keep it where only you look, and delete it."))


def _say_what_is_in(content: "Content") -> None:
    click.echo("In the file:")
    for words in content.contents.included:
        click.echo(paragraph(f"- {words}"))
    click.echo("Left out:")
    for words in content.contents.left_out:
        click.echo(paragraph(f"- {words}"))


def write_report(
    content: "Content", output: Path, paper: str = "a4", *, overwrite: bool = False
) -> tuple[Path, ...]:
    """Write the PDF, or each page as a PNG, and return the files in their order."""
    from diary_reports import page
    from diary_reports.write import write_pdf, write_png

    if output.suffix.lower() == ".png":
        return write_png(output, page.png_pages(content, paper), overwrite=overwrite)
    write_pdf(output, page.pdf(content, paper), overwrite=overwrite)
    return (output,)
