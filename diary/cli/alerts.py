"""`diary alerts`: when to book care, how fast and why."""

import json
from datetime import date
from pathlib import Path

import click

from diary.cli.bring_in import read_diary
from diary.cli.days import ANY_DAY
from diary.cli.session import Session, pass_session
from diary.cli.unlock import unlocked
from diary.model import FactKind, History


@click.command()
@click.option("--as-of", type=ANY_DAY, help="The day to judge; later entries are not seen.")
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
    history, settings = (read_diary(file), {}) if file is not None else _own(session)
    today = as_of or session.today()
    if form == "explain":
        from diary.cli.explain import explain

        explain(history, today)
        return
    from diary.alerts import assess

    assessment = assess(history, today)
    if form == "json":
        from diary.alerts.document import to_document

        click.echo(json.dumps(to_document(assessment), ensure_ascii=False, indent=1))
        return
    from diary.cli.alerts_text import show

    show(
        assessment,
        appointments=_ahead(history, today),
        hint=settings.get("support") != "hidden",
    )


def _own(session: Session) -> tuple[History, dict[str, str]]:
    with unlocked(session) as vault:
        return vault.history(), vault.settings()


def _ahead(history: History, today: date) -> list[date]:
    """Return the appointments that visits planned and that have not passed."""
    visits = history.known_on(today).facts(FactKind.VISIT)
    return sorted({v.next_due for v in visits if v.next_due is not None and v.next_due >= today})
