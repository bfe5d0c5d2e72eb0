"""The questions about the bottom, each asked alone."""

from dataclasses import replace
from typing import Any

import pytest
from alert_rows import FEMALE, MALE, TODAY, ago, blood, entry, pain, pcb, told

from diary.alerts.case import Case
from diary.alerts.signals import anal_sex, bowel
from diary.model import Entry, History, Sex, Symptom
from diary.model.vocabulary import (
    Colour,
    NoticedOn,
    PossibleSource,
    Role,
    SexKind,
    SexSite,
    Timing,
)

S = Symptom
ANAL = Sex(kinds=(SexKind.ANAL,))


def case(*entries: Entry, organs: tuple[object, ...] | None = FEMALE) -> Case:
    return Case.on(told(*entries, organs=organs), TODAY)


def rectal(days: int, *symptoms: Symptom, **of: Any) -> Entry:
    return entry(days, *symptoms, bleeding=blood(source="rectal", **of))


@pytest.mark.parametrize(
    ("sex", "answer"),
    [
        (ANAL, True),
        (replace(ANAL, role=Role.RECEPTIVE), True),
        (replace(ANAL, role=Role.BOTH), True),
        (replace(ANAL, role=Role.INSERTIVE), False),
        (replace(ANAL, sites=(SexSite.PENIS,)), False),
        (Sex(kinds=(SexKind.TOY,), sites=(SexSite.ANUS,)), True),
        (Sex(kinds=(SexKind.TOY,)), None),
        (Sex(kinds=(SexKind.VAGINAL, SexKind.FINGERS)), None),
        (Sex(kinds=(SexKind.VAGINAL,)), False),
        (Sex(kinds=(SexKind.ORAL,)), False),
        (Sex(), None),
        (None, False),
    ],
)
def test_what_went_into_the_bottom_is_known_or_not(sex: Sex | None, *, answer: bool | None) -> None:
    event = entry(0, sex=sex)
    assert anal_sex.was_receptive(case(event), event) is answer


def test_a_fist_in_a_body_without_a_vagina_was_in_the_bottom() -> None:
    event = entry(0, sex=Sex(kinds=(SexKind.FIST,)))
    assert anal_sex.was_receptive(case(event, organs=MALE), event) is True
    assert anal_sex.was_receptive(case(event, organs=None), event) is None


def test_three_days_before_count_and_four_do_not() -> None:
    events = [entry(4, sex=ANAL), entry(3, sex=ANAL), entry(0, S.ENEMA_USE), entry(1, sex=Sex())]
    known = case(*events)
    assert [e.date for e in anal_sex.before(known, TODAY, 3)] == [ago(3), TODAY]
    assert [e.date for e in anal_sex.possible_before(known, TODAY, 3)] == [ago(3), ago(1)]


def test_blood_from_the_bottom_after_sex_tells_of_anal_sex() -> None:
    told_of = rectal(0, timing=Timing.AFTER_SEX)
    assert anal_sex.before(case(told_of), TODAY, 0) == (told_of,)
    without = rectal(0, timing=Timing.NOT_AFTER_SEX)
    assert anal_sex.before(case(without), TODAY, 0) == ()


@pytest.mark.parametrize(
    ("record", "answer"),
    [
        (rectal(0), True),
        (pcb(0), False),
        (entry(0, bleeding=blood(source="unknown")), False),
        (entry(0, S.BLACK_STOOL, bleeding=blood(source="unknown")), True),
        (
            entry(0, bleeding=blood(source="unknown", noticed_on=(NoticedOn.MIXED_IN_STOOL,))),
            True,
        ),
        (entry(0, sex=ANAL, bleeding=blood(source="unknown")), True),
        (
            entry(
                0,
                sex=Sex(kinds=(SexKind.ANAL, SexKind.VAGINAL)),
                bleeding=blood(source="unknown"),
            ),
            False,
        ),
        (
            entry(
                0,
                sex=ANAL,
                bleeding=blood(source="unknown", possible_sources=(PossibleSource.PARTNER,)),
            ),
            False,
        ),
        (entry(0, S.DARK_RED_STOOL), False),
    ],
)
def test_blood_is_from_the_bottom(record: Entry, *, answer: bool) -> None:
    assert bowel.is_rectal(case(record), record) is answer


def test_a_sign_beside_a_bleed_is_the_same_bleed() -> None:
    known = case(rectal(2), rectal(1), entry(0, S.DARK_RED_STOOL), entry(9, S.BLOODY_DIARRHOEA))
    assert [(b.start, b.end) for b in bowel.bleeds(known, 90)] == [
        (ago(9), ago(9)),
        (ago(2), TODAY),
    ]


def test_vaginal_blood_beside_a_sign_says_nothing_of_the_amount() -> None:
    known = case(pcb(0, S.DARK_RED_STOOL, amount="medium"))
    (bleed,) = bowel.bleeds(known, 90)
    assert not bowel.is_moderate(known, bleed)
    assert not bowel.is_little(known, bleed)


def test_dark_blood_on_paper_only_is_not_called_dark() -> None:
    on_paper = rectal(0, colour=Colour.DARK_RED, noticed_on=(NoticedOn.WIPING,))
    in_water = rectal(0, colour=Colour.DARK_RED, noticed_on=(NoticedOn.TOILET_WATER,))
    assert not bowel.is_dark(case(on_paper), on_paper)
    assert bowel.is_dark(case(in_water), in_water)
    assert not bowel.is_dark(case(in_water), in_water, Colour.BLACK)


def test_blood_after_sex_is_not_of_the_poo_unless_seen_there() -> None:
    after_sex = rectal(0, timing=Timing.AFTER_SEX)
    seen = rectal(0, timing=Timing.AFTER_SEX, noticed_on=(NoticedOn.ON_STOOL,))
    assert not bowel.is_in_poo(case(after_sex), after_sex)
    assert bowel.is_in_poo(case(seen), seen)
    assert bowel.is_in_poo(case(rectal(0)), rectal(0))


def test_two_weeks_without_end_a_course() -> None:
    def is_blood(record: Entry) -> bool:
        return record.bleeding is not None

    near = case(rectal(14), rectal(0))
    apart = case(rectal(15), rectal(0))
    old = case(rectal(29))
    assert len(bowel.latest_course(near, is_blood, recent_days=28)) == 2
    assert len(bowel.latest_course(apart, is_blood, recent_days=28)) == 1
    assert bowel.latest_course(old, is_blood, recent_days=28) == ()


def test_a_course_is_as_long_as_its_days_or_what_an_entry_says() -> None:
    assert bowel.days_of(()) == 0
    assert bowel.days_of((rectal(9), rectal(2))) == 7
    assert bowel.days_of((entry(0, pain=pain(3, "anus", duration_hours=50)),)) == 2
    assert bowel.days_of((entry(0, S.PAINFUL_STOOL, symptoms_since=ago(5)),)) == 5


def test_nothing_is_found_in_an_empty_diary() -> None:
    empty = Case.on(History(), TODAY)
    assert bowel.bleeds(empty, 90) == ()
    assert bowel.latest_course(empty, bowel.hurts_there, recent_days=28) == ()
