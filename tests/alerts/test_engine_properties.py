"""What holds for every rule and any history."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from random import Random
from typing import TypeVar

from alert_rows import TODAY, a_period, between, born, dry_sex, pain, pcb, told
from hypothesis import given
from hypothesis import strategies as st
from made_up import days, entries, histories

from diary.alerts import RULES, Assessment, Rule, Urgency, assess
from diary.alerts.case import Case
from diary.alerts.danger_signs import DANGER_SIGNS
from diary.alerts.engine import judge
from diary.alerts.verdict import Fires
from diary.model import Entry, Fact, History, Profile, Symptom
from diary.model.vocabulary import Organ

RecordT = TypeVar("RecordT")
MAKE_PERIODS = (Organ.UTERUS, Organ.OVARIES)
"""Without one of these no blood is a period, so that lacking them makes bleeding weigh more."""


@st.composite
def likely_entries(draw: st.DrawFn) -> Entry:
    """What people write down: bleeding after sex, between periods, periods, pain and symptoms."""
    entry = draw(
        st.sampled_from([pcb(0), pcb(0, amount="medium"), dry_sex(0), *between(0), *a_period(0, 1)])
    )
    symptoms = draw(st.lists(st.sampled_from(Symptom), unique=True, max_size=2))
    return replace(
        entry,
        date=TODAY - dt.timedelta(days=draw(st.integers(0, 120))),
        symptoms=tuple(symptoms),
        pain=draw(st.sampled_from([None, pain(2), pain(5), pain(8, sudden=True)])),
    )


@st.composite
def diaries(draw: st.DrawFn) -> History:
    """Likely diaries, with an entry and a background that may be anything."""
    history = draw(histories(most=2))
    likely = draw(st.lists(likely_entries(), max_size=6))
    profile = draw(st.sampled_from([told(**born(age)).profile for age in (20, 40, 50)]))
    return replace(
        history,
        profile=draw(st.sampled_from([profile, profile, history.profile])),
        entries=(*history.entries, *likely),
    )


def rank(assessment: Assessment) -> int:
    return assessment.overall.rank


def said(assessment: Assessment) -> list[tuple[str, Urgency, bool]]:
    return [(alert.rule, alert.urgency, alert.quiet) for alert in assessment.alerts]


def without(records: Iterable[RecordT], gone: Iterable[object]) -> tuple[RecordT, ...]:
    ids = set(map(id, gone))
    return tuple(record for record in records if id(record) not in ids)


def evidence_of(rule: Rule, case: Case) -> tuple[Entry | Fact, ...]:
    ((_, verdict),) = judge(case, (rule,))
    return verdict.evidence if isinstance(verdict, Fires) else ()


@given(histories(most=8), days())
def test_assessing_never_fails(history: History, day: dt.date) -> None:
    assessment = assess(history, day)
    assert assessment.as_of == day


@given(diaries(), st.lists(entries(), max_size=3))
def test_entries_after_the_day_never_change_the_verdict(
    history: History, later: list[Entry]
) -> None:
    after = tuple(
        replace(entry, date=TODAY + dt.timedelta(days=1 + number), symptoms_since=None)
        for number, entry in enumerate(later)
    )
    longer = replace(history, entries=(*history.entries, *after))
    assert assess(longer, TODAY) == assess(history, TODAY)


@given(diaries(), st.randoms())
def test_the_order_in_which_days_were_written_does_not_matter(
    history: History, random: Random
) -> None:
    one_a_day = tuple({entry.date: entry for entry in history.entries}.values())
    shuffled = list(one_a_day)
    random.shuffle(shuffled)
    in_order = assess(replace(history, entries=one_a_day), TODAY)
    assert assess(replace(history, entries=tuple(shuffled)), TODAY) == in_order


@given(diaries())
def test_an_alert_rests_on_its_evidence_delete_it_and_the_alert_is_gone(history: History) -> None:
    case = Case.on(history, TODAY)
    for rule in RULES:
        evidence = evidence_of(rule, case)
        if not evidence:
            continue
        rest = History(
            profile=case.profile,
            background=without(case.history.background, evidence),
            background_absent=case.history.background_absent,
            entries=without(case.entries, evidence),
        )
        again = evidence_of(rule, Case.on(rest, TODAY))
        assert not {*map(id, again)} & {*map(id, evidence)}


@given(diaries(), st.sampled_from(DANGER_SIGNS), st.integers(0, 5))
def test_a_danger_sign_never_lowers_the_urgency(
    history: History, sign: Symptom, number: int
) -> None:
    if not history.entries:
        return
    entry = history.entries[number % len(history.entries)]
    worse = replace(
        entry,
        symptoms=tuple({*entry.symptoms, sign}),
        absent=tuple(s for s in entry.absent if s is not sign),
    )
    with_sign = tuple(worse if one is entry else one for one in history.entries)
    assert rank(assess(replace(history, entries=with_sign), TODAY)) >= rank(assess(history, TODAY))


@given(diaries(), st.sampled_from([o for o in Organ if o not in MAKE_PERIODS]))
def test_not_being_sure_of_a_part_is_never_calmer_than_not_having_it(
    history: History, organ: Organ
) -> None:
    organs = tuple(o for o in history.profile.organs or () if o is not organ)
    lacking = replace(history.profile, organs=organs, organs_unsure=())
    unsure = replace(lacking, organs_unsure=(organ,))
    assert rank_for(history, unsure) >= rank_for(history, lacking)


def rank_for(history: History, profile: Profile) -> int:
    return rank(assess(replace(history, profile=profile), TODAY))


@given(diaries())
def test_not_having_been_asked_is_never_calmer_than_having_said_no(history: History) -> None:
    unasked = tuple(replace(entry, absent=()) for entry in history.entries)
    assert rank(assess(replace(history, entries=unasked), TODAY)) >= rank(assess(history, TODAY))


@given(diaries())
def test_not_saying_how_much_is_never_calmer_than_a_small_bleed_after_sex(
    history: History,
) -> None:
    small = (*history.entries, pcb(3))
    unsaid = (*history.entries, pcb(3, amount=None, of={"stopped": None}))
    assert rank_of(history, unsaid) >= rank_of(history, small)


def rank_of(history: History, entries: tuple[Entry, ...]) -> int:
    return rank(assess(replace(history, entries=entries), TODAY))
