import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import fields, replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given, settings
from made_up import everything, histories
from sqlalchemy import Engine, Table, event

from diary.errors import InvalidValue
from diary.model import AbsentFact, Bleeding, Entry, Fact, FactKind, History, Pain, Profile, Sex
from diary.model.background_words import Medication
from diary.model.symptom import Symptom
from diary.model.vocabulary import Organ
from diary.vault import Change, Record, Vault, create, opened, tables

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

NOON = dt.datetime(2026, 11, 2, 12, 0, tzinfo=dt.UTC)
DAY = dt.date(2026, 11, 2)


def records_of(history: History) -> list[Record]:
    return [
        history.profile,
        *history.background,
        *history.background_absent,
        *history.entries,
    ]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vault]:
    place = tmp_path_factory.mktemp("kept") / "diary"
    create(place, "four made up words")
    with opened(place, "four made up words") as vault:
        yield vault


@settings(deadline=None)
@given(history=histories(with_ids=True))
def test_a_whole_history_is_read_back_as_it_was_and_undone_to_nothing(
    kept: Vault, history: History
) -> None:
    ids = [*(fact.id for fact in history.background), *(entry.id for entry in history.entries)]
    assume(len(set(ids)) == len(ids))
    changes = [Change(None, record) for record in records_of(history)]
    kept.write("import", changes, NOON)
    assert kept.history() == history
    if history != History():
        kept.undo()
    assert kept.history() == History()
    assert kept.last() is None


def test_every_field_and_every_word_of_the_model_is_kept(kept: Vault) -> None:
    diary = everything()
    whole = replace(
        diary,
        background=tuple(replace(f, id=f"f{n}") for n, f in enumerate(diary.background)),
        entries=tuple(replace(e, id=f"e{n}") for n, e in enumerate(diary.entries)),
    )
    kept.write("import", [Change(None, record) for record in records_of(whole)], NOON)
    assert kept.history() == whole
    last = kept.last()
    assert last is not None
    assert [change.after for change in last.changes] == records_of(whole)
    kept.undo()


@pytest.mark.parametrize(
    ("table", "model", "elsewhere"),
    [
        (tables.entry, Entry, {"bleeding", "sex", "pain", "symptoms", "absent"}),
        (tables.bleeding, Bleeding, set()),
        (tables.sex, Sex, set()),
        (tables.pain, Pain, set()),
        (tables.fact, Fact, set()),
        (tables.fact_absent, AbsentFact, set()),
        (tables.profile, Profile, set()),
    ],
    ids=lambda given: given.name if isinstance(given, Table) else "",
)
def test_the_tables_have_the_fields_of_the_model(
    table: Table, model: "type[DataclassInstance]", elsewhere: set[str]
) -> None:
    of_the_table = {"position", "entry"} | ({"kind"} if model is Fact else set())
    assert {*table.c.keys()} - of_the_table == {f.name for f in fields(model)} - elsewhere


def test_unknown_no_and_none_of_these_stay_apart(vault: Vault, add: Callable[..., None]) -> None:
    said = (
        Entry(id="1", date=DAY, sex=Sex()),
        Entry(id="2", date=DAY, sex=Sex(lubricant=False), symptoms=(Symptom.FAINT,)),
        Entry(id="3", date=DAY, pain=Pain(score=0), absent=(Symptom.FAINT,)),
    )
    add(*said, Profile(organs=()))
    assert vault.history().entries == said
    assert vault.history().profile.organs == ()
    vault.write("profile", [Change(Profile(organs=()), Profile(organs=(Organ.CERVIX,)))], NOON)
    assert vault.history().profile == Profile(organs=(Organ.CERVIX,))


def test_records_keep_the_order_in_which_they_were_added(
    vault: Vault, add: Callable[..., None]
) -> None:
    taken = [Fact(id=name, what=Medication.OTHER) for name in ("z", "a", "m")]
    denied = [
        AbsentFact(kind=FactKind.MEDICATION, date=day) for day in (DAY, dt.date(2025, 1, 1), DAY)
    ]
    same_day = [Entry(id=name, date=DAY) for name in ("z", "a", "m")]
    add(*taken, *denied, *same_day)
    edited = replace(taken[0], note="with breakfast")
    vault.write("background", [Change(taken[0], edited)], NOON)
    vault.write("edit", [Change(same_day[0], replace(same_day[0], note="late"))], NOON)
    history = vault.history()
    assert history.background == (edited, *taken[1:])
    assert history.background_absent == tuple(denied)
    assert [entry.id for entry in history.entries] == ["z", "a", "m"]


@pytest.mark.parametrize(
    "entry",
    [
        Entry(date=DAY, note="no id"),
        Entry(id="1", date=DAY, recorded_at=NOON.replace(tzinfo=None)),
        Entry(id="1", date=DAY, time=dt.time(23, 10, 59)),
    ],
    ids=["no id", "no offset", "seconds"],
)
def test_what_could_not_be_read_again_is_not_saved(vault: Vault, entry: Entry) -> None:
    whole = Entry(id="2", date=DAY)
    with pytest.raises(InvalidValue):
        vault.write("log", [Change(None, whole), Change(None, entry)], NOON)
    assert vault.history() == History()
    assert vault.last() is None


@contextmanager
def statements() -> Iterator[list[str]]:
    seen: list[str] = []

    def note(*args: object) -> None:
        seen.append(str(args[2]))

    event.listen(Engine, "before_cursor_execute", note)
    yield seen
    event.remove(Engine, "before_cursor_execute", note)


def test_reading_takes_as_many_questions_for_fifty_entries_as_for_none(
    vault: Vault, add: Callable[..., None]
) -> None:
    with statements() as for_none:
        vault.history()
    add(*(Entry(id=f"{n}", date=DAY, sex=Sex(), symptoms=(Symptom.FAINT,)) for n in range(50)))
    with statements() as for_fifty:
        assert len(vault.history().entries) == 50
    assert len(for_fifty) == len(for_none) <= 10


def test_a_part_left_behind_by_other_sql_does_not_close_the_diary(
    vault: Vault, add: Callable[..., None], folder: Path, passphrase: str
) -> None:
    import sqlcipher3

    add(Entry(id="1", date=DAY, sex=Sex(), symptoms=(Symptom.FAINT,)), Entry(id="2", date=DAY))
    shell = sqlcipher3.connect(str(folder / "diary.db"))
    shell.set_key(passphrase)
    shell.execute("DELETE FROM entry WHERE id = '1'")
    shell.commit()
    shell.close()
    assert [entry.id for entry in vault.history().entries] == ["2"]
