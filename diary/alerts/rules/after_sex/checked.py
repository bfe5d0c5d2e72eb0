"""With screening due or not followed up, after checks or treatment (PCB-4, 6, 9, 10, 12)."""

from datetime import timedelta

from diary.alerts import sources
from diary.alerts.assessment import Urgency
from diary.alerts.case import Case
from diary.alerts.modifiers import BLEEDS_EASILY
from diary.alerts.rule import Numbers, Rule
from diary.alerts.signals import after_sex, screening
from diary.alerts.signals.background import ever, heals_less_well, holding
from diary.alerts.signals.cycle import spells_between_periods
from diary.alerts.signals.person import is_at_least
from diary.alerts.signals.symptoms import records
from diary.alerts.verdict import QUIET, Fires, NotEnough, Verdict, fires
from diary.alerts.who import CERVIX
from diary.model import Fact, Symptom
from diary.model.background_words import (
    Condition,
    InfectionTreated,
    Investigation,
    PelvicExam,
    Result,
    StiTest,
    Visit,
)
from diary.model.episodes import Bleed

FAMILY = "bleeding_after_sex"
NEEDS_SCREENING = NotEnough(needs="when your last cervical screening was, and its result")


def _often_with_another_sign(case: Case, n: Numbers) -> Verdict:
    """PCB-4."""
    found = after_sex.episodes(case, n["window_days"])
    if len(found) < n["times"]:
        return QUIET
    spells = spells_between_periods(case, n["window_days"])
    discharge = records(case, Symptom.DISCHARGE_BLOODSTAINED, days=n["window_days"])
    smoker = holding(case, Condition.SMOKER) if is_at_least(case, n["smoker_age"]) else ()
    other = (*screening.not_clear_before(case), *heals_less_well(case), *smoker)
    if not (other or spells or discharge or screening.is_overdue(case)):
        return QUIET if screening.is_overdue(case) is False else NEEDS_SCREENING
    raising = found[int(n["times"]) - 1].start
    return fires(found, other, spells, discharge, raised_on=raising)


def _after_treatment_or_clear_tests(case: Case, n: Numbers) -> Verdict:
    """PCB-6."""
    found = after_sex.episodes(case, n["window_days"])
    checks = (
        *ever(case, *InfectionTreated),
        *ever(case, StiTest.NEGATIVE),
        *(f for f in ever(case, Investigation.VAGINAL_SWAB) if f.result is Result.NORMAL),
    )
    for check in checks:
        if verdict := _came_back(case, check, found, days=n["days_after"], n=n):
            return verdict
    return QUIET


def _came_back(
    case: Case, check: Fact, found: tuple[Bleed, ...], *, days: float, n: Numbers
) -> Fires | None:
    """Fire where there was bleeding after sex before a check, and again so many days after it."""
    day = check.start
    if day is None or (case.as_of - day).days > n["check_days"]:
        return None
    since = day - timedelta(days=n["window_days"])
    before = [bleed for bleed in case.bleeds_after_sex if since <= bleed.start <= day]
    again = [bleed for bleed in found if (bleed.start - day).days >= days]
    return fires(check, before, again, raised_on=again[0].start) if before and again else None


def _needs_follow_up(case: Case, n: Numbers) -> Verdict:
    """PCB-9; two weeks from the day on which both were there, the bleed and the open result."""
    found = after_sex.episodes(case, n["window_days"])
    result = screening.waiting_for_follow_up(
        case, result_days=n["result_days"], told_normal_days=n["told_normal_days"]
    )
    if not found or result is None:
        return QUIET
    since = screening.waits_since(result, result_days=n["result_days"])
    return fires(found, result, raised_on=max(found[0].start, since))


def _screening_due(case: Case, n: Numbers) -> Verdict:
    """PCB-10; two weeks from the second bleed."""
    found = after_sex.episodes(case, n["window_days"])
    if not found:
        return QUIET
    is_due = screening.is_overdue(case)
    if is_due is None:
        return NEEDS_SCREENING
    if not is_due:
        return QUIET
    test, since = screening.last_test(case), screening.overdue_since(case)
    shown = (test,) if test else ()
    is_again = len(found) >= n["times"]
    raising = found[int(n["times"]) - 1 if is_again else 0].start
    return fires(
        found,
        shown,
        urgency=Urgency.WITHIN_TWO_WEEKS if is_again else None,
        raised_on=max(raising, since) if since else raising,
    )


def _after_a_normal_check(case: Case, n: Numbers) -> Verdict:
    """PCB-12."""
    found = after_sex.episodes(case, n["window_days"])
    visits = [
        visit
        for visit in ever(case, Visit.CHECKED_NORMAL)
        if not visit.about or FAMILY in visit.about or any("PCB-" in word for word in visit.about)
    ]
    for check in (*visits, *ever(case, PelvicExam.NORMAL)):
        if verdict := _came_back(case, check, found, days=1, n=n):
            return verdict
    return QUIET


RULES: tuple[Rule, ...] = (
    Rule(
        code="PCB-4",
        family=FAMILY,
        urgency=Urgency.WITHIN_TWO_WEEKS,
        title="Repeated bleeding after sex, and another sign",
        clinical="Postcoital bleeding, 3 or more in 90 days, with a further risk or sign",
        pattern=(
            "{times} or more bleeds after sex in {window_days} days, with one of: screening "
            "overdue or never done, an earlier result that was not clear, a weaker immune system, "
            "smoking from {smoker_age} years, bleeding between periods, or bloodstained discharge."
        ),
        what_to_do="Ask for an examination of the cervix and an infection test.",
        why="Repeated bleeding plus another sign means it is better to be seen soon.",
        what_to_say="I have bled after sex at least three times in three months.",
        less_urgent_if="There is no other sign. Then a routine visit is enough.",
        more_urgent_if="It gets heavier or hurts, or a fever comes.",
        sources=(
            sources.HWE,
            sources.GODFREY,
            sources.BNSSG_CERVIX,
            sources.GPONLINE,
            sources.DESIGN,
        ),
        who=CERVIX,
        numbers={"window_days": 90, "times": 3, "smoker_age": 25},
        supersedes=("PCB-2", "PCB-5", "PCB-7", "IMB-2", "IMB-3", "HRM-4", "HRM-8"),
        raised_by=BLEEDS_EASILY,
        check=_often_with_another_sign,
    ),
    Rule(
        code="PCB-6",
        family=FAMILY,
        urgency=Urgency.ROUTINE,
        title="Bleeding after sex that went on after treatment or clear tests",
        clinical="Postcoital bleeding persisting 6 weeks after treatment or negative tests",
        pattern=(
            "Bleeding after sex before, and again {days_after} or more days after, treatment of an"
            " infection or a negative test of the last {check_days} days. Bleeds count for "
            "{window_days} days."
        ),
        what_to_do="Ask whether you should be sent to a gynaecology clinic.",
        why="It has carried on after treatment or clear tests, so the next step is a referral.",
        what_to_say="I was treated or tested, and I still bleed after sex six weeks later.",
        less_urgent_if="A referral is already booked.",
        more_urgent_if="It gets heavier or hurts, or you bleed between periods.",
        sources=(sources.HWE, sources.BNSSG_CERVIX, sources.WHEN_TO_INVESTIGATE),
        who=CERVIX,
        numbers={"window_days": 183, "check_days": 365, "days_after": 42},
        supersedes=("PCB-1", "PCB-2", "PCB-5"),
        raised_by=BLEEDS_EASILY,
        follows_a_check=True,
        check=_after_treatment_or_clear_tests,
    ),
    Rule(
        code="PCB-9",
        family=FAMILY,
        urgency=Urgency.WITHIN_TWO_WEEKS,
        title="Bleeding after sex, and a screening result to follow up",
        clinical="Postcoital bleeding with an unresolved abnormal or overdue screening result",
        pattern=(
            "Bleeding after sex in {window_days} days, and a screening result that was not clear "
            "with no follow-up recorded, or a result still waited for after {result_days} days. "
            "Not where colposcopy was clear in the last {told_normal_days} days."
        ),
        what_to_do="Say which result you had, and ask who follows it up.",
        why="Your last result needs follow-up and you now have a new symptom.",
        what_to_say="I bleed after sex, and my last screening result was not followed up.",
        less_urgent_if="A colposcopy in the last six months was fine.",
        more_urgent_if="It comes back or gets heavier.",
        sources=(sources.COVENTRY, sources.GPONLINE, sources.DESIGN),
        who=CERVIX,
        numbers={"window_days": 183, "result_days": 42, "told_normal_days": 183},
        supersedes=("PCB-1", "PCB-2", "PCB-5", "PCB-10", "SCR-1"),
        raised_by=BLEEDS_EASILY,
        goes_on=True,
        check=_needs_follow_up,
    ),
    Rule(
        code="PCB-10",
        family=FAMILY,
        urgency=Urgency.ROUTINE,
        title="Bleeding after sex, and a cervical screening is due",
        clinical="Postcoital bleeding with cervical screening overdue or never done",
        pattern=(
            "A bleed after sex in {window_days} days with cervical screening overdue, never done "
            "or of unknown date. Within two weeks from {times} bleeds."
        ),
        what_to_do="Ask for an examination and the screening in one visit.",
        why="Being overdue is easy to fix: ask for the check and an examination in one visit.",
        what_to_say="I bled after sex and I think that my screening is due.",
        less_urgent_if="You had a screening lately that is not in this diary.",
        more_urgent_if="It comes back, gets heavier or hurts.",
        sources=(
            sources.HWE,
            sources.BNSSG_CERVIX,
            sources.ARTICLE_THERAPIST,
            sources.DESIGN,
        ),
        who=CERVIX,
        numbers={"window_days": 183, "times": 2},
        supersedes=("PCB-1", "PCB-2", "PCB-5", "HRM-4", "SCR-1"),
        raised_by=BLEEDS_EASILY,
        check=_screening_due,
    ),
    Rule(
        code="PCB-12",
        family=FAMILY,
        urgency=Urgency.ROUTINE,
        title="Bleeding after sex that came back after a check",
        clinical="Postcoital bleeding recurring after a normal examination",
        pattern=(
            "Bleeding after sex before, and again after, a visit or examination of the last "
            "{check_days} days that found nothing. Bleeds count for {window_days} days."
        ),
        what_to_do="Go back to where you were checked, and say that it came back.",
        why="You were checked and it came back, so go back and say so.",
        what_to_say="I was checked for bleeding after sex, and it has come back.",
        less_urgent_if="You were told what to expect, and this is what you were told.",
        more_urgent_if="It gets heavier or hurts, or you bleed between periods.",
        sources=(sources.AU_BLEEDING, sources.AU_PROGRAMME, sources.REMOTE_AU),
        who=CERVIX,
        numbers={"window_days": 183, "check_days": 365},
        supersedes=("PCB-1", "PCB-2", "PCB-5"),
        raised_by=BLEEDS_EASILY,
        follows_a_check=True,
        check=_after_a_normal_check,
    ),
)
