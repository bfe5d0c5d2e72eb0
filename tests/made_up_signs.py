"""Made-up signs and facts for the rules, and what the rules say of them."""

import datetime as dt
from typing import Any

from made_up import day

from diary.alerts import Rule, assess
from diary.model import AbsentFact, Bleeding, Entry, Fact, FactKind, History, Pain, Profile, Symptom
from diary.model import Sex as SexEvent
from diary.model.fact import WORDS
from diary.model.vocabulary import (
    Amount,
    Answer,
    BleedingSource,
    Clots,
    MenstrualStatus,
    Organ,
    PainSite,
    SexKind,
    Timing,
    Trend,
)

DAY_0 = day("2026-03-02")
"""The day that tests count from."""

WOMB = (Organ.VAGINA, Organ.CERVIX, Organ.UTERUS, Organ.OVARIES)


def on(number: int) -> dt.date:
    """Return the day so many days after the day that tests count from."""
    return DAY_0 + dt.timedelta(days=number)


def person(**known: Any) -> Profile:
    """Make a person of 30 with a womb and periods, of whom other things may be known."""
    values = {"organs": WOMB, "birth_year": 1996, "menstrual_status": MenstrualStatus.MENSTRUATING}
    return Profile(**{**values, **known})


def blood(
    number: int,
    amount: str | None = "light",
    *symptoms: str,
    timing: str = "not_after_sex",
    **more: Any,
) -> Entry:
    """Make a day with blood, by default light, from the vagina, not after sex and no period."""
    entry = {key: more.pop(key) for key in ("pain", "time", "distress", "sex") if key in more}
    words = {"clots": Clots, "trend": Trend, "period": Answer, "source": BleedingSource}
    values: dict[str, Any] = {
        "source": BleedingSource.VAGINAL,
        "timing": Timing(timing),
        "period": Answer.NO,
        "amount": Amount(amount) if amount else None,
    }
    for name, value in more.items():
        values[name] = words[name](value) if name in words and value else value
    return Entry(
        date=on(number),
        bleeding=Bleeding(**values),
        symptoms=tuple(map(Symptom, symptoms)),
        **entry,
    )


def after(number: int, amount: str = "light", **sex: Any) -> Entry:
    """Make sex with a bleed after it that has stopped."""
    values = {"kinds": (SexKind.VAGINAL,), **sex}
    return blood(number, amount, timing="after_sex", stopped=True, sex=SexEvent(**values))


def hurt(
    number: int, score: int = 3, *symptoms: str, site: str | None = "lower_belly", **pain: Any
) -> Entry:
    """Make a day with pain, by default in the lower belly."""
    where = PainSite(site) if site else None
    if "trend" in pain:
        pain["trend"] = Trend(pain["trend"])
    return Entry(
        date=on(number),
        pain=Pain(score=score, site=where, **pain),
        symptoms=tuple(map(Symptom, symptoms)),
    )


def felt(number: int, *symptoms: str, **more: Any) -> Entry:
    """Make a day with symptoms or other things noted."""
    return Entry(date=on(number), symptoms=tuple(map(Symptom, symptoms)), **more)


def sex(number: int, **more: Any) -> Entry:
    """Make a day with sex and no bleed."""
    return Entry(date=on(number), sex=SexEvent(**{"kinds": (SexKind.VAGINAL,), **more}))


def fact(kind: str, what: str, start: int | None = None, **more: Any) -> Fact:
    """Make a background fact that began so many days after the day that tests count from."""
    word: Any = WORDS[FactKind(kind)](what)
    return Fact(what=word, start=None if start is None else on(start), **more)


def never(kind: str) -> AbsentFact:
    """Make the answer that there is none of this kind."""
    return AbsentFact(kind=FactKind(kind))


def said(
    rules: tuple[Rule, ...],
    *records: Entry | Fact | AbsentFact,
    at: int = 0,
    profile: Profile | None = None,
) -> dict[str, str]:
    """Return the urgency by rule of all that fires; a quiet routine alert is "routine note"."""
    history = History(
        profile=profile or person(),
        entries=tuple(record for record in records if isinstance(record, Entry)),
        background=tuple(record for record in records if isinstance(record, Fact)),
        background_absent=tuple(r for r in records if isinstance(r, AbsentFact)),
    )
    alerts = assess(history, on(at), rules=rules).alerts
    return {
        alert.rule: "routine note"
        if alert.quiet and alert.urgency.value == "routine"
        else alert.urgency.value
        for alert in alerts
    }
