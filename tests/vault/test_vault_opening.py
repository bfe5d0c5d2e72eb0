import os
import stat
from pathlib import Path

import pytest
import sqlcipher3
from hypothesis import example, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, event

from diary.errors import (
    AlreadyThere,
    DamagedDiary,
    InvalidValue,
    NoDiary,
    UnsafePlace,
    WrongPassphrase,
)
from diary.model import History
from diary.vault import create, is_there, opened
from diary.vault.connection import connect


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_diary_has_an_inbox_and_nothing_in_it(folder: Path, passphrase: str) -> None:
    assert sorted(path.name for path in folder.iterdir()) == ["diary.db", "inbox.dat"]
    with opened(folder, passphrase) as vault:
        assert vault.history() == History()
        assert vault.last() is None
        assert vault.deleted_ids() == frozenset()


def test_a_folder_has_a_diary_only_once_one_was_made(tmp_path: Path, passphrase: str) -> None:
    assert not is_there(tmp_path / "deep" / "down")
    create(tmp_path / "deep" / "down", passphrase)
    assert is_there(tmp_path / "deep" / "down")


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077, 0o777])
def test_only_the_owner_can_open_folder_and_file_whatever_the_umask(
    tmp_path: Path, passphrase: str, umask: int
) -> None:
    before = os.umask(umask)
    try:
        create(tmp_path / "diary", passphrase)
    finally:
        os.umask(before)
    assert mode(tmp_path / "diary") == 0o700
    assert mode(tmp_path / "diary" / "diary.db") == 0o600


@settings(max_examples=12, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40))
@example('it\'s "quoted"; --')
@example("first\0second")
@example("日本語 и ещё\n🌙")
@example("x'2DD29CA851E7B56E4697B0E1F08507293D761A05CE4D1B628663F411A8086D'")
def test_any_text_can_be_a_passphrase(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    place = tmp_path_factory.mktemp("any") / "diary"
    create(place, text)
    with opened(place, text) as vault:
        assert vault.history() == History()
    with pytest.raises(WrongPassphrase), opened(place, text + "x"):
        pass


def test_what_follows_a_nul_counts(tmp_path: Path) -> None:
    create(tmp_path / "diary", "first\0second")
    with pytest.raises(WrongPassphrase), opened(tmp_path / "diary", "first"):
        pass


def test_an_accent_typed_as_a_letter_or_apart_is_the_same_passphrase(tmp_path: Path) -> None:
    create(tmp_path / "diary", "caf\N{LATIN SMALL LETTER E WITH ACUTE} noir")
    with opened(tmp_path / "diary", "cafe\N{COMBINING ACUTE ACCENT} noir") as vault:
        assert vault.history() == History()


@pytest.mark.parametrize(
    ("unusable", "sentence"),
    [
        ("", "an empty passphrase protects nothing"),
        ("half \ud83c a moon", "holds a character that is not whole"),
        (f"x'{'0f' * 32}'", "has the form of a raw key"),
    ],
    ids=["empty", "half a character", "raw key"],
)
def test_a_passphrase_that_protects_nothing_is_refused(
    tmp_path: Path, folder: Path, unusable: str, sentence: str
) -> None:
    with pytest.raises(InvalidValue, match=sentence):
        create(tmp_path / "new", unusable)
    assert not (tmp_path / "new").exists()
    with pytest.raises(WrongPassphrase), opened(folder, unusable):
        pass


def test_a_wrong_passphrase_says_that_the_file_may_be_damaged_and_touches_nothing(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    before = (folder / "diary.db").read_bytes()
    sentence = r"passphrase does not open .* or its file is damaged"
    with pytest.raises(WrongPassphrase, match=sentence), opened(folder, "five made up words"):
        pass
    assert (folder / "diary.db").read_bytes() == before
    assert capfd.readouterr() == ("", "")


def test_a_damaged_first_page_looks_like_a_wrong_passphrase(folder: Path, passphrase: str) -> None:
    damage(folder / "diary.db", at=100)
    with pytest.raises(WrongPassphrase, match="damaged"), opened(folder, passphrase):
        pass


def test_a_damaged_page_further_on_is_said_so(folder: Path, passphrase: str) -> None:
    for page in range(2, (folder / "diary.db").stat().st_size // 4096):
        damage(folder / "diary.db", at=page * 4096 + 100)
    sentence = "put an earlier copy in its place"
    with pytest.raises(DamagedDiary, match=sentence), opened(folder, passphrase) as vault:
        vault.history()


def damage(file: Path, *, at: int) -> None:
    content = bytearray(file.read_bytes())
    content[at] ^= 1
    file.write_bytes(content)


def test_without_a_diary_the_way_to_one_is_named(tmp_path: Path, passphrase: str) -> None:
    for place in (tmp_path / "nowhere", tmp_path):
        tmp_path.chmod(0o700)
        with pytest.raises(NoDiary, match='"diary init" makes one'), opened(place, passphrase):
            pass


def test_a_second_diary_in_the_same_folder_is_refused(folder: Path) -> None:
    before = (folder / "diary.db").read_bytes()
    with pytest.raises(AlreadyThere):
        create(folder, "another one")
    assert (folder / "diary.db").read_bytes() == before
    assert sorted(path.name for path in folder.iterdir()) == ["diary.db", "inbox.dat"]


def test_a_diary_that_another_program_makes_meanwhile_is_not_written_over(
    folder: Path, tmp_path: Path
) -> None:
    place, made = tmp_path / "both", (folder / "diary.db").read_bytes()

    def meanwhile(*_: object) -> None:
        (place / "diary.db").write_bytes(made)

    event.listen(Engine, "before_cursor_execute", meanwhile)
    try:
        with pytest.raises(AlreadyThere):
            create(place, "another one")
    finally:
        event.remove(Engine, "before_cursor_execute", meanwhile)
    assert (place / "diary.db").read_bytes() == made
    assert sorted(path.name for path in place.iterdir()) == ["diary.db"]


def test_connecting_never_makes_a_file(tmp_path: Path, passphrase: str) -> None:
    with pytest.raises(sqlcipher3.OperationalError):
        connect(tmp_path / "diary.db", passphrase)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("rights", [0o750, 0o705, 0o701, 0o720])
def test_a_folder_that_others_can_open_is_refused_until_it_is_closed(
    folder: Path, passphrase: str, rights: int
) -> None:
    folder.chmod(rights)
    with pytest.raises(UnsafePlace, match="chmod 700"), opened(folder, passphrase):
        pass
    (folder / "diary.db").unlink()
    with pytest.raises(UnsafePlace, match="chmod 700"):
        create(folder, passphrase)
    assert not is_there(folder)


@pytest.mark.parametrize("rights", [0o640, 0o604, 0o620])
def test_a_file_that_others_can_read_is_refused_until_it_is_closed(
    folder: Path, passphrase: str, rights: int
) -> None:
    (folder / "diary.db").chmod(rights)
    with pytest.raises(UnsafePlace, match="chmod 600"), opened(folder, passphrase):
        pass
    (folder / "diary.db").chmod(0o600)
    with opened(folder, passphrase) as vault:
        assert vault.history() == History()


def test_a_link_in_place_of_the_file_is_refused(
    folder: Path, tmp_path: Path, passphrase: str
) -> None:
    (folder / "diary.db").rename(tmp_path / "elsewhere.db")
    (folder / "diary.db").symlink_to(tmp_path / "elsewhere.db")
    with pytest.raises(UnsafePlace, match="only a link"), opened(folder, passphrase):
        pass
    (tmp_path / "elsewhere.db").unlink()
    with pytest.raises(AlreadyThere):
        create(folder, passphrase)


def test_a_folder_reached_through_a_link_is_fine(
    folder: Path, tmp_path: Path, passphrase: str
) -> None:
    (tmp_path / "link").symlink_to(folder)
    with opened(tmp_path / "link", passphrase) as vault:
        assert vault.history() == History()


def test_an_empty_file_is_not_taken_for_a_new_diary(folder: Path, passphrase: str) -> None:
    (folder / "diary.db").write_bytes(b"")
    with pytest.raises(DamagedDiary, match="is empty"), opened(folder, passphrase):
        pass
    assert (folder / "diary.db").read_bytes() == b""


def test_a_folder_with_the_name_of_the_file_is_refused(folder: Path, passphrase: str) -> None:
    (folder / "diary.db").unlink()
    (folder / "diary.db").mkdir()
    with pytest.raises(UnsafePlace, match="move it away"), opened(folder, passphrase):
        pass
