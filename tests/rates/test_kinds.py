"""The times parted by kind of sex, lubricant and condom."""

from dataclasses import replace

from made_up import after_sex, sex
from made_up_cycles import diary

from diary.model import Entry, Sex
from diary.model.episodes import occasions
from diary.model.vocabulary import SexKind
from diary.rates.kinds import by_kind, split


def with_sex(entry: Entry, **said: object) -> Entry:
    """Say more about the sex of an entry."""
    assert entry.sex is not None
    return replace(entry, sex=replace(entry.sex, **said))  # type: ignore[arg-type]


def test_each_time_is_counted_once_under_the_kinds_that_it_was() -> None:
    both = (SexKind.VAGINAL, SexKind.ORAL)
    history = diary(
        after_sex("2026-03-01"),
        sex("2026-03-10"),
        sex("2026-03-12"),
        with_sex(after_sex("2026-03-20"), kinds=both),
        with_sex(sex("2026-03-25"), kinds=both),
        sex("2026-04-01", kind="toy"),
    )
    found = [(some.kinds, some.rate.bled, some.rate.of) for some in by_kind(occasions(history))]
    assert found == [((SexKind.VAGINAL,), 1, 3), (both, 1, 2), ((SexKind.TOY,), 0, 1)]


def test_a_kind_that_was_not_written_down_comes_last_and_is_no_kind() -> None:
    history = diary(
        *(Entry(date=sex(f"2026-03-{day}").date, sex=Sex()) for day in (10, 12, 14)),
        after_sex("2026-03-20", kind="anal"),
    )
    anal, not_said = by_kind(occasions(history))
    assert (anal.kinds, anal.rate.bled, anal.rate.of) == ((SexKind.ANAL,), 1, 1)
    assert (not_said.kinds, not_said.rate.of) == ((), 3)


def test_unknown_lubricant_is_never_without() -> None:
    history = diary(
        *(with_sex(after_sex(f"2026-03-0{n}"), lubricant=False) for n in (1, 3, 5, 7)),
        *(with_sex(sex(f"2026-04-0{n}"), lubricant=False) for n in (1, 3)),
        with_sex(after_sex("2026-05-01"), lubricant=True),
        *(with_sex(sex(f"2026-05-1{n}"), lubricant=True) for n in range(7)),
        after_sex("2026-06-01"),
        sex("2026-06-10"),
    )
    parted = split(occasions(history), lambda one: one.lubricant)
    assert (parted.not_used.bled, parted.not_used.of) == (4, 6)
    assert (parted.used.bled, parted.used.of) == (1, 8)
    assert (parted.not_known.bled, parted.not_known.of) == (1, 2)
    assert parted.is_recorded


def test_where_nothing_is_said_either_way_nothing_is_recorded() -> None:
    parted = split(occasions(diary(sex("2026-03-10"))), lambda one: one.condom)
    assert not parted.is_recorded
    assert parted.not_known.of == 1
