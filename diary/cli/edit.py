"""`diary edit`: change what an entry says; `diary undo` takes the change back."""

from collections.abc import Mapping
from dataclasses import MISSING, fields, replace
from typing import TYPE_CHECKING, Any

import click

from diary.cli.describe import in_short
from diary.cli.ids import find
from diary.cli.log.command import OPTIONS, LogCommand, note_from_input
from diary.cli.log.draft import Draft, Flow, Topic
from diary.cli.log.given import changed
from diary.cli.log.questions_about import BLOOD, KINDS, ROLE, SITES
from diary.cli.log.questions_blood import BLEEDING
from diary.cli.log.questions_felt import FELT
from diary.cli.log.stopped import until_saved
from diary.cli.log.talk import talk
from diary.cli.save import save, tell
from diary.cli.screen import paragraph
from diary.cli.session import Session, pass_session
from diary.cli.unlock import unlocked
from diary.cli.when import moment_in_full
from diary.errors import InvalidValue, MissingInput
from diary.model import Bleeding, Entry, Pain, Sex

if TYPE_CHECKING:
    from diary.vault import Vault

ABOUT_IT: Flow = (KINDS, SITES, ROLE, BLOOD, *BLEEDING, *FELT)
ASKED: Flow = tuple(
    replace(question, skip=lambda draft: draft, skipped_as="") for question in ABOUT_IT
)
"""The questions of `log` about what happened; here Enter always leaves the answer as it is."""

PARTS: Mapping[str, type[Any]] = {"bleeding": Bleeding, "sex": Sex, "pain": Pain}
KEPT = {"id", "date"}
KEEPS = "What you skip with Enter stays as it is. The day and time: --on and --at. Away: --clear."
NOTHING = 'nothing was said to change; "diary edit --help" shows what can be given'


def _clearable() -> list[str]:
    """Name all that may become unknown again: colour is "bleeding.colour", all pain is "pain"."""
    whole = [field.name for field in fields(Entry) if field.name not in KEPT]
    within = [
        f"{part}.{field.name}"
        for part, model in PARTS.items()
        for field in fields(model)
        if field.default is not MISSING
    ]
    return [*whole, *within]


@click.command(cls=LogCommand, params=[option for _, options in OPTIONS for option in options])
@click.argument("id")
@click.option("--on", metavar="DAY", help="The day, like yesterday or '2 november'.")
@click.option("--at", metavar="TIME", help="The time, like 23:10 or 9pm.")
@click.option("--since", metavar="DAY", help="When the symptoms began.")
@click.option("--note", is_flag=True, help="Read a new note from standard input, or ask for it.")
@click.option(
    "--clear",
    type=click.Choice(_clearable()),
    multiple=True,
    metavar="FIELD",
    help="Make something unknown again, such as pain or bleeding.colour.",
)
@pass_session
def edit(
    session: Session,
    /,
    id: str,  # noqa: A002 - the word that people type
    *,
    note: bool,
    clear: tuple[str, ...],
    **values: Any,  # noqa: ANN401 - the options of `log`
) -> None:
    """Change what an entry says. Alone it asks; with options it changes what they say.

    ID is the beginning of an id from "diary list".
    """
    from diary.vault import Change

    text = note_from_input() if note and not session.may_ask else None
    with until_saved() as saved, unlocked(session) as vault:
        history = vault.history()
        before = find(history.entries, id)
        after = _cleared(changed(before, values, now=session.now()), clear)
        if text is not None:
            after = replace(after, note=text or None)
        if after == before or (note and session.may_ask):
            after = _asked(session, vault, after)
        if after != before:
            changes = [Change(before=before, after=after)]
            save(session, vault, "edit", changes, saved)
    when = moment_in_full(after.date, after.time, today=session.today())
    others = [entry for entry in history.entries if entry.id != before.id]
    tell(
        session,
        f'{when}: {in_short(after)}\nChanged. "diary undo" takes it back.',
        history,
        replace(history, entries=(*others, after)),
    )


def _cleared(entry: Entry, names: tuple[str, ...]) -> Entry:
    """Return the entry with the named fields unknown again.

    Raises:
        InvalidValue: a field of a part that the entry does not have.
    """
    for name in names:
        part, _, within = name.partition(".")
        if not within:
            entry = replace(entry, **{part: _unset(Entry, part)})
            continue
        content = getattr(entry, part)
        if content is None:
            raise InvalidValue(f"the entry says nothing about {part}")
        entry = replace(entry, **{part: replace(content, **{within: _unset(PARTS[part], within)})})
    return entry


def _unset(model: type[Any], name: str) -> Any:  # noqa: ANN401 - any default
    return next(field.default for field in fields(model) if field.name == name)


def _asked(session: Session, vault: "Vault", entry: Entry) -> Entry:
    """Go through the questions that matter for what the entry is about.

    Raises:
        MissingInput: where nothing may be asked.
    """
    if not session.may_ask:
        raise MissingInput(NOTHING)
    click.echo(paragraph(in_short(entry)))
    click.echo(paragraph(KEEPS))
    about = {Topic.SEX: entry.sex, Topic.BLEEDING: entry.bleeding, Topic.PAIN: entry.pain}
    topics = {topic for topic, content in about.items() if content is not None}
    draft = Draft(
        entry=entry,
        now=session.now(),
        history=vault.history(),
        topics=frozenset({*topics, Topic.SIGNS}),
    )
    return talk(draft, ASKED).entry
