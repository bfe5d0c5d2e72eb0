"""Which entries of a locked diary need no rule to be loaded: what they say is never urgent."""

import datetime as dt
from dataclasses import fields
from enum import Enum
from itertools import chain
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diary.alerts import Urgency, assess
from diary.cli.log.judging import is_calm
from diary.model import Bleeding, Entry, History, Pain, Sex, Symptom
from diary.model.vocabulary import (
    Amount,
    Answer,
    BleedingSource,
    PainSite,
    Severity,
    SexKind,
    Timing,
)

TODAY = dt.date.today()  # noqa: DTZ011 - as the person's clock says


def _ways_of_sex() -> list[Sex]:
    """Return sex with each word that each of its fields can hold, one at a time."""
    hints = get_type_hints(Sex)
    return list(chain.from_iterable(_with(f.name, hints[f.name]) for f in fields(Sex)))


def _with(name: str, hint: Any) -> list[Sex]:
    found = list[Any]()
    for kind in get_args(hint):
        if kind is bool:
            found += [True, False]
        elif isinstance(kind, type) and issubclass(kind, Enum):
            is_list = Ellipsis in get_args(hint)
            found += [(word,) if is_list else word for word in kind]
    return [Sex(**{name: value}) for value in found]


def test_sex_by_itself_raises_nothing_urgent_so_that_no_rule_is_loaded_for_it() -> None:
    ways = _ways_of_sex()
    assert Sex(consent=Answer.NO) in ways
    for sex in ways:
        entry = Entry(id="a", date=TODAY, sex=sex, no_bleeding=True)
        judged = assess(History(entries=(entry,)), TODAY)
        assert judged.overall not in (Urgency.EMERGENCY, Urgency.SAME_DAY)


@settings(max_examples=150, deadline=None)
@given(
    source=st.sampled_from(BleedingSource),
    amount=st.sampled_from((Amount.SPOTTING, Amount.LIGHT)),
    timing=st.sampled_from((None, *Timing)),
    period=st.sampled_from((None, *Answer)),
    stopped=st.sampled_from((None, True, False)),
    kinds=st.none() | st.lists(st.sampled_from(SexKind), unique=True),
    score=st.sampled_from((None, 0, 1, 2, 3)),
)
def test_light_bleeding_with_mild_pain_at_most_raises_nothing_urgent_either(
    kinds: list[SexKind] | None, score: int | None, **said: Any
) -> None:
    sex = None if kinds is None else Sex(kinds=tuple(kinds))
    pain = None if score is None else Pain(score=score)
    entry = Entry(id="a", date=TODAY, bleeding=Bleeding(**said), pain=pain, sex=sex)
    assert is_calm(entry)
    judged = assess(History(entries=(entry,)), TODAY)
    assert judged.overall not in (Urgency.EMERGENCY, Urgency.SAME_DAY)


@pytest.mark.parametrize(
    "more",
    [
        {"pain": Pain(score=4)},
        {"pain": Pain()},
        {"pain": Pain(score=1, site=PainSite.DEEP_PELVIC)},
        {"pain": Pain(severity=Severity.SEVERE)},
        {"symptoms": (Symptom.DIZZY,)},
        {"temperature_c": 38.0},
        {"sex": Sex(consent=Answer.NO)},
        {"bleeding": Bleeding(source=BleedingSource.VAGINAL, amount=Amount.MEDIUM)},
        {"bleeding": Bleeding(source=BleedingSource.VAGINAL)},
        {"bleeding": Bleeding(source=BleedingSource.SKIN, stops_with_pressure=False)},
        {
            "bleeding": Bleeding(
                source=BleedingSource.VAGINAL, amount=Amount.LIGHT, pads_per_hour=1.0
            )
        },
    ],
)
def test_whatever_else_is_said_the_rules_are_asked(more: dict[str, Any]) -> None:
    light = Bleeding(source=BleedingSource.VAGINAL, amount=Amount.LIGHT)
    said: dict[str, Any] = {"date": TODAY, "bleeding": light, **more}
    assert not is_calm(Entry(**said))
