import datetime as dt
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect

from diary.errors import DamagedDiary, NewerDiary
from diary.interchange import load
from diary.model import Entry, History, Sex
from diary.model.symptom import Symptom
from diary.place import make_folder, written_whole
from diary.vault import Change, opened
from diary.vault.backup import backups_in
from diary.vault.connection import connect, driver_of, engine_for, reading
from diary.vault.migrating import migrate
from diary.vault.schema import HEAD, revision
from diary.vault.tables import metadata

INSTALLED = Path(str(files("diary_migrations")))
FROZEN = Path(__file__).parents[1] / "data" / "frozen"
NOON = dt.datetime(2026, 11, 2, 12, 0, tzinfo=dt.UTC)
DAY = dt.date(2026, 11, 2)
ENTRIES = tuple(
    Entry(id=f"{n}", date=DAY, sex=Sex(lubricant=True), symptoms=(Symptom.DRYNESS,))
    for n in range(3)
)

REVISION = """
import sqlalchemy as sa
from alembic import op

revision, down_revision = "{new}", "{old}"


def upgrade():
    {steps}
"""
REBUILD = """with op.batch_alter_table("entry", recreate="always") as table:
        table.add_column(sa.Column("weather_{new}", sa.Text()))
"""
FAIL = """
    raise ArithmeticError("planted")
"""
LOOSEN = """op.execute("DELETE FROM entry")
"""


def planted(folder: Path, *steps: str) -> Path:
    """The installed migrations with one more revision for each of `steps`."""
    scripts = folder / "100 % planted"
    shutil.rmtree(scripts, ignore_errors=True)
    shutil.copytree(INSTALLED, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    for number, step in enumerate(steps, start=int(HEAD)):
        old, new = f"{number:04}", f"{number + 1:04}"
        text = REVISION.format(old=old, new=new, steps=step.replace("{new}", new))
        (scripts / "versions" / f"v{new}_planted.py").write_text(text)
    return scripts


@contextmanager
def connected(path: Path, passphrase: str) -> Iterator[Connection]:
    with engine_for(path, passphrase).connect() as connection:
        yield connection


def everything_in(path: Path, passphrase: str) -> dict[str, list[Any]]:
    """The statements that made the tables, and each table's rows."""
    driver = connect(path, passphrase)
    made = driver.execute("SELECT name, type, sql FROM sqlite_master ORDER BY name").fetchall()
    tables = [name for name, kind, _ in made if kind == "table"]
    rows = {name: driver.execute(f'SELECT * FROM "{name}"').fetchall() for name in tables}  # noqa: S608 - the names come from the file itself
    driver.close()
    return {"": made, **rows}


@pytest.fixture
def older(add: Callable[..., None], folder: Path) -> Path:
    add(*ENTRIES)
    return folder / "diary.db"


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    make_folder(tmp_path / "empty")
    with written_whole(tmp_path / "empty" / "diary.db"):
        pass
    return tmp_path / "empty" / "diary.db"


def test_head_is_the_newest_migration() -> None:
    config = Config()
    config.set_main_option("script_location", str(INSTALLED))
    assert ScriptDirectory.from_config(config).get_heads() == [HEAD]


def test_the_migrations_lead_to_the_tables_that_a_new_diary_gets(
    empty: Path, folder: Path, passphrase: str
) -> None:
    with connected(empty, passphrase) as connection:
        migrate(connection, empty, passphrase)
        with reading(connection):
            differences = compare_metadata(MigrationContext.configure(connection), metadata)
            assert differences == []
            assert revision(connection) == HEAD
            migrated = rules_in(connection)
    with connected(folder / "diary.db", passphrase) as connection, reading(connection):
        assert rules_in(connection) == migrated


def rules_in(connection: Connection) -> dict[str, list[object]]:
    """What `compare_metadata` passes over: the checks and the keys by name."""
    asked = inspect(connection)
    return {
        name: [
            sorted(asked.get_check_constraints(name), key=lambda check: str(check["name"])),
            asked.get_pk_constraint(name),
            asked.get_foreign_keys(name),
            asked.get_unique_constraints(name),
        ]
        for name in asked.get_table_names()
    }


def test_a_diary_made_by_the_migrations_is_opened_and_written(empty: Path, passphrase: str) -> None:
    with connected(empty, passphrase) as connection:
        migrate(connection, empty, passphrase)
    with opened(empty.parent, passphrase) as vault:
        vault.write("log", [Change(None, entry) for entry in ENTRIES], NOON)
        assert vault.history() == History(entries=ENTRIES)


def test_there_is_a_frozen_diary_for_each_version() -> None:
    versions = sorted(path.name[1:5] for path in (INSTALLED / "versions").glob("v*.py"))
    assert sorted(path.stem for path in FROZEN.glob("*.db")) == versions


@pytest.mark.parametrize("version", [path.stem for path in sorted(FROZEN.glob("*.db"))])
def test_a_frozen_diary_is_opened_read_written_and_undone(tmp_path: Path, version: str) -> None:
    make_folder(tmp_path / "frozen")
    shutil.copyfile(FROZEN / f"{version}.db", tmp_path / "frozen" / "diary.db")
    (tmp_path / "frozen" / "diary.db").chmod(0o600)
    with (FROZEN / f"{version}.json").open(encoding="utf-8") as file:
        told = load(file)
    with opened(tmp_path / "frozen", "frozen made up words") as vault:
        assert vault.history() == told
        vault.write("log", [Change(None, ENTRIES[0])], NOON)
        assert len(vault.history().entries) == len(told.entries) + 1
        vault.undo()
        assert vault.history() == told
        assert vault.deleted_ids() == {"deleted"}
        vault.undo()
        assert {entry.id for entry in vault.history().entries} >= {"deleted"}


def test_a_migration_that_rebuilds_a_table_keeps_every_row_and_what_belongs_to_it(
    older: Path, tmp_path: Path, passphrase: str
) -> None:
    before = everything_in(older, passphrase)
    with connected(older, passphrase) as connection:
        migrate(connection, older, passphrase, scripts=planted(tmp_path, REBUILD))
        assert driver_of(connection).execute("PRAGMA foreign_keys").fetchone() == (1,)
    after = everything_in(older, passphrase)
    assert after["entry"] == [(*row, None) for row in before["entry"]]
    for child in ("sex", "symptom", "change"):
        assert len(before[child]) == 3
        assert after[child] == before[child]
    assert after["alembic_version"] == [(f"{int(HEAD) + 1:04}",)]


def test_a_migration_that_fails_after_a_rebuild_leaves_everything_as_it_was(
    older: Path, tmp_path: Path, passphrase: str
) -> None:
    before = everything_in(older, passphrase)
    with connected(older, passphrase) as connection:
        with pytest.raises(ArithmeticError, match="planted"):
            migrate(connection, older, passphrase, scripts=planted(tmp_path, REBUILD + FAIL))
        assert driver_of(connection).execute("PRAGMA foreign_keys").fetchone() == (1,)
    assert everything_in(older, passphrase) == before
    with opened(older.parent, passphrase) as vault:
        assert vault.history() == History(entries=ENTRIES)


def test_when_the_second_of_two_migrations_fails_the_first_is_taken_back_too(
    older: Path, tmp_path: Path, passphrase: str
) -> None:
    before = everything_in(older, passphrase)
    scripts = planted(tmp_path, REBUILD, REBUILD + FAIL)
    with connected(older, passphrase) as diary, pytest.raises(ArithmeticError, match="planted"):
        migrate(diary, older, passphrase, scripts=scripts)
    assert everything_in(older, passphrase) == before


def test_a_migration_that_would_leave_rows_without_their_entry_is_taken_back(
    older: Path, tmp_path: Path, passphrase: str
) -> None:
    before = everything_in(older, passphrase)
    scripts = planted(tmp_path, LOOSEN)
    with connected(older, passphrase) as diary, pytest.raises(DamagedDiary, match="as it was"):
        migrate(diary, older, passphrase, scripts=scripts)
    assert everything_in(older, passphrase) == before


def test_before_a_migration_a_backup_is_made_encrypted_and_whole(
    older: Path, tmp_path: Path, passphrase: str
) -> None:
    before = everything_in(older, passphrase)
    with connected(older, passphrase) as connection:
        migrate(connection, older, passphrase, scripts=planted(tmp_path, REBUILD))
    (copy,) = backups_in(older.parent / "backups")
    assert re.fullmatch(r"diary-\d{4}-\d\d-\d\d-\d{6}\.db", copy.name)
    assert copy.parent.stat().st_mode & 0o777 == 0o700
    assert copy.stat().st_mode & 0o777 == 0o600
    assert b"SQLite" not in copy.read_bytes()[:16]
    assert everything_in(copy, passphrase) == before


def test_a_newer_diary_is_refused_and_its_folder_is_left_as_it_is(
    older: Path, tmp_path: Path, passphrase: str
) -> None:
    with connected(older, passphrase) as connection:
        migrate(connection, older, passphrase, scripts=planted(tmp_path, REBUILD))
    before = files_in(older.parent)
    with pytest.raises(NewerDiary, match="update the program"), opened(older.parent, passphrase):
        pass
    assert files_in(older.parent) == before


def files_in(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_another_encrypted_database_is_not_taken_for_a_diary(empty: Path, passphrase: str) -> None:
    driver = connect(empty, passphrase)
    driver.execute("CREATE TABLE entry (whatever TEXT)")
    driver.close()
    before = everything_in(empty, passphrase)
    with pytest.raises(DamagedDiary), opened(empty.parent, passphrase):
        pass
    assert everything_in(empty, passphrase) == before
