"""How wide lines may be: the terminal's width, and never more than the eye follows well."""

import shutil

import click

WIDEST = 78


def paragraph(text: str) -> str:
    """Return `text` in lines that fit the terminal."""
    return click.wrap_text(text, width=min(WIDEST, shutil.get_terminal_size().columns))
