"""Files outside the diary: only a file is written over, and nobody's other file is touched."""

import os
import socket
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from diary.errors import AlreadyThere, NotSaved
from diary.whole_files import refuse_taken, remove, write_all

TOO_LONG = "n" * 300 + ".pdf"
CRASH = """
import os, pathlib, sys
from diary.whole_files import write_all
os.fsync = lambda _file: os._exit(7)
write_all({pathlib.Path(sys.argv[1]): b"half"})
"""
"""Ends the process between writing a part and giving it its name."""


@pytest.mark.parametrize("overwrite", [False, True])
def test_a_name_that_is_too_long_is_told_in_one_sentence(
    tmp_path: Path, *, overwrite: bool
) -> None:
    with pytest.raises(
        NotSaved, match=r"n\.pdf could not be written: File name too long; put that right"
    ):
        write_all({tmp_path / TOO_LONG: b"new"}, overwrite=overwrite)
    assert list(tmp_path.iterdir()) == []


def test_a_name_that_is_too_long_is_refused_before_anything_is_asked(tmp_path: Path) -> None:
    with pytest.raises(NotSaved, match="File name too long"):
        refuse_taken(tmp_path / TOO_LONG)


def test_the_longest_name_that_can_be_is_written(tmp_path: Path) -> None:
    longest = tmp_path / ("n" * 255)
    write_all({longest: b"new"})
    assert longest.read_bytes() == b"new"


def test_a_file_in_place_of_a_folder_is_told_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "taken").write_bytes(b"mine")
    with pytest.raises(NotSaved, match=r"page\.pdf could not be written: Not a directory"):
        write_all({tmp_path / "taken" / "page.pdf": b"new"})


def a_folder(path: Path) -> None:
    path.mkdir()


def a_pipe(path: Path) -> None:
    os.mkfifo(path)


def a_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as opened:
        opened.bind(path.name)  # from its folder: the whole path may be too long for a socket


def a_link_to_nowhere(path: Path) -> None:
    path.symlink_to(path.parent / "elsewhere")


def a_link_to_a_folder(path: Path) -> None:
    path.symlink_to(path.parent)


def a_link_to_a_device(path: Path) -> None:
    path.symlink_to(os.devnull)


def a_link_to_itself(path: Path) -> None:
    path.symlink_to(path)


@pytest.mark.parametrize("overwrite", [False, True])
@pytest.mark.parametrize(
    "make",
    [
        a_folder,
        a_pipe,
        a_socket,
        a_link_to_nowhere,
        a_link_to_a_folder,
        a_link_to_a_device,
        a_link_to_itself,
    ],
)
def test_what_is_no_file_is_never_written_over(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    make: Callable[[Path], None],
    *,
    overwrite: bool,
) -> None:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "page.pdf"
    make(path)
    before = path.lstat()
    with pytest.raises(AlreadyThere, match=r"^page\.pdf is there already and is no file; choose"):
        write_all({path: b"new"}, overwrite=overwrite)
    assert (path.lstat().st_ino, path.lstat().st_mode) == (before.st_ino, before.st_mode)
    assert [left.name for left in tmp_path.iterdir()] == ["page.pdf"]


def test_a_link_to_a_file_is_replaced_and_the_file_stays(tmp_path: Path) -> None:
    target, link = tmp_path / "mine.pdf", tmp_path / "page.pdf"
    target.write_bytes(b"mine")
    link.symlink_to(target)
    with pytest.raises(AlreadyThere, match="add --overwrite"):
        write_all({link: b"new"})
    write_all({link: b"new"}, overwrite=True)
    assert target.read_bytes() == b"mine"
    assert not link.is_symlink()
    assert link.read_bytes() == b"new"


def test_a_file_of_the_user_that_ends_in_part_is_left_alone(tmp_path: Path) -> None:
    mine = tmp_path / ".page.pdf.part"
    mine.write_bytes(b"mine")
    write_all({tmp_path / "page.pdf": b"new"})
    assert mine.read_bytes() == b"mine"


def test_what_a_crash_left_of_the_same_file_is_removed_and_its_mode_is_not_kept(
    tmp_path: Path,
) -> None:
    path = tmp_path / "page.pdf"
    assert subprocess.run([sys.executable, "-c", CRASH, path], check=False).returncode == 7
    (left,) = tmp_path.iterdir()
    left.chmod(0o644)
    write_all({tmp_path / "another.pdf": b"whole"})
    assert left.exists()
    write_all({path: b"whole"})
    assert sorted(file.name for file in tmp_path.iterdir()) == ["another.pdf", "page.pdf"]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_file_that_cannot_be_removed_is_told_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "page.png").mkdir()
    with pytest.raises(NotSaved, match=r"^page\.png could not be removed: "):
        remove([tmp_path / "page.png"])
