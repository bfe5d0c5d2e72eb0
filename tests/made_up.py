"""Made-up people: small builders for single cases, and hypothesis strategies for whole diaries."""

import datetime as dt
import types
from dataclasses import is_dataclass
from enum import Enum
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from diary.model import (
    AbsentFact,
    Bleeding,
    Entry,
    Fact,
    FactKind,
    History,
    Pain,
    Product,
    Profile,
    Symptom,
)
from diary.model import Sex as SexEvent
from diary.model import background_words as bg
from diary.model import vocabulary as voc
from diary.model.fact import COMMON, DETAILS, WORDS

WordT = TypeVar("WordT", bound=Enum)

FIRST_DAY = dt.date(2020, 1, 1)
LAST_DAY = dt.date(2026, 11, 21)


def day(text: str) -> dt.date:
    """Read 2026-03-01 as a day."""
    return dt.date.fromisoformat(text)


def after_sex(on: str, *, amount: str = "spotting", kind: str = "vaginal") -> Entry:
    """Make sex with a bleed after it on one day."""
    return Entry(
        date=day(on),
        sex=SexEvent(kinds=(voc.SexKind(kind),)),
        bleeding=Bleeding(
            source=voc.BleedingSource.VAGINAL,
            amount=voc.Amount(amount),
            timing=voc.Timing.AFTER_SEX,
            period=voc.Answer.NO,
            stopped=True,
        ),
    )


def sex(on: str, *, kind: str = "vaginal") -> Entry:
    """Make sex without bleeding on one day."""
    return Entry(date=day(on), sex=SexEvent(kinds=(voc.SexKind(kind),)))


def period(start: str, *, days: int = 5, amount: str = "medium") -> tuple[Entry, ...]:
    """Make the days of a period that the person calls so."""
    return tuple(
        Entry(
            date=day(start) + dt.timedelta(days=number),
            bleeding=Bleeding(
                source=voc.BleedingSource.VAGINAL,
                amount=voc.Amount(amount),
                timing=voc.Timing.NOT_AFTER_SEX,
                period=voc.Answer.YES,
            ),
        )
        for number in range(days)
    )


def days(first: dt.date = FIRST_DAY, last: dt.date = LAST_DAY) -> st.SearchStrategy[dt.date]:
    """Days between two days, both included."""
    return st.dates(first, last)


def texts(longest: int = 30) -> st.SearchStrategy[str]:
    """Text in any script, without lone surrogates."""
    return st.text(st.characters(exclude_categories=["Cs"]), max_size=longest)


def words(of: type[WordT]) -> st.SearchStrategy[tuple[WordT, ...]]:
    """Lists of different words."""
    return st.lists(st.sampled_from(of), unique=True, max_size=4).map(tuple)


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Often unknown."""
    return st.none() | strategy


FLAG = maybe(st.booleans())
HOURS = maybe(st.floats(0, 300, allow_nan=False))
PRECISION = maybe(st.sampled_from(voc.DatePrecision))


def one(of: type[Enum]) -> st.SearchStrategy[Any]:
    """One word, or unknown."""
    return maybe(st.sampled_from(of))


products = st.builds(
    Product,
    kind=st.sampled_from(voc.ProductKind),
    count=st.integers(1, 100),
    soaked=one(voc.Soaked),
)

bleedings = st.builds(
    Bleeding,
    source=st.sampled_from(voc.BleedingSource),
    possible_sources=words(voc.PossibleSource),
    amount=one(voc.Amount),
    timing=one(voc.Timing),
    period=one(voc.Answer),
    colour=one(voc.Colour),
    clots=one(voc.Clots),
    large_clot_count=maybe(st.integers(0, 100)),
    pads_per_hour=maybe(st.floats(0, 20)),
    soaking_hours=maybe(st.floats(0, 240)),
    products=st.lists(products, max_size=2).map(tuple),
    volume_ml=maybe(st.floats(0, 5000)),
    duration_hours=HOURS,
    stopped=FLAG,
    trend=one(voc.Trend),
    stops_with_pressure=FLAG,
    hours_after_sex=maybe(st.floats(0, 24)),
    noticed_on=words(voc.NoticedOn),
)

sexes = st.builds(
    SexEvent,
    kinds=words(voc.SexKind),
    sites=words(voc.SexSite),
    role=one(voc.Role),
    solo=FLAG,
    lubricant=FLAG,
    condom=FLAG,
    vigorous=FLAG,
    new_position=FLAG,
    new_partner=FLAG,
    after_long_break=FLAG,
    first_time=FLAG,
    before_aroused=FLAG,
    first_after_birth=FLAG,
    penetration_not_possible=FLAG,
    consent=one(voc.Answer),
)

pains = st.builds(
    Pain,
    score=maybe(st.integers(0, 10)),
    severity=one(voc.Severity),
    site=one(voc.PainSite),
    other_sites=words(voc.PainSite),
    side=one(voc.Side),
    sudden=FLAG,
    with_sex=FLAG,
    duration_hours=HOURS,
    stopped=FLAG,
    trend=one(voc.Trend),
)

moments = st.builds(
    dt.datetime.combine,
    days(),
    st.times(),
    tzinfo=st.integers(-12, 14).map(lambda hours: dt.timezone(dt.timedelta(hours=hours))),
)


@st.composite
def entries(draw: st.DrawFn, *, with_id: bool | None = None) -> Entry:
    """Any entry that the model accepts."""
    on = draw(days())
    bleeding, sex_event = draw(st.none() | bleedings), draw(st.none() | sexes)
    ids = {True: st.uuids().map(str), False: st.none(), None: st.none() | st.uuids().map(str)}
    symptoms = draw(st.lists(st.sampled_from(Symptom), unique=True, max_size=6))
    cut = draw(st.integers(0, len(symptoms)))
    return Entry(
        date=on,
        id=draw(ids[with_id]),
        date_precision=draw(one(voc.DatePrecision)),
        time=draw(maybe(st.times().map(_to_the_minute))),
        recorded_at=draw(maybe(moments)),
        cycle_day=draw(maybe(st.integers(1, 400))),
        bleeding=bleeding,
        no_bleeding=None if bleeding else draw(st.sampled_from([None, True])),
        sex=sex_event,
        no_sex=None if sex_event else draw(st.sampled_from([None, True])),
        follows=draw(maybe(st.uuids().map(str))),
        pain=draw(maybe(pains)),
        symptoms=tuple(symptoms[:cut]),
        absent=tuple(symptoms[cut:]),
        symptoms_since=draw(maybe(days(dt.date(2019, 1, 1), on))),
        same_as_before=draw(FLAG),
        missed_pill_count=draw(maybe(st.integers(0, 100))),
        temperature_c=draw(maybe(st.floats(30, 45))),
        distress=draw(maybe(st.integers(0, 10))),
        note=draw(maybe(texts())),
        private=draw(FLAG),
        origin=draw(maybe(texts())),
    )


def _to_the_minute(moment: dt.time) -> dt.time:
    return moment.replace(second=0, microsecond=0)


DETAIL_VALUES: dict[str, st.SearchStrategy[Any]] = {
    "low_progestogen": FLAG,
    "due_date": maybe(days()),
    "result": one(bg.Result),
    "test": one(bg.ScreeningTest),
    "next_due": maybe(days()),
    "infection": one(bg.Infection),
    "last_contact": maybe(days()),
    "about": st.lists(st.sampled_from(["iud", "pain", "PCB-2"]), unique=True).map(tuple),
    "helped": one(bg.Helped),
    "tested": FLAG,
}


@st.composite
def facts(draw: st.DrawFn, *, with_id: bool | None = None) -> Fact:
    """Any fact that the model accepts."""
    kind = draw(st.sampled_from(FactKind))
    start = draw(st.none() | days())
    ids = {True: st.uuids().map(str), False: st.none(), None: st.none() | st.uuids().map(str)}
    details = {name: draw(DETAIL_VALUES[name]) for name in sorted(DETAILS.get(kind, ()))}
    return Fact(
        what=draw(st.sampled_from(list(WORDS[kind]))),  # type: ignore[arg-type]
        id=draw(ids[with_id]),
        start=start,
        end=draw(st.none() | days(start or FIRST_DAY)),
        date_precision=draw(PRECISION),
        note=draw(texts() if kind is FactKind.QUESTION else maybe(texts())),
        private=draw(FLAG),
        **details,
    )


@st.composite
def absent_facts(draw: st.DrawFn) -> AbsentFact:
    """Any answer of no."""
    kind = draw(st.sampled_from(FactKind))
    what = draw(st.none() | st.sampled_from(list(WORDS[kind])))
    return AbsentFact(kind=kind, what=what, date=draw(maybe(days())))  # type: ignore[arg-type]


profiles = st.builds(
    Profile,
    birth_year=maybe(st.integers(1900, 2100)),
    organs=maybe(words(voc.Organ)),
    organs_unsure=words(voc.Organ),
    menstrual_status=one(voc.MenstrualStatus),
    menarche_age=maybe(st.integers(5, 25)),
    last_period_start=maybe(days()),
    usual_cycle_length=maybe(st.integers(10, 400)),
    usual_period_length=maybe(st.integers(1, 60)),
    country=maybe(st.sampled_from(["GB", "US", "AU", "IE", "NZ", "FR"])),
    region=maybe(st.sampled_from(["GB-SCT", "GB-ENG", "US-CA"])),
)


def histories(*, with_ids: bool | None = None, most: int = 4) -> st.SearchStrategy[History]:
    """Whole diaries, mostly small; `with_ids` True or False fixes whether records have ids."""
    return st.builds(
        History,
        profile=profiles,
        background=st.lists(facts(with_id=with_ids), max_size=most).map(tuple),
        background_absent=st.lists(absent_facts(), max_size=most).map(tuple),
        entries=st.lists(entries(with_id=with_ids), max_size=most).map(tuple),
    )


def everything(status: voc.MenstrualStatus = voc.MenstrualStatus.NONE) -> History:
    """Make one diary in which every field and every word of the model but `status` occurs.

    The n-th record of a sort takes the n-th word of each of its enums, round and round.
    """
    return History(
        profile=Profile(
            birth_year=1990,
            organs=tuple(voc.Organ),
            organs_unsure=tuple(voc.Organ),
            menarche_age=12,
            last_period_start=LAST_DAY,
            usual_cycle_length=28,
            usual_period_length=5,
            country="GB",
            region="GB-SCT",
            menstrual_status=status,
        ),
        background=tuple(
            _whole_fact(kind, number) for kind in FactKind for number in range(len(WORDS[kind]) + 9)
        ),
        background_absent=tuple(
            AbsentFact(kind=kind, what=next(iter(WORDS[kind])), date=FIRST_DAY)  # type: ignore[arg-type]
            for kind in FactKind
        ),
        entries=tuple(_whole_entry(number) for number in range(len(Symptom))),
    )


def _whole_fact(kind: FactKind, number: int) -> Fact:
    hints = get_type_hints(Fact)
    names = COMMON | DETAILS.get(kind, frozenset())
    values = {name: _nth(hints[name], number) for name in names - {"what"}}
    return Fact(what=_nth(WORDS[kind], number), **values)


def _whole_entry(number: int) -> Entry:
    hints = get_type_hints(Entry)
    either = {"no_bleeding", "no_sex"} if number % 2 else {"bleeding", "sex"}
    names = hints.keys() - either - {"temperature_c"}
    values = {name: _nth(hints[name], number) for name in names}
    return Entry(**values, temperature_c=38.5)


def _nth(hint: Any, number: int) -> Any:
    """Return the n-th of the values that a field of this type may have."""
    if get_origin(hint) is tuple:
        return (_nth(get_args(hint)[0], number),)
    if get_origin(hint) in (Union, types.UnionType):
        return _nth(get_args(hint)[0], number)
    if is_dataclass(hint):
        kinds = get_type_hints(hint)
        return hint(**{name: _nth(kinds[name], number // 2) for name in kinds})  # type: ignore[operator]
    if isinstance(hint, type) and issubclass(hint, Enum):
        return list(hint)[number % len(hint)]
    return PLAIN_VALUES[hint]


PLAIN_VALUES: dict[Any, Any] = {
    str: "words",
    bool: True,
    int: 10,
    float: 10.5,
    dt.date: FIRST_DAY,
    dt.time: dt.time(23, 10),
    dt.datetime: dt.datetime(2026, 3, 1, 10, 0, tzinfo=dt.UTC),
}
