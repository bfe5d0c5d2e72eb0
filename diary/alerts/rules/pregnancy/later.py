"""From the second third of a pregnancy on (PRG-5, 6 and 11)."""

from collections.abc import Iterator

from diary.alerts.assessment import Urgency
from diary.alerts.case import Case
from diary.alerts.rule import Numbers, Rule, Who
from diary.alerts.rules.pregnancy import pages
from diary.alerts.rules.pregnancy.maybe import FAMILY, PREGNANT
from diary.alerts.signals.background import holding
from diary.alerts.signals.bleeding import looks_heavy
from diary.alerts.signals.person import has_uterus
from diary.alerts.signals.pregnancy import LONGEST_PREGNANCY, last_end
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
from diary.model import Fact, Symptom
from diary.model.background_words import Condition

EMERGENCY, SAME_DAY = Urgency.EMERGENCY, Urgency.SAME_DAY

LABOUR = (Symptom.CONTRACTIONS, Symptom.FLUID_LEAK, Symptom.LESS_FETAL_MOVEMENT)

CALL_MATERNITY = (
    "Phone your maternity unit now, day or night. If you cannot reach them, call {urgent_advice}."
)
GO_NOW = (
    "Call {emergency} now, or go to your maternity unit or {emergency_place}. "
    "Do not drive if you feel faint. If you are alone, tell someone. Take your diary page with you."
)


def _later_bleeding(case: Case, n: Numbers) -> Verdict:
    """PRG-5; where the weeks are not known, signs of labour say that it is late enough."""
    pregnancy = this_pregnancy(case)
    return QUIET if pregnancy is None else strongest(case, _later_signs(case, pregnancy, n))


def _later_signs(case: Case, pregnancy: Fact, n: Numbers) -> Iterator[Fires]:
    hurts = set(map(id, belly_pain(case)))
    for entry in blood(case, pregnancy):
        week = week_on(pregnancy, entry.date)
        close = near(case, entry, n["near_days"])
        labour = [other for other in close if has_any(other, *LABOUR)]
        painful = [other for other in close if id(other) in hurts]
        if (week is None and not labour) or (week is not None and week < n["weeks"]):
            continue
        is_grave = labour or painful or looks_heavy(entry)
        urgency = EMERGENCY if is_grave else SAME_DAY
        yield fires(entry, labour, painful, pregnancy, urgency=urgency)


def _low_placenta(case: Case, _numbers: Numbers) -> Verdict:
    """PRG-6; until the pregnancy in which it was told is known to be over."""
    told = [f for f in holding(case, Condition.PLACENTA_PRAEVIA) if not _was_before(case, f)]
    if not told:
        return QUIET
    pregnancy = this_pregnancy(case) or told[-1]
    return strongest(
        case, (fires(entry, told, urgency=EMERGENCY) for entry in blood(case, pregnancy))
    )


def _was_before(case: Case, told: Fact) -> bool:
    """Say whether the pregnancy in which it was told has ended, or must have."""
    if told.start is not None and case.as_of - told.start > LONGEST_PREGNANCY:
        return True
    end = last_end(case)
    if end is None or end.start is None:
        return False
    return this_pregnancy(case) is None if told.start is None else end.start >= told.start


def _labour_signs(case: Case, n: Numbers) -> Verdict:
    """PRG-11."""
    pregnancy = this_pregnancy(case)
    if pregnancy is None:
        return QUIET
    bled = set(map(id, blood(case, pregnancy)))
    first = since(case, pregnancy)
    return strongest(
        case,
        (
            fires(entry, pregnancy, urgency=SAME_DAY)
            for entry in case.lately
            if has_any(entry, *LABOUR)
            and entry.date >= first
            and not any(id(other) in bled for other in near(case, entry, n["near_days"]))
        ),
    )


RULES: tuple[Rule, ...] = (
    Rule(
        code="PRG-5",
        family=FAMILY,
        urgency=SAME_DAY,
        title="Bleeding in pregnancy, after the first three months",
        clinical="Bleeding in pregnancy from 12 weeks",
        pattern=(
            "Bleeding from week {weeks} of a pregnancy. An emergency where it is heavy, or within "
            "{near_days} day of pain, contractions, fluid loss or less movement."
        ),
        lead={SAME_DAY: CALL_MATERNITY, EMERGENCY: GO_NOW},
        what_to_do="Say how many weeks pregnant you are, how much blood there is, and if it hurts.",
        why="Any bleeding now should be checked straight away.",
        what_to_say="I am more than 12 weeks pregnant, and I am bleeding.",
        less_urgent_if="Your maternity unit has just checked you and told you what to do.",
        more_urgent_if="It is heavy or painful, water leaks, or the baby moves less.",
        sources=(pages.SAFER, pages.HEALTHIER),
        who=PREGNANT,
        numbers={"weeks": 12, "near_days": 1},
        supersedes=(
            "PRG-1",
            "PRG-2",
            "PRG-4",
            "bleeding_after_sex",
            "bleeding_between_periods",
            "PRG-3",
            "EMG-12",
        ),
        check=_later_bleeding,
    ),
    Rule(
        code="PRG-6",
        family=FAMILY,
        urgency=EMERGENCY,
        title="Bleeding with a low placenta",
        clinical="Bleeding with known placenta praevia",
        pattern="Any vaginal bleeding where the person was told that the placenta is low.",
        lead={EMERGENCY: GO_NOW},
        what_to_do="Say at once that your placenta is low.",
        why="You were told the placenta is low, so call now.",
        what_to_say="I am pregnant with a low placenta, and I am bleeding.",
        less_urgent_if="A scan since then showed that the placenta is no longer low.",
        more_urgent_if="The blood comes in a gush, or you feel faint.",
        sources=(pages.PRAEVIA,),
        who=Who("people who were told that their placenta is low", (has_uterus,)),
        supersedes=(
            "PRG-4",
            "PRG-5",
            "bleeding_after_sex",
            "bleeding_between_periods",
            "PRG-2",
            "EMG-12",
        ),
        check=_low_placenta,
    ),
    Rule(
        code="PRG-11",
        family=FAMILY,
        urgency=SAME_DAY,
        title="Tightenings, leaking water or less movement in pregnancy",
        clinical="Contractions, fluid loss or reduced fetal movement, no bleeding recorded",
        pattern=(
            "In pregnancy: contractions, fluid loss or less movement, with no bleeding within "
            "{near_days} day."
        ),
        lead={SAME_DAY: CALL_MATERNITY},
        what_to_do="Say how many weeks pregnant you are, and when it began.",
        why="Your maternity unit wants to hear of these at once, at any hour.",
        what_to_say="I am pregnant. I have tightenings, leaking water, or the baby moves less.",
        less_urgent_if="You are at your due date, and your midwife told you when to call.",
        more_urgent_if="You bleed, have strong pain, or feel no movement at all.",
        sources=(pages.MOVEMENTS,),
        who=PREGNANT,
        numbers={"near_days": 1},
        check=_labour_signs,
    ),
)
