"""Bleeding on testosterone (HRM-7, HRM-8)."""

from diary.alerts.assessment import Urgency
from diary.alerts.case import Case
from diary.alerts.modifiers import BLEEDS_EASILY, BLEEDS_EASILY_OR_IMMUNE
from diary.alerts.rule import Numbers, Rule
from diary.alerts.rules.hormonal.methods import FAMILY, OTHER_WORDS_FOR_IT
from diary.alerts.signals import after_sex
from diary.alerts.signals.methods import testosterone_on
from diary.alerts.signals.person import is_at_least
from diary.alerts.signals.vaginal_blood import Run, is_heavy, runs_within
from diary.alerts.verdict import QUIET, Verdict, fires
from diary.alerts.who import UTERUS
from diary.model import Fact

ENIGI = "PubMed 32935087: ENIGI, bleeding on testosterone, 267 people (read 2026)"
GRIMSTAD = "PubMed 33910088: Grimstad 2021, breakthrough bleeding on testosterone (read 2026)"
VOLUSON = "volusonclub.net: Irregular bleeding in transgender patients (read 2026)"


def _first_months(case: Case, n: Numbers) -> Verdict:
    """HRM-7; a heavy bleed is routine."""
    found = [
        run for run in _on_testosterone(case, n) if not run.is_after_sex and _is_new(case, run, n)
    ]
    if not found:
        return QUIET
    urgency = Urgency.ROUTINE if any(map(is_heavy, found)) else None
    return fires(found, _course(case, found[-1]), urgency=urgency, quiet=urgency is None)


def _on_testosterone(case: Case, n: Numbers) -> list[Run]:
    found = runs_within(case, n["window_days"])
    return [run for run in found if testosterone_on(case, run.start) is not None]


def _is_new(case: Case, run: Run, n: Numbers) -> bool:
    """Say whether testosterone was begun so lately; an unknown start is long ago."""
    found = testosterone_on(case, run.start)
    return found is not None and found.started_within(n["settles_days"], run.start)


def _course(case: Case, run: Run) -> tuple[Fact, ...]:
    found = testosterone_on(case, run.start)
    return found.facts if found else ()


def _later(case: Case, n: Numbers) -> Verdict:
    """HRM-8; two weeks where it is heavy, from 45, or after sex again."""
    on_it = _on_testosterone(case, n)
    late = [run for run in on_it if not _is_new(case, run, n)]
    after = [
        bleed
        for bleed in after_sex.episodes(case, n["window_days"])
        if testosterone_on(case, bleed.start) is not None
    ]
    if not late and not after:
        return QUIET
    is_more = (
        any(map(is_heavy, late))
        or bool(late and is_at_least(case, n["age"]))
        or len(after) >= n["times"]
    )
    shown = _course(case, on_it[-1])
    return fires(late, after, shown, urgency=Urgency.WITHIN_TWO_WEEKS if is_more else None)


RULES: tuple[Rule, ...] = (
    Rule(
        code="HRM-7",
        family=FAMILY,
        urgency=Urgency.WATCH,
        quiet=True,
        title="Bleeding in the first months of testosterone",
        clinical="Vaginal bleeding within 6 months of starting testosterone",
        pattern=(
            "Vaginal bleeding in {window_days} days, not after sex, within {settles_days} days "
            "after testosterone began. Routine where it is heavy."
        ),
        what_to_do="Write down when it comes, so that you can see it get less.",
        why="Bleeding usually stops in 3 to 6 months.",
        what_to_say="I began testosterone lately, and I still bleed.",
        less_urgent_if="It gets lighter from month to month.",
        more_urgent_if="It is heavy, comes after sex, or goes on after six months.",
        sources=(ENIGI,),
        who=UTERUS,
        numbers={"window_days": 90, "settles_days": 183},
        supersedes=("IMB-1", "IMB-2", "HRM-1", "IMB-3"),
        raised_by=BLEEDS_EASILY,
        check=_first_months,
    ),
    Rule(
        code="HRM-8",
        family=FAMILY,
        urgency=Urgency.ROUTINE,
        title="Bleeding on testosterone",
        clinical="Vaginal bleeding after more than 6 months of testosterone, or after sex",
        pattern=(
            "Vaginal bleeding in {window_days} days more than {settles_days} days after "
            "testosterone began, or any after sex. Within two weeks where it is heavy, from {age},"
            " or with {times} or more bleeds after sex."
        ),
        what_to_do=(
            "Ask for your levels to be checked, and for an examination if you are fine with one. "
            "Do a pregnancy test first if there is any chance."
        ),
        why="Bleeding comes back for some people over time. Your levels can be checked.",
        what_to_say="I take testosterone, and I have bled.",
        less_urgent_if="You missed a dose, and it stopped by itself.",
        more_urgent_if="It is heavy, comes after sex again, or you are 45 or older.",
        sources=(GRIMSTAD, VOLUSON),
        who=UTERUS,
        numbers={"window_days": 183, "settles_days": 183, "age": 45, "times": 2},
        supersedes=(
            "PCB-1",
            "PCB-2",
            "PCB-5",
            "HRM-1",
            "HRM-2",
            "HRM-4",
            *OTHER_WORDS_FOR_IT,
            "PRG-1",
        ),
        raised_by=BLEEDS_EASILY_OR_IMMUNE,
        check=_later,
    ),
)
