"""What is left of the diary when the program is killed, at random moments of what it does.

`python -m benchmarks.durability [KILLS]` kills (SIGKILL) so many processes for each scenario, looks
at what each left behind, and prints the table for docs/privacy.md. It needs Linux: inotify tells
exactly whether a killed process had begun to write, a pipe whether it had acknowledged.

A process is forked from a warm one and calls what the command calls. After the kill the diary must
open, take what waits in the inbox, be whole, and say exactly what it said before or what the
command was to make of it; once it was acknowledged, only the latter. What is sealed after the kill
must be filed. So nothing acknowledged can be lost, doubled or torn unseen.
"""

import multiprocessing
import os
import platform
import random
import select
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from enum import Enum
from functools import partial
from pathlib import Path

from benchmarks.durability_scenarios import NOW, SCENARIOS, Scenario
from benchmarks.noticing import drain, watched
from diary import vault
from diary.errors import NotSaved, WrongPassphrase
from diary.inbox.adding import add
from diary.inbox.record import Record
from diary.model import Entry, History
from diary.vault.backup import FOLDER, backups_in, copies_in
from diary.vault.checking import (
    is_in_order,
    is_sealed,
    points_at_what_is_there,
    refuse_broken,
)
from diary.vault.connection import driver_of

KILLS = 50
AIMED = 0.85
"""The share of kills that wait for the first write; the others come at any moment."""

SEED = 20261128
PATIENCE = 60.0
AFTERWARDS = "sealed afterwards"


class Lost(Exception):
    """What must not happen; its folder is left to be looked at."""


class Moment(Enum):
    """Where a kill fell."""

    BEFORE = "before the first write"
    BETWEEN = "between first write and acknowledgement"
    AFTER = "after the acknowledgement"


@dataclass(frozen=True, slots=True)
class Measured:
    """A scenario as it goes when nobody kills it: what the diary says, and seconds it takes.

    A diary that does not open says None.
    """

    before: History | None
    after: History | None
    begins: float
    ends: float


def main(kills: int) -> None:
    """Kill, look and print; scenarios run beside each other, as many as there are cores."""
    began = time.monotonic()
    work = Path(tempfile.mkdtemp())
    run = partial(_killed, kills=kills, work=work)
    with multiprocessing.get_context("fork").Pool(os.cpu_count()) as pool:
        fell = pool.map(run, range(len(SCENARIOS)), chunksize=1)
    shutil.rmtree(work)
    names = [scenario.name for scenario in SCENARIOS]
    _print([*zip(names, fell, strict=True)], time.monotonic() - began)


def _killed(number: int, *, kills: int, work: Path) -> list[Moment]:
    """Kill so many processes of one scenario, and return when each was killed."""
    scenario = SCENARIOS[number]
    chance = random.Random(SEED + number)  # noqa: S311 - moments, not secrets
    template = work / str(number) / "template"
    template.parent.mkdir()
    scenario.prepare(template)
    (template / FOLDER).mkdir(mode=0o700, exist_ok=True)
    measured = _measured(scenario, template)
    fell = [_kill(scenario, measured, template, chance) for _ in range(kills)]
    print(f"{scenario.name}: {kills} killed", file=sys.stderr)
    return fell


def _measured(scenario: Scenario, template: Path) -> Measured:
    """Let the scenario run to its end and measure it."""
    home = template.with_name("home")
    with _copied(template, home):
        before, _ = _looked_at(scenario, home)
    with _copied(template, home), watched(home, home / FOLDER) as watch:
        began = time.monotonic()
        child, acknowledged = _started(scenario, home)
        select.select([watch], [], [], PATIENCE)
        begins = time.monotonic() - began
        select.select([acknowledged], [], [], PATIENCE)
        ends = time.monotonic() - began
        _end(child)
        if os.read(acknowledged, 1) != b"!":
            raise Lost(f"{scenario.name} failed without being killed")
        os.close(acknowledged)
        after, _ = _looked_at(scenario, home)
    return Measured(before, after, begins, ends)


def _kill(scenario: Scenario, measured: Measured, template: Path, chance: random.Random) -> Moment:
    """Kill one process, look at what it left, and return when it was killed."""
    home = template.with_name("home")
    with _copied(template, home), watched(home, home / FOLDER) as watch:
        child, acknowledged = _started(scenario, home)
        if chance.random() < AIMED:
            select.select([watch], [], [], PATIENCE)
            early = chance.random() ** 2  # the kill itself comes late, the more on a busy machine
            time.sleep(early * (measured.ends - measured.begins))
        else:
            time.sleep(chance.random() * measured.ends * 1.2)
        _end(child)
        is_acknowledged = os.read(acknowledged, 1) == b"!"
        os.close(acknowledged)
        has_written = drain(watch)
        _refuse_loss(scenario, measured, home, is_acknowledged=is_acknowledged)
    if is_acknowledged:
        return Moment.AFTER
    return Moment.BETWEEN if has_written else Moment.BEFORE


def _refuse_loss(
    scenario: Scenario, measured: Measured, home: Path, *, is_acknowledged: bool
) -> None:
    history, passphrase = _looked_at(scenario, home)
    is_done = history == measured.after and scenario.is_done(home, passphrase)
    if not is_done and (is_acknowledged or history != measured.before):
        raise Lost(f"{scenario.name}: something was lost, doubled or torn in {home}")


def _looked_at(scenario: Scenario, home: Path) -> tuple[History | None, str]:
    """Open the diary as the next command would, look at all of it and at each named backup.

    Before, an entry is sealed: where it is said to be saved, it must be filed. It is left out of
    what is returned.
    """
    is_sealed_now = _seals(home)
    for passphrase in scenario.passphrases:
        with suppress(WrongPassphrase), vault.opened(home, passphrase) as opened:
            opened.file_inbox(home, NOW, follows=lambda *_: None)
            history, is_filed = _without_afterwards(opened.history())
            if is_filed != is_sealed_now:
                raise Lost(f"{scenario.name}: what was sealed afterwards was not filed")
            driver = driver_of(opened._connection)  # noqa: SLF001 - another takes 0.13 s to open
            if not all(look(driver) for look in (is_sealed, is_in_order, points_at_what_is_there)):
                raise Lost(f"{scenario.name}: the diary is not whole")
            copies = backups_in if scenario.is_damaged else copies_in  # not the damaged one
            for copy in copies(home / FOLDER):
                refuse_broken(copy, scenario.passphrases[0])
            return history, passphrase
    if scenario.is_damaged:
        return None, ""
    raise Lost(f"{scenario.name}: the diary does not open")


def _seals(home: Path) -> bool:
    """Seal an entry; False where this is refused, as there is no inbox, or not a whole one."""
    entry = Entry(id=AFTERWARDS, date=NOW.date())
    try:
        add(home, Record(entry=entry, at=NOW))
    except (NotSaved, FileNotFoundError):
        return False
    return True


def _without_afterwards(history: History) -> tuple[History, bool]:
    entries = tuple(entry for entry in history.entries if entry.id != AFTERWARDS)
    return replace(history, entries=entries), entries != history.entries


@contextmanager
def _copied(template: Path, home: Path) -> Iterator[None]:
    shutil.copytree(template, home)
    home.chmod(0o700)
    yield
    shutil.rmtree(home)  # not after a failure: it is what there is to look at


def _started(scenario: Scenario, home: Path) -> tuple[int, int]:
    """Fork a process that acts, acknowledges and then waits to be killed."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            scenario.act(home)
            os.write(writing, b"!")
            signal.pause()
        finally:
            os._exit(1)
    os.close(writing)
    return child, reading


def _end(child: int) -> None:
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def _print(rows: list[tuple[str, list[Moment]]], seconds: float) -> None:
    every = [moment for _, fell in rows for moment in fell]
    print(f"{len(every)} processes killed in {seconds:.0f} s, chance seeded with {SEED}.")
    print(f"Machine: {os.cpu_count()} cores, {platform.machine()}, {platform.system()},", end=" ")
    print(f"Python {platform.python_version()}.\n")
    names = [moment.value for moment in Moment]
    print(f"| what was killed | {' | '.join(names)} | lost, doubled, torn or not opening |")
    print("|---|" + "---|" * (len(names) + 1))
    for name, fell in [*rows, ("all", every)]:
        counts = " | ".join(str(fell.count(moment)) for moment in Moment)
        print(f"| {name} | {counts} | 0 |")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else KILLS)
