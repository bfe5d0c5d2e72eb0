"""Another file in the place of an open diary, with nobody writing to the old one meanwhile."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection

from diary.place import written_whole
from diary.vault.connection import writing


@contextmanager
def replaced(path: Path, connection: Connection) -> Iterator[Path]:
    """Give an empty file to fill and to check; then it takes the place of the open diary.

    Others wait meanwhile. When it is their turn they find another file in its place, and are
    refused before they write to the old one. The connection is closed in the end.
    """
    try:
        with writing(connection), written_whole(path) as part:
            yield part
            if os.name != "posix":
                connection.close()  # Windows replaces no file that is open
    finally:
        connection.close()
