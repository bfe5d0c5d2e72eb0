"""From a finished draft to the diary: what cannot wait, the seal, the passphrase, the filing."""

from contextlib import ExitStack
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from diary.cli.filing import file_inbox
from diary.cli.ids import SHORTEST, short_ids
from diary.cli.log.draft import Draft
from diary.cli.log.judging import judged_alone, noticed, show_rest, show_urgent, urgent
from diary.cli.log.links import ask_links
from diary.cli.log.saving import record_of, saved_as, seal
from diary.cli.log.stopped import Stopped
from diary.cli.save import tell
from diary.cli.screen import paragraph
from diary.cli.session import Session
from diary.cli.unlock import unlocked, unlocked_after_sealing
from diary.inbox import file as inbox_file
from diary.model import Entry, History
from diary.model.background_words import PregnancyPossible

if TYPE_CHECKING:
    from diary.alerts import Assessment
    from diary.inbox.record import Record
    from diary.vault import Vault

UNDO = '"diary undo" takes it back.'
LATER = "It is filed the next time that you unlock the diary."
KEEP = (
    "What you said is true today was not kept. To have later advice count it, write it down with"
    ' "diary background add".'
)


def open_first(session: Session, stack: ExitStack, *, always: bool) -> "Vault | None":
    """Open the diary before anything is asked: where wanted, or where there is no inbox yet.

    Raises:
        Stopped: where the person stopped at the passphrase.
    """
    if not always and inbox_file.public_key(session.folder) is not None:
        return None
    try:
        return stack.enter_context(unlocked(session))
    except (click.Abort, KeyboardInterrupt):
        raise Stopped from None


def save(
    session: Session, draft: Draft, *, vault: "Vault | None", stays_sealed: bool, was_asked: bool
) -> None:
    """Say what cannot wait, seal the entry, then file it where the diary is or can be opened.

    Args:
        session: where the diary lies, and how to reach the person.
        draft: the finished entry.
        vault: the diary, where it was opened first.
        stays_sealed: do not unlock it.
        was_asked: the entry was made by questions, so that what was left out is asked afterwards.
    """
    record = record_of(session, draft)
    opens_at_once = vault is not None or (session.passphrase_file is not None and not stays_sealed)
    said = None if opens_at_once else judged_alone(draft, record.entry)
    show_urgent(said)
    _seal(session, record)
    if vault is not None:
        _filed(session, vault, draft, record, said=None)
    elif stays_sealed:
        _say_sealed(session, record, said)
    else:
        _file_if_wanted(session, draft, record, said=said, was_asked=was_asked)


def _seal(session: Session, record: "Record") -> None:
    try:
        seal(session, record)
    except (click.Abort, KeyboardInterrupt):
        raise Stopped from None


def _file_if_wanted(
    session: Session,
    draft: Draft,
    record: "Record",
    *,
    said: "Assessment | None",
    was_asked: bool,
) -> None:
    asks = session.passphrase_file is None
    if asks:
        _say_sealed(session, record, said)
    with unlocked_after_sealing(session) as vault:
        if vault is not None:
            entry, before = _filed(session, vault, draft, record, said=said)
            if entry is not None and was_asked:
                ask_links(session, vault, entry, before)
            return
    if not asks:
        alone = judged_alone(draft, record.entry)
        show_urgent(alone)
        _say_sealed(session, record, alone)


def _say_sealed(session: Session, record: "Record", said: "Assessment | None") -> None:
    """Say that it is saved, and where nothing urgent was found in it what would be."""
    click.echo(saved_as(session, record, record.id[:SHORTEST], LATER))
    if noticed(record.entry) and not urgent(said):
        from diary.alerts.danger_signs import SAFETY_NET

        click.echo(paragraph(SAFETY_NET))


def _filed(
    session: Session,
    vault: "Vault",
    draft: Draft,
    record: "Record",
    *,
    said: "Assessment | None",
) -> tuple[Entry | None, History]:
    """File what waits, tell what the alerts say anew, and return the entry and all the rest."""
    file_inbox(session, vault, own=record.id)
    after = vault.history()
    entry = next((entry for entry in after.entries if entry.id == record.id), None)
    before = replace(after, entries=tuple(e for e in after.entries if e.id != record.id))
    name = short_ids(after.records).get(record.id, record.id[:SHORTEST])
    if entry is None:
        _say_sealed(session, record, said)
    elif draft.is_locked and session.passphrase_file is None:
        click.echo(f"\nFiled as {name}. {UNDO}")
        show_rest(said, before, after, draft)
        _say_what_is_not_kept(draft, after)
    else:
        tell(session, saved_as(session, record, name, UNDO), before, after, only_news=False)
    return entry, before


def _say_what_is_not_kept(draft: Draft, after: History) -> None:
    known = {fact.what for fact in after.background} | {PregnancyPossible.NO}
    if any(fact.what not in known for fact in draft.history.background):
        click.echo(f"\n{paragraph(KEEP)}")
