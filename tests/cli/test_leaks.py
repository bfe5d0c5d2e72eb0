"""What was written stays in the encrypted file: one word in every text field, looked for after.

It may stand on the screen of who asked, and in the file that was asked for. Nowhere else: not in
the folder of the diary, in caches, settings or temporary files, nor in anything that an error says.
"""

import base64
import datetime as dt
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import fresh_start
import pytest
from leaking import SENTINEL, Watch, holding, is_in
from running import PASSPHRASE, OpenTerminal, RunDiary, Start

from diary import interchange, vault
from diary.model import FactKind
from diary.model.fact import WORDS

NOON = dt.datetime(2026, 3, 1, 12, 0, tzinfo=dt.UTC)
TEXT = f"about {SENTINEL} and more"


def document(**more: Any) -> dict[str, Any]:
    """Return a diary with the word in every field that takes free text."""
    facts = [
        {"id": f"f{number}", "kind": kind.value, "what": next(iter(WORDS[kind])).value}
        for number, kind in enumerate(FactKind)
    ]
    return {
        "format": "symptom-diary",
        "version": 1,
        "profile": {"birth_year": 1990, "country": "GB"},
        "background": [{**fact, "start": "2026-01-02", "note": TEXT} for fact in facts],
        "entries": [
            {
                "id": "e1",
                "date": "2026-02-01",
                "bleeding": {"source": "vaginal", "amount": "light"},
                "note": TEXT,
                "origin": SENTINEL,
            },
            {"id": "e2", "date": "2026-02-03", "sex": {"kinds": ["vaginal"]}, "note": TEXT},
        ],
        **more,
    }


@pytest.fixture
def start() -> Start:
    """A fresh start each time: what is left behind may come from loading, too."""
    return fresh_start


@pytest.fixture(scope="session")
def made_with_everything(made_once: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write it into an encrypted diary once, of which every test gets a copy."""
    folder = tmp_path_factory.mktemp("everything") / "home"
    shutil.copytree(made_once, folder)
    with vault.opened(folder, PASSPHRASE) as opened:
        opened.write("import", vault.all_new(interchange.from_document(document())), NOON)
    return folder


@pytest.fixture
def everything(
    made_with_everything: Path, diary_in: RunDiary, tmp_path: Path
) -> Iterator[RunDiary]:
    """A diary with the word in every text field, and a look round after the test."""
    shutil.copytree(made_with_everything, tmp_path / "home")
    (tmp_path / "home").chmod(0o700)
    yield diary_in
    assert holding(tmp_path) == []


def test_the_look_round_after_every_test_finds_what_lies_about(tmp_path: Path) -> None:
    folder = tmp_path / "looked-round"
    folder.mkdir()
    watch = Watch()
    watch.keep(TEXT, "short")
    (folder / "plain").write_text(f"... {TEXT} ...", encoding="utf-8")
    (folder / "wide").write_text(TEXT, encoding="utf-16")
    (folder / "coded").write_bytes(base64.b64encode(b"??" + TEXT.encode()))
    (folder / "asked-for.json").write_text(TEXT, encoding="utf-8")
    (folder / "harmless").write_text("short", encoding="utf-8")
    watch.told.add(f"--output={folder / 'asked-for.json'}")
    assert watch.lying_in(folder) == ["coded", "plain", "wide"]
    assert watch.said(b"not a day") == []
    assert watch.said(TEXT.encode()) == [TEXT]


def test_the_word_is_in_every_text_field_that_there_is() -> None:
    schema = json.loads(Path(interchange.__file__).with_name("diary-v1.schema.json").read_text())
    kinds = [kind["properties"] for kind in schema["properties"]["background"]["items"]["oneOf"]]
    free = {
        name
        for fields in [*kinds, schema["properties"]["entries"]["items"]["properties"]]
        for name, field in fields.items()
        if field.get("maxLength")
    }
    assert free == {"note", "origin"}
    assert len(document()["background"]) == len(kinds)


@pytest.mark.parametrize(
    "command",
    [
        ("",),
        ("list",),
        ("show", "e1"),
        ("alerts",),
        ("alerts", "--json"),
        ("alerts", "--explain"),
        ("background", "list"),
        ("profile",),
        ("support",),
        ("undo", "--yes"),
        ("cycles", "--explain"),
        ("rates",),
        ("calendar", "february 2026"),
        ("report", "--preview"),
        ("report", "--text"),
        ("report", "--say"),
        ("delete", "e1", "--yes"),
        ("edit", "e1", "--pain", "3"),
        ("log", "--pain", "4"),
        ("period", "2 february 2026"),
    ],
    ids=" ".join,
)
def test_a_command_leaves_nothing_in_the_clear(
    everything: RunDiary, command: tuple[str, ...]
) -> None:
    ran = everything(*filter(None, command))
    assert ran.status == 0
    assert not is_in(ran.err.encode())


def test_a_note_typed_at_a_prompt_is_nowhere_but_in_the_diary(
    everything: RunDiary, terminal_in: OpenTerminal
) -> None:
    child = terminal_in("log", "--pain", "2", "--note")
    child.answers("Note:", TEXT)
    assert child.ends() == 0
    assert is_in(everything("export", "-o", "-").out.encode())


def test_a_report_and_an_export_hold_it_only_in_the_file_that_was_asked_for(
    everything: RunDiary, tmp_path: Path
) -> None:
    page, whole = tmp_path / "page.pdf", tmp_path / "whole.json"
    assert not is_in(everything("report", "-o", str(page)).out.encode())
    assert everything("export", "-o", str(whole)).status == 0
    assert holding(tmp_path) == ["whole.json"]
    whole.unlink()


BAD: dict[str, dict[str, Any]] = {
    "a word that does not exist": {"entries": [{"date": "2026-02-01", "bleeding": SENTINEL}]},
    "a day that is none": {"entries": [{"date": SENTINEL}]},
    "a field that does not exist": {"entries": [{"date": "2026-02-01", SENTINEL: 1}]},
    "a note that is no text": {"entries": [{"date": "2026-02-01", "note": [SENTINEL]}]},
    "a note that is too long": {"entries": [{"date": "2026-02-01", "note": SENTINEL * 2000}]},
    "a fact that does not exist": {"background": [{"kind": "medication", "what": SENTINEL}]},
}


@pytest.mark.parametrize("mistake", BAD)
def test_a_file_that_is_refused_is_not_quoted(diary: RunDiary, mistake: str) -> None:
    bad = json.dumps({**document(), **BAD[mistake]})
    ran = diary("alerts", "--from", "-", input=bad)
    assert ran.status == 5
    assert not is_in(ran.out.encode() + ran.err.encode())


def test_a_diary_that_does_not_open_says_nothing_of_it(
    everything: RunDiary, passphrase_file: Path
) -> None:
    passphrase_file.write_text(f"{SENTINEL}\n", encoding="utf-8")
    ran = everything("list")
    passphrase_file.unlink()
    assert ran.status == 3
    assert not is_in(ran.out.encode() + ran.err.encode())


def run_python(lines: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", lines], capture_output=True, text=True, check=False, timeout=60
    )


def test_a_mistake_in_the_program_names_lines_and_never_what_was_written() -> None:
    ran = run_python(
        "from diary.cli.guard import guard\n"
        "def look_up(note): return {}[note]\n"
        f"guard(); look_up('{TEXT}')"
    )
    assert ran.returncode == 1
    assert ran.stderr.startswith("This is a mistake in the program, not in what you did.")
    assert "look_up" in ran.stderr
    assert ran.stderr.endswith("KeyError\n")
    assert not is_in(ran.stderr.encode())


ASIDE = {
    "in a thread": (
        "import threading\nthread = threading.Thread(target=look_up, args=(TEXT,))\n"
        "thread.start(); thread.join()"
    ),
    "while something is cleared away": (
        "class Kept:\n def __del__(self): look_up(TEXT)\n def __repr__(self): return TEXT\nKept()"
    ),
}


@pytest.mark.parametrize("where", ASIDE)
def test_nor_does_one_in_a_thread_or_while_something_is_cleared_away(where: str) -> None:
    ran = run_python(
        "from diary.cli.guard import guard\n"
        "def look_up(note): return {}[note]\n"
        f"guard(); TEXT = {TEXT!r}\n{ASIDE[where]}"
    )
    assert ran.stderr.startswith("This is a mistake in the program, not in what you did.")
    assert "look_up" in ran.stderr
    assert ran.stderr.endswith("KeyError\n")
    assert not is_in(ran.stderr.encode())


def test_the_running_program_leaves_no_core_file_and_lets_nobody_read_its_memory(
    terminal: OpenTerminal,
) -> None:
    child = terminal("log")
    child.sees("What happened")
    limits = Path(f"/proc/{child.process}/limits").read_text(encoding="ascii")
    (core,) = (line for line in limits.splitlines() if line.startswith("Max core file size"))
    assert core.split()[4:6] == ["0", "0"]
    told = run_python(
        "from diary.cli.guard import guard\nimport ctypes\nguard()\n"
        "print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))"
    )
    assert told.stdout == "0\n"
