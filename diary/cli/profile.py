"""`diary profile`: what holds for the person now, shown and changed."""

from dataclasses import replace
from datetime import date
from typing import Any

import click

from diary.cli.days import DAY
from diary.cli.describe import in_full
from diary.cli.save import save
from diary.cli.session import Session, pass_session
from diary.cli.unlock import unlocked
from diary.model import Profile
from diary.model.vocabulary import MenstrualStatus, Organ

FIELDS = (
    "birth_year",
    "organs",
    "organs_unsure",
    "menstrual_status",
    "menarche_age",
    "last_period_start",
    "usual_cycle_length",
    "usual_period_length",
    "country",
    "region",
)
PARTS = [organ.value for organ in Organ]
STATUSES = [status.value for status in MenstrualStatus]


@click.command()
@click.option("--birth-year", type=int, help="The year you were born in.")
@click.option("--part", "parts", type=click.Choice(PARTS), multiple=True, help="All that you have.")
@click.option(
    "--unsure-part", "unsure", type=click.Choice(PARTS), multiple=True, help="Parts you doubt."
)
@click.option("--status", type=click.Choice(STATUSES), help="Periods or menopause.")
@click.option("--menarche-age", type=int, help="Age at the first period ever.")
@click.option("--last-period", type=DAY, help="First day of the last period.")
@click.option("--cycle-length", type=int, help="Usual days from one period start to the next.")
@click.option("--period-length", type=int, help="Usual days of bleeding in a period.")
@click.option("--country", help="Two letters, such as GB.")
@click.option("--region", help="Such as GB-SCT.")
@click.option(
    "--clear", type=click.Choice(FIELDS), multiple=True, help="Make something unknown again."
)
@pass_session
def profile(  # noqa: PLR0913 - an option a field
    session: Session,
    *,
    birth_year: int | None,
    parts: tuple[str, ...],
    unsure: tuple[str, ...],
    status: str | None,
    menarche_age: int | None,
    last_period: date | None,
    cycle_length: int | None,
    period_length: int | None,
    country: str | None,
    region: str | None,
    clear: tuple[str, ...],
) -> None:
    """Show what you said about yourself, or change it."""
    given = {
        "birth_year": birth_year,
        "organs": tuple(Organ(part) for part in parts) or None,
        "organs_unsure": tuple(Organ(part) for part in unsure) or None,
        "menstrual_status": MenstrualStatus(status) if status else None,
        "menarche_age": menarche_age,
        "last_period_start": last_period,
        "usual_cycle_length": cycle_length,
        "usual_period_length": period_length,
        "country": country,
        "region": region,
    }
    changes = {name: getattr(Profile(), name) for name in clear}
    changes.update({name: value for name, value in given.items() if value is not None})
    replace(Profile(), **changes)
    _show_or_change(session, changes)


def _show_or_change(session: Session, changes: dict[str, Any]) -> None:
    from diary.vault import Change

    with unlocked(session) as vault:
        before = vault.history().profile
        after = replace(before, **changes) if changes else _asked(session, before)
        if after != before:
            known = None if before == Profile() else before
            save(session, vault, "profile", [Change(before=known, after=after)])
            click.echo('Noted. "diary undo" takes it back.')


def _asked(session: Session, before: Profile) -> Profile:
    """Show the profile and, at a terminal, offer to go through the questions."""
    for name, content in in_full(before) or [("nothing", "said yet")]:
        click.echo(f"{name}: {content}")
    if not session.may_ask or not click.confirm("Change something?", default=False):
        return before
    from diary.cli.about_you import ask_profile

    return ask_profile(before, session.today())
