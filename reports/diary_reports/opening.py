"""The sentence that page one begins with: what, how often, since when, how painful, when last."""

from collections.abc import Iterator, Sequence
from datetime import date

from diary.model import Entry, Pain
from diary.model.episodes import Bleed
from diary.model.vocabulary import BleedingSource, DatePrecision, MenstrualStatus, PainSite
from diary_reports.scope import Scope
from diary_reports.strip import to_the_day
from diary_reports.trend import halves
from diary_reports.words import (
    AFTER_SEX,
    counted,
    in_words,
    long_date,
    month,
    sentence,
    short_date,
    span,
    times,
    worded,
)

SHORT_SITES = {
    PainSite.DEEP_PELVIC: "deep pain",
    PainSite.VAGINAL_ENTRANCE: "pain at the entrance",
    PainSite.ANUS: "anal pain",
    PainSite.RECTUM: "rectal pain",
}


def since(scope: Scope) -> date | None:
    """Return the first occasion or bleed that the opening sentence counts."""
    if scope.source is None:
        return min((e.date for e in scope.entries if e.sex is not None), default=scope.first)
    days = [occasion.sex.date for occasion in scope.occasions(scope.source)]
    days += [bleed.start for bleed in main_bleeds(scope)]
    return min(days, default=scope.first)


def opening(scope: Scope) -> str:
    """Return the sentence that page one begins with."""
    begun = since(scope)
    if begun is None:
        return "Nothing is recorded yet."
    text = f"{_pregnant(scope)}{_what_and_how_often(scope)}"
    text += f" since {_day(scope, begun)}{_change(scope)}"
    if scope.known.profile.menstrual_status is MenstrualStatus.POSTMENOPAUSE:
        text += ", after the menopause"
    if other_bleeds(scope) and not scope.is_after_sex and scope.rate.of:
        text += f", and after sex on 0 of {counted(scope.rate.of, 'recorded occasion')}"
    text += _how_painful(scope)
    last = max(_days_with_bleeding(scope), default=None)
    if last is not None and last != begun:
        text += f"; last on {_day(scope, last)}"
    return sentence(text)


def _pregnant(scope: Scope) -> str:
    """Return how far a pregnancy is that goes on, to stand before all else."""
    if scope.pregnancy is None:
        return ""
    begun = scope.pregnancy.start
    return (
        f"{counted((scope.as_of - begun).days // 7, 'week')} pregnant: " if begun else "pregnant: "
    )


def main_bleeds(scope: Scope) -> Sequence[Bleed]:
    """Return the bleeds that page one tells of first: those after sex, or else all but periods."""
    return scope.after_sex if scope.is_after_sex else other_bleeds(scope)


def other_bleeds(scope: Scope) -> list[Bleed]:
    """Return the bleeds from the main source that are no period."""
    some = scope.bleeds[scope.source] if scope.source else ()
    return [bleed for bleed in some if not is_period(scope, bleed)]


def is_period(scope: Scope, bleed: Bleed) -> bool:
    """Say whether a bleed is a period: in the person's words, or because all its days are."""
    inside = scope.inside(bleed).entries
    return bleed.is_period or all(id(entry) in scope.period_entries for entry in inside)


def with_sex_pain(entry: Entry) -> bool:
    """Say whether the pain of an entry belongs to sex: the person's word, or sex in the entry."""
    if entry.pain is None:
        return False
    if entry.pain.with_sex is not None:
        return entry.pain.with_sex
    return entry.sex is not None or entry.follows is not None


def strength(pains: Sequence[Pain]) -> str:
    """Return the scores and the severities without a score."""
    scores = [pain.score for pain in pains if pain.score is not None]
    words = sorted({worded(pain.severity) for pain in pains if pain.severity and not pain.score})
    parts = [f"{span(min(scores), max(scores))} of 10"] if scores else []
    return ", ".join([*parts, *words]) or "of unknown strength"


def _change(scope: Scope) -> str:
    """Return since when bleeding is more or less frequent, where counts bear it out."""
    found = halves(scope.occasions(scope.source)) if scope.is_after_sex and scope.source else None
    if found is None or not found.change:
        return ""
    since = found.since
    is_year = since.date_precision is DatePrecision.YEAR
    when = f"{since.date.year}" if is_year else month(since.date)
    return f", {'more' if found.change > 0 else 'less'} often since {when}"


def _how_painful(scope: Scope) -> str:
    """Return the pain with the occasions that bled: where, how strong, on how many of them."""
    if not scope.is_after_sex:
        return ""
    groups = list(_that_bled(scope))
    felt = [pain for pain in map(_worst, groups) if pain is not None]
    if not felt:
        return ""
    sites = {pain.site for pain in felt}
    site = sites.pop() if len(sites) == 1 else None
    what = SHORT_SITES.get(site, "pain") if site else "pain"
    return f"; {what} {strength(felt)}{_on_how_many(len(felt), len(groups))}"


def opening_tells_pain(scope: Scope) -> bool:
    """Say whether the sentence tells all pain that is recorded, and where it all was."""
    told = {id(pain) for pain in map(_worst, _that_bled(scope)) if pain is not None}
    every = [entry.pain for entry in scope.entries if entry.pain is not None]
    sites = {site for pain in every for site in (pain.site, *pain.other_sites)}
    return (
        scope.is_after_sex
        and all(id(pain) in told for pain in every)
        and len(sites) == 1
        and sites <= SHORT_SITES.keys()
    )


def _on_how_many(some: int, of: int) -> str:
    if of == 1:
        return " with it"
    if some < of:
        return f" on {in_words(some)} of them"
    return " on both" if of == 2 else f" on all {in_words(of)}"


def _that_bled(scope: Scope) -> Iterator[list[Entry]]:
    """Yield the entries of each occasion, or each bleed after unrecorded sex, of the sentence."""
    some = scope.occasions(scope.source) if scope.source else ()
    followed = [occasion for occasion in some if occasion.bled]
    for occasion in followed:
        bleed = scope.inside(occasion.bleed).entries if occasion.bleed else ()
        yield list({id(entry): entry for entry in (occasion.sex, *bleed)}.values())
    if not followed:
        yield from (list(scope.inside(bleed).entries) for bleed in scope.after_sex)


def _worst(entries: Sequence[Entry]) -> Pain | None:
    """Return the strongest pain with sex of these entries; None where none was felt."""
    felt = [e.pain for e in entries if e.pain and e.pain.score != 0 and _goes_with_it(e)]
    return max(felt, key=lambda pain: pain.score or 0, default=None)


def _goes_with_it(entry: Entry) -> bool:
    return entry.pain is not None and entry.pain.with_sex is not False


def _days_with_bleeding(scope: Scope) -> list[date]:
    """Return the days inside the range that a bleed began on, or that sex before one was on."""
    some = scope.occasions(scope.source) if scope.source else ()
    followed = [occasion.sex.date for occasion in some if occasion.bled]
    return [*followed, *(bleed.start for bleed in main_bleeds(scope))]


def _day(scope: Scope, day: date) -> str:
    """Return a day in words, no more exactly than any entry of that day knows it."""
    entries = [entry for entry in scope.entries if entry.date == day]
    if not entries or any(map(to_the_day, entries)):
        return long_date(day)
    return short_date(day, entries[0].date_precision)


def _what_and_how_often(scope: Scope) -> str:
    rate, other = scope.rate, other_bleeds(scope)
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
    return _periods_only(scope) if scope.source else "no bleeding recorded"


def _periods_only(scope: Scope) -> str:
    """Name bleeding that is all in periods; what only looks like one is never called so."""
    if all(period.stated for period in scope.chart.periods):
        return "no bleeding but periods"
    if scope.chart.cycles:
        return "no bleeding but what looks like periods"
    return f"bleeding that may be a period {times(len(scope.chart.periods))}"
