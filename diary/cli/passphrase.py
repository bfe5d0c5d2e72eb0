"""`diary passphrase`: another passphrase for the diary, with everything encrypted anew."""

from contextlib import suppress
from pathlib import Path

import click

from diary.cli.session import Session, pass_session
from diary.cli.still_there import say_copies
from diary.cli.unlock import read_passphrase_file, unlocked
from diary.errors import MissingInput


@click.command()
@click.option(
    "--new-file",
    type=click.Path(dir_okay=False, path_type=Path),
    help="A file whose first line is the new passphrase, for scripts.",
)
@pass_session
def passphrase(session: Session, new_file: Path | None) -> None:
    """Choose another passphrase.

    Everything is encrypted anew. Backups of before still open with the passphrase of before.
    """
    if new_file is None and not session.may_ask:
        raise MissingInput(
            'the new passphrase cannot be asked for here; name a file that has it with "--new-file"'
        )
    click.echo("Somebody who knew the old passphrase can notice that it was changed.")
    with unlocked(session) as vault:
        older = vault.copies()
        vault.change_passphrase(_new(new_file))
    click.echo("\nThe diary has its new passphrase. The one of before does not open it any more.")
    say_copies(older, "These still open with a passphrase of before:")
    click.echo('"diary backup" makes a backup that opens with the new one.')


def read_named(file: Path, option: str) -> str:
    """Return the first line of the file that an option names.

    Raises:
        MissingInput: where there is no such file, or it is not text.
    """
    with suppress(MissingInput):
        return read_passphrase_file(file)
    raise MissingInput(f'the file that "{option}" names cannot be read; check its name')


def _new(file: Path | None) -> str:
    from diary.cli.new_passphrase import ask_new_passphrase

    return ask_new_passphrase() if file is None else read_named(file, "--new-file")
