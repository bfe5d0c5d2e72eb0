"""Young people (clinical table, 4.14, AGE): urgent where it must be, in gentle words.

Only the year of birth is known. AGE-2 needs a person surely under 16, since nothing urgent rests on
missing data; whoever may be 16 or 17 gets AGE-3, which is support, and the usual rules count for
them. Solo sex is no reason for AGE-2.

Nobody under 13 can agree to sex (Sexual Offences Act 2003, RCPCH, FFLM), so that there it stays for
today for as long as a sign can count. AGE-4 goes beyond the table, in which sex without a yes is
support at any age: under 18 it is a matter of safeguarding, and the care that has a time (SAF-3)
is easily missed. What happened is the sign in both: no later entry takes it back.
"""

from datetime import timedelta

from diary.alerts.assessment import Urgency
from diary.alerts.case import Case
from diary.alerts.rule import Numbers, Rule, Who
from diary.alerts.signals.consent import FEAR, unwanted_sex
from diary.alerts.signals.person import has_vagina, is_at_least, is_under
from diary.alerts.signals.symptoms import has_any
from diary.alerts.signals.this_pregnancy import is_said_period
from diary.alerts.standing import strongest
from diary.alerts.verdict import QUIET, Fires, Verdict, fires
from diary.model import Entry
from diary.model.vocabulary import MenstrualStatus

SAME_DAY, SUPPORT = Urgency.SAME_DAY, Urgency.SUPPORT
FAMILY = "young_people"

BEFORE_PERIODS = "ADC Education and Practice 106:142: Bleeding before puberty (read 2026)"
UPTODATE_CHILD = "UpToDate copy: Vulvovaginal bleeding before puberty (read 2026)"
AGE_OF_CONSENT = "brainscape.com: Sexual assault, age of consent (weak page, read 2026)"
YOUNG_CARE = "NICE NG76; Fraser guidelines; RCPCH (not re-read)"
UNDER_13 = "Sexual Offences Act 2003: under 13; FFLM and RCPCH on safeguarding (not re-read)"


STILL_THERE = (
    "You can still talk to a doctor, a nurse or a helpline for young people, today or soon. "
    "You are not in trouble."
)


def _before_periods(case: Case, _numbers: Numbers) -> Verdict:
    """AGE-1; what the person calls their period is their first one."""
    if case.profile.menstrual_status is not MenstrualStatus.NOT_STARTED:
        return QUIET
    return strongest(
        case,
        (
            fires(entry, urgency=SAME_DAY)
            for entry in case.lately
            if case.is_vaginal(entry) and not is_said_period(entry)
        ),
    )


def _under_16(case: Case, n: Numbers) -> Verdict:
    """AGE-2; once it no longer stands for today its words stay, as support."""
    if is_at_least(case, n["age"]) is not False:
        return QUIET
    found = [e for e in case.last_days(n["window_days"]) if _is_for_safeguarding(case, e)]
    is_child = is_at_least(case, n["child_age"]) is False
    stands_days = n["child_days"] if is_child else None
    signs = (_happened(entry, stands_days) for entry in found)
    return strongest(case, signs, fires(found, urgency=SUPPORT, quiet=True) if found else QUIET)


def _happened(entry: Entry, stands_days: float | None) -> Fires:
    until = entry.date + timedelta(days=stands_days) if stands_days is not None else None
    return fires(entry, urgency=SAME_DAY, stands_until=until, is_event=True)


def _is_for_safeguarding(case: Case, entry: Entry) -> bool:
    return _is_about_sex(case, entry) or has_any(entry, *FEAR)


def _is_about_sex(case: Case, entry: Entry) -> bool:
    """Say whether the entry records sex that was not alone, or blood after sex."""
    if entry.sex is not None and entry.sex.solo:
        return False
    return entry.sex is not None or case.began_after_sex(entry) is True


def _sixteen_or_seventeen(case: Case, n: Numbers) -> Verdict:
    """AGE-3."""
    if is_at_least(case, n["age"]) is not True or is_under(case, n["under_age"]) is not True:
        return QUIET
    recent = case.last_days(n["window_days"])
    found = [entry for entry in recent if entry.sex is not None or entry.bleeding is not None]
    return fires(found) if found else QUIET


def _unwanted_under_18(case: Case, n: Numbers) -> Verdict:
    """AGE-4."""
    if is_at_least(case, n["age"]) is not False:
        return QUIET
    return strongest(case, (_happened(entry, n["stands_days"]) for entry in unwanted_sex(case)))


RULES: tuple[Rule, ...] = (
    Rule(
        code="AGE-1",
        family=FAMILY,
        urgency=SAME_DAY,
        title="Bleeding before your first period",
        clinical="Vaginal bleeding before menarche",
        pattern=(
            "Vaginal blood where periods have not started, that the person does not call a period."
        ),
        lead={
            SAME_DAY: (
                "Please be seen by a doctor today, or call {urgent_advice}. "
                "Ask an adult you trust to help you."
            )
        },
        what_to_do="You can ask to talk with the doctor or nurse alone.",
        why="Bleeding before periods start always needs a check.",
        what_to_say="My periods have not started, and there is blood from my vagina.",
        less_urgent_if="A doctor thinks that it is your first period.",
        more_urgent_if="It is a lot of blood, it hurts, or someone hurt you.",
        sources=(BEFORE_PERIODS, UPTODATE_CHILD),
        who=Who("people with a vagina whose periods have not started", (has_vagina,)),
        supersedes=("bleeding_after_sex", "bleeding_between_periods", "PRG-1"),
        check=_before_periods,
    ),
    Rule(
        code="AGE-2",
        family=FAMILY,
        urgency=SAME_DAY,
        title="You can talk to someone today",
        clinical="Under 16: sexual activity, postcoital bleeding or a safety concern",
        pattern=(
            "Under {age}: sex with somebody else, bleeding after sex, or fear of a partner or "
            "pressure from one, in {window_days} days. Under {child_age} it stays for today for "
            "{child_days} days."
        ),
        lead={
            SAME_DAY: (
                "Please talk to a doctor, a nurse or a helpline for young people today. "
                "You are not in trouble."
            ),
            SUPPORT: "You can talk to a doctor, a nurse or a helpline for young people.",
        },
        what_to_do=(
            "They listen in confidence, and tell you first if others must know to keep you safe. "
            "This diary is made for people of 16 and over."
        ),
        why="A doctor, nurse or helpline can help in confidence.",
        what_to_say="I am under 16. I would like to talk to someone in private.",
        less_urgent_if="You talked to a doctor or nurse about it already.",
        more_urgent_if="You are hurt, bleed a lot, or someone made you do it.",
        sources=(AGE_OF_CONSENT, YOUNG_CARE, UNDER_13),
        who=Who("people under 16"),
        version=2,
        numbers={"age": 16, "window_days": 90, "child_age": 13, "child_days": 28},
        afterwards=STILL_THERE,
        supersedes=("bleeding_after_sex",),
        helpline="young_people",
        check=_under_16,
    ),
    Rule(
        code="AGE-3",
        family=FAMILY,
        urgency=SUPPORT,
        quiet=True,
        title="Care for young people is private",
        clinical="Aged 16 or 17",
        pattern="From {age} to under {under_age}: sex or bleeding in {window_days} days.",
        what_to_do=(
            "A sexual health clinic, a young people's clinic or your doctor can see you. "
            "You can go alone, or with someone you trust."
        ),
        why="You can get confidential care.",
        what_to_say="I am under 18. I would like to be seen, and to keep it private.",
        less_urgent_if="You know where to go already.",
        more_urgent_if="You are hurt, or someone made you do something.",
        sources=(YOUNG_CARE,),
        who=Who("people of 16 or 17"),
        numbers={"age": 16, "under_age": 18, "window_days": 90},
        helpline="young_people",
        check=_sixteen_or_seventeen,
    ),
    Rule(
        code="AGE-4",
        family=FAMILY,
        urgency=SAME_DAY,
        title="You are not to blame, and someone can help you today",
        clinical="Under 18: to be seen today, safeguarding",
        pattern="Under {age}, and such sex as SAF-1 names: same day for {stands_days} days.",
        lead={
            SAME_DAY: (
                "Please talk to a doctor, a nurse, a sexual assault centre or a helpline for young "
                "people today. You are not in trouble."
            ),
        },
        what_to_do=(
            "They listen in confidence, and tell you first if others must know to keep you safe. "
            "You can bring someone you trust."
        ),
        why="Some kinds of care work best in the first days.",
        what_to_say="I am under 18, and something happened that I did not want.",
        less_urgent_if="You talked to a doctor or nurse about it already.",
        more_urgent_if="You are hurt, bleed a lot, or are not safe. Then call {emergency}.",
        sources=(YOUNG_CARE, UNDER_13),
        who=Who("people under 18"),
        numbers={"age": 18, "stands_days": 7},
        supersedes=("AGE-2", "EMO-1"),
        afterwards=STILL_THERE,
        helpline="young_people",
        check=_unwanted_under_18,
    ),
)
