"""A positive test, and nobody told yet (PRG-12)."""

from diary.alerts.assessment import Urgency
from diary.alerts.case import Case
from diary.alerts.rule import Numbers, Rule
from diary.alerts.rules.pregnancy import pages
from diary.alerts.rules.pregnancy.maybe import FAMILY, PREGNANT
from diary.alerts.signals.background import (
    IUDS,
    bleeds_easily_by_medicine,
    ever,
    holding,
    visits,
)
from diary.alerts.signals.person import is_under
from diary.alerts.signals.this_pregnancy import this_pregnancy
from diary.alerts.verdict import QUIET, Verdict, fires
from diary.model import Fact
from diary.model.background_words import Contraception, Pregnancy, PregnancyTest


def _nobody_told(case: Case, n: Numbers) -> Verdict:
    """PRG-12; with a coil IUD-4 says it."""
    test = this_pregnancy(case)
    if test is None or test.what is not PregnancyTest.POSITIVE or holding(case, *IUDS):
        return QUIET
    if any(_is_care_for(visit, test) for visit in visits(case)):
        return QUIET
    early = (
        *ever(case, Pregnancy.ECTOPIC, Contraception.STERILISATION),
        *bleeds_easily_by_medicine(case),
    )
    if early or is_under(case, n["under_age"]):
        return fires(test, early, urgency=Urgency.WITHIN_TWO_WEEKS, quiet=False)
    return fires(test)


def _is_care_for(visit: Fact, test: Fact) -> bool:
    """Say whether a visit of the day of the test or later was, or may be, about the pregnancy."""
    is_since = test.start is None or (visit.start is not None and visit.start >= test.start)
    is_about = not visit.about or any(word.startswith((FAMILY, "PRG-")) for word in visit.about)
    return is_since and is_about


RULES: tuple[Rule, ...] = (
    Rule(
        code="PRG-12",
        family=FAMILY,
        urgency=Urgency.ROUTINE,
        quiet=True,
        title="A positive test: tell someone who can look after you",
        clinical="Positive pregnancy test, no care recorded",
        pattern=(
            "A positive pregnancy test and no visit since that was or may be about it, without a "
            "coil. Within two weeks after an earlier ectopic pregnancy or sterilisation, with a "
            "blood thinner, or under {under_age}."
        ),
        lead={
            Urgency.ROUTINE: (
                "Call a midwife, your doctor or a pregnancy advice service when you can."
            ),
            Urgency.WITHIN_TWO_WEEKS: (
                "Call a midwife, your doctor or an early pregnancy unit now, and ask to be seen "
                "within two weeks."
            ),
        },
        what_to_do=(
            "They help whatever you decide. Say when your last period began. "
            "Name any earlier pregnancy and all you take."
        ),
        why="Care that starts early can check where it is, and if what you take is safe.",
        what_to_say="I have a positive pregnancy test, and I have not seen anyone yet.",
        less_urgent_if="You already have an appointment.",
        more_urgent_if="Your belly hurts, you bleed, feel faint, or your shoulder tip hurts.",
        sources=(pages.NG126, pages.EARLY_CARE),
        who=PREGNANT,
        numbers={"under_age": 18},
        goes_on=True,
        check=_nobody_told,
    ),
)
