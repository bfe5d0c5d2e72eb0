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
    for overwrite in (False, True):
        with pytest.raises(AlreadyThere):
            write_pdf(link, b"new", overwrite=overwrite)
    assert names(tmp_path) == ["summary.pdf"]
    assert link.is_symlink()


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


def test_no_page_is_written_where_one_cannot_get_its_name(tmp_path: Path) -> None:
    """A folder bears the name of the second page."""
    (tmp_path / "summary-2.png").mkdir()
    with pytest.raises(AlreadyThere, match=r"summary-2\.png is there already and is no file"):
        write_png(tmp_path / "summary.png", [b"one", b"two"], overwrite=True)
    assert names(tmp_path) == ["summary-2.png"]


def test_older_pages_do_not_stay_beside_newer_ones(tmp_path: Path) -> None:
    path = tmp_path / "summary.png"
    write_png(path, [b"old"] * 4)
    written = write_png(path, [b"new", b"new"], overwrite=True)
    assert [page.name for page in written] == ["summary.png", "summary-2.png"]
    assert names(tmp_path) == ["summary-2.png", "summary.png"]
    assert [page.read_bytes() for page in written] == [b"new", b"new"]


def test_only_pages_that_go_on_with_the_numbering_are_removed(tmp_path: Path) -> None:
    kept = ("summary-5.png", "summary-03.png", "summary-3.pdf", "summary-three.png", "other-3.png")
    for name in ("summary.png", "summary-2.png", "summary-3.png", *kept):
        (tmp_path / name).write_bytes(b"old")
    write_png(tmp_path / "summary.png", [b"new", b"new"], overwrite=True)
    assert names(tmp_path) == sorted(("summary.png", "summary-2.png", *kept))


def test_a_folder_named_like_a_page_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "summary-2.png").mkdir()
    write_png(tmp_path / "summary.png", [b"new"], overwrite=True)
    assert names(tmp_path) == ["summary-2.png", "summary.png"]


def test_without_overwrite_no_page_is_removed(tmp_path: Path) -> None:
    (tmp_path / "summary-2.png").write_bytes(b"mine")
    write_png(tmp_path / "summary.png", [b"new"])
    assert (tmp_path / "summary-2.png").read_bytes() == b"mine"


def test_older_pages_stay_where_the_newer_ones_could_not_be_written(tmp_path: Path) -> None:
    path = tmp_path / "summary.png"
    write_png(path, [b"old"] * 3)
    (tmp_path / "summary.png").unlink()
    (tmp_path / "summary.png").mkdir()
    with pytest.raises(AlreadyThere):
        write_png(path, [b"new"], overwrite=True)
    assert names(tmp_path) == ["summary-2.png", "summary-3.png", "summary.png"]
