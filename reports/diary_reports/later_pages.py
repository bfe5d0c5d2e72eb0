"""The pages behind page one in ready strings: titled sections of lines, tables and sentences."""

from collections.abc import Iterable, Sequence

from diary.alerts.sources import DESIGN
from diary_reports.first_page import URGENCIES, Json, lines, stands_since
from diary_reports.values import Content, Episode, Line, Notice, Share
from diary_reports.words import dates, day_range, listed, short_date

SHARES = ("Times", "Bleeding on", "Not known", "Share", "95 % interval")
CYCLES = ("What", "Counted", "Usual limits", "Finding")
ALERTS = ("Urgency", "Alert", "When it stood", "Entries", "Rule [sources]")
OUR_CHOICE = "* An exact number of this rule is the program's own choice, on the safe side."
NO_ALERTS = "No rule raised an alert on any of the days that it was asked about."


def later_pages(content: Content, in_full: Sequence[Line]) -> dict[str, Json]:
    """Return what the template is given for all pages but the first."""
    alerts = (*content.notices, *content.earlier)
    sources = _numbered(alerts)
    told = _told(content.episodes)
    return {
        "in_full": lines(in_full),
        "alert_columns": ALERTS,
        "alerts": [_alert(notice, sources, content) for notice in alerts],
        "alert_sources": _sources(sources, alerts),
        "alerts_note": _alerts_note(content),
        "columns": told,
        "episodes": [[_cells(episode)[name] for name in told] for episode in content.episodes],
        "episodes_note": f"{content.episodes_note}{_untold(content.episodes)}",
        "share_columns": SHARES,
        "shares": [_share(share) for share in content.shares],
        "cycle_columns": CYCLES,
        "cycles": [[m.what, m.value, m.usual, m.finding] for m in content.cycles],
        "cycles_note": content.cycles_note,
        "timeline": _timeline(content.timeline),
        "notes": lines(content.notes),
        "about": content.method,
    }


def _cells(episode: Episode) -> dict[str, str]:
    return {
        "Date": episode.when,
        "What": episode.what,
        "Blood": episode.blood,
        "Pain": episode.pain,
        "Sex": episode.sex,
        "Symptoms": episode.more,
    }


def _told(episodes: Sequence[Episode]) -> list[str]:
    """Return the columns that hold anything: an empty one would only take room."""
    filled = {name for episode in episodes for name, text in _cells(episode).items() if text}
    return [name for episode in episodes[:1] for name in _cells(episode) if name in filled]


def _untold(episodes: Sequence[Episode]) -> str:
    told = _told(episodes)
    empty = [
        name.lower() for episode in episodes[:1] for name in _cells(episode) if name not in told
    ]
    return f" Columns left out as empty: {listed(empty)}." if empty else ""


def _numbered(notices: Iterable[Notice]) -> dict[str, int]:
    """Return the sources of all alerts, each once, with the number that stands for it."""
    names = dict.fromkeys(source for notice in notices for source in notice.sources)
    return {name: number for number, name in enumerate((n for n in names if n != DESIGN), 1)}


def _sources(sources: dict[str, int], alerts: Iterable[Notice]) -> str:
    """Return the sources behind their numbers, and what a star stands for."""
    named = [f"[{number}] {name}." for name, number in sources.items()]
    named += [OUR_CHOICE] if any(DESIGN in notice.sources for notice in alerts) else []
    return " ".join(named)


def _alert(notice: Notice, sources: dict[str, int], content: Content) -> list[str]:
    """Return an alert with the days on which it stood, its entries, rule and sources."""
    seen = notice.be_seen_by
    by = f"; advised to be seen by {short_date(seen)}" if seen is not None else ""
    stands = bool(notice.stood) and notice.stood[-1][1] == content.last
    by += ", which has passed" if seen is not None and seen < content.last and stands else ""
    numbers = ", ".join(str(sources[name]) for name in notice.sources if name != DESIGN)
    star = " *" if DESIGN in notice.sources else ""
    return [
        URGENCIES[notice.urgency],
        f"{notice.text}{by}",
        _stood(notice, content),
        dates(notice.days, most=len(notice.days)),
        f"{notice.rule}, version {notice.version} [{numbers}]{star}",
    ]


def _stood(notice: Notice, content: Content) -> str:
    """Return the days on which an alert stood, the latest first; what stands now says so.

    What stands now says since when its rule has raised an alert as urgent, or a more urgent one.
    """
    stands = notice.since is not None and notice.stood[-1][1] == content.last
    begun = notice.since if stands else None
    runs = [f"stands {stands_since(content, begun)}"] if begun else []
    runs += [
        day_range(first, until)
        for first, until in reversed(notice.stood)
        if begun is None or first < begun
    ]
    if notice.taken_over_by:
        runs[0] += f", then {notice.taken_over_by} instead"
    return "; ".join(runs)


def _alerts_note(content: Content) -> str:
    if content.notices or content.earlier:
        return ""
    return content.no_notices if content.asked_on <= 1 else f"{content.no_notices} {NO_ALERTS}"


def _share(share: Share) -> list[str]:
    rate = share.rate
    percent = f"{rate.percent} %" if rate.percent is not None else ""
    interval = ""
    if percent and rate.low is not None and rate.high is not None:
        interval = f"{round(100 * rate.low)} to {round(100 * rate.high)} %"
    unknown = f"{rate.unknown}" if rate.unknown else ""
    return [share.label, f"{rate.bled} of {rate.of}", unknown, percent, interval]


def _timeline(events: Iterable[Line]) -> list[list[str]]:
    return [[event.label, event.text] for event in events]
