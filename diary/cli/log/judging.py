"""What cannot wait, told from the entry alone: no emergency is behind a passphrase."""

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from diary.cli.log.draft import Draft
from diary.cli.screen import paragraph
from diary.model import Entry, Fact, History

if TYPE_CHECKING:
    from diary.alerts import Alert

ALONE = "What stands above was told from this entry alone. With the whole diary:"


def tell_urgent(draft: Draft, entry: Entry) -> "tuple[Alert, ...]":
    """Judge an entry with what was told just now, print what cannot wait, and return it.

    An emergency comes first, and alone. No rule is loaded where none can find it urgent.
    """
    from diary.alerts.calm import is_calm

    told = draft.history.background if draft.is_locked else ()
    if not told and is_calm(entry):
        return ()
    from diary.alerts import Urgency, assess
    from diary.cli.alerts_text import show_new

    judged = assess(replace(draft.history, entries=(entry,)), draft.today)
    soon = (Urgency.EMERGENCY, Urgency.SAME_DAY)
    found = tuple(alert for alert in judged.alerts if alert.urgency in soon)
    if found:
        with suppress(OSError):  # where nothing can be shown, the entry is still to be saved
            show_new(found, judged)
            click.echo()
    return found


def noticed(entry: Entry) -> bool:
    """Say whether the entry tells of more than sex."""
    return bool(entry.bleeding or entry.pain or entry.symptoms or entry.temperature_c)


def show_rest(said: "tuple[Alert, ...]", before: History, after: History, draft: Draft) -> None:
    """Print what the whole diary says anew, beyond what was said of the entry alone.

    After an emergency nothing more is said: it stands alone.
    """
    from diary.alerts import Urgency, assess, new_since
    from diary.cli.alerts_text import show_new

    told = draft.history.background if draft.is_locked else ()
    judged = assess(_knowing(after, told), draft.today)
    new = new_since(assess(_knowing(before, told), draft.today), judged)
    shown = {alert.rule: alert.urgency for alert in said}
    if Urgency.EMERGENCY in shown.values():
        return
    left = tuple(alert for alert in new if shown.get(alert.rule) is not alert.urgency)
    if shown and not left:
        return
    if shown:
        click.echo(f"\n{paragraph(ALONE)}")
    show_new(left, judged)


def _knowing(history: History, told: tuple[Fact, ...]) -> History:
    return replace(history, background=(*history.background, *told))
