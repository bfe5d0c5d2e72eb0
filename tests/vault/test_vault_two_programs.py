import datetime as dt
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from diary.errors import BusyDiary
from diary.model import Entry, History
from diary.vault import Change, Vault, opened

NOON = dt.datetime(2026, 11, 2, 12, 0, tzinfo=dt.UTC)
ENTRY = Entry(id="1", date=NOON.date())

HOLD = """
import sys, sqlcipher3
connection = sqlcipher3.connect(sys.argv[1], isolation_level=None)
connection.set_key(sys.argv[2])
for statement in sys.argv[3:]:
    connection.execute(statement).fetchall()
print("held", flush=True)
sys.stdin.read()
"""


@contextmanager
def held(folder: Path, passphrase: str, *statements: str) -> Iterator[None]:
    """Another program that has done these statements on the diary and then does nothing more."""
    command = [sys.executable, "-c", HOLD, str(folder / "diary.db"), passphrase, *statements]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        yield
        other.communicate()


def test_while_another_program_writes_nothing_is_saved_but_all_can_be_read(
    vault: Vault, add: Callable[..., None], folder: Path, passphrase: str
) -> None:
    add(ENTRY)
    with held(folder, passphrase, "BEGIN IMMEDIATE", "DELETE FROM entry"):
        with pytest.raises(BusyDiary, match="another program is using the diary"):
            add(Entry(id="2", date=NOON.date()))
        with pytest.raises(BusyDiary):
            vault.undo()
        assert vault.history() == History(entries=(ENTRY,))
        assert vault.last() is not None
        with opened(folder, passphrase, wait=0.1) as second:
            assert second.history() == History(entries=(ENTRY,))
    add(Entry(id="2", date=NOON.date()))
    assert len(vault.history().entries) == 2


def test_while_another_program_keeps_the_diary_to_itself_opening_says_that_it_is_busy(
    folder: Path, passphrase: str
) -> None:
    with (
        held(folder, passphrase, "BEGIN EXCLUSIVE"),
        pytest.raises(BusyDiary),
        opened(folder, passphrase, wait=0.1),
    ):
        pass


def test_a_long_reader_keeps_a_change_from_being_saved_and_the_next_one_works(
    vault: Vault, add: Callable[..., None], folder: Path, passphrase: str
) -> None:
    with held(folder, passphrase, "BEGIN", "SELECT * FROM entry"):
        with pytest.raises(BusyDiary):
            add(ENTRY)
        assert vault.history() == History()
    add(ENTRY)
    assert vault.history() == History(entries=(ENTRY,))


def test_a_writer_waits_for_another_that_is_soon_done(folder: Path, passphrase: str) -> None:
    import threading

    release = threading.Event()
    holding = threading.Event()

    def other() -> None:
        with opened(folder, passphrase) as first:

            def changes() -> Iterator[Change]:
                yield Change(None, Entry(id="first", date=NOON.date()))
                holding.set()
                release.wait(10)

            first.write("log", changes(), NOON)

    thread = threading.Thread(target=other)
    thread.start()
    assert holding.wait(10)
    with opened(folder, passphrase, wait=20) as second:
        threading.Timer(0.3, release.set).start()
        second.write("log", [Change(None, Entry(id="second", date=NOON.date()))], NOON)
        assert [entry.id for entry in second.history().entries] == ["first", "second"]
    thread.join()
