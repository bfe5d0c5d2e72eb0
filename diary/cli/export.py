"""`diary export`: the whole diary as a file that another program can read."""

import io
from pathlib import Path

import click

from diary.cli.confirm import confirmed
from diary.cli.note_written import NOTICED, note_written
from diary.cli.screen import paragraph
from diary.cli.session import Session, pass_session
from diary.cli.unlock import unlocked
from diary.model import History
from diary.whole_files import refuse_taken, write_all

FORMATS = ("json",)


@click.command()
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="json",
    show_default=True,
    help="The form.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    help='The file to write; "-" writes to the screen or the next program.',
)
@click.option("--overwrite", is_flag=True, help="Write over a file that is there.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@pass_session
def export(session: Session, form: str, output: Path, overwrite: bool, yes: bool) -> None:
    """Write the whole diary to a file. The file is NOT encrypted.

    It holds everything, also notes and what you marked as private. "diary import" reads it back.
    """
    if not overwrite and str(output) != "-":
        refuse_taken(output)
    from diary import interchange

    with unlocked(session) as vault:
        history = vault.history()
        text = io.StringIO()
        interchange.dump(history, text)
        if str(output) == "-":
            click.echo(text.getvalue(), nl=False)
            return
        click.echo(_contents(history, form))
        click.echo(paragraph(NOTICED))
        if session.may_ask and not confirmed(session, "Write it?", yes=yes):
            return
        write_all({output: text.getvalue().encode()}, overwrite=overwrite)
        click.echo(f"Written: {output}")
        note_written(vault, [output])


def _contents(history: History, form: str) -> str:
    private = sum(1 for record in history.records if record.private)
    notes = sum(1 for record in history.records if record.note)
    return (
        f"The {form.upper()} file will hold all {len(history.entries)} entries and"
        f" {len(history.background)} background facts, {notes} notes and {private} marked as"
        " private among them. Anyone who has the file can read it."
    )
