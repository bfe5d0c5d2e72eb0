"""Missed pills and what else weakens a method, and emergency pills (HRM-5, HRM-6)."""

from collections.abc import Iterator
from datetime import timedelta

from diary.alerts import sources
from diary.alerts.assessment import Urgency
from diary.alerts.case import Case
from diary.alerts.modifiers import BLEEDS_EASILY
from diary.alerts.rule import Numbers, Rule
from diary.alerts.rules.hormonal.methods import FAMILY, FSRH_BLEEDING, NOTEBOOK
from diary.alerts.signals.cycle import days_late
from diary.alerts.signals.methods import (
    emergency_pills,
    interacting_medicine,
    lapses,
    sex_to_cover,
)
from diary.alerts.signals.pain import BELLY, is_in, pain_at_least
from diary.alerts.signals.pregnancy import cannot_be_pregnant, ongoing
from diary.alerts.signals.symptoms import has_any
from diary.alerts.signals.vaginal_blood import Run, runs_within
from diary.alerts.standing import strongest
from diary.alerts.verdict import QUIET, Fires, Verdict, fires
from diary.alerts.who import UTERUS
from diary.cycles import Period
from diary.model import Entry, Fact, FactKind, Symptom
from diary.model.background_words import PregnancyTest
from diary.model.episodes import BANDS
from diary.model.vocabulary import Amount

YOUNG_WOMENS_HEALTH = "youngwomenshealth.org: Emergency contraception, when to test (read 2026)"
SUSSEX = "East Sussex formulary: Emergency contraception (read 2026)"
FSRH_EC = "FSRH: Emergency contraception (not re-read)"

LIGHT = (Amount.SPOTTING, Amount.LIGHT)


def _weakened(case: Case, n: Numbers) -> Verdict:
    """HRM-5; for today where sex in the last days is not covered by anything."""
    shown = list(_lapses_with_blood(case, n))
    if not shown:
        return QUIET
    records = [record for _, why in shown for record in why]
    blood = [run for run, _ in shown]
    sex = [
        entry
        for entry in sex_to_cover(case, n["sex_days"])
        if any(_is_open(entry, why, n) for _, whys in shown for why in whys)
    ]
    if not sex:
        return fires(blood, records)
    last = max(entry.date for entry in sex) + timedelta(days=n["sex_days"])
    return fires(blood, records, sex, urgency=Urgency.SAME_DAY, stands_until=last)


def _lapses_with_blood(case: Case, n: Numbers) -> Iterator[tuple[Run, tuple[Entry | Fact, ...]]]:
    """Yield recent bleeding with what came before it: missed pills, or a medicine that weakens."""
    before = timedelta(days=n["lapse_days"])
    missed = lapses(case, n["window_days"] + n["lapse_days"])
    for run in runs_within(case, n["window_days"]):
        near = [entry for entry in missed if run.start - before <= entry.date <= run.end]
        why: tuple[Entry | Fact, ...] = (*near, *interacting_medicine(case, run.start))
        if why:
            yield run, why


def _is_open(sex: Entry, why: Entry | Fact, n: Numbers) -> bool:
    """Say whether protection was not back yet when the sex was: seven pills in a row bring it."""
    if isinstance(why, Fact):
        return why.holds_on(sex.date)
    return (sex.date - why.date).days <= n["unsafe_days"]


def _after_emergency_pills(case: Case, n: Numbers) -> Verdict:
    """HRM-6; a clear test three weeks on settles it."""
    pill = emergency_pills(case, n["window_days"])
    if pill is None or pill.start is None or cannot_be_pregnant(case) or ongoing(case):
        return QUIET
    early = [
        run
        for run in runs_within(case, n["window_days"])
        if 0 <= (run.start - pill.start).days <= n["bleed_days"]
    ]
    note = fires(early, pill) if early else QUIET
    if _is_settled(case, pill, n):
        return note
    light = [p for p in _periods_since(case, pill) if _is_lighter(case, p)]
    overdue = _overdue(case, pill, n)
    painful = [p for p in _periods_since(case, pill) if _hurts(p.entries, n)]
    if not (light or painful or overdue is not None):
        return note
    test = fires(light, painful, overdue or (), pill, urgency=Urgency.ROUTINE, quiet=True)
    if not light and overdue is None:
        return test
    return strongest(case, _pains(case, pill, n), test)


def _is_settled(case: Case, pill: Fact, n: Numbers) -> bool:
    return any(
        test.what is PregnancyTest.NEGATIVE
        and test.start is not None
        and pill.start is not None
        and (test.start - pill.start).days >= n["test_days"]
        for test in case.facts(FactKind.PREGNANCY_TEST)
    )


def _overdue(case: Case, pill: Fact, n: Numbers) -> tuple[Entry, ...] | None:
    """Return the entries that say that the period is late; none of them where the days tell."""
    if pill.start is None or _periods_since(case, pill):
        return None
    late = tuple(e for e in case.since(pill.start) if has_any(e, Symptom.PERIOD_LATE))
    is_late = (days_late(case) or 0) > n["late_days"]
    is_long = (case.as_of - pill.start).days >= n["test_days"]
    return late if late or is_late or is_long else None


def _periods_since(case: Case, pill: Fact) -> list[Period]:
    return [p for p in case.chart.periods if pill.start and p.start > pill.start and p.entries]


def _is_lighter(case: Case, period: Period) -> bool:
    """Say whether a period was light, and lighter than the one before where that is known."""
    amount = _most(period)
    if amount not in LIGHT or amount is None:
        return False
    place = case.chart.place(period.start)
    before = _most(case.chart.periods[place - 1]) if place else None
    return before is None or BANDS.index(amount) < BANDS.index(before)


def _most(period: Period) -> Amount | None:
    amounts = [entry.bleeding.amount for entry in period.entries if entry.bleeding]
    return max((a for a in amounts if a in BANDS), key=BANDS.index, default=None)


def _hurts(entries: tuple[Entry, ...], n: Numbers) -> bool:
    return any(pain_at_least(entry, n["pain"]) for entry in entries)


def _pains(case: Case, pill: Fact, n: Numbers) -> Iterator[Fires]:
    for entry in case.lately:
        is_since = pill.start is not None and entry.date > pill.start
        if is_since and pain_at_least(entry, n["pain"]) and is_in(entry, BELLY) is not False:
            yield fires(entry, pill, urgency=Urgency.SAME_DAY, quiet=False)


RULES: tuple[Rule, ...] = (
    Rule(
        code="HRM-5",
        family=FAMILY,
        urgency=Urgency.WATCH,
        quiet=True,
        title="Bleeding after missed pills, or with a weaker method",
        clinical="Unscheduled bleeding after missed pills, vomiting or an interacting medicine",
        pattern=(
            "Bleeding in {window_days} days within {lapse_days} days after missed pills or being "
            "sick, or with a medicine that weakens the method. Same day where there was sex in the"
            " last {sex_days} days, within {unsafe_days} days of the lapse."
        ),
        what_to_do=(
            "If you had sex without a condom in the last five days, ask about emergency pills "
            "today. Use condoms for now, and do a pregnancy test three weeks after sex."
        ),
        why="Bleeding is common after missed pills, and they protect you less for a while.",
        what_to_say="I missed pills and have bled, and I want to know if I am still protected.",
        less_urgent_if="It stops with the next pack.",
        more_urgent_if="You had sex without a condom, or your belly hurts.",
        sources=(NOTEBOOK, FSRH_BLEEDING, FSRH_EC),
        who=UTERUS,
        numbers={"window_days": 28, "lapse_days": 14, "sex_days": 5, "unsafe_days": 7},
        supersedes=("HRM-1", "IMB-1", "IMB-2", "IMB-3", "HRM-2"),
        raised_by=BLEEDS_EASILY,
        check=_weakened,
        lead={
            Urgency.SAME_DAY: (
                "Speak to a pharmacist, your doctor or a sexual health clinic today, "
                "or {urgent_advice}."
            ),
        },
    ),
    Rule(
        code="HRM-6",
        family=FAMILY,
        urgency=Urgency.WATCH,
        quiet=True,
        title="After the emergency pill",
        clinical="Bleeding, or no usual period, after emergency contraception",
        pattern=(
            "Emergency pills in {window_days} days: bleeding within {bleed_days} days is a note to"
            " watch; a period more than {late_days} days late, lighter or painful, or none "
            "{test_days} days on, asks for a test; with belly pain of {pain} or more of 10 same "
            "day."
        ),
        what_to_do="Do a test if your period is late, light or painful, or after three weeks.",
        why="Bleeding after emergency pills is common. A test tells you more.",
        what_to_say="I took the emergency pill, and I want to tell you what happened since.",
        less_urgent_if="Your next period comes as usual, or a test after three weeks is negative.",
        more_urgent_if="Your belly hurts, you feel faint, or the test is positive.",
        sources=(YOUNG_WOMENS_HEALTH, SUSSEX, FSRH_EC, sources.NHS_ECTOPIC),
        who=UTERUS,
        numbers={
            "window_days": 56,
            "bleed_days": 7,
            "late_days": 7,
            "test_days": 21,
            "pain": 4,
        },
        supersedes=("HRM-1", "IMB-1", "IMB-2", "IMB-3", "HRM-2"),
        raised_by=(),
        check=_after_emergency_pills,
        lead={
            Urgency.ROUTINE: (
                "Do a pregnancy test now. If it is positive, call your doctor the same day."
            ),
        },
    ),
)
