"""Makes the frozen diary of the newest version: python tests/vault/freeze.py.

Run once for each new migration, and never again for an older one: the file stands for the diaries
that people have.
"""

import datetime as dt
import shutil
import sys
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from diary.interchange import dump
from diary.place import FILE
from diary.vault import Change, Record, create, opened
from diary.vault.schema import HEAD

TESTS = Path(__file__).parents[1]
FROZEN = TESTS / "data" / "frozen"
PASSPHRASE = "frozen made up words"


def freeze() -> None:
    """Write a diary of every kind of record, with a deleted entry, and beside it the JSON."""
    sys.path.insert(0, str(TESTS))
    from made_up import everything

    diary = everything()
    records: list[Record] = [
        diary.profile,
        *(replace(fact, id=f"fact-{n}") for n, fact in enumerate(diary.background[::7])),
        *diary.background_absent,
        *(replace(entry, id=f"entry-{n}") for n, entry in enumerate(diary.entries[::5])),
    ]
    deleted = replace(diary.entries[0], id="deleted")
    at = dt.datetime(2026, 11, 21, 12, 0, tzinfo=dt.UTC)
    with TemporaryDirectory() as temporary:
        folder = Path(temporary) / "diary"
        create(folder, PASSPHRASE)
        with opened(folder, PASSPHRASE) as vault:
            vault.write("import", [Change(None, record) for record in records], at)
            vault.write("log", [Change(None, deleted)], at)
            vault.write("delete", [Change(deleted, None)], at)
            with (FROZEN / f"{HEAD}.json").open("w", encoding="utf-8") as file:
                dump(vault.history(), file)
        shutil.copyfile(folder / FILE, FROZEN / f"{HEAD}.db")


if __name__ == "__main__":
    freeze()
