"""What the alerts say to a person: what to do first, then why, then what it rests on."""

from collections.abc import Iterator, Sequence
from datetime import date

import click

from diary.alerts import Alert, Assessment, Urgency, is_outdated
from diary.cli.screen import paragraph

HEADINGS = {
    Urgency.EMERGENCY: "GET HELP NOW",
    Urgency.SAME_DAY: "BE SEEN TODAY",
    Urgency.WITHIN_TWO_WEEKS: "BOOK NOW, TO BE SEEN WITHIN 2 WEEKS",
    Urgency.ROUTINE: "BOOK WHEN YOU CAN, NO RUSH",
    Urgency.WATCH: "KEEP NOTING IT DOWN",
}
NOTE = "A NOTE, NO RUSH"
NOT_A_DIAGNOSIS = "This is not a diagnosis. It tells you when to get checked, not what it is."
NOT_ENOUGH = (
    "There is not enough written down to say anything yet. That does not mean that all is well."
)
OUTDATED = "The rules are old: look for a newer version. They were last checked on"
SUPPORT_HINT = 'If you want it: "diary support". To hide this line: "diary support --hide".'
NOTHING_FOUND = "Nothing that you wrote down calls for a visit now. That does not mean all is well."


def show(assessment: Assessment, *, appointments: Sequence[date] = (), hint: bool = False) -> None:
    """Print the answer for one day; an emergency stands alone on the screen.

    `appointments` are days that lie ahead; `hint`: a line may say where support is found.
    """
    emergencies = [a for a in assessment.alerts if a.urgency is Urgency.EMERGENCY]
    if emergencies:
        click.clear()
        _print(_emergency(emergencies[0], assessment))
        return
    _print(_answer(assessment.alerts, assessment))
    for day in appointments:
        click.echo(paragraph(f"Your next appointment, as you noted it: {day:%A} {day}."))
    if hint and any(alert.urgency is Urgency.SUPPORT for alert in assessment.alerts):
        click.echo(f"\n{paragraph(SUPPORT_HINT)}")


def show_new(new: Sequence[Alert], assessment: Assessment) -> None:
    """Print the alerts that were not said before, or where to see those that stand."""
    emergencies = [a for a in new if a.urgency is Urgency.EMERGENCY]
    if emergencies:
        click.clear()
        _print(_emergency(emergencies[0], assessment))
    elif new:
        _print(_answer(new, assessment))
    elif assessment.overall in (Urgency.NONE, Urgency.WATCH):
        click.echo(paragraph(assessment.safety_net))
    else:
        click.echo('Nothing new to say. "diary alerts" shows what still stands.')


def _print(lines: Iterator[str]) -> None:
    for line in lines:
        click.echo(line)


def _emergency(alert: Alert, assessment: Assessment) -> Iterator[str]:
    yield click.style(HEADINGS[Urgency.EMERGENCY], bold=True)
    yield ""
    yield paragraph(alert.what_to_do)
    yield ""
    yield paragraph(f"{alert.title}. {alert.why}")
    yield from _evidence(alert)
    yield ""
    yield from _contacts(assessment)
    yield paragraph(f'What to say: "{alert.what_to_say}"')
    yield ""
    yield paragraph(NOT_A_DIAGNOSIS)


def _answer(alerts: Sequence[Alert], assessment: Assessment) -> Iterator[str]:
    shown = [alert for alert in alerts if alert.urgency is not Urgency.SUPPORT]
    if not shown:
        yield paragraph(NOTHING_FOUND if assessment.enough_recorded else NOT_ENOUGH)
    else:
        yield from _in_full(shown[0], assessment.as_of)
        yield from _also(shown[1:], said=set(sentences(shown[0].why)))
    yield ""
    if is_outdated(assessment.as_of):
        yield paragraph(f"{OUTDATED} {assessment.rules_checked}.")
    yield paragraph(assessment.safety_net)
    yield from _contacts(assessment)


def _be_seen_by(day: date, as_of: date) -> str:
    if day < as_of:
        return f"The day to be seen by was {day:%A} {day}. Call today and say so."
    return f"Be seen by {day:%A} {day}."


def _in_full(alert: Alert, as_of: date) -> Iterator[str]:
    yield click.style(heading(alert), bold=True)
    yield paragraph(f"{alert.title}.")
    yield ""
    yield paragraph(alert.what_to_do)
    if alert.be_seen_by is not None:
        yield paragraph(_be_seen_by(alert.be_seen_by, as_of))
    yield paragraph(f"Why: {alert.why}")
    yield from _evidence(alert)
    if alert.quieted_by is not None and alert.quieted_by.until is not None:
        yield paragraph(f"It is quiet until {alert.quieted_by.until}, unless it gets worse.")
    yield paragraph(f'What to say: "{alert.what_to_say}"')
    if alert.less_urgent_if:
        yield paragraph(f"Less urgent if: {alert.less_urgent_if}")
    if alert.more_urgent_if:
        yield paragraph(f"More urgent if: {alert.more_urgent_if}")
    yield paragraph(
        f'Rule {alert.rule}, version {alert.version}. "diary rules {alert.rule}" names its sources.'
    )


def _also(alerts: Sequence[Alert], *, said: set[str]) -> Iterator[str]:
    """Print the other alerts; a sentence that was `said` is not said again."""
    if not alerts:
        return
    yield ""
    yield "Also noted:"
    for alert in alerts:
        new = [sentence for sentence in sentences(alert.why) if sentence not in said]
        said.update(new)
        yield paragraph(" ".join([f"- {alert.title} ({heading(alert).lower()}).", *new]))


def sentences(text: str) -> list[str]:
    """Split a text of the rules, which ends every sentence with a full stop."""
    return [f"{part.rstrip('.')}." for part in text.split(". ")]


def heading(alert: Alert) -> str:
    """Return how soon, in capitals; a quiet alert is a note."""
    return NOTE if alert.quiet else HEADINGS[alert.urgency]


def _evidence(alert: Alert) -> Iterator[str]:
    if not alert.evidence:
        return
    yield "It rests on:"
    for piece in alert.evidence:
        yield paragraph(f"- {piece.date}: {piece.what}" if piece.date else f"- {piece.what}")


def _contacts(assessment: Assessment) -> Iterator[str]:
    numbers: dict[str, list[str]] = {}
    for contact in assessment.contacts:
        numbers.setdefault(contact.what, []).append(contact.number)
    for what, known in numbers.items():
        yield paragraph(f"{what}: {' or '.join(known)}")
