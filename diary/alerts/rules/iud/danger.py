"""An IUD that may be out of place, a pregnancy with it, and the weeks after fitting (IUD-3 to 6).

IUD-3: sex within five days counts where no condom is recorded and nothing else is known to keep
from a pregnancy: emergency contraception cannot wait for the answer. IUD-4 stands for as long as
there are both a coil and a pregnancy, and nobody looked at it. IUD-5: pain of 4 or more,
since mild cramps are expected then. IUD-6: no source says how many "days after fitting" are: seven.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from diary.alerts import sources
from diary.alerts.assessment import Urgency
from diary.alerts.case import Case
from diary.alerts.rule import Numbers, Rule
from diary.alerts.rules.iud import words
from diary.alerts.signals import iud
from diary.alerts.signals.background import IUDS, holding
from diary.alerts.signals.bleeding import looks_heavy
from diary.alerts.signals.infection import still_there
from diary.alerts.signals.pain import BELLY, has_pain, is_in, pain_at_least
from diary.alerts.signals.pregnancy import ongoing
from diary.alerts.signals.symptoms import SMELLY, has_any, has_fever, records
from diary.alerts.standing import strongest
from diary.alerts.verdict import QUIET, Fires, Verdict, fires
from diary.model import Entry, Fact, Symptom

FAINT = (Symptom.FAINT, Symptom.PASSED_OUT)


def _out_of_place(case: Case, n: Numbers) -> Verdict:
    """IUD-3; for today with pain or sex open to pregnancy, routine where a clinician said fine."""
    recorded = records(case, *iud.SIGNS, days=n["window_days"])
    left = still_there(case, recorded, *iud.SIGNS)
    signs = [entry for entry in left if not iud.is_replaced_since(case, entry.date)]
    if not signs:
        return QUIET
    is_known = all(entry.same_as_before for entry in signs)
    otherwise = fires(signs, urgency=Urgency.ROUTINE if is_known else None)
    return strongest(case, _out_of_place_today(case, signs, n), otherwise)


def _out_of_place_today(case: Case, signs: list[Entry], n: Numbers) -> Iterator[Fires]:
    days = int(n["near_days"])
    for sign in signs:
        near = case.around(sign.date, before=days, after=days)
        if pain := [other for other in near if has_pain(other) and _may_be_belly(other)]:
            yield fires(sign, pain, urgency=Urgency.SAME_DAY)
    new = [sign for sign in signs if not sign.same_as_before]
    sexes = iud.open_to_pregnancy(case, n["sex_days"]) if iud.relies_on_it(case) else ()
    if new and sexes:
        last = max(entry.date for entry in sexes) + timedelta(days=n["sex_days"])
        yield fires(new, sexes, urgency=Urgency.SAME_DAY, stands_until=last)


def _may_be_belly(entry: Entry) -> bool:
    return is_in(entry, BELLY) is not False


def _pregnant(case: Case, _numbers: Numbers) -> Verdict:
    """IUD-4."""
    pregnancy, coil = ongoing(case), holding(case, *IUDS)
    if pregnancy is None or not coil:
        return QUIET
    return strongest(case, _pregnant_signs(case, pregnancy, coil))


def _pregnant_signs(case: Case, pregnancy: Fact, coil: tuple[Fact, ...]) -> Iterator[Fires]:
    found = fires(pregnancy, coil, urgency=Urgency.SAME_DAY)
    was_seen = iud.was_seen_with_it(case, found.latest or date.min)
    yield found if was_seen else replace(found, stands_until=case.as_of)
    for entry in case.lately:
        is_grave = has_any(entry, *FAINT, Symptom.SHOULDER_TIP_PAIN)
        if is_grave or (has_pain(entry) and is_in(entry, BELLY) is True):
            yield fires(entry, pregnancy, coil, urgency=Urgency.EMERGENCY)


def _infection_after_fitting(case: Case, n: Numbers) -> Verdict:
    """IUD-5."""
    return strongest(
        case,
        (
            fires(entry, coil, urgency=Urgency.SAME_DAY)
            for entry in case.lately
            if (coil := iud.newly_fitted(case, entry.date, n["days"]))
            and (has_fever(entry) or has_any(entry, *SMELLY) or _hurts(entry, n["pain"]))
        ),
    )


def _hurts(entry: Entry, score: float) -> bool:
    return pain_at_least(entry, score) and _may_be_belly(entry)


def _injury_after_fitting(case: Case, n: Numbers) -> Verdict:
    """IUD-6."""
    return strongest(
        case,
        (
            fires(entry, coil, urgency=Urgency.EMERGENCY)
            for entry in case.lately
            if (coil := iud.newly_fitted(case, entry.date, n["days"]))
            and (has_any(entry, *FAINT) or _hurts(entry, n["pain"]) or _bleeds_much(case, entry))
        ),
    )


def _bleeds_much(case: Case, entry: Entry) -> bool:
    return case.is_vaginal(entry) and looks_heavy(entry)


RULES: tuple[Rule, ...] = (
    Rule(
        code="IUD-3",
        family=words.FAMILY,
        urgency=Urgency.WITHIN_TWO_WEEKS,
        title="Your coil may not be in place",
        clinical="IUD threads not felt or changed, stem felt, or expelled",
        pattern=(
            "Threads not felt, shorter or longer, or the stem felt, in {window_days} days. Same "
            "day with belly pain within {near_days} days, or with sex open to pregnancy in the "
            "last {sex_days} days. Routine where a clinician said that it is fine."
        ),
        what_to_do="Use condoms, and do a pregnancy test.",
        why="Assume it is not protecting you until checked.",
        what_to_say="I cannot feel the threads of my coil as I used to, or I feel the coil.",
        less_urgent_if="You could never feel the threads, and a clinician said that is fine.",
        more_urgent_if="It hurts, or you had sex without a condom in the last five days.",
        sources=(words.HIGHLAND, words.TAYSIDE, words.MEDICINE_TODAY, sources.DESIGN),
        who=words.IUD,
        numbers={"window_days": 90, "sex_days": 5, "near_days": 2},
        supersedes=("IUD-2",),
        lead={
            Urgency.SAME_DAY: (
                "Be seen today by your doctor or a sexual health clinic, or {urgent_advice}. "
                "If you had sex in the last five days, ask for emergency contraception today, "
                "such as emergency pills."
            ),
        },
        check=_out_of_place,
    ),
    Rule(
        code="IUD-4",
        family=words.FAMILY,
        urgency=Urgency.SAME_DAY,
        title="Pregnant with a coil",
        clinical="Positive pregnancy test with an IUD in place",
        pattern=(
            "A coil and a positive pregnancy test. An emergency with belly pain, fainting or pain "
            "at the tip of the shoulder."
        ),
        what_to_do="Do not pull on the threads. Ask for a scan.",
        why="Pregnancy with a coil is rare and must be located quickly.",
        what_to_say="I have a coil, and my pregnancy test is positive.",
        less_urgent_if="A scan has shown where the pregnancy is, and you know the plan.",
        more_urgent_if="Your belly hurts, you feel faint, or the tip of your shoulder hurts.",
        sources=(words.MEDICINE_TODAY, words.CHELWEST_IUD),
        who=words.IUD,
        supersedes=("IUD-3", "IUD-2"),
        check=_pregnant,
    ),
    Rule(
        code="IUD-5",
        family=words.FAMILY,
        urgency=Urgency.SAME_DAY,
        title="Pain, fever or smelly discharge soon after a coil was fitted",
        clinical="Pelvic pain, fever or offensive discharge within 3 weeks of IUD insertion",
        pattern=(
            "Up to {days} days after a coil was fitted: fever, smelly or pus-like discharge, or "
            "belly pain of {pain} or more of 10."
        ),
        what_to_do="Say when the coil was fitted.",
        why="In the first three weeks these signs need a check at once.",
        what_to_say="My coil is new, and I have pain, a fever or smelly discharge.",
        less_urgent_if="It was only mild cramps in the first days, and they are gone.",
        more_urgent_if="The pain gets very strong, or you shake or feel faint.",
        sources=(words.CHELWEST_IUD, words.FSRH_IUD, sources.DESIGN),
        who=words.IUD,
        numbers={"days": 21, "pain": 4},
        supersedes=("INF-1", "INF-3", "INF-4", "INF-5", "IUD-1", "IUD-2", "IMB-2", "PAIN-2"),
        check=_infection_after_fitting,
    ),
    Rule(
        code="IUD-6",
        family=words.FAMILY,
        urgency=Urgency.EMERGENCY,
        title="Strong pain, faint or heavy bleeding just after a coil was fitted",
        clinical="Severe pain, syncope or heavy bleeding in the week after IUD insertion",
        pattern=(
            "Up to {days} days after a coil was fitted: fainting, heavy bleeding, or belly pain of"
            " {pain} or more of 10."
        ),
        what_to_do="Say on which day the coil was fitted.",
        why="This needs a check for injury to the womb.",
        what_to_say="My coil was fitted this week, and I have strong pain or heavy bleeding.",
        less_urgent_if="It is over, and you feel well. Then be seen today.",
        more_urgent_if="You pass out, or soak a pad an hour.",
        sources=(words.HIGHLAND, sources.DESIGN),
        who=words.IUD,
        numbers={"days": 7, "pain": 7},
        supersedes=(
            "INF-1",
            "INF-2",
            "INF-3",
            "IUD-1",
            "IUD-2",
            "IUD-5",
            "IMB-2",
            "PAIN-2",
            "INF-4",
            "INF-5",
            "EMG-12",
        ),
        check=_injury_after_fitting,
    ),
)
