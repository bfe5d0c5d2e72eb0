import subprocess
import sys

HEAVY = {
    "alembic",
    "sqlalchemy.orm",
    "pandas",
    "numpy",
    "typst",
    "diary.vault.migrating",
}

WRITE_AND_READ = """
import datetime as dt, sys, tempfile
from pathlib import Path
from diary.model import Entry
from diary.vault import Change, create, opened
now = dt.datetime(2026, 11, 2, 12, 0, tzinfo=dt.UTC)
with tempfile.TemporaryDirectory() as temporary:
    folder = Path(temporary) / "diary"
    create(folder, "made up")
    with opened(folder, "made up") as vault:
        vault.write("log", [Change(None, Entry(id="1", date=now.date()))], now)
        assert vault.undo() and not vault.history().entries
print(*sys.modules)
"""


def test_making_writing_and_reading_a_diary_loads_nothing_heavy() -> None:
    done = subprocess.run(
        [sys.executable, "-c", WRITE_AND_READ], capture_output=True, text=True, check=True
    )
    loaded = set(done.stdout.split())
    assert {"sqlalchemy", "sqlcipher3"} <= loaded
    assert loaded & HEAVY == set()
