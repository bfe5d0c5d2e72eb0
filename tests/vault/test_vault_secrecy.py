import base64
import datetime as dt
import os
import sqlite3
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3
from leaking import SENTINEL, holding
from made_up import after_sex

from diary.errors import DiaryError, UnsafePlace
from diary.model import AbsentFact, Entry, Fact, FactKind, Profile
from diary.model.background_words import Medication, Question
from diary.vault import Change, Record, Vault, create, opened
from diary.vault.connection import connect, unlock

PAGE = 4096
NOON = dt.datetime(2026, 11, 2, 12, 0, tzinfo=dt.UTC)
DAY = dt.date(2026, 11, 2)
NO_OFFSET = NOON.replace(tzinfo=None)

TOLD = (
    Entry(id="a", date=DAY, note=f"{SENTINEL} and more", origin=SENTINEL),
    Fact(id="b", what=Question.QUESTION, note=f"what about {SENTINEL}"),
    AbsentFact(kind=FactKind.MEDICATION, what=Medication.ANTICOAGULANT),
    Profile(birth_year=1990, country="GB"),
)


def test_the_search_would_find_a_word_in_the_clear(tmp_path: Path) -> None:
    (tmp_path / "plain").write_bytes(b"...Honeysuckle...")
    (tmp_path / "wide").write_bytes("..Honeysuckle".encode("utf-16-le"))
    (tmp_path / "coded").write_bytes(base64.b64encode(b"some Honeysuckle here"))
    assert sorted(holding(tmp_path, SENTINEL)) == ["coded", "plain", "wide"]


def test_nothing_that_was_written_stands_in_the_clear_in_any_file(
    vault: Vault, add: Callable[..., None], folder: Path
) -> None:
    add(*TOLD)
    vault.write("delete", [Change(TOLD[0], None)], NOON)
    vault.undo()
    assert vault.history().entries == TOLD[:1]
    assert sorted(path.name for path in folder.iterdir()) == ["diary.db", "diary.seen", "inbox.dat"]
    assert holding(folder, SENTINEL) == []
    assert holding(folder, "alembic_version") == []


def test_a_journal_while_writing_is_encrypted_closed_to_others_and_gone_afterwards(
    vault: Vault, folder: Path
) -> None:
    seen: dict[str, tuple[int, list[str]]] = {}

    def changes() -> Iterator[Change]:
        for number in range(1200):
            yield Change(None, Entry(id=f"{number}", date=DAY, note=SENTINEL * 50))
            for path in folder.glob("*-journal"):
                seen[path.name] = stat.S_IMODE(path.stat().st_mode), holding(folder, SENTINEL)

    vault.write("import", changes(), NOON)
    assert seen == {"diary.db-journal": (0o600, [])}
    assert sorted(path.name for path in folder.iterdir()) == ["diary.db", "diary.seen", "inbox.dat"]


def tables_in(connection: Any) -> list[Any]:
    rows: list[Any] = connection.execute("SELECT name FROM sqlite_master").fetchall()
    return rows


def test_pythons_own_sqlite_cannot_open_it(folder: Path) -> None:
    connection = sqlite3.connect(folder / "diary.db")
    with pytest.raises(sqlite3.DatabaseError, match="file is not a database"):
        tables_in(connection)
    connection.close()


@pytest.mark.parametrize("key", [None, "x", "four made up word", "four made up words "])
def test_sqlcipher_cannot_open_it_without_the_key(folder: Path, key: str | None) -> None:
    connection = sqlcipher3.connect(str(folder / "diary.db"))
    connection.execute("PRAGMA cipher_log = off")
    if key is not None:
        connection.set_key(key)
    with pytest.raises(sqlcipher3.DatabaseError, match="file is not a database"):
        tables_in(connection)
    connection.close()


def test_sqlcipher_takes_no_empty_key(folder: Path) -> None:
    connection = sqlcipher3.connect(str(folder / "diary.db"))
    with pytest.raises(sqlcipher3.OperationalError):
        connection.set_key("")
    connection.close()


def test_with_the_passphrase_anyone_can_ask_it_in_sql(
    add: Callable[..., None], folder: Path, passphrase: str
) -> None:
    add(Entry(id="1", date=DAY), *(_numbered(after_sex("2026-11-01"), n) for n in (2, 3)))
    connection = sqlcipher3.connect(str(folder / "diary.db"))
    connection.execute(f"PRAGMA key = '{passphrase}'")
    question = (
        "SELECT date, source, amount FROM entry JOIN bleeding ON bleeding.entry = entry.position"
    )
    assert connection.execute(question).fetchall() == [("2026-11-01", "vaginal", "spotting")] * 2
    connection.close()


def _numbered(entry: Entry, number: int) -> Entry:
    return Entry(id=str(number), date=entry.date, sex=entry.sex, bleeding=entry.bleeding)


def test_two_diaries_with_the_same_entries_differ_in_every_page(
    tmp_path: Path, passphrase: str
) -> None:
    for name in ("one", "two"):
        create(tmp_path / name, passphrase)
        with opened(tmp_path / name, passphrase) as vault:
            vault.write("import", [Change(None, record) for record in TOLD], NOON)
    one, two = ((tmp_path / name / "diary.db").read_bytes() for name in ("one", "two"))
    starts = range(0, len(one), PAGE)
    assert len(one) == len(two) > 10 * PAGE
    assert [at for at in starts if one[at : at + PAGE] == two[at : at + PAGE]] == []


def test_an_engine_that_does_not_encrypt_is_refused_before_anything_is_written() -> None:
    connection = sqlite3.connect(":memory:")
    with pytest.raises(UnsafePlace, match="does not encrypt"):
        unlock(connection, "four made up words")
    connection.close()


def test_a_plain_database_in_place_of_the_diary_is_refused_untouched(
    folder: Path, passphrase: str
) -> None:
    (folder / "diary.db").unlink()
    plain = sqlite3.connect(folder / "diary.db")
    plain.execute("CREATE TABLE entry (note TEXT)")
    plain.close()
    (folder / "diary.db").chmod(0o600)
    before = (folder / "diary.db").read_bytes()
    with pytest.raises(UnsafePlace, match="is not encrypted"), opened(folder, passphrase):
        pass
    assert (folder / "diary.db").read_bytes() == before


def everything_on(error: BaseException) -> str:
    """All that a report of the error could show: it, what it hangs on, and their attributes."""
    linked = [error.__cause__, error.__context__, getattr(error, "orig", None)]
    shown = [repr(error), str(error), repr(vars(error)), repr(getattr(error, "params", None))]
    return "\n".join([*shown, *(everything_on(other) for other in linked if other is not None)])


def full_disk(record: Record) -> Iterator[Change]:
    yield Change(None, record)
    raise OSError(28, SENTINEL)


def test_no_error_tells_what_was_being_written(vault: Vault, add: Callable[..., None]) -> None:
    entry = TOLD[0]
    add(entry)
    writings: list[Iterator[Change]] = [
        iter([Change(None, entry)]),
        iter([Change(Entry(id="a", date=DAY, note=f"old {SENTINEL}"), None)]),
        iter([Change(None, Entry(id="c", date=DAY, note=SENTINEL, recorded_at=NO_OFFSET))]),
        iter([Change(None, Entry(date=DAY, note=SENTINEL))]),
        full_disk(Entry(id="d", date=DAY, note=SENTINEL)),
    ]
    for changes in writings:
        with pytest.raises(DiaryError) as caught:
            vault.write("log", changes, NOON)
        assert SENTINEL not in everything_on(caught.value)
    assert vault.history().entries == (entry,)


def test_no_error_tells_the_passphrase(folder: Path, tmp_path: Path) -> None:
    for wrong in (SENTINEL, f"{SENTINEL}\ud800"):
        with pytest.raises(DiaryError) as caught, opened(folder, wrong):
            pass
        assert SENTINEL not in everything_on(caught.value)
    with pytest.raises(DiaryError) as unusable:
        create(tmp_path / "new", f"{SENTINEL}\ud800")
    assert SENTINEL not in everything_on(unusable.value)


def test_what_a_newer_program_wrote_is_not_shown_in_the_error(
    vault: Vault, add: Callable[..., None], folder: Path, passphrase: str
) -> None:
    add(after_sex_with_id())
    connection = sqlcipher3.connect(str(folder / "diary.db"))
    connection.set_key(passphrase)
    connection.execute("UPDATE bleeding SET amount = ?", (SENTINEL,))
    connection.commit()
    connection.close()
    with pytest.raises(DiaryError, match="update the program") as caught:
        vault.history()
    assert SENTINEL not in everything_on(caught.value)


def after_sex_with_id() -> Entry:
    return _numbered(after_sex("2026-11-01"), 1)


def test_deleting_leaves_the_words_in_what_undo_needs_and_nowhere_else(
    vault: Vault, add: Callable[..., None], folder: Path, passphrase: str
) -> None:
    add(TOLD[0])
    vault.write("delete", [Change(TOLD[0], None)], NOON)
    connection = sqlcipher3.connect(str(folder / "diary.db"))
    connection.set_key(passphrase)
    names = [name for (name,) in tables_in(connection) if not name.startswith(("ix_", "sqlite_"))]
    rows = {name: connection.execute(f'SELECT * FROM "{name}"').fetchall() for name in names}  # noqa: S608 - the names come from the file itself
    connection.close()
    assert [name for name in names if SENTINEL in str(rows[name])] == ["change"]


@pytest.fixture(autouse=True)
def wide_open_umask() -> Iterator[None]:
    """The command sets a tight umask; the vault must not need it."""
    before = os.umask(0)
    yield
    os.umask(before)


def test_a_connection_is_settled_before_anything_is_read(folder: Path, passphrase: str) -> None:
    driver = connect(folder / "diary.db", passphrase)
    settled = {
        name: driver.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("foreign_keys", "journal_mode", "synchronous", "fullfsync", "secure_delete")
    }
    wait = driver.execute("PRAGMA busy_timeout").fetchone()[0]
    wiping = driver.execute("PRAGMA cipher_memory_security").fetchone()[0]
    rounds = driver.execute("PRAGMA kdf_iter").fetchone()[0]
    driver.close()
    extra, on = 3, 1
    assert settled == {
        "foreign_keys": on,
        "journal_mode": "delete",
        "synchronous": extra,
        "fullfsync": on,
        "secure_delete": on,
    }
    assert (wait, wiping) == (5000, "1")
    assert int(rounds) >= 256_000
