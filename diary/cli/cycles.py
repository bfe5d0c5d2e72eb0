"""`diary cycles`: the periods that were found, how long cycles are, and what is usual."""

import json
from datetime import date

import click

from diary.cli.days import DAY
from diary.cli.session import Session, pass_session
from diary.cli.unlock import unlocked


@click.command()
@click.option("--as-of", type=DAY, help="The day to look from; later entries are not seen.")
@click.option("--all", "everything", is_flag=True, help="All cycles, not those of about a year.")
@click.option("--explain", "form", flag_value="explain", help="Why each bleed was counted or not.")
@click.option(
    "--json", "form", flag_value="json", default=None, help="Print JSON for another program."
)
@click.option("--dry-days", type=int, help="Dry days that end a period; remembered. Usual: 2.")
@pass_session
def cycles(
    session: Session,
    *,
    as_of: date | None,
    everything: bool,
    form: str | None,
    dry_days: int | None,
) -> None:
    """Show your cycles: how long, how regular, and when the next may start.

    At a terminal it may ask about one bleed that could have been a period. It shows no fertile
    days.
    """
    from diary.cli import dry_days as setting

    if dry_days is not None:
        setting.check_dry_days(dry_days)
    with unlocked(session) as vault:
        if dry_days is not None:
            setting.set_dry_days(vault, dry_days)
        ends = setting.dry_days(vault)
        history = vault.history()
        today = as_of or session.today()
        if form is None and session.may_ask:
            from diary.cli.cycles_asking import ask_if_period

            history = ask_if_period(session, vault, history, as_of=today, dry_days=ends)
    from diary.cycles.summary import summary

    found = summary(history, today, dry_days=ends)
    if form == "json":
        from diary.cli.cycles_document import to_document

        click.echo(json.dumps(to_document(found), ensure_ascii=False, indent=1))
    elif form == "explain":
        from diary.cli.cycles_text import explain

        explain(found)
    else:
        from diary.cli.cycles_text import show

        show(found, everything=everything)
