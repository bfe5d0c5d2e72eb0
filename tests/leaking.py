"""Looking for a word that must not be there, in every form that it may stand in raw bytes."""

import base64
from dataclasses import dataclass, field
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


@dataclass(frozen=True, slots=True)
class Watch:
    """What a test wrote into a diary or typed, to be looked for once it is over.

    `told` are the arguments that the program was run with: files named there are those that the
    person gave or asked for, and may hold it.
    """

    secrets: set[str] = field(default_factory=set)
    told: set[str] = field(default_factory=set)

    def keep(self, *texts: str | None) -> None:
        """Add texts; short ones are words that stand in many places."""
        self.secrets.update(text for text in texts if text and len(text) >= LONG_ENOUGH)

    def said(self, error: bytes) -> list[str]:
        """Return the secrets that an error says, beside what the person typed as an argument."""
        told = " ".join(self.told)
        return sorted(s for s in self.secrets if s not in told and is_in(error, s))

    def lying_in(self, folder: Path) -> list[str]:
        """Return the files that hold a secret and were not named to the program."""
        named = {Path(part).name for word in self.told for part in (word, word.partition("=")[2])}
        files = [path for path in folder.rglob("*") if path.is_file() and path.name not in named]
        return sorted(path.name for path in files if self._is_in(path.read_bytes()))

    def _is_in(self, data: bytes) -> bool:
        return any(is_in(data, secret) for secret in self.secrets)


LONG_ENOUGH = 8
