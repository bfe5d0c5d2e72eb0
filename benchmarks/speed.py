"""How long the commands take with 1,000 entries, each as a whole process.

`python -m benchmarks.speed` prints a table for the README: medians of several runs and, for the
report, the most memory that the process held. It times adding an encrypted entry with jrnl too, a
journal for the command line, in turns with `diary log --sealed`: `--jrnl PROGRAM` names one that is
there already, otherwise it is installed in an environment of its own that is thrown away.
"""

import argparse
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from diary import vault
from diary.alerts import assess
from diary.cli.demo_year import made_up_year
from diary.interchange.identity import with_ids
from diary.model import Entry, History

ENTRIES = 1_000
DAYS = 3_650
RUNS = 7
PASSPHRASE = "made-up words for a benchmark"  # noqa: S105 - opens a made-up diary only


@dataclass(frozen=True, slots=True)
class Timed:
    """Whole processes of one command: the median in seconds, and the most memory in megabytes."""

    command: str
    seconds: float
    megabytes: float


JRNL_SETTINGS = """\
colors: {{body: none, date: none, tags: none, title: none}}
default_hour: 9
default_minute: 0
editor: ''
encrypt: true
highlight: false
indent_character: '|'
journals: {{default: {{journal: {folder}/journal.txt}}}}
linewrap: 79
tagsymbols: '@'
template: false
timeformat: '%F %r'
version: {version}
"""
AFTER_SEX = ("--sex", "vaginal", "--bleeding", "light", "--source", "vaginal", "--after-sex")
SEALED = {
    "`diary log --sealed`, a time without bleeding": ("--sex", "vaginal", "--no-bleeding"),
    "`diary log --sealed`, light bleeding after sex": AFTER_SEX,
    "`diary log --sealed`, that with mild pain and itching": (
        *AFTER_SEX,
        *("--pain", "3", "--symptom", "itching"),
    ),
    "`diary log --sealed`, that with deep pain 6 of 10": (
        *AFTER_SEX,
        *("--pain", "6", "--pain-site", "deep_pelvic"),
    ),
    "`diary log --sealed`, that with dizziness, which the rules judge": (
        *AFTER_SEX,
        *("--symptom", "dizzy"),
    ),
}
TURNS = 15


def main() -> None:
    """Fill a made-up diary, time the commands and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--jrnl", type=Path, help="a jrnl that is installed already")
    parser.add_argument("--only-jrnl", action="store_true", help="only what is timed beside it")
    given = parser.parse_args()
    if not given.only_jrnl:
        _time_commands()
    with tempfile.TemporaryDirectory() as folder:
        _print_beside_jrnl(Path(folder), given.jrnl)


def _print_beside_jrnl(folder: Path, jrnl: Path | None) -> None:
    """Time sealing an entry and adding one with jrnl in turns, so that both meet the same load."""
    _fill(folder)
    os.environ["DIARY_HOME"] = str(folder / "home")
    program = jrnl or _installed_jrnl(folder)
    version = _begin_journal(folder, program)
    commands: dict[str, tuple[list[str], str]] = {
        name: ([str(Path(sys.executable).with_name("diary")), "log", "--sealed", *args], "")
        for name, args in SEALED.items()
    }
    commands[f"jrnl {version}, an encrypted entry"] = (_add_with(folder, program), PASSPHRASE)
    took: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(TURNS):
        for name, (command, typed) in commands.items():
            took[name].append(_seconds(command, typed))
    theirs = statistics.median(took[f"jrnl {version}, an encrypted entry"])
    print(f"\nIn turns, median of {TURNS} whole processes.\n")
    print("| adding an entry | seconds | of jrnl's |\n|---|---|---|")
    for name, times in took.items():
        ours = statistics.median(times)
        print(f"| {name} | {ours:.2f} | {ours / theirs:.0%} |")


def _installed_jrnl(folder: Path) -> Path:
    venv.create(folder / "venv", with_pip=True)
    binaries = folder / "venv" / ("Scripts" if sys.platform == "win32" else "bin")
    subprocess.run([binaries / "pip", "install", "-q", "jrnl"], check=True)
    return binaries / "jrnl"


def _begin_journal(folder: Path, program: Path) -> str:
    """Make an encrypted journal, whose passphrase jrnl asks for twice; return jrnl's version."""
    told = subprocess.run([program, "--version"], capture_output=True, text=True, check=True)
    version = told.stdout.split()[1]
    settings = JRNL_SETTINGS.format(folder=folder, version=version)
    (folder / "jrnl.yaml").write_text(settings, encoding="utf-8")
    _seconds(_add_with(folder, program), f"{PASSPHRASE}\n{PASSPHRASE}\nn")
    return version


def _add_with(folder: Path, program: Path) -> list[str]:
    return [str(program), "--config-file", str(folder / "jrnl.yaml"), "Spotting", "afterwards."]


def _seconds(command: Sequence[str], typed: str) -> float:
    """Time a whole process that finds what is typed on its standard input, without a terminal."""
    before = time.perf_counter()
    subprocess.run(
        command,
        input=f"{typed}\n",
        text=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        check=True,
    )
    return time.perf_counter() - before


def _time_commands() -> None:
    with tempfile.TemporaryDirectory() as folder:
        _fill(Path(folder))
        os.environ["DIARY_HOME"] = str(Path(folder) / "home")
        os.environ["DIARY_PASSPHRASE_FILE"] = str(Path(folder) / "passphrase")
        report = str(Path(folder) / "page.pdf")
        commands = [
            ["--help"],
            ["list"],
            ["alerts"],
            ["log", "--on", "today", "--sex", "vaginal", "--no-bleeding"],
            ["report", "-o", report, "--overwrite", "--yes"],
        ]
        rows = [_timed(command) for command in commands]
    _print(rows)
    print(f"\n`assess` on {DAYS} daily entries, after import: {_assessed():.0f} ms")


def _assessed() -> float:
    """Return the milliseconds that judging ten years with an entry every day takes."""
    today = date.today()  # noqa: DTZ011 - the local day is meant
    history = many_entries(today, DAYS)
    daily = replace(
        history,
        entries=tuple(
            replace(entry, date=today - timedelta(days=back))
            for back, entry in enumerate(history.entries)
        ),
    )
    took = []
    for _ in range(RUNS):
        before = time.perf_counter()
        assess(daily, today)
        took.append(1000 * (time.perf_counter() - before))
    return statistics.median(took)


def _fill(folder: Path) -> None:
    (folder / "passphrase").write_text(PASSPHRASE)
    vault.create(folder / "home", PASSPHRASE)
    history = many_entries(date.today(), ENTRIES)  # noqa: DTZ011 - the local day is meant
    with vault.opened(folder / "home", PASSPHRASE) as opened:
        opened.write("import", vault.all_new(history), datetime.now(UTC))


def many_entries(today: date, count: int) -> History:
    """Return the made-up year again and again, each a year earlier, until `count` entries."""
    entries: list[Entry] = []
    back = 0
    year = made_up_year(today)
    while len(entries) < count:
        entries.extend(
            replace(entry, id=None, date=entry.date - timedelta(days=365 * back))
            for entry in year.entries
        )
        back += 1
    return replace(year, entries=with_ids(entries[:count]))


def _timed(command: Sequence[str]) -> Timed:
    seconds, megabytes = [], []
    for _ in range(RUNS):
        before = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, "-m", "diary", "--no-input", *command], stdout=subprocess.DEVNULL
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds.append(time.perf_counter() - before)
        megabytes.append(usage.ru_maxrss / (1024 if sys.platform == "linux" else 1024**2))
        if status != 0:
            raise SystemExit(f"diary {command[0]} failed with {os.waitstatus_to_exitcode(status)}")
    return Timed(command[0], statistics.median(seconds), max(megabytes))


def _print(rows: Sequence[Timed]) -> None:
    print(f"{ENTRIES} entries, median of {RUNS} whole processes.")
    print(f"Machine: {os.cpu_count()} cores, {platform.machine()}, {platform.system()},", end=" ")
    print(f"Python {platform.python_version()}.")
    print("\n| command | seconds | most memory |\n|---|---|---|")
    for row in rows:
        print(f"| `diary {row.command}` | {row.seconds:.2f} | {row.megabytes:.0f} MB |")


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    main()
