"""How often, how long, at which age (PCB-1, 2, 3, 5, 7, 11)."""

from datetime import timedelta

from diary.alerts import reasons, sources
from diary.alerts.assessment import Urgency
from diary.alerts.case import Case
from diary.alerts.modifiers import BLEEDS_EASILY, BLEEDS_EASILY_OR_IMMUNE
from diary.alerts.rule import Numbers, Rule
from diary.alerts.signals import after_sex
from diary.alerts.signals.background import HORMONAL, holding
from diary.alerts.signals.cycle import spells_between_periods
from diary.alerts.signals.person import is_at_least, is_under
from diary.alerts.verdict import QUIET, NotEnough, Verdict, fires
from diary.alerts.who import CERVIX, CERVIX_AND_UTERUS
from diary.model import FactKind

FAMILY = "bleeding_after_sex"


def _one(case: Case, n: Numbers) -> Verdict:
    """PCB-1; louder than a note where it was not small, or came with anything else."""
    found = after_sex.episodes(case, n["window_days"])
    if len(found) != 1:
        return QUIET
    return fires(found, quiet=after_sex.is_small_and_alone(case, found[0]))


def _again(case: Case, n: Numbers) -> Verdict:
    """PCB-2."""
    found = after_sex.not_settled(case, n["window_days"], n["dry_times"])
    return fires(found) if len(found) >= n["times"] else QUIET


def _goes_on_after_35(case: Case, n: Numbers) -> Verdict:
    """PCB-3; a check since the first one makes it routine."""
    found = after_sex.episodes(case, n["window_days"])
    if not found:
        return QUIET
    first = found[0].start
    raising = after_sex.first_after(found, first + timedelta(days=n["days_apart"]))
    if raising is None:
        return QUIET
    if is_at_least(case, n["age"]) is None:
        return NotEnough(needs="your year of birth")
    if not is_at_least(case, n["age"]):
        return QUIET
    was_checked = any(visit.start and visit.start >= first for visit in case.facts(FactKind.VISIT))
    return fires(found, urgency=Urgency.ROUTINE if was_checked else None, raised_on=raising.start)


def _most_times(case: Case, n: Numbers) -> Verdict:
    """PCB-5; half of four times are the two bleeds that it needs at least."""
    times = after_sex.vaginal_occasions(case, n["window_days"])
    counted = {id(bleed.entries[0]) for bleed in case.bleeds_after_sex}
    bled = [t.bleed for t in times if t.bleed and id(t.bleed.entries[0]) in counted]
    is_most = len(bled) * 100 >= n["percent"] * len(times)
    return fires(bled) if is_most and len(times) >= n["times"] else QUIET


def _with_bleeding_between(case: Case, n: Numbers) -> Verdict:
    """PCB-7; two weeks from 45.

    A note where all bleeding between came with a hormonal method: that is common, and for bleeding
    after sex that comes back there is PCB-2.
    """
    found = after_sex.episodes(case, n["window_days"])
    spells = spells_between_periods(case, n["window_days"])
    if not found or not spells:
        return QUIET
    with_method = all(holding(case, *HORMONAL, on=spell.start) for spell in spells)
    return fires(
        found,
        spells,
        urgency=Urgency.WITHIN_TWO_WEEKS if is_at_least(case, n["age"]) else None,
        quiet=with_method and not is_at_least(case, n["age"]),
        raised_on=max(found[0].start, spells[0].start),
    )


def _under_25(case: Case, n: Numbers) -> Verdict:
    """PCB-11."""
    if not is_under(case, n["under_age"]):
        return QUIET
    found = after_sex.not_settled(case, n["window_days"], n["dry_times"])
    spells = spells_between_periods(case, n["between_days"])
    enough = len(found) >= n["times"] or (found and spells)
    return fires(found, spells) if enough else QUIET


RULES: tuple[Rule, ...] = (
    Rule(
        code="PCB-1",
        family=FAMILY,
        urgency=Urgency.ROUTINE,
        quiet=True,
        title="One bleed after sex",
        clinical="Postcoital bleeding, one recent episode",
        pattern=(
            "Exactly one bleed after sex in {window_days} days, not at the edge of a period. A "
            "note where it was small and came with nothing else."
        ),
        what_to_do="A sexual health clinic can have a look, too.",
        why=(
            "One small bleed after sex is common and usually not serious. "
            "The NHS suggests having it checked once."
        ),
        what_to_say="I bled after sex lately, and I would like to have it checked.",
        less_urgent_if="It came just after a smear, a new method, or at the edge of a period.",
        more_urgent_if="It comes back, gets heavier, hurts, or comes with a change in discharge.",
        sources=(
            sources.NHS_BLEEDING,
            sources.AU_BLEEDING,
            sources.AU_PROGRAMME,
            sources.REMOTE_AU,
            sources.ARTICLE,
            sources.ARTICLE_IUD,
            sources.DESIGN,
        ),
        who=CERVIX,
        numbers={
            "window_days": 183,
            "new_method_days": 90,
            "new_iud_days": 90,
            "smear_days": 2,
            "biopsy_days": 7,
            "after_birth_days": 84,
        },
        raised_by=BLEEDS_EASILY_OR_IMMUNE,
        waits_for=(
            reasons.recent_smear,
            reasons.recent_biopsy,
            reasons.new_method,
            reasons.new_iud,
            reasons.sex_after_birth,
        ),
        check=_one,
    ),
    Rule(
        code="PCB-2",
        family=FAMILY,
        urgency=Urgency.ROUTINE,
        title="Bleeding after sex that came back",
        clinical="Recurrent postcoital bleeding",
        pattern=(
            "{times} or more bleeds after sex in {window_days} days, not at the edge of a period. "
            "Not after the treatment of an infection, a negative test since, and then sex "
            "{dry_times} times without blood."
        ),
        what_to_do="Ask for an examination and an infection test.",
        why="It has happened more than once, so it is worth an examination and an infection test.",
        what_to_say="I have bleeding after sex that keeps happening.",
        less_urgent_if="A clinician has checked it and agreed a plan with you.",
        more_urgent_if="It gets heavier or hurts, or you bleed between periods.",
        sources=(
            sources.AU_BLEEDING,
            sources.AU_PROGRAMME,
            sources.SCOTLAND_2014,
            sources.GPONE,
            sources.ARTICLE,
            sources.ARTICLE_THERAPIST,
            sources.CKS_PCB,
            sources.RANZCOG,
            sources.DESIGN,
        ),
        who=CERVIX,
        version=2,
        numbers={"window_days": 183, "times": 2, "dry_times": 3},
        raised_by=BLEEDS_EASILY_OR_IMMUNE,
        check=_again,
    ),
    Rule(
        code="PCB-3",
        family=FAMILY,
        urgency=Urgency.WITHIN_TWO_WEEKS,
        title="Bleeding after sex for more than four weeks",
        clinical="Recurrent postcoital bleeding over at least 4 weeks, aged 35 or over",
        pattern=(
            "Two or more bleeds after sex in {window_days} days, the first and a later one at "
            "least {days_apart} days apart, at {age} or over. Routine after a visit since the "
            "first one."
        ),
        what_to_do="Ask for an examination of the cervix and an infection test.",
        why="After 35, bleeding after sex that goes on past 4 weeks should be looked at soon.",
        what_to_say="I am over 35 and have bled after sex for more than four weeks.",
        less_urgent_if="A clinician has checked you since it began.",
        more_urgent_if="It gets heavier, or you lose weight without trying.",
        sources=(sources.SCOTLAND_2014, sources.MORGAN, sources.GPONLINE),
        who=CERVIX,
        numbers={"window_days": 183, "days_apart": 28, "age": 35},
        supersedes=("PCB-2", "PCB-5", "HRM-4", "HRM-8"),
        raised_by=BLEEDS_EASILY,
        check=_goes_on_after_35,
    ),
    Rule(
        code="PCB-5",
        family=FAMILY,
        urgency=Urgency.ROUTINE,
        title="Bleeding most times after sex",
        clinical="Postcoital bleeding on at least half of recorded occasions",
        pattern=(
            "Bleeding after {percent} of 100 or more of the recorded times of vaginal sex in "
            "{window_days} days, with {times} or more times recorded."
        ),
        what_to_do="Ask for an examination and an infection test.",
        why="It happens at least half of the times that you wrote down.",
        what_to_say="I bleed most times that I have sex.",
        less_urgent_if="A clinician has checked it and agreed a plan with you.",
        more_urgent_if="It gets heavier or hurts, or you bleed between periods.",
        sources=(sources.ARTICLE, sources.ARTICLE_THERAPIST, sources.DESIGN),
        who=CERVIX,
        numbers={"window_days": 183, "times": 4, "percent": 50},
        supersedes=("PCB-2",),
        raised_by=BLEEDS_EASILY,
        check=_most_times,
    ),
    Rule(
        code="PCB-7",
        family=FAMILY,
        urgency=Urgency.ROUTINE,
        title="Bleeding after sex and between periods",
        clinical="Postcoital and intermenstrual bleeding within 90 days",
        pattern=(
            "Bleeding after sex and bleeding between periods, both in {window_days} days. Within "
            "two weeks from {age}. A note where all bleeding between periods came with a hormonal "
            "method."
        ),
        what_to_do="Ask for an examination and an infection test.",
        why="Bleeding after sex and between periods together needs a check.",
        what_to_say="I bleed after sex and also between my periods.",
        less_urgent_if="It came with a hormonal method, and a clinician knows it.",
        more_urgent_if="You are 45 or older, or it gets heavier.",
        sources=(
            sources.AU_BLEEDING,
            sources.COVENTRY,
            sources.MORGAN,
            sources.ARTICLE_THERAPIST,
        ),
        who=CERVIX_AND_UTERUS,
        numbers={"window_days": 90, "age": 45},
        supersedes=("PCB-1", "IMB-2", "IMB-3", "HRM-2"),
        raised_by=BLEEDS_EASILY,
        check=_with_bleeding_between,
    ),
    Rule(
        code="PCB-11",
        family=FAMILY,
        urgency=Urgency.ROUTINE,
        title="Bleeding after sex that came back, under 25",
        clinical="Recurrent postcoital bleeding, or with intermenstrual bleeding, under 25",
        pattern=(
            "Under {under_age}: {times} or more bleeds after sex in {window_days} days, or one "
            "with bleeding between periods in {between_days} days. Not after treatment, a negative "
            "test since, and then sex {dry_times} times without blood."
        ),
        what_to_do="Ask for an examination and an infection test, also at a sexual health clinic.",
        why=(
            "An examination and an infection test come first. Under 25 a smear is not the right "
            "test."
        ),
        what_to_say="I am under 25 and keep bleeding after sex. I would like to be examined.",
        less_urgent_if="You were examined and tested since it began.",
        more_urgent_if="Belly pain, a fever or changed discharge comes with it.",
        sources=(
            sources.DH_YOUNG,
            sources.GPONE,
            sources.CARE_PATHWAYS,
            sources.RCOG_YOUNG,
        ),
        who=CERVIX,
        version=2,
        numbers={
            "window_days": 183,
            "between_days": 90,
            "times": 2,
            "under_age": 25,
            "dry_times": 3,
        },
        supersedes=("PCB-1", "PCB-2", "PCB-5", "PCB-7", "IMB-2", "IMB-3"),
        raised_by=BLEEDS_EASILY,
        check=_under_25,
    ),
)
