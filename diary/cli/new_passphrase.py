"""A new passphrase: typed twice, told where it is weak, or made for the person."""

import click
from xkcdpass import xkcd_password
from zxcvbn import zxcvbn

from diary.cli.screen import paragraph

WORDS = 6
STRONG_ENOUGH = 3
"""Of zxcvbn's scores 0 to 4, the first that withstands guessing without a limit on its speed."""
LOOKED_AT = 72
"""zxcvbn looks at no more characters than this; what is longer is not weaker."""


def ask_new_passphrase() -> str:
    """Ask until a passphrase was typed the same twice."""
    while True:
        typed = click.prompt(
            "New passphrase (only Enter: have one made)",
            hide_input=True,
            default="",
            show_default=False,
        )
        passphrase = typed or _made()
        if typed and is_weak(typed) and not _keeps_weak():
            continue
        again = click.prompt("The same again", hide_input=True, default="", show_default=False)
        if again == passphrase:
            return passphrase
        click.echo("The two are not the same. Once more.")


def is_weak(passphrase: str) -> bool:
    """Say whether a computer could guess it in short time."""
    return bool(zxcvbn(passphrase[:LOOKED_AT])["score"] < STRONG_ENOUGH)


def _keeps_weak() -> bool:
    click.echo(
        paragraph("That one is quick to guess for a computer. Five or more words are much better.")
    )
    return click.confirm("Use it all the same?", default=False)


def _made() -> str:
    words = xkcd_password.generate_wordlist("eff-long")
    made = str(xkcd_password.generate_xkcdpassword(words, numwords=WORDS))
    click.echo(paragraph("Here is one. Write it on paper and keep it where only you look:"))
    click.echo(f"\n  {made}\n")
    return made
