"""What waits in the inbox is filed once, whatever happens in between, and the rest kept aside."""

import datetime as dt
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from diary.errors import NoSuchEntry, NotSaved
from diary.inbox import file
from diary.inbox.adding import add
from diary.inbox.record import Record
from diary.inbox.sealing import new_private_key, public_key_of, seal
from diary.model import Entry, History, Pain
from diary.vault import Change, Filed, Vault, create, opened

NOON = dt.datetime(2026, 11, 2, 12, 0, tzinfo=dt.UTC)
LATER = dt.datetime(2026, 11, 3, 9, 0, tzinfo=dt.UTC)
DAY = dt.date(2026, 11, 2)
NEW = "five other made up words"

FILE_NOW = """
import datetime as dt, sys
from pathlib import Path
from diary.vault import opened
folder = Path(sys.argv[1])
with opened(folder, sys.argv[2], wait=30) as vault:
    filed = vault.file_inbox(folder, dt.datetime.now(dt.UTC), follows=lambda *_: None)
print(len(filed.entries))
"""


def record(name: str, *, follows: str | None = None) -> Record:
    return Record(entry=Entry(id=name, date=DAY, pain=Pain(score=3)), at=NOON, follows=follows)


def nothing(_typed: str, _entry: Entry, _history: History) -> None:
    return None


def filed(folder: Path, vault: Vault, *, own: str | None = None) -> Filed:
    return vault.file_inbox(folder, LATER, follows=nothing, own=own)


def ids(vault: Vault) -> list[str | None]:
    return [entry.id for entry in vault.history().entries]


def test_what_waits_is_filed_and_the_inbox_is_empty(folder: Path, passphrase: str) -> None:
    add(folder, record("one"))
    add(folder, record("two"))
    with opened(folder, passphrase) as vault:
        assert [entry.id for entry in filed(folder, vault).entries] == ["one", "two"]
        assert ids(vault) == ["one", "two"]
        assert filed(folder, vault) == Filed()
    assert file.count(folder) == 0


def test_a_stop_before_the_inbox_was_emptied_doubles_nothing(
    folder: Path, passphrase: str, tmp_path: Path
) -> None:
    add(folder, record("one"))
    kept = tmp_path / "as it was before"
    shutil.copyfile(file.path_in(folder), kept)
    with opened(folder, passphrase) as vault:
        filed(folder, vault)
        shutil.copyfile(kept, file.path_in(folder))
        assert filed(folder, vault).entries == ()
        assert ids(vault) == ["one"]
        vault.undo()
        shutil.copyfile(kept, file.path_in(folder))
        assert filed(folder, vault).entries == ()
        assert ids(vault) == []


def test_an_old_copy_of_the_inbox_does_not_bring_back_what_was_forgotten(
    folder: Path, passphrase: str, tmp_path: Path
) -> None:
    add(folder, record("one"))
    kept = tmp_path / "as it was before"
    shutil.copyfile(file.path_in(folder), kept)
    with opened(folder, passphrase) as vault:
        filed(folder, vault)
        vault.forget("one")
        shutil.copyfile(kept, file.path_in(folder))
        add(folder, record("two"))
        assert [entry.id for entry in filed(folder, vault).entries] == ["two"]
        assert ids(vault) == ["two"]
        assert vault.waited() == {"two": LATER}
        with pytest.raises(NoSuchEntry):
            vault.forget("one")


def test_the_same_line_twice_is_one_entry(folder: Path, passphrase: str) -> None:
    add(folder, record("one"))
    path = file.path_in(folder)
    line = path.read_bytes().split(b"\n")[1]
    path.write_bytes(path.read_bytes() + line + b"\n")
    with opened(folder, passphrase) as vault:
        assert len(filed(folder, vault).entries) == 1


def test_undo_takes_them_back_one_by_one_like_any_other(folder: Path, passphrase: str) -> None:
    add(folder, record("one"))
    add(folder, record("two"))
    with opened(folder, passphrase) as vault:
        filed(folder, vault)
        commit = vault.undo()
        assert (commit.command, commit.at) == ("log", NOON)
        assert ids(vault) == ["one"]
        vault.undo()
        assert ids(vault) == []


def test_it_is_known_which_entries_waited(folder: Path, passphrase: str) -> None:
    add(folder, record("waited"))
    add(folder, record("own"))
    with opened(folder, passphrase) as vault:
        filed(folder, vault, own="own")
        assert vault.waited() == {"waited": LATER}


def test_a_damaged_record_is_kept_aside_and_the_rest_filed(folder: Path, passphrase: str) -> None:
    for name in ("one", "two", "three"):
        add(folder, record(name))
    path = file.path_in(folder)
    lines = path.read_bytes().split(b"\n")
    lines[2] = lines[2][:700]
    path.write_bytes(b"\n".join(lines))
    with opened(folder, passphrase) as vault:
        done = filed(folder, vault)
        assert [entry.id for entry in done.entries] == ["one", "three"]
        assert (done.aside, done.is_foreign, done.is_damaged) == (1, False, False)
    assert file.aside_in(folder).read_bytes() == lines[2] + b"\n"
    assert file.aside_in(folder).stat().st_mode & 0o777 == 0o600
    assert file.count(folder) == 0


def test_where_nothing_can_be_kept_aside_all_of_it_waits_on(folder: Path, passphrase: str) -> None:
    add(folder, record("one"))
    with file.path_in(folder).open("ab") as inbox:
        inbox.write(b"damaged")
    file.aside_in(folder).mkdir()
    with opened(folder, passphrase) as vault:
        with pytest.raises(NotSaved):
            filed(folder, vault)
        assert ids(vault) == []
        assert file.count(folder) == 2
        file.aside_in(folder).rmdir()
        done = filed(folder, vault)
        assert ([entry.id for entry in done.entries], done.aside) == (["one"], 1)


def test_a_key_that_is_not_the_diarys_is_told_and_put_right(folder: Path, passphrase: str) -> None:
    add(folder, record("before"))
    path, foreign = file.path_in(folder), public_key_of(new_private_key())
    mine = path.read_bytes().split(b"\n")[1]
    with file.opened_alone(folder, make=False) as inbox:
        inbox.empty(foreign)
    path.write_bytes(path.read_bytes() + mine + b"\n")
    add(folder, record("since"))
    with opened(folder, passphrase) as vault:
        done = filed(folder, vault)
        assert [entry.id for entry in done.entries] == ["before"]
        assert (done.aside, done.is_foreign) == (1, True)
        assert file.public_key(folder) == vault.inbox_key()
        add(folder, record("again"))
        assert len(filed(folder, vault).entries) == 1


@pytest.mark.parametrize("length", [20, 61])
def test_an_inbox_cut_within_its_key_is_told_and_made_anew(
    folder: Path, passphrase: str, length: int
) -> None:
    os.truncate(file.path_in(folder), length)
    with opened(folder, passphrase) as vault:
        assert filed(folder, vault).is_damaged
        assert file.public_key(folder) == vault.inbox_key()
        assert filed(folder, vault) == Filed()


@pytest.mark.parametrize("names", [(), ("one",)])
def test_an_inbox_of_an_earlier_version_is_filed_and_gets_the_checksum_of_its_key(
    folder: Path, passphrase: str, names: tuple[str, ...]
) -> None:
    path = file.path_in(folder)
    whole = path.read_bytes()
    path.write_bytes(b"inbox 1 " + whole.split(b" ")[2] + b"\n")
    for name in names:
        add(folder, record(name))
    with opened(folder, passphrase) as vault:
        done = filed(folder, vault)
    assert tuple(entry.id for entry in done.entries) == names
    assert (done.aside, done.is_foreign, done.is_damaged) == (0, False, False)
    assert path.read_bytes() == whole


def test_an_inbox_that_is_gone_is_made_anew_with_the_same_key(
    folder: Path, passphrase: str
) -> None:
    before = file.public_key(folder)
    file.path_in(folder).unlink()
    with opened(folder, passphrase) as vault:
        assert filed(folder, vault) == Filed()
    assert file.public_key(folder) == before


def test_a_record_that_takes_the_id_of_another_entry_is_kept_aside(
    folder: Path, passphrase: str
) -> None:
    mine = Entry(id="mine", date=DAY, note="as it was")
    add(folder, record("mine"))
    with opened(folder, passphrase) as vault:
        vault.write("import", [Change(None, mine)], NOON)
        assert filed(folder, vault).aside == 1
        assert vault.history().entries == (mine,)


def test_what_was_sealed_by_others_with_the_key_but_is_no_record_is_kept_aside(
    folder: Path, passphrase: str
) -> None:
    key = file.public_key(folder)
    assert key is not None
    with file.opened_alone(folder, make=False) as inbox:
        inbox.add(seal(b"not a record", key))
    with opened(folder, passphrase) as vault:
        assert filed(folder, vault).aside == 1


def test_the_sex_that_was_typed_is_looked_up_in_the_open_diary(
    folder: Path, passphrase: str
) -> None:
    seen = []

    def follows(typed: str, entry: Entry, history: History) -> str | None:
        seen.append((typed, entry.id, [each.id for each in history.entries]))
        return "one" if typed == "on" else None

    add(folder, record("one"))
    add(folder, record("two", follows="on"))
    add(folder, record("three", follows="nothing"))
    with opened(folder, passphrase) as vault:
        done = vault.file_inbox(folder, LATER, follows=follows)
        assert [entry.follows for entry in done.entries] == [None, "one", None]
        assert [entry.id for entry in done.unlinked] == ["three"]
    assert seen == [("on", "two", ["one"]), ("nothing", "three", ["one", "two"])]


def test_the_private_key_is_no_setting_that_a_command_can_read(
    folder: Path, passphrase: str
) -> None:
    with opened(folder, passphrase) as vault:
        vault.set("support", "hidden")
        assert vault.settings() == {"support": "hidden"}


def test_an_old_copy_of_the_diary_does_not_open_what_is_sealed_after_a_new_passphrase(
    folder: Path, passphrase: str, tmp_path: Path
) -> None:
    shutil.copytree(folder, tmp_path / "copied by somebody")
    (tmp_path / "copied by somebody").chmod(0o700)
    with opened(folder, passphrase) as vault:
        vault.change_passphrase(NEW)
    add(folder, record("one"))
    shutil.copyfile(file.path_in(folder), file.path_in(tmp_path / "copied by somebody"))
    with opened(tmp_path / "copied by somebody", passphrase) as vault:
        assert filed(tmp_path / "copied by somebody", vault) == Filed(aside=1, is_foreign=True)
    with opened(folder, NEW) as vault:
        assert [entry.id for entry in filed(folder, vault).entries] == ["one"]


def test_what_was_sealed_while_the_passphrase_changed_is_filed(
    folder: Path, passphrase: str
) -> None:
    add(folder, record("before"))
    with opened(folder, passphrase) as vault:
        vault.change_passphrase(NEW)
    add(folder, record("after"))
    for words in ("a third one of made up words", "a fourth one of made up words"):
        with opened(folder, NEW) as vault:
            vault.change_passphrase(words)
        with opened(folder, words) as vault:
            vault.change_passphrase(NEW)
    with opened(folder, NEW) as vault:
        done = filed(folder, vault)
        assert [entry.id for entry in done.entries] == ["before", "after"]
        assert (done.aside, done.is_foreign) == (0, False)
        assert file.public_key(folder) == vault.inbox_key()


def test_an_inbox_that_another_diary_left_is_kept_aside_when_a_diary_is_made(
    folder: Path, passphrase: str
) -> None:
    add(folder, record("of the other"))
    (folder / "diary.db").unlink()
    create(folder, passphrase)
    assert file.count(folder) == 0
    assert file.aside_in(folder).read_bytes().count(b"\n") == 1


def test_programs_that_file_and_add_at_once_lose_and_double_nothing(
    folder: Path, passphrase: str
) -> None:
    names = [f"{number}" for number in range(12)]
    filers = []
    for number, name in enumerate(names):
        add(folder, record(name))
        if number % 4 == 0:
            command = [sys.executable, "-c", FILE_NOW, str(folder), passphrase]
            filers.append(subprocess.Popen(command, stdout=subprocess.PIPE, text=True))
    counts = [int(filer.communicate(timeout=60)[0]) for filer in filers]
    with opened(folder, passphrase) as vault:
        counts.append(len(filed(folder, vault).entries))
        assert sorted(str(each) for each in ids(vault)) == sorted(names)
    assert sum(counts) == len(names)
