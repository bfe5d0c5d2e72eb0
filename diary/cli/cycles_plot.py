"""A small plot of cycle lengths in text: one line a cycle, a mark where its length lies."""

import shutil
from collections.abc import Iterator, Sequence

from diary.cli.screen import WIDEST, paragraph
from diary.cycles import Cycle
from diary.cycles.limits import LONGEST_USUAL_CYCLE, SHORTEST_USUAL_CYCLE

FEWEST = 3
"""Cycles under which there is nothing to compare."""

EDGE = 3
"""Days that are shown beyond the usual limits."""

HEADING = (
    f"Days of each cycle. Between the lines, {SHORTEST_USUAL_CYCLE} to {LONGEST_USUAL_CYCLE} days,"
    " is usual for adults:"
)
BEFORE = len("2026-01-01  100 ")


def plot(cycles: Sequence[Cycle]) -> Iterator[str]:
    """Yield the lines of the plot; none for fewer than 3 cycles."""
    if len(cycles) < FEWEST:
        return
    lengths = [cycle.length for cycle in cycles]
    first = min(*lengths, SHORTEST_USUAL_CYCLE - EDGE)
    last = max(*lengths, LONGEST_USUAL_CYCLE + EDGE)
    room = min(WIDEST, shutil.get_terminal_size().columns) - BEFORE - 2
    step = -(-(last - first + 1) // max(room, 1))
    limits = {(limit - first) // step for limit in (SHORTEST_USUAL_CYCLE, LONGEST_USUAL_CYCLE)}
    yield paragraph(HEADING)
    for cycle in cycles:
        places = range((last - first) // step + 1)
        here = (cycle.length - first) // step
        marks = ("o" if p == here else "|" if p in limits else " " for p in places)
        yield f"{cycle.start}  {cycle.length:>3} {''.join(marks).rstrip()}"
    yield ""
