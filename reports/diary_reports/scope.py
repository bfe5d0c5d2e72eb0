"""What one report is about: its days, the source of the bleeding, and what was counted."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from diary.cycles import Chart, Spell, chart
from diary.errors import InvalidValue
from diary.model import Entry, Fact, FactKind, History
from diary.model.background_words import Pregnancy
from diary.model.episodes import Bleed, IsCounted, Occasion, bleeds, occasions
from diary.model.vocabulary import BleedingSource, MenstrualStatus
from diary.rates import Rate, count
from diary.rates.sources import counts
from diary_reports.shown import ON_REQUEST, Category


@dataclass(frozen=True, kw_only=True)
class Scope:
    """A history that may be shown, and the days of it that the report covers.

    `known` is all that may be shown up to `last`, `background` the same on `as_of`: contraception
    and tests are told as they are now, and a bleed is linked to its sex also where one of the two
    lies outside the range. `first` is None where no entry falls in the range. `left_out` is what
    was taken away beforehand.
    """

    known: History
    background: History
    as_of: date
    first: date | None
    last: date
    left_out: frozenset[Category] = ON_REQUEST

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """The entries inside the range."""
        return tuple(entry for entry in self.known.entries if self.covers(entry))

    @cached_property
    def chart(self) -> Chart:
        """Periods and cycles of all that is known, also from before the range."""
        return chart(self.known)

    @cached_property
    def all_bleeds(self) -> Mapping[BleedingSource, tuple[Bleed, ...]]:
        """The bleeds of all days, by source; each entry belongs to one source."""
        return {source: bleeds(self.background, self.counts(source)) for source in BleedingSource}

    @cached_property
    def bleeds(self) -> Mapping[BleedingSource, tuple[Bleed, ...]]:
        """The bleeds that begin inside the range; they may go on after it (see `inside`)."""
        return {
            source: tuple(bleed for bleed in some if self.covers(bleed.entries[0]))
            for source, some in self.all_bleeds.items()
        }

    @cached_property
    def all_occasions(self) -> Mapping[BleedingSource, tuple[Occasion, ...]]:
        """The sex events inside the range with whether bleeding from each source followed."""
        return {
            source: tuple(
                occasion
                for occasion in occasions(self.background, self.counts(source))
                if self.covers(occasion.sex)
            )
            for source in BleedingSource
        }

    @cached_property
    def sex_that_bled(self) -> frozenset[int]:
        """The `id()` of every sex event in the range that bleeding from any source followed."""
        every = (o for some in self.all_occasions.values() for o in some)
        return frozenset(id(occasion.sex) for occasion in every if occasion.bled)

    @cached_property
    def source(self) -> BleedingSource | None:
        """Where the bleeding that the report opens with came from; None: none was recorded.

        Vaginal where any of it was after sex, otherwise the source most often after sex; then the
        same among bleeds that may have been after sex, and among all.
        """
        after_sex = {
            source: [*(b for b in some if b.after_sex), *self._bled_later(source)]
            for source, some in self.bleeds.items()
        }
        possible = {
            source: [b for b in some if b.after_sex is not False and not b.is_period]
            for source, some in self.bleeds.items()
        }
        for candidates in (after_sex, possible, self.bleeds):
            if candidates[BleedingSource.VAGINAL]:
                return BleedingSource.VAGINAL
            most = max(candidates, key=lambda source: len(candidates[source]))
            if candidates[most]:
                return most
        return None

    @cached_property
    def rate(self) -> Rate:
        """How often sex was followed by bleeding from `source`, inside the range."""
        return self.rate_of(self.source or BleedingSource.VAGINAL)

    @cached_property
    def after_sex(self) -> tuple[Bleed, ...]:
        """The bleeds from `source` after sex, inside the range."""
        return self.after_sex_from(self.source) if self.source else ()

    @property
    def is_after_sex(self) -> bool:
        """Whether there is bleeding after sex to tell of, from `source`."""
        return bool(self.after_sex or self.rate.bled)

    @cached_property
    def pregnancy(self) -> Fact | None:
        """The pregnancy that goes on now, if it may be told."""
        facts = self.background.facts(FactKind.PREGNANCY)
        ongoing = (f for f in facts if f.what is Pregnancy.ONGOING and f.holds_on(self.as_of))
        return next(ongoing, None)

    @cached_property
    def period_entries(self) -> frozenset[int]:
        """The `id()` of every entry that belongs to a period."""
        return frozenset(id(entry) for period in self.chart.periods for entry in period.entries)

    @cached_property
    def stated_period_entries(self) -> frozenset[int]:
        """The `id()` of every entry of a period that the person calls so."""
        stated = (period for period in self.chart.periods if period.stated)
        return frozenset(id(entry) for period in stated for entry in period.entries)

    @cached_property
    def between_periods(self) -> tuple[Spell, ...]:
        """Bleeding between periods: there is none where no periods are recorded or expected."""
        after = self.known.profile.menstrual_status is MenstrualStatus.POSTMENOPAUSE
        return () if after or not self.chart.periods else self.chart.between_periods

    def covers(self, entry: Entry) -> bool:
        """Say whether the entry falls inside the range."""
        return self.first is not None and self.first <= entry.date <= self.last

    def inside(self, bleed: Bleed) -> Bleed:
        """Return a bleed with those of its entries that fall inside the range."""
        return replace(bleed, entries=tuple(filter(self.covers, bleed.entries)))

    def counts(self, source: BleedingSource) -> IsCounted:
        """Return the question whether an entry counts as bleeding from `source`."""
        return counts(self.known.profile, source)

    def rate_of(self, source: BleedingSource) -> Rate:
        """Return how often sex inside the range was followed by bleeding from `source`."""
        return count(self.all_occasions[source])

    def after_sex_from(self, source: BleedingSource) -> tuple[Bleed, ...]:
        """Return the bleeds from `source` after sex, periods left out."""
        return tuple(b for b in self.bleeds[source] if b.after_sex and not b.is_period)

    def occasions(self, source: BleedingSource) -> tuple[Occasion, ...]:
        """Return the sex events inside the range with whether bleeding from `source` followed."""
        return self.all_occasions[source]

    def _bled_later(self, source: BleedingSource) -> Iterator[Bleed]:
        """Yield the bleeds that followed sex of the range and began after it."""
        for occasion in self.all_occasions[source]:
            bleed = occasion.bleed if occasion.bled else None
            if bleed is not None and not self.covers(bleed.entries[0]):
                yield bleed


def scope_of(
    history: History,
    as_of: date,
    *,
    since: date | None,
    until: date | None,
    left_out: frozenset[Category] = ON_REQUEST,
) -> Scope:
    """Cut a history that may be shown to the days of a report.

    Raises:
        InvalidValue: the first day is after the last one.
    """
    last = min(as_of, until or as_of)
    if since is not None and since > last:
        raise InvalidValue("the first day of the report is after its last day")
    known = history.known_on(last)
    days = [entry.date for entry in known.entries if since is None or entry.date >= since]
    return Scope(
        known=known,
        background=history.known_on(as_of),
        as_of=as_of,
        first=min(days, default=None),
        last=last,
        left_out=left_out,
    )


def last_visit(history: History, until: date) -> date | None:
    """Return the day of the last visit that has entries after it, None where there is none."""
    days = [entry.date for entry in history.entries if entry.date <= until]
    visits = [fact.start for fact in history.facts(FactKind.VISIT) if fact.start is not None]
    return max((day for day in visits if days and day < days[-1]), default=None)
