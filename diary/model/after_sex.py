"""When one bleed began, against the sex before it: the person's word, the clock, the day."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from diary.model.days import shifted
from diary.model.entry import Entry
from diary.model.vocabulary import Answer, DatePrecision, Timing

AFTER_SEX = timedelta(hours=24)


def began_after_sex(entry: Entry, sexes: dict[date, list[Entry]]) -> bool | None:
    """Say whether the entry's bleed began during sex or within 24 hours after; None: not known."""
    bleeding = entry.bleeding
    if bleeding is None:
        return None
    if bleeding.timing in (Timing.DURING_SEX, Timing.AFTER_SEX):
        return True
    if bleeding.timing is Timing.NOT_AFTER_SEX or bleeding.period is Answer.YES:
        return False
    if bleeding.hours_after_sex is not None or entry.follows is not None:
        return True
    if entry.sex is not None:
        return None if bleeding.timing is Timing.UNKNOWN else True
    return True if _sex_by_the_clock(entry, sexes) else None


def is_exact(entry: Entry) -> bool:
    """Say whether the entry's day is known, not only its week, month or year."""
    return entry.date_precision in (None, DatePrecision.DAY)


def says_after_sex(entry: Entry) -> bool:
    """Say whether the person's own word makes the bleed one after sex, without the clock."""
    return began_after_sex(entry, {}) is True


def sex_before(
    entry: Entry, sexes: dict[date, list[Entry]], by_id: dict[str, Entry]
) -> Entry | None:
    """Return the sex that a bleed after sex followed: the person's word, the clock, the day."""
    if entry.follows is not None:
        return by_id.get(entry.follows)
    if entry.sex is not None:
        return entry
    by_the_clock = _sex_by_the_clock(entry, sexes)
    if by_the_clock is not None or not is_exact(entry):
        return by_the_clock
    near = [*sexes.get(shifted(entry.date, -1), []), *sexes.get(entry.date, [])]
    open_to_doubt = [s for s in near if is_exact(s) and (s.time is None or entry.time is None)]
    return open_to_doubt[-1] if open_to_doubt else None


def _sex_by_the_clock(entry: Entry, sexes: dict[date, list[Entry]]) -> Entry | None:
    """Return the latest sex that began at most 24 hours before the bleed, both times known."""
    began = _began(entry)
    if began is None:
        return None
    near = [s for back in (1, 0) for s in sexes.get(shifted(began.date(), -back), [])]
    within = [s for s in near if is_exact(s) and _is_within(began, s)]
    return within[-1] if within else None


def _is_within(began: datetime, sex: Entry) -> bool:
    """Say whether a bleed that began then began at most 24 hours after the sex, by the clock."""
    if sex.time is None:
        return False
    return timedelta(0) <= began - datetime.combine(sex.date, sex.time) <= AFTER_SEX


def _began(entry: Entry) -> datetime | None:
    if entry.time is None or entry.bleeding is None or not is_exact(entry):
        return None
    moment = datetime.combine(entry.date, entry.time)
    lasted = timedelta(hours=min(entry.bleeding.duration_hours or 0, 10_000))
    since_the_first_day = moment - datetime.combine(date.min, time.min)
    return moment - min(lasted, since_the_first_day)


def may_have_followed(entry: Entry, sex: Entry) -> bool:
    """Say whether a bleed that is not linked to the sex may still have begun after it."""
    if entry.bleeding is not None and entry.bleeding.timing is Timing.NOT_AFTER_SEX:
        return False
    began = _began(entry)
    if began is None or sex.time is None:
        return True
    return _is_within(began, sex)


def by_day(entries: Iterable[Entry]) -> dict[date, list[Entry]]:
    """Return the entries of each day that has any."""
    days: dict[date, list[Entry]] = {}
    for entry in entries:
        days.setdefault(entry.date, []).append(entry)
    return days
