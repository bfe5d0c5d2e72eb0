"""How often, how long, at which age, with which medicine (SEM-1, 2, 3, 8)."""

from datetime import date, timedelta

from diary.alerts import sources
from diary.alerts.assessment import QuietedBy, Urgency
from diary.alerts.case import Case
from diary.alerts.rule import Numbers, ReasonToWait, Rule
from diary.alerts.rules.semen import pages
from diary.alerts.signals import semen
from diary.alerts.signals.background import bleeds_easily_by_medicine, clots_slowly
from diary.alerts.signals.bleeding import is_like_a_period_or_more
from diary.alerts.signals.pain import strongest_possible
from diary.alerts.signals.person import is_at_least
from diary.alerts.signals.symptoms import NOT_OF_THE_BODY
from diary.alerts.verdict import QUIET, Verdict, fires
from diary.model import Entry
from diary.model.episodes import Bleed


def _goes_on(found: tuple[Bleed, ...], n: Numbers) -> bool:
    return len(found) > n["times"] or semen.days_present(found) > n["days"]


def _seldom_under_40(case: Case, n: Numbers) -> Verdict:
    """SEM-1; routine beside another sign."""
    found = semen.episodes(case, n["window_days"])
    if not found or _goes_on(found, n) or is_at_least(case, n["age"]) is not False:
        return QUIET
    is_alone = all(_is_alone(entry, n) for bleed in found for entry in bleed.entries)
    return fires(found, urgency=None if is_alone else Urgency.ROUTINE, quiet=is_alone)


def _is_alone(entry: Entry, n: Numbers) -> bool:
    is_more = is_like_a_period_or_more(entry) is True or strongest_possible(entry) > n["pain"]
    return not is_more and not set(entry.symptoms) - NOT_OF_THE_BODY


def _often_under_40(case: Case, n: Numbers) -> Verdict:
    """SEM-2."""
    found = semen.episodes(case, n["window_days"])
    is_young = is_at_least(case, n["age"]) is False
    return fires(found) if is_young and _goes_on(found, n) else QUIET


def _from_40(case: Case, n: Numbers) -> Verdict:
    """SEM-3; two weeks from the second episode or after a month."""
    found = semen.episodes(case, n["window_days"])
    is_old_enough = is_at_least(case, n["age"])
    if not found or is_old_enough is False:
        return QUIET
    counted = semen.not_expected(case, found, n["procedure_days"])
    since = _counts_since(counted, n)
    if since is None or not is_old_enough:
        return fires(found)
    return fires(found, urgency=Urgency.WITHIN_TWO_WEEKS, raised_on=since)


def _counts_since(found: tuple[Bleed, ...], n: Numbers) -> date | None:
    """Return the day from which there were enough episodes, or one that lasted too long."""
    if len(found) >= n["times"]:
        return found[int(n["times"]) - 1].start
    return found[0].end if semen.days_present(found) > n["days"] else None


def _procedure_before(case: Case, entry: Entry, n: Numbers) -> QuietedBy | None:
    days = n["procedure_days"]
    fact = semen.procedure_before(case, entry.date, days)
    if fact is None or fact.start is None:
        return None
    return QuietedBy(fact=fact.id, until=fact.start + timedelta(days=days))


def _bleeds_easily(case: Case, n: Numbers) -> Verdict:
    """SEM-8."""
    found = semen.episodes(case, n["window_days"])
    reasons = (*bleeds_easily_by_medicine(case), *clots_slowly(case))
    return fires(found, reasons) if found and reasons else QUIET


AFTER_PROCEDURE = ReasonToWait(
    "A prostate biopsy or vasectomy up to {procedure_days} days before", _procedure_before
)

RULES: tuple[Rule, ...] = (
    Rule(
        code="SEM-1",
        family=pages.FAMILY,
        urgency=Urgency.WATCH,
        quiet=True,
        title="A little blood in semen",
        clinical="Haematospermia under 40, up to 3 episodes within a month",
        pattern=(
            "Under {age}: up to {times} times blood in semen in {window_days} days, over no more "
            "than {days} days. Routine beside another sign or pain over {pain} of 10."
        ),
        what_to_do="Check first that it is not a partner's blood: use a condom and look.",
        why="This is common, and it usually clears by itself.",
        what_to_say="I saw blood in my semen.",
        less_urgent_if="It was a partner's blood.",
        more_urgent_if="It comes more than three times, lasts over a month, or hurts.",
        sources=(
            pages.GPNOTEBOOK,
            pages.LOTHIAN_2020,
            pages.MANCHESTER,
            sources.DESIGN,
        ),
        who=pages.PENIS_OR_PROSTATE,
        numbers={"window_days": 90, "times": 3, "days": 30, "age": 40, "pain": 3},
        supersedes=("PAIN-1",),
        check=_seldom_under_40,
    ),
    Rule(
        code="SEM-2",
        family=pages.FAMILY,
        urgency=Urgency.ROUTINE,
        title="Blood in semen that keeps coming back",
        clinical="Haematospermia under 40, over 3 episodes or over a month",
        pattern=(
            "Under {age}: more than {times} times blood in semen in {window_days} days, or for "
            "more than {days} days."
        ),
        what_to_do="Ask your doctor for a check and a urine test.",
        why="It has gone on long enough to check.",
        what_to_say="I have had blood in my semen several times.",
        less_urgent_if="You had a vasectomy or a prostate biopsy in the last six weeks.",
        more_urgent_if="You see blood in your pee, have a fever, or it hurts.",
        sources=(pages.GPNOTEBOOK, sources.DESIGN),
        who=pages.PENIS_OR_PROSTATE,
        numbers={"window_days": 90, "times": 3, "days": 30, "age": 40, "procedure_days": 42},
        supersedes=("SEM-1", "PAIN-1"),
        waits_for=(AFTER_PROCEDURE,),
        check=_often_under_40,
    ),
    Rule(
        code="SEM-3",
        family=pages.FAMILY,
        urgency=Urgency.ROUTINE,
        title="Blood in semen at 40 or over",
        clinical="Haematospermia at 40 or over",
        pattern=(
            "At {age} or over, or of unknown age: blood in semen in {window_days} days. Within two"
            " weeks from {times} times or for more than {days} days, not counting {procedure_days}"
            " days after a prostate biopsy or vasectomy."
        ),
        what_to_do="Ask for a urine test, a blood pressure check and a prostate check.",
        why="Over 40 a simple urine, blood pressure and prostate check is advised.",
        what_to_say="I have had blood in my semen, and I would like it checked.",
        less_urgent_if="You had a prostate biopsy in the last six weeks.",
        more_urgent_if="It comes back, there is blood in your pee, or a fever.",
        sources=(
            pages.GPNOTEBOOK,
            pages.LOTHIAN_2020,
            pages.BRISTOL,
            pages.SEMEN_GUIDELINES,
            sources.DESIGN,
        ),
        who=pages.PENIS_OR_PROSTATE,
        numbers={"window_days": 90, "times": 2, "days": 30, "age": 40, "procedure_days": 42},
        supersedes=("SEM-1", "SEM-2", "PAIN-1"),
        waits_for=(AFTER_PROCEDURE,),
        check=_from_40,
    ),
    Rule(
        code="SEM-8",
        family=pages.FAMILY,
        urgency=Urgency.ROUTINE,
        title="Blood in semen, and blood that clots slowly",
        clinical="Haematospermia with an anticoagulant or a bleeding disorder",
        pattern="Blood in semen in {window_days} days with a blood thinner or a bleeding disorder.",
        what_to_do="Do not stop the medicine yourself. Ask the clinic that looks after it.",
        why="A blood thinner, or blood that clots slowly, makes bleeding more likely.",
        what_to_say="I saw blood in my semen, and my blood clots slowly or I take a thinner.",
        less_urgent_if="You were told to expect it.",
        more_urgent_if="You bleed in other places too, or see blood in your pee.",
        sources=(pages.EXAMINER, sources.DESIGN),
        who=pages.PENIS_OR_PROSTATE,
        numbers={"window_days": 90},
        supersedes=("SEM-1", "PAIN-1"),
        check=_bleeds_easily,
    ),
)
