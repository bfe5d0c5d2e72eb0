"""`diary report`: the page for the visit, as PDF, PNG or a few lines of text."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from diary.cli.confirm import confirmed
from diary.cli.days import DAY
from diary.cli.note_written import NOTICED, note_written
from diary.cli.screen import paragraph
from diary.cli.session import Session, pass_session
from diary.cli.unlock import unlocked
from diary.model import History

if TYPE_CHECKING:
    from diary_reports.values import Content

ON_REQUEST = ("notes", "consent", "distress", "partner")
CAN_GO = (*ON_REQUEST, "sex", "pregnancy", "sti", "medicines", "questions")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the options ask for."""

    since: date | None = None
    until: date | None = None
    everything: bool = False
    include: tuple[str, ...] = ()
    leave_out: tuple[str, ...] = ()
    paper: str = "a4"
    password: bool = False


@click.command()
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file to write, ending in .pdf or .png.",
)
@click.option("--preview", "form", flag_value="preview", help="Show what would be in it.")
@click.option("--text", "form", flag_value="text", help="A note of a few lines, to paste.")
@click.option("--say", "form", flag_value="say", help="What to say, to ask, and on the phone.")
@click.option("--since", type=DAY, help="First day; left out: the last visit, if there was one.")
@click.option("--until", type=DAY, help="Last day to tell about.")
@click.option("--all", "everything", is_flag=True, help="From the first entry, whatever visits.")
@click.option(
    "--include",
    type=click.Choice(ON_REQUEST),
    multiple=True,
    help="Put in what is left out otherwise; may be given more than once.",
)
@click.option(
    "--leave-out",
    type=click.Choice(CAN_GO),
    multiple=True,
    help="Leave out what is in otherwise; may be given more than once.",
)
@click.option(
    "--paper", type=click.Choice(["a4", "letter"]), default="a4", help="Size of the page."
)
@click.option("--password", is_flag=True, help="Lock the PDF with five words, shown once.")
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
    output: Path | None,
    *,
    form: str | None,
    overwrite: bool,
    yes: bool,
    **wanted: Any,  # noqa: ANN401 - the options that `Wanted` holds
) -> None:
    """Make the page for a visit. Without --password the file is NOT encrypted.

    It says what is in it and what is left out before it is written. After a visit it begins at the
    last one. Further PNG pages are called NAME-2.png and so on.
    """
    from diary.cli import report_file, report_text

    options = Wanted(**wanted)
    if form is None:
        output = report_file.checked(output, options, overwrite=overwrite)
    with unlocked(session) as vault:
        content = _composed(vault.history(), session.today(), options)
        if form is not None or output is None:
            report_text.show(content, form)
            return
        report_text.show_what_is_in(content)
        click.echo(paragraph(NOTICED))
        if session.may_ask and not confirmed(session, "Write it?", yes=yes):
            return
        written = report_file.write(content, output, options, overwrite=overwrite)
        note_written(vault, written)


def _composed(history: History, today: date, wanted: Wanted) -> "Content":
    from diary_reports.content import compose

    return compose(
        history,
        today,
        since=wanted.since,
        until=wanted.until,
        since_visit=not wanted.everything,
        include=wanted.include,
        leave_out=wanted.leave_out,
    )
