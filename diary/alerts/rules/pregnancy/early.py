"""An early pregnancy: pain, or bleeding (PRG-3 and 4)."""

from collections.abc import Iterator

from diary.alerts import sources
from diary.alerts.assessment import Urgency
from diary.alerts.case import Case
from diary.alerts.modifiers import BLEEDS_EASILY
from diary.alerts.rule import Numbers, Rule
from diary.alerts.rules.pregnancy import pages
from diary.alerts.rules.pregnancy.maybe import (
    CALL_EARLY_UNIT,
    DANGER,
    FAMILY,
    PREGNANT,
    is_severe_or_sudden,
)
from diary.alerts.signals.background import IUDS, ever, holding
from diary.alerts.signals.bleeding import looks_heavy
from diary.alerts.signals.pain import strongest_possible
from diary.alerts.signals.symptoms import has_any
from diary.alerts.signals.this_pregnancy import (
    belly_pain,
    blood,
    near,
    since,
    this_pregnancy,
    week_on,
)
from diary.alerts.standing import strongest
from diary.alerts.verdict import QUIET, Fires, Verdict, fires
from diary.model import Entry, Fact
from diary.model.background_words import Investigation, Pregnancy, Result
from diary.model.vocabulary import Amount

EMERGENCY, SAME_DAY = Urgency.EMERGENCY, Urgency.SAME_DAY


def _pain_alone(case: Case, n: Numbers) -> Verdict:
    """PRG-3; being sick alone is no danger sign here, since it is common in pregnancy."""
    pregnancy = this_pregnancy(case)
    return QUIET if pregnancy is None else strongest(case, _pain_signs(case, pregnancy, n))


def _pain_signs(case: Case, pregnancy: Fact, n: Numbers) -> Iterator[Fires]:
    bled = set(map(id, blood(case, pregnancy)))
    for pain in belly_pain(case):
        close = near(case, pain, n["near_days"])
        if pain.date < since(case, pregnancy) or any(id(entry) in bled for entry in close):
            continue
        grave = [entry for entry in close if has_any(entry, *DANGER)]
        scan = _normal_scan(case, pregnancy) if strongest_possible(pain) <= n["mild"] else None
        if grave or is_severe_or_sudden(pain, n):
            yield fires(pain, grave, pregnancy, urgency=EMERGENCY)
        elif scan is not None:
            yield fires(pain, pregnancy, scan, urgency=Urgency.ROUTINE)
        else:
            yield fires(pain, pregnancy, urgency=SAME_DAY)


def _normal_scan(case: Case, pregnancy: Fact) -> Fact | None:
    first = since(case, pregnancy)
    scans = ever(case, Investigation.PELVIC_ULTRASOUND)
    clear = [f for f in scans if f.result is Result.NORMAL and f.start and f.start >= first]
    return clear[-1] if clear else None


def _early_bleeding(case: Case, n: Numbers) -> Verdict:
    """PRG-4."""
    pregnancy = this_pregnancy(case)
    return QUIET if pregnancy is None else strongest(case, _early_signs(case, pregnancy, n))


def _early_signs(case: Case, pregnancy: Fact, n: Numbers) -> Iterator[Fires]:
    hurts = set(map(id, belly_pain(case)))
    for entry in blood(case, pregnancy):
        week = week_on(pregnancy, entry.date)
        close = near(case, entry, n["near_days"])
        if (week is not None and week >= n["weeks"]) or any(id(e) in hurts for e in close):
            continue
        can_wait = week is not None and week < n["phone_weeks"] and _is_light(entry)
        is_low = can_wait and not (ever(case, Pregnancy.ECTOPIC) or holding(case, *IUDS))
        yield fires(entry, pregnancy, urgency=Urgency.WITHIN_TWO_WEEKS if is_low else SAME_DAY)


def _is_light(entry: Entry) -> bool:
    amount = entry.bleeding.amount if entry.bleeding else None
    return amount in (Amount.SPOTTING, Amount.LIGHT) and not looks_heavy(entry)


RULES: tuple[Rule, ...] = (
    Rule(
        code="PRG-3",
        family=FAMILY,
        urgency=SAME_DAY,
        title="Belly pain in pregnancy",
        clinical="Abdominal or pelvic pain in pregnancy, no bleeding recorded",
        pattern=(
            "Belly or pelvic pain in pregnancy with no bleeding within {near_days} days. An "
            "emergency with pain of {pain} or more, sudden pain of {sudden_pain} or more, or a "
            "danger sign. Routine for pain up to {mild} after a clear scan."
        ),
        lead={
            SAME_DAY: (
                "Call your midwife, maternity unit or early pregnancy unit today. "
                "If you cannot reach them, call {urgent_advice}."
            ),
            Urgency.ROUTINE: "Call your midwife when you can, and tell them about it.",
        },
        what_to_do="Say how many weeks pregnant you are, if you know.",
        why="In pregnancy, pain alone needs a check, also without bleeding.",
        what_to_say="I am pregnant and I have belly pain. I have no bleeding.",
        less_urgent_if="The cramps are mild and a scan was fine. Then call your midwife.",
        more_urgent_if="The pain is sudden or strong, you feel faint, or you start to bleed.",
        sources=(pages.EARLY_NICE, pages.ECTOPIC_RCGP, sources.DESIGN),
        who=PREGNANT,
        numbers={"pain": 7, "sudden_pain": 4, "mild": 3, "near_days": 2},
        supersedes=("PRG-12",),
        check=_pain_alone,
    ),
    Rule(
        code="PRG-4",
        family=FAMILY,
        urgency=SAME_DAY,
        title="Bleeding in early pregnancy",
        clinical="Bleeding in early pregnancy, no pain recorded",
        pattern=(
            "Bleeding before week {weeks} of a pregnancy, with no belly pain within {near_days} "
            "days. Light and before week {phone_weeks}, with no earlier ectopic pregnancy and no "
            "coil: within two weeks, by phone first."
        ),
        lead={
            SAME_DAY: CALL_EARLY_UNIT,
            Urgency.WITHIN_TWO_WEEKS: (
                "Call your doctor, midwife or early pregnancy unit and ask for advice. "
                "Do another pregnancy test in 7 to 10 days."
            ),
        },
        what_to_do="Say how many weeks pregnant you are, and if you bled after sex.",
        why="It is often harmless, but they will want to know.",
        what_to_say="I am pregnant, and I am bleeding.",
        less_urgent_if="You are under 6 weeks, it is light and nothing hurts. Then ask by phone.",
        more_urgent_if="Your belly hurts, you feel faint, or you soak a pad an hour.",
        sources=(
            pages.EARLY_NICE,
            pages.EARLY_FORTH_VALLEY,
            pages.EARLY_CHELWEST,
            pages.NG126,
        ),
        who=PREGNANT,
        numbers={"weeks": 13, "phone_weeks": 6, "near_days": 2},
        supersedes=(
            "PRG-1",
            "PRG-12",
            "bleeding_after_sex",
            "bleeding_between_periods",
            "EMG-12",
        ),
        raised_by=BLEEDS_EASILY,
        check=_early_bleeding,
    ),
)
