"""Starting the program as a shell does: an interpreter of its own for every run."""

import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pexpect

INTERPRETER = (sys.executable, "-W", "error")
PATIENCE = 60
"""Seconds that a test waits for the program before it fails; a busy machine may take a while."""


def run(
    module: str, args: Sequence[str], given: bytes, *, env: dict[str, str], folder: Path
) -> "subprocess.CompletedProcess[bytes]":
    """Run `python -m module` without a terminal to its end."""
    return subprocess.run(
        [*INTERPRETER, "-m", module, *args],
        input=given,
        capture_output=True,
        env=env,
        cwd=folder,
        timeout=PATIENCE,
        check=False,
    )


def in_terminal(
    module: str, args: Sequence[str], *, env: dict[str, str], folder: Path, columns: int = 80
) -> "pexpect.spawn[str]":
    """Begin `python -m module` in a terminal of its own."""
    return pexpect.spawn(
        INTERPRETER[0],
        [*INTERPRETER[1:], "-m", module, *args],
        env=env,
        cwd=str(folder),
        dimensions=(24, columns),
        encoding="utf-8",
        codec_errors="replace",
        timeout=PATIENCE,
        preexec_fn=_heeds_ctrl_c,
    )


def _heeds_ctrl_c() -> None:
    """Undo what a runner of tests in the background may have set: programs that it starts inherit
    that Ctrl-C is ignored, and a person's terminal does not ignore it.
    """
    signal.signal(signal.SIGINT, signal.SIG_DFL)
