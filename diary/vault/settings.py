"""How the program behaves for this person: names with values, apart from the history."""

from sqlalchemy import Connection, delete, insert, select

from diary.vault.tables import setting


def read(connection: Connection) -> dict[str, str]:
    """Return every setting that was made."""
    return {row.name: row.value for row in connection.execute(select(setting))}


def write(connection: Connection, name: str, value: str | None) -> None:
    """Make a setting, or with None take it back."""
    connection.execute(delete(setting).where(setting.c.name == name))
    if value is not None:
        connection.execute(insert(setting).values(name=name, value=value))
