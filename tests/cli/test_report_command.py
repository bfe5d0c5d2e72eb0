"""`diary report`: says what is in it, writes it whole or not at all, for its owner alone."""

import io
import stat
from pathlib import Path

import pikepdf
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
    assert ran.err.startswith("Error: page.pdf could not be written: No such file or directory; ")
    assert "choose another place" in ran.err
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


def test_the_preview_shows_every_line_and_what_is_left_out_and_writes_nothing(
    with_example: RunDiary, tmp_path: Path
) -> None:
    before = {path.name for path in tmp_path.iterdir() if path.is_file()}
    ran = with_example("report", "--preview")
    assert ran.status == 0, ran.err
    said = " ".join(ran.out.split())
    assert "Bleeding after sex on 2 of 3 recorded occasions" in said
    assert "HOW TO READ THIS" in said
    assert said.index("EPISODES") < said.index("In the file:") < said.index("Left out:")
    assert said.endswith("Nothing was written.")
    assert {path.name for path in tmp_path.iterdir() if path.is_file()} == before


def test_what_is_asked_to_be_left_out_is_named_and_gone(
    with_example: RunDiary, tmp_path: Path
) -> None:
    ran = with_example("report", "-o", "page.pdf", "--leave-out", "sex")
    assert ran.status == 0, ran.err
    assert "details of sex: kinds, lubricant, condoms" in ran.out.split("Left out:")[1]
    assert "lubricant" not in text_of(tmp_path / "page.pdf")


def test_after_a_visit_the_report_begins_there_unless_all_is_asked_for(diary: RunDiary) -> None:
    """Sex on 2 September, a visit on 10 October, a bleed on 1 November 2026."""
    diary("log", "--on", "2026-09-02", "--sex", "vaginal", "--no-bleeding")
    diary("visit", "--outcome", "checked_normal", "--on", "2026-10-10")
    bled = ("--sex", "vaginal", "--bleeding", "light", "--source", "vaginal", "--after-sex")
    logged = diary("log", "--on", "2026-11-01", *bled)
    assert logged.status == 0, logged.err
    since_visit = " ".join(diary("report", "--preview").out.split())
    assert "1 entry, 1 " in since_visit
    assert ", since the visit of 10 Oct 2026" in since_visit
    assert "It begins at your last visit." in since_visit
    whole = " ".join(diary("report", "--preview", "--all").out.split())
    assert "2 entries, 2 Sep" in whole
    assert "begins at your last visit" not in whole


def test_a_note_to_paste_is_a_few_lines_and_nothing_else(with_example: RunDiary) -> None:
    ran = with_example("report", "--text")
    assert ran.status == 0, ran.err
    lines = ran.out.splitlines()
    assert 5 <= len(lines) <= 8
    assert lines[0].startswith("Bleeding after sex on 2 of 3 recorded occasions")


def test_what_to_say_is_shown(with_example: RunDiary) -> None:
    ran = with_example("report", "--say")
    assert ran.status == 0, ran.err
    said = ran.out
    assert said.index("To begin with") < said.index("Ask:") < said.index("On the phone")


def test_a_password_of_five_words_is_shown_once_and_opens_the_file(
    with_example: RunDiary, tmp_path: Path
) -> None:
    ran = with_example("report", "-o", "page.pdf", "--password")
    assert ran.status == 0, ran.err
    assert "The file is not encrypted" not in ran.out
    (words,) = (line.strip() for line in ran.out.splitlines() if line.startswith("  "))
    assert len(words.split()) == 5
    document = (tmp_path / "page.pdf").read_bytes()
    assert b"Bleeding" not in document
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(io.BytesIO(document))
    with pikepdf.open(io.BytesIO(document), password=words) as opened:
        assert opened.encryption.R == 6
        assert opened.encryption.bits == 256
        assert bool(opened.Root.MarkInfo.Marked)
    kept = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    assert not any(words.encode() in stored for stored in kept)


def test_only_a_pdf_can_have_a_password(with_example: RunDiary) -> None:
    ran = with_example("report", "-o", "page.png", "--password")
    assert ran.status == 2
    assert "only a PDF can have a password" in ran.err


def test_without_a_name_the_way_out_is_named(diary: RunDiary) -> None:
    ran = diary("report")
    assert ran.status == 2
    assert ran.err == ('Error: name the file with "-o page.pdf", or look first with "--preview"\n')
