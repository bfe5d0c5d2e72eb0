"""An entry or a fact in plain words: one line for a list, every field for a closer look."""

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from datetime import time
from enum import Enum
from typing import Any

from diary.cli.screen import printable
from diary.cli.words import plain
from diary.model import AbsentFact, Bleeding, Entry, Fact, Pain, Profile, Sex
from diary.model.vocabulary import Answer, BleedingSource, Timing

HIDDEN = {"id", "what"}


def in_short(entry: Entry) -> str:
    """Return what an entry says in one line, without the note."""
    parts = [*_sex(entry), *_bleeding(entry.bleeding), *_pain(entry.pain)]
    if entry.no_bleeding:
        parts.append("no bleeding")
    if entry.no_sex:
        parts.append("no sex")
    parts.extend(plain(symptom) for symptom in entry.symptoms)
    if entry.temperature_c is not None:
        parts.append(f"{entry.temperature_c:g} °C")
    if not parts:
        parts = ["checked: none of the warning signs"] if entry.absent else ["a note"]
    return ", ".join(parts)


def record_in_short(record: Entry | Fact) -> str:
    """Return what an entry, with its day, or a fact says in one line."""
    if isinstance(record, Fact):
        return fact_in_short(record)
    return f"{record.date}: {in_short(record)}"


def _sex(entry: Entry) -> Iterator[str]:
    if entry.sex is None:
        return
    kinds = " and ".join(plain(kind) for kind in entry.sex.kinds)
    yield f"sex: {kinds}" if kinds else "sex"


def _bleeding(bleeding: Bleeding | None) -> Iterator[str]:
    if bleeding is None:
        return
    amount = plain(bleeding.amount) if bleeding.amount else "bleeding"
    words = [amount]
    if bleeding.source is not BleedingSource.VAGINAL:
        words.append(f"from {plain(bleeding.source)}")
    if bleeding.timing in (Timing.AFTER_SEX, Timing.DURING_SEX):
        words.append(plain(bleeding.timing))
    if bleeding.period is Answer.YES:
        words.append("(period)")
    yield " ".join(words)


def _pain(pain: Pain | None) -> Iterator[str]:
    if pain is None:
        return
    if pain.score is not None:
        yield f"pain {pain.score} of 10"
    elif pain.severity is not None:
        yield f"{plain(pain.severity)} pain"
    else:
        yield "pain"


def in_full(record: Entry | Fact | AbsentFact | Profile) -> list[tuple[str, str]]:
    """Return every recorded field with its name in words; what was not recorded is left out."""
    return list(_fields(record, ""))


def _fields(value: object, before: str) -> Iterator[tuple[str, str]]:
    for field in fields(value):  # type: ignore[arg-type]
        content = getattr(value, field.name)
        name = f"{before}{field.name.replace('_', ' ')}"
        if content is None or content == () or field.name == "id":
            continue
        if isinstance(content, Bleeding | Sex | Pain):
            yield from _fields(content, f"{name}: ") if _says_more(content) else [(name, "yes")]
        else:
            yield name, shown(content)


def _says_more(part: object) -> bool:
    return any(getattr(part, f.name) not in (None, ()) for f in fields(part))  # type: ignore[arg-type]


def shown(content: object) -> str:
    """Return one value as a person would say it."""
    for kind, say in SAID:
        if isinstance(content, kind):
            return say(content)
    if is_dataclass(content):
        return " ".join(
            shown(getattr(content, f.name))
            for f in fields(content)
            if getattr(content, f.name) is not None
        )
    return printable(str(content))


SAID: tuple[tuple[type[Any], Callable[[Any], str]], ...] = (
    (bool, lambda said: "yes" if said else "no"),
    (Enum, plain),
    (float, lambda said: f"{said:g}"),
    (time, lambda said: f"{said:%H:%M}"),
    (tuple, lambda said: ", ".join(shown(item) for item in said)),
)
"""How each type of value reads; what is not here reads as Python writes it: days and numbers."""


def fact_in_short(fact: Fact) -> str:
    """Return a fact in one line: what, since when, until when."""
    words = [f"{plain(fact.kind)}: {plain(fact.what)}"]
    if fact.start and fact.end:
        words.append(f"{fact.start} to {fact.end}")
    elif fact.start:
        words.append(f"from {fact.start}")
    elif fact.end:
        words.append(f"until {fact.end}")
    return ", ".join(words)
