"""What only the open diary can ask about an entry: which sex that is written down it followed."""

from dataclasses import replace
from typing import TYPE_CHECKING

from diary.cli.log.draft import Draft, Flow
from diary.cli.log.questions_about import FOLLOWED
from diary.cli.log.questions_blood import TIMING
from diary.cli.log.questions_pain import WHICH_SEX
from diary.cli.log.stopped import stays
from diary.cli.log.talk import ask_needed
from diary.cli.save import save, tell
from diary.cli.session import Session
from diary.model import Entry, History
from diary.model.vocabulary import Timing

if TYPE_CHECKING:
    from diary.vault import Vault

LINKS: Flow = tuple(
    replace(question, skip=lambda draft: draft) for question in (FOLLOWED, TIMING, WHICH_SEX)
)
"""The questions of `log` about other entries; Enter leaves the entry as it is."""


def ask_links(session: Session, vault: "Vault", entry: Entry, others: History) -> None:
    """Ask what the locked diary could not; an answer is saved as a change of its own."""
    from diary.vault import Change

    with stays():
        linked = _linked(session, entry, others)
        if linked == entry:
            return
        save(session, vault, "log", [Change(before=entry, after=linked)])
        before, after = (
            replace(others, entries=(*others.entries, each)) for each in (entry, linked)
        )
        tell(session, 'Noted. "diary undo" takes this answer back.', before, after)


def _linked(session: Session, entry: Entry, others: History) -> Entry:
    """Return the entry with the answers; sex that was written down before takes its time along."""
    is_open = entry.bleeding is not None and entry.bleeding.timing is Timing.NOT_AFTER_SEX
    draft = Draft(
        entry=entry,
        now=session.now(),
        history=others,
        settled=frozenset() if is_open and entry.sex is None else frozenset({TIMING.name}),
    )
    linked = ask_needed(draft, LINKS).entry
    is_told_twice = entry.sex is not None and linked.sex is None
    return replace(linked, time=None) if is_told_twice else linked
