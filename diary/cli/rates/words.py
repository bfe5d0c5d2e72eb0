"""What the parts of `diary rates` say alike: places, chance, counts, lines and headings."""

from collections.abc import Iterable

import click

from diary.cli.screen import paragraph
from diary.model.vocabulary import BleedingSource
from diary.rates import Rate
from diary.rates.chance import Chance

WHERE = {
    BleedingSource.VAGINAL: "from the vagina",
    BleedingSource.RECTAL: "from the bottom",
    BleedingSource.SEMEN: "in semen (cum)",
    BleedingSource.URETHRAL: "from the pee hole, not with pee",
    BleedingSource.URINE: "in pee",
    BleedingSource.SKIN: "from a cut or tear on the outside",
    BleedingSource.UNKNOWN: "from a place not known",
    None: "from anywhere",
}
CHANCE = {
    Chance.TOO_LITTLE: "That is too little to tell a difference from chance.",
    Chance.SAME: "The share is the same on both sides.",
    Chance.OFTEN: "A difference this large is often chance.",
    Chance.SOMETIMES: "A difference this large comes up by chance now and then.",
    Chance.UNUSUAL: "A difference this large would be unusual by chance alone."
    " That does not say what is behind it.",
}


def print_lines(lines: Iterable[str]) -> None:
    """Print each line broken to fit the terminal."""
    for line in lines:
        click.echo(paragraph(line))


def print_heading(text: str) -> None:
    """Print the heading of a part, with an empty line above it."""
    click.echo(f"\n{click.style(paragraph(text), bold=True)}")


def times(number: int) -> str:
    """Return a number of times in words."""
    return "1 time" if number == 1 else f"{number} times"


def counted(rate: Rate) -> str:
    """Return a rate as "x of y" with what is not known, never as 0 of 0."""
    if not rate.of + rate.unknown:
        return "no time noted"
    parts = [f"{rate.bled} of {rate.of}"] if rate.of else []
    parts += [f"{rate.unknown} not known"] if rate.unknown else []
    return ", ".join(parts)


def ends(rate: Rate, between: str = "to") -> str:
    """Return the ends of the 95 % interval as whole percentages; only for `MIN_TIMES` or more."""
    return f"{round(100 * (rate.low or 0))} {between} {round(100 * (rate.high or 0))} %"
