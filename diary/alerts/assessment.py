"""What the diary says on one day: the values that screens, files and reports show."""

import datetime as dt
from dataclasses import dataclass
from enum import Enum


class Urgency(Enum):
    """How soon to be seen, strongest first; SUPPORT never alarms, NONE is for a whole day only.

    EMERGENCY: call or go now. SAME_DAY: today. WITHIN_TWO_WEEKS: be seen by a first clinician
    within 14 days. ROUTINE: book when you can. WATCH: keep a note.
    """

    EMERGENCY = "emergency"
    SAME_DAY = "same_day"
    WITHIN_TWO_WEEKS = "within_two_weeks"
    ROUTINE = "routine"
    WATCH = "watch"
    NONE = "none"
    SUPPORT = "support"

    @property
    def rank(self) -> int:
        """Higher is more urgent; NONE and SUPPORT are 0."""
        return _RANKS[self]


_RANKS = {
    Urgency.EMERGENCY: 5,
    Urgency.SAME_DAY: 4,
    Urgency.WITHIN_TWO_WEEKS: 3,
    Urgency.ROUTINE: 2,
    Urgency.WATCH: 1,
    Urgency.NONE: 0,
    Urgency.SUPPORT: 0,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One entry or background fact that an alert rests on, in words; ids are None where unsaved."""

    what: str
    entry: str | None = None
    fact: str | None = None
    date: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuietedBy:
    """The visit or reason that made an alert a quiet note, and until when."""

    fact: str | None = None
    until: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """One thing to do, why, and the entries that it rests on.

    `quiet`: shown as a note, without alarm. `clinical`: the title in clinical words for a report.
    `raised_by`: codes of the modifiers that raised the urgency. `be_seen_by`: for two-week alerts,
    counted from the entry that raised it. `recorded_on`: the day of an emergency or same-day sign
    that no longer stands for today. `in_short`: what to do where it stands below another alert,
    without how soon and where.
    """

    rule: str
    version: int
    family: str
    urgency: Urgency
    quiet: bool
    title: str
    clinical: str
    what_to_do: str
    in_short: str
    why: str
    what_to_say: str
    less_urgent_if: str
    more_urgent_if: str
    evidence: tuple[Evidence, ...]
    sources: tuple[str, ...]
    raised_by: tuple[str, ...] = ()
    quieted_by: QuietedBy | None = None
    be_seen_by: dt.date | None = None
    recorded_on: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NotEnoughToSay:
    """A rule that could not decide, and what it would need."""

    rule: str
    needs: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Whom to call, under which number, and the day this was last checked."""

    what: str
    number: str
    checked: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """All that the diary says on one day, strongest alert first, support last.

    `enough_recorded` False: an `overall` of NONE means "not enough to say", never "all is well".
    `safety_net` is the line that is always shown. `rules_checked`: the day on which the rules were
    last held against their sources (see `rules.is_outdated`).
    """

    as_of: dt.date
    rules_version: str
    rules_checked: dt.date
    overall: Urgency
    enough_recorded: bool
    alerts: tuple[Alert, ...]
    not_enough: tuple[NotEnoughToSay, ...]
    safety_net: str
    contacts: tuple[Contact, ...]
