"""Where pregnancy is possible the warning signs are asked: unknown counts as possible."""

from dataclasses import replace
from datetime import date

import pytest
from asking import PENIS, TODAY, WOMB
from made_up import sex

from diary.cli.log.pregnancy import is_pregnant, may_be_pregnant
from diary.model import Entry, Fact, History, Profile, Symptom
from diary.model.background_words import (
    Condition,
    Contraception,
    Pregnancy,
    PregnancyPossible,
    PregnancyTest,
    Procedure,
)
from diary.model.vocabulary import MenstrualStatus, Organ

NO_WOMB = Profile(organs=(Organ.VAGINA, Organ.OVARIES))
STERILE = History(background=(Fact(what=Condition.STERILE_OR_PARTNER_STERILE),))
PILL = Fact(what=Contraception.COMBINED_PILL)


@pytest.mark.parametrize(
    ("history", "possible"),
    [
        (History(), True),
        (History(profile=WOMB), True),
        (History(profile=NO_WOMB), False),
        (History(profile=PENIS), False),
        (History(profile=replace(WOMB, menstrual_status=MenstrualStatus.POSTMENOPAUSE)), False),
        (STERILE, False),
        (History(background=(Fact(what=Procedure.HYSTERECTOMY),)), False),
        (History(background=(PILL,)), False),
        (History(background=(replace(PILL, end=date(2026, 11, 1)),)), True),
        (History(background=(Fact(what=Contraception.CONDOMS),)), True),
        (
            History(background=(PILL, Fact(what=Pregnancy.ONGOING, start=date(2026, 9, 1)))),
            True,
        ),
        (
            History(background=(Fact(what=PregnancyPossible.NO, start=date(2026, 11, 19)),)),
            False,
        ),
        (
            History(
                background=(Fact(what=PregnancyPossible.NO, start=date(2026, 11, 19)),),
                entries=(sex("2026-11-20"),),
            ),
            True,
        ),
        (
            History(background=(PILL, Fact(what=PregnancyPossible.UNSURE, start=TODAY))),
            True,
        ),
    ],
)
def test_pregnancy_counts_as_possible_unless_it_is_ruled_out(
    history: History, *, possible: bool
) -> None:
    assert may_be_pregnant(history, Entry(date=TODAY)) is possible


def test_a_missed_pill_makes_pregnancy_possible_again() -> None:
    missed = Entry(date=TODAY, symptoms=(Symptom.MISSED_PILLS,))
    assert may_be_pregnant(History(background=(PILL,)), missed)


@pytest.mark.parametrize(
    ("facts", "pregnant"),
    [
        ((), False),
        ((Fact(what=Pregnancy.ONGOING, start=date(2026, 9, 1)),), True),
        ((Fact(what=PregnancyTest.POSITIVE, start=date(2026, 11, 10)),), True),
        ((Fact(what=PregnancyTest.POSITIVE, start=date(2025, 11, 10)),), False),
        ((Fact(what=PregnancyTest.NEGATIVE, start=date(2026, 11, 10)),), False),
        (
            (
                Fact(what=Pregnancy.ONGOING, start=date(2026, 1, 1)),
                Fact(what=Pregnancy.BIRTH, start=date(2026, 10, 8)),
            ),
            False,
        ),
        (
            (
                Fact(what=PregnancyTest.POSITIVE, start=date(2026, 10, 1)),
                Fact(what=Pregnancy.MISCARRIAGE, start=date(2026, 11, 1)),
            ),
            False,
        ),
    ],
)
def test_a_pregnancy_is_known_from_its_record_or_a_test(
    facts: tuple[Fact, ...], *, pregnant: bool
) -> None:
    assert is_pregnant(History(background=facts), TODAY) is pregnant
