"""The inbox file by itself: what is sealed comes back, is of few sizes, and costs only itself."""

import base64
import datetime as dt
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diary.errors import BusyDiary, InvalidValue, NotSaved, UnsafePlace
from diary.inbox import file
from diary.inbox.adding import add
from diary.inbox.locking import alone
from diary.inbox.record import Record, from_bytes
from diary.inbox.sealing import SIZES, new_private_key, public_key_of, seal, unseal
from diary.model import Entry, Pain, Symptom

PRIVATE = bytes(range(32))  # the same in every process that collects the tests
PUBLIC = public_key_of(PRIVATE)
NOON = dt.datetime(2026, 11, 2, 12, 0, tzinfo=dt.UTC)
SEAL_BYTES = 48
"""What a SealedBox adds: the passing public key (32) and the authenticator (16)."""

ADD_MANY = """
import sys
from pathlib import Path
from diary.inbox.adding import add
sys.path.insert(0, sys.argv[3])
from test_inbox_file import record
for number in range(25):
    add(Path(sys.argv[1]), record(f"{sys.argv[2]}-{number}"))
"""


def record(name: str, note: str = "") -> Record:
    entry = Entry(id=name, date=NOON.date(), pain=Pain(score=3), note=note or None)
    return Record(entry=entry, at=NOON)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with an empty inbox."""
    tmp_path.chmod(0o700)
    with file.opened_alone(tmp_path, make=True) as inbox:
        inbox.empty(PUBLIC)
    return tmp_path


def opened(folder: Path) -> list[Record | None]:
    with file.opened_alone(folder, make=False) as inbox:
        lines = inbox.lines
    sealed = [file.sealed_in(line) for line in lines]
    contents = [None if each is None else unseal(each, PRIVATE) for each in sealed]
    return [None if content is None else from_bytes(content) for content in contents]


@settings(deadline=None)
@given(st.binary(max_size=70_000))
def test_what_was_sealed_comes_back_with_the_private_key_alone(content: bytes) -> None:
    sealed = seal(content, PUBLIC)
    assert unseal(sealed, PRIVATE) == content
    assert unseal(sealed, new_private_key()) is None


@settings(deadline=None)
@given(st.binary(max_size=1023))
def test_whatever_a_short_entry_says_it_is_of_one_size(content: bytes) -> None:
    assert len(seal(content, PUBLIC)) == 1024 + SEAL_BYTES


@pytest.mark.parametrize(
    ("length", "size"), [(1024, 4096), (4096, 16_384), (20_000, 65_536), (65_536, 2 * 65_536)]
)
def test_a_longer_one_is_of_the_next_size(length: int, size: int) -> None:
    assert len(seal(b"x" * length, PUBLIC)) == size + SEAL_BYTES


def test_the_longest_note_fits_the_sizes() -> None:
    assert len(record("a", note="\N{PILL}" * 10_000).to_bytes()) < SIZES[-1]


def test_an_altered_record_does_not_open() -> None:
    sealed = seal(b"content", PUBLIC)
    for place in (0, 40, len(sealed) - 1):
        altered = bytearray(sealed)
        altered[place] ^= 1
        assert unseal(bytes(altered), PRIVATE) is None


def test_the_same_entry_is_never_sealed_alike() -> None:
    assert seal(b"content", PUBLIC) != seal(b"content", PUBLIC)


def test_records_come_back_in_the_order_in_which_they_were_added(folder: Path) -> None:
    for name in ("one", "two", "three"):
        add(folder, record(name))
    assert [each.id for each in opened(folder) if each] == ["one", "two", "three"]
    assert file.count(folder) == 3


def test_nothing_that_was_written_stands_in_the_file(folder: Path) -> None:
    add(folder, record("one", note="sentinel"))
    content = file.path_in(folder).read_bytes()
    assert b"sentinel" not in content
    assert b"pain" not in content
    assert content.startswith(b"inbox 2 ")


def test_the_file_is_its_owners_alone(folder: Path) -> None:
    assert stat.S_IMODE(file.path_in(folder).stat().st_mode) == 0o600


def test_an_inbox_that_others_can_read_is_refused_with_the_way_out(folder: Path) -> None:
    file.path_in(folder).chmod(0o644)
    with pytest.raises(UnsafePlace, match="chmod 600"):
        add(folder, record("one"))


def test_a_link_in_its_place_is_not_followed(folder: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    file.path_in(folder).rename(elsewhere)
    file.path_in(folder).symlink_to(elsewhere)
    before = elsewhere.read_bytes()
    with pytest.raises(OSError, match="inbox"):
        add(folder, record("one"))
    assert elsewhere.read_bytes() == before


@pytest.mark.parametrize("cut", [1, 700, 1400])
def test_half_a_record_at_the_end_costs_itself_alone(folder: Path, cut: int) -> None:
    add(folder, record("one"))
    add(folder, record("two"))
    path = file.path_in(folder)
    os.truncate(path, path.stat().st_size - cut)
    add(folder, record("three"))
    found = [each.id for each in opened(folder) if each]
    assert found == (["one", "two", "three"] if cut == 1 else ["one", "three"])


def test_without_a_whole_key_nothing_is_added(folder: Path) -> None:
    os.truncate(file.path_in(folder), 20)
    assert file.public_key(folder) is None
    with pytest.raises(NotSaved, match="nothing was saved"):
        add(folder, record("one"))


def test_with_any_letter_of_the_first_line_altered_nothing_is_sealed_to_a_wrong_key(
    folder: Path,
) -> None:
    path = file.path_in(folder)
    whole = path.read_bytes()
    for place in range(len(whole)):
        for bit in range(8):
            altered = bytearray(whole)
            altered[place] ^= 1 << bit
            path.write_bytes(altered)
            assert file.public_key(folder) is None


@pytest.mark.parametrize(
    "header",
    [
        b"inbox 1 " + base64.b64encode(bytes(range(33))) + b"\n",
        b"inbox 1 " + base64.b64encode(bytes(range(31))) + b"\n",
        b"inbox 1 " + base64.b64encode(bytes(32)) + b"\n",
        b"inbox 1 " + b"?" * 44 + b"\n",
        b"inbox 2 " + base64.b64encode(bytes(32)) + b" 190a55ad\n",
        b"inbox 2 " + base64.b64encode(PUBLIC) + b" 00000000\n",
        b"inbox 2 " + base64.b64encode(PUBLIC) + b"\n",
        b"inbox 3 " + base64.b64encode(PUBLIC) + b"\n",
    ],
)
def test_what_is_no_whole_key_is_none_and_nothing_is_added(folder: Path, header: bytes) -> None:
    file.path_in(folder).write_bytes(header)
    assert file.public_key(folder) is None
    with pytest.raises(NotSaved, match="nothing was saved"):
        add(folder, record("one"))
    assert file.path_in(folder).read_bytes() == header


def test_a_key_that_nothing_can_be_sealed_to_is_refused_as_not_whole(folder: Path) -> None:
    """The point 1 of Curve25519 gives every secret alike; libsodium refuses it."""
    file.path_in(folder).write_bytes(b"inbox 1 " + base64.b64encode(b"\1" + bytes(31)) + b"\n")
    with pytest.raises(NotSaved, match="nothing was saved"):
        add(folder, record("one"))
    assert file.count(folder) == 0


def test_an_inbox_of_an_earlier_version_takes_records_as_it_is(folder: Path) -> None:
    earlier = b"inbox 1 " + base64.b64encode(PUBLIC) + b"\n"
    file.path_in(folder).write_bytes(earlier)
    add(folder, record("one"))
    assert file.path_in(folder).read_bytes().startswith(earlier)
    assert [each.id for each in opened(folder) if each] == ["one"]


def test_a_record_that_ran_into_the_first_line_is_not_passed_over(folder: Path) -> None:
    add(folder, record("one"))
    content = file.path_in(folder).read_bytes()
    file.path_in(folder).write_bytes(content.replace(b"\n", b"?", 1))
    assert file.count(folder) == 1


def test_the_key_and_the_count_can_be_told_without_opening_anything(folder: Path) -> None:
    assert file.public_key(folder) == PUBLIC
    assert file.count(folder) == 0
    assert file.public_key(folder / "nowhere") is None
    assert file.count(folder / "nowhere") == 0


def test_who_comes_while_another_program_is_at_it_waits_and_is_told(folder: Path) -> None:
    handles = [os.open(file.path_in(folder), os.O_RDWR) for _ in range(2)]
    try:
        with (
            alone(handles[0]),
            pytest.raises(BusyDiary, match="try again"),
            alone(handles[1], wait=0.05),
        ):
            pass
        with alone(handles[1], wait=0.05):
            pass
    finally:
        for handle in handles:
            os.close(handle)


def test_programs_that_add_at_once_lose_nothing(folder: Path) -> None:
    here = str(Path(__file__).parent)
    names = ("a", "b", "c")
    programs = [
        subprocess.Popen([sys.executable, "-c", ADD_MANY, str(folder), name, here])
        for name in names
    ]
    assert [program.wait(timeout=60) for program in programs] == [0, 0, 0]
    found = [each.id for each in opened(folder) if each]
    assert sorted(found) == sorted(f"{name}-{number}" for name in names for number in range(25))


def test_a_record_says_all_that_the_entry_says() -> None:
    entry = Entry(id="one", date=NOON.date(), time=dt.time(23, 10), symptoms=(Symptom.ITCHING,))
    for follows in (None, "1a2b", "last"):
        whole = Record(entry=entry, at=NOON, follows=follows)
        assert from_bytes(whole.to_bytes()) == whole


@pytest.mark.parametrize(
    "content", [b"", b"\xff", b"[]", b"{}", b'{"entry": {"date": "2026-11-02"}}', b"[" * 100_000]
)
def test_what_is_no_record_is_none(content: bytes) -> None:
    assert from_bytes(content) is None


def test_a_record_without_an_id_is_none() -> None:
    assert from_bytes(Record(entry=Entry(date=NOON.date()), at=NOON).to_bytes()) is None


def test_half_a_character_cannot_be_sealed() -> None:
    with pytest.raises(InvalidValue):
        record("one", note="\ud800")
