"""A pregnancy that may be (PRG-1 and 2)."""

from collections.abc import Iterator
from datetime import date, timedelta

from diary.alerts import reasons, sources
from diary.alerts.assessment import Urgency
from diary.alerts.case import Case
from diary.alerts.rule import Numbers, Rule, Who
from diary.alerts.rules.pregnancy import pages
from diary.alerts.signals import after_sex
from diary.alerts.signals.cycle import spells_between_periods
from diary.alerts.signals.late_period import days_late_on, said_late
from diary.alerts.signals.pain import pain_at_least, strongest_possible
from diary.alerts.signals.person import has_uterus, is_known, is_under
from diary.alerts.signals.pregnancy import (
    cannot_be_pregnant,
    is_pregnant,
    last_end,
    pregnancy_possible,
)
from diary.alerts.signals.symptoms import has_any
from diary.alerts.signals.this_pregnancy import (
    belly_pain,
    blood,
    is_said_period,
    near,
    this_pregnancy,
    week_on,
)
from diary.alerts.standing import strongest
from diary.alerts.verdict import QUIET, Fires, HasEntries, Record, Verdict, fires
from diary.model import Entry, Fact, FactKind, Symptom
from diary.model.background_words import PregnancyTest

EMERGENCY, SAME_DAY = Urgency.EMERGENCY, Urgency.SAME_DAY
FAMILY = "pregnancy"

MAY_BE_PREGNANT = Who("people who are or may be pregnant", (has_uterus,))
PREGNANT = Who("people who are pregnant", (is_known(is_pregnant),))

DANGER = (
    Symptom.FAINT,
    Symptom.PASSED_OUT,
    Symptom.DIZZY,
    Symptom.PALE_CLAMMY,
    Symptom.BREATHLESS,
    Symptom.RACING_HEART,
    Symptom.CONFUSION,
    Symptom.SHOULDER_TIP_PAIN,
    Symptom.HARD_BELLY,
)
"""The signs of blood lost inside (NHS on ectopic pregnancy), on either side of the belly."""

CALL_EARLY_UNIT = (
    "Call an early pregnancy unit or your doctor today. "
    "If you cannot reach them, call {urgent_advice}."
)


def _test_first(case: Case, n: Numbers) -> Verdict:
    """PRG-1; not knowing counts as possible; after sex no procedure explains blood away."""
    if this_pregnancy(case) is not None or pregnancy_possible(case) is False:
        return QUIET
    if is_under(case, n["under_age"]) is False:
        return QUIET
    bleeds = after_sex.episodes(case, n["window_days"])
    spells = spells_between_periods(case, n["window_days"])
    after = [b for b in bleeds if not _is_lapse(case, b, n) and not _is_answered(case, b.start, n)]
    between = [
        s
        for s in spells
        if not _is_lapse(case, s, n)
        and not _is_answered(case, s.start, n)
        and not reasons.heals(case, s, n)
    ]
    return fires(after, between) if after or between else QUIET


def _is_lapse(case: Case, bleed: HasEntries, n: Numbers) -> bool:
    """Say whether emergency or missed pills explain it: HRM-5 and 6 say when to test then.

    Not where the period is said to be late.
    """
    if said_late(case, case.as_of, n["said_days"]):
        return False
    explains = (reasons.emergency_pill, reasons.missed_pills)
    return all(any(ask(case, entry, n) for ask in explains) for entry in bleed.entries)


def _is_answered(case: Case, bled: date, n: Numbers) -> bool:
    """Say whether a birth or loss before, or a test or period since the bleed, tells.

    One negative test tells for a week, and for good where it was a week or more after the bleed.
    """
    end = last_end(case)
    if end is not None and end.start is not None and (bled - end.start).days <= n["after_days"]:
        return True
    tests = _negative_since(case, bled)
    rest = timedelta(days=n["repeat_days"])
    is_sure = any(test - bled >= rest for test in tests)
    is_recent = any(case.as_of - test < rest for test in tests)
    return is_sure or is_recent or any(period.start > bled for period in case.chart.periods)


def _negative_since(case: Case, day: date) -> list[date]:
    tests = case.facts(FactKind.PREGNANCY_TEST)
    negative = [test.start for test in tests if test.what is PregnancyTest.NEGATIVE]
    return [tested for tested in negative if tested is not None and tested >= day]


def _pain_and_bleeding(case: Case, n: Numbers) -> Verdict:
    """PRG-2."""
    return strongest(case, _pain_and_bleeding_signs(case, n))


def _pain_and_bleeding_signs(case: Case, n: Numbers) -> Iterator[Fires]:
    for pain in belly_pain(case):
        close = near(case, pain, n["near_days"])
        bled = tuple(entry for entry in close if case.is_vaginal(entry))
        shown = _why_perhaps_pregnant(case, pain, bled, n) if bled else None
        grave = [e for e in close if has_any(e, *DANGER, Symptom.VOMITING)]
        if shown is not None:
            is_grave = bool(grave) or is_severe_or_sudden(pain, n)
            urgency = EMERGENCY if is_grave else SAME_DAY
            yield fires(pain, bled, grave, shown, urgency=urgency)
        elif _may_lose_blood_inside(case, bled, grave):
            yield fires(pain, bled, grave, urgency=SAME_DAY)


def _may_lose_blood_inside(case: Case, bled: tuple[Entry, ...], grave: list[Entry]) -> bool:
    """Say whether there is a danger sign beside blood that is no period, and pregnancy may be.

    No test and no late period is needed for that (NICE NG126); being sick alone is no such sign.
    """
    is_in_danger = any(has_any(entry, *DANGER) for entry in grave)
    is_of_none = this_pregnancy(case) is None and pregnancy_possible(case) is not False
    return is_in_danger and is_of_none and any(not case.is_of_period(entry) for entry in bled)


def is_severe_or_sudden(entry: Entry, n: Numbers) -> bool:
    """Say whether pain is strong, or came suddenly and is not mild."""
    is_sudden = entry.pain is not None and entry.pain.sudden is True
    is_felt = strongest_possible(entry) >= n["sudden_pain"]
    return pain_at_least(entry, n["pain"]) or (is_sudden and is_felt)


def _why_perhaps_pregnant(
    case: Case, pain: Entry, bled: tuple[Entry, ...], n: Numbers
) -> tuple[Record, ...] | None:
    """Return what says that the person may be pregnant: a test, or a period that is late."""
    pregnancy = this_pregnancy(case)
    if pregnancy is not None:
        week = week_on(pregnancy, pain.date)
        is_early = week is None or week < n["weeks"]
        counted = set(map(id, blood(case, pregnancy)))
        belongs = any(id(entry) in counted for entry in bled)
        return (pregnancy,) if is_early and belongs else None
    if cannot_be_pregnant(case):
        return None
    unclear = _last_test_if_unclear(case, n)
    return unclear or _late(case, pain, bled, n)


def _last_test_if_unclear(case: Case, n: Numbers) -> tuple[Fact, ...]:
    last = case.facts(FactKind.PREGNANCY_TEST)[-1:]
    first = case.as_of - timedelta(days=n["test_days"])
    is_unclear = any(f.what is PregnancyTest.UNCLEAR and f.start and f.start >= first for f in last)
    return last if is_unclear else ()


def _late(
    case: Case, pain: Entry, bled: tuple[Entry, ...], n: Numbers
) -> tuple[Record, ...] | None:
    """Return what says that the period was late; what the person calls their period has come.

    Said counts until the later of pain and blood, unless a period came after it was said. By the
    days alone, blood that looks like a period needs pain that is not mild, and is late or not when
    it begins; other blood is no period, so that the days go on until the pain.
    """
    for entry in bled:
        if is_said_period(entry):
            continue
        said = said_late(case, max(pain.date, entry.date), n["said_days"])
        open_still = tuple(other for other in said if not _came_since(case, other, pain))
        if open_still:
            return open_still
        if _is_late_by_days(case, pain, entry, n):
            return ()
    return None


def _came_since(case: Case, said: Entry, pain: Entry) -> bool:
    """Say whether what the person calls a period began after they said that it was late."""
    starts = (period.start for period in case.chart.periods if period.stated)
    return any(said.date < start <= pain.date for start in starts)


def _is_late_by_days(case: Case, pain: Entry, bled: Entry, n: Numbers) -> bool:
    bleed = case.vaginal_bleed_of(bled)
    began = bleed.start if bleed else bled.date
    looks_like_period = case.is_of_period(bled)
    late = days_late_on(case, began if looks_like_period else max(began, pain.date))
    is_clear = not looks_like_period or pain_at_least(pain, n["sudden_pain"])
    return late is not None and late >= n["late_days"] and is_clear


RULES: tuple[Rule, ...] = (
    Rule(
        code="PRG-1",
        version=2,
        family=FAMILY,
        urgency=Urgency.ROUTINE,
        quiet=True,
        title="Unexpected bleeding, and you may be pregnant",
        clinical="Unscheduled bleeding, pregnancy not excluded",
        pattern=(
            "Bleeding after sex or between periods in {window_days} days, pregnancy possible or "
            "unknown, under {under_age}. Not within {after_days} days after a birth or loss, nor "
            "for {repeat_days} days after a negative test. Unless the period was said to be late "
            "in {said_days} days, not with missed pills in the {missed_pill_days} days before or "
            "an emergency pill in the {emergency_pill_days} days before."
        ),
        lead={
            Urgency.ROUTINE: (
                "Do a pregnancy test today. A pharmacy or clinic has them. "
                "If it shows no pregnancy, test again in a week."
            )
        },
        what_to_do=(
            "A test is only sure three weeks or more after sex. "
            "If it is less than that, test again when three weeks have gone by. "
            "If it shows a pregnancy, call your doctor or an early pregnancy unit that day."
        ),
        why="A test changes what to do next.",
        what_to_say="I have unexpected bleeding, and I may be pregnant.",
        less_urgent_if="There is no way that you can be pregnant.",
        more_urgent_if="Your belly hurts, you feel faint, or the test shows a pregnancy.",
        sources=(sources.NHS_BLEEDING, pages.ECTOPIC_RCGP, sources.DESIGN),
        who=MAY_BE_PREGNANT,
        numbers={
            "window_days": 28,
            "repeat_days": 7,
            "after_days": 42,
            "under_age": 55,
            "emergency_pill_days": 7,
            "missed_pill_days": 14,
            "said_days": 14,
            **reasons.HEALING_NUMBERS,
        },
        leaves_out=reasons.HEALING,
        check=_test_first,
    ),
    Rule(
        code="PRG-2",
        family=FAMILY,
        urgency=SAME_DAY,
        title="Belly pain and bleeding, and you are or may be pregnant",
        clinical="Abdominal or pelvic pain with bleeding, positive test or late period",
        pattern=(
            "Belly pain and vaginal blood within {near_days} days, before week {weeks}, with a "
            "positive test, an unclear one of {test_days} days, or a period {late_days} days late "
            "(or said so in {said_days} days). An emergency with pain of {pain}, sudden pain of "
            "{sudden_pain} or any danger sign. A danger sign without these, pregnancy possible: "
            "same day."
        ),
        lead={SAME_DAY: CALL_EARLY_UNIT},
        what_to_do="Do a pregnancy test if you can, but do not wait for it.",
        why="This needs a check for a pregnancy outside the womb.",
        what_to_say="I have belly pain and bleeding, and I am or may be pregnant.",
        less_urgent_if="A clinician has seen you today and told you what to do.",
        more_urgent_if="The pain is sudden or strong, you feel faint, or your shoulder tip hurts.",
        sources=(
            sources.NHS_BLEEDING,
            sources.NHS_ECTOPIC,
            pages.ECTOPIC_WELLBEING,
            pages.ECTOPIC_RCGP,
            pages.NG126,
            sources.DESIGN,
        ),
        who=MAY_BE_PREGNANT,
        version=2,
        numbers={
            "pain": 7,
            "sudden_pain": 4,
            "near_days": 2,
            "weeks": 13,
            "late_days": 7,
            "said_days": 14,
            "test_days": 28,
        },
        supersedes=(
            "PRG-1",
            "PRG-3",
            "PRG-4",
            "PRG-12",
            "bleeding_after_sex",
            "bleeding_between_periods",
        ),
        check=_pain_and_bleeding,
    ),
)
