"""What the page's font can show of a text, and a visible mark for the rest."""

import re
import unicodedata
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

FONTS = Path(__file__).with_name("fonts")
"""DejaVu Sans comes with us, so that no font of the computer is needed."""

MARK = "\u25a1"
SAYS_SO = f"{MARK} stands for characters that this page cannot show."

JOINERS = "\u200c\u200d"
LONG_WORD = 24
TOO_LONG = re.compile(rf"\S{{{LONG_WORD + 1},}}")
NO_LETTER = "\u00a0"
"""Carries an accent or vowel point that a line begins with."""
BREAK_HERE = "\u200b"


def printable(text: str) -> str:
    """Return a text with `MARK` in place of each run of characters that the font does not have.

    Line ends stay; other control and formatting characters go, as they could turn the text around
    on the page. Long words get places where a line may break.
    """
    if _is_plain(text):
        return TOO_LONG.sub(_breakable, text)
    composed = unicodedata.normalize("NFC", text)
    lines = re.split("\r\n|[\r\n\u0085\u2028\u2029]", composed)
    return "\n".join(_line(line) for line in lines)


def _is_plain(text: str) -> bool:
    """Say whether every font has all of a text, so that it need not be looked up."""
    spaced = text.replace(NO_LETTER, " ")
    return spaced.isascii() and spaced.isprintable()


@cache
def covered() -> frozenset[str]:
    """Return the characters that both the regular and the bold font have."""
    regular, bold = (_codes(FONTS / name) for name in ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf"))
    return frozenset(chr(code) for code in regular & bold if _is_text(chr(code)))


def _codes(path: Path) -> set[int]:
    with TTFont(path, lazy=True) as font:
        return set(font.getBestCmap())


def _is_text(character: str) -> bool:
    """Say whether a character is one to print: not a control, private or placeholder one."""
    if unicodedata.category(character) in ("Cc", "Cf", "Cn", "Co", "Cs"):
        return character in JOINERS
    return character not in "\ufffc\ufffd\ufeff"


def _line(line: str) -> str:
    visible = "".join(_shown(character) for character in line)
    marked = re.sub(f"{MARK}[{MARK}{JOINERS}\ufe00-\ufe0f]*", MARK, visible)
    carried = NO_LETTER + marked if _joins_a_letter(marked[:1]) else marked
    return TOO_LONG.sub(_breakable, carried)


def _joins_a_letter(character: str) -> bool:
    return unicodedata.category(character or " ").startswith("M")


def _shown(character: str) -> str:
    if character in covered():
        return character
    if unicodedata.category(character) == "Zs" or character == "\t":
        return " "
    return "" if unicodedata.category(character) == "Cf" else MARK


def _breakable(word: re.Match[str]) -> str:
    """Let a line break inside a long word, though never before a mark that belongs to a letter."""
    pieces = [""]
    for character in word.group():
        if len(pieces[-1]) >= LONG_WORD and not _joins_a_letter(character):
            pieces.append("")
        pieces[-1] += character
    return BREAK_HERE.join(pieces)
