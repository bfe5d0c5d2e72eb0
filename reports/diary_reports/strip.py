"""The strip of days: a row a cycle, or a month where there are no cycles to show."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import groupby, pairwise
from statistics import median_low

from diary.model import Entry
from diary.model.episodes import BANDS, Bleed
from diary.model.vocabulary import Amount, BleedingSource, DatePrecision
from diary_reports.scope import Scope
from diary_reports.values import BLOOD, Day, Mark, Row, Strip
from diary_reports.words import AFTER_SEX, MONTHS, counted, day_range, listed, short_date, worded

WIDTH = 42
"""Columns of a row: usual cycles last up to 38 days (FIGO 2018), and some are a little longer."""
MOST_ROWS = 40
ONE_DAY = timedelta(days=1)


def strip(scope: Scope) -> Strip:
    """Return the days of the report with what was recorded on them, the latest `MOST_ROWS` rows.

    In a pregnancy there is no cycle to align the days by.
    """
    starts = [p.start for p in scope.chart.periods if scope.first and p.start >= scope.first]
    is_of_womb = scope.source in (None, BleedingSource.VAGINAL)
    by_cycle = len(starts) > 1 and is_of_womb and scope.pregnancy is None
    days = _days(scope)
    rows = _rows(_cycles(days, starts, scope) if by_cycle else _months(days))
    drawn = tuple(rows[-MOST_ROWS:])
    remarks = []
    if len(rows) > MOST_ROWS:
        remarks.append(f"The latest {MOST_ROWS} rows are drawn; earlier days are in the table.")
    inexact = sum(not to_the_day(entry) for entry in scope.entries)
    if inexact:
        entries = counted(inexact, "entry", "entries")
        remarks.append(f"{entries} whose day is not known exactly: only in the table.")
    return Strip(
        by="cycle" if by_cycle else "month",
        rows=drawn,
        after_sex=_name_after_sex(scope),
        remark=" ".join(remarks) or None,
    )


def _name_after_sex(scope: Scope) -> str:
    """Name the bleeding after sex by its source, where all of it is from the one."""
    sources = [source for source in BleedingSource if scope.after_sex_from(source)]
    return AFTER_SEX[sources[0]] if len(sources) == 1 else Mark.AFTER_SEX.value


def to_the_day(entry: Entry) -> bool:
    """Say whether the day of an entry is known exactly."""
    return entry.date_precision in (None, DatePrecision.DAY)


def described(rows: Iterable[Row], strip: Strip) -> str:
    """Return rows of a strip in words, for those who cannot see them."""
    words = [_row_in_words(row, strip) for row in rows]
    return " ".join([f"Strip of days, one row a {strip.by}.", *words])


def _row_in_words(row: Row, strip: Strip) -> str:
    if row.silent:
        return f"{row.label}."
    names = {mark: mark.value for mark in Mark} | {Mark.AFTER_SEX: strip.after_sex}
    parts = [f"{names[mark]} {_columns(row, mark)}" for mark in Mark if _columns(row, mark)]
    pains = [
        f"{day.pain} on {day.date.day} {MONTHS[day.date.month - 1][:3]}"
        for day in row.days
        if day.pain is not None
    ]
    parts += [f"pain {listed(pains)}"] if pains else []
    label = row.label or f"Day {row.column}"
    days = counted(len(row.days), "day")
    return f"{label}, {days}: {'; '.join(parts) or 'nothing of these'}."


def _columns(row: Row, mark: Mark) -> str:
    days = [_day_in_words(day, mark) for day in row.days if mark in day.marks]
    return f"on {listed(days)}" if days else ""


def _day_in_words(day: Day, mark: Mark) -> str:
    amount = day.amount(mark)
    told = f" ({worded(amount)})" if amount is not None else ""
    return f"{day.date.day} {MONTHS[day.date.month - 1][:3]}{told}"


def _days(scope: Scope) -> list[Day]:
    """Return every day of the range, those without an entry too."""
    marks, amounts, pains = _marks(scope), _amounts(scope), _pains(scope)
    recorded = {entry.date for entry in scope.entries if to_the_day(entry)}
    return [
        Day(
            date=day,
            recorded=day in recorded,
            marks=tuple(mark for mark in Mark if mark in marks.get(day, ())),
            amounts=tuple((mark, amounts[day, mark]) for mark in BLOOD if (day, mark) in amounts),
            pain=pains.get(day),
        )
        for day in _each_day(scope.first, scope.last)
    ]


def _each_day(first: date | None, last: date) -> Iterator[date]:
    while first is not None and first <= last:
        yield first
        first += ONE_DAY


def _marks(scope: Scope) -> dict[date, set[Mark]]:
    found: dict[date, set[Mark]] = {}
    for entry, mark in (*_blood(scope), *_sex(scope)):
        if to_the_day(entry):
            found.setdefault(entry.date, set()).add(mark)
    for entry in scope.entries:
        if to_the_day(entry) and entry.pain is not None and entry.pain.score is None:
            found.setdefault(entry.date, set()).add(Mark.PAIN)
    return found


def _amounts(scope: Scope) -> dict[tuple[date, Mark], Amount]:
    """Return the most blood of each day and mark, where that was said."""
    found: dict[tuple[date, Mark], Amount] = {}
    for entry, mark in _blood(scope):
        amount = entry.bleeding.amount if entry.bleeding else None
        if to_the_day(entry) and amount in BANDS:
            place = entry.date, mark
            found[place] = max(found.get(place, amount), amount, key=BANDS.index)
    return found


def _blood(scope: Scope) -> Iterator[tuple[Entry, Mark]]:
    """Yield the entries of all bleeds, also of one that goes on from before the range."""
    for bleeds in scope.all_bleeds.values():
        for bleed in bleeds:
            yield from ((entry, _mark_of(scope, bleed, entry)) for entry in bleed.entries)


def _mark_of(scope: Scope, bleed: Bleed, entry: Entry) -> Mark:
    if id(entry) in scope.period_entries or (bleed.is_period and not bleed.after_sex):
        return Mark.PERIOD
    if bleed.after_sex:
        return Mark.AFTER_SEX
    spotting = entry.bleeding is not None and entry.bleeding.amount is Amount.SPOTTING
    return Mark.SPOTTING if spotting else Mark.OTHER_BLEED


def _sex(scope: Scope) -> Iterator[tuple[Entry, Mark]]:
    """Yield each sex event with whether bleeding from any source followed it."""
    for occasion in scope.occasions(scope.source or BleedingSource.VAGINAL):
        if id(occasion.sex) in scope.sex_that_bled:
            yield occasion.sex, Mark.SEX_BLED
        else:
            yield occasion.sex, Mark.SEX_UNKNOWN if occasion.bled is None else Mark.SEX


def _pains(scope: Scope) -> dict[date, int]:
    found: dict[date, int] = {}
    for entry in scope.entries:
        if to_the_day(entry) and entry.pain is not None and entry.pain.score is not None:
            found[entry.date] = max(entry.pain.score, found.get(entry.date, 0))
    return found


def _cycles(days: list[Day], starts: list[date], scope: Scope) -> Iterator[Row]:
    """Yield a row a period start, and those for the days before the first."""
    first = days[0].date
    before = days[: max((starts[0] - first).days, 0)]
    known = scope.chart.day_of_cycle(first).day
    if before and known:
        yield Row(label=_from(first), column=known, days=tuple(before))
    elif before:
        yield from _before(before, min(_usual_distance(starts), WIDTH))
    for start, end in zip(starts, [*starts[1:], days[-1].date + ONE_DAY], strict=True):
        row = days[(start - first).days : (end - first).days]
        yield Row(label=short_date(start), days=tuple(row))


def _before(days: list[Day], distance: int) -> Iterator[Row]:
    """Yield days whose cycle day nobody knows: the last one stands where a usual cycle ends."""
    place, room = 0, (len(days) - 1) % distance + 1
    while place < len(days):
        some = tuple(days[place : place + room])
        yield Row(label=_from(some[0].date), column=distance - room + 1, days=some)
        place, room = place + room, distance


def _from(day: date) -> str:
    return f"from {day.day} {MONTHS[day.month - 1][:3]}"


def _usual_distance(starts: list[date]) -> int:
    """Return the middle one of the days from one start to the next, the shorter of two."""
    return median_low((after - start).days for start, after in pairwise(starts))


def _months(days: list[Day]) -> Iterator[Row]:
    for _, group in groupby(days, key=lambda day: (day.date.year, day.date.month)):
        month = tuple(group)
        first = month[0].date
        label = f"{MONTHS[first.month - 1][:3]} {first.year}"
        yield Row(label=label, column=first.day, days=month)


def _rows(given: Iterable[Row]) -> list[Row]:
    """Break rows that are too long, and let one silent row with two days stand for each silence."""
    rows: list[Row] = []
    for row in (piece for whole in given for piece in _pieces(whole)):
        if any(day.recorded for day in row.days):
            rows.append(row)
        else:
            begun = rows.pop() if rows and rows[-1].silent else row
            rows.append(Row(label="", days=(begun.days[0], row.days[-1]), silent=True))
    return [_silence(row.days) if row.silent else row for row in rows]


def _pieces(row: Row) -> Iterator[Row]:
    place, column, label = 0, row.column, row.label
    while place < len(row.days):
        room = max(1, WIDTH - (column - 1) % WIDTH)
        days = row.days[place : place + room]
        yield Row(label=label, column=(column - 1) % WIDTH + 1, days=days)
        place, column = place + room, column + room
        label = f"day {column}"


def _silence(days: tuple[Day, ...]) -> Row:
    return Row(label=f"No entries {day_range(days[0].date, days[-1].date)}", silent=True)
