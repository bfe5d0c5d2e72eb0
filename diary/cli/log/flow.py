"""From a finished draft to the diary: what cannot wait, the seal, the passphrase, the filing."""

from contextlib import ExitStack
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import click

from diary.cli.ask import as_sentence
from diary.cli.filing import file_inbox
from diary.cli.ids import SHORTEST, short_ids
from diary.cli.log.draft import Draft
from diary.cli.log.judging import noticed, show_rest, tell_urgent
from diary.cli.log.links import ask_links
from diary.cli.log.saving import record_of, saved_as, seal
from diary.cli.log.stopped import unsaved, until_saved
from diary.cli.save import offer_again, tell
from diary.cli.screen import paragraph
from diary.cli.session import Session
from diary.cli.unlock import unlocked, unlocked_after_sealing
from diary.errors import DiaryError
from diary.inbox import file as inbox_file
from diary.model import Entry, History
from diary.model.background_words import PregnancyPossible

if TYPE_CHECKING:
    from diary.alerts import Alert
    from diary.inbox.record import Record
    from diary.vault import Vault

UNDO = '"diary undo" takes it back.'
LATER = "It is filed the next time that you unlock the diary."
UNLOCK_ONCE = (
    "The diary has to be unlocked once before this can be saved: the inbox, where entries wait"
    " while it is locked, is missing or not whole, and only the open diary can make it."
)
KEEP = (
    "What you said is true today was not kept. To have later advice count it, write it down with"
    ' "diary background add".'
)


def open_first(session: Session, stack: ExitStack) -> "Vault":
    """Open the diary before anything is asked.

    Raises:
        Stopped: where the person stopped at the passphrase.
    """
    with unsaved():
        return stack.enter_context(unlocked(session))


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
    has_inbox = inbox_file.public_key(session.folder) is not None
    is_to_hand = session.passphrase_file is not None and has_inbox and not stays_sealed
    with until_saved() as saved, ExitStack() as stack:
        said = None if vault is not None or is_to_hand else tell_urgent(draft, record.entry)
        if vault is None and not has_inbox:
            vault = _opened_for_inbox(session, stack)
        seal(session, record, saved)
        if said is not None:
            _say_sealed(session, record, said)
        if stays_sealed:
            return
        opened = vault or stack.enter_context(unlocked_after_sealing(session))
        filed = None if opened is None else _filed(session, opened, record)
        if opened is None or filed is None:
            if said is None:
                _say_sealed(session, record, tell_urgent(draft, record.entry))
            return
        _tell(session, draft, filed, record=record, said=said)
        if was_asked and draft.is_locked:
            ask_links(session, opened, filed.entry, filed.before)


def _opened_for_inbox(session: Session, stack: ExitStack) -> "Vault":
    """Open the diary, which makes the inbox anew; what was answered is kept where that fails."""
    click.echo(paragraph(UNLOCK_ONCE), err=True)
    while True:
        try:
            return open_first(session, stack)
        except DiaryError as error:
            with unsaved():
                offer_again(session, error)


def _say_sealed(session: Session, record: "Record", said: "tuple[Alert, ...]") -> None:
    """Say that it is saved, and where nothing urgent was found in it what would be."""
    after = LATER if inbox_file.count(session.folder) else ""
    click.echo(saved_as(session, record, record.id[:SHORTEST], after))
    if noticed(record.entry) and not said:
        from diary.alerts.danger_signs import SAFETY_NET

        click.echo(paragraph(SAFETY_NET))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Filed:
    """The entry in the diary, and all that is recorded without it and with it."""

    entry: Entry
    before: History
    after: History


def _filed(session: Session, vault: "Vault", record: "Record") -> _Filed | None:
    """File what waits; None where the entry was not filed, or cannot be seen in the diary.

    It is sealed, so that none of this is an error, nor a stop of the command.
    """
    try:
        file_inbox(session, vault, own=record.id)
        after = vault.history()
    except (click.Abort, KeyboardInterrupt):
        click.echo()
        return None
    except DiaryError as error:
        click.echo(paragraph(as_sentence(error)), err=True)
        return None
    entry = next((entry for entry in after.entries if entry.id == record.id), None)
    if entry is None:
        return None
    others = tuple(each for each in after.entries if each.id != record.id)
    return _Filed(entry=entry, before=replace(after, entries=others), after=after)


def _tell(
    session: Session,
    draft: Draft,
    filed: _Filed,
    *,
    record: "Record",
    said: "tuple[Alert, ...] | None",
) -> None:
    """Tell what the whole diary says anew, beyond what was `said` of the entry alone."""
    name = short_ids(filed.after.records)[record.id]
    if said is None:
        saved = saved_as(session, record, name, UNDO)
        tell(session, saved, filed.before, filed.after, only_news=False)
        return
    click.echo(f"\nFiled as {name}. {UNDO}")
    show_rest(said, filed.before, filed.after, draft)
    _say_what_is_not_kept(draft, filed.after)


def _say_what_is_not_kept(draft: Draft, after: History) -> None:
    known = {fact.what for fact in after.background} | {PregnancyPossible.NO}
    if any(fact.what not in known for fact in draft.history.background):
        click.echo(f"\n{paragraph(KEEP)}")
