"""The strip of days as a drawing: shapes tell things apart, colour only repeats it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import groupby
from math import ceil
from typing import Any, TypeAlias

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.collections import PolyCollection
from matplotlib.figure import Figure
from matplotlib.typing import RcKeyType

from diary_reports.values import Day, Mark, Row, Strip

POINTS = 72
WIDTH = 510.0
"""Points: what both A4 and Letter leave between their margins."""
LABELS = 58.0
FONT_SIZE = 8.0
LANE = 9.5
"""Height of each of the three lanes of a row: sex, blood, pain."""
ROW = 3 * LANE + 3
SILENT_ROW = 12.0
LEAST_COLUMNS = 31
LEGEND_COLUMNS = 4
LEGEND_ROW = 11.5

STYLE: dict[RcKeyType, Any] = {
    "svg.fonttype": "none",
    "svg.hashsalt": "diary",
    "font.family": "DejaVu Sans",
    "font.size": FONT_SIZE,
    "hatch.linewidth": 0.4,
}
RED, ROSE, GREY = "#8f0000", "#c79a9a", "#b5b5b5"

SHAPES: dict[Mark, dict[str, Any]] = {
    Mark.AFTER_SEX: {"marker": "D", "s": 42, "facecolor": RED, "edgecolor": "white"},
    Mark.SPOTTING: {"marker": "+", "s": 34, "color": "black"},
    Mark.OTHER_BLEED: {"marker": "s", "s": 34, "facecolor": "white", "edgecolor": "black"},
    Mark.SEX: {"marker": "o", "s": 26, "facecolor": "white", "edgecolor": "black"},
    Mark.SEX_BLED: {"marker": "o", "s": 26, "facecolor": "black", "edgecolor": "black"},
    Mark.SEX_UNKNOWN: {"marker": "v", "s": 28, "facecolor": "white", "edgecolor": "black"},
    Mark.PAIN: {"marker": "x", "s": 20, "color": "black"},
}
"""Every mark but the period, which is a band."""
SEX_LANE, BLOOD_LANE, PAIN_LANE = 0.5, 1.5, 2.5
LANES = {
    Mark.SEX: SEX_LANE,
    Mark.SEX_BLED: SEX_LANE,
    Mark.SEX_UNKNOWN: SEX_LANE,
    Mark.PAIN: PAIN_LANE,
}
BACKGROUNDS: dict[bool, dict[str, Any]] = {
    False: {"facecolor": "none", "hatch": "/////", "linewidth": 0},
    True: {"facecolor": "white", "linewidth": 0.5, "zorder": 2},
}
"""Of days without an entry, and with one."""
BAND: dict[str, Any] = {"facecolor": ROSE, "linewidth": 0, "zorder": 2.1}
Box: TypeAlias = tuple[float, float, float, float]
"""Left, top, width and height, in points."""

LEGEND_PAIN = "pain, 0 to 10"
LEGEND_SILENT = "no entry that day"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A day with the place of its left upper corner, in points from that of the figure."""

    day: Day
    left: float
    top: float
    width: float


def strip_figure(rows: Sequence[Row], strip: Strip) -> Figure:
    """Draw rows of a strip with the numbers of the days above and what the shapes mean below.

    A day without an entry is hatched: nothing is known of it.
    """
    height = ceil(2 * LANE + sum(map(_height, rows)) + _legend_height(rows))
    with rc_context(STYLE):
        figure = Figure(figsize=(WIDTH / POINTS, height / POINTS))
        axes = figure.add_axes((0, 0, 1, 1))
        axes.set(xlim=(0, WIDTH), ylim=(height, 0))
        axes.axis("off")
        cells = _number_and_label(axes, rows, strip.by)
        _draw_days(axes, cells)
        _draw_legend(axes, rows, height - _legend_height(rows), strip.after_sex)
    return figure


def svg(figure: Figure) -> bytes:
    """Return a figure as SVG without metadata, the same bytes each time; its text stays text."""
    written = BytesIO()
    nothing = {"Date": None, "Creator": None, "Format": None, "Type": None}
    with rc_context(STYLE):
        figure.savefig(written, format="svg", transparent=True, metadata=nothing)
    return written.getvalue()


def _height(row: Row) -> float:
    return SILENT_ROW if row.silent else ROW


def _number_and_label(axes: Axes, rows: Sequence[Row], by: str) -> list[Cell]:
    """Write the day numbers and the labels of the rows; return where each day goes."""
    columns = max([LEAST_COLUMNS, *(row.column + len(row.days) - 1 for row in rows)])
    width = (WIDTH - LABELS) / columns
    _write(axes, 0, LANE, f"Day of {by}")
    for column in (1, *range(5, columns + 1, 5)):
        _write(axes, LABELS + (column - 0.5) * width, LANE, str(column), align="center")
    cells, top = [], 2 * LANE
    for row in rows:
        if row.silent:
            _write(axes, LABELS, top + SILENT_ROW / 2, row.label)
        else:
            _write(axes, 0, top + 1.5 * LANE, row.label)
        for place, day in enumerate(row.days, row.column - 1):
            cells.append(Cell(day=day, left=LABELS + place * width, top=top, width=width))
        top += _height(row)
    return cells


def _draw_days(axes: Axes, cells: Sequence[Cell]) -> None:
    runs = list(_runs(cells))
    for is_recorded in (False, True):
        boxes = [
            (left, top, width, 3 * LANE) for left, top, width, said in runs if said is is_recorded
        ]
        _draw_boxes(axes, boxes, edgecolor=GREY, **BACKGROUNDS[is_recorded])
    bands = [_band(c.left, c.top + LANE, c.width) for c in cells if Mark.PERIOD in c.day.marks]
    _draw_boxes(axes, bands, **BAND)
    recorded = [cell for cell in cells if cell.day.recorded]
    tops = [cell.top for cell in recorded]
    bottoms = [top + 3 * LANE for top in tops]
    axes.vlines([c.left for c in recorded], tops, bottoms, color=GREY, linewidth=0.5, zorder=2)
    for cell in recorded:
        if cell.day.pain is not None:
            middle = cell.left + cell.width / 2
            _write(axes, middle, cell.top + PAIN_LANE * LANE, str(cell.day.pain), align="center")
    for mark, look in reversed(SHAPES.items()):
        middles = [
            (_middle(cell, mark), cell.top + LANES.get(mark, BLOOD_LANE) * LANE)
            for cell in cells
            if mark in cell.day.marks
        ]
        if middles:
            axes.scatter(*zip(*middles, strict=True), linewidths=0.8, zorder=3, **look)


def _middle(cell: Cell, mark: Mark) -> float:
    """Return where a mark goes: two sorts of sex on one day stand beside each other."""
    marks = [other for other in cell.day.marks if LANES.get(other) == SEX_LANE]
    if mark not in marks:
        return cell.left + cell.width / 2
    return cell.left + cell.width * (marks.index(mark) + 1) / (len(marks) + 1)


def _runs(cells: Sequence[Cell]) -> Iterator[tuple[float, float, float, bool]]:
    """Yield left, top and width of days in a row that all have an entry, or all have none."""
    for (top, is_recorded), group in groupby(cells, key=lambda cell: (cell.top, cell.day.recorded)):
        run = list(group)
        yield run[0].left, top, run[-1].left + run[-1].width - run[0].left, is_recorded


def _draw_boxes(axes: Axes, boxes: Sequence[Box], **look: Any) -> None:  # noqa: ANN401 - matplotlib's
    """Draw boxes as one collection: a patch for each would take most of the time of a report."""
    corners = [
        [(left, top), (left + wide, top), (left + wide, top + high), (left, top + high)]
        for left, top, wide, high in boxes
    ]
    if corners:
        axes.add_collection(PolyCollection(corners, **look), autolim=False)


def _band(left: float, top: float, width: float) -> Box:
    return left, top + 1, width, LANE - 2


def _legend(rows: Sequence[Row]) -> list[Mark | str]:
    """Return what needs explaining: only what these rows show."""
    days = [day for row in rows for day in row.days]
    used: list[Mark | str] = [mark for mark in Mark if any(mark in day.marks for day in days)]
    used += [LEGEND_PAIN] if any(day.pain is not None for day in days) else []
    return used + ([LEGEND_SILENT] if any(not day.recorded for day in days) else [])


def _legend_height(rows: Sequence[Row]) -> float:
    return -(-len(_legend(rows)) // LEGEND_COLUMNS) * LEGEND_ROW + 2


def _draw_legend(axes: Axes, rows: Sequence[Row], top: float, after_sex: str) -> None:
    names: dict[Mark | str, str] = {mark: mark.value for mark in Mark}
    names[Mark.AFTER_SEX] = after_sex
    for number, item in enumerate(_legend(rows)):
        line, column = divmod(number, LEGEND_COLUMNS)
        x = column * WIDTH / LEGEND_COLUMNS
        y = top + (line + 0.5) * LEGEND_ROW
        _draw_sample(axes, item, x, y)
        _write(axes, x + 15, y, names.get(item, str(item)))


def _draw_sample(axes: Axes, item: Mark | str, x: float, y: float) -> None:
    if item is Mark.PERIOD:
        _draw_boxes(axes, [_band(x, y - LANE / 2, 12)], **BAND)
    elif isinstance(item, Mark):
        axes.scatter([x + 6], [y], linewidths=0.8, **SHAPES[item])
    elif item == LEGEND_PAIN:
        _write(axes, x + 6, y, "3", align="center")
    else:
        look = BACKGROUNDS[False] | {"linewidth": 0.5}
        _draw_boxes(axes, [(x, y - 4, 12, 8)], edgecolor=GREY, **look)


def _write(axes: Axes, x: float, y: float, text: str, *, align: str = "left") -> None:
    axes.text(x, y, text, ha=align, va="center_baseline", fontsize=FONT_SIZE)
