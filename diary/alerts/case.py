"""One history on one day, with what several rules ask for computed once."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from diary.cycles import Chart, chart
from diary.cycles.windows import EDGE
from diary.model import Entry, Fact, FactKind, History, Profile, Symptom
from diary.model.after_sex import by_day
from diary.model.episodes import (
    Bleed,
    IsCounted,
    Occasion,
    any_source,
    began_after_sex,
    bleeds,
    is_vaginal,
    occasions,
)

LATELY = timedelta(days=28)
TWO_YEARS = timedelta(days=730)
WAITS_FOR_PERIOD = timedelta(days=2 * EDGE)
"""How long an expected period explains a bleed before it: both edges of its window (our choice)."""


@dataclass(frozen=True)
class Case:
    """What was known on `as_of`; make one with `Case.on`."""

    history: History
    as_of: date

    @classmethod
    def on(cls, history: History, as_of: date) -> "Case":
        """Cut a history to what was known on a day, so that later entries are never seen."""
        return cls(history.known_on(as_of), as_of)

    @cached_property
    def answers(self) -> dict[object, object]:
        """What signals have answered about this case already (see `once`)."""
        return {}

    @property
    def profile(self) -> Profile:
        """What holds for the person now."""
        return self.history.profile

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries in the order of their days."""
        return self.history.entries

    @cached_property
    def days(self) -> dict[date, list[Entry]]:
        """The entries of each day that has any."""
        return by_day(self.entries)

    @cached_property
    def _dates(self) -> list[date]:
        return [entry.date for entry in self.entries]

    @cached_property
    def lately_since(self) -> date:
        """The first day whose signs can still count: 28 days before the last entry.

        An entry 28 days after an emergency or same-day sign that does not record it says that it is
        over (see `standing`), so that older ones need not be looked at.
        """
        last = self.entries[-1].date if self.entries else self.as_of
        return last - LATELY

    @cached_property
    def lately(self) -> tuple[Entry, ...]:
        """The entries whose emergency and same-day signs can still count."""
        return self.since(self.lately_since + timedelta(days=1))

    def since(self, day: date) -> tuple[Entry, ...]:
        """Return the entries of a day and all later ones."""
        return self.entries[bisect_left(self._dates, day) :]

    def last_days(self, days: float) -> tuple[Entry, ...]:
        """Return the entries at most `days` days old."""
        return self.since(self.as_of - timedelta(days=days))

    def around(self, day: date, *, before: int = 0, after: int = 0) -> Iterator[Entry]:
        """Yield the entries of a day and of so many days before and after it."""
        for step in range(-before, after + 1):
            yield from self.days.get(day + timedelta(days=step), ())

    @cached_property
    def _by_symptom(self) -> dict[Symptom, list[int]]:
        found: dict[Symptom, list[int]] = {}
        for place, entry in enumerate(self.entries):
            for symptom in entry.symptoms:
                found.setdefault(symptom, []).append(place)
        return found

    def with_symptom(self, *symptoms: Symptom) -> tuple[Entry, ...]:
        """Return the entries that record any of these symptoms, in order."""
        places = {place for symptom in symptoms for place in self._by_symptom.get(symptom, ())}
        return tuple(self.entries[place] for place in sorted(places))

    @cached_property
    def _by_kind(self) -> dict[FactKind, tuple[Fact, ...]]:
        return {kind: self.history.facts(kind) for kind in FactKind}

    def facts(self, kind: FactKind) -> tuple[Fact, ...]:
        """Return the facts of one kind, those of unknown start first, then by start."""
        return self._by_kind[kind]

    @cached_property
    def _two_years(self) -> History:
        return replace(self.history, entries=self.since(self.as_of - TWO_YEARS))

    @cached_property
    def bleeds(self) -> tuple[Bleed, ...]:
        """Every bleed of two years, from any source."""
        return bleeds(self._two_years, any_source)

    @cached_property
    def _any_bleed_of_entry(self) -> dict[int, Bleed]:
        return {id(entry): bleed for bleed in self.bleeds for entry in bleed.entries}

    def bleed_of(self, entry: Entry) -> Bleed | None:
        """Return the bleed of the last two years, from any source, that an entry belongs to."""
        return self._any_bleed_of_entry.get(id(entry))

    @cached_property
    def vaginal_bleeds(self) -> tuple[Bleed, ...]:
        """Every bleed of two years that is, or may be, from the vagina; no rule looks further."""
        if all(entry.bleeding is None or self._is_vaginal(entry) for entry in self.entries):
            return self.bleeds
        return bleeds(self._two_years, self._is_vaginal)

    @cached_property
    def _is_vaginal(self) -> IsCounted:
        return is_vaginal(self.profile)

    def is_vaginal(self, entry: Entry) -> bool:
        """Say whether an entry records blood that is, or may be, from the vagina."""
        return self._is_vaginal(entry)

    @cached_property
    def painful(self) -> tuple[Entry, ...]:
        """The entries that say something of pain."""
        return tuple(entry for entry in self.entries if entry.pain is not None)

    @cached_property
    def _bleed_of_entry(self) -> dict[int, Bleed]:
        return {id(entry): bleed for bleed in self.vaginal_bleeds for entry in bleed.entries}

    def vaginal_bleed_of(self, entry: Entry) -> Bleed | None:
        """Return the vaginal bleed that an entry belongs to."""
        return self._bleed_of_entry.get(id(entry))

    @cached_property
    def _sexes(self) -> dict[date, list[Entry]]:
        return by_day(entry for entry in self.entries if entry.sex is not None)

    def began_after_sex(self, entry: Entry) -> bool | None:
        """Say whether the blood of an entry, from any source, began after sex; None: not known."""
        return began_after_sex(entry, self._sexes)

    @cached_property
    def chart(self) -> Chart:
        """Periods, cycles and the windows around them."""
        return chart(self.history)

    @cached_property
    def _of_periods(self) -> frozenset[int]:
        return frozenset(id(entry) for period in self.chart.periods for entry in period.entries)

    def is_of_period(self, entry: Entry) -> bool:
        """Say whether the blood of an entry belongs to a period."""
        return id(entry) in self._of_periods

    @cached_property
    def all_after_sex(self) -> tuple[Bleed, ...]:
        """Every vaginal bleed after sex that the person does not call their period."""
        return tuple(b for b in self.vaginal_bleeds if b.after_sex and not b.is_period)

    @cached_property
    def bleeds_after_sex(self) -> tuple[Bleed, ...]:
        """The bleeds after sex that are not at the edge of a period: those that count."""
        return tuple(b for b in self.all_after_sex if not self._is_at_edge_of_period(b.start))

    def _is_at_edge_of_period(self, day: date) -> bool:
        """Say whether a day is at the edge of a period that came, or that may still come."""
        if self.chart.in_period_window(day) is not True:
            return False
        may_still_come = self.as_of - day <= WAITS_FOR_PERIOD
        return may_still_come or self.chart.is_near_a_period(day)

    @cached_property
    def occasions(self) -> tuple[Occasion, ...]:
        """Every sex event of two years, with whether vaginal bleeding followed it."""
        return occasions(self._two_years, self._is_vaginal, found=self.vaginal_bleeds)
