"""A fresh diary for each test, and a way to fill it."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from diary.vault import Change, Record, Vault, create, opened

Add = Callable[..., None]

NOON = dt.datetime(2026, 11, 2, 12, 0, tzinfo=dt.UTC)


@pytest.fixture
def passphrase() -> str:
    return "four made up words"


@pytest.fixture
def folder(tmp_path: Path, passphrase: str) -> Path:
    place = tmp_path / "diary"
    create(place, passphrase)
    return place


@pytest.fixture
def vault(folder: Path, passphrase: str) -> Iterator[Vault]:
    with opened(folder, passphrase, wait=0.2) as diary:
        yield diary


@pytest.fixture
def add(vault: Vault) -> Add:
    def write(*records: Record, command: str = "log") -> None:
        vault.write(command, [Change(None, record) for record in records], NOON)

    return write
