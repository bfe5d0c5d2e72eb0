"""How well periods are found in messy logs: `python -m benchmarks.periods` prints a table.

People are made up with a fixed seed: a mean cycle of 29.3 days, 2.4 days apart between people and
again within one (as in `diary.cycles.forecast`), periods of 3 to 7 days whose first day is light in
one of five. Each row adds one kind of mess to their logs, the last rows all of them. A true start
is found on the right day, within 1 day, or missed (none within 3 days); a found start is invented
where no true one lies within 3 days. Of the starts that are not on the right day it is counted how
many `diary cycles` would ask about. Periods of which no day was logged are left out.
"""

import platform
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from diary.cycles import chart
from diary.cycles.unclear import Unclear, unclear
from diary.model import Bleeding, Entry, History, Sex
from diary.model.vocabulary import Amount, Answer, BleedingSource, Timing

SEED = 20
PEOPLE = 400
CYCLES = 12
FIRST = date(2024, 1, 10)
MEAN, APART = 29.3, 2.4
NEAR = 3
"""Days by which a found start may differ and still be the same period."""

S, L, M, H = Amount.SPOTTING, Amount.LIGHT, Amount.MEDIUM, Amount.HEAVY


@dataclass(frozen=True, slots=True, kw_only=True)
class Mess:
    """How a log is kept; the shares are from 0 to 1."""

    name: str
    missing: float = 0
    spotting: float = 0
    after_sex: float = 0
    labels: str = "none"
    doubled: float = 0
    two_programs: bool = False


ALL = Mess(
    name="all of it, nothing named",
    missing=0.1,
    spotting=0.25,
    after_sex=0.25,
    doubled=0.1,
    two_programs=True,
)
ROWS = (
    Mess(name="every day logged, nothing named"),
    Mess(name="10 % of days missing", missing=0.1),
    Mess(name="spotting before, after and between", spotting=0.25),
    Mess(name="bleeds after sex, often just before a period", after_sex=0.25),
    Mess(name="named from the second or third day on", labels="late"),
    Mess(name="days logged twice", doubled=0.1),
    Mess(name="two programs, one perhaps a day early or late", two_programs=True),
    ALL,
    replace(ALL, name="all of it, named late", labels="late"),
    replace(ALL, name="all of it, every day named", labels="all"),
)


@dataclass(slots=True)
class Tally:
    """Counted starts of one row."""

    true: int = 0
    exact: int = 0
    within_1: int = 0
    missed: int = 0
    asked: int = 0
    invented: int = 0


class Person:
    """One made-up person and their log; `truth` are the starts of periods with a logged day."""

    def __init__(self, luck: random.Random, mess: Mess) -> None:
        """Live through the cycles and write them down."""
        self.luck, self.mess = luck, mess
        self.entries: list[Entry] = []
        self.truth: list[date] = []
        mean, start = luck.gauss(MEAN, APART), FIRST
        for _ in range(CYCLES):
            length = min(max(round(luck.gauss(mean, APART)), 21), 45)
            self._period(start)
            self._between(start, length)
            start += timedelta(days=length)
        if mess.two_programs:
            self._second_program()

    def _period(self, start: date) -> None:
        """Write a period down; its days may be missing, doubled, and named or not."""
        days = min(max(round(self.luck.gauss(5, 1.2)), 3), 7)
        flow = [L if self.luck.random() < 0.2 else M, self.luck.choice((M, H)), M]
        flow = [*(*flow, *(self.luck.choice((M, L)) for _ in range(days)))[: days - 1], L]
        before = [S] * (self.luck.randint(1, 2) if self._has(self.mess.spotting) else 0)
        after = [S] * (self.luck.randint(1, 2) if self._has(self.mess.spotting) else 0)
        named_from = {"none": days, "late": self.luck.randint(1, 2), "all": 0}[self.mess.labels]
        logged = False
        for number, amount in enumerate([*before, *flow, *after], -len(before)):
            if self._has(self.mess.missing):
                continue
            logged |= 0 <= number < days
            period = Answer.YES if named_from <= number < days else None
            self._bled(start + timedelta(days=number), amount, period=period)
        if logged:
            self.truth.append(start)

    def _between(self, start: date, length: int) -> None:
        """Write down spotting in mid-cycle and bleeds after sex, often just before the next."""
        if self._has(self.mess.spotting):
            self._bled(start + timedelta(days=length - 14), S)
        if not self._has(self.mess.after_sex):
            return
        back = self.luck.choice((1, 1, self.luck.randint(2, length - 8)))
        day, amount = start + timedelta(days=length - back), self.luck.choice((S, S, L, M))
        told = Timing.AFTER_SEX if self._has(0.8) else None
        self._bled(day, amount, timing=told, sex=Sex() if told else None)
        if told is None:
            self.entries.append(Entry(date=day, sex=Sex()))
        if back > 2 and self._has(0.3):
            self._bled(day + timedelta(days=1), S)

    def _bled(
        self,
        day: date,
        amount: Amount,
        *,
        period: Answer | None = None,
        timing: Timing | None = None,
        sex: Sex | None = None,
    ) -> None:
        bleeding = Bleeding(
            source=BleedingSource.VAGINAL, amount=amount, period=period, timing=timing
        )
        entry = Entry(date=day, bleeding=bleeding, sex=sex)
        self.entries += [entry] * (2 if self._has(self.mess.doubled) else 1)

    def _second_program(self) -> None:
        """Bring the same bleeding in again from another program, for some a day early or late."""
        late = timedelta(days=self.luck.choice((-1, 0, 1)))
        self.entries += [
            replace(entry, date=entry.date + late, origin="another")
            for entry in list(self.entries)
            if entry.sex is None and entry.bleeding is not None
        ]

    def _has(self, share: float) -> bool:
        return self.luck.random() < share


def count(mess: Mess, people: int = PEOPLE) -> Tally:
    """Make people with one kind of mess and compare what is found with the truth."""
    luck, tally = random.Random(SEED), Tally()  # noqa: S311 - made-up people, no secret
    for _ in range(people):
        person = Person(luck, mess)
        charted = chart(History(entries=tuple(person.entries)))
        found = [period.start for period in charted.periods]
        questions = unclear(charted, max(entry.date for entry in person.entries))
        for true in person.truth:
            off = min((abs((start - true).days) for start in found), default=NEAR + 1)
            tally.true += 1
            tally.exact += off == 0
            tally.within_1 += off <= 1
            tally.missed += off > NEAR
            tally.asked += off > 0 and any(_is_about(one, true) for one in questions)
        tally.invented += sum(
            all(abs((start - true).days) > NEAR for true in person.truth) for start in found
        )
    return tally


def _is_about(question: Unclear, start: date) -> bool:
    near = timedelta(days=NEAR)
    return question.first - near <= start <= question.last + near


def table() -> Iterator[str]:
    """Yield the lines of the table."""
    yield "| log | periods | right day | within 1 day | missed | invented | asked about |"
    yield "|---|---|---|---|---|---|---|"
    for mess in ROWS:
        found = count(mess)
        shares = " | ".join(
            f"{100 * number / found.true:.1f} %"
            for number in (found.exact, found.within_1, found.missed, found.invented)
        )
        asked = f"{found.asked} of {found.true - found.exact}"
        yield f"| {mess.name} | {found.true} | {shares} | {asked} |"


def main() -> None:
    """Print the table and the machine."""
    print("\n".join(table()))
    print(f"\n{PEOPLE} people a row, {CYCLES} cycles each, seed {SEED}.")
    print(f"{platform.machine()}, {platform.system()}, Python {platform.python_version()}.")


if __name__ == "__main__":
    main()
