"""Starting the program without waiting for its modules to load, for tests that start it often.

A run is a process of its own all the same: forked from one that has loaded them and done nothing
else (`warm_program.py`), given the arguments, environment, folder and files that the test wants,
and a child of the process that runs the test. `test_warm_start.py` shows that it knows of the world
what a fresh one knows, and ends as it ends.

It is not as good as a fresh start where loading itself matters: which modules a command loads,
whether it loads all that it needs, what that leaves behind. Such tests use `fresh_start`. All runs
of one pytest process also have one hash seed, `/proc` shows the command line and the environment
that the warm program began with, and what it had loaded is not cleared away again by its forks.

Where what a new process inherits, or what the interpreter itself reads of the environment, is not
as it was when the warm program began, the run is a fresh one. So it is where the system is not
Linux.
"""

import ctypes
import json
import os
import re
import signal
import socket
import subprocess
import sys
import termios
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import fresh_start
import pexpect
import warm_program
from fresh_start import INTERPRETER, PATIENCE
from ptyprocess import PtyProcess
from running import Start

PR_SET_CHILD_SUBREAPER = 36
"""From linux/prctl.h: orphans below this process become its children."""

READ_BY_THE_PROGRAM = {"DIARY_HOME", "DIARY_PASSPHRASE_FILE", "HOME", "TMPDIR"}
"""What a command reads itself; the rest of an environment the interpreter may have read before."""

INHERITED = re.compile(r"^(Umask|[UG]id|Groups|SigBlk|SigIgn|NoNewPrivs|Seccomp):.*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class WarmStart:
    """The same two ways to run the program as in `fresh_start`, by way of the warm one."""

    _link: socket.socket
    _began_with: dict[str, str]
    _inherited: str

    def run(
        self, module: str, args: Sequence[str], given: bytes, *, env: dict[str, str], folder: Path
    ) -> "subprocess.CompletedProcess[bytes]":
        """Run a module without a terminal to its end."""
        if not self._fits(env):
            return fresh_start.run(module, args, given, env=env, folder=folder)
        (stdin, ours), (out, stdout), (err, stderr) = os.pipe(), os.pipe(), os.pipe()
        process = self._fork(module, args, env, folder, (stdin, stdout, stderr))
        with ThreadPoolExecutor(3) as pool:
            pool.submit(_write, ours, given)
            said = [pool.submit(_read, end) for end in (out, err)]
            try:
                written = [each.result(timeout=PATIENCE) for each in said]
            except TimeoutError:
                os.kill(process, signal.SIGKILL)
                raise
        status = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
        return subprocess.CompletedProcess([module, *args], status, *written)

    def in_terminal(
        self,
        module: str,
        args: Sequence[str],
        *,
        env: dict[str, str],
        folder: Path,
        columns: int = 80,
    ) -> "pexpect.spawn[str]":
        """Begin a module in a terminal of its own."""
        if not self._fits(env):
            return fresh_start.in_terminal(module, args, env=env, folder=folder, columns=columns)
        ours, theirs = os.openpty()
        termios.tcsetwinsize(ours, (24, columns))
        process = self._fork(module, args, env, folder, (theirs,))
        return _Begun(PtyProcess(process, ours))

    def _fits(self, env: dict[str, str]) -> bool:
        differing = dict(env.items() ^ self._began_with.items())
        return differing.keys() <= READ_BY_THE_PROGRAM and _inherited() == self._inherited

    def _fork(
        self,
        module: str,
        args: Sequence[str],
        env: dict[str, str],
        folder: Path,
        files: Sequence[int],
    ) -> int:
        """Ask for a run with these files, which are then its alone, and return its number."""
        request = {"module": module, "args": args, "env": env, "folder": str(folder)}
        socket.send_fds(self._link, [json.dumps(request).encode()], files)
        for file in files:
            os.close(file)
        process, begun = self._link.recv(20), self._link.recv(20)
        assert begun, "the warm program has ended"
        return int(process)


class _Begun(pexpect.spawn):  # type: ignore[misc]  # pexpect brings no types
    """What `pexpect.spawn` is for a program that it starts, for one that is running already."""

    def __init__(self, process: PtyProcess) -> None:
        self._process = process
        super().__init__(
            INTERPRETER[0],
            [*INTERPRETER[1:]],
            encoding="utf-8",
            codec_errors="replace",
            timeout=PATIENCE,
        )

    def _spawnpty(self, *_args: Any, **_more: Any) -> PtyProcess:
        return self._process


@contextmanager
def waiting(env: dict[str, str], folder: Path) -> Iterator[Start]:
    """Have a warm program wait, begun in this environment; a fresh start where none can be had."""
    if sys.platform != "linux":
        yield fresh_start
        return
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    ours, its = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    begun = subprocess.Popen(
        [*INTERPRETER, warm_program.__file__, str(its.fileno())],
        env=env,
        cwd=folder,
        pass_fds=[its.fileno()],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    its.close()
    ours.settimeout(PATIENCE)
    with begun, ours:  # it ends when our end is closed
        yield WarmStart(ours, env, _inherited())


def _inherited() -> str:
    """Return what a new process would inherit, beside what it is given."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    limits = Path("/proc/self/limits").read_text(encoding="utf-8")
    return "\n".join([*(line[0] for line in INHERITED.finditer(status)), limits])


def _write(file: int, data: bytes) -> None:
    with suppress(BrokenPipeError), open(file, "wb") as pipe:
        pipe.write(data)


def _read(file: int) -> bytes:
    with open(file, "rb") as pipe:
        return pipe.read()
