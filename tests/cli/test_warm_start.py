"""A run that was forked from the warm program is what a fresh start would be.

A module that tells all that a program can know of itself, or that ends in its own way, is started
both ways. `warm_start` names the exceptions.
"""

import json
import os
import resource
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import fresh_start
import pexpect
import pytest
from running import Start

TELLS = """
import gc, json, locale, os, signal, sys, tempfile, threading, time, warnings
from pathlib import Path
def lines(path, *starts):
    return [line for line in Path(path).read_text().splitlines() if line.startswith(starts)]
files = [sys.stdin, sys.stdout, sys.stderr]
told = {
    "arguments": sys.argv,
    "environment": dict(os.environ),
    "folder": os.getcwd(),
    "where modules come from": sys.path,
    "main": [__name__, __file__, sys.modules["__main__"].__dict__ is globals()],
    "flags": [str(sys.flags), sys.warnoptions, warnings.filters[:3], sys.dont_write_bytecode],
    "open files": sorted(os.listdir("/proc/self/fd"))[:-1],
    "kinds of file": [oct(os.fstat(number).st_mode) for number in range(3)],
    "text": [[file.encoding, file.errors, file.line_buffering, file.newlines] for file in files],
    "ways": [[file.name, file.mode, file.fileno(), file.seekable()] for file in files],
    "originals": [sys.stdin is sys.__stdin__, sys.stdout is sys.__stdout__],
    "umask": os.umask(0),
    "limits": lines("/proc/self/limits", "Max"),
    "signals": {str(number): str(signal.getsignal(number)) for number in signal.valid_signals()},
    "status": lines("/proc/self/status", "SigBlk", "SigIgn", "SigCgt", "VmLck", "Threads"),
    "threads": [thread.name for thread in threading.enumerate()],
    "hooks": [sys.excepthook is sys.__excepthook__, sys.unraisablehook is sys.__unraisablehook__],
    "garbage": [gc.get_threshold(), gc.isenabled()],
    "place": [locale.setlocale(locale.LC_ALL), time.tzname, tempfile.gettempdir(), os.nice(0)],
    "leads a session": os.getsid(0) == os.getpid(),
    "terminal": [os.isatty(number) and [*os.get_terminal_size(number)] for number in range(3)],
    "is in front": os.isatty(0) and os.tcgetpgrp(0) == os.getpgrp(),
    "can be asked": os.isatty(0) and os.close(os.open("/dev/tty", os.O_RDWR)) is None,
}
Path("told.json").write_text(json.dumps(told, default=str))
print("told")
"""

ENDINGS = {
    "in peace": "print('words')",
    "with a status": "import sys; print('words'); sys.exit(5)",
    "with a sentence": "import sys; sys.exit('words')",
    "by a mistake": "raise KeyError('words')",
    "by Ctrl-C": "import os, signal; os.kill(os.getpid(), signal.SIGINT); input()",
    "by a signal": "import os, signal; os.kill(os.getpid(), signal.SIGTERM); input()",
    "by force": "import os, signal; os.kill(os.getpid(), signal.SIGKILL)",
    "where nobody reads": "import os; os.close(1); print('words')",
    "with a last word": "import atexit; atexit.register(print, 'words')",
    "having read all": "import sys; sys.stdout.buffer.write(sys.stdin.buffer.read()[::-1])",
    "having read nothing": "import sys; print('words' * 100_000, file=sys.stderr)",
}

Write = Callable[[str], None]


@pytest.fixture
def module(tmp_path: Path) -> Write:
    """Return a way to write the module that is to be started, in the folder where it starts."""

    def write(text: str) -> None:
        (tmp_path / "made_up_module.py").write_text(text, encoding="utf-8")

    return write


@pytest.fixture
def told(warm: Start, environment: dict[str, str], tmp_path: Path) -> Callable[[], dict[str, Any]]:
    """Return a way to run the module in the warm program, and what it wrote down."""

    def run() -> dict[str, Any]:
        ran = warm.run("made_up_module", ["a"], b"", env=environment, folder=tmp_path)
        assert ran.stderr == b""
        known: dict[str, Any] = json.loads((tmp_path / "told.json").read_bytes())
        return known

    return run


def test_without_a_terminal_it_knows_of_the_world_what_a_fresh_one_knows(
    told: Callable[[], dict[str, Any]], module: Write, environment: dict[str, str], tmp_path: Path
) -> None:
    module(TELLS)
    args = ("made_up_module", ["a"], b"")
    assert fresh_start.run(*args, env=environment, folder=tmp_path).stdout == b"told\n"
    fresh = json.loads((tmp_path / "told.json").read_bytes())
    assert told() == fresh


def test_in_a_terminal_it_knows_of_the_world_what_a_fresh_one_knows(
    warm: Start, module: Write, environment: dict[str, str], tmp_path: Path
) -> None:
    module(TELLS)
    known = []
    for start in (fresh_start, warm):
        child = start.in_terminal(
            "made_up_module", ["--b", "ü"], env=environment, folder=tmp_path, columns=61
        )
        child.expect("told\r\n")
        child.expect(pexpect.EOF)
        child.close()
        assert child.exitstatus == 0
        known.append(json.loads((tmp_path / "told.json").read_bytes()))
    assert known[0] == known[1]
    assert known[0]["terminal"] == [[61, 24]] * 3


@pytest.mark.parametrize("ending", ENDINGS)
def test_it_ends_as_a_fresh_one_ends(
    warm: Start, module: Write, environment: dict[str, str], tmp_path: Path, ending: str
) -> None:
    module(ENDINGS[ending])
    given = b"0123456789" * 100_000
    ran, fresh = (
        start.run("made_up_module", [], given, env=environment, folder=tmp_path)
        for start in (warm, fresh_start)
    )
    assert ran.returncode == fresh.returncode
    assert ran.stdout == fresh.stdout
    assert ran.stderr.splitlines()[-1:] == fresh.stderr.splitlines()[-1:]


@pytest.mark.parametrize(
    "args",
    [(), ("list",), ("--version",), ("log", "--help"), ("lst",), ("show", "x"), ("export", "-o-")],
    ids=" ".join,
)
@pytest.mark.usefixtures("home")
def test_the_diary_answers_the_same(
    warm: Start, environment: dict[str, str], tmp_path: Path, args: tuple[str, ...]
) -> None:
    ran, fresh = (
        start.run("diary", args, b"", env=environment, folder=tmp_path)
        for start in (warm, fresh_start)
    )
    assert ran.stdout + ran.stderr != b""
    assert (ran.returncode, ran.stdout, ran.stderr) == (
        *(fresh.returncode, fresh.stdout, fresh.stderr),
    )


def test_what_a_test_sets_for_the_programs_that_it_starts_holds(
    told: Callable[[], dict[str, Any]], module: Write, environment: dict[str, str]
) -> None:
    module(TELLS)
    before, umask = resource.getrlimit(resource.RLIMIT_FSIZE), os.umask(0o027)
    handled = signal.signal(signal.SIGINT, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (123_456, before[1]))
    environment["TZ"] = "Asia/Kolkata"
    try:
        known = told()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGINT, handled)
        os.umask(umask)
    assert known["umask"] == 0o027
    assert known["signals"][str(signal.SIGINT)] == str(signal.SIG_IGN)
    assert "123456" in next(line for line in known["limits"] if line.startswith("Max file size"))
    assert known["place"][1] == ["IST", "IST"]


DRAWS = """
import json, os, random, uuid
from pathlib import Path
from nacl.utils import random as sealed
drawn = [random.random(), str(uuid.uuid4()), os.urandom(8).hex(), sealed(8).hex()]
Path("told.json").write_text(json.dumps(drawn))
"""


def test_no_two_runs_draw_the_same_random_numbers(
    told: Callable[[], dict[str, Any]], module: Write
) -> None:
    module(DRAWS)
    first, second = told(), told()
    assert not set(first) & set(second)


LOADED = """
import json, sys
from pathlib import Path
Path("told.json").write_text(json.dumps(sorted(sys.modules)))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere every start is a fresh one")
def test_it_begins_with_what_is_slow_to_load_and_without_what_touches_keys(
    told: Callable[[], dict[str, Any]], module: Write
) -> None:
    module(LOADED)
    loaded = set(told())
    assert {"sqlalchemy", "click", "diary.cli.main"} <= loaded
    assert not loaded & {"diary.vault", "sqlcipher3", "nacl", "numpy", "alembic", "typst"}
