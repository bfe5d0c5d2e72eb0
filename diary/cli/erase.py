"""`diary erase`: everything gone, after saying what will remain elsewhere."""

from dataclasses import dataclass
from pathlib import Path

import click

from diary.cli.ask import ask, yes_no
from diary.cli.screen import paragraph
from diary.cli.session import Session, pass_session
from diary.cli.still_there import MISSING, NO_COPY_NOW, name
from diary.cli.unlock import unlocked
from diary.errors import DamagedDiary, MissingInput, NoDiary, WrongPassphrase
from diary.model.vocabulary import Answer

WORD = "erase"

OF_OTHERS = (
    "These are named like backups, but the diary is not known to have had their passphrase. They"
    " stay; delete them yourself if they are yours:"
)
CONNECT_FIRST = (
    "To have them removed, too, connect the disk or stick first. Afterwards nothing knows of them."
)
REMAINS = (
    "Copies that you, a backup service or a synced folder made of any of these files.",
    "Reports and exports that you sent, printed, moved or renamed.",
    "Names in shell histories, lists of recent files and the terminal's memory.",
    (
        "Old blocks on an SSD, a USB stick or a disk with snapshots. Files are written over first,"
        " but such a disk may write elsewhere; only encryption of the whole disk helps there."
    ),
    "The program itself. That it is gone, or that files are missing, may be noticed.",
)


@dataclass(frozen=True, slots=True)
class Doomed:
    """What will be removed, and what stays: other files by now, those of others, those not found.

    `changed` has the name of a report but is another file by now.
    """

    here: tuple[Path, ...]
    elsewhere: tuple[Path, ...] = ()
    changed: tuple[Path, ...] = ()
    of_others: tuple[Path, ...] = ()
    missing: tuple[Path, ...] = ()
    without_copy: tuple[Path, ...] = ()
    is_all_known: bool = True


@click.command()
@click.option("--erase-everything", is_flag=True, help="Do not ask for the word; for scripts.")
@pass_session
def erase(session: Session, erase_everything: bool) -> None:
    """Remove the diary, its backups, and the reports and exports that it knows of.

    Nothing can bring them back. It works without the passphrase, but then it does not know what
    lies in other folders.
    """
    from diary.vault import erasing

    if not (session.may_ask or erase_everything):
        raise MissingInput(
            'this needs a typed word, and nothing can be asked here; add "--erase-everything"'
        )
    if not erasing.belongings(session.folder):
        raise NoDiary("there is nothing of a diary here")
    doomed = _doomed(session)
    _say(doomed)
    if not (erase_everything or _is_typed()):
        click.echo("Nothing was changed.")
        return
    erasing.erase((*doomed.elsewhere, *doomed.here), session.folder)
    click.echo("It is gone.")


def _doomed(session: Session) -> Doomed:
    from diary.vault import erasing

    here = erasing.belongings(session.folder)
    if not _may_open(session):
        return Doomed(here, is_all_known=False)
    try:
        with unlocked(session) as vault:
            known, copies = vault.elsewhere(), vault.copies()
    except (WrongPassphrase, DamagedDiary, NoDiary):
        return Doomed(here, is_all_known=False)
    return Doomed(
        erasing.belongings(session.folder),
        (*known.unchanged, *copies.elsewhere),
        changed=known.changed,
        of_others=copies.of_others,
        missing=known.missing,
        without_copy=copies.without,
    )


def _may_open(session: Session) -> bool:
    """Say whether there is a passphrase to try; who has forgotten it can erase all the same."""
    if session.passphrase_file is not None:
        return True
    if not session.may_ask:
        return False
    question = "Do you have the passphrase? With it, reports and backups elsewhere are found, too."
    return ask(question, yes_no()) is Answer.YES


def _say(doomed: Doomed) -> None:
    name("These will be removed, and nothing can bring them back:", doomed.elsewhere + doomed.here)
    name("These were changed since the program wrote them, and stay:", doomed.changed)
    name(OF_OTHERS, doomed.of_others)
    name(MISSING, doomed.missing)
    name(NO_COPY_NOW, doomed.without_copy)
    if doomed.missing or doomed.without_copy:
        click.echo(paragraph(CONNECT_FIRST))
    if not doomed.is_all_known:
        click.echo(
            paragraph(
                "The diary was not opened, so reports, exports and backups in other folders are not"
                " known. They stay."
            )
        )
    click.echo("\nWhat will remain, and where to look yourself:")
    for words in REMAINS:
        click.echo(paragraph(f"- {words}"))


def _is_typed() -> bool:
    typed = click.prompt(f'\nType "{WORD}" to remove all of it', default="", show_default=False)
    return bool(typed.strip().lower() == WORD)
