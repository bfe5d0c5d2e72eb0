"""Which bleed followed which sex: the link that everything else counts with.

A bleed is after sex when the person says so, or when it began within 24 hours after a recorded sex
event. Where only the day is known it is asked, never assumed: the answer here is then None. What
goes on the next day is the same bleed, whatever timing its second entry carries; a new sex event
begins a new one. An entry known only to its week, month or year has no day to go by: it stands
alone, but for what the person says.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time

from diary.model.after_sex import (
    began_after_sex,
    by_day,
    is_exact,
    may_have_followed,
    says_after_sex,
    sex_before,
)
from diary.model.days import shifted
from diary.model.entry import Entry
from diary.model.history import History
from diary.model.profile import Profile
from diary.model.vocabulary import Amount, Answer, BleedingSource, Organ, PossibleSource

__all__ = [
    "BANDS",
    "Bleed",
    "IsCounted",
    "Occasion",
    "any_source",
    "began_after_sex",
    "bleeds",
    "is_from",
    "is_vaginal",
    "occasions",
]

BANDS = (Amount.SPOTTING, Amount.LIGHT, Amount.MEDIUM, Amount.HEAVY)

IsCounted = Callable[[Entry], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bleed:
    """One bleed from one source, on days that touch or after one sex event.

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
        return any(map(_says_period, self.entries))


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
    sexes = by_day(entry for entry in history.entries if entry.sex is not None)
    by_id = {entry.id: entry for entry in history.entries if entry.sex is not None and entry.id}
    found: list[_Growing] = []
    by_sex: dict[int, list[_Growing]] = {}
    near: list[_Growing] = []
    for entry, after_sex in _in_order(history, is_counted, sexes):
        sex = sex_before(entry, sexes, by_id) if after_sex else None
        begun = _Growing(entries=[entry], after_sex=after_sex, sex=sex)
        near = [bleed for bleed in near if _touch(bleed.entries[-1], entry)]
        more = _more_of(begun, near, [] if sex is None else by_sex.setdefault(id(sex), []))
        if more is not None:
            more.entries.append(entry)
        else:
            found.append(begun)
            if sex is not None:
                by_sex[id(sex)].append(begun)
        if more not in near:
            near.append(more or begun)
    return tuple(bleed.done() for bleed in found)


def occasions(
    history: History,
    is_counted: IsCounted = any_source,
    *,
    found: tuple[Bleed, ...] | None = None,
) -> tuple[Occasion, ...]:
    """Return every recorded sex event with whether a bleed that `is_counted` accepts followed.

    False is said outright by `no_bleeding`, or follows from a sex event recorded here with no such
    bleed in it, linked to it or begun in the next 24 hours. An entry from another program says
    nothing that it does not say outright. Unknown, too, where a bleed began about then whose place
    is not told, and where the bleed was the person's period. `found` are the bleeds of the same
    history and question, where they are known already.
    """
    counted = bleeds(history, is_counted) if found is None else found
    by_sex = {id(bleed.sex): bleed for bleed in reversed(counted) if bleed.sex is not None}
    unlinked = (bleed.entries[0] for bleed in counted if bleed.sex is None)
    beginnings = by_day(entry for entry in unlinked if is_exact(entry))
    answers: list[Occasion] = []
    for entry in history.entries:
        if entry.sex is None:
            continue
        bleed = by_sex.get(id(entry))
        if bleed is not None:
            bled = None if bleed.is_period else True
        else:
            bled = _bled_unlinked(entry, is_counted, beginnings)
        answers.append(Occasion(sex=entry, bled=bled, bleed=bleed))
    return tuple(answers)


def _in_order(
    history: History, is_counted: IsCounted, sexes: dict[date, list[Entry]]
) -> list[tuple[Entry, bool | None]]:
    """Return the counted entries with their place, so that the order of writing is no matter."""
    counted = [
        (entry, began_after_sex(entry, sexes))
        for entry in history.entries
        if entry.bleeding is not None and is_counted(entry)
    ]
    counted.sort(key=lambda item: (item[0].date, item[0].time or time.min, item[1] is not True))
    return counted


@dataclass(slots=True, kw_only=True, eq=False)
class _Growing:
    """A bleed while its entries are put together."""

    entries: list[Entry]
    after_sex: bool | None
    sex: Entry | None

    def done(self) -> Bleed:
        return Bleed(entries=tuple(self.entries), after_sex=self.after_sex, sex=self.sex)


def _more_of(begun: _Growing, near: list[_Growing], same_sex: list[_Growing]) -> _Growing | None:
    """Return the bleed that goes on with `begun`; None where a new one begins.

    What was there before the sex goes on, unless the person says that a new bleed followed it.
    """
    entry = begun.entries[0]
    same = next((bleed for bleed in same_sex if _one_source(bleed, entry)), None)
    if same is not None:
        return same
    touching = [bleed for bleed in reversed(near) if _one_source(bleed, entry)]
    earlier = next((bleed for bleed in touching if not bleed.after_sex), None)
    following = next((bleed for bleed in touching if bleed.after_sex), None)
    if not begun.after_sex:
        return earlier or (None if _is_new_period(following, entry) else following)
    if not says_after_sex(entry):
        return earlier
    return following if begun.sex is None else None


def _touch(last: Entry, entry: Entry) -> bool:
    return (entry.date - last.date).days <= 1 and is_exact(last) and is_exact(entry)


def _one_source(bleed: _Growing, entry: Entry) -> bool:
    last, here = _source(bleed.entries[-1]), _source(entry)
    return last is here or BleedingSource.UNKNOWN in (last, here)


def _source(entry: Entry) -> BleedingSource | None:
    return None if entry.bleeding is None else entry.bleeding.source


def _is_new_period(bleed: _Growing | None, entry: Entry) -> bool:
    return bleed is not None and _says_period(entry) and not any(map(_says_period, bleed.entries))


def _says_period(entry: Entry) -> bool:
    return entry.bleeding is not None and entry.bleeding.period is Answer.YES


def _bled_unlinked(
    sex: Entry, is_counted: IsCounted, beginnings: dict[date, list[Entry]]
) -> bool | None:
    """Say whether sex to which no bleed is linked was without one: False, or None where unknown."""
    if sex.no_bleeding:
        return False
    if sex.origin is not None or _holds_a_bleed(sex, is_counted):
        return None
    near = [*beginnings.get(sex.date, []), *beginnings.get(shifted(sex.date, 1), [])]
    return None if any(may_have_followed(entry, sex) for entry in near) else False


def _holds_a_bleed(sex: Entry, is_counted: IsCounted) -> bool:
    """Say whether the entry itself records blood that is, or may be, what is asked about."""
    if sex.bleeding is None:
        return False
    return is_counted(sex) or sex.bleeding.source is BleedingSource.UNKNOWN
