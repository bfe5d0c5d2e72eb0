"""Ways to run the real program as a person or a script does; the fixtures are in cli/conftest.py.

`RunDiary`, `OpenTerminal` and `Fill` are the types of the fixtures `diary`, `terminal`, `holds`;
`Start` is how both come to a running program.
"""

import io
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from subprocess import CompletedProcess
from typing import Protocol

import pexpect
from fresh_start import PATIENCE
from leaking import Watch

from diary.model import History

PASSPHRASE = "correct horse battery staple"


@dataclass(frozen=True, slots=True)
class Ran:
    """What a run of the program left behind."""

    status: int
    out: str
    err: str


class Terminal:
    """A program running in a terminal: `sees` waits for text, `types` a line, `ends` the program.

    Text is compared word by word, so that it does not matter where a line was broken.
    """

    def __init__(self, child: "pexpect.spawn[str]", watch: Watch) -> None:
        """Keep the child, everything that it shows and, to be looked for later, what is typed."""
        self._child = child
        self._watch = watch
        self._shown = io.StringIO()
        child.logfile_read = self._shown

    @property
    def process(self) -> int:
        """The number of the running process."""
        return int(self._child.pid)

    @property
    def shown(self) -> str:
        """Everything that was on the screen so far, with what was typed."""
        return self._shown.getvalue().replace("\r\n", "\n")

    def sees(self, *texts: str) -> "Terminal":
        """Wait until each of the texts has come, one after the other."""
        for text in texts:
            self._child.expect(_words(text))
        return self

    def types(self, *lines: str) -> "Terminal":
        """Type lines, each with Enter behind it; an empty one is Enter alone."""
        self._watch.keep(*lines)
        for line in lines:
            self._child.sendline(line)
        return self

    def types_bytes(self, data: bytes) -> "Terminal":
        """Send bytes as they are, also what is no text."""
        os.write(self._child.child_fd, data)
        return self

    def answers(self, question: str, *lines: str) -> "Terminal":
        """Wait for a question and type the answer; no lines are Enter alone."""
        return self.sees(question).types(*(lines or ("",)))

    def presses_control(self, letter: str, *, until: str) -> "Terminal":
        """Press Ctrl and a letter until a text has come.

        Once is enough for a person. A test can be so quick that the program has shown its question
        but does not read yet: Python then keeps a Ctrl-C for later.
        """
        for _ in range(PATIENCE):
            self._child.sendcontrol(letter)
            if self._child.expect([_words(until), pexpect.TIMEOUT], timeout=1) == 0:
                return self
        raise AssertionError(f"Ctrl-{letter.upper()} did not bring: {until}")

    def ends(self) -> int:
        """Wait for the end of the program and return its exit status."""
        self._child.expect(pexpect.EOF)
        self._child.close()
        assert self._child.exitstatus is not None, f"ended by signal {self._child.signalstatus}"
        return int(self._child.exitstatus)


def _words(text: str) -> str:
    return r"\s+".join(map(re.escape, text.split()))


class Start(Protocol):
    """Start a module: `fresh_start`, and `warm_start`, which does not wait for it to load."""

    def run(
        self, module: str, args: Sequence[str], given: bytes, *, env: dict[str, str], folder: Path
    ) -> CompletedProcess[bytes]:
        """Run it without a terminal to its end, `given` on its standard input."""

    def in_terminal(
        self,
        module: str,
        args: Sequence[str],
        *,
        env: dict[str, str],
        folder: Path,
        columns: int = 80,
    ) -> "pexpect.spawn[str]":
        """Begin it in a terminal of its own."""


class RunDiary(Protocol):
    """Run the program without a terminal."""

    def __call__(self, *args: str, input: str | bytes | None = None) -> Ran:  # noqa: A002
        """Run it with these arguments, and with `input` on its standard input."""


class OpenTerminal(Protocol):
    """Run the program in a terminal."""

    def __call__(self, *args: str, columns: int = 80, asks_passphrase: bool = False) -> Terminal:
        """Run it in so many columns; the passphrase comes from a file unless it is asked."""


class Fill(Protocol):
    """Fill the diary of a test with a made-up history."""

    def __call__(self, history: History) -> None:
        """Write the whole history into it; records get ids."""
