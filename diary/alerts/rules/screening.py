"""Cervical screening, STI tests and the HPV vaccine (clinical table, 4.15 and 5).

SCR-1 takes ages and intervals from the data of the country; a smear that is recorded only as a
procedure counts for three years. "At most once in 90 days" is kept by
what says alerts unasked, not by the rule: the same day always gives the same answer. SCR-2 needs
the person's word: a diary without any STI test says nothing. The table's shorter time for men who
have sex with men and more partners is for everybody with more than two partners in a year, since
the diary does not ask who a partner is.

SCR-3 is in the table "a line added to a routine alert, no alert of its own". The engine has no such
lines, so that it is a line of support: it raises nothing.
"""

from datetime import timedelta

from diary.alerts import sources
from diary.alerts.assessment import Urgency
from diary.alerts.case import Case
from diary.alerts.rule import Numbers, Rule, Who
from diary.alerts.signals import after_sex
from diary.alerts.signals.after_pregnancy import last_birth
from diary.alerts.signals.background import ever, was_answered_no
from diary.alerts.signals.pain import came_with_sex, has_pain
from diary.alerts.signals.person import is_under
from diary.alerts.signals.pregnancy import is_pregnant
from diary.alerts.signals.screening import NOT_CLEAR, is_overdue, last_test
from diary.alerts.signals.sexual_health import new_partner_before
from diary.alerts.signals.sti_tests import (
    is_steady_and_tested,
    last_sti_test,
    partnered_sex,
    partners,
    says_never_tested,
)
from diary.alerts.verdict import QUIET, NotEnough, Verdict, fires
from diary.alerts.who import CERVIX
from diary.model import Entry, Fact
from diary.model.background_words import (
    HpvVaccine,
    Partners,
    PelvicExam,
    Procedure,
    Screening,
)

FAMILY = "screening"

ENGLAND = "GOV.UK: Extended screening interval, July 2025 (read 2026)"
UK_SURGERIES = "oundlesurgery.nhs.uk, somervalleymedicalgroup.nhs.uk: Screening (read 2026)"
US_ACS = "HealthDay: ACS cervical screening, December 2025 (read 2026)"
US_HRSA = "Contemporary OB/GYN: HRSA screening, January 2026 (read 2026)"
CDC_STI = "MSD Manual: Chlamydia, CDC 2021 screening (read 2026)"
HPV = "JCVI and ACIP: HPV vaccination (not re-read)"


def _screening_due(case: Case, n: Numbers) -> Verdict:
    """SCR-1."""
    test = last_test(case)
    if ever(case, Procedure.HYSTERECTOMY) or _waits_for_a_birth(case, test, n):
        return QUIET
    is_due = is_overdue(case)
    if is_due is None:
        return NotEnough(needs="when your last cervical screening was")
    said = ever(case, Screening.NEVER, Screening.UNKNOWN)
    return fires(test or said) if is_due else QUIET


def _waits_for_a_birth(case: Case, test: Fact | None, n: Numbers) -> bool:
    """Say whether screening waits for a pregnancy, unless a result still needs follow-up."""
    if test is not None and test.what in NOT_CLEAR:
        return False
    birth = last_birth(case)
    waits = timedelta(days=n["after_birth_days"])
    is_soon = birth is not None and birth.start is not None and case.as_of - birth.start < waits
    return is_soon or is_pregnant(case) is True


def _sti_test_due(case: Case, n: Numbers) -> Verdict:
    """SCR-2."""
    active = partnered_sex(case, n["active_days"])
    answer = partners(case, n["active_days"])
    if not active or is_steady_and_tested(answer):
        return QUIET
    test = last_sti_test(case)
    if test is None or test.start is None:
        asked = says_never_tested(case)
        return fires(active[-1]) if asked else NotEnough(needs="when your last STI test was")
    has_many = answer is not None and answer.what is Partners.MORE_THAN_TWO
    interval = n["many_partners_days"] if has_many else n["days"]
    since_test = (case.as_of - test.start).days
    new = new_partner_before(case, case.as_of, since_test - 1)
    return fires(active[-1], test, new) if new or since_test > interval else QUIET


def _long_since_examined(case: Case, n: Numbers) -> Verdict:
    """SCR-3."""
    signs = (
        *(bleed.entries[0] for bleed in after_sex.episodes(case, n["window_days"])),
        *_painful_sex(case, n),
    )
    if not signs:
        return QUIET
    exams = [f for f in ever(case, PelvicExam.NORMAL, PelvicExam.ABNORMAL) if f.start]
    last = exams[-1] if exams else None
    never = ever(case, PelvicExam.NEVER)
    if last is None:
        is_never = never or was_answered_no(case, PelvicExam.NORMAL)
        needs = NotEnough(needs="when you were last examined down there")
        return fires(signs, never) if is_never else needs
    is_long = last.start is not None and (case.as_of - last.start).days > n["exam_days"]
    return fires(signs, last) if is_long else QUIET


def _painful_sex(case: Case, n: Numbers) -> tuple[Entry, ...]:
    recent = case.last_days(n["window_days"])
    return tuple(e for e in recent if has_pain(e) and came_with_sex(case, e) is True)


def _not_vaccinated(case: Case, n: Numbers) -> Verdict:
    """SCR-4."""
    none = ever(case, HpvVaccine.NONE)
    if ever(case, HpvVaccine.PARTIAL, HpvVaccine.COMPLETE):
        return QUIET
    is_young = is_under(case, n["under_age"])
    if not none and not was_answered_no(case, HpvVaccine.COMPLETE):
        return QUIET if is_young is False else NotEnough(needs="if you had the HPV vaccine")
    if is_young is None:
        return NotEnough(needs="your year of birth")
    return fires(none) if is_young else QUIET


RULES: tuple[Rule, ...] = (
    Rule(
        code="SCR-1",
        family=FAMILY,
        urgency=Urgency.ROUTINE,
        quiet=True,
        title="You may be due a cervical screening",
        clinical="Cervical screening overdue, never done or date unknown",
        pattern=(
            "Cervical screening overdue by the country's age and interval, never done or of "
            "unknown date. Not in pregnancy nor for {after_birth_days} days after a birth, unless "
            "a result needs follow-up."
        ),
        what_to_do="Ask your doctor, nurse or screening service when you are due.",
        why="Screening looks for changes early. It is not a test for symptoms.",
        what_to_say="I think that my cervical screening is due.",
        less_urgent_if="You had one that is not in this diary, or were told to wait.",
        more_urgent_if="You bleed after sex or between periods. Then say so when you book.",
        sources=(ENGLAND, UK_SURGERIES, US_ACS, US_HRSA),
        who=CERVIX,
        numbers={"after_birth_days": 84},
        goes_on=True,
        check=_screening_due,
    ),
    Rule(
        code="SCR-2",
        family=FAMILY,
        urgency=Urgency.ROUTINE,
        quiet=True,
        title="A sexual health check may be due",
        clinical="No STI test within 12 months or since a new partner",
        pattern=(
            "Sex with others in {active_days} days, and the last infection test over {days} days "
            "ago ({many_partners_days} with more than two partners in a year), before a new "
            "partner, or never."
        ),
        what_to_do="A sexual health clinic can test you. Many places send tests to your home.",
        why="Some infections give no signs. A test finds them early.",
        what_to_say="I would like a sexual health check.",
        less_urgent_if="There is one steady partner, and both of you were tested.",
        more_urgent_if="There is pain, a sore or changed discharge, or a partner has an infection.",
        sources=(sources.ARTICLE_THERAPIST, CDC_STI),
        who=Who("people who have sex with others"),
        numbers={"active_days": 365, "days": 365, "many_partners_days": 183},
        goes_on=True,
        check=_sti_test_due,
    ),
    Rule(
        code="SCR-3",
        family=FAMILY,
        urgency=Urgency.SUPPORT,
        quiet=True,
        title="An examination is part of the check",
        clinical="No pelvic examination in 3 years, with postcoital bleeding or pain",
        pattern=(
            "Bleeding after sex or pain in sex in {window_days} days, and no pelvic examination in"
            " {exam_days} days."
        ),
        what_to_do="When you see a doctor or nurse, ask to be examined. You can say stop any time.",
        why="No examination is written down here in the last three years.",
        what_to_say="I would like to be examined. It is more than three years since the last time.",
        less_urgent_if="You were examined, and it is not in this diary.",
        more_urgent_if="It gets heavier, hurts more, or comes more often.",
        sources=(sources.ARTICLE_THERAPIST,),
        who=CERVIX,
        numbers={"window_days": 183, "exam_days": 1095},
        check=_long_since_examined,
    ),
    Rule(
        code="SCR-4",
        family=FAMILY,
        urgency=Urgency.SUPPORT,
        quiet=True,
        title="You may still be able to have the HPV vaccine",
        clinical="No HPV vaccination, within programme age",
        pattern="Under {under_age}, and no HPV vaccine.",
        what_to_do="Ask your doctor, nurse or pharmacist if you can have it. Many offer it to 25.",
        why="The vaccine lowers risk. Screening is still needed.",
        what_to_say="I have not had the HPV vaccine. Can I still have it?",
        less_urgent_if="You had it, and it is not in this diary.",
        more_urgent_if="You turn 25 or 26 soon.",
        sources=(HPV,),
        who=CERVIX,
        numbers={"under_age": 27},
        check=_not_vaccinated,
    ),
)
