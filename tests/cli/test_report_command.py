"""`diary report`: says what is in it, writes it whole or not at all, for its owner alone."""

import io
import stat
from pathlib import Path

import pytest
from pypdf import PdfReader
from running import OpenTerminal, RunDiary

EXAMPLE = Path(__file__).parents[1] / "data" / "interchange" / "example.json"


@pytest.fixture
def with_example(diary: RunDiary) -> RunDiary:
    """Return the program on a diary that holds the example."""
    diary("import", str(EXAMPLE))
    return diary


def text_of(path: Path) -> str:
    pages = PdfReader(io.BytesIO(path.read_bytes())).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_it_says_what_is_in_and_what_is_left_out_before_it_writes(
    with_example: RunDiary, tmp_path: Path
) -> None:
    ran = with_example("report", "-o", "page.pdf")
    assert ran.status == 0, ran.err
    said = " ".join(ran.out.split())
    assert said.index("In the file:") < said.index("Left out:") < said.index("Written: page.pdf")
    assert "your notes" in said.split("Left out:")[1]
    assert "2 of 3" in text_of(tmp_path / "page.pdf")
    assert stat.S_IMODE((tmp_path / "page.pdf").stat().st_mode) == 0o600


def test_pictures_of_the_pages_are_numbered(with_example: RunDiary, tmp_path: Path) -> None:
    ran = with_example("report", "-o", "page.png")
    assert ran.status == 0
    assert (tmp_path / "page.png").read_bytes().startswith(b"\x89PNG")
    written = [line for line in ran.out.splitlines() if line.startswith("Written:")]
    assert written[0] == "Written: page.png"
    assert [line.split(": ")[1] for line in written[1:]] == [
        f"page-{number}.png" for number in range(2, len(written) + 1)
    ]
    assert all((tmp_path / line.split(": ")[1]).is_file() for line in written)


def test_a_name_that_is_taken_is_left_alone(with_example: RunDiary, tmp_path: Path) -> None:
    (tmp_path / "page.pdf").write_text("mine")
    ran = with_example("report", "-o", "page.pdf")
    assert ran.status == 5
    assert (tmp_path / "page.pdf").read_text() == "mine"


def test_a_folder_that_is_not_there(with_example: RunDiary, tmp_path: Path) -> None:
    ran = with_example("report", "-o", "nowhere/page.pdf")
    assert ran.status == 9
    assert ran.err == "Error: page.pdf could not be written: No such file or directory\n"
    assert not (tmp_path / "nowhere").exists()


def test_another_ending_is_refused(with_example: RunDiary) -> None:
    ran = with_example("report", "-o", "page.doc")
    assert ran.status == 2
    assert ".pdf or .png" in ran.err


def test_a_terminal_asks_before_it_writes(
    with_example: RunDiary, terminal: OpenTerminal, tmp_path: Path
) -> None:
    assert with_example("list").status == 0
    screen = terminal("report", "-o", "page.pdf")
    screen.sees("Left out:").answers("Write it?", "n").sees("Nothing was changed")
    assert screen.ends() == 0
    assert not (tmp_path / "page.pdf").exists()
