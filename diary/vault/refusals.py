"""Database and file errors as sentences for a person, with nothing of the diary left in them.

An error of the database carries the values that were being written and hangs on to them as the
context of whatever is raised while it is handled, even `from None`. So the sentence is raised after
the handling is over.
"""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

import sqlcipher3
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from diary.errors import BusyDiary, DamagedDiary, DiaryError, NotSaved, WrongPassphrase

P = ParamSpec("P")
ResultT = TypeVar("ResultT")

READ_ONLY = 8
"""SQLITE_READONLY"""

WRONG_OR_DAMAGED = (
    "the passphrase does not open the diary, or its file is damaged; "
    "try the passphrase again, or put a copy of the file back"
)
BUSY = "another program is using the diary; wait until it is done, then try again"
NOT_SAVED = (
    "the diary could not be read or saved, and nothing in it was changed; "
    "see that the disk has room and that the folder can be written to, then try again"
)
DAMAGED = (
    "the diary opened, but what is in it is not whole; "
    "keep the file and put an earlier copy in its place"
)


def shielded(work: Callable[P, ResultT]) -> Callable[P, ResultT]:
    """Let no error out of `work` but those of `diary.errors` and the faults of the program."""

    @wraps(work)
    def work_shielded(*args: P.args, **kwargs: P.kwargs) -> ResultT:
        try:
            return work(*args, **kwargs)
        except (SQLAlchemyError, sqlcipher3.Error, OSError) as error:
            refusal = refusal_for(error)
        raise refusal

    return work_shielded


def refusal_for(error: Exception) -> DiaryError:
    """Return what to tell a person about an error of the database or of the file system."""
    if isinstance(error, OSError):
        return NotSaved(NOT_SAVED)
    match _code(error):
        case 5 | 6:  # SQLITE_BUSY, SQLITE_LOCKED
            return BusyDiary(BUSY)
        case 3 | 8 | 10 | 13 | 14:  # PERM, READONLY, IOERR, FULL, CANTOPEN
            return NotSaved(NOT_SAVED)
        case 26:  # SQLITE_NOTADB: the first page does not decrypt
            return WrongPassphrase(WRONG_OR_DAMAGED)
        case _:
            return DamagedDiary(DAMAGED)


def is_read_only(error: Exception) -> bool:
    """Say whether the file can only be read, on a disk or in a folder that takes no writing."""
    return _code(error) == READ_ONLY


def _code(error: Exception) -> int:
    """Return which of SQLite's errors it is, without what further tells them apart; 0 for none."""
    original = error.orig if isinstance(error, DBAPIError) else error
    return int(getattr(original, "sqlite_errorcode", 0)) & 0xFF
