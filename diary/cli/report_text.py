"""A report on the screen: what would be in the file, a note of a few lines, what to say."""

from typing import TYPE_CHECKING

import click

from diary.cli.screen import paragraph, printable

if TYPE_CHECKING:
    from diary_reports.values import Content

FROM_THE_VISIT = 'It begins at your last visit. "--all" tells of the whole time.'
DRAWN = "Page one also has a drawing of these days, and an empty line for your name."


def show(content: "Content", form: str | None) -> None:
    """Print one of the forms that need no file: preview, text or say."""
    from diary_reports.spoken import note, say

    if form == "preview":
        _preview(content)
        return
    for line in note(content) if form == "text" else say(content):
        click.echo(printable(line) if form == "text" else paragraph(printable(line)))


def show_what_is_in(content: "Content") -> None:
    """Print what will be in the file and what is left out, by category."""
    click.echo("In the file:")
    for words in content.contents.included:
        click.echo(paragraph(f"- {words}"))
    click.echo("Left out:")
    for words in content.contents.left_out:
        click.echo(paragraph(f"- {words}"))
    if content.visit is not None:
        click.echo(paragraph(FROM_THE_VISIT))


def _preview(content: "Content") -> None:
    """Print every line of the file, and then what is left out."""
    from diary_reports.preview import preview

    for section in preview(content):
        click.echo(section.title.upper())
        for line in section.lines:
            click.echo(paragraph(printable(line)))
        click.echo()
    click.echo(paragraph(DRAWN))
    click.echo()
    show_what_is_in(content)
    click.echo("\nNothing was written.")
