"""What was forgotten stands nowhere in the file: each page is decrypted and searched."""

import datetime as dt
import hashlib
import resource
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from diary.errors import NoSuchEntry, NothingToUndo
from diary.inbox import adding as inbox
from diary.inbox.record import Record
from diary.model import Entry, Fact, History
from diary.model.background_words import Question
from diary.place import FILE
from diary.vault import Change, Vault
from diary.vault.forgetting import Forgotten

PAGE, RESERVE, SALT, IV = 4096, 80, 16, 16
NOON = dt.datetime(2026, 11, 2, 12, 0, tzinfo=dt.UTC)
DAY = NOON.date()
SENTINEL = "Honeysuckle"
ID = "5e47ae11-0000-4000-8000-00000000beef"
ENTRY = Entry(id=ID, date=DAY, note=f"{SENTINEL} " * 800, origin=SENTINEL)
OTHER = Entry(id="other", date=DAY, note="stays")


def decrypted(path: Path, passphrase: str) -> bytes:
    """Every page of the file in the clear, also those that no table uses any more."""
    content = path.read_bytes()
    salt = content[:SALT]
    key = hashlib.pbkdf2_hmac("sha512", passphrase.encode(), salt, 256_000, 32)
    pages = []
    for start in range(0, len(content), PAGE):
        page = content[start : start + PAGE]
        sealed = page[SALT if start == 0 else 0 : PAGE - RESERVE]
        vector = page[PAGE - RESERVE : PAGE - RESERVE + IV]
        decryptor = Cipher(algorithms.AES256(key), modes.CBC(vector)).decryptor()
        pages.append(decryptor.update(sealed) + decryptor.finalize())
    return b"".join(pages)


def traces(path: Path, passphrase: str, *words: str) -> list[str]:
    clear = decrypted(path, passphrase)
    forms = ("utf-8", "utf-16-le", "utf-16-be")
    return [word for word in words if any(word.encode(form) in clear for form in forms)]


def test_the_search_finds_what_was_only_deleted(
    vault: Vault, add: Callable[..., None], folder: Path, passphrase: str
) -> None:
    add(ENTRY)
    vault.write("delete", [Change(ENTRY, None)], NOON)
    assert traces(folder / FILE, passphrase, SENTINEL, ID, "stays") == [SENTINEL, ID]


def test_a_forgotten_entry_leaves_no_trace_and_undo_cannot_bring_it_back(
    vault: Vault, add: Callable[..., None], folder: Path, passphrase: str
) -> None:
    edited = Entry(id=ID, date=DAY, note=SENTINEL)
    bled_after = Entry(id="after", date=DAY, follows=ID)
    add(OTHER, ENTRY, bled_after, command="import")
    vault.write("edit", [Change(ENTRY, edited)], NOON)
    assert vault.forget(ID) == Forgotten(unlinked=1, is_swept=True)
    assert traces(folder / FILE, passphrase, SENTINEL, ID, "stays") == ["stays"]
    unlinked = Entry(id="after", date=DAY)
    assert vault.history() == History(entries=(OTHER, unlinked))
    assert [change.after for change in vault.undo().changes] == [OTHER, unlinked]
    assert vault.history() == History()
    with pytest.raises(NothingToUndo):
        vault.undo()
    assert traces(folder / FILE, passphrase, SENTINEL, ID) == []


def test_what_came_through_the_inbox_leaves_no_trace_either(
    vault: Vault, folder: Path, passphrase: str
) -> None:
    inbox.add(folder, Record(entry=ENTRY, at=NOON))
    vault.file_inbox(folder, NOON, follows=lambda *_: None)
    assert vault.history() == History(entries=(ENTRY,))
    vault.forget(ID)
    assert traces(folder / FILE, passphrase, SENTINEL, ID) == []


def test_a_fact_can_be_forgotten_too(
    vault: Vault, add: Callable[..., None], folder: Path, passphrase: str
) -> None:
    add(Fact(id="fact-id", what=Question.QUESTION, note=SENTINEL))
    vault.forget("fact-id")
    assert vault.history() == History()
    assert traces(folder / FILE, passphrase, SENTINEL, "fact-id") == []


def test_what_was_deleted_can_be_forgotten_and_then_comes_back_when_imported(
    vault: Vault, add: Callable[..., None], folder: Path, passphrase: str
) -> None:
    add(ENTRY)
    vault.write("delete", [Change(ENTRY, None)], NOON)
    assert vault.deleted_ids() == {ID}
    vault.forget(ID)
    assert vault.deleted_ids() == frozenset()
    assert traces(folder / FILE, passphrase, SENTINEL, ID) == []
    add(ENTRY, command="import")
    assert vault.history() == History(entries=(ENTRY,))


def test_where_the_file_cannot_be_written_anew_it_is_written_over_all_the_same(
    vault: Vault, add: Callable[..., None], folder: Path, passphrase: str
) -> None:
    short = Entry(id=ID, date=DAY, note=SENTINEL)
    add(short, *(Entry(id=f"{n}", date=DAY, note="long " * 900) for n in range(20)))
    with no_file_larger_than((folder / FILE).stat().st_size):
        assert vault.forget(ID) == Forgotten(unlinked=0, is_swept=False)
    assert len(vault.history().entries) == 20
    assert traces(folder / FILE, passphrase, SENTINEL, ID, "long") == ["long"]
    size = (folder / FILE).stat().st_size
    assert vault.forget("0").is_swept
    assert (folder / FILE).stat().st_size < size


@contextmanager
def no_file_larger_than(size: int) -> Iterator[None]:
    """As on a full disk: the diary can be changed, but there is no room for a second one."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_an_id_that_is_not_known_changes_nothing(vault: Vault, add: Callable[..., None]) -> None:
    add(OTHER)
    with pytest.raises(NoSuchEntry):
        vault.forget("unknown")
    assert vault.history() == History(entries=(OTHER,))
