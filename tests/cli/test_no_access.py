"""What the computer refuses to read or write ends in one sentence, and loses nothing."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from fresh_start import INTERPRETER, PATIENCE
from running import RunDiary

from diary.model import History

EMERGENCY = ("--bleeding", "heavy", "--source", "vaginal", "--symptom", "faint")


def with_nowhere_to_write(environment: dict[str, str], *args: str) -> tuple[int, str]:
    """Run the program with an output that is always full; return its status and its errors."""
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(
            [*INTERPRETER, "-m", "diary", *args],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
    return ran.returncode, ran.stderr


@pytest.mark.parametrize("args", [("list",), ("--help",), ("log", "--words"), ("rules", "EMG-1")])
def test_an_output_that_takes_nothing_is_said_in_one_sentence(
    diary: RunDiary, environment: dict[str, str], args: tuple[str, ...]
) -> None:
    assert diary("log", "--pain", "2").status == 0
    status, said = with_nowhere_to_write(environment, *args)
    assert status == 10
    assert said.startswith("Error: a file, a folder or the output could not be read or written")
    assert "no space left" in said
    assert len(said.splitlines()) == 1


@pytest.mark.parametrize("way", [(), ("--sealed",)])
def test_an_entry_is_saved_though_nothing_can_be_shown(
    diary: RunDiary,
    environment: dict[str, str],
    recorded: Callable[[], History],
    way: tuple[str, ...],
) -> None:
    status, said = with_nowhere_to_write(environment, "log", *way, *EMERGENCY)
    assert status == 10
    assert "what was saved before is still there" in said
    assert len(said.splitlines()) == 1
    diary("list")
    assert len(recorded().entries) == 1


@pytest.mark.parametrize(
    "args", [("list",), ("log", "--pain", "2"), ("doctor",), ("erase", "--erase-everything")]
)
def test_a_folder_that_cannot_be_looked_into_is_said_in_one_sentence(
    diary_in: RunDiary, environment: dict[str, str], tmp_path: Path, args: tuple[str, ...]
) -> None:
    """No system has names of 300 letters, so that looking for it fails, for root too."""
    environment["DIARY_HOME"] = str(tmp_path / ("x" * 300) / "diary")
    ran = diary_in(*args)
    assert ran.status == 10
    assert ran.err.startswith("Error: a file, a folder or the output could not be read or written")
    assert "file name too long" in ran.err
    assert "xxx" not in ran.err


def test_a_report_from_a_folder_that_is_gone_is_said_in_one_sentence(
    diary: RunDiary, environment: dict[str, str], tmp_path: Path
) -> None:
    assert diary("log", "--pain", "2").status == 0
    (tmp_path / "gone").mkdir()
    command = [*INTERPRETER, "-m", "diary", "report", "-o", str(tmp_path / "page.pdf")]
    ran = subprocess.run(
        ["sh", "-c", 'cd gone && rmdir ../gone && exec "$@"', "sh", *command],
        env=environment,
        cwd=tmp_path,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert ran.returncode == 1
    assert ran.stderr == "Error: the report could not be laid out; nothing was written\n"
    assert not (tmp_path / "page.pdf").exists()
