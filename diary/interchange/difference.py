"""In what two diaries differ, record by record."""

from dataclasses import dataclass

from diary.model import Entry, Fact, History


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What only one of two diaries has, and what both have with another content.

    Entries stand in the order of their days, before facts; of `different` as the first has them.
    `in_profile`: what was said about the person, or what was answered with no, is not the same.
    """

    only_here: tuple[Entry | Fact, ...]
    only_there: tuple[Entry | Fact, ...]
    different: tuple[Entry | Fact, ...]
    in_profile: bool

    @property
    def is_none(self) -> bool:
        """Say whether both diaries say the same."""
        return not (self.only_here or self.only_there or self.different or self.in_profile)


def difference(here: History, there: History) -> Difference:
    """Compare two diaries by the ids of their records."""
    ours = {record.id: record for record in here.records}
    theirs = {record.id: record for record in there.records}
    return Difference(
        only_here=tuple(record for name, record in ours.items() if name not in theirs),
        only_there=tuple(record for name, record in theirs.items() if name not in ours),
        different=tuple(r for name, r in ours.items() if name in theirs and theirs[name] != r),
        in_profile=here.profile != there.profile
        or set(here.background_absent) != set(there.background_absent),
    )
