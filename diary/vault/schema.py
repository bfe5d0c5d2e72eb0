"""The version of the tables: told without Alembic, which is loaded only for an older diary."""

from sqlalchemy import Column, Connection, MetaData, String, Table, insert, inspect, select

from diary.vault.tables import metadata

HEAD = "0003"
"""The newest revision; a test holds it against the migrations."""

VERSION = Table(
    "alembic_version",
    MetaData(naming_convention={"pk": "%(table_name)s_pkc"}),
    Column("version_num", String(32), primary_key=True),
)


def build(connection: Connection) -> None:
    """Make the tables of `HEAD` in an empty file, without the way there.

    A test holds that the migrations lead to the same tables.
    """
    metadata.create_all(connection)
    VERSION.create(connection)
    connection.execute(insert(VERSION).values(version_num=HEAD))


def revision(connection: Connection) -> str | None:
    """Return the revision of the tables in the file, None where none is recorded."""
    if not inspect(connection).has_table(VERSION.name):
        return None
    return connection.scalar(select(VERSION.c.version_num))
