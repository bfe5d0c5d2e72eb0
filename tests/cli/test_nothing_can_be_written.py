"""Every command, with the diary in a read-only folder and on a full disk.

What only reads works. What cannot be saved is said in one sentence with the way out, and the diary
is afterwards as it was, to the byte, with nothing half-written beside it.
"""

import datetime as dt
import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import mounting
import pytest
from fresh_start import INTERPRETER, PATIENCE
from leaking import Watch
from running import PASSPHRASE, Ran

from diary import interchange, vault
from diary.cli.main import COMMANDS
from diary.errors import ExitStatus

pytestmark = pytest.mark.skipif(
    not mounting.is_possible(), reason="no program may have mounts of its own here"
)

NOON = dt.datetime(2026, 3, 1, 12, 0, tzinfo=dt.UTC)
READ_ONLY, FULL = "a read-only folder", "a full disk"
PLACES = {READ_ONLY: mounting.read_only, FULL: mounting.full}
DIARY = {
    "format": "symptom-diary",
    "version": 1,
    "background": [{"id": "f1", "kind": "contraception", "what": "condoms", "start": "2026-01-02"}],
    "entries": [
        {"id": "e1", "date": "2026-02-01", "bleeding": {"source": "vaginal", "amount": "light"}},
        {"id": "e2", "date": "2026-02-03", "sex": {"kinds": ["vaginal"]}},
    ],
}
MORE = DIARY | {"entries": [{"id": "e3", "date": "2026-02-05"}]}
NOTE = "made-up words " * 400

READING = (
    "",
    "alerts",
    "background list",
    "calendar",
    "cycles",
    "demo",
    "import more.json --dry-run",
    "list",
    "profile",
    "rates",
    "report --preview",
    "rules",
    "show e1",
    "support",
)
WRITING_ELSEWHERE = (
    "backup usb",
    "export -o all.json",
    "report -o page.pdf",
)
WRITING = (
    "background add --kind medication --what anticoagulant",
    "backup",
    "cycles --dry-days 3",
    "delete e1 --yes",
    "edit e1 --pain 3",
    "export -o home/all.json",
    "forget e1 --yes",
    "import more.json",
    "log --pain 2 --note",
    "log --pain 2 --note --sealed",
    "passphrase --new-file new",
    "period",
    "profile --country FR",
    "report -o home/page.png",
    "restore copy.db --yes",
    "support --hide",
    "undo --yes",
    "visit --outcome treated",
)
OF_THEIR_OWN = ("doctor", "erase", "init")
"""Those that have a test of their own below."""

RunIn = Callable[[str, str], Ran]


@pytest.fixture(scope="session")
def made_with_more(made_once: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder to run commands in: a diary called "home", and what they read beside it."""
    place = tmp_path_factory.mktemp("more") / "place"
    shutil.copytree(made_once, place / "home")
    (place / "home").chmod(0o700)
    with vault.opened(place / "home", PASSPHRASE) as opened:
        history = interchange.from_document(DIARY)
        opened.write("import", vault.all_new(history), NOON)
        opened.back_up(place / "usb").rename(place / "copy.db")
    (place / "more.json").write_text(json.dumps(MORE), encoding="utf-8")
    (place / "new").write_text("seven very different made-up words", encoding="utf-8")
    return place


@pytest.fixture
def run(made_with_more: Path, environment: dict[str, str], tmp_path: Path, watch: Watch) -> RunIn:
    """Return a way to run a command where the diary lies in such a place."""
    shutil.copytree(made_with_more, tmp_path, dirs_exist_ok=True)
    (tmp_path / "home").chmod(0o700)

    def run(command: str, place: str) -> Ran:
        watch.told.update(command.split())
        watch.keep(NOTE)
        done = subprocess.run(
            [*PLACES[place](tmp_path / "home"), *INTERPRETER, "-m", "diary", *command.split()],
            input=NOTE,
            capture_output=True,
            text=True,
            env=environment,
            cwd=tmp_path,
            timeout=PATIENCE,
            check=False,
        )
        return Ran(done.returncode, done.stdout, done.stderr)

    return run


def held(folder: Path) -> dict[str, bytes]:
    """Return every file in the folder."""
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def refuses_in_one_sentence(ran: Ran) -> bool:
    (line,) = ran.err.splitlines()
    ways_out = ("then try again", "name another folder")
    return line.startswith("Error: ") and any(way_out in line for way_out in ways_out)


def test_every_command_is_tried() -> None:
    tried = (*READING, *WRITING_ELSEWHERE, *WRITING, *OF_THEIR_OWN)
    assert {command.split()[0] for command in tried if command} == set(COMMANDS)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("command", READING)
def test_what_reads_works(run: RunIn, tmp_path: Path, command: str, place: str) -> None:
    before = held(tmp_path / "home")
    ran = run(command, place)
    assert (ran.status, ran.err) == (ExitStatus.OK, "")
    assert ran.out
    assert held(tmp_path / "home") == before


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("command", WRITING_ELSEWHERE)
def test_what_writes_to_another_folder_works_and_says_that_it_could_not_be_noted(
    run: RunIn, tmp_path: Path, command: str, place: str
) -> None:
    before = held(tmp_path / "home")
    ran = run(command, place)
    assert ran.status == ExitStatus.OK
    assert "so erasing it will not find" in " ".join(ran.err.split())
    assert [*tmp_path.glob("usb/diary-*.db"), *tmp_path.glob("page.p*"), *tmp_path.glob("all.json")]
    assert held(tmp_path / "home") == before


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("command", WRITING)
def test_what_cannot_be_saved_is_said_and_the_diary_stays_as_it_was(
    run: RunIn, tmp_path: Path, command: str, place: str
) -> None:
    before = held(tmp_path / "home")
    ran = run(command, place)
    assert ran.status == ExitStatus.NOT_SAVED
    assert refuses_in_one_sentence(ran)
    assert held(tmp_path / "home") == before
    with vault.opened(tmp_path / "home", PASSPHRASE) as opened:
        assert opened.history() == interchange.from_document(DIARY)


@pytest.mark.parametrize("place", PLACES)
def test_no_diary_is_made_or_half_made(run: RunIn, tmp_path: Path, place: str) -> None:
    (tmp_path / "home" / "diary.db").unlink()
    before = held(tmp_path / "home")
    ran = run("init", place)
    assert ran.status == ExitStatus.NOT_SAVED
    assert refuses_in_one_sentence(ran)
    assert held(tmp_path / "home") == before


def test_a_diary_in_a_read_only_folder_cannot_be_erased_and_stays_whole(
    run: RunIn, tmp_path: Path
) -> None:
    before = held(tmp_path / "home")
    ran = run("erase --erase-everything", READ_ONLY)
    assert ran.status == ExitStatus.NOT_SAVED
    assert refuses_in_one_sentence(ran)
    assert held(tmp_path / "home") == before


def test_a_diary_on_a_full_disk_can_be_erased(run: RunIn, tmp_path: Path) -> None:
    ran = run("erase --erase-everything", FULL)
    assert (ran.status, ran.err) == (ExitStatus.OK, "")
    assert held(tmp_path / "home") == {}


def test_the_doctor_finds_what_is_wrong_with_the_folder(run: RunIn) -> None:
    ran = run("doctor", READ_ONLY)
    assert ran.status == ExitStatus.UNSAFE
    assert 'put a copy elsewhere with "diary backup FOLDER"' in " ".join(ran.out.split())
    ran = run("doctor", FULL)
    assert ran.status == ExitStatus.OK
    assert "look  the disk has 0 MB left" in ran.out
