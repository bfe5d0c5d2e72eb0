"""Looking for a word that must not be there, in every form that it may stand in raw bytes."""

import base64
from pathlib import Path

SENTINEL = "Honeysuckle"
"""A word that no program, library or made-up diary has a reason to write."""


def forms_of(word: str) -> list[bytes]:
    """Return the word in UTF-8, in UTF-16, and in base64 at each of its three offsets."""
    in_base64 = [base64.b64encode(b" " * shift + word.encode())[4:-4] for shift in range(3)]
    return [word.encode(), word.encode("utf-16-le"), word.encode("utf-16-be"), *in_base64]


def is_in(data: bytes, word: str = SENTINEL) -> bool:
    """Say whether the bytes hold the word in any form."""
    return any(form in data for form in forms_of(word))


def holding(folder: Path, word: str = SENTINEL) -> list[str]:
    """Return the names of the files below a folder that hold the word."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return sorted(path.name for path in files if is_in(path.read_bytes(), word))
