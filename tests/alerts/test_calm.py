"""Which entries are never urgent by themselves, so that no rule needs to be loaded for them."""

import datetime as dt
from dataclasses import fields
from enum import Enum
from itertools import chain, product
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diary.alerts import Urgency, assess
from diary.alerts.calm import HARMLESS, is_calm
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


@settings(max_examples=300, deadline=None)
@given(
    source=st.sampled_from(BleedingSource),
    amount=st.sampled_from((Amount.SPOTTING, Amount.LIGHT)),
    timing=st.sampled_from((None, *Timing)),
    period=st.sampled_from((None, *Answer)),
    stopped=st.sampled_from((None, True, False)),
    kinds=st.none() | st.lists(st.sampled_from(SexKind), unique=True),
    score=st.sampled_from((None, 0, 1, 2, 3)),
    symptoms=st.lists(st.sampled_from(sorted(HARMLESS, key=str)), unique=True),
    bleeds=st.booleans(),
)
def test_light_bleeding_mild_pain_and_harmless_symptoms_raise_nothing_urgent_either(
    kinds: list[SexKind] | None,
    score: int | None,
    symptoms: list[Symptom],
    *,
    bleeds: bool,
    **said: Any,
) -> None:
    entry = Entry(
        id="a",
        date=TODAY,
        bleeding=Bleeding(**said) if bleeds else None,
        pain=None if score is None else Pain(score=score),
        sex=None if kinds is None else Sex(kinds=tuple(kinds)),
        symptoms=tuple(symptoms),
    )
    assert is_calm(entry)
    judged = assess(History(entries=(entry,)), TODAY)
    assert judged.overall not in (Urgency.EMERGENCY, Urgency.SAME_DAY)


NOT_ANAL = [kind for kind in SexKind if kind is not SexKind.ANAL]


@pytest.mark.parametrize("site", [None, *PainSite])
@pytest.mark.parametrize("amount", [None, Amount.LIGHT])
def test_moderate_pain_with_sex_that_was_not_anal_raises_nothing_urgent_either(
    site: PainSite | None, amount: Amount | None
) -> None:
    blood = None if amount is None else Bleeding(source=BleedingSource.VAGINAL, amount=amount)
    for kind, with_sex, score in product((None, *NOT_ANAL), (None, True), (0, 4, 6)):
        pain = Pain(score=score, site=site, with_sex=with_sex)
        sex = Sex(kinds=() if kind is None else (kind,))
        entry = Entry(id="a", date=TODAY, sex=sex, pain=pain, bleeding=blood)
        assert is_calm(entry)
        judged = assess(History(entries=(entry,)), TODAY)
        assert judged.overall not in (Urgency.EMERGENCY, Urgency.SAME_DAY)


@settings(max_examples=150, deadline=None)
@given(
    amount=st.sampled_from((Amount.SPOTTING, Amount.LIGHT)),
    timing=st.sampled_from((None, *Timing)),
    period=st.sampled_from((None, *Answer)),
    stopped=st.sampled_from((None, True, False)),
    kinds=st.lists(st.sampled_from(NOT_ANAL), unique=True),
    score=st.integers(0, 6),
    site=st.sampled_from((None, *PainSite)),
)
def test_nor_do_any_answers_about_light_blood_beside_it(
    kinds: list[SexKind], score: int, site: PainSite | None, **said: Any
) -> None:
    blood = Bleeding(source=BleedingSource.VAGINAL, **said)
    pain = Pain(score=score, site=site, with_sex=True)
    entry = Entry(id="a", date=TODAY, sex=Sex(kinds=tuple(kinds)), pain=pain, bleeding=blood)
    assert is_calm(entry)
    judged = assess(History(entries=(entry,)), TODAY)
    assert judged.overall not in (Urgency.EMERGENCY, Urgency.SAME_DAY)


@pytest.mark.parametrize(
    ("pain", "sex"),
    [
        (Pain(score=7), Sex()),
        (Pain(score=4, with_sex=False), Sex()),
        (Pain(score=4, sudden=True), Sex()),
        (Pain(score=4, duration_hours=30), Sex()),
        (Pain(score=4), Sex(kinds=(SexKind.VAGINAL, SexKind.ANAL))),
        (Pain(score=4), Sex(consent=Answer.NO)),
    ],
)
def test_stronger_or_other_pain_with_sex_is_for_the_rules(pain: Pain, sex: Sex) -> None:
    assert not is_calm(Entry(date=TODAY, sex=sex, pain=pain))


def test_a_field_that_is_new_is_thought_of_here() -> None:
    """Those that say nothing of the body change no urgency; all others are looked at above."""
    told_elsewhere = {"id", "date", "date_precision", "time", "recorded_at", "follows", "origin"}
    of_the_person = {"note", "private", "cycle_day", "same_as_before", "symptoms_since"}
    nothing = {"no_bleeding", "no_sex", "absent"}
    looked_at = {"bleeding", "sex", "pain", "symptoms", "temperature_c"}
    looked_at |= {"missed_pill_count", "distress"}
    every = told_elsewhere | of_the_person | nothing | looked_at
    assert {field.name for field in fields(Entry)} == every


@pytest.mark.parametrize(
    "more",
    [
        {"missed_pill_count": 2},
        {"distress": 9},
        {"pain": Pain(score=4)},
        {"pain": Pain()},
        {"pain": Pain(score=1, site=PainSite.DEEP_PELVIC)},
        {"pain": Pain(severity=Severity.SEVERE)},
        {"symptoms": (Symptom.DIZZY,)},
        {"symptoms": (Symptom.ITCHING, Symptom.CONDOM_BROKE)},
        {"symptoms": (Symptom.ITCHING,), "sex": Sex(), "pain": Pain(score=4)},
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
