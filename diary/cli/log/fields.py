"""The options of `diary log`: one for every field of an entry, each a line of a table."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, EnumType
from typing import Any

import click

from diary.cli.log.measures import read_hours, read_number, read_temperature, read_whole
from diary.cli.log.reading import Read, read_product, word
from diary.model.symptom import Symptom
from diary.model.vocabulary import (
    Amount,
    Answer,
    BleedingSource,
    Clots,
    Colour,
    DatePrecision,
    NoticedOn,
    PainSite,
    PossibleSource,
    Role,
    Severity,
    SexKind,
    SexSite,
    Side,
    Timing,
    Trend,
)

SHOWN = 13
"""Words that a line of help can list; a longer list is left to `--words`."""

METAVARS = {
    "products": "KIND:COUNT[:FULL]",
    "follows": "ID",
    "temperature_c": "DEGREES",
    **dict.fromkeys(("hours_after_sex", "duration_hours", "soaking_hours"), "HOURS"),
}
"""What stands for a value in the help where it is neither a word nor a plain number."""


@dataclass(frozen=True, slots=True)
class Field:
    """One option: which field of which part of the entry it gives, and how it is read.

    `reads` is an enum, a function from text, or None for a flag. A flag gives `value`; one spelt
    "--yes/--no" gives True or False. `many`: may be given several times. `bare`: may stand without
    a value, and then says that the part was there and no more.
    """

    part: str
    name: str
    spelt: str
    help: str
    reads: type[Enum] | Callable[[str], Any] | None = None
    many: bool = False
    bare: bool = False
    value: object = True

    @property
    def key(self) -> str:
        """The name under which click hands the value over."""
        return f"{self.part}__{self.name}"

    def option(self) -> click.Option:
        """Return the option for click; nothing given is None, or an empty tuple."""
        if self.reads is None and "/" in self.spelt:
            return click.Option([self.spelt, self.key], default=None, help=self.help)
        if self.reads is None:
            return click.Option(
                [self.spelt, self.key],
                flag_value=self.value,
                type=click.UNPROCESSED,
                default=None,
                help=self.help,
            )
        is_bare: dict[str, Any] = {"is_flag": False, "flag_value": ""} if self.bare else {}
        return click.Option(
            [self.spelt, self.key],
            type=self._type(self.reads),
            multiple=self.many,
            help=self._help(),
            **is_bare,
        )

    @property
    def words(self) -> tuple[Enum, ...]:
        """The words that it knows; none where it reads a number or is a flag."""
        return tuple(self.reads) if isinstance(self.reads, EnumType) else ()

    def _type(self, reads: type[Enum] | Callable[[str], Any]) -> Read:
        if isinstance(reads, EnumType):
            known = tuple(each.value for each in self.words)
            return Read(word(reads), "WORD", words=known, bare=self.bare)
        return Read(reads, METAVARS.get(self.name, "N"), bare=self.bare)

    def _help(self) -> str:
        listed = ", ".join(each.value for each in self.words)
        words = f": {listed}" if 0 < len(self.words) <= SHOWN else ""
        longer = " (see --words)" if len(self.words) > SHOWN else ""
        again = " May be given again." if self.many else ""
        return f"{self.help}{words}{longer}.{again}"


BLEEDING = (
    Field("bleeding", "amount", "--bleeding", "How much blood", Amount, bare=True),
    Field("entry", "no_bleeding", "--no-bleeding", "No bleeding."),
    Field("bleeding", "source", "--source", "Where the blood came from", BleedingSource),
    Field(
        "bleeding",
        "possible_sources",
        "--possible-source",
        "Where it may have come from",
        PossibleSource,
        many=True,
    ),
    Field("bleeding", "timing", "--during-sex", "It began during sex.", value=Timing.DURING_SEX),
    Field(
        "bleeding",
        "timing",
        "--after-sex",
        "It began within 24 hours after sex.",
        value=Timing.AFTER_SEX,
    ),
    Field(
        "bleeding",
        "timing",
        "--not-after-sex",
        "It began at another time.",
        value=Timing.NOT_AFTER_SEX,
    ),
    Field(
        "bleeding",
        "timing",
        "--unknown-timing",
        "You are not sure when it began.",
        value=Timing.UNKNOWN,
    ),
    Field("bleeding", "hours_after_sex", "--hours-after-sex", "How long after the sex", read_hours),
    Field("bleeding", "period", "--period", "Whether it is your period", Answer),
    Field("bleeding", "stopped", "--stopped/--still-bleeding", "Whether it has stopped."),
    Field("bleeding", "duration_hours", "--duration-hours", "How long it lasted", read_hours),
    Field("bleeding", "pads_per_hour", "--pads-per-hour", "Full pads an hour", read_number),
    Field("bleeding", "soaking_hours", "--soaking-hours", "For how long so", read_hours),
    Field("bleeding", "clots", "--clots", "Clots, large is 2.5 cm", Clots),
    Field("bleeding", "large_clot_count", "--large-clots", "How many large ones", read_whole),
    Field("bleeding", "colour", "--colour", "Its colour", Colour),
    Field("bleeding", "trend", "--trend", "Against the beginning", Trend),
    Field(
        "bleeding",
        "stops_with_pressure",
        "--stops-with-pressure/--bleeds-through-pressure",
        "A cut or tear: after 10 minutes of firm pressure.",
    ),
    Field("bleeding", "noticed_on", "--noticed-on", "Where you saw it", NoticedOn, many=True),
    Field(
        "bleeding",
        "products",
        "--product",
        "What caught it, like pad:3:full",
        read_product,
        many=True,
    ),
    Field("bleeding", "volume_ml", "--volume-ml", "Measured, in millilitres", read_number),
)

SEX = (
    Field("sex", "kinds", "--sex", "What kind of sex", SexKind, many=True, bare=True),
    Field("entry", "no_sex", "--no-sex", "No sex on this day."),
    Field("sex", "sites", "--site", "Which parts of your body", SexSite, many=True),
    Field("sex", "role", "--role", "Who went in; receptive means into you", Role),
    Field("sex", "solo", "--solo/--with-partner", "Alone, or not."),
    Field("sex", "lubricant", "--lubricant/--no-lubricant", "Lube was used, or not."),
    Field("sex", "condom", "--condom/--no-condom", "A condom all the time, or not."),
    Field("sex", "vigorous", "--vigorous/--not-vigorous", "Rougher than usual, or not."),
    Field("sex", "new_position", "--new-position/--no-new-position", "A new position, or not."),
    Field("sex", "new_partner", "--new-partner/--no-new-partner", "A new partner, or not."),
    Field("sex", "after_long_break", "--after-long-break/--no-long-break", "After a long time."),
    Field("sex", "first_time", "--first-time/--not-first-time", "The first time of this kind."),
    Field("sex", "before_aroused", "--before-aroused/--aroused", "Before you were aroused."),
    Field(
        "sex",
        "first_after_birth",
        "--first-after-birth/--not-first-after-birth",
        "The first time after a birth.",
    ),
    Field(
        "sex",
        "penetration_not_possible",
        "--penetration-not-possible/--penetration-possible",
        "Tried, but it could not go in.",
    ),
    Field("sex", "consent", "--consent", "Whether you wanted it; stays out of reports", Answer),
    Field("entry", "follows", "--follows", "The id of the sex that this followed, or last", str),
)

PAIN = (
    Field("pain", "score", "--pain", "The worst pain, 0 to 10", read_whole, bare=True),
    Field("pain", "severity", "--pain-severity", "Where there is no number", Severity),
    Field("pain", "site", "--pain-site", "Where it was worst", PainSite),
    Field("pain", "other_sites", "--other-pain-site", "Where else", PainSite, many=True),
    Field("pain", "side", "--pain-side", "Which side", Side),
    Field("pain", "sudden", "--sudden/--not-sudden", "It came within minutes, or not."),
    Field("pain", "with_sex", "--pain-with-sex/--pain-not-with-sex", "During sex or 24 h after."),
    Field("pain", "duration_hours", "--pain-hours", "How long it lasted", read_hours),
    Field("pain", "stopped", "--pain-gone/--pain-still-there", "Whether it is gone."),
    Field("pain", "trend", "--pain-trend", "Against the beginning", Trend),
)

SIGNS = (
    Field("entry", "symptoms", "--symptom", "What you noticed", Symptom, many=True),
    Field(
        "entry", "absent", "--absent", "What you looked for and was not there", Symptom, many=True
    ),
    Field(
        "entry",
        "same_as_before",
        "--same-as-before/--not-same-as-before",
        "Like earlier times whose cause a clinician named.",
    ),
    Field("entry", "missed_pill_count", "--missed-pills", "Pills missed in this pack", read_whole),
    Field("entry", "temperature_c", "--temperature", "Like 38.2 or 100.8F", read_temperature),
    Field("entry", "distress", "--distress", "How much it weighs on you, 0 to 10", read_whole),
)

WHEN = (
    Field("entry", "date_precision", "--precision", "How exactly you know the day", DatePrecision),
    Field("entry", "cycle_day", "--cycle-day", "Only if you know it", read_whole),
    Field("entry", "private", "--private/--not-private", "Never in a report, or may be."),
)

SECTIONS: tuple[tuple[str, tuple[Field, ...]], ...] = (
    ("When", WHEN),
    ("Bleeding", BLEEDING),
    ("Sex", SEX),
    ("Pain", PAIN),
    ("Signs and feelings", SIGNS),
)
FIELDS = tuple(field for _, fields in SECTIONS for field in fields)
