"""What the alerts say to a person: what to do first, then why, then what it rests on."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import click

from diary.alerts import Alert, Assessment, Evidence, Urgency, is_outdated
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
CARE_FAMILIES = ("safety", "young_people")
CARE = (
    "There is care for what you wrote down, if you want it. Some of it is best in the first days."
)
STILL_THERE = "IF IT IS STILL THERE, CALL NOW"
OTHERS_TO_SAY = 2
NOTHING_FOUND = "Nothing that you wrote down calls for a visit now. That does not mean all is well."


def show(assessment: Assessment, *, appointments: Sequence[date] = (), hint: bool = False) -> None:
    """Print the answer for one day; an emergency stands alone on the screen.

    `appointments` are days that lie ahead; `hint`: a line may say where support is found.
    """
    emergencies = [a for a in assessment.alerts if a.urgency is Urgency.EMERGENCY]
    if emergencies:
        click.clear()
        _print(_emergency(emergencies, assessment))
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
        _print(_emergency(emergencies, assessment))
    elif new:
        _print(_answer(new, assessment))
    elif assessment.overall in (Urgency.NONE, Urgency.WATCH):
        click.echo(paragraph(assessment.safety_net))
    else:
        click.echo('Nothing new to say. "diary alerts" shows what still stands.')


def _print(lines: Iterator[str]) -> None:
    for line in lines:
        click.echo(line)


def _emergency(emergencies: Sequence[Alert], assessment: Assessment) -> Iterator[str]:
    alert, others = emergencies[0], emergencies[1 : 1 + OTHERS_TO_SAY]
    yield click.style(HEADINGS[Urgency.EMERGENCY], bold=True)
    yield ""
    yield paragraph(alert.what_to_do)
    yield ""
    yield paragraph(f"{alert.title}. {alert.why}")
    yield from _evidence(alert)
    yield ""
    yield from _contacts(assessment)
    said = set(sentences(alert.what_to_say))
    yield paragraph(f'What to say: "{alert.what_to_say}"')
    for other in others:
        if new := _not_yet(said, other.what_to_say):
            yield paragraph(f'Also say: "{new}"')
    yield ""
    yield paragraph(NOT_A_DIAGNOSIS)


def _answer(alerts: Sequence[Alert], assessment: Assessment) -> Iterator[str]:
    shown = [alert for alert in alerts if alert.urgency is not Urgency.SUPPORT]
    if shown:
        yield from _in_full(shown[0], assessment.as_of)
        yield from _also(shown[1:], said={*sentences(shown[0].why), *_done(shown[0])})
    elif any(alert.family in CARE_FAMILIES for alert in alerts):
        yield paragraph(CARE)
    else:
        yield paragraph(NOTHING_FOUND if assessment.enough_recorded else NOT_ENOUGH)
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
        new = _not_yet(said, f"{alert.why} {alert.in_short}")
        yield paragraph(f"- {alert.title} ({heading(alert).lower()}). {new}".strip())


def _done(alert: Alert) -> list[str]:
    return sentences(alert.what_to_do)


def _not_yet(said: set[str], text: str) -> str:
    """Return the sentences of a text that were not said before, and count them as said."""
    new = [sentence for sentence in sentences(text) if sentence not in said]
    said.update(new)
    return " ".join(new)


def sentences(text: str) -> list[str]:
    """Split a text of the rules, which ends every sentence with a full stop."""
    return [f"{part.strip().rstrip('.')}." for part in text.split(". ") if part.strip()]


def heading(alert: Alert) -> str:
    """Return how soon, in capitals; a quiet alert is a note."""
    if alert.recorded_on is not None:
        return STILL_THERE
    return NOTE if alert.quiet else HEADINGS[alert.urgency]


def _evidence(alert: Alert) -> Iterator[str]:
    if not alert.evidence:
        return
    yield "It rests on:"
    for run in _runs(alert.evidence):
        first, last = run[0], run[-1]
        if first.date is None:
            yield paragraph(f"- {first.what}")
        elif first is last:
            yield paragraph(f"- {first.date}: {first.what}")
        else:
            yield paragraph(f"- {first.date} to {last.date}, {len(run)} days: {first.what}")


def _runs(evidence: Sequence[Evidence]) -> list[list[Evidence]]:
    """Put days that follow each other and say the same together."""
    runs: list[list[Evidence]] = []
    for piece in evidence:
        if runs and _goes_on(runs[-1][-1], piece):
            runs[-1].append(piece)
        else:
            runs.append([piece])
    return runs


def _goes_on(before: Evidence, piece: Evidence) -> bool:
    if before.date is None or piece.date is None or before.what != piece.what:
        return False
    return piece.date - before.date == timedelta(days=1)


def _contacts(assessment: Assessment) -> Iterator[str]:
    numbers: dict[str, list[str]] = {}
    for contact in assessment.contacts:
        numbers.setdefault(contact.what, []).append(contact.number)
    for what, known in numbers.items():
        yield paragraph(f"{what}: {' or '.join(known)}")
