"""The strip of days as the template draws it: what stands where, and which shapes to explain."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from diary_reports.first_page import Json
from diary_reports.values import BLOOD, Day, Mark, Row, Strip

LEAST_COLUMNS = 31
PAIN_NUMBER = "PAIN_NUMBER"
NO_ENTRY = "NO_ENTRY"
NOTHING = "NOTHING"
AMOUNT = "AMOUNT"
AMOUNT_NOT_SAID = "AMOUNT_NOT_SAID"


def drawing(rows: Sequence[Row], strip: Strip) -> dict[str, Json]:
    """Return rows of a strip with the width of the widest and what the shapes mean.

    A day without an entry is hatched: nothing is known of it.
    """
    return {
        "by": strip.by,
        "columns": max([LEAST_COLUMNS, *(row.column + len(row.days) - 1 for row in rows)]),
        "rows": [_row(row) for row in rows],
        "legend": [{"shape": shape, "text": text} for shape, text in legend(rows, strip)],
    }


def legend(rows: Sequence[Row], strip: Strip) -> Iterator[tuple[str, str]]:
    """Yield each shape that these rows show, with what it means."""
    days = [day for row in rows for day in row.days]
    shown = {mark for day in days for mark in day.marks}
    for mark in Mark:
        if mark in shown:
            yield mark.name, strip.after_sex if mark is Mark.AFTER_SEX else mark.value
    said = {day.amount(mark) is not None for day in days for mark in BLOOD if mark in day.marks}
    if True in said:
        yield AMOUNT, "larger: more blood"
    if False in said:
        yield AMOUNT_NOT_SAID, "hollow: how much not said"
    if any(day.pain is not None for day in days):
        yield PAIN_NUMBER, "pain, 0 to 10"
    if any(day.recorded and not day.marks and day.pain is None for day in days):
        yield NOTHING, "blank: another entry"
    if not all(day.recorded for day in days):
        yield NO_ENTRY, "no entry that day"


def _row(row: Row) -> Json:
    return {
        "label": row.label,
        "silent": row.silent,
        "runs": list(_runs(row)),
        "days": [
            _day(day, column)
            for column, day in enumerate(row.days, row.column)
            if day.marks or day.pain is not None
        ],
    }


def _day(day: Day, column: int) -> Json:
    amounts = {mark.name: amount.name for mark, amount in day.amounts}
    marks = [mark.name for mark in day.marks]
    return {"column": column, "marks": marks, "amounts": amounts, "pain": day.pain}


def _runs(row: Row) -> Iterator[Json]:
    """Yield the days in a row that all have an entry, or all have none."""
    column = row.column
    for recorded, run in groupby(row.days, key=_is_recorded):
        length = len(list(run))
        yield {"column": column, "length": length, "recorded": recorded}
        column += length


def _is_recorded(day: Day) -> bool:
    return day.recorded
