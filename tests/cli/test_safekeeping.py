"""Backups, restoring, a new passphrase, the doctor: as a person and as a script meet them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from running import PASSPHRASE, OpenTerminal, RunDiary

from diary import vault
from diary.errors import ExitStatus
from diary.model import History
from diary.vault.backup import copies_in

SENTINEL = "Honeysuckle"
NEW = "seven very different made up words today"
LOG = ("log", "--on", "2026-11-02", "--sex", "vaginal", "--no-bleeding")


def test_a_backup_is_made_named_and_brought_back(
    diary: RunDiary, home: Path, recorded: Callable[[], History]
) -> None:
    diary(*LOG)
    made = diary("backup")
    (backup,) = copies_in(home / "backups")
    assert made.status == 0
    assert f"The backup is here: {backup}" in made.out
    assert "passphrase that the diary has today" in " ".join(made.out.split())
    diary("log", "--on", "2026-11-03", "--sex", "oral", "--no-bleeding")
    asked = diary("restore", str(backup))
    assert asked.status == ExitStatus.USAGE
    assert "only in the diary of now, and gone from it afterwards: 1 entry (2026-11-03" in asked.out
    assert 'add "--yes"' in asked.err
    assert len(recorded().entries) == 2
    done = diary("restore", str(backup), "--yes")
    assert done.status == 0
    assert [str(entry.date) for entry in recorded().entries] == ["2026-11-02"]
    (kept,) = [copy for copy in copies_in(home / "backups") if copy.name.startswith("replaced")]
    assert str(kept) in done.out


def test_a_second_backup_of_the_same_diary_on_a_stick_is_the_same_file(
    diary: RunDiary, tmp_path: Path
) -> None:
    diary(*LOG)
    for _ in range(2):
        assert diary("backup", "stick").status == 0
        assert len(copies_in(tmp_path / "stick")) == 1


@pytest.mark.parametrize("harm", ["none", "damaged"])
def test_what_is_sealed_after_another_diary_was_brought_back_is_filed_in_it(
    diary: RunDiary, home: Path, tmp_path: Path, recorded: Callable[[], History], harm: str
) -> None:
    vault.create(tmp_path / "other", PASSPHRASE)
    if harm == "damaged":
        (home / "diary.db").write_bytes(b"damaged beyond help")
        diary(*LOG, "--sealed")
    restored = diary("restore", str(tmp_path / "other" / "diary.db"), "--yes")
    assert restored.status == 0
    waited = "1 entry waited to be filed. Only the diary of before" in " ".join(
        restored.out.split()
    )
    assert waited == (home / "inbox-aside.dat").exists() == (harm == "damaged")
    sealed = diary("log", "--on", "2026-11-05", "--sex", "oral", "--no-bleeding", "--sealed")
    assert "Saved as" in sealed.out + sealed.err
    listed = diary("list")
    assert "1 entry from the inbox filed." in listed.err
    assert [str(entry.date) for entry in recorded().entries] == ["2026-11-05"]


def test_an_import_makes_a_backup_first(diary: RunDiary, home: Path, tmp_path: Path) -> None:
    diary(*LOG)
    diary("export", "-o", "all.json")
    diary("import", "all.json")
    assert not (home / "backups").exists()
    text = (tmp_path / "all.json").read_text().replace("2026-11-02", "2026-11-01")
    (tmp_path / "more.json").write_text(text.replace('"id": "', '"id": "f'))
    diary("import", "more.json")
    (backup,) = copies_in(home / "backups")
    with vault.unpacked(home, backup, PASSPHRASE) as copy:
        assert len(copy.history().entries) == 1


def test_a_damaged_backup_keeps_neither_a_backup_nor_an_import_from_being_done(
    diary: RunDiary, home: Path, recorded: Callable[[], History]
) -> None:
    diary(*LOG)
    diary("export", "-o", "all.json")
    (entry,) = recorded().entries
    diary("forget", str(entry.id), "--yes")
    diary("backup")
    (damaged,) = copies_in(home / "backups")
    content = bytearray(damaged.read_bytes())
    content[100] ^= 1
    damaged.write_bytes(content)
    assert diary("import", "all.json").status == 0
    assert recorded().entries == (entry,)
    assert diary("backup").status == 0
    assert len(copies_in(home / "backups")) == 3


@pytest.mark.parametrize(
    ("content", "status", "why"),
    [
        (
            b"",
            ExitStatus.INVALID,
            "that file is empty, so it is no backup of a diary; name another",
        ),
        (
            b"SQLite format 3\x00" + bytes(4096),
            ExitStatus.INVALID,
            "that file is not encrypted, so it is no backup; name another",
        ),
        (
            b"a letter to somebody " * 400,
            ExitStatus.WRONG_PASSPHRASE,
            "does not open that file, or it is damaged or no backup of a diary; try",
        ),
    ],
    ids=["empty", "not encrypted", "another file"],
)
def test_a_file_that_is_no_backup_is_said_to_be_none(
    diary: RunDiary, home: Path, content: bytes, status: ExitStatus, why: str
) -> None:
    (home.parent / "other.db").write_bytes(content)
    before = (home / "diary.db").read_bytes()
    done = diary("restore", "other.db", "--yes")
    said = " ".join(done.err.split())
    assert (done.status, why in said) == (status, True)
    assert "the diary was left as it was" in said
    assert "diary init" not in said
    assert (home / "diary.db").read_bytes() == before


def test_in_a_terminal_a_backup_is_chosen_from_a_list_and_may_have_an_older_passphrase(
    terminal: OpenTerminal, home: Path
) -> None:
    with vault.opened(home, PASSPHRASE) as opened:
        opened.back_up()
        opened.change_passphrase(NEW)
    screen = terminal("restore", asks_passphrase=True)
    screen.answers("Passphrase:", NEW).sees("Which one?", "1 diary-20").answers("Number:", "1")
    screen.sees("That did not open the backup.").answers("Passphrase of the backup:", PASSPHRASE)
    screen.sees("Both say the same.").answers("Put it in the place of the diary? [y/N]", "y")
    screen.sees("It opens with the passphrase of the backup.", "is kept here:")
    assert screen.ends() == 0
    with vault.opened(home, PASSPHRASE) as opened:
        assert opened.history() == History()


def test_enter_alone_leaves_the_diary_as_it_is(terminal: OpenTerminal, home: Path) -> None:
    with vault.opened(home, PASSPHRASE) as opened:
        backup = opened.back_up()
    before = (home / "diary.db").read_bytes()
    screen = terminal("restore", str(backup))
    screen.answers("Put it in the place of the diary?").sees("Nothing was changed.")
    assert screen.ends() == 0
    assert (home / "diary.db").read_bytes() == before
    assert sorted(path.name for path in home.iterdir()) == ["backups", "diary.db", "inbox.dat"]


@pytest.mark.parametrize("harm", ["a damaged page", "cut off"])
def test_a_damaged_diary_is_found_by_the_doctor_and_a_backup_brought_back(
    diary: RunDiary, home: Path, recorded: Callable[[], History], harm: str
) -> None:
    diary(*LOG)
    diary("backup")
    content = bytearray((home / "diary.db").read_bytes())
    content[9 * 4096 + 100] ^= 1
    harmed = content if harm == "a damaged page" else content[: len(content) // 2]
    (home / "diary.db").write_bytes(harmed)
    sick = diary("doctor")
    assert sick.status == ExitStatus.UNSAFE
    assert "wrong" in sick.out
    assert "diary restore" in " ".join(sick.out.split())
    (backup,) = copies_in(home / "backups")
    restored = diary("restore", str(backup), "--yes")
    assert restored.status == 0
    assert "does not open or is not whole" in " ".join(restored.out.split())
    assert len(recorded().entries) == 1
    (kept,) = (copy for copy in copies_in(home / "backups") if copy.name.startswith("replaced"))
    assert kept.read_bytes() == bytes(harmed)


def test_the_doctor_says_what_is_well_and_nothing_of_what_is_written(
    diary: RunDiary, home: Path
) -> None:
    add_note(home)
    first = diary("doctor")
    assert first.status == 0
    assert "look  there is no backup beside the diary" in first.out
    diary("backup")
    well = diary("doctor")
    assert {line[:6].strip() for line in well.out.splitlines()} == {"ok", ""}
    for shown in (first, well):
        assert SENTINEL not in shown.out + shown.err
        assert "spotting" not in shown.out


def add_note(home: Path) -> None:
    from made_up import after_sex

    from diary.cli.session import Session

    entry = after_sex("2026-11-02")
    noted = type(entry)(
        id="1", date=entry.date, bleeding=entry.bleeding, sex=entry.sex, note=SENTINEL
    )
    with vault.opened(home, PASSPHRASE) as opened:
        opened.write("log", [vault.Change(None, noted)], Session.now())


def test_the_doctor_notices_an_older_copy_in_the_place_of_the_diary(
    diary: RunDiary, home: Path
) -> None:
    diary(*LOG)
    older = (home / "diary.db").read_bytes()
    diary(*LOG)
    (home / "diary.db").write_bytes(older)
    diary(*LOG)
    diary(*LOG)
    swapped = diary("doctor")
    assert swapped.status == ExitStatus.UNSAFE
    assert "wrong an older copy lies in the place of the diary" in swapped.out
    (home / "diary.seen").unlink()
    assert diary("doctor").status == 0


def test_the_doctor_says_what_others_could_read_and_how_to_close_it(
    diary: RunDiary, home: Path
) -> None:
    (home / "diary.db").chmod(0o644)
    open_to_all = diary("doctor")
    assert open_to_all.status == ExitStatus.UNSAFE
    assert "chmod 600" in open_to_all.out
    assert "chmod -R go=" in open_to_all.out


def test_the_passphrase_is_changed_in_a_terminal_and_older_backups_are_named(
    terminal: OpenTerminal, home: Path
) -> None:
    with vault.opened(home, PASSPHRASE) as opened:
        backup = opened.back_up()
    screen = terminal("passphrase", asks_passphrase=True)
    screen.answers("Passphrase:", PASSPHRASE).answers("New passphrase", NEW)
    screen.answers("The same again", NEW).sees("has its new passphrase", backup.name)
    assert screen.ends() == 0
    assert NEW not in screen.shown
    with vault.opened(home, NEW) as opened:
        assert opened.history() == History()


def test_a_script_names_a_file_with_the_new_passphrase(
    diary: RunDiary, home: Path, tmp_path: Path, passphrase_file: Path
) -> None:
    missing = diary("passphrase")
    assert missing.status == ExitStatus.USAGE
    assert "--new-file" in missing.err
    unreadable = diary("passphrase", "--new-file", "nowhere")
    assert unreadable.status == ExitStatus.USAGE
    assert 'the file that "--new-file" names cannot be read' in unreadable.err
    (tmp_path / "new").write_text(NEW + "\n")
    assert diary("passphrase", "--new-file", "new").status == 0
    assert diary("list").status == ExitStatus.WRONG_PASSPHRASE
    passphrase_file.write_text(NEW)
    assert diary("list").status == 0
    assert home.is_dir()


@pytest.mark.parametrize("command", [("backup",), ("passphrase", "--new-file", "x"), ("doctor",)])
def test_without_a_diary_the_way_to_one_is_named(
    diary_in: RunDiary, command: tuple[str, ...]
) -> None:
    done = diary_in(*command)
    assert done.status in (ExitStatus.NOT_FOUND, ExitStatus.UNSAFE)
    assert '"diary init" makes one' in done.out + done.err
