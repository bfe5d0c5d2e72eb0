"""Which bleed followed which sex: the link that everything else counts with.

A bleed is after sex when the person says so, or when it began within 24 hours after a recorded sex
event. Where only the day is known it is asked, never assumed: the answer here is then None. What
goes on the next day is the same bleed, whatever timing its second entry carries; a new sex event
begins a new one.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from diary.model.entry import Entry
from diary.model.history import History
from diary.model.profile import Profile
from diary.model.vocabulary import Amount, Answer, BleedingSource, Organ, PossibleSource, Timing

AFTER_SEX = timedelta(hours=24)
ONE_DAY = timedelta(days=1)
BANDS = (Amount.SPOTTING, Amount.LIGHT, Amount.MEDIUM, Amount.HEAVY)

IsCounted = Callable[[Entry], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bleed:
    """One bleed from one source on days that touch.

    `after_sex` is None where it cannot be told. `sex` is the entry with the sex that it followed,
    None where that was not recorded.
    """

    entries: tuple[Entry, ...]
    after_sex: bool | None
    sex: Entry | None = None

    @property
    def start(self) -> date:
        """The day of its first entry."""
        return self.entries[0].date

    @property
    def end(self) -> date:
        """The day of its last entry."""
        return self.entries[-1].date

    @property
    def amount(self) -> Amount | None:
        """The most that was recorded, None where no entry says."""
        recorded = [entry.bleeding.amount for entry in self.entries if entry.bleeding]
        return max((a for a in recorded if a in BANDS), key=BANDS.index, default=None)

    @property
    def is_period(self) -> bool:
        """Whether the person says that any of it is their period."""
        return any(e.bleeding is not None and e.bleeding.period is Answer.YES for e in self.entries)


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """One recorded sex event and whether a bleed followed it; None where that is unknown."""

    sex: Entry
    bled: bool | None
    bleed: Bleed | None = None


def is_vaginal(profile: Profile) -> IsCounted:
    """Return the question whether an entry's blood is, or may be, from the vagina."""

    def ask(entry: Entry) -> bool:
        bleeding = entry.bleeding
        if bleeding is None:
            return False
        if bleeding.source is not BleedingSource.UNKNOWN:
            return bleeding.source is BleedingSource.VAGINAL
        if bleeding.possible_sources:
            return PossibleSource.VAGINAL in bleeding.possible_sources
        organs = profile.organs
        return organs is None or Organ.VAGINA in organs or Organ.NEOVAGINA in organs

    return ask


def is_from(source: BleedingSource) -> IsCounted:
    """Return the question whether an entry's blood is from `source`."""
    return lambda entry: entry.bleeding is not None and entry.bleeding.source is source


def any_source(entry: Entry) -> bool:
    """Say whether the entry records blood at all."""
    return entry.bleeding is not None


def bleeds(history: History, is_counted: IsCounted = any_source) -> tuple[Bleed, ...]:
    """Return the bleeds among the entries that `is_counted` accepts, ordered by their start."""
    sexes = _by_day(entry for entry in history.entries if entry.sex is not None)
    found: list[Bleed] = []
    for entry in history.entries:
        if entry.bleeding is None or not is_counted(entry):
            continue
        after_sex, sex = began_after_sex(entry, sexes), None
        if after_sex:
            sex = _sex_before(entry, sexes)
        if found and _goes_on(found[-1], entry, after_sex=after_sex, sex=sex):
            last = found[-1]
            found[-1] = Bleed(
                entries=(*last.entries, entry), after_sex=last.after_sex, sex=last.sex or sex
            )
        else:
            found.append(Bleed(entries=(entry,), after_sex=after_sex, sex=sex))
    return tuple(found)


def occasions(history: History, is_counted: IsCounted = any_source) -> tuple[Occasion, ...]:
    """Return every recorded sex event with whether a bleed that `is_counted` accepts followed.

    False is said outright by `no_bleeding`, or follows from a sex event recorded here with no bleed
    in it, linked to it or begun in the next 24 hours. An entry from another program says nothing
    that it does not say outright. Unknown, too, where a bleed began about then whose place is not
    told, and where the bleed was the person's period.
    """
    counted = bleeds(history, is_counted)
    by_sex = {id(bleed.sex): bleed for bleed in reversed(counted) if bleed.sex is not None}
    beginnings = _by_day(bleed.entries[0] for bleed in counted if bleed.sex is None)
    return tuple(
        Occasion(
            sex=entry,
            bled=_bled(entry, by_sex.get(id(entry)), beginnings),
            bleed=by_sex.get(id(entry)),
        )
        for entry in history.entries
        if entry.sex is not None
    )


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


def _sex_before(entry: Entry, sexes: dict[date, list[Entry]]) -> Entry | None:
    """Return the sex that a bleed after sex followed: the person's word, the clock, the day."""
    if entry.follows is not None:
        return next((s for day in sexes.values() for s in day if s.id == entry.follows), None)
    if entry.sex is not None:
        return entry
    by_the_clock = _sex_by_the_clock(entry, sexes)
    if by_the_clock is not None or (_began(entry) is not None and _all_timed(entry, sexes)):
        return by_the_clock
    near = [*sexes.get(entry.date - ONE_DAY, []), *sexes.get(entry.date, [])]
    return near[-1] if near else None


def _all_timed(entry: Entry, sexes: dict[date, list[Entry]]) -> bool:
    near = [*sexes.get(entry.date - ONE_DAY, []), *sexes.get(entry.date, [])]
    return all(sex.time is not None for sex in near)


def _sex_by_the_clock(entry: Entry, sexes: dict[date, list[Entry]]) -> Entry | None:
    """Return the latest sex that began at most 24 hours before the bleed, both times known."""
    began = _began(entry)
    if began is None:
        return None
    near = [s for back in (2, 1, 0) for s in sexes.get(began.date() - back * ONE_DAY, [])]
    timed = [s for s in near if s.time is not None]
    within = [
        s
        for s in timed
        if s.time and timedelta(0) <= began - datetime.combine(s.date, s.time) <= AFTER_SEX
    ]
    return within[-1] if within else None


def _began(entry: Entry) -> datetime | None:
    if entry.time is None or entry.bleeding is None:
        return None
    return datetime.combine(entry.date, entry.time) - timedelta(
        hours=min(entry.bleeding.duration_hours or 0, 10_000)
    )


def _goes_on(last: Bleed, entry: Entry, *, after_sex: bool | None, sex: Entry | None) -> bool:
    """Say whether the entry is more of the last bleed rather than a new one."""
    if entry.date - last.end > ONE_DAY:
        return False
    if after_sex:
        return bool(last.after_sex) and (sex is None or sex is last.sex)
    says_period = entry.bleeding is not None and entry.bleeding.period is Answer.YES
    return not (says_period and last.after_sex and not last.is_period)


def _bled(sex: Entry, bleed: Bleed | None, beginnings: dict[date, list[Entry]]) -> bool | None:
    if bleed is not None:
        return None if bleed.is_period else True
    if sex.no_bleeding:
        return False
    if sex.bleeding is not None or sex.origin is not None:
        return None
    near = [*beginnings.get(sex.date, []), *beginnings.get(sex.date + ONE_DAY, [])]
    return None if any(_may_have_followed(entry, sex) for entry in near) else False


def _may_have_followed(entry: Entry, sex: Entry) -> bool:
    """Say whether a bleed that is not linked to the sex may still have begun after it."""
    if entry.bleeding is not None and entry.bleeding.timing is Timing.NOT_AFTER_SEX:
        return False
    began = _began(entry)
    if began is None or sex.time is None:
        return True
    return timedelta(0) <= began - datetime.combine(sex.date, sex.time) <= AFTER_SEX


def _by_day(entries: Iterable[Entry]) -> dict[date, list[Entry]]:
    days: dict[date, list[Entry]] = {}
    for entry in entries:
        days.setdefault(entry.date, []).append(entry)
    return days
