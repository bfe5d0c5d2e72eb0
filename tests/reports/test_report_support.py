"""Support is for the person alone: it is on the page only where they asked for it."""

from dataclasses import replace

import pytest
from made_up import after_sex, day, sex

from diary.alerts import Urgency, assess
from diary.model import AbsentFact, Entry, Fact, FactKind, History, Pain, Profile, Symptom
from diary.model import Sex as SexEvent
from diary.model.background_words import PelvicExam
from diary.model.vocabulary import Answer, Organ
from diary_reports.content import compose
from diary_reports.values import Content

AS_OF = day("2026-11-21")


@pytest.fixture
def burdened() -> History:
    """Bleeding after sex that weighs on a person of 17, never examined, once not wanted."""
    return History(
        profile=Profile(birth_year=2009, organs=(Organ.VAGINA, Organ.CERVIX, Organ.UTERUS)),
        background=(Fact(what=PelvicExam.NEVER),),
        background_absent=(AbsentFact(kind=FactKind.HPV_VACCINE),),
        entries=(
            replace(after_sex("2026-10-01"), distress=8),
            replace(after_sex("2026-10-20"), symptoms=(Symptom.AVOIDING_SEX,)),
            Entry(date=day("2026-11-01"), sex=SexEvent(consent=Answer.NO)),
        ),
    )


def supports(content: Content) -> list[str]:
    """Return the rules of the support that the page tells of."""
    return [n.rule for n in content.notices if n.urgency is Urgency.SUPPORT]


def support_for(history: History) -> set[str]:
    """Return the rules whose support the person meets on the screen."""
    return {a.rule for a in assess(history, AS_OF).alerts if a.urgency is Urgency.SUPPORT}


@pytest.mark.parametrize("include", [(), ("notes",), ("partner",), ("notes", "partner")])
def test_no_support_is_on_the_page_unless_it_was_asked_for(
    burdened: History, include: tuple[str, ...]
) -> None:
    support = support_for(burdened)
    assert {"SAF-1", "AGE-3", "SCR-3"} <= support
    content = compose(burdened, AS_OF, include=include)
    assert not support & {notice.rule for notice in content.notices}


@pytest.mark.parametrize(
    ("include", "told", "not_told"), [("consent", "SAF-1", "EMO-1"), ("distress", "EMO-1", "SAF-1")]
)
def test_what_was_asked_for_brings_its_own_support(
    burdened: History, include: str, told: str, not_told: str
) -> None:
    rules = {notice.rule for notice in compose(burdened, AS_OF, include={include}).notices}
    assert told in rules
    assert not_told not in rules


def test_a_page_without_its_support_says_the_same_as_where_none_was_raised() -> None:
    """A person of 17 meets support on the screen; the page does not show that any was there."""
    history = History(profile=Profile(birth_year=2009), entries=(sex("2026-11-01"),))
    older = replace(history, profile=Profile(birth_year=1990))
    assert support_for(history)
    assert compose(history, AS_OF).notices == ()
    assert compose(history, AS_OF).no_notices == compose(older, AS_OF).no_notices != ""


def test_an_injury_after_unwanted_sex_is_told_in_its_clinical_words() -> None:
    hurt = Entry(
        date=AS_OF, sex=SexEvent(consent=Answer.NO), pain=Pain(score=9, sudden=True, with_sex=True)
    )
    content = compose(History(entries=(hurt,)), AS_OF, include={"consent"})
    (notice,) = (n for n in content.notices if n.rule == "SAF-2")
    assert notice.urgency is Urgency.EMERGENCY
    assert notice.text == "Injury, bleeding or pain after sex"
    usual = compose(History(entries=(hurt,)), AS_OF)
    assert not any(n.rule.startswith("SAF") for n in usual.notices)
