"""The one value that cycles, rates, alerts and reports read."""

from bisect import bisect_right
from dataclasses import dataclass, field, replace
from datetime import date, time
from operator import attrgetter

from diary.model.entry import Entry
from diary.model.fact import AbsentFact, Fact, FactKind
from diary.model.profile import Profile


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """Profile, background facts and entries; entries are held in the order of their days.

    Entries of one day go by their time, those without a time first; otherwise as given.
    """

    profile: Profile = field(default_factory=Profile)
    background: tuple[Fact, ...] = ()
    background_absent: tuple[AbsentFact, ...] = ()
    entries: tuple[Entry, ...] = ()

    def __post_init__(self) -> None:
        """Put the entries in order."""
        object.__setattr__(self, "entries", tuple(sorted(self.entries, key=_by_day_and_time)))

    def known_on(self, day: date) -> "History":
        """Return what was known on `day`: nothing that is dated later.

        A fact that ends later still holds, so its end is kept; a later last period is dropped.
        """
        last_period = self.profile.last_period_start
        profile = self.profile
        if last_period is not None and last_period > day:
            profile = replace(profile, last_period_start=None)
        return History(
            profile=profile,
            background=tuple(fact for fact in self.background if not _later(fact.start, day)),
            background_absent=tuple(
                answer for answer in self.background_absent if not _later(answer.date, day)
            ),
            entries=self.entries[: bisect_right(self.entries, day, key=attrgetter("date"))],
        )

    @property
    def records(self) -> tuple[Entry | Fact, ...]:
        """All that has an id: entries, then facts."""
        return (*self.entries, *self.background)

    def facts(self, kind: FactKind) -> tuple[Fact, ...]:
        """Return the facts of one kind, those of unknown start first, then by start."""
        found = (fact for fact in self.background if fact.kind is kind)
        return tuple(sorted(found, key=lambda fact: fact.start or date.min))


def _later(start: date | None, day: date) -> bool:
    return start is not None and start > day


def _by_day_and_time(entry: Entry) -> tuple[date, time]:
    return entry.date, entry.time or time.min
