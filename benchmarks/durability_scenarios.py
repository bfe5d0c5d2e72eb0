"""What the killed processes of `benchmarks.durability` do, each to a diary made for it.

Each calls what the command calls.
"""

import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from diary import vault
from diary.cli.demo_year import made_up_year
from diary.inbox.adding import add
from diary.inbox.record import Record
from diary.interchange.identity import with_ids
from diary.model import Entry
from diary.place import FILE
from diary.vault.backup import FOLDER, copies_in
from diary.vault.restoring import take_place as _loaded_before_the_fork  # noqa: F401

OLD, NEW = "made-up words of before", "made-up words of today"
FROZEN = Path(__file__).parents[1] / "tests" / "data" / "frozen" / "0001.db"
FROZEN_PASSPHRASE = "frozen made up words"  # noqa: S105 - opens a made-up diary only
NOW = datetime(2026, 11, 28, 12, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Scenario:
    """Something that the program does to the diary in a folder, and the passphrases before it.

    `is_done` looks at more than the history where an acknowledgement promises more. `is_damaged`:
    the diary does not open before.
    """

    name: str
    act: Callable[[Path], None]
    prepare: Callable[[Path], None]
    passphrases: tuple[str, ...] = (OLD,)
    is_done: Callable[[Path, str], bool] = lambda _folder, _passphrase: True
    is_damaged: bool = False


def _made(folder: Path) -> None:
    vault.create(folder, OLD)
    year = made_up_year(date(2026, 11, 28))
    with vault.opened(folder, OLD) as opened:
        opened.write("import", vault.all_new(replace(year, entries=with_ids(year.entries))), NOW)


def _made_with_backup_of_another(folder: Path) -> None:
    """The backup has another key of the inbox, so that a restore has to change that, too."""
    another = folder.with_name("another")
    vault.create(another, OLD)
    _log(another)
    _made(folder)
    (folder / FOLDER).mkdir(mode=0o700)
    (another / FILE).rename(folder / FOLDER / "diary-2026-01-01-120000.db")
    shutil.rmtree(another)


def _damaged_with_backup_of_another(folder: Path) -> None:
    _made_with_backup_of_another(folder)
    (folder / FILE).write_bytes(b"damaged beyond help")


def _frozen(folder: Path) -> None:
    folder.mkdir(mode=0o700)
    shutil.copyfile(FROZEN, folder / FILE)
    (folder / FILE).chmod(0o600)


def _log(folder: Path) -> None:
    with vault.opened(folder, OLD) as opened:
        entry = Entry(id="new", date=NOW.date(), note="words " * 30)
        opened.write("log", [vault.Change(None, entry)], NOW)


def _seal(folder: Path) -> None:
    add(folder, Record(entry=Entry(id="sealed", date=NOW.date(), note="words " * 30), at=NOW))


def _made_with_waiting(folder: Path) -> None:
    _made(folder)
    for number in range(5):
        entry = Entry(id=f"waits {number}", date=NOW.date(), note="words " * 30)
        add(folder, Record(entry=entry, at=NOW))


def _file(folder: Path) -> None:
    with vault.opened(folder, OLD) as opened:
        opened.file_inbox(folder, NOW, follows=lambda *_: None)


def _edit(folder: Path) -> None:
    with vault.opened(folder, OLD) as opened:
        entry = opened.history().entries[7]
        changed = replace(entry, note="other words " * 30)
        opened.write("edit", [vault.Change(entry, changed)], NOW)


def _import(folder: Path) -> None:
    entries = (Entry(id=f"in {n}", date=NOW.date(), note="words " * 30) for n in range(400))
    with vault.opened(folder, OLD) as opened:
        opened.back_up()
        opened.write("import", [vault.Change(None, entry) for entry in entries], NOW)


def _forget(folder: Path) -> None:
    with vault.opened(folder, OLD) as opened:
        opened.forget(str(opened.history().entries[7].id))


def _back_up(folder: Path) -> None:
    with vault.opened(folder, OLD) as opened:
        opened.back_up()


def _restore(folder: Path) -> None:
    (file,) = copies_in(folder / FOLDER)
    with vault.opened(folder, OLD) as opened, vault.unpacked(folder, file, OLD) as copy:
        opened.give_way_to(copy)


def _restore_over_damaged(folder: Path) -> None:
    (file,) = copies_in(folder / FOLDER)
    with vault.unpacked(folder, file, OLD) as copy:
        copy.take_free_place(folder)


def _change_passphrase(folder: Path) -> None:
    with vault.opened(folder, OLD) as opened:
        opened.change_passphrase(NEW)


def _migrate(folder: Path) -> None:
    with vault.opened(folder, FROZEN_PASSPHRASE):
        pass


SCENARIOS = (
    Scenario("log, sealed", _seal, _made),
    Scenario("filing of five from the inbox", _file, _made_with_waiting),
    Scenario("log", _log, _made),
    Scenario("edit", _edit, _made),
    Scenario("import of 400", _import, _made),
    Scenario("forget", _forget, _made),
    Scenario("passphrase", _change_passphrase, _made, (OLD, NEW), lambda _, word: word == NEW),
    Scenario("backup", _back_up, _made, (OLD,), lambda home, _: bool(copies_in(home / FOLDER))),
    Scenario(
        "restore",
        _restore,
        _made_with_backup_of_another,
        (OLD,),
        lambda home, _: len(copies_in(home / FOLDER)) > 1,
    ),
    Scenario(
        "restore over a damaged diary",
        _restore_over_damaged,
        _damaged_with_backup_of_another,
        (OLD,),
        lambda home, _: len(copies_in(home / FOLDER)) > 1,
        is_damaged=True,
    ),
    Scenario("update of an older diary", _migrate, _frozen, (FROZEN_PASSPHRASE,)),
)
