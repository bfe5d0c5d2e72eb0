"""The inbox as a way in: whatever its bytes are, an entry is saved and filed, or it is refused."""

import atexit
import contextlib
import io
import json
import tempfile
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any
from uuid import uuid4

from hypothesis import strategies as st

from diary import vault
from diary.cli.filing import file_inbox
from diary.cli.session import Session
from diary.errors import DiaryError
from diary.inbox import file as inbox_file
from diary.inbox.adding import add
from diary.inbox.file import opened_alone
from diary.inbox.record import Record
from diary.inbox.sealing import seal
from diary.model import Entry, Pain

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
FIRST_LINE = 62
"""Bytes of the first line, where most of the changes are made."""

ANYTHING = st.none() | st.integers() | st.text(max_size=20) | st.lists(st.text(max_size=5))


@dataclass(frozen=True, slots=True)
class Kept:
    """A diary that is made once and stays open; its inbox is written anew for each case."""

    folder: Path
    opened: vault.Vault

    def whole(self, *contents: bytes) -> bytes:
        """Return the bytes of an inbox that holds records of these contents."""
        key = self.opened.inbox_key()
        with opened_alone(self.folder, make=True) as inbox:
            inbox.empty(key)
            for content in contents:
                inbox.add(seal(content, key))
        return inbox_file.path_in(self.folder).read_bytes()


@cache
def kept() -> Kept:
    """Make the diary for all cases, and remove it when the program ends."""
    stack = ExitStack()
    atexit.register(stack.close)
    home = Path(stack.enter_context(tempfile.TemporaryDirectory())) / "home"
    vault.create(home, "made up for this")
    return Kept(home, stack.enter_context(vault.opened(home, "made up for this")))


def record(name: str) -> Record:
    """Return an entry as `diary log` seals it."""
    return Record(entry=Entry(id=name, date=NOW.date(), pain=Pain(score=2)), at=NOW, follows="last")


@st.composite
def contents(draw: st.DrawFn) -> bytes:
    """Make the content of a record: whole, or with anything in one place, or no record at all."""
    data: dict[str, Any] = json.loads(record(str(uuid4())).to_bytes())
    part = draw(st.sampled_from([data, data["entry"], {}]))
    if part:
        part[draw(st.sampled_from(sorted(part)))] = draw(ANYTHING)
    return draw(st.just(json.dumps(data).encode()) | st.binary(max_size=200))


@st.composite
def inboxes(draw: st.DrawFn) -> bytes:
    """Put anything in a few places of an inbox."""
    found = kept().whole(*draw(st.lists(contents(), max_size=3)))
    for _ in range(draw(st.integers(0, 3))):
        begin = draw(st.integers(0, FIRST_LINE) | st.integers(0, len(found)))
        end = begin + draw(st.integers(0, 3) | st.integers(0, 2_000))
        found = found[:begin] + draw(st.binary(max_size=3)) + found[end:]
    return draw(st.just(found) | st.binary(max_size=200))


def take(content: bytes) -> None:
    """Save an entry in that inbox as `diary log` does, then file it as all other commands do.

    Raises:
        AssertionError: where it was said to be saved and is not in the diary afterwards.
    """
    folder, name = kept().folder, str(uuid4())
    inbox_file.path_in(folder).write_bytes(content)
    is_saved = True
    try:
        add(folder, record(name))
    except DiaryError:
        is_saved = False
    with contextlib.redirect_stderr(io.StringIO()):
        file_inbox(Session(folder=folder, passphrase_file=None, may_ask=False), kept().opened)
    if is_saved and name not in kept().opened.waited():
        raise AssertionError("an entry that was said to be saved is lost")
