"""What a report says, as values: every number and every sentence, before anything is drawn.

Texts are ready to print. What was not recorded is absent here, or named in `Content.not_recorded`;
it is never a zero.
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from diary.alerts.assessment import Urgency
from diary.model.vocabulary import Amount, BleedingSource
from diary.rates import Rate

URGENT = (Urgency.EMERGENCY, Urgency.SAME_DAY)
QUIET = (Urgency.WATCH, Urgency.SUPPORT, Urgency.NONE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A label and what is known about it, whole: only page one cuts it."""

    label: str
    text: str


class Mark(Enum):
    """What the strip of days can show on a day; each has a shape of its own.

    AFTER_SEX: blood of a bleed that is after sex. SEX: no bleed followed. SEX_BLED: one did.
    SEX_UNKNOWN: it is not known. PAIN: pain whose strength was not said.
    """

    AFTER_SEX = "bleeding after sex"
    PERIOD = "period"
    SPOTTING = "other spotting"
    OTHER_BLEED = "other bleeding"
    SEX = "sex without bleeding"
    SEX_BLED = "sex, then bleeding"
    SEX_UNKNOWN = "sex, bleeding not known"
    PAIN = "pain, strength not said"


BLOOD = (Mark.AFTER_SEX, Mark.PERIOD, Mark.OTHER_BLEED)
"""The marks that show how much blood there was; spotting says it itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """One day of the strip; `pain` is the highest score of the day, 0 to 10, None: not recorded.

    `amounts`: how much blood stands behind a mark, the most of the day, where that was said.
    """

    date: date
    recorded: bool
    marks: tuple[Mark, ...] = ()
    amounts: tuple[tuple[Mark, Amount], ...] = ()
    pain: int | None = None

    def amount(self, mark: Mark) -> Amount | None:
        """Return how much blood a mark stands for; None where that was not said."""
        return dict(self.amounts).get(mark)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Days in a line; the first stands in column `column`, counted from 1.

    The column is the day of the cycle or of the month. `silent` rows stand for a longer time
    without any entry and have no days.
    """

    label: str
    column: int = 1
    days: tuple[Day, ...] = ()
    silent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """The days of the report, a row a cycle or a month, in order; `by` is what a row stands for.

    `after_sex` names the bleeding that the report is about.
    """

    by: str
    rows: tuple[Row, ...]
    after_sex: str = Mark.AFTER_SEX.value
    remark: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DangerSigns:
    """Three different things: recorded with dates, asked about and absent, never asked about.

    `last_asked` are the absent ones with the last day of such an answer, or how it is known.
    """

    recorded: tuple[str, ...]
    absent: tuple[str, ...]
    last_asked: tuple[str, ...]
    never_asked: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """An alert in clinical words, with the days of the entries that it rests on, in order.

    `stood`: first and last of the days, one behind the other, on which the rules were asked and it
    stood. `since`: the first of the last days without a break on which its rule raised an alert as
    urgent or more. `say`: what to say on the phone when booking, for the person alone.
    `recorded_on`: the day of an urgent sign that no longer counts as present; the text says it.
    `taken_over_by`: the rule that said the same better from then on.
    """

    urgency: Urgency
    text: str
    days: tuple[date, ...]
    rule: str
    version: int
    sources: tuple[str, ...]
    say: str
    stood: tuple[tuple[date, date], ...] = ()
    since: date | None = None
    be_seen_by: date | None = None
    recorded_on: date | None = None
    taken_over_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Log:
    """How complete the diary is: days with an entry, of the days in the report's range.

    The longest gap is the most days in a row without an entry, 0 where there is none.
    """

    days_with_entry: int
    days: int
    longest_gap: int
    gap_start: date | None
    gap_end: date | None
    text: str
    gap: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Episode:
    """A line of the table: a bleed, a period, or an occasion with pain or a symptom.

    An empty text was not recorded.
    """

    day: date
    when: str
    what: str
    blood: str
    pain: str
    sex: str
    more: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """How often bleeding followed some of the recorded times, such as those with lubricant."""

    label: str
    rate: Rate


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """What was counted about cycles or bleeding, the usual limits of it, and which side it is on.

    `finding` is empty where not enough is recorded to say.
    """

    what: str
    value: str
    usual: str
    finding: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What is in the report and what is left out, for the person to read before it is written."""

    included: tuple[str, ...]
    left_out: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """The whole report.

    `first` to `last` are the days that it covers, None: nothing recorded. `is_cut`: the diary goes
    back further. `visit` is the one that it begins at, None where it begins at another day.

    `source` is where the bleeding that the opening sentence tells of came from, `since` the first
    recorded occasion or bleed that it counts. `notices` stand on the last day, `earlier` ones stood
    before it; the rules were asked on `asked_on` days. `rate` counts occasions of sex; its
    percentages are only said from five on.
    """

    title: str
    as_of: date
    first: date | None
    last: date
    is_cut: bool
    covers: str
    visit: date | None
    source: BleedingSource | None
    since: date | None
    opening: str
    rate: Rate
    summary: tuple[Line, ...]
    strip: Strip
    facts: tuple[Line, ...]
    danger: DangerSigns
    not_recorded: tuple[str, ...]
    tried: tuple[str, ...]
    questions: tuple[Line, ...]
    notices: tuple[Notice, ...]
    no_notices: str
    earlier: tuple[Notice, ...]
    asked_on: int
    shares: tuple[Share, ...]
    cycles: tuple[Measure, ...]
    cycles_note: str
    timeline: tuple[Line, ...]
    method: tuple[str, ...]
    log: Log
    episodes: tuple[Episode, ...]
    episodes_note: str
    notes: tuple[Line, ...]
    contents: Contents
    disclaimers: tuple[str, ...]
