"""Small builders for the made-up people of the gallery: days counted back from the report."""

from collections.abc import Iterable, Iterator
from datetime import date, time, timedelta

from diary.interchange.identity import with_ids
from diary.model import Bleeding, Entry, Fact, History, Profile, Sex
from diary.model.symptom import Symptom
from diary.model.vocabulary import (
    Amount,
    Answer,
    BleedingSource,
    Clots,
    Colour,
    NoticedOn,
    Organ,
    SexKind,
    Timing,
)

TODAY = date(2026, 11, 21)
WOMB = (Organ.VAGINA, Organ.CERVIX, Organ.UTERUS, Organ.OVARIES)
PENIS = (Organ.PENIS, Organ.PROSTATE, Organ.TESTES)
NO_SIGNS = (Symptom.FAINT, Symptom.FEVERISH, Symptom.WEIGHT_LOSS, Symptom.FLOODING)


def ago(days: int) -> date:
    """Return the day so many days before the report."""
    return TODAY - timedelta(days=days)


def bled(
    days: int, amount: Amount = Amount.LIGHT, *, source: BleedingSource = BleedingSource.VAGINAL
) -> Bleeding:
    """Return a bleed that began soon after sex; older ones are pink, newer ones bright red."""
    return Bleeding(
        source=source,
        amount=amount,
        timing=Timing.AFTER_SEX,
        period=Answer.NO if source is BleedingSource.VAGINAL else None,
        colour=Colour.BRIGHT_RED if days < 150 else Colour.PINK,
        clots=Clots.NONE,
        hours_after_sex=0.5,
        noticed_on=(NoticedOn.WIPING,),
        stopped=True,
    )


def without_bleeding(
    days: int, *, kind: SexKind = SexKind.VAGINAL, lubricant: bool | None = True
) -> Entry:
    """Return sex so many days ago that no bleed followed."""
    return Entry(
        date=ago(days),
        no_bleeding=True,
        sex=Sex(kinds=(kind,), lubricant=lubricant, condom=False),
    )


def after_sex(
    days: int, bleeding: Bleeding, *, kind: SexKind = SexKind.VAGINAL, lubricant: bool = False
) -> Entry:
    """Return sex so many days ago with the bleed after it."""
    sex = Sex(kinds=(kind,), lubricant=lubricant, condom=False)
    return Entry(date=ago(days), time=time(23, 10), sex=sex, bleeding=bleeding)


def at_another_time(days: int, amount: Amount, *, period: Answer = Answer.NO) -> Entry:
    """Return a bleed that was not after sex."""
    bleeding = Bleeding(
        source=BleedingSource.VAGINAL, amount=amount, timing=Timing.NOT_AFTER_SEX, period=period
    )
    return Entry(date=ago(days), bleeding=bleeding)


def period(start: int, days: int = 5) -> Iterator[Entry]:
    """Yield the days of a period."""
    amounts = (Amount.LIGHT, Amount.MEDIUM, Amount.MEDIUM, Amount.LIGHT, Amount.SPOTTING)
    for number, amount in zip(range(days), amounts, strict=False):
        yield at_another_time(start - number, amount, period=Answer.YES)


def history(profile: Profile, facts: Iterable[Fact], entries: Iterable[Entry]) -> History:
    """Return a diary with ids, its entries in order."""
    ordered = sorted(entries, key=lambda entry: entry.date)
    return History(
        profile=profile, background=with_ids(tuple(facts)), entries=with_ids(tuple(ordered))
    )
