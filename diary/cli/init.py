"""`diary init`: make an encrypted diary, and say what it protects and what it cannot."""

import click

from diary.cli.save import save
from diary.cli.screen import paragraph
from diary.cli.session import Session, pass_session
from diary.cli.unlock import read_passphrase_file
from diary.errors import AlreadyThere, MissingInput, NotSaved
from diary.model import Profile

PROMISES = (
    "What you write is encrypted on this computer. The program never sends anything anywhere.",
    "Only your passphrase opens it. If it is lost, nobody can get it back, and the diary is lost.",
    "It cannot help where somebody watches you type, makes you open it, or controls the computer.",
    "Reports and exports that you make are not encrypted.",
    "Others may notice that the program is here, and the folder that it makes now.",
)

NOT_MADE = (
    "no diary was made; see that the disk has room and that its folder can be written to, or name"
    " another folder in DIARY_HOME, then try again"
)


@click.command()
@pass_session
def init(session: Session) -> None:
    """Make an encrypted diary on this computer."""
    from diary import vault

    if vault.is_there(session.folder):
        raise AlreadyThere('there is a diary here already; "diary" shows it')
    for promise in PROMISES:
        click.echo(paragraph(promise))
    passphrase = _passphrase(session)
    try:
        vault.create(session.folder, passphrase)
    except NotSaved:
        if not vault.is_there(session.folder):
            raise NotSaved(NOT_MADE) from None
    click.echo(f"\nYour diary is made. It lies in {session.folder}")
    if session.may_ask:
        _get_to_know(session, passphrase)
    click.echo('"diary log" writes something down. "diary" shows where things stand.')


def _passphrase(session: Session) -> str:
    if session.passphrase_file is not None:
        return read_passphrase_file(session.passphrase_file)
    if not session.may_ask:
        raise MissingInput(
            "a passphrase cannot be asked for here; put one in a file and name that file in"
            " DIARY_PASSPHRASE_FILE"
        )
    from diary.cli.new_passphrase import ask_new_passphrase

    click.echo()
    return ask_new_passphrase()


def _get_to_know(session: Session, passphrase: str) -> None:
    """Ask the few questions and save what was answered; a stop here loses only these answers."""
    from diary import vault
    from diary.cli.about_you import ask_first_facts, ask_profile

    click.echo(
        paragraph("A few questions help the advice. Enter skips any of them, ? explains it.")
    )
    profile = ask_profile(Profile(), session.today())
    facts = ask_first_facts(profile, session.today())
    changes = [vault.Change(before=None, after=fact) for fact in facts]
    if profile != Profile():
        changes.insert(0, vault.Change(before=None, after=profile))
    if changes:
        with vault.opened(session.folder, passphrase) as opened:
            save(session, opened, "init", changes)
