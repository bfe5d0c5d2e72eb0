import datetime as dt
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from diary.errors import NotSaved
from diary.model import Entry, History
from diary.vault import Change, Vault, create, is_there, opened

NOON = dt.datetime(2026, 11, 2, 12, 0, tzinfo=dt.UTC)
ENTRY = Entry(id="1", date=NOON.date())

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
