"""An older diary brought up to this version, with Alembic; imported only when there is one."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from importlib.resources import as_file, files
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection

from diary.errors import DamagedDiary, NewerDiary
from diary.vault import backup, schema
from diary.vault.connection import driver_of, reading, writing


def migrate(
    connection: Connection, path: Path, passphrase: str, *, scripts: Path | None = None
) -> None:
    """Bring the tables to the newest revision: all of them or none, after a backup.

    Args:
        connection: to the diary, with no transaction begun.
        path: the file that the connection is to.
        passphrase: for the backup, which is read again before it counts.
        scripts: the folder of the migrations, if not the one that is installed.

    Raises:
        NewerDiary: where the diary's revision is not among the migrations; nothing is touched.
        DamagedDiary: where rows would point at rows that are not there.
    """
    with _configured(connection, scripts) as config:
        with reading(connection):
            _refuse_unknown(config, schema.revision(connection))
        backup.back_up(connection, path, passphrase)
        _upgrade(connection, config)


def upgrade(connection: Connection, *, scripts: Path | None = None) -> None:
    """Do what `migrate` does with a file that is a copy itself."""
    with _configured(connection, scripts) as config:
        with reading(connection):
            _refuse_unknown(config, schema.revision(connection))
        _upgrade(connection, config)


def _upgrade(connection: Connection, config: Config) -> None:
    with _without_foreign_keys(connection), writing(connection):
        command.upgrade(config, "head")
        _refuse_loose_rows(connection)


@contextmanager
def _configured(connection: Connection, scripts: Path | None) -> Iterator[Config]:
    with ExitStack() as stack:
        folder = scripts or stack.enter_context(as_file(files("diary_migrations")))
        yield _config(connection, folder)


def _config(connection: Connection, scripts: Path) -> Config:
    config = Config()
    config.set_main_option("script_location", str(scripts.absolute()).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def _refuse_unknown(config: Config, current: str | None) -> None:
    if current is None:
        return
    try:
        ScriptDirectory.from_config(config).get_revision(current)
    except CommandError:
        is_known = False
    else:
        is_known = True
    if not is_known:
        raise NewerDiary(
            "the diary was written by a newer version of this program and was left as it was; "
            "update the program to open it"
        )


@contextmanager
def _without_foreign_keys(connection: Connection) -> Iterator[None]:
    """Switch foreign keys off, which SQLite ignores once a transaction has begun.

    With them on, rebuilding the table of the entries deletes what belongs to each entry.
    """
    driver = driver_of(connection)
    driver.execute("PRAGMA foreign_keys = OFF")
    try:
        yield
    finally:
        driver.execute("PRAGMA foreign_keys = ON")


def _refuse_loose_rows(connection: Connection) -> None:
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        raise DamagedDiary(
            "updating the diary would have lost something, so it was left as it was; "
            "use the version of the program that wrote it"
        )
