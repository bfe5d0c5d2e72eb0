"""`diary rates`: how often bleeding followed sex, and what was written down of those times."""

import json
from datetime import date

import click

from diary.cli.days import DAY
from diary.cli.session import Session, pass_session
from diary.cli.unlock import unlocked
from diary.model.vocabulary import BleedingSource

SOURCES = tuple(source.value for source in BleedingSource)


@click.command()
@click.option("--since", type=DAY, help="First day to count, such as 2026-03-01.")
@click.option("--until", type=DAY, help="Last day to count.")
@click.option(
    "--source",
    type=click.Choice(SOURCES),
    help="Where the blood came from; otherwise where it came from most often after sex.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON for another program.")
@pass_session
def rates(
    session: Session,
    /,
    *,
    since: date | None,
    until: date | None,
    source: str | None,
    as_json: bool,
) -> None:
    """Count how often bleeding followed sex, by kind, month and change.

    What you did not write down is counted beside, never as a no. No percentage is shown under five
    times, and no cause is guessed.
    """
    with unlocked(session) as vault:
        history = vault.history()
    from diary.rates import overview

    counted = overview(
        history,
        session.today(),
        since=since,
        until=until,
        source=BleedingSource(source) if source else None,
    )
    if as_json:
        from diary.rates.document import to_document

        click.echo(json.dumps(to_document(counted), indent=1))
        return
    from diary.cli.rates.text import show

    show(counted, every_month=bool(since or until))
