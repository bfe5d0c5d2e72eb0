"""Made-up bleeding days and diaries of several cycles."""

import datetime as dt
from collections.abc import Iterable

from hypothesis import strategies as st
from made_up import day

from diary.model import Bleeding, Entry, Fact, History, Profile
from diary.model import Sex as SexEvent
from diary.model.vocabulary import Amount, Answer, BleedingSource, Timing


def bled(  # noqa: PLR0913 - each test says what matters to it and nothing else
    on: str | dt.date,
    amount: str | None = "medium",
    *,
    period: str | None = None,
    timing: str | None = None,
    source: str = "vaginal",
    at: str | None = None,
    hours: float | None = None,
    sex: bool = False,
    follows: str | None = None,
    id: str | None = None,  # noqa: A002 - the name of the field
) -> Entry:
    """Make one day with blood, of which nothing is said but what is given."""
    return Entry(
        date=day(on) if isinstance(on, str) else on,
        time=dt.time.fromisoformat(at) if at else None,
        id=id,
        follows=follows,
        sex=SexEvent() if sex else None,
        bleeding=Bleeding(
            source=BleedingSource(source),
            amount=Amount(amount) if amount else None,
            period=Answer(period) if period else None,
            timing=Timing(timing) if timing else None,
            duration_hours=hours,
        ),
    )


def run(start: str | dt.date, amounts: str, *, period: str | None = None) -> tuple[Entry, ...]:
    """Make days in a row from letters: s(potting), l(ight), m(edium), h(eavy), - dry, ? unsaid."""
    first = day(start) if isinstance(start, str) else start
    words = {"s": "spotting", "l": "light", "m": "medium", "h": "heavy", "?": None}
    return tuple(
        bled(first + dt.timedelta(days=number), words[letter], period=period)
        for number, letter in enumerate(amounts)
        if letter != "-"
    )


def dry(first: str, last: str, *, every: int = 1) -> tuple[Entry, ...]:
    """Make entries in which the person says that they did not bleed."""
    span = (day(last) - day(first)).days
    return tuple(
        Entry(date=day(first) + dt.timedelta(days=number), no_bleeding=True)
        for number in range(0, span + 1, every)
    )


def diary(
    *parts: Entry | Iterable[Entry], profile: Profile | None = None, facts: Iterable[Fact] = ()
) -> History:
    """Make a history of entries and runs of entries."""
    entries: list[Entry] = []
    for part in parts:
        entries += [part] if isinstance(part, Entry) else part
    return History(profile=profile or Profile(), background=tuple(facts), entries=tuple(entries))


@st.composite
def period_runs(draw: st.DrawFn, *, period: str | None) -> tuple[tuple[Entry, ...], ...]:
    """Periods 20 to 60 days apart, each of 3 to 7 days in a row with more than spotting."""
    start = draw(st.dates(dt.date(2021, 1, 1), dt.date(2022, 1, 1)))
    found = []
    for _ in range(draw(st.integers(2, 6))):
        amounts = "m" + draw(st.text("lmh", min_size=2, max_size=6))
        found.append(run(start, amounts, period=period))
        start += dt.timedelta(days=draw(st.integers(20, 60)))
    return tuple(found)
