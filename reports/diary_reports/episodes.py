"""The table of episodes: bleeds, periods, and other occasions with pain or symptoms."""

from collections.abc import Iterable, Iterator, Sequence

from diary.cycles import Period
from diary.model import Bleeding, Entry, Pain, Sex
from diary.model.episodes import BANDS, Bleed
from diary.model.vocabulary import BleedingSource, Timing
from diary_reports.opening import is_period
from diary_reports.scope import Scope
from diary_reports.strip import to_the_day
from diary_reports.values import Episode
from diary_reports.words import counted, day_range, listed, short_date, span, worded

SAID_OF_SEX = (
    *("solo", "vigorous", "new_position", "new_partner", "after_long_break", "first_time"),
    *("before_aroused", "first_after_birth", "penetration_not_possible"),
)

WITH_SEX = {
    True: "sex, then bleeding",
    False: "sex without bleeding",
    None: "sex, bleeding not known",
}


def episodes(scope: Scope) -> tuple[Episode, ...]:
    """Return the lines of the table, the latest first."""
    told: set[int] = set()
    found = [*_periods(scope, told), *_bleeds(scope, told)]
    bled = {id(o.sex): o.bled for o in scope.occasions(scope.source or BleedingSource.VAGINAL)}
    bled |= dict.fromkeys(scope.sex_that_bled, True)
    found += [_other(entry, bled=bled.get(id(entry))) for entry in _rest(scope, told)]
    return tuple(sorted(found, key=lambda episode: episode.day, reverse=True))


def episodes_note(scope: Scope, shown: int) -> str:
    """Return what the table leaves out, and what an empty cell means."""
    plain = sum(entry.sex is not None and not _is_told(scope, entry) for entry in scope.entries)
    parts = ["Empty: not recorded."] if shown else ["No episodes are recorded in these days."]
    if plain:
        occasions = counted(plain, "occasion")
        parts.append(f"Not listed: {occasions} of sex with no bleeding, pain or symptom recorded.")
    return " ".join(parts)


def _periods(scope: Scope, told: set[int]) -> Iterator[Episode]:
    for period in scope.chart.periods:
        entries = [entry for entry in period.entries if scope.covers(entry)]
        told.update(id(entry) for entry in entries)
        if entries:
            yield _episode(entries, what=_period(period), sex_of=entries)


def _period(period: Period) -> str:
    days = f", {counted(period.length, 'day')}" if period.length else ""
    return f"period{days}" + ("" if period.stated else ", as counted")


def _bleeds(scope: Scope, told: set[int]) -> Iterator[Episode]:
    between = {id(e) for spell in scope.between_periods for e in spell.entries}
    for source, bleeds in scope.bleeds.items():
        for bleed in bleeds:
            inside = scope.inside(bleed).entries
            entries = [entry for entry in inside if id(entry) not in scope.period_entries]
            told.update(id(entry) for entry in entries)
            if entries:
                sex = _sex_before(scope, bleed, entries)
                told.update(id(entry) for entry in sex)
                what = _what(scope, bleed, source, is_between=id(entries[0]) in between)
                yield _episode(entries, what=what, sex_of=[*sex, *entries])


def _sex_before(scope: Scope, bleed: Bleed, entries: Sequence[Entry]) -> list[Entry]:
    """Return the sex before a bleed where it has an entry of its own inside the range."""
    sex = bleed.sex
    if sex is None or not scope.covers(sex) or any(sex is entry for entry in entries):
        return []
    return [sex]


def _what(scope: Scope, bleed: Bleed, source: BleedingSource, *, is_between: bool) -> str:
    if is_period(scope, bleed):
        when = "period"
    elif bleed.after_sex:
        during = bleed.entries[0].bleeding
        when = "during sex" if during and during.timing is Timing.DURING_SEX else "after sex"
    elif is_between:
        when = "between periods"
    else:
        when = "not after sex" if bleed.after_sex is False else "after sex not known"
    if source is scope.source and source is not BleedingSource.UNKNOWN:
        return when
    return f"{worded(source)}, {when}"


def _rest(scope: Scope, told: set[int]) -> Iterator[Entry]:
    return (e for e in scope.entries if id(e) not in told and _is_told(scope, e))


def _is_told(scope: Scope, entry: Entry) -> bool:
    """Say whether an entry is worth a line, its own or that of the bleed after it."""
    felt = entry.pain is not None and entry.pain.score != 0
    bled = entry.bleeding or id(entry) in scope.sex_that_bled
    return bool(bled or felt or entry.symptoms or _numbers(entry))


def _other(entry: Entry, *, bled: bool | None) -> Episode:
    if entry.sex is not None:
        what = WITH_SEX[bled]
    elif entry.bleeding is not None:
        what = "bleeding that began before"
    else:
        what = "no bleeding" if entry.no_bleeding else "pain" if entry.pain else "symptoms"
    return _episode([entry], what=what, sex_of=[entry])


def _episode(entries: Sequence[Entry], *, what: str, sex_of: Sequence[Entry]) -> Episode:
    everything = list({id(entry): entry for entry in (*sex_of, *entries)}.values())
    bleedings = [entry.bleeding for entry in entries if entry.bleeding is not None]
    return Episode(
        day=entries[0].date,
        when=_when(entries),
        what=what,
        blood=_blood(bleedings),
        pain=_pain([entry.pain for entry in everything if entry.pain is not None]),
        sex="; ".join(_sex(entry.sex) for entry in sex_of if entry.sex is not None),
        more=_more(everything),
    )


def _when(entries: Sequence[Entry]) -> str:
    first, last = entries[0], entries[-1]
    if last.date != first.date and to_the_day(first) and to_the_day(last):
        return day_range(first.date, last.date)
    text = short_date(first.date, first.date_precision)
    return f"{text} {first.time:%H:%M}" if first.time else text


def _blood(bleedings: Sequence[Bleeding]) -> str:
    amounts = {b.amount for b in bleedings}
    bands = [worded(band) for band in BANDS if band in amounts]
    parts = [bands[0] if len(bands) == 1 else f"{bands[0]} to {bands[-1]}"] if bands else []
    parts += _each(worded(b.colour) for b in bleedings if b.colour)
    parts += _each(worded(b.clots) for b in bleedings if b.clots)
    parts += _measures(bleedings)
    seen = _each(worded(place) for b in bleedings for place in b.noticed_on)
    parts += [f"seen {listed(seen)}"] if seen else []
    sources = _each(worded(place) for b in bleedings for place in b.possible_sources)
    parts += [f"may be from: {', '.join(sources)}"] if sources else []
    return ", ".join(parts)


def _measures(bleedings: Sequence[Bleeding]) -> list[str]:
    hours_after = [b.hours_after_sex for b in bleedings if b.hours_after_sex is not None]
    lasted = [b.duration_hours for b in bleedings if b.duration_hours is not None]
    volume = [b.volume_ml for b in bleedings if b.volume_ml is not None]
    pads = [b.pads_per_hour for b in bleedings if b.pads_per_hour]
    used = sum(product.count for b in bleedings for product in b.products)
    parts = [f"{_rounded(hours_after)} h after sex"] if hours_after else []
    parts += [f"lasted {_rounded(lasted)} h"] if lasted else []
    parts += [f"{max(pads):.3g} pads an hour"] if pads else []
    parts += [f"{sum(volume):.3g} ml"] if volume else []
    return parts + ([counted(used, "product") + " used"] if used else [])


def _rounded(numbers: Sequence[float]) -> str:
    return span(round(min(numbers), 1), round(max(numbers), 1))


def _pain(pains: Sequence[Pain]) -> str:
    parts = []
    scores = [pain.score for pain in pains if pain.score is not None]
    if scores:
        parts.append("none" if max(scores) == 0 else f"{span(min(scores), max(scores))} of 10")
    parts += _each(worded(p.severity) for p in pains if p.severity and p.score is None)
    parts += [] if parts or not pains else ["strength not said"]
    felt = [pain for pain in pains if pain.score != 0]
    sites = (site for pain in felt for site in (pain.site, *pain.other_sites) if site)
    parts += _each(worded(site) for site in sites)
    parts += ["sudden"] if any(pain.sudden for pain in pains) else []
    return ", ".join(parts)


def _sex(sex: Sex) -> str:
    parts = [listed([worded(kind) for kind in sex.kinds]) or "kind not said"]
    parts += [name if said else f"no {name}" for name, said in _answers(sex) if said is not None]
    parts += [name.replace("_", " ") for name in SAID_OF_SEX if getattr(sex, name)]
    parts += [f"consent: {worded(sex.consent)}"] if sex.consent else []
    return ", ".join(parts)


def _answers(sex: Sex) -> tuple[tuple[str, bool | None], ...]:
    return ("lubricant", sex.lubricant), ("condom", sex.condom)


def _more(entries: Sequence[Entry]) -> str:
    parts = _each(worded(symptom) for entry in entries for symptom in entry.symptoms)
    return ", ".join([*parts, *(text for entry in entries for text in _numbers(entry))])


def _numbers(entry: Entry) -> list[str]:
    parts = [f"{entry.temperature_c:.3g} °C"] if entry.temperature_c is not None else []
    parts += (
        [f"{counted(entry.missed_pill_count, 'missed pill')}"] if entry.missed_pill_count else []
    )
    return parts + ([f"distress {entry.distress} of 10"] if entry.distress is not None else [])


def _each(words: Iterable[str]) -> list[str]:
    """Return words once, in the order in which they first come."""
    return list(dict.fromkeys(words))
