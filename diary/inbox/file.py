r"""The inbox file: a line with the public key, then a line for each sealed record.

The first line is "inbox 2", the key and its checksum: with a key of which one letter is wrong all
that is sealed would be lost. Inboxes of earlier versions, "inbox 1" and the key, are read too. With
"inbox 0" the line holds no key: nothing can be sealed until the open diary has put it right.

The other lines are Base64. A program that is killed while it adds one leaves half a line at the
end: the next to add ends it, so that it costs that record alone, which was not said to be saved.
The file is only ever added to, or cut back behind its first line: it needs no second file to be
whole.
"""

import base64
import binascii
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from diary.errors import UnsafePlace
from diary.inbox.locking import alone
from diary.place import OTHERS, identity, sync_folder

FILE = "inbox.dat"
ASIDE = "inbox-aside.dat"
"""What could not be opened: kept, but never looked at again."""

MARK = b"inbox "
KEY_BYTES = 32
ALL_ZERO = bytes(KEY_BYTES)
OWNER_ONLY = 0o600
BINARY = getattr(os, "O_BINARY", 0)
NO_LINK = getattr(os, "O_NOFOLLOW", 0)


def path_in(folder: Path) -> Path:
    """Return where the inbox of the diary in `folder` lies, whether or not it is there."""
    return folder / FILE


def aside_in(folder: Path) -> Path:
    """Return where records that could not be opened are kept."""
    return folder / ASIDE


def public_key(folder: Path) -> bytes | None:
    """Return the key that records are sealed to; None where there is no inbox, or not a whole one.

    Whether it is the diary's own can only be told by the open diary (`Vault.inbox_key`).
    """
    try:
        with path_in(folder).open("rb") as file:
            return _key(file.read(HEADER_BYTES))
    except OSError:
        return None


def count(folder: Path) -> int:
    """Return how many records wait, without opening any; damaged ones count, too."""
    try:
        content = path_in(folder).read_bytes()
    except OSError:
        return 0
    return len(_lines(content))


def refuse_unsafe(folder: Path) -> None:
    """Refuse an inbox that others could read, or that is no file; none at all is as good.

    Raises:
        UnsafePlace: with the way out.
    """
    path = path_in(folder)
    with suppress(FileNotFoundError):
        _refuse_unsafe(path.lstat(), path)


@dataclass(frozen=True, slots=True)
class OpenInbox:
    """The inbox while nobody else uses it."""

    handle: int

    @property
    def key(self) -> bytes | None:
        """The public key in the first line; None where that is not whole."""
        return _key(self._content())

    @property
    def lines(self) -> tuple[bytes, ...]:
        """The lines of the records, the oldest first, whatever state they are in."""
        return _lines(self._content())

    @property
    def is_blank(self) -> bool:
        """Whether nothing at all is in it, as in a new one."""
        return os.fstat(self.handle).st_size == 0

    def add(self, sealed: bytes) -> None:
        """Add a record at the end, all of it or nothing."""
        before = os.fstat(self.handle).st_size
        begin = b"" if self._content()[-1:] in (b"\n", b"") else b"\n"
        self._write_at(before, begin + base64.b64encode(sealed) + b"\n")

    def is_empty(self, key: bytes) -> bool:
        """Whether it is as `empty` leaves it."""
        return self._content() == _header(key)

    def empty(self, key: bytes) -> None:
        """Take all records out, and write the key where it is not there already."""
        header = _header(key)
        if not self._content().startswith(header):
            os.ftruncate(self.handle, 0)
            self._write_at(0, header)
        os.ftruncate(self.handle, len(header))
        os.fsync(self.handle)

    @contextmanager
    def without_key(self, diary: Path) -> Iterator[None]:
        """Let nothing be sealed while another file takes the place of `diary`, also after a kill.

        What waits goes on waiting. One byte is another, for which no disk is too full. Where this
        fails and the same file is still there, all is as before.
        """
        version = self._content()[len(MARK) : len(MARK) + 1]
        before = _which(diary)
        try:
            self._set_version(b"0")
            yield
        except BaseException:
            if _which(diary) == before:
                self._set_version(version)
            raise

    def _set_version(self, version: bytes) -> None:
        os.lseek(self.handle, len(MARK), os.SEEK_SET)
        os.write(self.handle, version)
        os.fsync(self.handle)

    def _content(self) -> bytes:
        os.lseek(self.handle, 0, os.SEEK_SET)
        with os.fdopen(os.dup(self.handle), "rb") as file:
            return file.read()

    def _write_at(self, place: int, content: bytes) -> None:
        os.lseek(self.handle, place, os.SEEK_SET)
        try:
            written = 0
            while written < len(content):
                written += os.write(self.handle, content[written:])
            os.fsync(self.handle)
        except BaseException:
            os.ftruncate(self.handle, place)
            raise


@contextmanager
def opened_alone(folder: Path, *, make: bool) -> Iterator[OpenInbox]:
    """Open the inbox and keep other programs out meanwhile; `make` makes an empty file of none.

    Raises:
        BusyDiary: where another program keeps the inbox.
        UnsafePlace: where others could read it, or it is no file.
        OSError: where it is not there, or cannot be written to.
    """
    path = path_in(folder)
    is_new = make and not path.exists()
    flags = os.O_RDWR | BINARY | NO_LINK | (os.O_CREAT if make else 0)
    while True:
        handle = os.open(path, flags, OWNER_ONLY)
        try:
            _refuse_unsafe(os.fstat(handle), path)
            if is_new:
                sync_folder(folder)
            with alone(handle):
                if not _is_still(handle, path):
                    continue
                yield OpenInbox(handle)
                return
        finally:
            os.close(handle)


def set_aside(folder: Path, lines: tuple[bytes, ...]) -> None:
    """Keep lines that could not be opened, behind those that are kept already."""
    path = aside_in(folder)
    is_new = not path.exists()
    flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | BINARY | NO_LINK
    with os.fdopen(os.open(path, flags, OWNER_ONLY), "ab") as file:
        file.writelines(line + b"\n" for line in lines)
        file.flush()
        os.fsync(file.fileno())
    if is_new:
        sync_folder(folder)


def sealed_in(line: bytes) -> bytes | None:
    """Return the sealed record of a line; None where the line is not whole."""
    try:
        return base64.b64decode(line, validate=True)
    except binascii.Error:
        return None


def _which(path: Path) -> tuple[int, int] | None:
    """Return the identity of a file; None where there is none."""
    return identity(path) if path.exists() else None


def _header(key: bytes) -> bytes:
    """Return the first line: CRC-32 finds every single letter that is not as it was written."""
    return MARK + b"2 %s %08x\n" % (base64.b64encode(key), binascii.crc32(key))


HEADER_BYTES = len(_header(ALL_ZERO))


def _key(content: bytes) -> bytes | None:
    """Return the key in the first line; None where that is not exactly as it was written."""
    line, _, _ = content[:HEADER_BYTES].partition(b"\n")
    words = line.removeprefix(MARK).split(b" ")
    key = sealed_in(words[1]) if len(words) > 1 else None
    if key is None or len(key) != KEY_BYTES or key == ALL_ZERO:
        return None
    earlier = MARK + b"1 %s\n" % base64.b64encode(key)
    return key if content.startswith((_header(key), earlier)) else None


def _lines(content: bytes) -> tuple[bytes, ...]:
    """Return the lines that are no key: also where the first line is damaged, or another's."""
    return tuple(line for line in content.split(b"\n") if line and not _is_first(line))


def _is_first(line: bytes) -> bool:
    """Say whether a line was one with a key, and no record that lost its beginning has run into."""
    return line.startswith(MARK) and len(line) < HEADER_BYTES


def _refuse_unsafe(found: os.stat_result, path: Path) -> None:
    if not stat.S_ISREG(found.st_mode):
        raise UnsafePlace("something else has the name of the diary's inbox; move it away")
    if os.name == "posix" and found.st_mode & OTHERS:
        raise UnsafePlace(
            f'other people can read the inbox of the diary; close it with: chmod 600 "{path}"'
        )


def _is_still(handle: int, path: Path) -> bool:
    """Say whether the open file has its name still: another program may have removed it."""
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False
