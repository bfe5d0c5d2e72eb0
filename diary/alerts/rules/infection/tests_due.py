"""When an infection test is due: discharge, exposure, new partners (INF-4 to 7).

INF-4: watery, bloodstained and thick white discharge have their own rows (PCB-8, PCB-4, INF-5).
INF-6: what a "known risk" is when a condom breaks is not defined; here a partner who is known to
have an infection, HIV also years ago. INF-7: rectal blood counts where it came after sex or may
have; "tested since" is read as since the first of the bleeds; a new partner counts before the
bleed. A single small bleed makes only a note of it, as everywhere (conflict C1). Both partners
tested since they are together, no partner, or sex by oneself: no reason for a test.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from diary.alerts import reasons, sources
from diary.alerts.assessment import Urgency
from diary.alerts.case import Case
from diary.alerts.rule import Numbers, Rule
from diary.alerts.rules.infection import words
from diary.alerts.signals import after_sex, infection, sexual_health
from diary.alerts.signals.person import is_under
from diary.alerts.signals.sti_tests import is_steady_and_tested, partnered_sex, partners
from diary.alerts.signals.symptoms import DISCHARGE, began, course, lasted, records
from diary.alerts.standing import strongest
from diary.alerts.verdict import QUIET, Fires, NotEnough, Verdict, fires
from diary.alerts.who import VAGINA
from diary.model import Entry, Fact, Symptom
from diary.model.background_words import InfectionTreated, Partners
from diary.model.episodes import Bleed


def _blood_and_discharge(case: Case, n: Numbers) -> Verdict:
    """INF-4; routine after a negative test, or treatment, since the discharge began."""
    recorded = records(case, *infection.LIKE_AN_INFECTION, days=n["window_days"])
    discharge = [e for e in recorded if infection.has_changed_discharge(e)]
    pairs = [
        (bleed, entry)
        for bleed in after_sex.episodes(case, n["window_days"])
        for entry in discharge
        if infection.days_between(bleed, entry) <= n["days_apart"]
    ]
    if not pairs:
        return QUIET
    since = min(began(entry) for _, entry in pairs)
    tests = sexual_health.tested_clear_since(case, since)
    is_seen = tests or sexual_health.treated_since(case, since, *InfectionTreated)
    return fires(
        *(record for pair in pairs for record in pair),
        tests,
        urgency=Urgency.ROUTINE if is_seen else None,
        raised_on=min(max(bleed.start, entry.date) for bleed, entry in pairs),
    )


def _lasting_discharge(case: Case, n: Numbers) -> Verdict:
    """INF-5; a note where the person knows it from before."""
    found = course(case, *DISCHARGE)
    if lasted(found) <= n["days"] or (case.as_of - found[-1].date).days > n["recent_days"]:
        return QUIET
    is_known = all(entry.same_as_before for entry in found)
    return fires(found, urgency=Urgency.WATCH if is_known else None)


def _exposed(case: Case, n: Numbers) -> Verdict:
    """INF-6; for today where HIV may have passed on in the last three days."""
    told = [fact for fact in sexual_health.exposures(case) if _is_open(case, fact, n)]
    broken = _broken_condoms(case, n)
    every = (*told, *(record for pair in broken for record in pair))
    return strongest(case, _for_pep(case, told, broken, n), fires(every) if every else QUIET)


def _for_pep(
    case: Case, told: list[Fact], broken: list[tuple[Entry, Fact]], n: Numbers
) -> Iterator[Fires]:
    """Yield what may need PEP today; each stands until three days after the last contact."""
    pep = timedelta(days=n["pep_days"])
    for fact, contact, shown in (
        *((fact, _last_contact(case, fact, n), ()) for fact in told),
        *((fact, entry.date, (entry,)) for entry, fact in broken),
    ):
        if sexual_health.is_hiv(fact) and contact is not None and case.as_of - contact <= pep:
            yield fires(shown, fact, urgency=Urgency.SAME_DAY, stands_until=contact + pep)


def _is_open(case: Case, exposure: Fact, n: Numbers) -> bool:
    start = exposure.start
    is_recent = start is None or (case.as_of - start).days <= n["window_days"]
    return is_recent and not sexual_health.is_dealt_with(case, exposure)


def _broken_condoms(case: Case, n: Numbers) -> list[tuple[Entry, Fact]]:
    """Return each broken condom with the infection that the partner was known to have."""
    return [
        (entry, fact)
        for entry in records(case, Symptom.CONDOM_BROKE, days=n["window_days"])
        for fact in sexual_health.exposures(case)
        if fact.holds_on(entry.date)
        and not sexual_health.is_dealt_with(case, fact, since=entry.date)
        and (sexual_health.is_hiv(fact) or not sexual_health.is_dealt_with(case, fact))
    ]


def _last_contact(case: Case, exposure: Fact, n: Numbers) -> date | None:
    """Return the day of the last contact; where it was not said, that of the last sex."""
    recent = (entry.date for entry in partnered_sex(case, n["pep_days"]))
    return exposure.last_contact or max(recent, default=None)


def _untested(case: Case, n: Numbers) -> Verdict:
    """INF-7."""
    bleeds = _with_others(case, n)
    if not bleeds or sexual_health.tested_since(case, min(b.start for b in bleeds)):
        return QUIET
    is_small = len(bleeds) == 1 and after_sex.is_small_and_alone(case, bleeds[0])
    if risks := _partner_risks(case, bleeds, n):
        return fires(bleeds, risks, quiet=is_small)
    answer = partners(case, n["partners_days"])
    if is_steady_and_tested(answer) or (answer is not None and answer.what is Partners.NONE):
        return QUIET
    is_young = is_under(case, n["under_age"])
    if is_young is None:
        return NotEnough(needs="your year of birth, and whether you have a new partner")
    return fires(bleeds, quiet=is_small) if is_young else QUIET


def _with_others(case: Case, n: Numbers) -> list[Bleed]:
    """Return the recent bleeds, vaginal and rectal, after sex that is not known to be alone."""
    rectal = sexual_health.rectal_after_sex(case, n["window_days"], sex_before=n["sex_days"])
    bleeds = (*after_sex.episodes(case, n["window_days"]), *rectal)
    return [bleed for bleed in bleeds if not _is_solo(bleed)]


def _partner_risks(case: Case, bleeds: list[Bleed], n: Numbers) -> list[Fact | Entry]:
    found = [
        record
        for bleed in bleeds
        for record in sexual_health.new_partner_before(case, bleed.start, n["partner_days"])
    ]
    answer = partners(case, n["partners_days"])
    is_many = answer is not None and answer.what is Partners.MORE_THAN_TWO
    return [*found, answer] if answer is not None and is_many else found


def _is_solo(bleed: Bleed) -> bool:
    return bleed.sex is not None and bleed.sex.sex is not None and bool(bleed.sex.sex.solo)


RULES: tuple[Rule, ...] = (
    Rule(
        code="INF-4",
        family=words.FAMILY,
        urgency=Urgency.WITHIN_TWO_WEEKS,
        title="Bleeding after sex, and a change in discharge",
        clinical="Postcoital bleeding with new, offensive or purulent discharge",
        pattern=(
            "Bleeding after sex and new, smelly or pus-like discharge within {days_apart} days of "
            "each other, in {window_days} days. Routine once tested clear or treated."
        ),
        what_to_do="Ask for an infection test and an examination.",
        why="Bleeding with a change in discharge needs an infection test. A test is quick.",
        what_to_say="I bleed after sex, and the fluid from my vagina has changed.",
        less_urgent_if="A test was clear since it began.",
        more_urgent_if="Belly pain or a fever comes with it. Then be seen today.",
        sources=(
            sources.ARTICLE,
            sources.ARTICLE_THERAPIST,
            sources.NHS_BLEEDING,
            sources.COVENTRY,
            words.ACCESS,
            sources.DESIGN,
        ),
        who=VAGINA,
        numbers={"window_days": 90, "days_apart": 28},
        supersedes=("INF-5", "INF-7", "PCB-1"),
        lead=words.SOON,
        check=_blood_and_discharge,
    ),
    Rule(
        code="INF-5",
        family=words.FAMILY,
        urgency=Urgency.ROUTINE,
        title="A change in discharge that lasts",
        clinical="Changed vaginal discharge for more than a week",
        pattern=(
            "Changed discharge for more than {days} days, last recorded in {recent_days} days. A "
            "note where it is like before."
        ),
        what_to_do="Do not wash inside the vagina. It can make this worse.",
        why="Discharge is the fluid from the vagina. A change that lasts is worth a test.",
        what_to_say="The fluid from my vagina has been different for more than a week.",
        less_urgent_if="It is thrush, and you know it from before. A pharmacist can help.",
        more_urgent_if="You bleed or are pregnant, or belly pain or a fever starts.",
        sources=(sources.ARTICLE, words.DEVON_DISCHARGE),
        who=VAGINA,
        numbers={
            "days": 7,
            "recent_days": 28,
            "loop_days": 28,
            "after_pregnancy_days": 42,
        },
        waits_for=(reasons.recent_loop, reasons.after_pregnancy),
        lead={Urgency.ROUTINE: "Ask a pharmacist, or book at a sexual health clinic when you can."},
        check=_lasting_discharge,
    ),
    Rule(
        code="INF-6",
        family=words.FAMILY,
        urgency=Urgency.WITHIN_TWO_WEEKS,
        title="A partner has an infection that passes on in sex",
        clinical="Contact with a sexually transmitted infection",
        pattern=(
            "A partner with an infection, a contact notice, or a broken condom with such a "
            "partner, in {window_days} days and not dealt with. Same day where HIV may have passed"
            " on in the last {pep_days} days."
        ),
        what_to_do="Use condoms until you were tested. You do not need to have signs.",
        why="Testing and treatment are free or simple in many places.",
        what_to_say="A partner of mine has an infection, and I would like a test.",
        less_urgent_if="You were tested or treated since you were told.",
        more_urgent_if="It is about HIV, and the sex was in the last three days. Go today.",
        sources=(words.ARTICLE_ANAL, words.PEP, words.ACCESS, words.CDC_STI),
        numbers={"window_days": 90, "pep_days": 3},
        lead={
            **words.SOON,
            Urgency.SAME_DAY: (
                "Go today to a sexual health clinic or {emergency_place}, and ask about PEP. "
                "PEP is a medicine against HIV. Sooner is better, and 72 hours is the limit."
            ),
        },
        check=_exposed,
    ),
    Rule(
        code="INF-7",
        family=words.FAMILY,
        urgency=Urgency.ROUTINE,
        title="Bleeding after sex, and a test that is due",
        clinical="Postcoital or rectal bleeding, under 25 or new partner, no STI test since",
        pattern=(
            "Bleeding after sex, or from the bottom within {sex_days} days of sex, in "
            "{window_days} days, with no infection test since, and: under {under_age}, a new "
            "partner in the {partner_days} days before, or more than two partners in "
            "{partners_days} days."
        ),
        what_to_do="A sexual health clinic can test you, or send you a home test.",
        why="A new partner, or being under 25, is a good reason to test.",
        what_to_say="I bled after sex, and I would like an infection test.",
        less_urgent_if="You were tested since it began.",
        more_urgent_if="Your discharge changes, or belly pain or a fever starts.",
        sources=(words.MELBOURNE, words.HORMONES, words.SCREENING, sources.DESIGN),
        numbers={
            "window_days": 183,
            "partner_days": 90,
            "partners_days": 365,
            "under_age": 25,
            "sex_days": 28,
        },
        check=_untested,
    ),
)
