"""Settings are kept in the encrypted file, apart from the history and from undo."""

from pathlib import Path

import pytest

from diary.errors import NothingToUndo
from diary.model import History
from diary.vault import create, opened

PASSPHRASE = "made up words"


def test_a_setting_is_kept_changed_and_taken_back(tmp_path: Path) -> None:
    create(tmp_path / "home", PASSPHRASE)
    with opened(tmp_path / "home", PASSPHRASE) as vault:
        vault.set("dry_days", "3")
        vault.set("dry_days", "4")
        vault.set("support", "hidden")
    with opened(tmp_path / "home", PASSPHRASE) as vault:
        assert vault.settings() == {"dry_days": "4", "support": "hidden"}
        vault.set("support", None)
        assert vault.settings() == {"dry_days": "4"}


def test_a_setting_is_no_part_of_the_history_and_not_undone(tmp_path: Path) -> None:
    create(tmp_path / "home", PASSPHRASE)
    with opened(tmp_path / "home", PASSPHRASE) as vault:
        vault.set("support", "hidden")
        assert vault.history() == History()
        with pytest.raises(NothingToUndo):
            vault.undo()
