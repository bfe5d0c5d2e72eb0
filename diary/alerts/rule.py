"""A rule: one row of the clinical table as data, with the pure check that reads like it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from diary.alerts.assessment import QuietedBy, Urgency
from diary.alerts.case import Case
from diary.alerts.verdict import Verdict
from diary.model import Entry

Numbers = Mapping[str, float]
Question = Callable[[Case], bool | None]
Check = Callable[[Case, Numbers], Verdict]


@dataclass(frozen=True, slots=True)
class ReasonToWait:
    """What may explain an entry for now: its words, with {numbers} of the rule, and its question.

    The question gives the fact or the day that explains the entry, or None.
    """

    words: str
    ask: Callable[[Case, Entry, Numbers], QuietedBy | None]

    def __call__(self, case: Case, entry: Entry, numbers: Numbers) -> QuietedBy | None:
        """Ask the question."""
        return self.ask(case, entry, numbers)


@dataclass(frozen=True, slots=True)
class Who:
    """Whom a rule is for: all of `asks` must not be answered with no.

    An unknown answer counts as possible, so that what was not said never hides an alert.
    """

    words: str
    asks: tuple[Question, ...] = ()

    def includes(self, case: Case) -> bool:
        """Say whether the person may belong to them."""
        return all(ask(case) is not False for ask in self.asks)


EVERYBODY = Who("everybody")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One row of the table.

    `numbers` holds every window (days unless the name says otherwise), count and band that `check`
    and `waits_for` use.

    The words: `what_to_do` adds to the first sentences, which say how soon and where; they follow
    from the urgency of the alert (`wording.LEADS`) unless `lead` has own ones for that urgency. All
    texts may name {emergency}, {emergency_place} and {urgent_advice}, which become the words and
    numbers of the person's country. `clinical` is the title for a report. `pattern` says in words
    what `check` looks for, with {numbers} from `numbers`.

    `supersedes`: rule codes or families that this one says better: where it fires at least as
    strongly, theirs are left out. `raised_by`: codes of the modifiers that move it up a step.
    `waits_for`: the reasons to wait that may turn a routine alert of this rule into a note to
    watch; `leaves_out`: those for which `check` itself does not count a bleed. `follows_a_check`:
    it says that something came back or went on after a check, so that only a later check can quiet
    it. `goes_on`: what it speaks of goes on without new entries (no period, a test that is due), so
    that an old check does not settle it for good. `only_if_calm`: it is left out where any other
    alert is above a note to watch.

    `is_general`: of equally urgent alerts, one that names the complaint itself comes before it.
    `afterwards`: its own words for what to do once an emergency or same-day sign no longer stands.
    `helpline`: the one that its words end with where it is known (`countries.helplines`).
    """

    code: str
    family: str
    urgency: Urgency
    title: str
    clinical: str
    pattern: str
    what_to_do: str
    why: str
    what_to_say: str
    less_urgent_if: str
    more_urgent_if: str
    sources: tuple[str, ...]
    check: Check
    version: int = 1
    quiet: bool = False
    who: Who = EVERYBODY
    numbers: Numbers = field(default_factory=dict)
    supersedes: tuple[str, ...] = ()
    raised_by: tuple[str, ...] = ()
    waits_for: tuple[ReasonToWait, ...] = ()
    leaves_out: tuple[ReasonToWait, ...] = ()
    follows_a_check: bool = False
    goes_on: bool = False
    afterwards: str | None = None
    helpline: str | None = None
    only_if_calm: bool = False
    is_general: bool = False
    lead: Mapping[Urgency, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Freeze the numbers and the leads."""
        object.__setattr__(self, "numbers", MappingProxyType(dict(self.numbers)))
        object.__setattr__(self, "lead", MappingProxyType(dict(self.lead)))
