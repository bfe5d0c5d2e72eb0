"""Every field of an entry can be given by an option, and comes through whole."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import fields, replace
from enum import Enum
from typing import Any

import click
from hypothesis import given
from made_up import entries

from diary.cli.log import log
from diary.cli.log.fields import FIELDS, Field
from diary.cli.log.given import draft_from
from diary.model import Bleeding, Entry, Pain, Product, Sex

NOW = dt.datetime(2026, 11, 22, 12, 0, tzinfo=dt.UTC)

GIVEN_ELSEWHERE = {
    *("entry id", "entry date", "entry time", "entry recorded_at", "entry note", "entry origin"),
    *("entry symptoms_since", "entry bleeding", "entry sex", "entry pain"),
}


def test_every_field_of_an_entry_has_an_option() -> None:
    parts = {"entry": Entry, "bleeding": Bleeding, "sex": Sex, "pain": Pain}
    known = {f"{part} {field.name}" for part, model in parts.items() for field in fields(model)}
    assert known - GIVEN_ELSEWHERE == {f"{field.part} {field.name}" for field in FIELDS}


def argv(entry: Entry) -> Iterator[str]:
    """Yield the options that say what an entry says."""
    yield from ("--on", f"{entry.date}")
    if entry.time is not None:
        yield from ("--at", f"{entry.time:%H:%M}")
    if entry.symptoms_since is not None:
        yield from ("--since", f"{entry.symptoms_since}")
    parts = {"entry": entry, "bleeding": entry.bleeding, "sex": entry.sex, "pain": entry.pain}
    for part, content in parts.items():
        if part != "entry" and content is not None:
            bare = next((f for f in FIELDS if f.part == part and f.bare), None)
            assert bare is not None
            if getattr(content, bare.name) in (None, ()):
                yield bare.spelt
        for field in FIELDS:
            if field.part == part and content is not None:
                yield from _option(field, getattr(content, field.name))


def _option(field: Field, value: Any) -> Iterator[str]:
    yes, _, no = field.spelt.partition("/")
    if value in (None, ()):
        return
    if field.reads is None and no:
        yield yes if value else no
    elif field.reads is None:
        if value == field.value:
            yield yes
    else:
        for each in value if isinstance(value, tuple) else (value,):
            yield from (yes, _text(each))


def _text(value: Any) -> str:
    match value:
        case Enum():
            return str(value.value)
        case Product():
            soaked = f":{value.soaked.value}" if value.soaked else ""
            return f"{value.kind.value}:{value.count}{soaked}"
        case _:
            return f"{value}"


def rounded(part: Any) -> Any:
    """Round the measures of a part as people write them."""
    if part is None:
        return None
    floats = {f.name: getattr(part, f.name) for f in fields(part)}
    return replace(part, **{n: round(v, 2) for n, v in floats.items() if isinstance(v, float)})


@given(entries())
def test_options_can_say_all_that_an_entry_can_hold(entry: Entry) -> None:
    wanted = replace(
        rounded(entry),
        bleeding=rounded(entry.bleeding),
        pain=rounded(entry.pain),
        **dict.fromkeys(("id", "recorded_at", "note", "origin"), None),
        follows=entry.follows or None,
    )
    context = log.make_context("log", list(argv(wanted)), resilient_parsing=False)
    assert draft_from(context.params, now=NOW).entry == wanted


def test_a_shell_can_complete_the_words() -> None:
    (option,) = [p for p in log.params if p.name == "entry__symptoms"]
    assert isinstance(option, click.Option)
    offered = option.type.shell_complete(click.Context(log), option, "testicular")
    assert {item.value for item in offered} == {
        "testicular_pain",
        "testicular_swelling",
        "testicular_lump",
    }
