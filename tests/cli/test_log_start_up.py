"""What `diary log` loads: what a person waits for is what is imported."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

SHOW_MODULES = """
import atexit, json, sys
from pathlib import Path
atexit.register(lambda: Path(sys.argv.pop()).write_text(json.dumps(sorted(sys.modules))))
sys.argv[1:], path = sys.argv[1:-1], sys.argv[-1]
sys.argv.append(path)
from diary.cli.main import cli
cli(sys.argv[1:-1], prog_name="diary")
"""

STORAGE = {"sqlalchemy", "sqlcipher3", "alembic", "diary.vault"}
HEAVY = {"pandas", "numpy", "alembic", "typst", "fontTools", "diary_reports", "rich"}
SAVED = ("--on", "yesterday", "--sex", "vaginal", "--no-bleeding", "--symptom", "itching")


def loaded(environment: dict[str, str], tmp_path: Path, *args: str) -> set[str]:
    """Run `diary` in a process of its own and return what it had imported at its end."""
    seen = tmp_path / "modules.json"
    subprocess.run(
        [sys.executable, "-c", SHOW_MODULES, *args, str(seen)],
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        cwd=tmp_path,
        check=False,
    )
    return set(json.loads(seen.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    "args",
    [
        ("--help",),
        ("--nonsense",),
        ("logg",),
        ("alerts", "--help"),
        ("alerts", "--as-of", "soon"),
        ("rates", "--help"),
        ("rates", "--since", "soon"),
        ("report", "--help"),
        ("report", "-o", "page.doc"),
        ("import", "nowhere.json"),
        ("log", "--help"),
        ("log", "--words"),
        ("log",),
        ("log", "--pain", "11"),
        ("log", "--on", "30 february", "--sex"),
        ("log", "--symptom", "itchin"),
        ("log", "--sex", "vaginal", "--bleeding", "spotting"),
        ("log", "--nonsense"),
    ],
)
def test_help_and_mistakes_answer_before_the_vault_is_loaded(
    environment: dict[str, str], tmp_path: Path, args: tuple[str, ...]
) -> None:
    modules = loaded(environment, tmp_path, *args)
    assert "diary.cli.main" in modules
    assert not modules & (STORAGE | HEAVY | {"diary.alerts"})


def test_saving_loads_nothing_that_only_reports_and_migrations_need(
    environment: dict[str, str], tmp_path: Path, home: Path
) -> None:
    assert home.is_dir()
    modules = loaded(environment, tmp_path, "log", *SAVED)
    assert "diary.vault" in modules
    assert "diary.alerts" in modules
    assert not modules & (HEAVY | {"sqlalchemy.orm"})


@pytest.mark.parametrize("command", ["alerts", "rates"])
def test_counting_and_judging_load_no_tables_and_no_figures(
    environment: dict[str, str], tmp_path: Path, home: Path, command: str
) -> None:
    assert home.is_dir()
    modules = loaded(environment, tmp_path, command)
    assert "diary.vault" in modules
    assert not modules & (HEAVY | {"sqlalchemy.orm"})


def test_a_sealed_entry_loads_no_database_and_no_other_command(
    environment: dict[str, str], tmp_path: Path, home: Path
) -> None:
    assert home.is_dir()
    modules = loaded(environment, tmp_path, "log", "--sealed", *SAVED)
    assert "nacl.public" in modules
    assert "diary.alerts" in modules
    assert not modules & (STORAGE | HEAVY | {"diary.cli.report", "diary.cli.edit"})


LIGHT = ("--bleeding", "light", "--source", "vaginal", "--after-sex")


@pytest.mark.parametrize(
    "said",
    [
        ("--sex", "vaginal", "--no-bleeding"),
        LIGHT,
        (*LIGHT, "--pain", "3", "--symptom", "itching"),
        ("--sex", "vaginal", *LIGHT, "--pain", "6", "--pain-site", "deep_pelvic"),
    ],
)
def test_what_cannot_be_urgent_loads_no_rules_either(
    environment: dict[str, str], tmp_path: Path, home: Path, said: tuple[str, ...]
) -> None:
    assert home.is_dir()
    modules = loaded(environment, tmp_path, "log", "--sealed", *said)
    assert "nacl.public" in modules
    assert not modules & (STORAGE | HEAVY | {"diary.alerts.rules", "diary.cycles"})
