"""A real diary for each test, and two ways to run the real program on it.

`home` is the folder of an encrypted diary that is this test's alone; `running.PASSPHRASE` opens it.
`diary("list", input="...")` runs the program without a terminal and returns a `Ran`: its exit
status, what it wrote to standard output and to standard error, apart. `terminal("log")` runs it in
a terminal and returns a `Terminal` to see and type in. `recorded()` returns the `History` that the
file holds, and `holds(history)` fills it. `diary_in` and `terminal_in` do the same where no diary
was made yet, and `locked` is `diary` where no passphrase can be had.

Nothing of the person who runs the tests is touched: the program gets an environment of its own.
"""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import warm_start
from leaking import Watch
from running import PASSPHRASE, Fill, OpenTerminal, Ran, RunDiary, Start, Terminal

from diary import vault
from diary.interchange.identity import with_ids
from diary.model import History

if TYPE_CHECKING:
    import pexpect

EVERYWHERE = {"LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", "TERM": "xterm"}
"""What is the same in the environment of every test."""


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make one empty diary, of which every test gets a copy: making one takes a while."""
    folder = tmp_path_factory.mktemp("made") / "home"
    vault.create(folder, PASSPHRASE)
    return folder


@pytest.fixture
def home(made_once: Path, tmp_path: Path) -> Path:
    """Return the folder of an encrypted diary without entries."""
    folder = tmp_path / "home"
    shutil.copytree(made_once, folder)
    folder.chmod(0o700)
    return folder


@pytest.fixture
def watch() -> Watch:
    """Return what must not lie anywhere in the clear after the test: the passphrase to begin with.

    What is typed at prompts, read from standard input or filled in by `holds` is added to it.
    """
    return Watch({PASSPHRASE})


@pytest.fixture(autouse=True)
def nothing_lies_in_the_clear(watch: Watch, tmp_path: Path) -> Iterator[None]:
    """Look round after every test: diary, home, caches, temporary files, core files are in there.

    It may stand in the encrypted file, and in files that the program was told to read or write.
    """
    yield
    assert watch.lying_in(tmp_path) == []
    about = [path.name for path in tmp_path.iterdir() if path.name.startswith((".", "core"))]
    assert about == [], "nothing else shows that there is a diary"


@pytest.fixture
def passphrase_file(tmp_path: Path, watch: Watch) -> Path:
    """Return a file that holds the passphrase."""
    path = tmp_path / "passphrase"
    watch.told.add(path.name)
    path.write_text(PASSPHRASE + "\n", encoding="utf-8")
    path.chmod(0o600)
    return path


@pytest.fixture
def environment(tmp_path: Path, passphrase_file: Path) -> dict[str, str]:
    """Return all that the program gets to know of the world."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    return {
        **EVERYWHERE,
        "DIARY_HOME": str(tmp_path / "home"),
        "DIARY_PASSPHRASE_FILE": str(passphrase_file),
        "HOME": str(tmp_path),
        "TMPDIR": str(temporary),
    }


@pytest.fixture(scope="session")
def warm(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Start]:
    """Load once what every command loads."""
    folder = tmp_path_factory.mktemp("warm")
    with warm_start.waiting({**EVERYWHERE, "HOME": str(folder)}, folder) as start:
        yield start


@pytest.fixture
def start(warm: Start) -> Start:
    """Return how the program is started; `test_leaks.py`, for one, has a fresh start instead."""
    return warm


@pytest.fixture
def diary_in(start: Start, environment: dict[str, str], tmp_path: Path, watch: Watch) -> RunDiary:
    """Return a way to run the program without a terminal, in whatever folder there is."""

    def run(*args: str, input: str | bytes | None = None) -> Ran:  # noqa: A002 - as in subprocess
        given = input.encode() if isinstance(input, str) else input
        watch.told.update(args)
        watch.keep(*(given or b"").decode(errors="replace").splitlines())
        done = start.run("diary", args, given or b"", env=environment, folder=tmp_path)
        assert watch.said(done.stderr) == []
        return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run


@pytest.fixture
def diary(home: Path, diary_in: RunDiary) -> RunDiary:
    """Return a way to run the program without a terminal, on an encrypted diary."""
    assert home.is_dir()
    return diary_in


@pytest.fixture
def locked(environment: dict[str, str], diary: RunDiary) -> RunDiary:
    """Return a way to run the program where no passphrase can be had."""

    def run(*args: str, input: str | bytes | None = None) -> Ran:  # noqa: A002 - as `diary`
        known = environment.pop("DIARY_PASSPHRASE_FILE")
        try:
            return diary(*args, input=input)
        finally:
            environment["DIARY_PASSPHRASE_FILE"] = known

    return run


@pytest.fixture
def terminal_in(
    start: Start, environment: dict[str, str], tmp_path: Path, watch: Watch
) -> Iterator[OpenTerminal]:
    """Return a way to run the program in a terminal, in whatever folder there is."""
    children: list[pexpect.spawn[str]] = []

    def run(*args: str, columns: int = 80, asks_passphrase: bool = False) -> Terminal:
        watch.told.update(args)
        known = dict(environment)
        if asks_passphrase:
            del known["DIARY_PASSPHRASE_FILE"]
        child = start.in_terminal("diary", args, env=known, folder=tmp_path, columns=columns)
        children.append(child)
        return Terminal(child, watch)

    yield run
    for child in children:
        child.close(force=True)


@pytest.fixture
def terminal(home: Path, terminal_in: OpenTerminal) -> OpenTerminal:
    """Return a way to run the program in a terminal, on an encrypted diary."""
    assert home.is_dir()
    return terminal_in


@pytest.fixture
def recorded(home: Path) -> Callable[[], History]:
    """Return a way to read what the diary's file holds now."""

    def read() -> History:
        with vault.opened(home, PASSPHRASE) as opened:
            return opened.history()

    return read


@pytest.fixture
def holds(home: Path, watch: Watch) -> Fill:
    """Return a way to fill the diary with a made-up history."""

    def fill(history: History) -> None:
        watch.keep(*(record.note for record in history.records))
        known = replace(
            history, background=with_ids(history.background), entries=with_ids(history.entries)
        )
        with vault.opened(home, PASSPHRASE) as opened:
            opened.write("import", vault.all_new(known), datetime.now(UTC))

    return fill
