"""Injury and bleeding of the penis: each row is a short diary and what one rule says to it."""

from typing import Any

import pytest
from alert_rows import (
    FEMALE,
    MALE,
    TODAY,
    Row,
    ago,
    answer_of,
    blood,
    entry,
    fact,
    pain,
    rows,
    unheld_numbers,
    without_answers,
)
from alert_rows import told as told_of

from diary.alerts import assess
from diary.alerts.rules import after_sex, emergency, infection, semen
from diary.alerts.rules import pain as pains
from diary.alerts.rules.penis import RULES
from diary.model import Entry, Fact, History, Pain, Sex, Symptom
from diary.model.background_words import InfectionTreated, Medication, StiTest
from diary.model.vocabulary import Organ, PossibleSource, SexKind

S = Symptom
RULE = {rule.code: rule for rule in RULES}
SEX = Sex(kinds=(SexKind.VAGINAL,))
BOTH = (Organ.PENIS, Organ.TESTES, Organ.VAGINA)


def told(*records: Entry | Fact, **profile: Any) -> History:
    """Put a diary together; the person is 30 and has all male parts unless said."""
    return told_of(*records, **{"organs": MALE, **profile})


def hurt(score: int = 5, site: str | None = "penis", **more: Any) -> Pain:
    return pain(score, site, **more)


def cut(days: int, *symptoms: Symptom, amount: str | None = "spotting", **of: Any) -> Entry:
    """Blood from a cut or tear outside."""
    return entry(days, *symptoms, bleeding=blood(amount, source="skin", **of))


def urethral(days: int, *symptoms: Symptom, **more: Any) -> Entry:
    return entry(days, *symptoms, bleeding=blood(source="urethral"), **more)


PEN_1 = rows(
    "PEN-1",
    ("a pop or crack", told(entry(0, S.POP_OR_CRACK)), "emergency"),
    ("a pop, parts not said", told(entry(0, S.POP_OR_CRACK), organs=None), "emergency"),
    ("a pop in a body without a penis", told(entry(0, S.POP_OR_CRACK), organs=FEMALE), "quiet"),
    (
        "sudden loss of erection and pain",
        told(entry(0, S.SUDDEN_LOSS_OF_ERECTION, pain=hurt(2))),
        "emergency",
    ),
    (
        "sudden loss of erection, pain in another entry",
        told(entry(0, S.SUDDEN_LOSS_OF_ERECTION), entry(0, pain=hurt(2, None))),
        "emergency",
    ),
    (
        "sudden loss of erection and a headache",
        told(entry(0, S.SUDDEN_LOSS_OF_ERECTION, pain=hurt(5, "other"))),
        "quiet",
    ),
    ("sudden loss of erection alone", told(entry(0, S.SUDDEN_LOSS_OF_ERECTION)), "quiet"),
    (
        "sudden loss of erection and a bruise",
        told(entry(0, S.SUDDEN_LOSS_OF_ERECTION, S.PENILE_BRUISE_OR_BEND)),
        "emergency",
    ),
    ("a bruise with sex", told(entry(0, S.PENILE_BRUISE_OR_BEND, sex=SEX)), "emergency"),
    (
        "a bruise the day after sex",
        told(entry(1, sex=SEX), entry(0, S.PENILE_BRUISE_OR_BEND)),
        "emergency",
    ),
    (
        "a bruise two days after sex",
        told(entry(2, sex=SEX), entry(0, S.PENILE_BRUISE_OR_BEND)),
        "same_day",
    ),
    (
        "a bruise after a blow",
        told(entry(0, S.PENILE_BRUISE_OR_BEND, S.GENITAL_INJURY)),
        "emergency",
    ),
    ("a bruise that hurts", told(entry(0, S.PENILE_BRUISE_OR_BEND, pain=hurt())), "emergency"),
    ("a bruise, no more said", told(entry(0, S.PENILE_BRUISE_OR_BEND)), "same_day"),
    (
        "a bend for 7 days, with sex",
        told(entry(0, S.PENILE_BRUISE_OR_BEND, sex=SEX, symptoms_since=ago(7))),
        "emergency",
    ),
    (
        "a bend for 8 days, with sex",
        told(entry(0, S.PENILE_BRUISE_OR_BEND, sex=SEX, symptoms_since=ago(8))),
        "same_day",
    ),
    (
        "swollen with sudden pain in sex",
        told(entry(0, S.GENITAL_SWELLING, sex=SEX, pain=hurt(sudden=True))),
        "emergency",
    ),
    (
        "swollen with slow pain",
        told(entry(0, S.GENITAL_SWELLING, sex=SEX, pain=hurt(sudden=False))),
        "quiet",
    ),
    (
        "swollen with sudden pain, no sex",
        told(entry(0, S.GENITAL_SWELLING, pain=hurt(sudden=True))),
        "quiet",
    ),
    (
        "swollen, sudden pain elsewhere",
        told(entry(0, S.GENITAL_SWELLING, sex=SEX, pain=hurt(site="groin", sudden=True))),
        "quiet",
    ),
    (
        "swollen with sudden pain in sex, parts not said",
        told(entry(0, S.GENITAL_SWELLING, sex=SEX, pain=hurt(sudden=True)), organs=None),
        "quiet",
    ),
    ("a pop two days ago", told(entry(2, S.POP_OR_CRACK)), "within_two_weeks"),
)

PEN_2 = rows(
    "PEN-2",
    ("a tear", told(entry(0, S.PENILE_TEAR)), "watch"),
    ("a tear that pressing stops", told(cut(0, S.PENILE_TEAR, stops_with_pressure=True)), "watch"),
    ("a tear that pressing does not stop", told(cut(0, stops_with_pressure=False)), "quiet"),
    ("a cut, place not said", told(cut(0)), "watch"),
    ("a cut, place not said, in a body that has a vagina too", told(cut(0), organs=BOTH), "quiet"),
    (
        "a cut that hurts at the penis, in a body that has a vagina too",
        told(entry(0, bleeding=blood(source="skin"), pain=hurt(2)), organs=BOTH),
        "watch",
    ),
    (
        "a cut that hurts at the bottom",
        told(entry(0, bleeding=blood(source="skin"), pain=hurt(2, "anus"))),
        "quiet",
    ),
    ("a tear of the vulva", told(entry(0, S.VULVAL_TEAR), organs=FEMALE), "quiet"),
    ("blood from a sore", told(cut(0, S.GENITAL_SORE)), "quiet"),
    ("blood where blisters were 28 days ago", told(entry(28, S.BLISTERS), cut(0)), "quiet"),
    ("blood where blisters were 29 days ago", told(entry(29, S.BLISTERS), cut(0)), "watch"),
    ("a tear beside a sore", told(cut(0, S.PENILE_TEAR, S.GENITAL_SORE)), "watch"),
    ("a gaping tear", told(entry(0, S.PENILE_TEAR, S.GAPING_WOUND)), "same_day"),
    ("a gaping wound", told(entry(0, S.GAPING_WOUND)), "same_day"),
    ("still bleeding, not pressed, light", told(cut(0, stopped=False)), "watch"),
    ("still bleeding, medium", told(cut(0, amount="medium", stopped=False)), "same_day"),
    (
        "still bleeding, medium, but pressing stops it",
        told(cut(0, amount="medium", stopped=False, stops_with_pressure=True)),
        "watch",
    ),
    (
        "still bleeding after 10 minutes",
        told(cut(0, stopped=False, duration_hours=0.17)),
        "same_day",
    ),
    ("still bleeding after 9.6 minutes", told(cut(0, stopped=False, duration_hours=0.16)), "watch"),
    (
        "still bleeding after 10.5 minutes",
        told(cut(0, stopped=False, duration_hours=10.5 / 60)),
        "same_day",
    ),
    ("28 days ago", told(entry(28, S.PENILE_TEAR)), "watch"),
    ("29 days ago", told(entry(29, S.PENILE_TEAR)), "quiet"),
    (
        "with a blood thinner",
        told(entry(0, S.PENILE_TEAR), fact(Medication.ANTICOAGULANT)),
        "routine note",
    ),
)

PEN_3 = rows(
    "PEN-3",
    ("blood at the opening after a blow", told(urethral(0, S.GENITAL_INJURY)), "emergency"),
    ("after a pop", told(urethral(0, S.POP_OR_CRACK)), "emergency"),
    ("two days after a blow", told(entry(2, S.GENITAL_INJURY), urethral(0)), "emergency"),
    ("three days after a blow", told(entry(3, S.GENITAL_INJURY), urethral(0)), "quiet"),
    (
        "blood in pee after a blow",
        told(entry(0, S.GENITAL_INJURY, bleeding=blood(source="urine"))),
        "emergency",
    ),
    (
        "discharge after a blow",
        told(entry(0, S.GENITAL_INJURY, S.URETHRAL_DISCHARGE)),
        "quiet",
    ),
    ("blood at the opening, no injury", told(urethral(0)), "quiet"),
    ("cannot pee", told(entry(0, S.CANNOT_URINATE)), "emergency"),
    ("cannot pee, no penis", told(entry(0, S.CANNOT_URINATE), organs=FEMALE), "quiet"),
)

PEN_4 = rows(
    "PEN-4",
    ("blood at the opening", told(urethral(0)), "within_two_weeks"),
    ("discharge", told(entry(0, S.URETHRAL_DISCHARGE)), "within_two_weeks"),
    (
        "not sure: opening or partner",
        told(
            entry(
                0,
                bleeding=blood(
                    source="unknown",
                    possible_sources=(PossibleSource.URETHRAL, PossibleSource.PARTNER),
                ),
            )
        ),
        "routine",
    ),
    ("after a blow two days before", told(entry(2, S.GENITAL_INJURY), urethral(0)), "quiet"),
    (
        "after a blow three days before",
        told(entry(3, S.GENITAL_INJURY), urethral(0)),
        "within_two_weeks",
    ),
    ("90 days ago", told(urethral(90)), "within_two_weeks"),
    ("91 days ago", told(urethral(91)), "quiet"),
    (
        "discharge that is gone",
        told(entry(5, S.URETHRAL_DISCHARGE), entry(0, absent=(S.URETHRAL_DISCHARGE,))),
        "quiet",
    ),
    ("a clear test since", told(urethral(9), fact(StiTest.NEGATIVE, 5)), "routine"),
    ("a clear test before", told(urethral(5), fact(StiTest.NEGATIVE, 9)), "within_two_weeks"),
    ("treated since", told(urethral(9), fact(InfectionTreated.STI, 5)), "routine"),
    ("blood in semen", told(entry(0, bleeding=blood(source="semen"))), "quiet"),
    ("no penis", told(urethral(0), organs=FEMALE), "quiet"),
    ("with a blood thinner", told(urethral(0), fact(Medication.ANTICOAGULANT)), "same_day"),
)

PEN_5 = rows(
    "PEN-5",
    ("one tear", told(entry(0, S.PENILE_TEAR)), "quiet"),
    ("two tears in 90 days", told(entry(0, S.PENILE_TEAR), entry(90, S.PENILE_TEAR)), "routine"),
    ("two tears in 91 days", told(entry(0, S.PENILE_TEAR), entry(91, S.PENILE_TEAR)), "quiet"),
    ("one tear on touching days", told(entry(0, S.PENILE_TEAR), entry(1, S.PENILE_TEAR)), "quiet"),
    ("a tear and a cut", told(entry(0, S.PENILE_TEAR), cut(20)), "routine"),
    ("three tears", told(*(entry(d, S.PENILE_TEAR) for d in (0, 20, 40))), "routine"),
    ("a tight foreskin", told(entry(0, S.TIGHT_FORESKIN)), "routine"),
    ("a tight foreskin 91 days ago", told(entry(91, S.TIGHT_FORESKIN)), "quiet"),
)

PEN_6 = rows(
    "PEN-6",
    (
        "a sore for 21 days",
        told(entry(0, S.GENITAL_SORE, symptoms_since=ago(21))),
        "within_two_weeks",
    ),
    ("a sore for 20 days", told(entry(0, S.GENITAL_SORE, symptoms_since=ago(20))), "quiet"),
    (
        "a lump for 21 days",
        told(entry(0, S.GENITAL_LUMP, symptoms_since=ago(21))),
        "within_two_weeks",
    ),
    ("blisters for 30 days", told(entry(0, S.BLISTERS, symptoms_since=ago(30))), "quiet"),
    ("28 days ago", told(entry(28, S.GENITAL_SORE, symptoms_since=ago(60))), "within_two_weeks"),
    ("29 days ago", told(entry(29, S.GENITAL_SORE, symptoms_since=ago(60))), "quiet"),
    (
        "parts not said",
        told(entry(0, S.GENITAL_SORE, symptoms_since=ago(21)), organs=None),
        "within_two_weeks",
    ),
    ("no penis", told(entry(0, S.GENITAL_SORE, symptoms_since=ago(21)), organs=FEMALE), "quiet"),
    (
        "as known from before",
        told(entry(0, S.GENITAL_SORE, symptoms_since=ago(30), same_as_before=True)),
        "routine",
    ),
    (
        "treated after it was last seen",
        told(entry(9, S.GENITAL_SORE, symptoms_since=ago(40)), fact(InfectionTreated.STI, 5)),
        "routine",
    ),
    (
        "seen after treatment began",
        told(entry(0, S.GENITAL_SORE, symptoms_since=ago(40)), fact(InfectionTreated.STI, 5)),
        "within_two_weeks",
    ),
    (
        "a clear test",
        told(entry(0, S.GENITAL_SORE, symptoms_since=ago(40)), fact(StiTest.NEGATIVE, 5)),
        "within_two_weeks",
    ),
)

PEN_7 = rows(
    "PEN-7",
    ("the foreskin is stuck back", told(entry(0, S.FORESKIN_STUCK)), "emergency"),
    ("the foreskin is tight", told(entry(0, S.TIGHT_FORESKIN)), "quiet"),
    (
        "stuck three days ago, gone back since",
        told(entry(3, S.FORESKIN_STUCK), entry(0, absent=(S.FORESKIN_STUCK,))),
        "quiet",
    ),
)

ROWS: list[Row] = [*PEN_1, *PEN_2, *PEN_3, *PEN_4, *PEN_5, *PEN_6, *PEN_7]


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_the_rule_answers(row: Row) -> None:
    assert answer_of(RULE[row.code], row.history) == row.answer


def test_every_rule_has_a_row_that_fires_and_one_that_is_quiet() -> None:
    assert without_answers(ROWS, RULES) == []


def test_every_number_is_held_by_a_row_on_each_side() -> None:
    assert unheld_numbers(ROWS, RULES) == []


def said(*records: Entry | Fact, **profile: Any) -> list[str]:
    """Return the codes of all alerts of families that could say the same, strongest first."""
    rules = (
        *emergency.RULES,
        *after_sex.RULES,
        *pains.RULES,
        *infection.RULES,
        *semen.RULES,
        *RULES,
    )
    return [alert.rule for alert in assess(told(*records, **profile), TODAY, rules=rules).alerts]


def test_a_pop_with_strong_pain_and_swelling_stands_alone() -> None:
    signs = (S.POP_OR_CRACK, S.GENITAL_SWELLING)
    assert said(entry(0, *signs, sex=SEX, pain=hurt(8, with_sex=True))) == ["PEN-1"]


def test_not_being_able_to_pee_is_said_once() -> None:
    assert said(entry(0, S.CANNOT_URINATE)) == ["PEN-3"]


def test_discharge_that_burns_is_said_once() -> None:
    assert said(entry(0, S.URETHRAL_DISCHARGE, S.BURNING_URINATION)) == ["PEN-4"]


def test_a_second_tear_takes_the_place_of_the_note() -> None:
    assert said(entry(0, S.PENILE_TEAR), entry(30, S.PENILE_TEAR)) == ["PEN-5"]


def test_a_tear_that_pressing_does_not_stop_is_left_to_the_emergency_rule() -> None:
    assert said(cut(0, S.PENILE_TEAR, stops_with_pressure=False)) == ["EMG-4"]


def test_a_stuck_foreskin_with_swelling_and_pain_stands_alone() -> None:
    assert said(entry(0, S.FORESKIN_STUCK, S.GENITAL_SWELLING, pain=hurt(6))) == ["PEN-7"]
