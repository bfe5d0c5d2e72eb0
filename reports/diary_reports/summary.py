"""The lines under the opening sentence: how often, how much, how soon and how painful."""

from collections.abc import Iterable, Sequence

from diary.cycles.windows import EDGE
from diary.model import Entry
from diary.model.episodes import BANDS, Bleed, Occasion, occasions
from diary.model.vocabulary import BleedingSource, Clots, Timing
from diary.rates import Rate, count
from diary.rates.chance import Chance, compare
from diary.rates.kinds import split
from diary_reports.opening import (
    is_period,
    main_bleeds,
    opening_tells_pain,
    other_bleeds,
    strength,
    with_sex_pain,
)
from diary_reports.scope import Scope
from diary_reports.shares import USED
from diary_reports.strip import to_the_day
from diary_reports.trend import halves
from diary_reports.values import Line
from diary_reports.words import counted, dates, short_date, span, tally, times, worded


def summary(scope: Scope) -> tuple[Line, ...]:
    """Return the lines under the opening sentence that have something to say."""
    texts = {
        "How often": how_often(scope),
        "In this pregnancy": in_pregnancy(scope),
        "Blood": blood([scope.inside(bleed) for bleed in main_bleeds(scope)]),
        "How soon": "" if scope.source is BleedingSource.SEMEN else how_soon(scope.after_sex),
        "Pain": "" if opening_tells_pain(scope) else pain(scope),
        "Sex": sex(scope),
        **with_and_without(scope),
        "Other bleeding": other_bleeding(scope),
    }
    return tuple(Line(label=label, text=text) for label, text in texts.items() if text)


def how_often(scope: Scope) -> str:
    """Return the share with its exact interval, its halves, and what it does not count."""
    rate, parts = scope.rate, []
    apart = sum(bleed.sex is None for bleed in scope.after_sex)
    before = sum(b.sex is not None and not scope.covers(b.sex) for b in scope.after_sex)
    if (apart or before) and rate.of and not rate.bled:
        parts.append(f"on 0 of {rate.of} recorded occasions")
    elif rate.percent is not None and rate.low is not None and rate.high is not None:
        low, high = round(100 * rate.low), round(100 * rate.high)
        parts.append(f"{rate.percent} % (95 % interval {low} to {high} %)")
    dated = [bleed for bleed in scope.after_sex if to_the_day(bleed.entries[0])]
    near = sum(scope.chart.is_near_a_period(bleed.start) for bleed in dated)
    bleeds = counted(len(dated), "bleed")
    parts += [f"{near} of {bleeds} in a period or within {EDGE} days of one"] if near else []
    parts += [in_halves(scope)] if rate.bled else []
    if rate.unknown:
        parts.append(f"not known on {rate.unknown} more")
    if apart:
        parts.append(f"{counted(apart, 'bleed')} after sex that is not recorded itself")
    if before:
        parts.append(f"{counted(before, 'bleed')} after sex on a day before these")
    return "; ".join(part for part in parts if part)


def before_visit(scope: Scope) -> str:
    """Return how often sex was followed by bleeding before the days of the report."""
    source, first = scope.source or BleedingSource.VAGINAL, scope.first
    every = occasions(scope.known, scope.counts(source)) if first else ()
    return _counted_since([o for o in every if first and o.sex.date < first])


def in_pregnancy(scope: Scope) -> str:
    """Return how often sex was followed by bleeding since the pregnancy that goes on began.

    Empty where all occasions are since then: the opening sentence counts them.
    """
    begun = scope.pregnancy.start if scope.pregnancy else None
    every = scope.occasions(scope.source) if scope.source else ()
    since = [occasion for occasion in every if begun and occasion.sex.date >= begun]
    return _counted_since(since) if len(since) < len(every) else ""


def _counted_since(some: Sequence[Occasion]) -> str:
    rate = count(some)
    if not rate.of:
        return ""
    since = short_date(some[0].sex.date, some[0].sex.date_precision)
    return f"bleeding on {rate.bled} of {counted(rate.of, 'recorded occasion')} since {since}"


def in_halves(scope: Scope) -> str:
    """Return the counts of the two halves, on which a change in the opening sentence rests."""
    found = halves(scope.occasions(scope.source)) if scope.source else None
    if found is None:
        return ""
    until = short_date(found.ends.date, found.ends.date_precision)
    earlier, later = found.earlier, found.later
    return f"{earlier.bled} of {earlier.of} to {until}, then {later.bled} of {later.of}"


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


def blood(bleeds: Sequence[Bleed]) -> str:
    """Return how much blood there was and how it looked."""
    return "; ".join(text for text in (how_much(bleeds), how_it_looks(bleeds)) if text)


def how_it_looks(bleeds: Sequence[Bleed]) -> str:
    """Return the colours, and where blood was seen: mixed in or on the surface matters."""
    some = [entry.bleeding for bleed in bleeds for entry in bleed.entries if entry.bleeding]
    colours = [bleeding.colour for bleeding in some if bleeding.colour]
    seen = [place for bleeding in some for place in bleeding.noticed_on]
    parts = [tally(colours)] if colours else []
    return "; ".join([*parts, *([f"seen {tally(seen)}"] if seen else [])])


def sex(scope: Scope) -> str:
    """Return the kinds of sex, and on how many of the times that say so lubricant was used."""
    some = [entry.sex for entry in scope.entries if entry.sex is not None]
    kinds = [kind for event in some for kind in event.kinds]
    parts = [tally(kinds)] if kinds else []
    alone = sum(event.solo is True for event in some)
    parts += [f"alone {times(alone)}"] if alone else []
    for name, ask in USED:
        said = [answer for event in some if (answer := ask(event)) is not None]
        parts += [f"{name} on {sum(said)} of {len(said)}"] if said else []
    return ", ".join(parts)


def with_and_without(scope: Scope) -> dict[str, str]:
    """Return how often bleeding followed with lubricant or a condom and without.

    Only where chance hardly explains it, as `diary rates` says it: all of them are one look.
    """
    every = scope.occasions(scope.source) if scope.source else ()
    found = [split(every, ask) for _, ask in USED]
    said = compare([(parts.used, parts.not_used) for parts in found])
    return {
        name.capitalize(): f"bleeding on {_of(parts.used)} with, {_of(parts.not_used)} without"
        for (name, _), parts, compared in zip(USED, found, said, strict=True)
        if compared.chance is Chance.UNUSUAL
    }


def _of(rate: Rate) -> str:
    return f"{rate.bled} of {rate.of}"


def how_soon(bleeds: Iterable[Bleed]) -> str:
    """Return how long after sex the bleeds began, as far as that is recorded."""
    first = [bleed.entries[0].bleeding for bleed in bleeds]
    during = sum(b is not None and b.timing is Timing.DURING_SEX for b in first)
    hours = [b.hours_after_sex for b in first if b is not None and b.hours_after_sex is not None]
    parts = [f"during sex {times(during)}"] if during else []
    if hours:
        most = span(round(min(hours), 1), round(max(hours), 1))
        unit = "hour" if max(hours) == min(hours) == 1 else "hours"
        parts.append(f"{most} {unit} after sex, {times(len(hours))}")
    return "; ".join(parts)


def pain(scope: Scope) -> str:
    """Return the scores of pain with sex and of other pain, where each was, and times without."""
    with_sex = [e for e in scope.entries if e.pain is not None and with_sex_pain(e)]
    other = [e for e in scope.entries if e.pain is not None and not with_sex_pain(e)]
    parts = [_pains("with sex", with_sex), _pains("at other times", other)]
    return "; ".join(part for part in parts if part)


def _pains(when: str, entries: Sequence[Entry]) -> str:
    pains = [entry.pain for entry in entries if entry.pain is not None]
    felt = [pain for pain in pains if pain.score != 0]
    without = len(pains) - len(felt)
    if not felt:
        return f"none {when}, {times(without)}" if without else ""
    text = f"{when} {strength(felt)}, {times(len(felt))}"
    sites = [pain.site for pain in felt if pain.site is not None]
    text += f" ({tally(sites)})" if sites else ""
    return text + (f", none {times(without)}" if without else "")


def other_bleeding(scope: Scope) -> str:
    """Return bleeding between periods, at other times, and from other sources."""
    return "; ".join([*_from_the_same_source(scope), *_from_other_sources(scope)])


def _from_the_same_source(scope: Scope) -> list[str]:
    spells = [s for s in scope.between_periods if scope.covers(s.entries[0])]
    vaginal = scope.source is BleedingSource.VAGINAL
    found = {"between periods": [spell.start for spell in spells] if vaginal else []}
    if scope.is_after_sex:
        told = {id(entry) for spell in spells for entry in spell.entries}
        rest = [b for b in other_bleeds(scope) if not b.after_sex and id(b.entries[0]) not in told]
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
