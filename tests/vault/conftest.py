"""A new diary for each test, and a way to fill it."""

import datetime as dt
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from diary.vault import Change, Record, Vault, create, opened

Add = Callable[..., None]

NOON = dt.datetime(2026, 11, 2, 12, 0, tzinfo=dt.UTC)


@pytest.fixture(scope="session")
def passphrase() -> str:
    return "four made up words"


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory, passphrase: str) -> Path:
    """Make one empty diary, of which every test gets a copy: making one takes a while."""
    place = tmp_path_factory.mktemp("made") / "diary"
    create(place, passphrase)
    return place


@pytest.fixture
def folder(made_once: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made_once, tmp_path / "diary"))


@pytest.fixture
def vault(folder: Path, passphrase: str) -> Iterator[Vault]:
    with opened(folder, passphrase, wait=0.2) as diary:
        yield diary


@pytest.fixture
def add(vault: Vault) -> Add:
    def write(*records: Record, command: str = "log") -> None:
        vault.write(command, [Change(None, record) for record in records], NOON)

    return write
