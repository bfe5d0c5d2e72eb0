"""`diary support`: kind words and choices for hard things, only for who asks."""

import click

from diary.cli.screen import paragraph
from diary.cli.session import Session, pass_session
from diary.cli.unlock import unlocked

NOTHING = (
    "Nothing that you wrote down calls for a support page. If something weighs on you, a doctor or"
    " a nurse will listen, and you decide what you tell."
)
HIDDEN = '"diary alerts" says no more that there is support. "diary support --show" brings it back.'
SHOWN = '"diary alerts" says again when there is support.'


@click.command()
@click.option("--hide/--show", "hide", default=None, help="Hide the line in alerts, or show it.")
@pass_session
def support(session: Session, hide: bool | None) -> None:
    """Show support about feelings, pressure and safety. Reports leave it out unless asked for."""
    with unlocked(session) as vault:
        if hide is not None:
            vault.set("support", "hidden" if hide else None)
            click.echo(HIDDEN if hide else SHOWN)
            return
        history = vault.history()
    from diary.alerts import Urgency, assess

    assessment = assess(history, session.today())
    cards = [alert for alert in assessment.alerts if alert.urgency is Urgency.SUPPORT]
    for card in cards:
        click.echo(click.style(f"{card.title}.", bold=True))
        click.echo(paragraph(f"{card.what_to_do} {card.why}"))
        if card.what_to_say:
            click.echo(paragraph(f'If you want words for it: "{card.what_to_say}"'))
        click.echo()
    if not cards:
        click.echo(paragraph(NOTHING))
    click.echo(paragraph(assessment.safety_net))
