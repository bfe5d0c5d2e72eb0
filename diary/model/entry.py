"""One occasion or one day in the diary: bleeding, sex, pain and symptoms, each optional.

What is None or not in a list was not recorded: unknown, never "no". The fields and their units are
those of the interchange form, version 1.
"""

import datetime as dt
from dataclasses import dataclass

from diary.errors import InvalidValue
from diary.model.limits import (
    NOTE_LIMIT,
    ORIGIN_LIMIT,
    check_day,
    check_id,
    check_only_true,
    check_range,
    check_text,
    in_order,
    latest_day,
)
from diary.model.symptom import Symptom
from diary.model.vocabulary import (
    Amount,
    Answer,
    BleedingSource,
    Clots,
    Colour,
    DatePrecision,
    NoticedOn,
    PainSite,
    PossibleSource,
    ProductKind,
    Role,
    Severity,
    SexKind,
    SexSite,
    Side,
    Soaked,
    Timing,
    Trend,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """Products of one kind, counted by how full they were (pictorial blood loss chart, PBAC)."""

    kind: ProductKind
    count: int
    soaked: Soaked | None = None

    def __post_init__(self) -> None:
        """Refuse a count outside 1 to 100."""
        check_range("the count of a product", self.count, 1, 100)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bleeding:
    """Blood from one source, with how much, when it began and how it looked.

    Hours are hours, `volume_ml` is millilitres (0 to 5,000), `pads_per_hour` counts fully soaked
    pads, tampons or cups (0 to 20), a large clot is 25 mm or more.
    """

    source: BleedingSource
    possible_sources: tuple[PossibleSource, ...] = ()
    amount: Amount | None = None
    timing: Timing | None = None
    period: Answer | None = None
    colour: Colour | None = None
    clots: Clots | None = None
    large_clot_count: int | None = None
    pads_per_hour: float | None = None
    soaking_hours: float | None = None
    products: tuple[Product, ...] = ()
    volume_ml: float | None = None
    duration_hours: float | None = None
    stopped: bool | None = None
    trend: Trend | None = None
    stops_with_pressure: bool | None = None
    hours_after_sex: float | None = None
    noticed_on: tuple[NoticedOn, ...] = ()

    def __post_init__(self) -> None:
        """Refuse numbers outside their range and lists with repeats."""
        check_range("the count of large clots", self.large_clot_count, 0, 100)
        check_range("the number of pads an hour", self.pads_per_hour, 0, 20)
        check_range("the hours of soaking", self.soaking_hours, 0, 240)
        check_range("the volume of blood", self.volume_ml, 0, 5000)
        check_range("the duration of the bleeding", self.duration_hours, 0)
        check_range("the hours after sex", self.hours_after_sex, 0, 24)
        possible = in_order("the possible sources", self.possible_sources)
        object.__setattr__(self, "possible_sources", possible)
        object.__setattr__(self, "noticed_on", in_order("where it was seen", self.noticed_on))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sex:
    """One occasion, alone or with others; `Sex()` is sex with nothing more said."""

    kinds: tuple[SexKind, ...] = ()
    sites: tuple[SexSite, ...] = ()
    role: Role | None = None
    solo: bool | None = None
    lubricant: bool | None = None
    condom: bool | None = None
    vigorous: bool | None = None
    new_position: bool | None = None
    new_partner: bool | None = None
    after_long_break: bool | None = None
    first_time: bool | None = None
    before_aroused: bool | None = None
    first_after_birth: bool | None = None
    penetration_not_possible: bool | None = None
    consent: Answer | None = None

    def __post_init__(self) -> None:
        """Refuse lists with repeats."""
        object.__setattr__(self, "kinds", in_order("the kinds of sex", self.kinds))
        object.__setattr__(self, "sites", in_order("the parts involved", self.sites))


@dataclass(frozen=True, slots=True, kw_only=True)
class Pain:
    """The worst pain of an entry: an NRS score of 0 to 10, or a severity where there is none."""

    score: int | None = None
    severity: Severity | None = None
    site: PainSite | None = None
    other_sites: tuple[PainSite, ...] = ()
    side: Side | None = None
    sudden: bool | None = None
    with_sex: bool | None = None
    duration_hours: float | None = None
    stopped: bool | None = None
    trend: Trend | None = None

    def __post_init__(self) -> None:
        """Refuse a score outside 0 to 10, a negative duration and lists with repeats."""
        check_range("pain", self.score, 0, 10)
        check_range("the duration of the pain", self.duration_hours, 0)
        object.__setattr__(self, "other_sites", in_order("the other sites", self.other_sites))


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One occasion or one day; `time` is that of the sex where there is sex.

    `temperature_c` is degrees Celsius (30 to 45), `distress` 0 to 10, `cycle_day` only what the
    person states (1 to 400). `follows` is the id of the entry with the sex that this bleed or pain
    followed. `origin` names the program that an imported entry came from.
    """

    date: dt.date
    id: str | None = None
    date_precision: DatePrecision | None = None
    time: dt.time | None = None
    recorded_at: dt.datetime | None = None
    cycle_day: int | None = None
    bleeding: Bleeding | None = None
    no_bleeding: bool | None = None
    sex: Sex | None = None
    no_sex: bool | None = None
    follows: str | None = None
    pain: Pain | None = None
    symptoms: tuple[Symptom, ...] = ()
    absent: tuple[Symptom, ...] = ()
    symptoms_since: dt.date | None = None
    same_as_before: bool | None = None
    missed_pill_count: int | None = None
    temperature_c: float | None = None
    distress: int | None = None
    note: str | None = None
    private: bool | None = None
    origin: str | None = None

    def __post_init__(self) -> None:
        """Refuse an entry that contradicts itself or holds a value that cannot be."""
        self._check_values()
        self._check_against_itself()
        object.__setattr__(self, "symptoms", in_order("the symptoms", self.symptoms))
        object.__setattr__(self, "absent", in_order("the absent symptoms", self.absent))

    def _check_values(self) -> None:
        check_range("the cycle day", self.cycle_day, 1, 400)
        check_range("the number of missed pills", self.missed_pill_count, 0, 100)
        check_range("the temperature", self.temperature_c, 30, 45)
        check_range("distress", self.distress, 0, 10)
        check_text("the note", self.note, NOTE_LIMIT)
        check_text("the origin", self.origin, ORIGIN_LIMIT)
        check_id("the id", self.id)
        check_id("the followed id", self.follows)
        check_day("the day", self.date)
        check_day("the day on which the symptoms began", self.symptoms_since)
        check_only_true("no bleeding", self.no_bleeding)
        check_only_true("no sex", self.no_sex)

    def _check_against_itself(self) -> None:
        if self.bleeding is not None and self.no_bleeding:
            raise InvalidValue("an entry cannot say both bleeding and no bleeding")
        if self.sex is not None and self.no_sex:
            raise InvalidValue("an entry cannot say both sex and no sex")
        if self.symptoms_since and self.symptoms_since > latest_day(self.date, self.date_precision):
            raise InvalidValue("the symptoms began after the day of the entry")
