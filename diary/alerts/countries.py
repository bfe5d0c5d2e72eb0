"""Emergency numbers, helplines and screening programmes by country: data, with the day checked.

A country that is not known here gives words without numbers, never a wrong number. Sources: the
clinical table, section 5 (GOV.UK, cancer.org.au, HRSA, USPSTF and others), CervicalCheck for
Ireland; the emergency numbers are those of each state.
"""

import json
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from diary.alerts.assessment import Contact
from diary.model import Profile

ANYWHERE = "anywhere"


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """An interval that still holds for samples taken up to a day, under an age."""

    until: date
    under_age: int
    years: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Younger:
    """An interval for people under an age."""

    under_age: int
    years: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """Whom a cervical screening programme invites, and the years to the next test."""

    from_age: int
    to_age: int
    years: int
    self_sample_years: int
    cytology_years: int
    unnamed_test_years: int | None = None
    immune_years: int | None = None
    younger: Younger | None = None
    earlier: Earlier | None = None


def contacts(profile: Profile) -> tuple[Contact, ...]:
    """Return whom to call, strongest first; empty where the country is not known here."""
    place = _place(profile)
    checked = date.fromisoformat(place["checked"]) if place.get("checked") else None
    numbers = tuple(
        Contact(what="Emergency", number=number, checked=checked)
        for number in place.get("emergency", ())
    )
    advice = place.get("advice")
    if not advice:
        return numbers
    return (*numbers, Contact(what=advice["what"], number=advice["number"], checked=checked))


def helplines(profile: Profile) -> dict[str, Contact]:
    """Return the helplines by what they are for, only those whose number was checked.

    `sexual_violence`, `young_people`, `crisis`. A number with `checked` null in the data is from
    memory; it is kept there to be checked, and never shown. Null for a region: the country's line
    is not for there (that of Rape Crisis is for England and Wales).
    """
    known = _place(profile).get("helplines", {})
    return {
        purpose: Contact(
            what=line["what"], number=line["number"], checked=date.fromisoformat(line["checked"])
        )
        for purpose, line in known.items()
        if line and line["checked"]
    }


def words(profile: Profile) -> dict[str, str]:
    """Return what {emergency}, {emergency_place} and {urgent_advice} stand for in a text."""
    place = _place(profile)
    advice = place.get("advice")
    return {
        "emergency": " or ".join(place.get("emergency", ())) or "your local emergency number",
        "emergency_place": place.get("emergency_place", "the nearest emergency department"),
        "urgent_advice": advice["what"] if advice else "an urgent care line or clinic",
    }


def programme(profile: Profile) -> Programme:
    """Return the cervical screening programme; a cautious one where none is known here."""
    content = dict(_place(profile).get("screening") or _places()[ANYWHERE]["screening"])
    if "younger" in content:
        content["younger"] = Younger(**content["younger"])
    if "earlier" in content:
        earlier = content["earlier"]
        content["earlier"] = Earlier(**{**earlier, "until": date.fromisoformat(earlier["until"])})
    return Programme(**content)


def _place(profile: Profile) -> dict[str, Any]:
    """Return what is known of the country, with what differs in the region laid over it."""
    places = _places()
    country = profile.country or ""
    if country in places["EU"]["members"] and country not in places:
        country = "EU"
    region = profile.region or ""
    if not region.startswith(f"{country}-"):
        region = ""
    here, there = places.get(country, {}), places.get(region, {})
    lines = {**here.get("helplines", {}), **there.get("helplines", {})}
    return {**here, **there, "helplines": lines}


@cache
def _places() -> dict[str, Any]:
    text = Path(__file__).with_name("countries.json").read_text(encoding="utf-8")
    places: dict[str, Any] = json.loads(text)
    return places
