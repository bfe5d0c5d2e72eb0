"""How wide lines may be: the terminal's width, and never more than the eye follows well."""

import shutil

import click

WIDEST = 78


def printable(text: str) -> str:
    """Return `text` without what would move the cursor or colour the screen; line breaks stay."""
    return "".join(letter if letter.isprintable() or letter == "\n" else "�" for letter in text)


def paragraph(text: str, *, indent: str = "", hanging: str = "") -> str:
    """Return `text` in lines that fit the terminal, each behind `indent`.

    `hanging` stands before the lines after the first.
    """
    return click.wrap_text(
        text, width(), initial_indent=indent, subsequent_indent=indent or hanging
    )


def width() -> int:
    """Return how many characters a line may have."""
    return min(WIDEST, shutil.get_terminal_size().columns)


def counted(number: int, one: str, many: str) -> str:
    """Return a number with its word: "1 entry", "3 entries"."""
    return f"{number} {one if number == 1 else many}"
