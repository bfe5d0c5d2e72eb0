"""Backups: encrypted, looked at as a whole, cleared away only where they are of this diary."""

import datetime as dt
import os
import shutil
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from diary.errors import BusyDiary, DamagedDiary, NotSaved, WrongPassphrase
from diary.model import Entry, History
from diary.vault import Change, Vault, create, opened, unpacked
from diary.vault.backup import KEPT, backups_in

NOON = dt.datetime(2026, 11, 2, 12, 0, tzinfo=dt.UTC)
DAY = NOON.date()
ENTRY = Entry(id="1", date=DAY, note="Honeysuckle")


def test_a_backup_is_closed_to_others_encrypted_and_says_what_the_diary_says(
    vault: Vault, add: Callable[..., None], folder: Path, passphrase: str
) -> None:
    add(ENTRY)
    backup = vault.back_up()
    assert backup.parent == folder / "backups"
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    assert stat.S_IMODE(backup.parent.stat().st_mode) == 0o700
    assert b"SQLite" not in backup.read_bytes()
    with pytest.raises(WrongPassphrase), unpacked(folder, backup, "another one"):
        pass
    with unpacked(folder, backup, passphrase) as copy:
        assert copy.history() == History(entries=(ENTRY,))
    names = sorted(path.name for path in folder.iterdir())
    assert names == ["backups", "diary.db", "diary.seen", "inbox.dat"]


def test_a_second_backup_of_the_same_diary_is_the_same_file(
    vault: Vault, add: Callable[..., None]
) -> None:
    add(ENTRY)
    first = vault.back_up()
    content = first.read_bytes()
    assert vault.back_up() == first
    assert first.read_bytes() == content


def test_two_changes_in_one_second_make_two_backups(
    vault: Vault, add: Callable[..., None], folder: Path
) -> None:
    moment = 1_790_000_000
    for number in ("1", "2"):
        add(Entry(id=number, date=DAY))
        os.utime(folder / "diary.db", (moment, moment))
        vault.back_up()
    first, second = backups_in(folder / "backups")
    assert second.name == f"{first.stem}-2.db"


def test_only_the_oldest_backups_of_this_diary_are_cleared_away(
    vault: Vault, folder: Path, tmp_path: Path
) -> None:
    usb = tmp_path / "usb"
    vault.note_backup_folder(usb)
    made = vault.back_up(usb)
    days = [f"2020-01-{day:02}-120000" for day in range(1, KEPT + 2)]
    for day in days:
        shutil.copyfile(made, usb / f"diary-{day}.db")
    create(tmp_path / "other", "of somebody else")
    shutil.copyfile(tmp_path / "other" / "diary.db", usb / "diary-2019-01-01-120000.db")
    shutil.copyfile(made, usb / "my own copy.db")
    (usb / "diary-2018-01-01-120000.db").symlink_to(made)
    made.unlink()
    vault.back_up(usb)
    assert sorted(path.name for path in usb.iterdir()) == sorted(
        [
            *(f"diary-{day}.db" for day in days[2:]),
            made.name,
            "diary-2018-01-01-120000.db",
            "diary-2019-01-01-120000.db",
            "my own copy.db",
        ]
    )
    assert vault.elsewhere().backup_folders == (usb,)
    assert not (folder / "backups").exists()


def test_the_backup_just_made_stays_whatever_the_clock_says(
    vault: Vault, add: Callable[..., None], folder: Path, passphrase: str
) -> None:
    made = vault.back_up()
    for day in range(1, KEPT + 1):
        shutil.copyfile(made, made.with_name(f"diary-2099-01-{day:02}-120000.db"))
    made.unlink()
    wanted: list[Entry] = []
    for number in range(KEPT + 2):
        wanted.append(Entry(id=f"{number}", date=DAY))
        add(wanted[-1])
        newest = vault.back_up()
        assert backups_in(folder / "backups")[-1] == newest
        assert len(backups_in(folder / "backups")) == KEPT
    with unpacked(folder, newest, passphrase) as copy:
        assert copy.history() == History(entries=tuple(wanted))
    assert [b.name for b in backups_in(folder / "backups")] == [
        f"diary-2099-01-07-120000-{number}.db" for number in range(4, 11)
    ]


def test_an_older_copy_put_back_and_changed_is_not_taken_for_the_newest_backup(
    folder: Path, passphrase: str
) -> None:
    other = Entry(id="2", date=DAY)
    with opened(folder, passphrase) as first:
        first.set("support", "hidden")
        older = (folder / "diary.db").read_bytes()
        first.write("log", [Change(None, ENTRY)], NOON)
        first.back_up()
    (folder / "diary.db").write_bytes(older)
    with opened(folder, passphrase) as second:
        second.write("log", [Change(None, other)], NOON)
        os.utime(folder / "diary.db", (1_700_000_000, 1_700_000_000))
        with unpacked(folder, second.back_up(), passphrase) as copy:
            assert copy.history() == History(entries=(other,))


@pytest.mark.parametrize("page", [0, 9])
def test_a_damaged_newest_backup_does_not_keep_another_from_being_made(
    vault: Vault, add: Callable[..., None], folder: Path, passphrase: str, page: int
) -> None:
    add(*(Entry(id=f"{n}", date=DAY, note="long " * 500) for n in range(9)))
    damaged = vault.back_up()
    damage(damaged, page=page)
    again = vault.back_up()
    assert again.name == f"{damaged.stem}-2.db"
    with unpacked(folder, again, passphrase) as copy:
        assert copy.history() == vault.history()


def test_what_a_killed_backup_left_is_removed_by_the_next(vault: Vault, folder: Path) -> None:
    made = vault.back_up()
    shutil.copyfile(made, made.with_name("diary-2020-01-01-120000.db.77.part"))
    (made.with_name("diary-2020-01-02-120000.db.78.part")).write_bytes(b"")
    made.unlink()
    vault.back_up()
    assert [path.name for path in (folder / "backups").iterdir()] == [made.name]


def test_a_damaged_diary_is_not_taken_for_a_backup(
    vault: Vault, add: Callable[..., None], folder: Path
) -> None:
    add(*(Entry(id=f"{n}", date=DAY, note="long " * 500) for n in range(9)))
    damage(folder / "diary.db", page=9)
    with pytest.raises(DamagedDiary):
        vault.back_up()
    assert backups_in(folder / "backups") == ()


def damage(file: Path, *, page: int) -> None:
    content = bytearray(file.read_bytes())
    content[page * 4096 + 100] ^= 1
    file.write_bytes(content)


def test_where_no_folder_can_be_made_nothing_is_backed_up(vault: Vault, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(NotSaved, match="the folder can be written to"):
        vault.back_up(tmp_path / "file" / "backups")


def test_a_backup_waits_for_another_program_that_writes(
    vault: Vault, folder: Path, passphrase: str
) -> None:
    with opened(folder, passphrase) as other, other._changing(), pytest.raises(BusyDiary):  # noqa: SLF001 - a write that goes on
        vault.back_up()
