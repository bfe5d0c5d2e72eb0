"""`diary alerts`: when to book care, how fast and why."""

import json
from datetime import date
from pathlib import Path

import click

from diary.cli.bring_in import read_diary
from diary.cli.days import DAY
from diary.cli.session import Session, pass_session
from diary.cli.unlock import unlocked
from diary.model import History


@click.command()
@click.option("--as-of", type=DAY, help="The day to judge; later entries are not seen.")
@click.option(
    "--from",
    "file",
    type=click.Path(dir_okay=False, path_type=Path),
    help='Judge a diary in a file, or "-" for standard input, without opening your own.',
)
@click.option(
    "--json", "form", flag_value="json", default=None, help="Print JSON for another program."
)
@click.option("--explain", "form", flag_value="explain", help="Show what each rule said, and why.")
@pass_session
def alerts(session: Session, as_of: date | None, file: Path | None, form: str | None) -> None:
    """Say when to book care, how fast and why, with the entries it rests on."""
    history = read_diary(file) if file is not None else _own_history(session)
    if form == "explain":
        from diary.cli.explain import explain

        explain(history, as_of or session.today())
        return
    from diary.alerts import assess

    assessment = assess(history, as_of or session.today())
    if form == "json":
        from diary.alerts.document import to_document

        click.echo(json.dumps(to_document(assessment), ensure_ascii=False, indent=1))
        return
    from diary.cli.alerts_text import show

    show(assessment)


def _own_history(session: Session) -> History:
    with unlocked(session) as vault:
        return vault.history()
