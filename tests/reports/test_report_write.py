"""Files are written whole or not at all, for their owner alone."""

import resource
import stat
from pathlib import Path

import pytest

from diary.errors import AlreadyThere, NotSaved
from diary_reports.write import png_paths, write_pdf, write_png


def names(folder: Path) -> list[str]:
    """Return the names of all that is in a folder, hidden files too."""
    return sorted(path.name for path in folder.iterdir())


def test_a_pdf_is_written_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "summary.pdf"
    write_pdf(path, b"%PDF made up")
    assert path.read_bytes() == b"%PDF made up"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert names(tmp_path) == ["summary.pdf"]


def test_further_pages_are_numbered(tmp_path: Path) -> None:
    written = write_png(tmp_path / "summary.png", [b"one", b"two", b"three"])
    assert [path.name for path in written] == ["summary.png", "summary-2.png", "summary-3.png"]
    assert [path.read_bytes() for path in written] == [b"one", b"two", b"three"]
    assert {stat.S_IMODE(path.stat().st_mode) for path in written} == {0o600}
    assert png_paths(tmp_path / "a.png", 1) == (tmp_path / "a.png",)


def test_a_file_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "summary.pdf"
    path.write_bytes(b"mine")
    with pytest.raises(AlreadyThere, match=r"summary\.pdf is there already"):
        write_pdf(path, b"new")
    assert path.read_bytes() == b"mine"
    write_pdf(path, b"new", overwrite=True)
    assert path.read_bytes() == b"new"


def test_no_page_is_written_where_one_would_cover_another_file(tmp_path: Path) -> None:
    (tmp_path / "summary-2.png").write_bytes(b"mine")
    with pytest.raises(AlreadyThere):
        write_png(tmp_path / "summary.png", [b"one", b"two"])
    assert names(tmp_path) == ["summary-2.png"]


def test_a_link_to_nowhere_is_not_followed(tmp_path: Path) -> None:
    link = tmp_path / "summary.pdf"
    link.symlink_to(tmp_path / "elsewhere.pdf")
    with pytest.raises(AlreadyThere):
        write_pdf(link, b"new")
    write_pdf(link, b"new", overwrite=True)
    assert not (tmp_path / "elsewhere.pdf").exists()
    assert not link.is_symlink()


def test_a_missing_folder_is_told_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(NotSaved, match=r"summary\.pdf could not be written: No such file"):
        write_pdf(tmp_path / "nowhere" / "summary.pdf", b"new")


def test_a_disk_without_room_leaves_the_old_file_as_it_was(tmp_path: Path) -> None:
    """No file may grow beyond 1,000 bytes for a while, as on a full disk."""
    path = tmp_path / "summary.pdf"
    path.write_bytes(b"old")
    allowed, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, most))
    try:
        with pytest.raises(NotSaved, match=r"summary\.pdf could not be written"):
            write_pdf(path, b"n" * 10_000, overwrite=True)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (allowed, most))
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["summary.pdf"]


def test_where_writing_fails_nothing_is_left_behind(tmp_path: Path) -> None:
    """A folder bears the name of the second page, so that it cannot be given."""
    (tmp_path / "summary-2.png").mkdir()
    with pytest.raises(NotSaved):
        write_png(tmp_path / "summary-2.png", [b"two"], overwrite=True)
    assert names(tmp_path) == ["summary-2.png"]


def test_a_part_left_by_a_crash_is_no_obstacle(tmp_path: Path) -> None:
    left = tmp_path / ".summary.pdf.part"
    left.write_bytes(b"half")
    left.chmod(0o644)
    write_pdf(tmp_path / "summary.pdf", b"whole")
    assert (tmp_path / "summary.pdf").read_bytes() == b"whole"
    assert stat.S_IMODE((tmp_path / "summary.pdf").stat().st_mode) == 0o600
    assert not left.exists()
