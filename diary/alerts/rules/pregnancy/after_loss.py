"""The weeks after a miscarriage, an abortion or a treated ectopic pregnancy (PRG-9 and 10)."""

from collections.abc import Iterator
from datetime import timedelta

from diary.alerts import sources
from diary.alerts.assessment import Urgency
from diary.alerts.case import Case
from diary.alerts.modifiers import BLEEDS_EASILY
from diary.alerts.rule import Numbers, Rule, Who
from diary.alerts.rules.pregnancy import pages
from diary.alerts.signals.after_pregnancy import (
    entries_after,
    hurts_more,
    last_loss,
    still_bleeds,
)
from diary.alerts.signals.bleeding import soaked_an_hour, soaking_hours
from diary.alerts.signals.symptoms import has_any, has_fever
from diary.alerts.standing import strongest
from diary.alerts.verdict import QUIET, Fires, Verdict, fires
from diary.model import Fact, FactKind, Symptom
from diary.model.background_words import PregnancyTest

EMERGENCY, SAME_DAY = Urgency.EMERGENCY, Urgency.SAME_DAY
FAMILY = "pregnancy"

SMELL = (Symptom.DISCHARGE_SMELLY, Symptom.DISCHARGE_PUS)
AFTER_LOSS = Who("people in the 6 weeks after a miscarriage or an abortion")


def _soaking(case: Case, n: Numbers) -> Verdict:
    """PRG-9; a pad an hour for less than two hours, or for an unknown time, is for today."""
    loss = last_loss(case)
    if loss is None:
        return QUIET
    return strongest(
        case,
        (
            fires(
                entry, loss, urgency=EMERGENCY if soaking_hours(entry) >= n["hours"] else SAME_DAY
            )
            for entry in entries_after(case, loss, n["days"])
            if case.is_vaginal(entry) and soaked_an_hour(entry) >= n["pads_per_hour"]
        ),
    )


def _after_loss(case: Case, n: Numbers) -> Verdict:
    """PRG-10."""
    loss = last_loss(case)
    if loss is None:
        return QUIET
    return strongest(case, _ill_signs(case, loss, n), _goes_on(case, loss, n))


def _ill_signs(case: Case, loss: Fact, n: Numbers) -> Iterator[Fires]:
    for entry in entries_after(case, loss, n["days"]):
        is_ill = has_fever(entry) or has_any(entry, *SMELL)
        if is_ill or hurts_more(case, loss, entry, n["pain"]):
            yield fires(entry, loss, urgency=SAME_DAY)


def _goes_on(case: Case, loss: Fact, n: Numbers) -> Verdict:
    """Fire where bleeding lasts for more than three weeks, or the test is still positive then."""
    blood = still_bleeds(case, loss, days=n["bleeding_days"], window_days=n["days"])
    test = _still_positive(case, loss, n)
    if not blood and test is None:
        return QUIET
    days = [entry.date for entry in blood] + ([test.start] if test and test.start else [])
    found = (test,) if test else ()
    return fires(loss, blood, found, urgency=Urgency.WITHIN_TWO_WEEKS, raised_on=min(days))


def _still_positive(case: Case, loss: Fact, n: Numbers) -> Fact | None:
    tests = case.facts(FactKind.PREGNANCY_TEST)
    if not tests or tests[-1].what is not PregnancyTest.POSITIVE:
        return None
    first, last = tests[-1].start, loss.start
    if first is None or last is None or case.as_of - last > timedelta(days=n["recent_days"]):
        return None
    return tests[-1] if n["test_days"] <= (first - last).days <= n["days"] else None


RULES: tuple[Rule, ...] = (
    Rule(
        code="PRG-9",
        family=FAMILY,
        urgency=EMERGENCY,
        title="Soaking pads after a miscarriage or abortion",
        clinical="Heavy bleeding within 6 weeks of miscarriage or abortion",
        pattern=(
            "Up to {days} days after a miscarriage or an abortion: {pads_per_hour} or more "
            "products an hour for {hours} hours or more. For a shorter or unknown time: same day."
        ),
        what_to_do="Say what happened and when. Count the pads that you soak while you wait.",
        why="This is more than expected, and it needs help now.",
        what_to_say="I had a miscarriage or abortion, and I soak a pad every hour.",
        less_urgent_if="A pad lasts 2 to 3 hours.",
        more_urgent_if="You feel faint, or the blood comes faster.",
        sources=(pages.AFTER_LOSS, pages.ABORTION_CARE, sources.DESIGN),
        who=AFTER_LOSS,
        numbers={"days": 42, "pads_per_hour": 1, "hours": 2},
        supersedes=(
            "EMG-2",
            "EMG-12",
            "bleeding_after_sex",
            "bleeding_between_periods",
            "heavy_periods",
        ),
        check=_soaking,
    ),
    Rule(
        code="PRG-10",
        family=FAMILY,
        urgency=SAME_DAY,
        title="Feeling ill, or bleeding for weeks, after a miscarriage or abortion",
        clinical="Possible infection or retained tissue after miscarriage or abortion",
        pattern=(
            "Up to {days} days after a miscarriage or an abortion: fever, smelly discharge, or "
            "belly pain of {pain} or more that grows. Within two weeks: bleeding for more than "
            "{bleeding_days} days, or a test still positive {test_days} or more days on, for "
            "{recent_days} days after the loss."
        ),
        lead={
            SAME_DAY: (
                "Call the clinic or unit that cared for you today. "
                "If you cannot reach them, call your doctor or {urgent_advice}."
            ),
            Urgency.WITHIN_TWO_WEEKS: (
                "Call the clinic or doctor that cared for you. Ask to be seen within two weeks."
            ),
        },
        what_to_do="Say when it was, what you took or had done, and what is new.",
        why="These signs after a loss or an abortion need a check. They can be treated.",
        what_to_say="I had a miscarriage or abortion, and I am not getting better.",
        less_urgent_if="Your clinic told you to expect this.",
        more_urgent_if="You soak a pad an hour, feel faint, or shake and cannot stop.",
        sources=(pages.AFTER_LOSS, pages.ABORTION_CARE, sources.DESIGN),
        who=AFTER_LOSS,
        numbers={
            "days": 42,
            "pain": 4,
            "bleeding_days": 21,
            "test_days": 21,
            "recent_days": 70,
        },
        supersedes=("IMB-1", "IMB-2", "IMB-3", "CYC-2"),
        raised_by=BLEEDS_EASILY,
        check=_after_loss,
    ),
)
