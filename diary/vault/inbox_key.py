"""The keys of the inbox: the pair to seal with, and the private ones that were its own before.

The inbox may hold what was sealed with the key of a moment ago, since diary and inbox are two files
and a program can be stopped between them. So a private key that was the diary's own stays in it,
and everything that was sealed can be opened.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path

from sqlalchemy import Connection

from diary.inbox import file as inbox_file
from diary.inbox.file import opened_alone
from diary.inbox.sealing import new_private_key, public_key_of, unseal
from diary.place import FILE
from diary.vault import settings
from diary.vault.connection import reading, writing

KEY = "inbox key"
"""The setting that holds the private key, in hexadecimal."""

FORMER = "former inbox keys"
"""The setting that holds the private keys of before, the latest first: JSON, in hexadecimal."""


def begin(connection: Connection) -> bytes:
    """Make the key pair of a new diary, in the transaction that makes it; return the public key."""
    private_key = new_private_key()
    settings.write(connection, KEY, private_key.hex())
    return public_key_of(private_key)


def begin_inbox(folder: Path, public_key: bytes) -> None:
    """Make the inbox of a new diary; what another diary left there is kept aside."""
    with opened_alone(folder, make=True) as inbox:
        if inbox.lines:
            inbox_file.set_aside(folder, inbox.lines)
        inbox.empty(public_key)


def public_key(connection: Connection) -> bytes:
    """Return the diary's own key to seal with, made where an older diary has none yet."""
    return public_key_of(private_keys(connection)[0])


def private_keys(connection: Connection) -> tuple[bytes, ...]:
    """Return the private keys, the diary's own first, which is made where there is none yet."""
    with reading(connection):
        made = settings.read(connection)
    if KEY not in made:
        with writing(connection):
            if KEY not in settings.read(connection):  # another program may have made one
                begin(connection)
            made = settings.read(connection)
    return tuple(bytes.fromhex(key) for key in (made[KEY], *_former(made)))


def renewed(connection: Connection) -> tuple[bytes, ...]:
    """Return the private keys with a new one before them, for `write_keys` into a copy."""
    return (new_private_key(), *private_keys(connection))


def write_keys(connection: Connection, keys: tuple[bytes, ...]) -> None:
    """Make the first the diary's own key, and the others those of before."""
    own, *former = (key.hex() for key in keys)
    settings.write(connection, KEY, own)
    settings.write(connection, FORMER, json.dumps(former))


def carried_over(present: Mapping[str, str], made: Mapping[str, str]) -> str:
    """Return the former keys of a diary with settings `made`, which replaces the present one.

    The key of the present one is among them: something may have been sealed with it just now.
    """
    own = made.get(KEY, present.get(KEY))
    keys = [*_former(made), *([present[KEY]] if KEY in present else []), *_former(present)]
    return json.dumps([key for key in dict.fromkeys(keys) if key != own])


def opened_by(keys: tuple[bytes, ...], line: bytes) -> bytes | None:
    """Return what was sealed in a line of the inbox; None where none of the keys opens it."""
    sealed = inbox_file.sealed_in(line)
    contents = (unseal(sealed, key) for key in keys) if sealed is not None else iter(())
    return next((content for content in contents if content is not None), None)


@contextmanager
def settled(folder: Path, keys: tuple[bytes, ...]) -> Iterator[int]:
    """Put another diary in the place of this one, with nobody sealing anything meanwhile.

    Afterwards the inbox has its key. What waits and can be opened with `keys` goes on waiting; the
    rest is kept aside before, so that a full disk stops all of it. Gives how many are kept aside.
    A key that the other diary does not open is taken away first: a stop in between would leave it
    to be sealed with.
    """
    own, *former = (public_key_of(key) for key in keys)
    with opened_alone(folder, make=True) as inbox:
        lines = inbox.lines
        if inbox.key == own or (lines and inbox.key in former):
            yield 0  # the next filing puts a former key right, after what was sealed with it
            return
        ours = [line for line in lines if opened_by(keys, line) is not None]
        if lines:
            inbox_file.set_aside(folder, lines)  # all of them: a stop before the end loses none
        is_former = inbox.key is None or inbox.key in former
        with nullcontext() if is_former else inbox.without_key(folder / FILE):
            yield len(lines) - len(ours)
        with suppress(OSError):  # an inbox without a whole key takes nothing until it is put right
            inbox.empty(own)
            for line in ours:
                inbox.add(inbox_file.sealed_in(line) or b"")


def _former(made: Mapping[str, str]) -> list[str]:
    return list(json.loads(made.get(FORMER, "[]")))
