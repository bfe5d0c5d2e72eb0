import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from made_up import absent_facts, entries, facts, profiles

from diary.errors import BusyDiary, NothingToUndo
from diary.model import AbsentFact, Entry, Fact, FactKind, History, Profile
from diary.model.background_words import Medication
from diary.vault import Change, Commit, Record, Vault, create, opened

NOON = dt.datetime(2026, 11, 2, 12, 0, tzinfo=dt.UTC)
DAY = dt.date(2026, 11, 2)
ENTRY = Entry(id="1", date=DAY, note="first")
PILL = Fact(id="2", what=Medication.ANTICOAGULANT)


def test_undo_takes_back_one_command_after_the_other_and_then_says_so(
    vault: Vault, add: Callable[..., None]
) -> None:
    add(ENTRY)
    edited = replace(ENTRY, note="second")
    vault.write("edit", [Change(ENTRY, edited)], NOON)
    vault.write("delete", [Change(edited, None)], NOON)
    assert vault.history() == History()
    assert vault.undo().command == "delete"
    assert vault.history() == History(entries=(edited,))
    assert vault.undo().command == "edit"
    assert vault.history() == History(entries=(ENTRY,))
    assert vault.undo().command == "log"
    assert vault.history() == History()
    with pytest.raises(NothingToUndo, match="no change left"):
        vault.undo()


def test_last_shows_what_undo_will_do(vault: Vault, add: Callable[..., None]) -> None:
    add(ENTRY, PILL, Profile(birth_year=1990), command="import")
    expected = Commit(
        command="import",
        at=NOON,
        changes=(
            Change(None, ENTRY),
            Change(None, PILL),
            Change(None, Profile(birth_year=1990)),
        ),
    )
    assert vault.last() == expected
    assert vault.undo() == expected
    assert vault.last() is None


def test_undo_works_in_another_run_of_the_program(folder: Path, passphrase: str) -> None:
    with opened(folder, passphrase) as vault:
        vault.write("log", [Change(None, ENTRY)], NOON)
    with opened(folder, passphrase) as vault:
        vault.undo()
    with opened(folder, passphrase) as vault:
        assert vault.history() == History()
        assert vault.last() is None


def test_undoing_a_delete_puts_the_record_back_in_its_old_place(
    vault: Vault, add: Callable[..., None]
) -> None:
    taken = [Fact(id=name, what=Medication.OTHER) for name in ("z", "a", "m")]
    add(*taken)
    vault.write("delete", [Change(taken[0], None), Change(taken[2], None)], NOON)
    vault.write("background", [Change(None, PILL)], NOON)
    assert [fact.id for fact in vault.history().background] == ["a", "2"]
    vault.undo()
    vault.undo()
    assert vault.history().background == tuple(taken)


def test_one_command_may_change_one_record_more_than_once(vault: Vault) -> None:
    edited, again = replace(ENTRY, note="b"), replace(ENTRY, note="c")
    vault.write("log", [Change(None, ENTRY), Change(ENTRY, edited), Change(edited, again)], NOON)
    assert vault.history().entries == (again,)
    vault.undo()
    assert vault.history() == History()


def test_what_changes_nothing_leaves_nothing_to_undo(
    vault: Vault, add: Callable[..., None]
) -> None:
    add(ENTRY)
    vault.write("edit", [Change(ENTRY, ENTRY), Change(Profile(), Profile())], NOON)
    last = vault.last()
    assert last is not None
    assert last.command == "log"


def test_the_profile_is_changed_from_and_back_to_nothing_said(vault: Vault) -> None:
    older = Profile(birth_year=1990)
    vault.write("profile", [Change(Profile(), older)], NOON)
    vault.write("profile", [Change(older, Profile())], NOON)
    assert vault.history().profile == Profile()
    vault.undo()
    assert vault.history().profile == older
    vault.undo()
    assert vault.history().profile == Profile()


def test_an_answer_of_no_is_found_by_what_it_says(vault: Vault, add: Callable[..., None]) -> None:
    earlier, later = (
        AbsentFact(kind=FactKind.MEDICATION, what=Medication.TAMOXIFEN, date=day)
        for day in (dt.date(2026, 1, 1), DAY)
    )
    add(earlier, later, later)
    vault.write("delete", [Change(later, None)], NOON)
    assert vault.history().background_absent == (earlier, later)
    vault.write("edit", [Change(earlier, replace(earlier, date=None))], NOON)
    assert vault.history().background_absent == (replace(earlier, date=None), later)


def test_deleted_ids_are_those_whose_last_change_is_a_delete(
    vault: Vault, add: Callable[..., None]
) -> None:
    add(ENTRY, PILL, replace(ENTRY, id="3"), AbsentFact(kind=FactKind.HRT))
    gone: list[Record] = [ENTRY, PILL, AbsentFact(kind=FactKind.HRT)]
    vault.write("delete", [Change(record, None) for record in gone], NOON)
    assert vault.deleted_ids() == {"1", "2"}
    add(ENTRY, command="import")
    assert vault.deleted_ids() == {"2"}
    vault.undo()
    assert vault.deleted_ids() == {"1", "2"}
    vault.undo()
    assert vault.deleted_ids() == frozenset()


@pytest.mark.parametrize(
    "stale",
    [
        Change(replace(ENTRY, note="as it was"), replace(ENTRY, note="new")),
        Change(replace(ENTRY, note="as it was"), None),
        Change(replace(ENTRY, id="gone"), None),
        Change(None, replace(ENTRY, note="new")),
        Change(None, PILL),
        Change(Profile(), Profile(birth_year=1991)),
        Change(Profile(birth_year=1989), None),
        Change(AbsentFact(kind=FactKind.HRT), None),
    ],
    ids=["edit", "delete", "gone", "add", "add fact", "profile", "clear profile", "answer"],
)
def test_a_record_that_changed_meanwhile_is_not_written_over(
    vault: Vault, add: Callable[..., None], stale: Change
) -> None:
    add(ENTRY, PILL, Profile(birth_year=1990))
    before, other = vault.history(), Entry(id="9", date=DAY)
    with pytest.raises(BusyDiary, match="meanwhile"):
        vault.write("edit", [Change(None, other), stale], NOON)
    assert vault.history() == before
    last = vault.last()
    assert last is not None
    assert last.command == "log"


def test_a_change_is_of_one_record(vault: Vault) -> None:
    with pytest.raises(ValueError, match="one record"):
        vault.write("edit", [Change(ENTRY, replace(ENTRY, id="other"))], NOON)


def test_an_import_that_stops_half_way_leaves_nothing(vault: Vault) -> None:
    def stopped() -> Iterator[Change]:
        for number in range(1000):
            yield Change(None, replace(ENTRY, id=f"{number}"))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        vault.write("import", stopped(), NOON)
    assert vault.history() == History()
    vault.write("log", [Change(None, ENTRY)], NOON)
    assert vault.history().entries == (ENTRY,)


def test_a_large_import_is_read_back_and_undone_as_one(vault: Vault) -> None:
    many = [replace(ENTRY, id=f"{number}") for number in range(1203)]
    vault.write("import", [Change(None, entry) for entry in many], NOON)
    assert vault.history().entries == tuple(many)
    assert len(vault.undo().changes) == 1203
    assert vault.history() == History()


def _id(record: Record) -> str | None:
    return record.id if isinstance(record, Entry | Fact) else repr(record)


ANY_RECORD = entries(with_id=True) | facts(with_id=True) | absent_facts()


class DiaryUnderChange(RuleBasedStateMachine):
    """Any commands in any order: each undo leads back to the history before its command."""

    def __init__(self) -> None:
        super().__init__()
        self.before: list[History] = []
        self.stack = ExitStack()
        folder = Path(self.stack.enter_context(TemporaryDirectory())) / "diary"
        create(folder, "four made up words")
        self.vault = self.stack.enter_context(opened(folder, "four made up words"))

    def teardown(self) -> None:
        self.stack.close()

    def run(self, *changes: Change) -> None:
        before = self.vault.history()
        self.vault.write("edit", changes, NOON)
        if any(change.before != change.after for change in changes):
            self.before.append(before)

    def records(self) -> list[Record]:
        history = self.vault.history()
        return [*history.background, *history.background_absent, *history.entries]

    @rule(records=st.lists(ANY_RECORD, min_size=1, max_size=3, unique_by=_id))
    def add(self, records: list[Record]) -> None:
        known = {_id(record) for record in self.records()}
        self.run(*(Change(None, record) for record in records if _id(record) not in known))

    @rule(profile=profiles)
    def set_profile(self, profile: Profile) -> None:
        self.run(Change(self.vault.history().profile, profile))

    @precondition(lambda self: self.records())
    @rule(data=st.data())
    def edit(self, data: st.DataObject) -> None:
        record = data.draw(st.sampled_from(self.records()))
        if isinstance(record, AbsentFact):
            self.run(Change(record, replace(record, date=DAY)))
        elif isinstance(record, Entry | Fact):
            self.run(Change(record, replace(record, note="edited")))

    @precondition(lambda self: self.records())
    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        self.run(Change(data.draw(st.sampled_from(self.records())), None))

    @precondition(lambda self: self.before)
    @rule()
    def undo(self) -> None:
        self.vault.undo()
        assert self.vault.history() == self.before.pop()

    @invariant()
    def undo_is_offered_while_there_is_something_to_take_back(self) -> None:
        assert (self.vault.last() is None) == (not self.before)


TestDiaryUnderChange = DiaryUnderChange.TestCase
TestDiaryUnderChange.settings = settings(max_examples=12, stateful_step_count=25, deadline=None)
