"""What cannot wait, told from the entry alone: no emergency is behind a passphrase."""

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from diary.cli.log.draft import Draft
from diary.cli.screen import paragraph
from diary.model import Bleeding, Entry, Fact, History, Pain, Sex, Symptom
from diary.model.vocabulary import Amount, BleedingSource, SexKind

if TYPE_CHECKING:
    from diary.alerts import Alert

MILD_PAIN = 3
MODERATE_PAIN = range(7)
"""Severe is from 7 of 10 on the numeric rating scale."""
HARMLESS = frozenset(
    {
        *(Symptom.ITCHING, Symptom.DRYNESS, Symptom.ANAL_ITCHING),
        *(Symptom.DISCHARGE_WATERY, Symptom.DISCHARGE_THICK_WHITE),
        *(Symptom.FATIGUE, Symptom.BLOATING, Symptom.CONSTIPATION),
        *(Symptom.LIFE_AFFECTED, Symptom.EMBARRASSED, Symptom.ANXIOUS, Symptom.LOW_MOOD),
    }
)
"""Symptoms that never make a small bleed or mild pain urgent; a test asks all rules."""
ALONE = "What stands above was told from this entry alone. With the whole diary:"


def tell_urgent(draft: Draft, entry: Entry) -> "tuple[Alert, ...]":
    """Judge an entry with what was told just now, print what cannot wait, and return it.

    An emergency comes first, and alone. No rule is loaded where none can find it urgent.
    """
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


def is_calm(entry: Entry) -> bool:
    """Say whether the entry alone can raise nothing for now or today, so that no rule is loaded.

    Only what a test holds against all rules counts: sex by itself, no more than light bleeding with
    a few plain answers, and mild pain and harmless symptoms, or moderate pain with sex. Whatever
    else is said, the rules are asked.
    """
    more = (entry.temperature_c, entry.missed_pill_count, entry.distress)
    if any(number is not None for number in more) or not HARMLESS.issuperset(entry.symptoms):
        return False
    if not (_is_mild(entry.pain) or (_is_of_sex(entry) and not entry.symptoms)):
        return False
    bleeding = entry.bleeding
    if bleeding is None:
        return True
    plain = Bleeding(
        source=bleeding.source,
        amount=bleeding.amount,
        timing=bleeding.timing,
        period=bleeding.period,
        stopped=bleeding.stopped,
    )
    return (
        bleeding == plain
        and bleeding.amount in (Amount.SPOTTING, Amount.LIGHT)
        and (entry.sex is None or _is_plain(entry.sex))
    )


def _is_mild(pain: Pain | None) -> bool:
    """Say whether there is no more pain than a low number, and nothing else is said of it."""
    if pain is None:
        return True
    return pain.score is not None and pain.score <= MILD_PAIN and pain == Pain(score=pain.score)


def _is_of_sex(entry: Entry) -> bool:
    """Say whether moderate pain came with sex that was not anal, and no blood from elsewhere."""
    pain, sex = entry.pain, entry.sex
    if pain is None or sex is None or SexKind.ANAL in sex.kinds or not _is_plain(sex):
        return False
    if entry.bleeding is not None and entry.bleeding.source is not BleedingSource.VAGINAL:
        return False
    plain = Pain(score=pain.score, site=pain.site, with_sex=pain.with_sex)
    return pain == plain and pain.with_sex is not False and pain.score in MODERATE_PAIN


def _is_plain(sex: Sex) -> bool:
    return sex == Sex(kinds=sex.kinds)


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
