"""`diary forget` and `diary erase`: what goes, what stays, and what people are told."""

import resource
from collections.abc import Callable
from pathlib import Path

from running import PASSPHRASE, OpenTerminal, RunDiary

from diary import vault
from diary.errors import ExitStatus
from diary.model import History
from diary.vault.backup import backups_in, copies_in

NEW = "seven very different made up words today"
LOG = ("log", "--on", "2026-11-02", "--sex", "vaginal", "--no-bleeding")


def test_a_forgotten_entry_is_shown_first_and_copies_that_have_it_are_named(
    diary: RunDiary, home: Path, recorded: Callable[[], History]
) -> None:
    diary(*LOG)
    diary("backup")
    (entry,) = recorded().entries
    short = str(entry.id)[:8]
    asked = diary("forget", short)
    assert asked.status == ExitStatus.USAGE
    assert "2026-11-02: sex: vaginal sex, no bleeding" in asked.out
    assert recorded().entries == (entry,)
    done = diary("forget", short, "--yes")
    assert done.status == 0
    assert str(copies_in(home / "backups")[0]) in done.out
    assert recorded() == History()
    assert diary("undo", "--yes").status == ExitStatus.NOT_FOUND


def test_where_there_is_no_room_to_write_the_file_anew_it_is_told_that_it_is_forgotten(
    diary: RunDiary, home: Path, recorded: Callable[[], History]
) -> None:
    diary(*LOG)
    (entry,) = recorded().entries
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, ((home / "diary.db").stat().st_size, before[1]))
    try:
        done = diary("forget", str(entry.id), "--yes")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert done.status == ExitStatus.NOT_SAVED
    assert "Forgotten." in done.out
    assert "it is forgotten and written over" in " ".join(done.err.lower().split())
    assert "nothing in it was changed" not in " ".join(done.err.split())
    assert recorded() == History()


def test_enter_alone_forgets_nothing(terminal: OpenTerminal, home: Path, diary: RunDiary) -> None:
    diary(*LOG)
    with vault.opened(home, PASSPHRASE) as opened:
        (entry,) = opened.history().entries
    screen = terminal("forget", str(entry.id))
    screen.sees("cannot bring it back").answers("Forget this? [y/N]").sees("Nothing was changed.")
    assert screen.ends() == 0
    with vault.opened(home, PASSPHRASE) as opened:
        assert opened.history().entries == (entry,)


def test_what_was_deleted_comes_back_by_import_only_once_it_is_forgotten(
    diary: RunDiary, recorded: Callable[[], History]
) -> None:
    diary(*LOG)
    diary("export", "-o", "all.json")
    (entry,) = recorded().entries
    diary("delete", str(entry.id), "--yes")
    assert "not brought back" in diary("import", "all.json").out
    shown = diary("forget", str(entry.id)[:8], "--yes")
    assert "Something that was deleted before." in shown.out
    diary("import", "all.json")
    assert recorded().entries == (entry,)


def test_erasing_takes_the_diary_its_backups_and_the_files_that_it_wrote(
    diary: RunDiary, home: Path, tmp_path: Path
) -> None:
    diary(*LOG)
    diary("export", "-o", "all.json")
    diary("export", "-o", "changed.json")
    diary("backup")
    diary("backup", "usb")
    (tmp_path / "changed.json").write_text("something else by now")
    (tmp_path / "usb" / "own.txt").write_text("not of the diary")
    refused = diary("erase")
    assert refused.status == ExitStatus.USAGE
    assert '"--erase-everything"' in refused.err
    assert (home / "diary.db").exists()
    done = diary("erase", "--erase-everything")
    assert done.status == 0
    assert not home.exists()
    assert not (tmp_path / "all.json").exists()
    assert (tmp_path / "changed.json").read_text() == "something else by now"
    assert [path.name for path in (tmp_path / "usb").iterdir()] == ["own.txt"]
    assert "Old blocks on an SSD" in done.out
    assert "These were changed since the program wrote them, and stay:" in done.out


def test_a_backup_elsewhere_that_opens_with_an_earlier_passphrase_is_erased_too(
    diary: RunDiary, home: Path, tmp_path: Path, passphrase_file: Path
) -> None:
    diary("backup", "usb")
    (tmp_path / "new").write_text(NEW)
    diary("passphrase", "--new-file", "new")
    passphrase_file.write_text(NEW)
    (of_before,) = backups_in(tmp_path / "usb")
    other = of_another_diary(tmp_path)
    done = diary("erase", "--erase-everything")
    assert str(of_before) in done.out
    assert [*(tmp_path / "usb").iterdir()] == [other]
    stays = done.out.partition("These are named like backups,")[2]
    assert str(other) in stays.partition("What will remain")[0]
    assert not home.exists()


def test_so_is_one_of_a_diary_that_a_restore_took_the_place_of(
    diary: RunDiary, tmp_path: Path
) -> None:
    diary("backup", "usb")
    vault.create(tmp_path / "other", PASSPHRASE)
    diary("restore", str(tmp_path / "other" / "diary.db"), "--yes")
    diary("erase", "--erase-everything")
    assert [*(tmp_path / "usb").iterdir()] == []


def test_what_lies_on_a_stick_stays_known_while_it_is_not_connected(
    diary: RunDiary, tmp_path: Path
) -> None:
    stick, drawer = tmp_path / "stick", tmp_path / "drawer"
    stick.mkdir()
    diary("export", "-o", "stick/all.json")
    diary("backup", "stick/copies")
    stick.rename(drawer)
    diary("export", "-o", "here.json")
    drawer.rename(stick)
    done = diary("erase", "--erase-everything")
    assert "cannot be found now" not in done.out
    assert [path.name for path in stick.rglob("*")] == ["copies"]
    assert not (tmp_path / "here.json").exists()


def test_what_cannot_be_found_is_named_before_all_is_erased(
    terminal: OpenTerminal, diary: RunDiary, tmp_path: Path
) -> None:
    (tmp_path / "stick").mkdir()
    diary("export", "-o", "stick/all.json")
    diary("backup", "stick/copies")
    (tmp_path / "stick").rename(tmp_path / "drawer")
    screen = terminal("erase", columns=200)
    screen.sees("These cannot be found now.", "stick/all.json", "These folders had backups.")
    screen.sees("stick/copies", "connect the disk or stick first").answers('Type "erase"', "")
    assert screen.ends() == 0
    assert (tmp_path / "drawer" / "all.json").exists()


def test_only_what_may_have_it_is_named_when_something_is_forgotten(
    diary: RunDiary, tmp_path: Path, recorded: Callable[[], History]
) -> None:
    diary(*LOG)
    diary("backup", "usb")
    (mine,) = backups_in(tmp_path / "usb")
    other = of_another_diary(tmp_path)
    diary("export", "-o", "all.json")
    (entry,) = recorded().entries
    forgotten = diary("forget", str(entry.id), "--yes")
    (tmp_path / "new").write_text(NEW)
    changed = diary("passphrase", "--new-file", "new")
    for done in (forgotten, changed):
        assert str(mine) in done.out
        assert str(other) not in done.out
    assert "These reports and exports may still have it:" in forgotten.out
    assert str(tmp_path / "all.json") in forgotten.out


def of_another_diary(folder: Path) -> Path:
    vault.create(folder / "another", "of somebody else")
    copy = folder / "usb" / "diary-2026-01-01-120000.db"
    (folder / "another" / "diary.db").rename(copy)
    return copy


def test_who_forgot_the_passphrase_can_erase_and_is_told_what_is_not_known(
    terminal: OpenTerminal, home: Path, tmp_path: Path, diary: RunDiary
) -> None:
    diary("export", "-o", "all.json")
    (home / "own.txt").write_text("not of the diary")
    screen = terminal("erase", asks_passphrase=True)
    screen.answers("Do you have the passphrase?", "n").sees("They stay.", "What will remain")
    screen.answers('Type "erase" to remove all of it', "erase").sees("It is gone.")
    assert screen.ends() == 0
    assert [path.name for path in home.iterdir()] == ["own.txt"]
    assert (tmp_path / "all.json").exists()


def test_another_word_erases_nothing(terminal: OpenTerminal, home: Path) -> None:
    before = {path.name: path.read_bytes() for path in home.iterdir()}
    screen = terminal("erase")
    screen.answers('Type "erase"', "yes").sees("Nothing was changed.")
    assert screen.ends() == 0
    assert {path.name: path.read_bytes() for path in home.iterdir()} == before


def test_a_report_is_noted_for_erasing(diary: RunDiary, tmp_path: Path) -> None:
    diary(*LOG)
    diary("report", "-o", "page.png", "--yes")
    assert (tmp_path / "page.png").exists()
    assert "page.png" in diary("erase", "--erase-everything").out
    assert not (tmp_path / "page.png").exists()


def test_where_there_is_nothing_nothing_is_erased(diary_in: RunDiary) -> None:
    assert diary_in("erase", "--erase-everything").status == ExitStatus.NOT_FOUND
