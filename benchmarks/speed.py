"""How long the commands take with 1,000 entries, each as a whole process.

`python -m benchmarks.speed` prints a table for the README: medians of several runs and, for the
report, the most memory that the process held.
"""

import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
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


def main() -> None:
    """Fill a made-up diary, time the commands and print the table."""
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
