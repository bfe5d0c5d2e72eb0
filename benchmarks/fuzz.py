"""Does anything that is typed or brought end in a traceback? `python -m benchmarks.fuzz`.

Hypothesis makes the inputs of every way in: files and bytes that may be a diary, days and times,
the answers at prompts, options, passphrases, the inbox. Each must be taken, or refused with a
sentence of `diary.errors`: any other exception ends the run with the smallest input that causes it.
"""

import contextlib
import copy
import json
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import click
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks import fuzz_inbox
from diary import interchange, vault
from diary.alerts import assess
from diary.cli import ask
from diary.cli.log.command import log
from diary.cli.log.fields import FIELDS
from diary.cli.log.given import check_complete, draft_from
from diary.cli.when import read_day, read_moment, read_time
from diary.errors import DiaryError
from diary.model.vocabulary import Amount

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
EXAMPLE = json.loads(
    (Path(__file__).parents[1] / "tests/data/interchange/example.json").read_text(encoding="utf-8")
)
ANY_TEXT = st.text(max_size=40) | st.text(st.characters(codec="ascii"), max_size=20)
ANY_JSON: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | ANY_TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(ANY_TEXT, inner, max_size=3),
    max_leaves=6,
)
SPOKEN = st.sampled_from(
    [
        "today",
        "yesterday",
        "last friday",
        "2 november 23:10",
        "29 feb",
        "31/12/2025",
        "9pm",
        "24:00",
    ]
)
FORMS = (
    ask.one_of(ask.each(Amount)),
    ask.some_of(ask.each(Amount)),
    ask.yes_no(),
    ask.number(0, 10),
    ask.words(),
    ask.day(NOW.date()),
    ask.moment(NOW),
    ask.clock(),
)


@dataclass(frozen=True, slots=True)
class Way:
    """One way in: what is made for it, how often, and what the program does with it."""

    name: str
    makes: st.SearchStrategy[Any]
    takes: Callable[[Any], object]
    cases: int


def longer(text: str) -> str:
    """Repeat a text to 10,000 characters."""
    return (text * 10_000)[:10_000]


def bring_bytes(data: bytes) -> None:
    """Read bytes as a diary."""
    interchange.load(BytesIO(data))


def bring_document(document: object) -> None:
    """Read a JSON value as a diary, judge it, and write it again."""
    history = interchange.from_document(document)
    assess(history, NOW.date())
    interchange.to_document(history)


def answer(given: tuple[int, str]) -> None:
    """Read what was typed at one of the prompts."""
    place, typed = given
    FORMS[place].read(typed)


def give_options(args: list[str]) -> None:
    """Read options as `diary log` does, and make an entry of them."""
    read = log.make_context("log", list(args)).params
    check_complete(draft_from(read, now=NOW))


def keep(passphrase: str) -> None:
    """Make a diary with a passphrase, and open it again."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        vault.create(home, passphrase)
        with vault.opened(home, passphrase) as opened:
            opened.history()


@st.composite
def changed_examples(draw: st.DrawFn) -> object:
    """Take the example diary and put anything in one or two of its places."""
    document = copy.deepcopy(EXAMPLE)
    for _ in range(draw(st.integers(1, 2))):
        at: Any = document
        while True:
            keys = list(at) if isinstance(at, dict) else list(range(len(at)))
            if not keys:
                break
            key = draw(st.sampled_from(keys))
            if not isinstance(at[key], dict | list) or draw(st.booleans()):
                at[key] = draw(ANY_JSON)
                break
            at = at[key]
    return document


@st.composite
def options(draw: st.DrawFn) -> list[str]:
    """Take some options of `diary log`, with words that they know or anything at all."""
    args: list[str] = []
    for field in draw(st.lists(st.sampled_from(FIELDS), max_size=4)):
        args.append(field.spelt.split("/")[0])
        if field.reads is not None:
            known = [word.value for word in field.words] or ["1", "0.5", "10", "pad:2:full"]
            args.append(draw(st.sampled_from(known) | ANY_TEXT))
    for name in draw(st.sets(st.sampled_from(["--on", "--at", "--since"]))):
        args += [name, draw(SPOKEN | ANY_TEXT)]
    return args


WAYS = (
    Way("files: any bytes", st.binary(max_size=300), bring_bytes, 1_500),
    Way("files: any JSON", ANY_JSON.map(json.dumps).map(str.encode), bring_bytes, 1_500),
    Way("files: a diary with anything in its places", changed_examples(), bring_document, 3_000),
    Way("days", SPOKEN | ANY_TEXT, lambda text: read_day(text, NOW.date()), 1_000),
    Way("times", SPOKEN | ANY_TEXT, read_time, 1_000),
    Way("moments", SPOKEN | ANY_TEXT, lambda text: read_moment(text, NOW), 1_000),
    Way(
        "answers at prompts",
        st.tuples(st.integers(0, len(FORMS) - 1), SPOKEN | ANY_TEXT),
        answer,
        2_000,
    ),
    Way("options of log", options(), give_options, 1_500),
    Way(
        "passphrases, any character and up to 10,000 of them",
        st.text(max_size=60) | st.text(min_size=1, max_size=50).map(longer) | st.just("a\0b"),
        keep,
        150,
    ),
    Way("inboxes", fuzz_inbox.inboxes(), fuzz_inbox.take, 500),
)


def run(way: Way) -> None:
    """Try one way in as often as it says."""

    @settings(
        max_examples=way.cases,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(way.makes)
    def holds(made: Any) -> None:  # noqa: ANN401 - whatever the strategy makes
        with contextlib.suppress(DiaryError, click.ClickException):
            way.takes(made)

    holds()


def main() -> None:
    """Try all ways in, and print how often."""
    for way in WAYS:
        run(way)
        print(f"{way.cases:>6,}  {way.name}")
    print(f"{sum(way.cases for way in WAYS):>6,}  in all, none ended in a traceback")


if __name__ == "__main__":
    main()
