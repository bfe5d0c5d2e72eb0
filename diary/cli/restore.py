"""`diary restore`: an earlier copy in the place of the diary, after a look at what differs."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from diary.cli.ask import Choice, ask, one_of
from diary.cli.confirm import confirmed
from diary.cli.passphrase import read_named
from diary.cli.screen import counted, paragraph
from diary.cli.session import Session, pass_session
from diary.cli.unlock import TRIES, read_passphrase_file, unlocked
from diary.errors import DamagedDiary, DiaryError, MissingInput, NoDiary, WrongPassphrase
from diary.inbox.file import aside_in
from diary.model import Entry, Fact

if TYPE_CHECKING:
    from diary.interchange.difference import Difference
    from diary.vault import Vault

NOT_COMPARED = (
    "The diary of now does not open or is not whole, so nothing can be compared. It will be kept as"
    " it is, beside the backups."
)


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path), required=False)
@click.option(
    "--backup-passphrase-file",
    type=click.Path(dir_okay=False, path_type=Path),
    help="A file whose first line opens the backup, if another passphrase than today's does.",
)
@click.option("--yes", is_flag=True, help="Do not ask.")
@pass_session
def restore(
    session: Session, file: Path | None, backup_passphrase_file: Path | None, yes: bool
) -> None:
    """Bring back the diary as it was in a backup.

    FILE is a backup; without it, those that are known are shown. What differs is shown before
    anything changes. The diary of now is kept.
    """
    with ExitStack() as stack:
        present = _present(session, stack)
        chosen = file or _chosen(session, present)
        copy = stack.enter_context(_copy(session, chosen, present, backup_passphrase_file))
        _say_what_differs(copy, present)
        click.echo("Others may notice it: by the date of the file, and by what is gone from it.")
        if not confirmed(session, "Put it in the place of the diary?", yes=yes, default=False):
            return
        done = present.give_way_to(copy) if present else copy.take_free_place(session.folder)
    click.echo("The diary is as it was in the backup. It opens with the passphrase of the backup.")
    if done.kept is not None:
        click.echo(f"The diary of before is kept here: {done.kept}")
    if done.aside:
        click.echo(paragraph(_not_opened(done.aside, aside_in(session.folder))))


def _present(session: Session, stack: ExitStack) -> "Vault | None":
    """Open the diary of now; None where there is none, or it does not open or is not whole."""
    from diary import vault

    if not vault.is_there(session.folder):
        click.echo("There is no diary here now.")
        return None
    with suppress(WrongPassphrase, DamagedDiary), ExitStack() as attempt:
        present = attempt.enter_context(unlocked(session))
        if present.is_whole():
            stack.push(attempt.pop_all())
            return present
    click.echo(paragraph(NOT_COMPARED))
    return None


def _chosen(session: Session, present: "Vault | None") -> Path:
    from diary.vault.backup import copies_in, default_folder

    known = _known(present) if present else copies_in(default_folder(session.folder))
    if not known:
        raise NoDiary('there is no backup here; name one: "diary restore FILE"')
    if not session.may_ask:
        raise MissingInput('name the backup: "diary restore FILE"')
    beside = default_folder(session.folder)
    newest_first = [
        Choice(copy.name if copy.parent == beside else str(copy), copy) for copy in reversed(known)
    ]
    chosen = ask("Which one? (Enter = none of them)", one_of(newest_first))
    if chosen is None:
        raise MissingInput("no backup was chosen; nothing was changed")
    return chosen


def _known(present: "Vault") -> tuple[Path, ...]:
    """Return also what may be of another diary: which one to bring back, the person decides."""
    found = present.copies()
    return (*found.beside, *found.elsewhere, *found.of_others)


@contextmanager
def _copy(
    session: Session, file: Path, present: "Vault | None", passphrase_file: Path | None
) -> "Iterator[Vault]":
    """Open a copy of the backup with the passphrase of now, or with another one that is given."""
    from diary import vault

    with ExitStack() as stack:
        for key in _keys(session, present, passphrase_file):
            try:
                copy = stack.enter_context(vault.unpacked(session.folder, file, key))
            except WrongPassphrase as error:
                wrong: DiaryError = error
                click.echo("That did not open the backup.", err=True)
                continue
            yield copy
            return
        raise wrong


def _keys(
    session: Session, present: "Vault | None", passphrase_file: Path | None
) -> "Iterator[str | Vault]":
    if passphrase_file is not None:
        yield read_named(passphrase_file, "--backup-passphrase-file")
        return
    if present is not None:
        yield present
    elif session.passphrase_file is not None:
        yield read_passphrase_file(session.passphrase_file)
    if session.may_ask:
        for _ in range(TRIES):
            yield click.prompt(
                "Passphrase of the backup", hide_input=True, default="", show_default=False
            )


def _say_what_differs(copy: "Vault", present: "Vault | None") -> None:
    from diary.interchange.difference import difference

    there = copy.history()
    click.echo(f"The backup has {_told(there.records)}; {_changed(copy)}.")
    if present is None:
        return
    here = present.history()
    click.echo(f"The diary of now has {_told(here.records)}; {_changed(present)}.")
    for line in _lines(difference(here, there)):
        click.echo(f"  {line}")


def _not_opened(aside: int, where: Path) -> str:
    return (
        f"{counted(aside, 'entry', 'entries')} waited to be filed. Only the diary of before could"
        " open what waited, so look what is missing and write it down again. It is kept in"
        f" {where}."
    )


def _changed(vault: "Vault") -> str:
    last = vault.last()
    return f"last change on {last.at:%Y-%m-%d at %H:%M}" if last else "no change to take back"


def _lines(found: "Difference") -> Iterator[str]:
    if found.is_none:
        yield "Both say the same."
        return
    yield f"only in the diary of now, and gone from it afterwards: {_told(found.only_here)}"
    yield f"only in the backup, and back afterwards: {_told(found.only_there)}"
    yield f"in both, and as in the backup afterwards: {_told(found.different)}"
    if found.in_profile:
        yield "what you said about yourself will be as in the backup"


def _told(records: "tuple[Entry | Fact, ...]") -> str:
    entries = [record for record in records if isinstance(record, Entry)]
    facts = len(records) - len(entries)
    days = f" ({entries[0].date} to {entries[-1].date})" if entries else ""
    return f"{counted(len(entries), 'entry', 'entries')}{days}, {counted(facts, 'fact', 'facts')}"
