"""`diary demo`: a made-up year in a diary of its own, from the first key to the printed page."""

import os
import secrets
import tempfile
from pathlib import Path
from shutil import rmtree

import click

from diary.cli.demo_year import made_up_year
from diary.cli.report_file import write_report
from diary.cli.session import Session, pass_session
from diary.errors import NotSaved
from diary.model import History
from diary.whole_files import write_all

NOT_MADE = (
    "the made-up diary could not be written, and none of it is left; see that the disk has room"
    " where temporary files go, or name another folder in TMPDIR, then try again"
)


@click.command()
@pass_session
def demo(session: Session) -> None:
    """Show what the diary does, with a made-up year. Your own diary is not touched."""
    from diary.alerts import assess
    from diary.cli.alerts_text import show

    folder = Path(tempfile.mkdtemp(prefix="diary-demo-"))
    try:
        history = _made(session, folder)
    except NotSaved:
        rmtree(folder)
        raise NotSaved(NOT_MADE) from None
    first, last = history.entries[0].date, history.entries[-1].date
    click.echo(f"A made-up year, {first} to {last}, {len(history.entries)} entries.")
    click.echo("It is encrypted like any other diary. This is what its owner would see:\n")
    show(assess(history, session.today()))
    click.echo("\nAll of it is made up. It lies in this folder:")
    click.echo(f"  {folder}")
    click.echo("The page for a visit: summary.pdf, and the same as a picture: summary.png")
    click.echo("To look around in the made-up diary:")
    click.echo(
        f"  DIARY_HOME={folder / 'diary'} DIARY_PASSPHRASE_FILE={folder / 'passphrase'} diary list"
    )


def _made(session: Session, folder: Path) -> History:
    """Write the diary and its pages into the folder, and return what was read back."""
    from diary_reports.content import compose

    history = _written_and_read_back(session, folder)
    content = compose(history, session.today())
    for name in ("summary.pdf", "summary.png"):
        write_report(content, folder / name)
    return history


def _written_and_read_back(session: Session, folder: Path) -> History:
    from diary import vault

    passphrase = secrets.token_urlsafe(24)
    write_all({folder / "passphrase": passphrase.encode() + os.linesep.encode()})
    year = made_up_year(session.today())
    vault.create(folder / "diary", passphrase)
    with vault.opened(folder / "diary", passphrase) as opened:
        opened.write("demo", vault.all_new(year), session.now())
        return opened.history()
