"""With blood in pee, fever, pain, signs of infection or a lump (SEM-4 to 7)."""

from collections.abc import Iterator
from datetime import timedelta

from diary.alerts import sources
from diary.alerts.assessment import Urgency
from diary.alerts.case import Case
from diary.alerts.modifiers import BLEEDS_EASILY
from diary.alerts.rule import Numbers, Rule
from diary.alerts.rules.infection.words import ACCESS, SOON
from diary.alerts.rules.semen import pages
from diary.alerts.signals import semen, urine
from diary.alerts.signals.background import ever
from diary.alerts.signals.pain import has_pain, is_in, pain_at_least
from diary.alerts.signals.person import is_at_least
from diary.alerts.signals.sexual_health import new_partner_before, tested_clear_since
from diary.alerts.signals.symptoms import has_any, has_fever, records
from diary.alerts.standing import strongest
from diary.alerts.verdict import QUIET, Fires, Verdict, fires
from diary.model import Entry, Fact, Symptom
from diary.model.background_words import InfectionTreated
from diary.model.episodes import Bleed
from diary.model.vocabulary import PainSite

EMERGENCY, SAME_DAY = Urgency.EMERGENCY, Urgency.SAME_DAY

TESTICLE = frozenset({PainSite.TESTICLE})
GROIN = frozenset({PainSite.TESTICLE, PainSite.GROIN})
BESIDE_TORSION = (Symptom.VOMITING, Symptom.TESTICULAR_SWELLING)
LIKE_AN_INFECTION = (
    Symptom.BURNING_URINATION,
    Symptom.FREQUENT_URINATION,
    Symptom.URETHRAL_DISCHARGE,
)


def _blood_in_pee(case: Case, n: Numbers) -> Verdict:
    """SEM-4; routine after a cured urine infection under 45, or where it may be from elsewhere."""
    found = [e for e in case.last_days(n["window_days"]) if _is_in_pee(case, e)]
    sure = [e for e in found if urine.is_in_urine(case, e) and not _is_mixed(case, e)]
    otherwise: Verdict = QUIET
    if sure and not _is_cured(case, sure, n):
        otherwise = fires(found, raised_on=sure[0].date)
    elif found:
        otherwise = fires(found, urgency=Urgency.ROUTINE)
    return strongest(case, _pee_emergencies(case), otherwise)


def _is_in_pee(case: Case, entry: Entry) -> bool:
    return urine.is_in_urine(case, entry) or urine.may_be_in_urine(entry)


def _is_mixed(case: Case, entry: Entry) -> bool:
    return urine.is_with_vaginal_blood(case, entry)


def _is_cured(case: Case, found: list[Entry], n: Numbers) -> bool:
    """Say whether all of it came with a urine infection that was treated and is over, under 45."""
    last = found[-1].date - timedelta(days=n["clear_days"])
    treated = [fact.start for fact in ever(case, InfectionTreated.UTI) if fact.start]
    is_over = any(found[0].date <= start and last <= start for start in treated)
    return is_over and is_at_least(case, n["age"]) is False


def _pee_emergencies(case: Case) -> Iterator[Fires]:
    for entry in case.lately:
        if has_any(entry, Symptom.CANNOT_URINATE) or urine.has_clots(entry):
            yield fires(entry, urgency=EMERGENCY)


def _ill_or_sore(case: Case, n: Numbers) -> Verdict:
    """SEM-5."""
    found = semen.episodes(case, n["window_days"])
    sore = [e for e in case.last_days(n["recent_days"]) if _hurts_in_testicle(e)]
    otherwise = fires(sore, urgency=Urgency.ROUTINE) if sore else QUIET
    return strongest(case, _grave_signs(case, found, n), otherwise)


def _grave_signs(case: Case, found: tuple[Bleed, ...], n: Numbers) -> Iterator[Fires]:
    for entry in case.lately:
        blood = semen.near(found, entry.date, n["near_days"])
        if _is_like_torsion(entry, n):
            yield fires(entry, urgency=EMERGENCY)
        elif blood and _is_ill_or_sore(case, entry):
            yield fires(entry, blood, urgency=SAME_DAY)
        elif _hurts_in_testicle(entry) and (_is_severe(entry, n) or _is_sudden(entry)):
            yield fires(entry, urgency=SAME_DAY)


def _is_like_torsion(entry: Entry, n: Numbers) -> bool:
    """Say whether severe pain in a testicle was sudden, or that is not told and it swells."""
    if not _hurts_in_testicle(entry) or not _is_severe(entry, n) or entry.pain is None:
        return False
    sudden = entry.pain.sudden
    return has_any(entry, *BESIDE_TORSION) if sudden is None else sudden


def _hurts_in_testicle(entry: Entry) -> bool:
    in_place = has_pain(entry) and is_in(entry, TESTICLE) is True
    return in_place or has_any(entry, Symptom.TESTICULAR_PAIN)


def _is_severe(entry: Entry, n: Numbers) -> bool:
    return pain_at_least(entry, n["severe"])


def _is_sudden(entry: Entry) -> bool:
    return entry.pain is not None and entry.pain.sudden is True


def _is_ill_or_sore(case: Case, entry: Entry) -> bool:
    if has_fever(entry):
        return not any(has_any(o, Symptom.COLD_OR_FLU) for o in case.days[entry.date])
    in_groin = has_pain(entry) and is_in(entry, GROIN) is True
    return in_groin or _hurts_in_testicle(entry)


def _like_an_infection(case: Case, n: Numbers) -> Verdict:
    """SEM-6; routine after a clear test."""
    found = semen.episodes(case, n["window_days"])
    beside = [(bleed, other) for bleed in found if (other := _beside(case, bleed, n))]
    if not beside:
        return QUIET
    first = beside[0][0].start
    tests = tested_clear_since(case, first)
    urgency = Urgency.ROUTINE if tests else None
    return fires(
        *(record for bleed, other in beside for record in (bleed, *other)),
        tests,
        urgency=urgency,
        raised_on=first,
    )


def _beside(case: Case, bleed: Bleed, n: Numbers) -> tuple[Entry | Fact, ...]:
    """Return the signs of an infection near an episode, and a new partner before it."""
    signs = records(case, *LIKE_AN_INFECTION, days=n["window_days"] + n["near_days"])
    near = (entry for entry in signs if semen.near((bleed,), entry.date, n["near_days"]))
    return (*near, *new_partner_before(case, bleed.start, n["partner_days"]))


def _lump_or_changes(case: Case, n: Numbers) -> Verdict:
    """SEM-7."""
    found = semen.episodes(case, n["window_days"])
    lump = records(case, Symptom.TESTICULAR_LUMP, days=n["window_days"])
    changes = records(case, Symptom.WEIGHT_LOSS, Symptom.BONE_PAIN, days=n["window_days"])
    if lump:
        return fires(lump, found, raised_on=lump[0].date)
    if not found or not changes:
        return QUIET
    return fires(found, changes, raised_on=max(found[0].start, changes[0].date))


RULES: tuple[Rule, ...] = (
    Rule(
        code="SEM-4",
        family="blood_in_urine",
        urgency=Urgency.WITHIN_TWO_WEEKS,
        title="Blood in your pee, or pee that does not come",
        clinical="Visible haematuria, clot retention or urinary retention",
        pattern=(
            "Visible blood in pee in {window_days} days. Routine beside vaginal blood, or under "
            "{age} with a treated urine infection and no blood more than {clear_days} days into "
            "treatment. Clots, or not able to pee: an emergency."
        ),
        what_to_do="Ask for a urine test. Say how old you are, and which medicines you take.",
        why="Blood in pee is always checked.",
        what_to_say="I saw blood in my pee.",
        less_urgent_if="It came with a urine infection that was treated, and it is gone.",
        more_urgent_if="You pass clots, cannot pee, or have a fever.",
        sources=(pages.UROLOGICAL, pages.BRISTOL, sources.DESIGN),
        numbers={"window_days": 90, "clear_days": 7, "age": 45},
        supersedes=("SEM-1", "SEM-2", "PAIN-1", "INF-8"),
        raised_by=BLEEDS_EASILY,
        check=_blood_in_pee,
    ),
    Rule(
        code="SEM-5",
        family=pages.FAMILY,
        urgency=SAME_DAY,
        title="Pain in a testicle, or feeling ill with blood in semen",
        clinical="Haematospermia with fever or scrotal pain, or acute scrotal pain",
        pattern=(
            "Blood in semen in {window_days} days with fever, or pain in groin or testicle, within"
            " {near_days} days; or pain in a testicle that is severe ({severe} or more of 10) or "
            "sudden. Both severe and sudden: an emergency. Other pain there in {recent_days} days:"
            " routine."
        ),
        what_to_do="Say when the pain began, and whether it came all at once.",
        why="Sudden or strong pain in a testicle, or fever with blood, needs care quickly.",
        what_to_say="I have pain in a testicle, or a fever and blood in my semen.",
        less_urgent_if="The pain is mild, came slowly, and there is no blood or fever.",
        more_urgent_if="The pain came suddenly and is very strong, or you are sick.",
        sources=(pages.SEMEN_GUIDELINES, sources.DESIGN),
        who=pages.PENIS_OR_PROSTATE,
        numbers={"window_days": 90, "near_days": 7, "severe": 7, "recent_days": 28},
        supersedes=(
            "SEM-1",
            "SEM-2",
            "SEM-3",
            "SEM-6",
            "SEM-8",
            "INF-3",
            "INF-8",
            "INF-10",
            "PAIN-1",
            "PAIN-2",
            "PEN-4",
        ),
        check=_ill_or_sore,
    ),
    Rule(
        code="SEM-6",
        family=pages.FAMILY,
        urgency=Urgency.WITHIN_TWO_WEEKS,
        title="Blood in semen, and a reason for an infection test",
        clinical="Haematospermia with urinary symptoms, urethral discharge or a new partner",
        pattern=(
            "Blood in semen in {window_days} days, with burning, frequent peeing or discharge "
            "within {near_days} days, or a new partner in the {partner_days} days before. Routine "
            "once tested clear."
        ),
        what_to_do="Ask for an infection test. Use condoms until you were tested.",
        why="A test is quick, and what it finds can be treated.",
        what_to_say="I saw blood in my semen, and I would like an infection test.",
        less_urgent_if="A test was clear since it began.",
        more_urgent_if="There is a fever, or pain in a testicle. Then be seen today.",
        sources=(pages.BRISTOL, pages.MANCHESTER, pages.EXAMINER, ACCESS, sources.DESIGN),
        who=pages.PENIS_OR_PROSTATE,
        numbers={"window_days": 90, "near_days": 28, "partner_days": 90},
        supersedes=("SEM-1", "SEM-2", "PEN-4", "INF-8", "PAIN-1"),
        lead=SOON,
        check=_like_an_infection,
    ),
    Rule(
        code="SEM-7",
        family=pages.FAMILY,
        urgency=Urgency.WITHIN_TWO_WEEKS,
        title="A lump in a testicle, or other changes with blood in semen",
        clinical="Testicular lump; or haematospermia with weight loss or bone pain",
        pattern=(
            "A lump in a testicle, or blood in semen with weight loss or bone pain, in "
            "{window_days} days."
        ),
        what_to_do="Ask your doctor for an examination.",
        why="These should be seen soon.",
        what_to_say="I found a lump in a testicle, or I have other changes and blood in my semen.",
        less_urgent_if="A clinician has looked at it and told you what it is.",
        more_urgent_if="It hurts suddenly and strongly, or there is a fever.",
        sources=(pages.MYGPNOTES, pages.UROLOGICAL, sources.DESIGN),
        who=pages.PENIS_OR_PROSTATE,
        numbers={"window_days": 90},
        supersedes=("SEM-1", "SEM-2", "PAIN-1"),
        check=_lump_or_changes,
    ),
)
