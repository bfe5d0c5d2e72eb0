"""What others could notice is said before it is done."""

from pathlib import Path

from running import PASSPHRASE, OpenTerminal, RunDiary


def test_a_new_diary(diary_in: RunDiary) -> None:
    said = diary_in("init").out
    assert said.index("Others may notice") < said.index("Your diary is made")


def test_a_page_and_an_export(diary: RunDiary) -> None:
    diary("log", "--pain", "2")
    for args in (("report", "-o", "page.pdf"), ("export", "-o", "whole.json")):
        said = diary(*args).out
        assert said.index("Others may notice the new file") < said.index("Written:")
    assert "Others may notice" not in diary("export", "-o", "-").out
    assert "Others may notice" not in diary("report", "--text").out


def test_another_passphrase(terminal: OpenTerminal) -> None:
    screen = terminal("passphrase").sees("can notice that it was changed", "New passphrase")
    screen.types(PASSPHRASE)


def test_a_diary_that_is_brought_back(diary: RunDiary, home: Path) -> None:
    diary("log", "--pain", "2")
    diary("backup")
    (backup,) = (home / "backups").glob("*.db")
    said = diary("restore", str(backup), "--yes").out
    assert said.index("Others may notice it") < said.index("is as it was in the backup")
