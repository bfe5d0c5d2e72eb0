"""Importing adds what is new, once, and leaves alone what is here."""

from dataclasses import replace

import pytest
from hypothesis import given
from made_up import after_sex, day, histories, sex

from diary.errors import FutureDay
from diary.interchange.identity import with_ids
from diary.interchange.merge import Merge, merge
from diary.model import Fact, History, Profile
from diary.model.background_words import Contraception

TODAY = day("2026-11-21")


def bring_in(here: History, incoming: History, *, deleted: frozenset[str] = frozenset()) -> Merge:
    return merge(here, incoming, deleted=deleted, today=TODAY)


def after(here: History, plan: Merge) -> History:
    return History(
        profile=plan.profile,
        background=here.background + plan.background,
        background_absent=here.background_absent + plan.background_absent,
        entries=here.entries + plan.entries,
    )


@given(histories())
def test_the_same_file_twice_adds_nothing(incoming: History) -> None:
    first = bring_in(History(), incoming)
    again = bring_in(after(History(), first), incoming)
    assert again.added == 0
    assert again.filled == ()
    assert again.different == first.different


@given(histories(with_ids=True))
def test_importing_into_an_empty_diary_brings_everything(incoming: History) -> None:
    plan = bring_in(History(), incoming)
    assert set(plan.entries) == set(incoming.entries)
    assert set(plan.background) == set(incoming.background)
    assert plan.profile == incoming.profile


def test_two_equal_entries_in_a_file_stand_for_two_events() -> None:
    twice = History(entries=(sex("2026-03-01"), sex("2026-03-01")))
    plan = bring_in(History(), twice)
    assert len(plan.entries) == 2
    assert plan.entries[0].id != plan.entries[1].id


def test_a_third_equal_entry_is_one_more() -> None:
    here = after(History(), bring_in(History(), History(entries=(sex("2026-03-01"),) * 2)))
    plan = bring_in(here, History(entries=(sex("2026-03-01"),) * 3))
    assert (plan.added, plan.known) == (1, 2)


def test_an_id_with_other_content_is_reported_and_left_alone() -> None:
    here = History(entries=(replace(sex("2026-03-01"), id="a"),))
    plan = bring_in(here, History(entries=(replace(after_sex("2026-03-01"), id="a"),)))
    assert plan.different == ("a",)
    assert plan.added == 0


def test_what_was_deleted_here_stays_deleted() -> None:
    (entry,) = with_ids([sex("2026-03-01")])
    plan = bring_in(History(), History(entries=(entry,)), deleted=frozenset({str(entry.id)}))
    assert plan.deleted == (entry.id,)
    assert plan.added == 0


def test_empty_profile_fields_are_filled_and_differing_ones_reported() -> None:
    here = History(profile=Profile(birth_year=1990))
    incoming = History(profile=Profile(birth_year=1991, country="GB"))
    plan = bring_in(here, incoming)
    assert plan.profile == Profile(birth_year=1990, country="GB")
    assert plan.filled == ("country",)
    assert plan.profile_differs == ("birth_year",)


def test_an_entry_of_tomorrow_is_refused() -> None:
    with pytest.raises(FutureDay, match="an entry on 2026-11-22"):
        bring_in(History(), History(entries=(sex("2026-11-22"),)))


def test_a_fact_from_tomorrow_is_refused_but_a_planned_end_is_not() -> None:
    pill = Fact(what=Contraception.COMBINED_PILL, start=TODAY, end=day("2026-12-24"))
    assert bring_in(History(), History(background=(pill,))).added == 1
    later = replace(pill, start=day("2026-11-22"))
    with pytest.raises(FutureDay, match="a fact from 2026-11-22"):
        bring_in(History(), History(background=(later,)))
