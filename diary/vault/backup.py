"""An encrypted copy of the diary beside it, made before its tables change."""

from pathlib import Path

from diary.errors import DamagedDiary
from diary.place import sync_folder, written_whole
from diary.vault.connection import connect

KEPT = 3


def copy_beside(path: Path, passphrase: str, *, revision: str) -> Path:
    """Copy the diary to `diary-at-REVISION.db` and keep the last three such copies.

    The copy opens with the same passphrase. It takes its name only once it is whole and on the
    disk; a copy of the same revision, from an update that did not succeed, is replaced by it.

    Raises:
        DamagedDiary: where the copy is not whole.
    """
    copy = path.with_name(f"{path.stem}-at-{revision}{path.suffix}")
    with written_whole(copy) as part:
        driver = connect(path, passphrase)
        try:
            driver.execute("VACUUM INTO ?", (str(part),))
        finally:
            driver.close()
        _refuse_broken(part, passphrase)
    for older in copies(path)[:-KEPT]:
        older.unlink()
    sync_folder(path.parent)
    return copy


def copies(path: Path) -> list[Path]:
    """Return the copies beside the diary, the one of the oldest revision first."""
    return sorted(path.parent.glob(f"{path.stem}-at-*{path.suffix}"))


def _refuse_broken(part: Path, passphrase: str) -> None:
    driver = connect(part, passphrase)
    try:
        broken = driver.execute("PRAGMA cipher_integrity_check").fetchall()
        (answer,) = driver.execute("PRAGMA integrity_check").fetchone()
    finally:
        driver.close()
    if broken or answer != "ok":
        raise DamagedDiary(
            "the copy that is made before an update is not whole, so the diary was left as it is; "
            "put an earlier copy of its file in its place"
        )
