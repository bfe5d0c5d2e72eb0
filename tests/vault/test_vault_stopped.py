import datetime as dt
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from diary.errors import NotSaved
from diary.inbox.adding import add as seal
from diary.inbox.record import Record
from diary.model import Entry, History
from diary.vault import Change, Vault, create, is_there, opened, unpacked

NOON = dt.datetime(2026, 11, 2, 12, 0, tzinfo=dt.UTC)
ENTRY = Entry(id="1", date=NOON.date())
LATER = Entry(id="2", date=NOON.date())
NEW = "five other made up words"

FULL_DISK = """
import datetime as dt, resource, sys
from pathlib import Path
from diary.errors import NotSaved
from diary.model import Entry
from diary.vault import Change, create, opened
folder, passphrase = Path(sys.argv[1]), sys.argv[2]
now = dt.datetime(2026, 11, 2, 12, 0, tzinfo=dt.UTC)
size = (folder / "diary.db").stat().st_size if folder.exists() else 8192
resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
try:
    if not folder.exists():
        create(folder, passphrase)
    with opened(folder, passphrase) as vault:
        long = (Entry(id=f"long {n}", date=now.date(), note="long " * 900) for n in range(400))
        vault.write("import", (Change(None, entry) for entry in long), now)
except NotSaved as error:
    print(error)
"""

KILLED_WHILE_WRITING = """
import datetime as dt, os, signal, sys
from pathlib import Path
from diary.model import Entry
from diary.vault import Change, opened
now = dt.datetime(2026, 11, 2, 12, 0, tzinfo=dt.UTC)
folder = Path(sys.argv[1])

def changes():
    for number in range(6000):
        yield Change(None, Entry(id=f"new {number}", date=now.date(), note="long " * 900))
    os.kill(os.getpid(), signal.SIGKILL)

with opened(folder, sys.argv[2]) as vault:
    vault.write("import", changes(), now)
"""

KILLED_WHILE_MAKING = """
import os, signal, sys
from pathlib import Path
from sqlalchemy import Engine, event
from diary.vault import create

left = int(sys.argv[3])

def count_down(*_):
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)

event.listen(Engine, "before_cursor_execute", count_down)
create(Path(sys.argv[1]), sys.argv[2])
"""

KILLED_WHILE_A_BACKUP_TAKES_THE_PLACE = """
import os, signal, sys
from pathlib import Path
from diary.vault import counting, restoring, unpacked

def kill(*_):
    os.kill(os.getpid(), getattr(signal, how))

signal.signal(signal.SIGINT, signal.default_int_handler)  # who runs the tests may ignore it
folder, backup, passphrase, moment, how = sys.argv[1:]
if moment == "before":
    restoring._kept = kill
else:
    counting.remember = kill
with unpacked(Path(folder), Path(backup), passphrase) as copy:
    copy.take_free_place(Path(folder))
"""


def run(script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", script, *arguments], capture_output=True, text=True, check=False
    )


def test_on_a_full_disk_nothing_is_saved_and_the_diary_stays_as_it_was(
    folder: Path, passphrase: str
) -> None:
    with opened(folder, passphrase) as vault:
        vault.write("log", [Change(None, ENTRY)], NOON)
    done = run(FULL_DISK, str(folder), passphrase)
    assert done.stderr == ""
    assert "nothing in it was changed; see that the disk has room" in done.stdout
    with opened(folder, passphrase) as vault:
        assert vault.history() == History(entries=(ENTRY,))
    assert sorted(path.name for path in folder.iterdir()) == ["diary.db", "diary.seen", "inbox.dat"]


def test_on_a_full_disk_no_diary_is_made(tmp_path: Path, passphrase: str) -> None:
    done = run(FULL_DISK, str(tmp_path / "diary"), passphrase)
    assert done.stderr == ""
    assert "see that the disk has room" in done.stdout
    assert list((tmp_path / "diary").iterdir()) == []


def test_where_the_folder_went_away_nothing_is_saved(
    vault: Vault, add: Callable[..., None], folder: Path, tmp_path: Path
) -> None:
    add(ENTRY)
    folder.rename(tmp_path / "moved away")
    with pytest.raises(NotSaved, match="try again"):
        add(Entry(id="2", date=NOON.date()))
    (tmp_path / "moved away").rename(folder)
    assert vault.history() == History(entries=(ENTRY,))


def test_a_folder_that_cannot_be_made_is_said_so(tmp_path: Path, passphrase: str) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(NotSaved, match="the folder can be written to"):
        create(tmp_path / "file" / "diary", passphrase)


def test_a_program_killed_while_it_writes_leaves_the_diary_as_it_was(
    folder: Path, passphrase: str
) -> None:
    with opened(folder, passphrase) as vault:
        vault.write("log", [Change(None, ENTRY)], NOON)
    assert run(KILLED_WHILE_WRITING, str(folder), passphrase).returncode == -9
    assert (folder / "diary.db-journal").exists()
    with opened(folder, passphrase) as vault:
        assert vault.history() == History(entries=(ENTRY,))
    assert sorted(path.name for path in folder.iterdir()) == ["diary.db", "diary.seen", "inbox.dat"]


@pytest.mark.parametrize("statement", [1, 2, 5, 12])
def test_a_program_killed_while_it_makes_a_diary_leaves_none_and_the_next_one_is_whole(
    tmp_path: Path, passphrase: str, statement: int
) -> None:
    place = tmp_path / "diary"
    assert run(KILLED_WHILE_MAKING, str(place), passphrase, str(statement)).returncode == -9
    assert not is_there(place)
    create(place, passphrase)
    assert sorted(path.name for path in place.iterdir()) == ["diary.db", "inbox.dat"]
    with opened(place, passphrase) as vault:
        assert vault.history() == History()


def test_a_program_killed_while_the_passphrase_changes_leaves_the_old_one(
    add: Callable[..., None], folder: Path, passphrase: str
) -> None:
    add(ENTRY)
    script = (
        "import os, signal, sys\nfrom pathlib import Path\n"
        "import diary.vault.rekeying as rekeying\nfrom diary.vault import opened\n"
        "rekeying.refuse_broken = lambda *_: os.kill(os.getpid(), signal.SIGKILL)\n"
        "with opened(Path(sys.argv[1]), sys.argv[2]) as vault:\n"
        "    vault.change_passphrase('five other made up words')\n"
    )
    arguments = [sys.executable, "-c", script, str(folder), passphrase]
    assert subprocess.run(arguments, check=False).returncode == -9
    assert len([*folder.glob("*.part")]) == 1
    with opened(folder, passphrase) as again:
        assert again.history() == History(entries=(ENTRY,))
        again.write("log", [Change(None, LATER)], NOON)
        again.change_passphrase(NEW)
    with opened(folder, NEW) as changed:
        assert changed.history() == History(entries=(ENTRY, LATER))
    assert [*folder.glob("*.part*")] == []


@pytest.mark.parametrize(
    ("moment", "how"), [("before", "SIGKILL"), ("after", "SIGKILL"), ("after", "SIGINT")]
)
def test_a_kill_or_ctrl_c_while_a_damaged_diary_is_replaced_leaves_no_key_that_nothing_opens(
    folder: Path, tmp_path: Path, moment: str, how: str
) -> None:
    create(tmp_path / "other", "of the other one")
    backup = tmp_path / "other" / "diary.db"
    seal(folder, Record(entry=ENTRY, at=NOON))
    (folder / "diary.db").write_bytes(b"damaged beyond help")
    arguments = [str(folder), str(backup), "of the other one", moment, how]
    ended = run(KILLED_WHILE_A_BACKUP_TAKES_THE_PLACE, *arguments).returncode
    assert ended == -getattr(signal, how)
    with pytest.raises(NotSaved, match="not whole, so nothing was saved"):
        seal(folder, Record(entry=LATER, at=NOON))
    if moment == "before":
        with unpacked(folder, backup, "of the other one") as copy:
            assert copy.take_free_place(folder).kept is not None
    with opened(folder, "of the other one") as restored:
        restored.file_inbox(folder, NOON, follows=lambda *_: None)
        seal(folder, Record(entry=LATER, at=NOON))
        assert restored.file_inbox(folder, NOON, follows=lambda *_: None).entries == (LATER,)
    assert (folder / "inbox-aside.dat").exists()


def test_where_a_damaged_diary_cannot_be_replaced_its_inbox_keeps_its_key(
    folder: Path, tmp_path: Path
) -> None:
    create(tmp_path / "other", "of the other one")
    (folder / "diary.db").write_bytes(b"damaged beyond help")
    (folder / "backups").write_bytes(b"where the damaged diary would be kept")
    before = (folder / "inbox.dat").read_bytes()
    with (
        unpacked(folder, tmp_path / "other" / "diary.db", "of the other one") as copy,
        pytest.raises(NotSaved),
    ):
        copy.take_free_place(folder)
    assert (folder / "inbox.dat").read_bytes() == before
    assert (folder / "diary.db").read_bytes() == b"damaged beyond help"
