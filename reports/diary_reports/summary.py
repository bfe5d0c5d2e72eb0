"""The opening sentence, and how often, how much, how soon and how painful."""

from collections.abc import Iterable, Sequence
from datetime import date

from diary.model import Entry, Pain
from diary.model.episodes import BANDS, Bleed
from diary.model.vocabulary import BleedingSource, Clots, MenstrualStatus, Timing
from diary_reports.scope import Scope
from diary_reports.strip import to_the_day
from diary_reports.values import Line
from diary_reports.words import (
    counted,
    dates,
    long_date,
    sentence,
    short_date,
    span,
    tally,
    times,
    worded,
)

AFTER_SEX = {
    BleedingSource.VAGINAL: "bleeding after sex",
    BleedingSource.RECTAL: "rectal bleeding after sex",
    BleedingSource.SEMEN: "blood in semen",
    BleedingSource.URETHRAL: "urethral bleeding after sex",
    BleedingSource.URINE: "blood in urine after sex",
    BleedingSource.SKIN: "bleeding from the skin after sex",
    BleedingSource.UNKNOWN: "bleeding of unknown source after sex",
}


def since(scope: Scope) -> date | None:
    """Return the first occasion or bleed that the opening sentence counts."""
    if scope.source is None:
        return min((e.date for e in scope.entries if e.sex is not None), default=scope.first)
    days = [occasion.sex.date for occasion in scope.occasions(scope.source)]
    days += [bleed.start for bleed in _main(scope)]
    return min(days, default=scope.first)


def opening(scope: Scope) -> str:
    """Return the sentence that page one begins with."""
    begun = since(scope)
    if begun is None:
        return "Nothing is recorded yet."
    text = f"{_what_and_how_often(scope)} since {_day(scope, begun)}"
    if scope.known.profile.menstrual_status is MenstrualStatus.POSTMENOPAUSE:
        text += ", after the menopause"
    if _other(scope) and not scope.is_after_sex and scope.rate.of:
        text += f", and after sex on 0 of {counted(scope.rate.of, 'recorded occasion')}"
    last = max(_days_with_bleeding(scope), default=None)
    if last is not None and last != begun:
        text += f"; last on {_day(scope, last)}"
    return sentence(text)


def _days_with_bleeding(scope: Scope) -> list[date]:
    """Return the days inside the range that a bleed began on, or that sex before one was on."""
    some = scope.occasions(scope.source) if scope.source else ()
    followed = [occasion.sex.date for occasion in some if occasion.bled]
    return [*followed, *(bleed.start for bleed in _main(scope))]


def _day(scope: Scope, day: date) -> str:
    """Return a day in words, no more exactly than any entry of that day knows it."""
    entries = [entry for entry in scope.entries if entry.date == day]
    if not entries or any(map(to_the_day, entries)):
        return long_date(day)
    return short_date(day, entries[0].date_precision)


def _what_and_how_often(scope: Scope) -> str:
    rate, other = scope.rate, _other(scope)
    if scope.source is None or not (scope.is_after_sex or other):
        return " and ".join([*_painful(scope), _without_bleeding(scope)])
    if scope.is_after_sex:
        what = AFTER_SEX[scope.source]
        if rate.bled:
            return f"{what} on {rate.bled} of {counted(rate.of, 'recorded occasion')}"
        return f"{what} {times(len(scope.after_sex))}"
    apart = scope.source is BleedingSource.VAGINAL and scope.chart.periods
    return f"{worded(scope.source)}{' outside periods' if apart else ''} {times(len(other))}"


def _painful(scope: Scope) -> list[str]:
    """Return the pain that a person without bleeding tells of, with sex where it was so."""
    felt = [e for e in scope.entries if e.pain is not None and e.pain.score != 0]
    with_sex = [entry for entry in felt if with_sex_pain(entry)]
    if with_sex:
        return [f"pain with sex {times(len(with_sex))}"]
    return [f"pain on {counted(len({e.date for e in felt}), 'day')}"] if felt else []


def _without_bleeding(scope: Scope) -> str:
    if scope.rate.of:
        return f"no bleeding after sex on {counted(scope.rate.of, 'recorded occasion')}"
    return "no bleeding but periods" if scope.source else "no bleeding recorded"


def _other(scope: Scope) -> list[Bleed]:
    """Return the bleeds from the main source that are no period."""
    some = scope.bleeds[scope.source] if scope.source else ()
    return [bleed for bleed in some if not is_period(scope, bleed)]


def _main(scope: Scope) -> Sequence[Bleed]:
    """Return the bleeds that page one tells of first: those after sex, or else all but periods."""
    return scope.after_sex if scope.is_after_sex else _other(scope)


def is_period(scope: Scope, bleed: Bleed) -> bool:
    """Say whether a bleed is a period: in the person's words, or because all its days are."""
    inside = scope.inside(bleed).entries
    return bleed.is_period or all(id(entry) in scope.period_entries for entry in inside)


def summary(scope: Scope) -> tuple[Line, ...]:
    """Return the lines under the opening sentence that have something to say."""
    texts = {
        "How often": how_often(scope),
        "How much": how_much([scope.inside(bleed) for bleed in _main(scope)]),
        "How soon": "" if scope.source is BleedingSource.SEMEN else how_soon(scope.after_sex),
        "Pain": pain(scope),
        "Other bleeding": other_bleeding(scope),
    }
    return tuple(Line(label=label, text=text) for label, text in texts.items() if text)


def how_often(scope: Scope) -> str:
    """Return the share with its exact interval, and what it does not count."""
    rate, parts = scope.rate, []
    apart = sum(bleed.sex is None for bleed in scope.after_sex)
    before = sum(b.sex is not None and not scope.covers(b.sex) for b in scope.after_sex)
    if (apart or before) and rate.of and not rate.bled:
        parts.append(f"on 0 of {rate.of} recorded occasions")
    elif rate.percent is not None and rate.low is not None and rate.high is not None:
        low, high = round(100 * rate.low), round(100 * rate.high)
        parts.append(f"{rate.percent} % (95 % interval {low} to {high} %)")
    if rate.unknown:
        parts.append(f"not known on {rate.unknown} more")
    if apart:
        parts.append(f"{counted(apart, 'bleed')} after sex that is not recorded itself")
    if before:
        parts.append(f"{counted(before, 'bleed')} after sex on a day before these")
    return "; ".join(parts)


def how_much(bleeds: Sequence[Bleed]) -> str:
    """Return the range of amounts and the most frequent one, with clots."""
    amounts = [bleed.amount for bleed in bleeds]
    said = sorted((a for a in amounts if a is not None), key=BANDS.index)
    parts = []
    if said:
        least, most = worded(said[0]), worded(said[-1])
        usual = max(reversed(BANDS), key=said.count)
        parts.append(least if least == most else f"{least} to {most}, most often {worded(usual)}")
    if said and len(said) < len(amounts):
        parts.append(f"not recorded {times(len(amounts) - len(said))}")
    clots = [e.bleeding.clots for b in bleeds for e in b.entries if e.bleeding and e.bleeding.clots]
    if clots:
        found = [clot for clot in clots if clot is not Clots.NONE]
        parts.append(tally(found) if found else worded(Clots.NONE))
    return "; ".join(parts)


def how_soon(bleeds: Iterable[Bleed]) -> str:
    """Return how long after sex the bleeds began, as far as that is recorded."""
    first = [bleed.entries[0].bleeding for bleed in bleeds]
    during = sum(b is not None and b.timing is Timing.DURING_SEX for b in first)
    hours = [b.hours_after_sex for b in first if b is not None and b.hours_after_sex is not None]
    parts = [f"during sex {times(during)}"] if during else []
    if hours:
        most = span(round(min(hours), 1), round(max(hours), 1))
        parts.append(f"after {most} hours {times(len(hours))}")
    return "; ".join(parts)


def pain(scope: Scope) -> str:
    """Return the scores of pain with sex and of other pain, where each was, and times without."""
    with_sex = [e for e in scope.entries if e.pain is not None and with_sex_pain(e)]
    other = [e for e in scope.entries if e.pain is not None and not with_sex_pain(e)]
    parts = [_pains("with sex", with_sex), _pains("at other times", other)]
    return "; ".join(part for part in parts if part)


def with_sex_pain(entry: Entry) -> bool:
    """Say whether the pain of an entry belongs to sex: the person's word, or sex in the entry."""
    if entry.pain is None:
        return False
    if entry.pain.with_sex is not None:
        return entry.pain.with_sex
    return entry.sex is not None or entry.follows is not None


def _pains(when: str, entries: Sequence[Entry]) -> str:
    pains = [entry.pain for entry in entries if entry.pain is not None]
    felt = [pain for pain in pains if pain.score != 0]
    without = len(pains) - len(felt)
    if not felt:
        return f"none {when}, {times(without)}" if without else ""
    text = f"{when} {_strength(felt)}, {times(len(felt))}"
    sites = [pain.site for pain in felt if pain.site is not None]
    text += f" ({tally(sites)})" if sites else ""
    return text + (f", none {times(without)}" if without else "")


def _strength(pains: Iterable[Pain]) -> str:
    scores = [pain.score for pain in pains if pain.score is not None]
    words = sorted({worded(pain.severity) for pain in pains if pain.severity and not pain.score})
    parts = [f"{span(min(scores), max(scores))} of 10"] if scores else []
    return ", ".join([*parts, *words]) or "of unknown strength"


def other_bleeding(scope: Scope) -> str:
    """Return bleeding between periods, at other times, and from other sources."""
    return "; ".join([*_from_the_same_source(scope), *_from_other_sources(scope)])


def _from_the_same_source(scope: Scope) -> list[str]:
    spells = [s for s in scope.between_periods if scope.covers(s.entries[0])]
    vaginal = scope.source is BleedingSource.VAGINAL
    found = {"between periods": [spell.start for spell in spells] if vaginal else []}
    if scope.is_after_sex:
        told = {id(entry) for spell in spells for entry in spell.entries}
        rest = [b for b in _other(scope) if not b.after_sex and id(b.entries[0]) not in told]
        found["not after sex"] = [b.start for b in rest if b.after_sex is False]
        found["after sex not known"] = [b.start for b in rest if b.after_sex is None]
    return [
        f"{when} {times(len(days))} ({dates(days, most=3)})" for when, days in found.items() if days
    ]


def _from_other_sources(scope: Scope) -> list[str]:
    parts = []
    for source, some in scope.bleeds.items():
        days = [bleed.start for bleed in some if not is_period(scope, bleed)]
        if source is scope.source or not days:
            continue
        after = len(scope.after_sex_from(source))
        told = f" ({times(after)} after sex)" if after else ""
        parts.append(f"{worded(source)} {times(len(days))}{told}")
    return parts
