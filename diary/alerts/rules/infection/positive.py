"""A test of one's own that was positive (INF-11).

Herpes is left out: what it asks for depends on the sores, and INF-9 reads those. Treatment for HIV
goes on at visits, so that only a visit answers it, and a test that repeats a known HIV is no news.
"""

from diary.alerts import sources
from diary.alerts.assessment import Urgency
from diary.alerts.case import Case
from diary.alerts.rule import Numbers, Rule
from diary.alerts.rules.infection import words
from diary.alerts.signals.background import ever, visits
from diary.alerts.signals.sexual_health import treated_since
from diary.alerts.verdict import QUIET, Verdict, fires
from diary.model import Fact
from diary.model.background_words import Condition, InfectionTreated, StiTest

POSITIVE = (
    StiTest.CHLAMYDIA,
    StiTest.GONORRHOEA,
    StiTest.TRICHOMONAS,
    StiTest.MYCOPLASMA_GENITALIUM,
    StiTest.SYPHILIS,
    StiTest.HIV,
    StiTest.OTHER_POSITIVE,
)
TREATED = (InfectionTreated.STI, InfectionTreated.PID, InfectionTreated.OTHER)
ABOUT = (words.FAMILY, "INF-")
"""How the words begin with which a visit is about an infection."""


def _positive(case: Case, n: Numbers) -> Verdict:
    """INF-11."""
    found = [test for test in ever(case, *POSITIVE) if _is_open(case, test, n)]
    return fires(found) if found else QUIET


def _is_open(case: Case, test: Fact, n: Numbers) -> bool:
    if test.start is None or (case.as_of - test.start).days > n["window_days"]:
        return False
    if test.what is StiTest.HIV:
        is_dealt_with = _is_known(case, test)
    else:
        is_dealt_with = treated_since(case, test.start, *TREATED)
    return not is_dealt_with and not _was_seen_since(case, test)


def _is_known(case: Case, test: Fact) -> bool:
    """Say whether HIV was known before the test."""
    known = ever(case, Condition.HIV)
    return any(fact.start is None or (test.start and fact.start < test.start) for fact in known)


def _was_seen_since(case: Case, test: Fact) -> bool:
    """Say whether a visit after the day of the test was about an infection, or named nothing."""
    return any(
        visit.start is not None
        and test.start is not None
        and visit.start > test.start
        and (not visit.about or any(word.startswith(ABOUT) for word in visit.about))
        for visit in visits(case)
    )


RULES: tuple[Rule, ...] = (
    Rule(
        code="INF-11",
        family=words.FAMILY,
        urgency=Urgency.WITHIN_TWO_WEEKS,
        title="A positive test for an infection, and no treatment recorded",
        clinical="Positive STI test, treatment not recorded",
        pattern=(
            "A positive test for chlamydia, gonorrhoea, trichomonas, mycoplasma genitalium, "
            "syphilis, HIV or another infection in {window_days} days, with no treatment and no "
            "visit since. For HIV only a visit counts. Not for herpes."
        ),
        what_to_do="Ask for treatment, and what to tell partners. Tell them of bleeding or pain.",
        why="Treatment helps you, and it keeps the infection from being passed on.",
        what_to_say="My test for an infection was positive, and I was not treated yet.",
        less_urgent_if="You were treated since the test, or seen about it.",
        more_urgent_if="You get belly pain, a fever or a sore testicle. Then be seen today.",
        sources=(words.ACCESS, words.CDC_STI, sources.DESIGN),
        numbers={"window_days": 90},
        supersedes=("INF-7", "PCB-1"),
        lead=words.SOON,
        check=_positive,
    ),
)
