"""How much of a text fits on page one; what is longer stands in full on a later page."""

from collections.abc import Sequence

from diary_reports.values import Line

FITS = 90
"""Characters of a line on page one."""
CUT = "…"


def fitted(label: str, items: Sequence[str]) -> Line:
    """Return a line with as many whole items as fit, and all of them as `full` if some do not."""
    full = "; ".join(items)
    if len(full) <= FITS:
        return Line(label=label, text=full)
    text = shortened(items[0], FITS)
    fitting = 1
    while fitting < len(items) and len(text) + len(items[fitting]) + 2 <= FITS:
        text += f"; {items[fitting]}"
        fitting += 1
    rest = len(items) - fitting
    if not rest and text == full:
        return Line(label=label, text=text)
    return Line(label=label, text=f"{text}; {rest} more" if rest else text, full=full)


def shortened(text: str, most: int) -> str:
    """Return the text in one line, cut at a word to at most `most` characters."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    kept = line[: most - 1]
    head, space, _ = kept.rpartition(" ")
    return (head if space and len(head) > most // 2 else kept) + CUT
