"""Missed pills and what else weakens a method, and emergency pills (HRM-5, 6 and 9).

HRM-9: a coil that is felt or came out is IUD-3, which asks for the same. Being sick once and a
medicine taken for long count with bleeding only, as signs that the method was weaker.
"""

from collections.abc import Iterator
from datetime import timedelta

from diary.alerts import sources
from diary.alerts.assessment import Urgency
from diary.alerts.case import Case
from diary.alerts.modifiers import BLEEDS_EASILY
from diary.alerts.rule import Numbers, Rule
from diary.alerts.rules.hormonal.methods import FAMILY, FSRH_BLEEDING, NOTEBOOK
from diary.alerts.signals.background import HORMONAL, holding, started_within
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
from diary.model.background_words import Pregnancy, PregnancyTest
from diary.model.episodes import BANDS
from diary.model.vocabulary import Amount

YOUNG_WOMENS_HEALTH = "youngwomenshealth.org: Emergency contraception, when to test (read 2026)"
SUSSEX = "East Sussex formulary: Emergency contraception (read 2026)"
FSRH_EC = "FSRH: Emergency contraception (not re-read)"

LIGHT = (Amount.SPOTTING, Amount.LIGHT)


def _weakened(case: Case, n: Numbers) -> Verdict:
    """HRM-5; sex that nothing covers has HRM-9."""
    shown = list(_lapses_with_blood(case, n["window_days"], n["lapse_days"]))
    records = [record for _, why in shown for record in why]
    return fires([run for run, _ in shown], records) if shown else QUIET


def _lapses_with_blood(
    case: Case, days: float, lapse_days: float
) -> Iterator[tuple[Run, tuple[Entry | Fact, ...]]]:
    """Yield the bleeding of so many days with what came before it.

    Missed pills or the like at most `lapse_days` before, or a medicine that weakens the method.
    """
    before = timedelta(days=lapse_days)
    missed = lapses(case, days + lapse_days)
    for run in runs_within(case, days):
        near = [entry for entry in missed if run.start - before <= entry.date <= run.end]
        why: tuple[Entry | Fact, ...] = (*near, *interacting_medicine(case, run.start))
        if why:
            yield run, why


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


def _not_covered(case: Case, n: Numbers) -> Verdict:
    """HRM-9; no blood is needed, but for vomiting once or a medicine taken for long."""
    if ongoing(case) is not None:
        return QUIET
    open_sex = [(sex, _failures(case, sex, n)) for sex in sex_to_cover(case, n["sex_days"])]
    found = [(sex, why) for sex, why in open_sex if why and not _is_after_birth(case, sex, n)]
    if not found:
        return QUIET
    last = max(sex.date for sex, _ in found) + timedelta(days=n["sex_days"])
    return fires(*(record for pair in found for record in pair), stands_until=last)


def _failures(case: Case, sex: Entry, n: Numbers) -> tuple[Entry | Fact, ...]:
    """Return what let the method down at the time of the sex: seven pills in a row mend it."""
    missed = [e for e in lapses(case, n["sex_days"] + n["unsafe_days"]) if _is_more_than_sick(e)]
    bled = _lapses_with_blood(case, n["window_days"], n["unsafe_days"])
    with_blood = [record for _, whys in bled for record in whys]
    why = tuple(record for record in (*missed, *with_blood) if _lets_down(record, sex, n))
    if why or holding(case, *HORMONAL, on=sex.date):
        return why
    return (sex,) if has_any(sex, Symptom.CONDOM_BROKE) else ()


def _is_more_than_sick(entry: Entry) -> bool:
    said = has_any(entry, Symptom.MISSED_PILLS, Symptom.CONTRACEPTION_LAPSE)
    return said or bool(entry.missed_pill_count)


def _lets_down(why: Entry | Fact, sex: Entry, n: Numbers) -> bool:
    if isinstance(why, Fact):
        return why.holds_on(sex.date)
    return (sex.date - why.date).days <= n["unsafe_days"]


def _is_after_birth(case: Case, sex: Entry, n: Numbers) -> bool:
    births = (Pregnancy.BIRTH, Pregnancy.STILLBIRTH)
    return started_within(case, n["after_birth_days"], *births, on=sex.date) is not None


RULES: tuple[Rule, ...] = (
    Rule(
        code="HRM-5",
        version=2,
        family=FAMILY,
        urgency=Urgency.WATCH,
        quiet=True,
        title="Bleeding after missed pills, or with a weaker method",
        clinical="Unscheduled bleeding after missed pills, vomiting or an interacting medicine",
        pattern=(
            "Bleeding in {window_days} days within {lapse_days} days after missed pills or being "
            "sick, or with a medicine that weakens the method."
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
        numbers={"window_days": 28, "lapse_days": 14},
        supersedes=("HRM-1", "IMB-1", "IMB-2", "IMB-3", "HRM-2"),
        raised_by=BLEEDS_EASILY,
        check=_weakened,
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
    Rule(
        code="HRM-9",
        family=FAMILY,
        urgency=Urgency.SAME_DAY,
        title="Sex in the last days, and your method may not have worked",
        clinical="Contraceptive failure within 5 days: window for emergency contraception",
        pattern=(
            "Sex in {sex_days} days that can lead to pregnancy, and: a broken condom with no "
            "hormonal method; pills missed, or a patch, ring or injection late, up to "
            "{unsafe_days} days before it; or bleeding in {window_days} days after being sick or "
            "with a medicine that weakens it. Not in pregnancy, {after_birth_days} days after a "
            "birth, or with emergency pills or a coil since."
        ),
        what_to_do="Ask for emergency pills or a copper coil. Sooner works better.",
        why="Emergency contraception works for up to five days after sex.",
        what_to_say="A condom broke or I missed pills, and I had sex in the last five days.",
        less_urgent_if="You took emergency pills since, or cannot get pregnant.",
        more_urgent_if="Your period is late, your belly hurts, or a test is positive.",
        sources=(FSRH_EC, YOUNG_WOMENS_HEALTH, sources.DESIGN),
        who=UTERUS,
        numbers={
            "sex_days": 5,
            "unsafe_days": 7,
            "window_days": 28,
            "after_birth_days": 21,
        },
        check=_not_covered,
        lead={
            Urgency.SAME_DAY: (
                "Speak to a pharmacist, your doctor or a sexual health clinic today, "
                "or {urgent_advice}."
            ),
        },
    ),
)
