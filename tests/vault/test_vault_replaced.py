"""A new passphrase and a restored backup: another file in the place of the diary, or none."""

import datetime as dt
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from diary.errors import BusyDiary, DamagedDiary, InvalidValue, NewerDiary, NoDiary, WrongPassphrase
from diary.inbox.adding import add as seal
from diary.inbox.record import Record
from diary.model import Entry, History
from diary.place import make_folder
from diary.vault import Filed, Vault, create, opened, unpacked
from diary.vault.backup import copies_in
from diary.vault.connection import connect
from diary.vault.counting import remembered
from diary.vault.erasing import belongings, erase
from diary.vault.examining import Level

FROZEN = Path(__file__).parents[1] / "data" / "frozen"
NOON = dt.datetime(2026, 11, 2, 12, 0, tzinfo=dt.UTC)
ENTRY = Entry(id="1", date=NOON.date())
LATER = Entry(id="2", date=NOON.date())
NEW = "five other made up words"

STOPPED = """
import os, resource, sys
from pathlib import Path
import diary.vault.rekeying
from diary.errors import NotSaved
from diary.vault import opened
folder, passphrase = Path(sys.argv[1]), sys.argv[2]
with opened(folder, passphrase) as vault:
    if sys.argv[3] == "full disk":
        size = (folder / "diary.db").stat().st_size // 2
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    else:
        folder.chmod(0o500)
        if os.getuid() == 0:
            for path in (folder, *folder.iterdir()):
                os.chown(path, 65534, 65534)
            os.setgroups([])
            os.setgid(65534)
            os.setuid(65534)
    for work in (vault.back_up, lambda: vault.change_passphrase("five other made up words")):
        try:
            work()
        except NotSaved as error:
            print(error)
"""


def test_after_a_new_passphrase_only_that_one_opens_the_diary(
    vault: Vault, add: Callable[..., None], folder: Path, passphrase: str
) -> None:
    add(ENTRY)
    salt = (folder / "diary.db").read_bytes()[:16]
    vault.change_passphrase(NEW)
    with pytest.raises(WrongPassphrase), opened(folder, passphrase):
        pass
    with opened(folder, NEW) as again:
        assert again.history() == History(entries=(ENTRY,))
        assert again.undo().command == "log"
    assert (folder / "diary.db").read_bytes()[:16] != salt
    assert sorted(path.name for path in folder.iterdir()) == ["diary.db", "diary.seen", "inbox.dat"]


def test_a_passphrase_that_protects_nothing_changes_nothing(
    vault: Vault, folder: Path, passphrase: str
) -> None:
    before = (folder / "diary.db").read_bytes()
    with pytest.raises(InvalidValue):
        vault.change_passphrase("")
    assert (folder / "diary.db").read_bytes() == before
    with opened(folder, passphrase) as again:
        assert again.history() == History()


def test_a_program_that_had_the_diary_open_writes_nothing_to_the_old_file(
    vault: Vault, add: Callable[..., None], folder: Path, passphrase: str
) -> None:
    with opened(folder, passphrase) as other:
        other.change_passphrase(NEW)
    with pytest.raises(BusyDiary, match="replaced the diary meanwhile"):
        add(ENTRY)
    with pytest.raises(BusyDiary):
        vault.change_passphrase("a third one")
    with opened(folder, NEW) as again:
        assert again.history() == History()


@pytest.mark.parametrize("why", ["full disk", "read-only folder"])
def test_where_nothing_can_be_written_the_diary_keeps_its_passphrase(
    folder: Path, passphrase: str, why: str
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", STOPPED, str(folder), passphrase, why],
        capture_output=True,
        text=True,
        check=False,
    )
    folder.chmod(0o700)
    assert done.stderr == ""
    assert done.stdout.count("nothing in it was changed; see that the disk has room") == 2
    with opened(folder, passphrase) as vault:
        assert vault.history() == History()
    assert {path.name for path in folder.rglob("*")} <= {"diary.db", "backups", "inbox.dat"}


def test_a_backup_takes_the_place_of_the_diary_which_is_backed_up_and_kept(
    vault: Vault, add: Callable[..., None], folder: Path, passphrase: str, tmp_path: Path
) -> None:
    add(ENTRY)
    backup = vault.back_up().rename(tmp_path / "backup.db")
    add(LATER)
    (tmp_path / "page.pdf").write_bytes(b"a page")
    vault.note_files([tmp_path / "page.pdf"])
    seen = remembered(folder)
    with unpacked(folder, backup, passphrase) as copy:
        assert copy.history() == History(entries=(ENTRY,))
        kept = vault.give_way_to(copy).kept
    with opened(folder, passphrase) as again:
        assert again.history() == History(entries=(ENTRY,))
        assert again.elsewhere().unchanged == (tmp_path / "page.pdf",)
    assert remembered(folder) > seen
    assert [path.name[:8] for path in copies_in(folder / "backups")] == ["replaced", "diary-20"]
    for copy_of_before in copies_in(folder / "backups"):
        with unpacked(folder, copy_of_before, passphrase) as before:
            assert before.history() == History(entries=(ENTRY, LATER))
    assert kept in copies_in(folder / "backups")


def test_a_backup_with_an_older_passphrase_brings_that_back(
    vault: Vault, folder: Path, passphrase: str
) -> None:
    backup = vault.back_up()
    vault.change_passphrase(NEW)
    with opened(folder, NEW) as present:
        with pytest.raises(WrongPassphrase), unpacked(folder, backup, present):
            pass
        with unpacked(folder, backup, passphrase) as copy:
            present.give_way_to(copy)
    with opened(folder, passphrase) as again:
        assert again.history() == History()


def test_a_backup_replaces_a_diary_that_does_not_open_with_what_a_stop_left_beside_it(
    vault: Vault, add: Callable[..., None], folder: Path, passphrase: str
) -> None:
    add(ENTRY)
    backup = vault.back_up()
    (folder / "diary.db").write_bytes(b"damaged beyond help")
    (folder / "diary.db-journal").write_bytes(b"of the damaged one")
    with unpacked(folder, backup, passphrase) as copy:
        kept = copy.take_free_place(folder).kept
    with opened(folder, passphrase) as again:
        assert again.history() == History(entries=(ENTRY,))
    assert kept is not None
    assert kept.read_bytes() == b"damaged beyond help"
    assert kept.with_name(f"{kept.name}-journal").read_bytes() == b"of the damaged one"


@pytest.fixture
def synced(monkeypatch: pytest.MonkeyPatch) -> set[tuple[int, int]]:
    """Which folders and files were brought to the disk, by device and number."""
    found = set()

    def fsync(handle: int, fsync: Callable[[int], None] = os.fsync) -> None:
        fsync(handle)
        found.add(identity(os.fstat(handle)))

    monkeypatch.setattr(os, "fsync", fsync)
    return found


def identity(status: os.stat_result) -> tuple[int, int]:
    return status.st_dev, status.st_ino


def test_the_name_of_the_kept_diary_is_brought_to_the_disk_before_the_name_is_given_away(
    folder: Path, passphrase: str, tmp_path: Path, synced: set[tuple[int, int]]
) -> None:
    create(tmp_path / "other", passphrase)
    with unpacked(folder, tmp_path / "other" / "diary.db", passphrase) as copy:
        assert copy.take_free_place(folder).kept is not None
    assert identity((folder / "backups").stat()) in synced


def test_what_was_erased_is_gone_from_the_folders_on_the_disk_too(
    vault: Vault, folder: Path, tmp_path: Path, synced: set[tuple[int, int]]
) -> None:
    backup = vault.back_up(tmp_path / "usb")
    synced.clear()
    erase([backup, *belongings(folder)], folder)
    assert {identity(each.stat()) for each in (tmp_path, tmp_path / "usb")} <= synced


def test_a_backup_of_an_older_version_is_brought_up_to_this_one(tmp_path: Path) -> None:
    folder = tmp_path / "diary"
    make_folder(folder)
    before = (FROZEN / "0001.db").read_bytes()
    with unpacked(folder, FROZEN / "0001.db", "frozen made up words") as copy:
        told = copy.history()
        assert copy.take_free_place(folder).kept is None
    with opened(folder, "frozen made up words") as vault:
        assert vault.history() == told
        assert len(told.entries) > 10
    assert (FROZEN / "0001.db").read_bytes() == before


def test_a_backup_of_a_newer_version_is_refused(
    vault: Vault, folder: Path, passphrase: str
) -> None:
    backup = vault.back_up()
    driver = connect(backup, passphrase)
    driver.execute("UPDATE alembic_version SET version_num = '9999'")
    driver.close()
    with pytest.raises(NewerDiary), unpacked(folder, backup, passphrase):
        pass


@pytest.mark.parametrize("harm", ["a damaged page", "cut off"])
def test_a_damaged_backup_is_refused_and_the_diary_left_as_it_is(
    vault: Vault, add: Callable[..., None], folder: Path, passphrase: str, harm: str
) -> None:
    add(*(Entry(id=f"{n}", date=NOON.date(), note="long " * 500) for n in range(9)))
    backup = vault.back_up()
    content = bytearray(backup.read_bytes())
    content[9 * 4096 + 100] ^= 1
    backup.write_bytes(content if harm == "a damaged page" else content[: len(content) // 2])
    before = (folder / "diary.db").read_bytes()
    with pytest.raises(DamagedDiary), unpacked(folder, backup, passphrase):
        pass
    assert (folder / "diary.db").read_bytes() == before


def test_a_backup_that_is_not_there_is_said_so(vault: Vault, folder: Path) -> None:
    with pytest.raises(NoDiary, match="no such backup"), unpacked(folder, folder / "no.db", vault):
        pass


def test_a_failed_restore_does_not_make_the_diary_look_older_than_it_is(
    add: Callable[..., None], folder: Path, passphrase: str
) -> None:
    add(ENTRY)
    script = (
        "import os, signal, sys\nfrom pathlib import Path\n"
        "import diary.vault.restoring as restoring\nfrom diary.vault import opened, unpacked\n"
        "restoring._kept = lambda *_: os.kill(os.getpid(), signal.SIGKILL)\n"
        "folder, word = Path(sys.argv[1]), sys.argv[2]\n"
        "with opened(folder, word) as vault, unpacked(folder, vault.back_up(), word) as copy:\n"
        "    vault.give_way_to(copy)\n"
    )
    seen = remembered(folder)
    arguments = [sys.executable, "-c", script, str(folder), passphrase]
    assert subprocess.run(arguments, check=False).returncode == -9
    assert remembered(folder) == seen
    with opened(folder, passphrase) as again:
        assert [each.what for each in again.examine() if each.level is Level.WRONG] == []


def test_what_was_sealed_while_a_backup_took_the_place_of_the_diary_is_filed(
    vault: Vault, folder: Path, passphrase: str, tmp_path: Path
) -> None:
    create(tmp_path / "other", "of the other one")
    other = tmp_path / "other" / "diary.db"
    inbox = (folder / "inbox.dat").read_bytes()
    with unpacked(folder, other, "of the other one") as copy:
        vault.give_way_to(copy)
    restored = (folder / "inbox.dat").read_bytes()
    assert restored == (tmp_path / "other" / "inbox.dat").read_bytes() != inbox
    (folder / "inbox.dat").write_bytes(inbox)  # as a kill after the replacement leaves it
    seal(folder, Record(entry=ENTRY, at=NOON))
    with opened(folder, "of the other one") as again:
        assert again.file_inbox(folder, NOON, follows=lambda *_: None) == Filed(entries=(ENTRY,))
    assert (folder / "inbox.dat").read_bytes() == restored
    with pytest.raises(WrongPassphrase), opened(folder, passphrase):
        pass
