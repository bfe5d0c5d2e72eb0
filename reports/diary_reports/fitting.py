"""How much of a text fits on page one; what is longer stands in full on a later page."""

CUT = "…"
BETWEEN = "; "
"""Stands between the items of a line."""
WHOLE = 50


def fitted(text: str, most: int) -> str:
    """Return a text of at most about `most` characters, with whole items as far as they fit.

    The first item is only cut where it is longer than `WHOLE`, so that no date is cut off.
    """
    if len(text) <= most:
        return text
    first, *others = text.split(BETWEEN)
    kept = [shortened(first, max(most, WHOLE))]
    for item in others:
        if len(BETWEEN.join([*kept, item])) > most:
            break
        kept.append(item)
    rest = 1 + len(others) - len(kept)
    return BETWEEN.join([*kept, *([f"{rest} more"] if rest else [])])


def shortened(text: str, most: int) -> str:
    """Return the text in one line, cut at a word to at most `most` characters."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    kept = line[: most - 1]
    head, space, _ = kept.rpartition(" ")
    return (head if space and len(head) > most // 2 else kept) + CUT
