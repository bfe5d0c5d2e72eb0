"""What can go wrong for a person, each with one sentence, a way out and an exit status."""

from enum import IntEnum


class ExitStatus(IntEnum):
    """What the `diary` command leaves behind for scripts; documented in docs/commands.md."""

    OK = 0
    STOPPED = 1
    USAGE = 2
    WRONG_PASSPHRASE = 3
    NOT_FOUND = 4
    INVALID = 5
    UNSAFE = 6
    NEWER_DIARY = 7
    BUSY = 8
    NOT_SAVED = 9
    NO_ACCESS = 10


class DiaryError(Exception):
    """The base of all errors that a person can meet.

    The message is one lower-case sentence that names ids and dates, never what was written.
    """

    exit_status = ExitStatus.STOPPED


class MissingInput(DiaryError):
    """Something that a command needs was not given and could not be asked for."""

    exit_status = ExitStatus.USAGE


class WrongPassphrase(DiaryError):
    """The passphrase does not open the diary, or the file is damaged: the two look the same."""

    exit_status = ExitStatus.WRONG_PASSPHRASE


class NoDiary(DiaryError):
    """There is no diary in the folder yet."""

    exit_status = ExitStatus.NOT_FOUND


class NoSuchEntry(DiaryError):
    """No entry or fact has the id that was typed, or several begin with it."""

    exit_status = ExitStatus.NOT_FOUND


class NothingToUndo(DiaryError):
    """Every recorded change has been taken back already."""

    exit_status = ExitStatus.NOT_FOUND


class InvalidValue(DiaryError):
    """A value that cannot be: outside its range, against another value, or beyond its limit."""

    exit_status = ExitStatus.INVALID


class FutureDay(InvalidValue):
    """A day that has not come yet."""


class InvalidFile(DiaryError):
    """A file that is not what it should be; the message says where in it, never what it says."""

    exit_status = ExitStatus.INVALID


class AlreadyThere(DiaryError):
    """A diary is in the folder already, or a file would be written over."""

    exit_status = ExitStatus.INVALID


class UnsafePlace(DiaryError):
    """A folder or engine that would leave the diary readable by others."""

    exit_status = ExitStatus.UNSAFE


class DamagedDiary(DiaryError):
    """The diary opened but its content is not whole."""

    exit_status = ExitStatus.UNSAFE


class NewerDiary(DiaryError):
    """The diary was written by a newer version of the program; it is left untouched."""

    exit_status = ExitStatus.NEWER_DIARY


class BusyDiary(DiaryError):
    """Another program is writing to the diary and did not finish in time."""

    exit_status = ExitStatus.BUSY


class NotSaved(DiaryError):
    """A full disk or a read-only folder kept the change from being written."""

    exit_status = ExitStatus.NOT_SAVED


class NoAccess(DiaryError):
    """The system did not let a file, a folder or the output of the program be read or written."""

    exit_status = ExitStatus.NO_ACCESS
