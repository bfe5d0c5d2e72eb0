"""Where pregnancy is possible the warning signs are asked: not known counts as possible."""

from dataclasses import replace
from datetime import date

import pytest
from asking import PENIS, TODAY, WOMB, asked, done, start
from made_up import sex

from diary.cli.log.command import EVERYTHING
from diary.cli.log.draft import replay
from diary.cli.log.pregnancy import is_pregnant, may_be_pregnant, may_have_late_period
from diary.cli.log.questions_about import Start
from diary.model import Bleeding, Entry, Fact, History, Profile, Symptom
from diary.model.background_words import (
    Condition,
    Contraception,
    Pregnancy,
    PregnancyPossible,
    PregnancyTest,
    Procedure,
)
from diary.model.vocabulary import Amount, BleedingSource, MenstrualStatus, Organ

NO_WOMB = Profile(organs=(Organ.VAGINA, Organ.OVARIES))
PILL = Fact(what=Contraception.COMBINED_PILL)
COIL = Fact(what=Contraception.COPPER_IUD)
ON_THE_PILL = History(profile=WOMB, background=(PILL,))
SAID_NO = Fact(what=PregnancyPossible.NO, start=date(2026, 11, 19))
SPOTTING = {"What happened": Start.OTHER_TIME, "How much": Amount.SPOTTING, "Pain": 0}


def with_entries(history: History, *entries: Entry) -> History:
    return replace(history, entries=entries)


@pytest.mark.parametrize(
    ("history", "possible"),
    [
        (History(), True),
        (History(profile=WOMB), True),
        (History(profile=NO_WOMB), False),
        (History(profile=PENIS), False),
        (History(profile=replace(WOMB, menstrual_status=MenstrualStatus.POSTMENOPAUSE)), False),
        (History(background=(Fact(what=Condition.STERILE_OR_PARTNER_STERILE),)), False),
        (History(background=(Fact(what=Procedure.HYSTERECTOMY),)), False),
        (ON_THE_PILL, False),
        (History(background=(replace(PILL, end=date(2026, 11, 1)),)), True),
        (History(background=(Fact(what=Contraception.CONDOMS),)), True),
        (History(background=(PILL, Fact(what=Pregnancy.ONGOING, start=date(2026, 9, 1)))), True),
        (History(background=(SAID_NO,)), False),
        (History(background=(SAID_NO,), entries=(sex("2026-11-20"),)), True),
        (History(background=(PILL, Fact(what=PregnancyPossible.UNSURE, start=TODAY))), True),
    ],
)
def test_the_warning_signs_are_asked_unless_pregnancy_is_ruled_out(
    history: History, *, possible: bool
) -> None:
    assert ("Warning signs" in asked(SPOTTING, history=history)) is possible


@pytest.mark.parametrize("lapse", [Symptom.MISSED_PILLS, Symptom.CONDOM_BROKE])
def test_a_lapse_days_ago_makes_pregnancy_possible_today(lapse: Symptom) -> None:
    history = with_entries(ON_THE_PILL, Entry(date=date(2026, 11, 18), symptoms=(lapse,)))
    assert "Warning signs" in asked(SPOTTING, history=history)


def test_a_lapse_months_ago_says_nothing_about_today() -> None:
    missed = Entry(date=date(2026, 8, 18), symptoms=(Symptom.MISSED_PILLS,))
    assert "Warning signs" not in asked(SPOTTING, history=with_entries(ON_THE_PILL, missed))


def test_a_coil_that_may_have_moved_is_not_counted_on() -> None:
    moved = Entry(date=date(2026, 11, 18), symptoms=(Symptom.IUD_THREADS_MISSING,))
    with_coil = History(profile=WOMB, background=(COIL,))
    assert not may_be_pregnant(start(with_coil))
    assert may_be_pregnant(start(with_entries(with_coil, moved)))
    both = replace(with_coil, background=(COIL, PILL))
    assert not may_be_pregnant(start(with_entries(both, moved)))


def test_a_coil_fitted_since_then_counts_again() -> None:
    moved = Entry(date=date(2026, 11, 10), symptoms=(Symptom.IUD_EXPELLED,))
    old = replace(COIL, start=date(2024, 1, 1), end=date(2026, 11, 10))
    new = replace(COIL, start=date(2026, 11, 16))
    assert not may_be_pregnant(
        start(History(profile=WOMB, background=(old, new), entries=(moved,)))
    )


@pytest.mark.parametrize(
    "told",
    [
        {"Other signs": (Symptom.MISSED_PILLS,)},
        {
            "Other signs": ("something else",),
            "More signs": ("coil, pill, condom",),
            "Coil, pill, condom": (Symptom.CONDOM_BROKE,),
        },
    ],
)
def test_a_lapse_told_just_now_brings_the_warning_signs_after_it(
    told: dict[str, tuple[Symptom | str, ...]],
) -> None:
    names = asked({**SPOTTING, **told}, history=ON_THE_PILL)
    assert names.count("Warning signs") == 1
    assert names.index("Warning signs") > names.index(list(told)[-1])


def test_heavy_bleeding_and_strong_pain_bring_them_first_and_only_once() -> None:
    told = {**SPOTTING, "Other signs": (Symptom.MISSED_PILLS,)}
    for strong in ({"How much": Amount.HEAVY}, {"Pain": 7}):
        names = asked({**told, **strong}, history=ON_THE_PILL)
        assert names.count("Warning signs") == 1
        assert names.index("Warning signs") < names.index("Other signs")


def test_the_warning_signs_stand_once_in_the_summary() -> None:
    told = {**SPOTTING, "Other signs": (Symptom.MISSED_PILLS,), "Warning signs": (Symptom.FAINT,)}
    for amount in (Amount.SPOTTING, Amount.HEAVY):
        progress = done({**told, "How much": amount}, history=ON_THE_PILL)
        assert [line.name for line in progress.lines].count("Warning signs") == 1
        assert set(progress.draft.entry.symptoms) == {Symptom.FAINT, Symptom.MISSED_PILLS}


def test_after_end_the_warning_signs_still_come_for_a_lapse_that_was_told() -> None:
    told = {**SPOTTING, "Other signs": (Symptom.MISSED_PILLS, "something else")}
    ended = {q.name: told.get(q.name) for q in EVERYTHING if not q.always}
    question = replay(start(ON_THE_PILL), EVERYTHING, ended).question
    assert question is not None
    assert question.name == "Warning signs"


def test_a_changed_entry_counts_as_it_is_now_and_not_as_it_was() -> None:
    was = Entry(id="a1", date=TODAY, symptoms=(Symptom.MISSED_PILLS,))
    draft = start(with_entries(ON_THE_PILL, was))
    assert may_be_pregnant(replace(draft, entry=was))
    assert not may_be_pregnant(replace(draft, entry=replace(was, symptoms=())))


@pytest.mark.parametrize(
    ("facts", "pregnant"),
    [
        ((), None),
        ((Fact(what=Contraception.NOT_NEEDED),), False),
        ((Fact(what=Pregnancy.ONGOING, start=date(2026, 9, 1)),), True),
        ((Fact(what=PregnancyTest.POSITIVE, start=date(2026, 11, 10)),), True),
        ((Fact(what=PregnancyTest.POSITIVE, start=date(2025, 11, 10)),), None),
        ((Fact(what=PregnancyTest.NEGATIVE, start=date(2026, 11, 10)),), None),
        (
            (
                Fact(what=PregnancyTest.POSITIVE, start=date(2026, 10, 1)),
                Fact(what=Pregnancy.MISCARRIAGE, start=date(2026, 11, 1)),
            ),
            None,
        ),
    ],
)
def test_a_pregnancy_is_known_from_its_record_or_a_test(
    facts: tuple[Fact, ...], *, pregnant: bool | None
) -> None:
    assert is_pregnant(start(History(background=facts))) is pregnant


@pytest.mark.parametrize(
    ("facts", "is_asked"),
    [
        ((), True),
        ((Fact(what=Contraception.CONDOMS),), True),
        ((PILL,), False),
        ((Fact(what=Pregnancy.ONGOING, start=date(2026, 9, 1)),), False),
        ((Fact(what=Condition.STERILE_OR_PARTNER_STERILE),), False),
    ],
)
def test_a_late_period_is_asked_about_where_it_would_say_something(
    facts: tuple[Fact, ...], *, is_asked: bool
) -> None:
    draft = start(History(profile=WOMB, background=facts))
    bled = replace(draft.entry, bleeding=Bleeding(source=BleedingSource.VAGINAL))
    assert may_have_late_period(replace(draft, entry=bled)) is is_asked
