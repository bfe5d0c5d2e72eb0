"""Would a test notice? Each rule is switched off, and each of its numbers moved by one step.

`python -m benchmarks.mutants [CODE ...]` prints, as a table for docs/accuracy.md, every such mutant
of the alert rules with the first test that fails, and ends with status 1 where none does. Tests run
in processes forked from this one, each with one rule changed in memory; no file is touched.
"""

import contextlib
import io
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from types import MappingProxyType

import pytest

from diary.alerts.case import Case
from diary.alerts.rule import Numbers, Rule
from diary.alerts.rules import RULES
from diary.alerts.verdict import QUIET, Verdict

TESTS = Path(__file__).parents[1] / "tests" / "alerts"
STEP = 1.0
TENTHS = ("temperature", "celsius")
NONE = "no test"


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change of one rule: `number` moved by `step`, or the rule switched off (None)."""

    rule: Rule
    number: str | None = None
    step: float = 0

    @property
    def name(self) -> str:
        """What was changed, in words."""
        if self.number is None:
            return "switched off"
        before = self.rule.numbers[self.number]
        return f"{self.number} {before:g} to {before + self.step:g}"

    def apply(self) -> None:
        """Change the rule in this process, which is one made for it."""
        if self.number is None:
            object.__setattr__(self.rule, "check", _never)
            return
        numbers: Mapping[str, float] = {
            **self.rule.numbers,
            self.number: self.rule.numbers[self.number] + self.step,
        }
        object.__setattr__(self.rule, "numbers", MappingProxyType(dict(numbers)))


def _never(_case: Case, _numbers: Numbers) -> Verdict:
    return QUIET


class FirstFailure:
    """A pytest plugin that keeps the name of the first test that failed.

    Tests whose name holds `code` are asked first: they are the likely ones to fail.
    """

    def __init__(self, code: str) -> None:
        """Begin without a failure."""
        self.name = ""
        self._code = code

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Put the likely ones first."""
        items.sort(key=lambda item: self._code not in item.nodeid)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep the name."""
        if report.failed and not self.name:
            self.name = report.nodeid


def main(codes: Sequence[str]) -> int:
    """Print the table; 1 where a mutant survived.

    Raises:
        SystemExit: where tests fail before anything was changed: then they show nothing.
    """
    rules = [rule for rule in RULES if not codes or rule.code in codes]
    mutants = [mutant for rule in rules for mutant in _mutants(rule)]
    every = sorted(TESTS.glob("test_*.py"))
    _run(every, options=["--collect-only"])  # loaded here, the forks need not load them each
    changes: list[Callable[[], str]] = [partial(_run, every)]
    changes += [partial(_run_changed, mutant) for mutant in mutants]
    unchanged, *caught = _in_forks(changes)
    if unchanged:
        raise SystemExit(f"a test fails without any change: {unchanged}")
    print("| rule | change | first test that fails |\n|---|---|---|")
    for mutant, test in zip(mutants, caught, strict=True):
        print(f"| {mutant.rule.code} | {mutant.name} | {test or NONE} |")
    survived = caught.count("")
    print(f"\n{len(mutants)} mutants of {len(rules)} rules, {survived} noticed by no test.")
    return 1 if survived else 0


def _mutants(rule: Rule) -> Iterator[Mutant]:
    yield Mutant(rule)
    for number in rule.numbers:
        step = STEP / 10 if any(word in number for word in TENTHS) else STEP
        yield Mutant(rule, number, step)
        yield Mutant(rule, number, -step)


def _in_forks(changes: Sequence[Callable[[], str]]) -> list[str]:
    """Call each in a process of its own, forked from this one, and return what they answer."""
    _waiting.extend(changes)
    with get_context("fork").Pool(os.cpu_count(), maxtasksperchild=1) as pool:
        return pool.map(_call, range(len(changes)), chunksize=1)


_waiting: list[Callable[[], str]] = []


def _call(number: int) -> str:
    return _waiting[number]()


def _run_changed(mutant: Mutant) -> str:
    """Run the tests that name the changed rule, those that speak of it most first."""
    mutant.apply()
    named = {path: _times_named(path, mutant.rule) for path in sorted(TESTS.glob("test_*.py"))}
    order = sorted((path for path in named if named[path]), key=lambda path: -named[path])
    return next(filter(None, (_run([path], mutant.rule.code) for path in order)), "")


def _run(files: Sequence[Path], code: str = "", options: Sequence[str] = ()) -> str:
    """Run test files and return the first test that fails; empty where none does."""
    failure = FirstFailure(code)
    quiet = ["-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist"]
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        pytest.main([*quiet, *options, *map(str, files)], plugins=[failure])
    return failure.name


def _times_named(path: Path, rule: Rule) -> int:
    return path.read_text(encoding="utf-8").count(f'"{rule.code}"')


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
