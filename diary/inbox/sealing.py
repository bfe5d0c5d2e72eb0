"""Sealing: anybody may write with the public key, only the private key reads.

PyNaCl's `SealedBox` (libsodium: X25519, XSalsa20-Poly1305) with a new key pair for every record, so
that not even the program can read what it has just sealed. What is sealed is padded to one of a few
sizes first: its length says next to nothing.
"""

from contextlib import suppress

from nacl.bindings import sodium_pad, sodium_unpad
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox

from diary.errors import NotSaved

KIB = 1024
SIZES = (KIB, 4 * KIB, 16 * KIB, 64 * KIB)
"""Bytes to which a record is padded: an entry without a long note is of the first size."""


NO_KEY = 'the inbox of the diary is not whole, so nothing was saved; "diary list" puts it right'


def new_private_key() -> bytes:
    """Return a new random private key of 32 bytes."""
    return bytes(PrivateKey.generate())


def public_key_of(private_key: bytes) -> bytes:
    """Return the public key of 32 bytes that belongs to a private key."""
    return bytes(PrivateKey(private_key).public_key)


def seal(content: bytes, public_key: bytes) -> bytes:
    """Pad and seal; what comes out is of one of a few lengths.

    Raises:
        NotSaved: where nothing can be sealed to that key.
    """
    size = next((size for size in SIZES if len(content) < size), SIZES[-1])
    with suppress(CryptoError):
        return SealedBox(PublicKey(public_key)).encrypt(sodium_pad(content, size))
    raise NotSaved(NO_KEY)


def unseal(sealed: bytes, private_key: bytes) -> bytes | None:
    """Return what was sealed; None where it was sealed for another key, or is not as it was."""
    try:
        padded = SealedBox(PrivateKey(private_key)).decrypt(sealed)
        return sodium_unpad(padded, _size(padded))
    except CryptoError:
        return None


def _size(padded: bytes) -> int:
    return next((size for size in SIZES if len(padded) == size), SIZES[-1])
