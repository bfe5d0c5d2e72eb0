"""What does each command touch? `python -m benchmarks.traces` runs them under strace (Linux).

Every file that is opened for writing, made or renamed must be on the list of its command, and no
command may create a socket. A made-up diary is used; the run ends with status 1 where one fails.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PASSPHRASE = "four made up words"  # noqa: S105 - of a made-up diary
CALLS = (
    "open,openat,openat2,creat,mkdir,mkdirat,rename,renameat,renameat2,link,linkat,symlink,socket"
)
WRITES = re.compile(r"O_WRONLY|O_RDWR|O_CREAT|^\d+ +(creat|mkdir|rename|link|symlink)")
PATHS = re.compile(r'"((?:[^"\\]|\\.)*)"')
PICTURES = ("page.png", *(f"page-{number}.png" for number in range(2, 10)))
KNOWN = {
    "format": "symptom-diary",
    "version": 1,
    "entries": [{"id": "known-entry", "date": "2026-02-01", "pain": {"score": 2}}],
}
NOT_FILES = ("/dev/null", "/dev/tty", "/dev/pts/")
"""No file on a disk."""


@dataclass(frozen=True, slots=True)
class Run:
    """One command with what is typed to it, and the files beside the diary that it may write.

    A "*" in an argument stands for the last file that it fits. `key` is the file with the
    passphrase.
    """

    args: tuple[str, ...]
    may_write: tuple[str, ...] = ()
    typed: str = ""
    key: str = "passphrase"


RUNS = (
    Run(("init",)),
    Run(("log", "--bleeding", "light", "--source", "vaginal", "--pain", "4")),
    Run(("log", "--note", "--pain", "2"), typed="a made-up note"),
    Run(("log", "--no-bleeding")),
    Run(("period", "yesterday")),
    Run(("list",)),
    Run(("alerts",)),
    Run(("alerts", "--explain")),
    Run(("rules", "PCB-2")),
    Run(("cycles",)),
    Run(("calendar",)),
    Run(("rates",)),
    Run(("support",)),
    Run(("profile",)),
    Run(("background", "add", "--kind", "medication", "--what", "anticoagulant")),
    Run(("background", "list")),
    Run(("visit", "--outcome", "treated", "--about", "pain")),
    Run(("undo", "--yes")),
    Run(("import", "known.json")),
    Run(("show", "known")),
    Run(("edit", "known", "--pain", "3")),
    Run(("delete", "known", "--yes")),
    Run(("forget", "known", "--yes")),
    Run(("report", "-o", "page.pdf"), may_write=("page.pdf",)),
    Run(("report", "-o", "page.png"), may_write=PICTURES),
    Run(("report", "--text")),
    Run(("report", "--preview")),
    Run(("export", "-o", "whole.json", "--yes"), may_write=("whole.json",)),
    Run(("import", "whole.json")),
    Run(("log", "--sealed", "--pain", "1")),
    Run(("backup",)),
    Run(("restore", "../diary/backups/diary-*.db", "--yes")),
    Run(("doctor",)),
    Run(("demo",), may_write=("../tmp",)),
    Run(("passphrase", "--new-file", "../new-passphrase")),
    Run(
        ("erase", "--erase-everything"),
        may_write=("page.pdf", "whole.json", *PICTURES),
        key="new-passphrase",
    ),
)


def main() -> int:
    """Run every command and print what it touched; 1 where that was more than it may."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder).resolve()
        (place / "passphrase").write_text(PASSPHRASE, encoding="utf-8")
        (place / "new-passphrase").write_text(f"new {PASSPHRASE}", encoding="utf-8")
        for name in ("home", "tmp", "work"):
            (place / name).mkdir()
        (place / "work" / "known.json").write_text(json.dumps(KNOWN), encoding="utf-8")
        bad = [line for run in RUNS for line in _judged(run, place)]
    print(f"\n{len(RUNS)} commands, {len(bad)} touched what they may not")
    return 1 if bad else 0


def _judged(run: Run, place: Path) -> Iterator[str]:
    """Run a command; print what it touched, and yield what it may not."""
    touched, sockets = _touched(run, place)
    allowed = [place / "diary", *((place / "work" / name).resolve() for name in run.may_write)]
    outside = sorted(path for path in touched if not _is_allowed(path, allowed))
    print(f"diary {' '.join(run.args)}: {len(touched)} written, {sockets} sockets", *outside)
    yield from outside
    yield from ["socket"] * sockets


def _touched(run: Run, place: Path) -> tuple[set[str], int]:
    log, work = place / "strace", place / "work"
    args = [_last_that_fits(arg, work) if "*" in arg else arg for arg in run.args]
    command = ["strace", "-f", "-qq", "-s", "4096", "-e", f"trace={CALLS}", "-o", str(log)]
    subprocess.run(
        [*command, sys.executable, "-m", "diary", *args],
        input=run.typed.encode(),
        env=_environment(place, run.key),
        cwd=work,
        stdout=subprocess.DEVNULL,
        check=True,
    )
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    happened = [line for line in lines if " = -1 " not in line]
    written = {
        str((work / path).resolve())
        for line in happened
        if WRITES.search(line)
        for path in PATHS.findall(line)
    }
    return written, sum(" socket(" in line for line in lines)


def _last_that_fits(pattern: str, work: Path) -> str:
    folder, _, names = pattern.rpartition("/")
    return str(max((work / folder).glob(names)))


def _environment(place: Path, key: str) -> dict[str, str]:
    return {
        "DIARY_HOME": str(place / "diary"),
        "DIARY_PASSPHRASE_FILE": str(place / key),
        "HOME": str(place / "home"),
        "TMPDIR": str(place / "tmp"),
        "PATH": os.environ["PATH"],
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
        "PYTHONDONTWRITEBYTECODE": "1",
        "LANG": "C.UTF-8",
    }


def _is_allowed(path: str, allowed: list[Path]) -> bool:
    if path.startswith(NOT_FILES):
        return True
    here = Path(path)
    if any(here == one or one in here.parents for one in allowed):
        return True
    return here.name.endswith(".diary-part") and any(here.parent == one.parent for one in allowed)


if __name__ == "__main__":
    raise SystemExit(main())
